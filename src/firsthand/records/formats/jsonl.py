"""JSON Lines of articles: one JSON object a line. A JSON list of objects is read the same way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Unread
from firsthand.records.offsets import Decoded, OffsetMap, Weave
from firsthand.records.rows import article, names_paper, of_the_paper, rows, text_column

NAME = "jsonl"

BLANK = re.compile(r"[ \t\r\n]*")
ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
# Told of one article with fields of every kind; more would fill the screen.
SHOWN = 12
_READER = json.JSONDecoder()


def claims(head: bytes, filename: str) -> float:
    """By name, or by an object with a quoted key at the start."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if filename.lower().endswith((".jsonl", ".ndjson", ".json")):
        return 0.9
    return 0.6 if re.match(rb'(?:\[\s*)?\{\s*"', start) else 0.0


def read(data: bytes) -> tuple[Document | Unread, ...]:
    """A Document for each line, part "row N" with N the line's number; a broken line is an Unread.

    Raises Unreadable if no line at all can be read, or the bytes are no text.
    """
    decoded = decode(data)
    if "\0" in decoded.text:
        raise Unreadable("is not text: it holds NUL bytes")
    return rows((_row(decoded, row) for row in _rows(decoded.text)), "holds no articles")


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one article stands in the file, or what is wrong with its line."""

    number: int
    start: int
    end: int


def _rows(text: str) -> Iterator[_Row]:
    whole = _whole(text)
    if whole:
        return iter(whole)
    return _lines(text)


def _lines(text: str) -> Iterator[_Row]:
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _Row(number, at, at + len(line))
        at += len(line) + 1


def _whole(text: str) -> list[_Row]:
    """The objects of one list, or one object over several lines; empty if the file is neither."""
    start = BLANK.match(text).end()  # type: ignore[union-attr]
    first = text[start : start + 1]
    line = text[start:].split("\n", 1)[0]
    if first not in ("[", "{") or (first == "{" and not error(line)) or error(text):
        return []
    places = elements(text, start) if first == "[" else [(start, len(text.rstrip()))]
    return [_Row(number, *place) for number, place in enumerate(places, 1)]


def error(text: str) -> str:
    """What is wrong with the JSON, in a few words, with the character at which it is."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"{error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    return ""


def _row(decoded: Decoded, row: _Row) -> Document | Unread:
    part, line = f"row {row.number}", decoded.text[row.start : row.end]
    if wrong := error(line):
        return Unread(part, f"is not valid JSON: {wrong}", "Mend the line, then add the file again")
    at = BLANK.match(line).end()  # type: ignore[union-attr]
    if line[at] != "{":
        return Unread(part, "is not a JSON object", 'Write articles as {"text": "…", "title": "…"}')
    places = members(line, at)
    column = text_column(places)
    if not column and names_paper((key, _value(line[a:b])) for key, (a, b) in places.items()):
        return _paper(decoded, row, line, places)
    if not column:
        return Unread(part, f"has no text: {_found(places)}", 'Name the field with the article "text"')
    weave = Weave()
    lost = _weave(weave, decoded, row.start, line, places[column])
    stated = [(key, _value(line[a:b])) for key, (a, b) in places.items() if key != column]
    notes = (*decoded.notes, f"characters that no text can hold, shown as \ufffd: {lost}")
    notes = notes if lost else decoded.notes
    return _made(part, stated, weave.finish(), notes)


def _paper(decoded: Decoded, row: _Row, line: str, places: dict[str, tuple[int, int]]) -> Document | Unread:
    """An identity paper described by fields: each is a line of it, as if it were written so."""
    weave = Weave()
    for key, (a, b) in places.items():
        if of_the_paper(key):
            values = elements(line, a) if line[a] == "[" else [(a, b)]
            for start, end in values:
                weave.make(f"{storable(key)}: ")
                if line[start] == '"':
                    string(weave, decoded, row.start + start + 1, row.start + end - 1)
                else:
                    weave.copy(decoded, row.start + start, row.start + end)
                weave.make("\n")
    stated = [(key, _value(line[a:b])) for key, (a, b) in places.items() if not of_the_paper(key)]
    return _made(f"row {row.number}", stated, weave.finish(), decoded.notes)


def _made(
    part: str, stated: list[tuple[str, str]], woven: tuple[str, OffsetMap], notes: tuple[str, ...]
) -> Document | Unread:
    return article(part, [(storable(key), value) for key, value in stated], *woven, notes)


def _found(places: dict[str, tuple[int, int]]) -> str:
    names = [storable(name)[:40] for name in places][:SHOWN]
    more = " …" if len(places) > SHOWN else ""
    return f"its fields are {', '.join(names)}{more}" if names else "it has no fields"


def members(line: str, at: int) -> dict[str, tuple[int, int]]:
    """Where the values of the object that begins at ``at`` stand. The JSON is known to be valid."""
    places: dict[str, tuple[int, int]] = {}
    at = _skip(line, at + 1)
    while line[at] != "}":
        key, end = _READER.raw_decode(line, at)
        start = _skip(line, _skip(line, end) + 1)
        _, end = _READER.raw_decode(line, start)
        places[key] = (start, end)
        at = _skip(line, end)
        at = _skip(line, at + 1) if line[at] == "," else at
    return places


def elements(line: str, at: int) -> list[tuple[int, int]]:
    """Where the values of the list that begins at ``at`` stand. The JSON is known to be valid."""
    places: list[tuple[int, int]] = []
    at = _skip(line, at + 1)
    while line[at] != "]":
        _, end = _READER.raw_decode(line, at)
        places.append((at, end))
        at = _skip(line, end)
        at = _skip(line, at + 1) if line[at] == "," else at
    return places


def _skip(line: str, at: int) -> int:
    return BLANK.match(line, at).end()  # type: ignore[union-attr]


def _weave(
    weave: Weave, decoded: Decoded, base: int, line: str, place: tuple[int, int], depth: int = 0
) -> int:
    """Add a text, or a list of paragraphs, or of paragraphs as lists of sentences; count what was lost."""
    start, end = place
    if line[start] == '"':
        return string(weave, decoded, base + start + 1, base + end - 1)
    if line[start] != "[" or depth > 1:
        return 0
    lost = 0
    for number, inner in enumerate(elements(line, start)):
        if number:
            weave.make(" " if depth else "\n\n")
        lost += _weave(weave, decoded, base, line, inner, depth + 1)
    return lost


def string(weave: Weave, decoded: Decoded, start: int, end: int) -> int:
    """Add what the JSON string says that stands, without its quotes, from ``start`` to ``end``.

    How many characters no text can hold is given back.
    """
    lost, at = 0, start
    for match in ESCAPE.finditer(decoded.text, start, end):
        weave.copy(decoded, at, match.start())
        char, odd = UNSTORABLE.subn("\ufffd", json.loads(f'"{match[0]}"'))
        weave.stand(char, decoded, *match.span())
        lost, at = lost + odd, match.end()
    weave.copy(decoded, at, end)
    return lost


def _value(raw: str) -> str:
    """A value as text: strings as they are, names out of author objects, the rest as JSON."""
    value = json.loads(raw)
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    if value is None:
        return ""
    return storable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def storable(text: str) -> str:
    """Without the characters that no text file can hold: U+FFFD stands for NUL and lone surrogates."""
    return UNSTORABLE.sub("\ufffd", text)
