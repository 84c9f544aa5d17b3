"""Plain text and Markdown, with or without a small header between two ``---`` lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.dates import iso
from firsthand.errors import Unreadable
from firsthand.model import Line, Link, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Unread
from firsthand.records.fields import assign, told
from firsthand.records.offsets import Decoded, Weave
from firsthand.records.rows import names_paper, of_the_paper

NAME = "plain"

# Files that other formats, or other programs, read: their bytes shown as text would be rubbish.
NOT_TEXT = (
    *(".html", ".htm", ".csv", ".tsv", ".jsonl", ".ndjson", ".json"),
    *(".xml", ".hocr"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"),
)
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "a database"),
)
# A header of more than this is no header but a text that happens to begin with a rule.
HEADER_LINES = 60
HEADER_LINE = re.compile(r"([^\s:][^:\r\n]{0,40}?)[ \t]*:(?:[ \t]+([^\r\n]*))?")
BREAK = re.compile(r"\r\n|\n|\r")
NUMBERED = re.compile(r"^[ \t]*(\d{1,9})\t([^\r\n]*)", re.MULTILINE)
# Bounded, so that a page of opening brackets costs no more than its length.
MARKDOWN_LINK = re.compile(
    r"\[([^\[\]\n]{1,500})\]\(\s{0,9}(https?://[^\s()<>]{1,2000})(?:\s[^()\n]{0,300})?\)"
)
BARE_LINK = re.compile(r"https?://[^\s<>()\[\]\"'“”«»]{3,2000}")
# Possessive: without it five million blanks took 20 seconds to be no headline.
HEADING = re.compile(r"\s*+#{1,3}[ \t]+([^\r\n]{1,300})")
HEADLINE = re.compile(r"\s*+([^\r\n]{3,120})(?:\r\n|\n){2}\s*+\S")
SHORT = 120  # characters of a line above the text: its headline, its byline, its date
ABOVE = 5  # such lines at most
CLOSING = '.,:;!…”"»'
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def claims(head: bytes, filename: str) -> float:
    """Anything may be plain text; a name that says so makes it likelier."""
    name = filename.lower()
    page = head[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))
    if page or name.endswith(NOT_TEXT):
        return 0.0
    return 0.4 if name.endswith((".txt", ".md", ".markdown", ".text")) else 0.2


def read(data: bytes, charset: str = "") -> tuple[Document | Unread, ...]:
    """One Document: the text after the header, or all of it, as received but for the byte order mark.

    ``charset`` is the encoding that whoever sent it stated. Line breaks at the end are left out. Raises
    Unreadable for bytes that are no text.
    """
    refuse_binary(data)
    decoded = decode(data, charset)
    if "\0" in decoded.text or _controls(decoded.text[:65536]):
        raise Unreadable("is not text: it holds NUL bytes or control characters, as programs and media do")
    stated, start = header(decoded.text)
    stated = stated or _described(decoded.text)
    end = len(decoded.text.rstrip("\r\n")) if start == 0 else _end(decoded.text, start)
    return (_document(decoded, stated, start, max(start, end)),)


def refuse_binary(data: bytes) -> None:
    """Raises Unreadable naming what the file is, where its first bytes tell."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(
                f"is {what}, which this release does not read", do="Save it as text or HTML and add that too"
            )


def _controls(text: str) -> bool:
    """More than one character in fifty is a control character: bytes of a program, not of a text."""
    odd = sum(1 for char in text if char < " " and char not in "\t\n\r\f\v\x1b")
    return odd * 50 > len(text)


def _end(text: str, start: int) -> int:
    return start + len(text[start:].rstrip("\r\n"))


def header(text: str) -> tuple[tuple[tuple[str, str], ...], int]:
    """The header's keys and values in order, and where the text after it begins (0: there is none).

    Lines between two rules are a header only if all are ``key: value`` and one key is known.
    """
    stated: list[tuple[str, str]] = []
    at = 0
    for number in range(HEADER_LINES):
        found = BREAK.search(text, at, at + 20_000)
        line, after = (
            (text[at : found.start()], found.end()) if found else (text[at : at + 20_000], len(text))
        )
        if line.rstrip() == "---" and number:
            return (_bare(stated), after) if assign(stated)[0] else ((), 0)
        pair = HEADER_LINE.fullmatch(line)
        if (line.rstrip() != "---") if number == 0 else (line.strip() and not pair):
            return (), 0
        if pair:
            stated.append((pair[1], (pair[2] or "").strip()))
        at = after
    return (), 0


def _described(text: str) -> tuple[tuple[str, str], ...]:
    """The header of an identity paper that is described line by line, without rules, as in YAML: what of its
    first lines is of the file. All lines stay the text."""
    pairs: list[tuple[str, str]] = []
    for line in text[:20_000].split("\n")[:HEADER_LINES]:
        if line.strip() and not (pair := HEADER_LINE.fullmatch(line.rstrip())):
            break
        if line.strip() and pair:
            pairs.append((pair[1], (pair[2] or "").strip().strip("\"'")))
    head = tuple(pair for pair in pairs if not of_the_paper(pair[0]))
    return head if pairs[:1] == list(head[:1]) and names_paper(pairs[:1]) else ()


def _bare(stated: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Values without the quotation marks of YAML; a headline that alone has marks is a quotation."""
    quoted = [bool(QUOTED.fullmatch(value)) for _, value in stated]
    if sum(quoted) < 2:
        return tuple(stated)
    return tuple((key, value[1:-1] if q else value) for (key, value), q in zip(stated, quoted, strict=True))


def _document(decoded: Decoded, stated: tuple[tuple[str, str], ...], start: int, end: int) -> Document:
    weave = Weave()
    weave.copy(decoded, start, end)
    text, offsets = weave.finish()
    fields, extra = assign(stated)
    if not stated and (above := _above(text)):
        fields, dated_by = dict(above), "a line below the headline"
    else:
        dated_by = "header" if "published" in fields else ""
    extra |= {"id": fields["id"]} if "id" in fields else {}
    extra |= {"text": fields["text"]} if "text" in fields else {}
    return Document(
        text=text,
        dated_by=dated_by,
        lines=lines(text, sure="kind" in fields),
        links=links(text),
        extra=extra,
        notes=decoded.notes,
        offsets=offsets,
        **told(fields if "title" in fields else fields | {"title": _title(text)}),
    )


def _above(text: str) -> dict[str, str]:
    """The headline and the day, where a line of its own has the day right above the text; else nothing.

    The headline comes first: what begins with a day may be the entry of a diary.
    """
    above: list[str] = []
    for line in filter(None, map(str.strip, BREAK.split(text[: SHORT * ABOVE * 2]))):
        if len(line) > SHORT or (not iso(line) and line.endswith(tuple(CLOSING))):
            break
        above.append(line)
    days = [number for number, line in enumerate(above[:ABOVE]) if len(iso(line)) >= len("2024-11-19")]
    if len(days) != 1 or not days[0] or NUMBERED.match(text):
        return {}
    return {"title": above[0].lstrip("# "), "published": above[days[0]]}


def _title(text: str) -> str:
    """A Markdown heading, or a short first line that stands alone and does not end as a sentence."""
    if heading := HEADING.match(text):
        return heading[1].strip().rstrip("#").rstrip()
    first = HEADLINE.match(text)
    return first[1].strip() if first and first[1].strip()[-1:] not in CLOSING else ""


def lines(text: str, sure: bool = False) -> tuple[Line, ...]:
    """Lines written as number, tab, text. ``sure``: the header says that this is a record.

    Otherwise all lines must be so, or it is a table or a list inside a report.
    """
    found = tuple(Line(int(m[1]), Span(m.start(2), m.end(2))) for m in NUMBERED.finditer(text))
    if sure or not found:
        return found
    holding = sum(1 for line in BREAK.split(text) if line.strip())
    return found if len(found) == holding else ()


def links(text: str) -> tuple[Link, ...]:
    """Markdown links, at their words, and addresses written out, in order."""
    found = [Link(Span(m.start(1), m.end(1)), m[2]) for m in MARKDOWN_LINK.finditer(text)]
    inside = [Span(m.start(), m.end()) for m in MARKDOWN_LINK.finditer(text)]
    taken = iter([*inside, Span(len(text), len(text))])
    skip = next(taken)
    for match in BARE_LINK.finditer(text):
        while skip.end <= match.start() and skip.end < len(text):
            skip = next(taken)
        if not skip.start <= match.start() < skip.end:
            url = match[0].rstrip(".,;:!?")
            found.append(Link(Span(match.start(), match.start() + len(url)), url))
    return tuple(sorted(found, key=lambda link: link.span))
