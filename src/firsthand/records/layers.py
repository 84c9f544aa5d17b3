"""Tables of a record line by line: a column for the original, one for each translation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.errors import Unreadable
from firsthand.model import Line, Link, Span
from firsthand.records.document import Document, Unread
from firsthand.records.fields import plain_name
from firsthand.records.language import code_of, detect
from firsthand.records.markup.transcribed import Written, woven
from firsthand.records.markup.tree import Piece, plain
from firsthand.records.offsets import Decoded
from firsthand.records.rows import text_column

# The names of columns in English and in the other languages of the house.
LINE = frozenset(("line", "lines", "line_no", "line_nr", "line_number", "no", "nr", "number", "#", "n", "№"))
LINE |= {"рядок", "рядки", "строка", "номер", "redak", "rând", "zeile", "ligne", "행", "줄", "번호"}
PAGE = frozenset(("page", "pages", "p", "folio", "fol", "image", "сторінка", "стор", "аркуш", "страница"))
PAGE |= {"стр", "лист", "stranica", "pagina", "pag", "seite", "blatt", "쪽", "면", "페이지"}
ORIGINAL = frozenset(("original", "transcription", "transcript", "diplomatic", "оригінал", "розшифровка"))
ORIGINAL |= {"транскрипція", "оригинал", "транскрипция", "расшифровка", "izvornik", "transkripcija"}
ORIGINAL |= {"prijepis", "transcriere", "transkription", "abschrift", "원문", "원본", "전사"}
TRANSLATION = frozenset(("translation", "translated", "rendering", "переклад", "перевод", "prijevod"))
TRANSLATION |= {"traducere", "traduction", "übersetzung", "번역", "번역문"}
# Words that say nothing more of a column: "original text", "translation into English".
FILLING = frozenset(("text", "in", "into", "to", "by", "the", "from", "текст", "мовою", "мова", "язык"))
FILLING |= {"языке", "на", "з", "с", "tekst", "na", "jezik", "limba", "în", "auf", "ins", "본문"}
COLUMN = "column "
SAMPLE = 500  # rows by which the language of a column is told
DIGITS = 10  # a number of a line with so many is a mistake

Cells = Sequence[tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A column of text: where it stands, what it is called, its language and who made it, if said."""

    at: int
    name: str
    translation: bool
    language: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of such a table are."""

    layers: tuple[Layer, ...]
    line: int | None = None
    page: int | None = None


def columns(names: Sequence[str]) -> Columns | None:
    """What the columns are by their names; None if these are not the columns of such a table.

    Needs two columns of text, or one beside numbers of lines; and that "original", "translation", "line" or
    "page" says so, for a table of articles may have a column in each of several languages.
    """
    plain_names = [plain_name(name).rstrip(".") for name in names]
    line, page = _at(plain_names, LINE), _at(plain_names, PAGE)
    taken = {line, page}
    layers = [layer for n, name in enumerate(names) if n not in taken and (layer := _layer(n, name))]
    text = text_column(names)
    if line is not None and text and not any(not each.translation and not each.language for each in layers):
        layers.insert(0, Layer(names.index(text), text, translation=False))
        text = ""
    said = line is not None or page is not None or any(not _bare(each) for each in layers)
    if text or not said or len(layers) + (line is not None) < 2:
        return None
    return Columns(tuple(_with_original(layers)), line, page)


def identified(rows: Sequence[Cells]) -> Columns | None:
    """What the columns are where no names stand over them: two or more of text, each in a language of its
    own, the first of them the original; before them numbers of lines, names of pages, or both."""
    languages = [_language(rows, at) for at in range(max(map(len, rows), default=0))]
    first = next((at for at, language in enumerate(languages) if language), 0)
    texts = languages[first:]
    if len(texts) < 2 or len(set(texts)) < len(texts) or "" in texts or first > 2:
        return None
    layers = [
        Layer(at, str(at + 1), at > first, language) for at, language in enumerate(languages[first:], first)
    ]
    counted = [at for at in range(first) if all(_cell(row, at).isdecimal() for row in rows)]
    line = counted[-1] if counted else None
    page = next((at for at in range(first) if at != line), None)
    return Columns(tuple(layers), line, page)


def _language(rows: Sequence[Cells], at: int) -> str:
    return detect("\n".join(filter(None, (_cell(row, at) for row in rows[:SAMPLE]))))


def _at(names: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((n for n, name in enumerate(names) if name in wanted), None)


def _layer(at: int, name: str) -> Layer | None:
    words = re.findall(r"[\w.’'-]+", name)
    lower = [word.lower() for word in words]
    original, translation = not ORIGINAL.isdisjoint(lower), not TRANSLATION.isdisjoint(lower)
    left = [w for w in words if w.lower() not in ORIGINAL | TRANSLATION | FILLING]
    codes = [code for word in left if (code := code_of(word))]
    if not (original or translation or (codes and len(left) == 1)):
        return None
    by = " ".join(word for word in left if not code_of(word))
    return Layer(at, name, not original, codes[0] if codes else "", by)


def _bare(layer: Layer) -> bool:
    """Whether a column is called by a language alone."""
    return bool(code_of(layer.name))


def _with_original(layers: list[Layer]) -> list[Layer]:
    """The original first: where none is called so, the first of several named by languages alone."""
    if all(each.translation for each in layers) and len(layers) > 1 and _bare(layers[0]):
        layers[0] = replace(layers[0], translation=False)
    return sorted(layers, key=lambda each: each.translation)


def documents(
    source: Decoded,
    found: Columns,
    rows: Sequence[Cells],
    notes: tuple[str, ...] = (),
    inside: str = "",
    links: Sequence[Link] = (),
) -> tuple[Document | Unread, ...]:
    """One Document a column: the first original is the record, the others are translations of it.

    ``links`` count in the characters of ``source``; each stays with the words of its cell. Lines are numbered
    by the table where each has a number of its own, else by row; translations and original have the same
    numbers. Raises Unreadable where no row holds words.
    """
    numbers = _numbers(found, rows)
    names = [_name(found, row, number) for row, number in zip(rows, numbers, strict=True)]
    made: list[Document | Unread] = []
    first = next((each for each in found.layers if not each.translation), None)
    for layer in found.layers:
        there = [(n, row[layer.at]) for n, row in enumerate(rows) if layer.at < len(row)]
        there = [(n, cell) for n, cell in there if plain(cell).strip()]
        text, offsets, lines = woven(source, [Written(cell) for _, cell in there])
        given = zip(lines, there, strict=True)
        numbered = tuple(_numbered(line, numbers[n], names[n]) for line, (n, _) in given)
        if not lines:
            made.append(Unread(_part(layer), "holds no text"))
            continue
        belongs = first is not None and layer is not first
        made.append(
            Document(
                text=text,
                part=_part(layer),
                kind="translation" if layer.translation else "transcription",
                of=_part(first) if first and belongs else "",
                by=layer.by,
                language=layer.language,
                lines=numbered,
                links=tuple(_linked(links, [cell for _, cell in there], lines)),
                notes=notes,
                offsets=offsets,
                inside=inside,
            )
        )
    if not any(isinstance(each, Document) for each in made):
        raise Unreadable("is a table of lines without any words in them")
    return tuple(made)


def _linked(links: Sequence[Link], cells: Cells, lines: Sequence[Line]) -> Iterator[Link]:
    """Links to where the pieces of cells that they lie in stand in the text of the lines."""
    pieces = [
        (piece, at) for cell, line in zip(cells, lines, strict=True) for piece, at in _placed(cell, line)
    ]
    for link in links:
        first = bisect_right(pieces, link.span.start, key=lambda each: each[0].end)
        last = bisect_left(pieces, link.span.end, key=lambda each: each[0].start)
        for piece, at in pieces[first:last]:
            low, high = max(link.span.start, piece.start), min(link.span.end, piece.end)
            yield Link(Span(low - piece.start + at, high - piece.start + at), link.url)


def _placed(cell: tuple[Piece, ...], line: Line) -> Iterator[tuple[Piece, int]]:
    """The pieces of a cell that stand in the file as they are, and where each begins in the text."""
    words = plain(cell)
    at = line.span.start - (len(words) - len(words.lstrip()))
    for piece in cell:
        if piece.end - piece.start == len(piece.text):
            yield piece, at
        at += len(piece.text)


def is_column(part: str) -> bool:
    """Whether a part of a file is a column of a table of lines."""
    return part.startswith(COLUMN) or f", {COLUMN}" in part


def _part(layer: Layer) -> str:
    return f"{COLUMN}{layer.name.strip()}"


def _numbered(line: Line, number: int, name: str) -> Line:
    return replace(line, number=number, name=name)


def _numbers(found: Columns, rows: Sequence[Cells]) -> list[int]:
    written = [_cell(row, found.line) for row in rows]
    given = [int(each) for each in written if each.isdecimal() and len(each) < DIGITS]
    unique = len(set(given)) == len(rows) == len(given)
    return given if unique else list(range(1, len(rows) + 1))


def _name(found: Columns, row: Cells, number: int) -> str:
    """What the table calls a line, where that is more than its number: "3.12" on page 3."""
    said = [each for each in (_cell(row, found.page), _cell(row, found.line)) if each]
    name = ".".join(said)
    return "" if name == str(number) else name


def _cell(row: Cells, at: int | None) -> str:
    return plain(row[at]).strip() if at is not None and at < len(row) else ""


def tabled(rows: Iterator[Cells], limit: int) -> tuple[Columns, list[Cells]]:
    """The columns and the rows below them. Raises Unreadable where there are none such, or too many rows."""
    head = next(rows, ())
    names = [plain(cell).strip() for cell in head]
    found = columns(names)
    if found is None:
        shown = ", ".join(name[:40] or "(unnamed)" for name in names[:12])
        raise Unreadable(
            f"has no columns of lines: its columns are {shown or 'none'}",
            do='Name them in the first line: "line", "original", "translation"',
        )
    kept = []
    for row in rows:
        kept.append(row)
        if len(kept) > limit:
            raise Unreadable(f"has more than {limit:,} lines", do="Split it")
    return found, kept
