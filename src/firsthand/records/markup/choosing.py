"""Which of the visible text is the article: trafilatura decides, our own scan says where it stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from firsthand.model import Span
from firsthand.records.markup.scanning import Page

# Beyond these a page is passed to no parser of trees; each is ten times what large newspapers send.
CHARACTERS = 4_000_000
TAGS = 50_000
DEPTH = 250
# Paragraphs that were looked for in the whole page in vain; then no more are, to stay linear.
VAIN = 100
BREAKING = frozenset(["p", "head", "item", "quote", "row", "cell", "code", "list", "table", "body", "div"])
SOUGHT = ("title", "outlet", "byline", "published")
# htmldate, first date rather than last. A fixed last day: the answer may not depend on today's.
DATED = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Paragraphs of the article in order: a span of the visible text, or words that are not in it."""

    paragraphs: tuple[Span | str, ...]
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    notes: tuple[str, ...] = ()


def choose(page: Page, html: str, sought: Collection[str] = SOUGHT) -> Chosen:
    """The article of a page; the visible text itself where trafilatura finds none or would choke.

    Only what is ``sought`` of title, outlet, byline and date is looked for: all four take nearly as long as
    the article.
    """
    if len(html) > CHARACTERS or page.tags > TAGS or page.depth > DEPTH:
        return Chosen(_all(page), notes=("the page is too large or too deep: its visible text was taken",))
    document = _extracted(CONTROL.sub(" ", html), sought)
    wanted = list(_paragraphs(document.body)) if document is not None else []
    if not wanted:
        return Chosen(_all(page), notes=("no article was made out: the visible text of the page was taken",))
    finder = _Finder(page.seen.text)
    found = tuple(finder.find(words) for words in wanted)
    lost = sum(isinstance(each, str) for each in found)
    note = f"paragraphs that are not in the visible page, whose place in the file is unknown: {lost}"
    return Chosen(
        found,
        title=document.title or "",
        outlet=document.sitename or "",
        byline=document.author or "",
        published=document.date or "",
        notes=(note,) if lost else (),
    )


def _all(page: Page) -> tuple[Span | str, ...]:
    """Without navigation and the like, unless there is nothing else."""
    inside = tuple(block.span for block in page.blocks if not block.around)
    return inside or tuple(block.span for block in page.blocks)


def _extracted(html: str, sought: Collection[str]) -> Any:
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    alone = set(sought) == {"byline"}  # so of most pages that do not say everything
    try:
        page = load_html(html) if alone else html
        byline = _byline(page) if alone else ""
        # ``deduplicate`` would remember paragraphs of other pages of the case; in the form "python" the text
        # is written out as well.
        document: Any = bare_extraction(
            page,
            output_format="txt",
            include_comments=False,
            deduplicate=False,
            with_metadata=bool(sought) and not alone,
            date_extraction_params=DATED,
        )
    except Exception:  # a parser that fails on a page is no reason to lose its text
        return None
    if document is not None and alone:
        document.author = byline
    return document


def _byline(tree: Any) -> str:
    """What trafilatura takes for the author; its ``extract_metadata`` looks for six other things as well."""
    from trafilatura.metadata import examine_meta, extract_author, extract_meta_json

    found = examine_meta(tree)
    if " " not in (found.author or ""):
        found.author = None
    with suppress(Exception):
        found = extract_meta_json(tree, found)
    found.author = found.author or extract_author(tree)
    found.clean_and_trim()
    return found.author or ""


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of the extracted tree, cut at blocks and line breaks."""
    pieces: list[str] = []
    for event, element in _walk(body):
        if element.tag in BREAKING or element.tag == "lb":
            yield from _joined(pieces)
        if event == "start":
            pieces.append(element.text or "")
        elif element is not body:
            pieces.append(element.tail or "")
    yield from _joined(pieces)


def _walk(body: Any) -> Any:
    from lxml.etree import iterwalk

    return iterwalk(body, events=("start", "end"))


def _joined(pieces: list[str]) -> Iterator[str]:
    words = " ".join("".join(pieces).split())
    pieces.clear()
    if any(char.isprintable() and not char.isspace() for char in words):  # a soft hyphen is no paragraph
        yield words


@dataclass(slots=True)
class _Finder:
    """Finds paragraphs one after another in the visible text."""

    text: str
    at: int = 0
    vain: int = 0
    folded: tuple[str, list[int]] | None = field(default=None)

    def find(self, words: str) -> Span | str:
        """Where ``words`` stand, after the last find if possible; the words themselves if nowhere."""
        if self.vain >= VAIN:
            return words
        found = self._exact(words) or self._folded(words)
        if found is None:
            self.vain += 1
            return words
        self.at = found.end
        return found

    def _exact(self, words: str) -> Span | None:
        for start in (self.at, 0):
            place = self.text.find(words, start)
            if place >= 0:
                return Span(place, place + len(words))
        return None

    def _folded(self, words: str) -> Span | None:
        """Without blanks, marks on letters and invisible characters, which extraction may change."""
        if self.folded is None:
            self.folded = _fold(self.text)
        page, origin = self.folded
        key = _fold(words)[0]
        for start in (bisect_left(origin, self.at), 0) if key else ():
            place = page.find(key, start)
            if place >= 0:
                return Span(origin[place], origin[place + len(key) - 1] + 1)
        return None


def _fold(text: str) -> tuple[str, list[int]]:
    out: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        for each in char if char.isascii() else unicodedata.normalize("NFKD", char):
            if not each.isspace() and not unicodedata.combining(each) and each.isprintable():
                out.append(each)
                origin.append(offset)
    return "".join(out), origin
