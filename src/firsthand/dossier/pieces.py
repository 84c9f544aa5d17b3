"""What pages are made of: somebody's words, sentences of ours in pieces, pictures and parts of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How grave something is: always drawn with its own shape and colour, and said in a word."""

    BAD = "bad"
    WARN = "warn"
    GOOD = "good"
    PLAIN = "plain"


class Tone(StrEnum):
    """What a piece of a sentence is."""

    PLAIN = "plain"  # our words
    STRONG = "strong"
    QUOTE = "quote"  # verbatim from its source: printed in quotation marks
    NAME = "name"  # a name or wording from the records, not in quotation marks
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence: its text, what it is, and the anchor it leads to ("" for none)."""

    text: str
    tone: Tone = Tone.PLAIN
    to: str = ""
    language: str = ""


Sentence = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling where that stands which it is on: a word for what was decided; who decided, when and why."""

    to: str
    matter: str
    shape: Shape
    word: str
    note: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Characters ``start`` to ``end`` of a line that are not simply certain: "unclear", "struck", …; what
    else they may be; whose reading it is, and how sure they were."""

    kind: str
    start: int
    end: int
    readings: tuple[str, ...] = ()
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody's words, with the language and direction they are to be shown in."""

    text: str
    language: str = ""
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page of the record: its size in the stored original and a smaller picture of it."""

    anchor: str
    record: str
    name: str
    sha256: str
    width: int
    height: int
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a page, in pixels of the stored original, and what is marked in it."""

    page: str  # its anchor
    x: int
    y: int
    width: int
    height: int
    marked: tuple[tuple[int, int, int, int], ...] = ()
    line: str = ""  # anchor of the first line marked, where that can be seen on the whole page
