"""What a machine read on a page, or made of the lines of a record in another language.

One JSON object, which Firsthand itself writes where a person asks a machine (``firsthand transcribe``,
``firsthand translate``): who made it, when, from what and how it was asked, the lines, and the answers as
they came. Always an aid: a reading by machine, never a record's own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Line, Mark, MarkKind, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.jsonl import elements, error, members, storable, string
from firsthand.records.offsets import Decoded, Weave

NAME = "machine"

MARK = "firsthand-machine"  # the first key of the object; its value is the version of this form
KINDS = ("machine transcription", "machine translation")
KEPT = ("page", "prompt", "left_out", "made_from")  # what else is said of it, where it is
BEGINS = re.compile(rb'\s*\{\s*"firsthand-machine"\s*:\s*1\b')
GAP = re.compile(r"\[(?:\.\.\.|…)\]")  # what the machine was asked to write for what it cannot read
MOST = 1_000_000_000  # no line has a number beyond


class Numbered(NamedTuple):
    """A line as a machine gave it, and its number: of a translation that of the line that it renders."""

    number: int
    text: str


def claims(head: bytes, filename: str) -> float:
    """By its first key alone."""
    return 1.0 if BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")) else 0.0


def written(kind: str, lines: Sequence[Numbered], answers: Sequence[str], **stated: str) -> bytes:
    """The object as it is stored. ``answers`` is what the machine said, as it came."""
    told: dict[str, object] = {MARK: 1, "kind": kind} | {key: value for key, value in stated.items() if value}
    told["lines"] = [{"line": number, "text": text} for number, text in lines]
    return json.dumps(told | {"answers": list(answers)}, ensure_ascii=False, indent=1).encode(
        "utf-8", "backslashreplace"
    )


def read(data: bytes) -> tuple[Document, ...]:
    """One Document with the lines that hold words. Raises Unreadable where it is no such object."""
    decoded = decode(data)
    start = len(decoded.text) - len(decoded.text.lstrip())
    if decoded.text[start : start + 1] != "{" or error(decoded.text):
        raise Unreadable("is cut off or damaged: it is no JSON")
    places = members(decoded.text, start)
    if MARK not in places or "lines" not in places or decoded.text[places["lines"][0]] != "[":
        raise Unreadable("holds no lines of a machine")
    said = {key: _text(decoded, place) for key, place in places.items() if key not in ("lines", "answers")}
    if said.get("kind") not in KINDS:
        raise Unreadable("does not say whether it is a machine transcription or a machine translation")
    weave = Weave()
    lines = tuple(_lines(weave, decoded, places["lines"][0]))
    text, offsets = weave.finish()
    extra = {key: said[key] for key in KEPT if said.get(key)}
    left = [f"the machine left out lines {said['left_out']}"] if said.get("left_out") else []
    made = Document(
        text=text,
        kind=said["kind"],
        manner="machine",
        of=said.get("of", ""),
        by=said.get("by", ""),
        made=said.get("made", ""),
        language=said.get("language", ""),
        lines=_marked(text, lines),
        extra=extra,
        offsets=offsets,
        notes=(*decoded.notes, *left),
    )
    return (made,)


def _text(decoded: Decoded, place: tuple[int, int]) -> str:
    value: Any = json.loads(decoded.text[slice(*place)])
    return storable(value) if isinstance(value, str) else ""


def _lines(weave: Weave, decoded: Decoded, at: int) -> Iterator[Line]:
    """The lines, woven; one without a number of its own, or without words, is passed over."""
    known: set[int] = set()
    for start, end in elements(decoded.text, at):
        places = members(decoded.text, start) if decoded.text[start] == "{" else {}
        found: Any = json.loads(decoded.text[start:end])
        number, text = (found.get("line"), found.get("text")) if places else (None, None)
        if type(number) is not int or not 0 < number < MOST or number in known:
            continue
        if not isinstance(text, str) or not text.strip():
            continue
        known.add(number)
        if weave.length:
            weave.make("\n")
        begins = weave.length
        low, high = places["text"]
        string(weave, decoded, low + 1, high - 1)
        yield Line(number, Span(begins, weave.length))


def _marked(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with what the machine could not read marked as gaps."""
    gaps = [[Mark(MarkKind.GAP, Span(*m.span())) for m in GAP.finditer(text, *line.span)] for line in lines]
    return tuple(replace(line, marks=tuple(found)) for line, found in zip(lines, gaps, strict=True))
