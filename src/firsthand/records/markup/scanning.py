"""One pass over a page: the characters that a reader sees, each with its bytes, and what is declared.

Not a parser: no tree is built, so neither depth nor size costs more than the length of the page.
Tags are cut as the HTML Standard tokenises them (13.2.5), but for quotation marks that are never
closed, which end with their tag instead of swallowing the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from firsthand.model import Span
from firsthand.records.offsets import Decoded, Weave

TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]{0,60})[^\s/>]*+"
    r"(?P<rest>(?:[^>\"'=]++|=\s*\"[^\"]*+\"|=\s*'[^']*+'|=|[\"'])*+)>"
)
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
# Words with single blanks between them are taken in one piece: most of any page.
UNSEEN = "\0\xad\u200b\u2060\ufeff"
PIECE = re.compile(
    rf"(?P<words>[^\s&{UNSEEN}]++(?: [^\s&{UNSEEN}]++)*+)|(?P<blank>\s+)"
    r"|(?P<reference>&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{0,31};?))"
    rf"|(?P<lone>&)|(?P<unseen>[{UNSEEN}]+)"
)
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
# Elements whose end tag may be left out: unclosed ones say nothing about depth.
LOOSE = frozenset(
    "p li dt dd td th tr thead tbody tfoot option optgroup colgroup rp rt html head body".split()  # noqa: SIM905
)
RAW = frozenset(
    "script style xmp iframe noembed noframes textarea title template svg".split()  # noqa: SIM905
)
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option "
    "p pre section select summary table tbody td tfoot th thead tr ul".split()
)
BREAKING = BLOCK | {"br"}
ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
# Around an article rather than of it.
AROUND = frozenset("nav footer aside form button select noscript dialog menu".split())  # noqa: SIM905
DECLARING = frozenset("a base html link meta time".split())  # noqa: SIM905
# A page of the largest newspapers has some 5,000 tags.
TAGS = 1_000_000
DECLARED = 5_000
ATTRIBUTES = 100_000  # characters of one tag that are looked at


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text between two breaks. ``around``: it is not part of the article."""

    span: Span
    tag: str
    around: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What one pass found. ``seen`` holds the visible text, a line break between two blocks; its map counts
    the characters of ``source``, the page as it was decoded."""

    seen: Decoded
    source: Decoded
    blocks: tuple[Block, ...]
    links: tuple[tuple[Span, str], ...]
    declared: tuple[tuple[str, dict[str, str]], ...]
    title: str
    data: tuple[str, ...]
    tags: int
    depth: int
    notes: tuple[str, ...] = ()

    def copy(self, weave: Weave, span: Span) -> None:
        """Append visible text to ``weave``, with its bytes."""
        weave.copy_through(self.seen, self.source, *span)


def scan(source: Decoded) -> Page:
    """The visible text of a page with the place of every character, and its declarations."""
    scanner = _Scanner(source)
    scanner.run()
    return scanner.page()


@dataclass(slots=True)
class _Scanner:
    source: Decoded
    weave: Weave = field(default_factory=Weave)
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)
    declared: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    title: str = ""
    open: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    around: int = 0  # open elements that are not part of an article
    notes: tuple[str, ...] = ()
    tags: int = 0
    depth: int = 0
    deepest: int = 0
    start: int = 0  # where the current block begins in the visible text
    blank: Span | None = None  # blanks met in it and not yet written
    tag: str = ""
    anchor: tuple[int, str] | None = None

    def run(self) -> None:
        text, at = self.source.text, 0
        while at < len(text):
            found = text.find("<", at)
            found = len(text) if found < 0 else found
            if found > at:
                self._words(at, found)
            at = self._markup(found)
            if self.tags > TAGS:
                self.notes = (f"the page has more than {TAGS:,} tags; what follows them was not read",)
                break
        self._break("")

    def page(self) -> Page:
        return Page(
            Decoded(*self.weave.finish()),
            self.source,
            tuple(self.blocks),
            tuple(self.links),
            tuple(self.declared),
            self.title,
            tuple(self.data),
            self.tags,
            self.deepest,
            self.notes,
        )

    def _markup(self, at: int) -> int:
        """Take what begins with the "<" at ``at``; where it ends."""
        text = self.source.text
        if tag := TAG.match(text, at):
            self.tags += 1
            close, name, rest = tag.groups()
            if close:
                return self._closed(name.lower(), tag.end())
            return self._opened(name.lower(), rest, tag.end())
        if at >= len(text):
            return at
        if text.startswith(("<!", "<?"), at):
            comment = text.startswith("<!--", at)
            end = text.find("-->" if comment else ">", at + 2)
            return len(text) if end < 0 else end + (3 if comment else 1)
        if text[at + 1 : at + 2].isalpha() or text.startswith("</", at):
            return len(text)  # a tag that the end of the file cuts off
        self._visible()
        self.weave.lay("<", at)
        return at + 1

    def _opened(self, name: str, rest: str, end: int) -> int:
        if name in BREAKING:
            self._break(name)
        if name in RAW:
            return self._raw(name, rest, end)
        if name in DECLARING and len(self.declared) < DECLARED:
            self._declare(name, attributes(rest[:ATTRIBUTES]))
        if name not in VOID and not rest.endswith("/"):
            self.open[name] += 1
            self.around += name in AROUND
            self.depth += name not in LOOSE
            self.deepest = max(self.deepest, self.depth)
        return end

    def _declare(self, name: str, given: dict[str, str]) -> None:
        if name == "a":
            self._end_link()
            self.anchor = (self.weave.length, given.get("href", ""))
        else:
            self.declared.append((name, given))

    def _closed(self, name: str, end: int) -> int:
        if name in BLOCK:
            self._break("")
        elif name == "a":
            self._end_link()
        if self.open[name] > 0:
            self.open[name] -= 1
            self.around -= name in AROUND
            self.depth -= name not in LOOSE
        return end

    def _raw(self, name: str, rest: str, start: int) -> int:
        """Elements whose contents are no text of the page: passed over, titles and data kept."""
        if rest.endswith("/") and name in ("svg", "template"):
            return start
        text = self.source.text
        end = ENDS[name].search(text, start)
        inside = text[start : end.start() if end else len(text)]
        if name == "title" and not self.title:
            self.title = " ".join(unescape(inside[:2000]).split())
        if name == "script" and "ld+json" in rest.lower():
            self.data.append(inside)
        return end.start() if end else len(text)

    def _end_link(self) -> None:
        if self.anchor and self.anchor[1] and self.weave.length > self.anchor[0]:
            self.links.append((Span(self.anchor[0], self.weave.length), self.anchor[1]))
        self.anchor = None

    def _break(self, tag: str) -> None:
        """The current block, if it holds anything, ends here; the next belongs to ``tag``."""
        if self.weave.length > self.start:
            self.blocks.append(Block(Span(self.start, self.weave.length), self.tag, self.around > 0))
            self.weave.make("\n")
        self.start, self.blank = self.weave.length, None
        self.tag = tag or self.tag if tag != "br" else self.tag

    def _visible(self) -> None:
        """Before a visible character: write the blank that stands before it, unless it begins a block."""
        if self.blank and self.weave.length > self.start:
            self.weave.lay(" ", self.blank.start, self.blank.end - self.blank.start)
        self.blank = None

    def _words(self, start: int, end: int) -> None:
        for piece in PIECE.finditer(self.source.text, start, end):
            kind = piece.lastgroup
            if kind == "blank":
                self._pause(*piece.span())
            elif kind == "reference":
                self._reference(piece)
            elif kind != "unseen":
                self._visible()
                self.weave.lay(piece[0], piece.start())

    def _pause(self, start: int, end: int) -> None:
        self.blank = Span(self.blank.start if self.blank else start, end)

    def _reference(self, piece: re.Match[str]) -> None:
        """A character reference; of "&copy2025" only "&copy" is one."""
        start, end = piece.span()
        end = start + reference_length(piece[0])
        text = unescape(self.source.text[start:end])
        if text.isspace():
            self._pause(start, end)
        elif end == start + 1 or text.strip(UNSEEN):
            self._visible()
            for char in text:
                self.weave.lay(char, start, end - start)
        if end < piece.end():
            self._visible()
            self.weave.lay(self.source.text[end : piece.end()], end)


def reference_length(written: str) -> int:
    """How much of ``written``, which begins with "&", is a character reference; 1 if none of it."""
    if written.startswith("&#") or written[1:] in html5:
        return len(written)
    for end in range(len(written), 2, -1):
        if written[1:end] in html5:
            return end
    return 1


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag: names in lower case, references in values resolved; the first holds."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), unescape(value).strip())
    return found
