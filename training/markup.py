"""Labelled sentences: the tags that stand in a passage, read into spans.

`training/sentences/README.md` says what the tags mean; here is only how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from firsthand.model import Speech, Stance

ROLES = MappingProxyType(
    {"s": "source", "c": "cue", "t": "content", "m": "channel", "a": "addressee", "r": "relay"}
)
Spans = tuple[tuple[int, int], ...]

_TAG = re.compile(r"<(?P<close>/?)(?P<role>[sctmar])(?P<number>[1-9]?)(?P<extras>(?: +[a-z-]+)*)>")
_STANCES = {stance.value for stance in Stance}
_SPEECHES = {speech.value for speech in Speech}


class MarkupError(ValueError):
    """A passage that is not written as it should be; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One labelled attribution: the spans of each role as (start, end) in code points, in text order."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    channel: Spans = ()
    addressee: Spans = ()
    relay: Spans = ()
    stance: Stance = Stance.ASSERTS
    hedged: bool = False
    speech: Speech = Speech.ACTUAL


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage without its tags, and the attributions that they marked, by their number."""

    text: str
    attributions: tuple[Marked, ...] = ()


@dataclass
class _Marks:
    """What the tags of one number have said so far."""

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    extras: list[str] = field(default_factory=list)


def read_sentences(path: Path) -> tuple[Passage, ...]:
    """Every passage of a file; blank lines and lines that begin with ``#`` are passed over.

    Raises `MarkupError` with the file's name and the number of the line that is wrong.
    """
    return tuple(_numbered(path))


def _numbered(path: Path) -> Iterator[Passage]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield parse(line)
        except MarkupError as fault:
            raise MarkupError(f"{path.name}, line {number}: {fault}") from None


def parse(line: str) -> Passage:
    """One tagged passage; space around it does not count. Raises `MarkupError` if a tag is wrong."""
    line = line.strip()
    marks: dict[int, _Marks] = {}
    text, at = "", 0
    open_tags: list[tuple[str, int]] = []
    for tag in _TAG.finditer(line):
        text += _plain(line[at : tag.start()])
        at = tag.end()
        if tag["close"]:
            _close(tag, open_tags, marks, len(text))
        else:
            open_tags.append((tag["role"] + tag["number"], len(text)))
            marks.setdefault(int(tag["number"] or 1), _Marks()).extras += _extras(tag)
    text += _plain(line[at:])
    if open_tags:
        raise MarkupError(f"<{open_tags[-1][0]}> is never closed")
    return Passage(text, tuple(_marked(number, marks[number]) for number in sorted(marks)))


def _plain(piece: str) -> str:
    if "<" in piece or ">" in piece:
        raise MarkupError(f"this is no tag: {piece.strip()!r}")
    return piece


def _close(tag: re.Match[str], open_tags: list[tuple[str, int]], marks: dict[int, _Marks], end: int) -> None:
    name = tag["role"] + tag["number"]
    if tag["extras"] or not open_tags or open_tags[-1][0] != name:
        awaited = f"</{open_tags[-1][0]}>" if open_tags else "no closing tag"
        raise MarkupError(f"{tag[0]} stands where {awaited} belongs")
    _, start = open_tags.pop()
    if start == end:
        raise MarkupError(f"<{name}> holds nothing")
    spans = marks[int(tag["number"] or 1)].spans
    spans.setdefault(ROLES[tag["role"]], []).append((start, end))


def _extras(tag: re.Match[str]) -> list[str]:
    extras = tag["extras"].split()
    if extras and tag["role"] != "t":
        raise MarkupError(f"{tag[0]}: only the content carries extras")
    for extra in extras:
        if extra not in _STANCES | _SPEECHES | {"hedged"}:
            raise MarkupError(f"{extra!r} is no stance, no manner of speech and not 'hedged'")
    return extras


def _marked(number: int, marks: _Marks) -> Marked:
    if "content" not in marks.spans:
        raise MarkupError(f"attribution {number} has no content")
    return Marked(
        **{role: tuple(sorted(spans)) for role, spans in marks.spans.items()},
        stance=Stance(_one(marks.extras, _STANCES, "asserts")),
        speech=Speech(_one(marks.extras, _SPEECHES, "actual")),
        hedged="hedged" in marks.extras,
    )


def _one(extras: list[str], among: set[str], usual: str) -> str:
    """The only one of these extras that was given; parts of a content that repeats it say the same."""
    given = sorted(among.intersection(extras))
    if len(given) > 1:
        raise MarkupError(f"one content cannot be both {given[0]} and {given[1]}")
    return given[0] if given else usual
