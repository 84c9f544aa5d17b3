"""Who had it from whom, as drawn: boxes and lines with their places, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.dossier.pieces import Ruled, Sentence


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the picture: one text or hand, or a stack of several."""

    id: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    small: str
    kind: str  # report, record, translation, ghost, gap, stack
    family: int
    to: str
    title: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture: from what was copied to what was made of it."""

    anchor: str
    points: tuple[tuple[int, int], ...]
    family: int
    certainty: str
    loop: bool
    backward: bool
    title: str
    support: str = ""  # "93", of several lines the least: "≥61"; empty where none hangs on wording
    label: tuple[int, int] = (0, 0)  # where it stands


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of descent in words: who had it from whom, how sure, and on what evidence."""

    anchor: str
    child: str
    child_to: str
    parent: str
    parent_to: str
    parent_note: str  # what it is, where it is not in the case
    certainty: str
    evidence: tuple[Sentence, ...]
    support: int | None = None  # of a hundred redraws; None where it hangs on no wording
    redrawn: str = ""  # the same in words
    rulings: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A date over a column of the picture."""

    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Who had it from whom: the drawing, and the same in words."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    families: tuple[str, ...]
    tellings: tuple[Telling, ...]
    loops: tuple[str, ...]
    alone: tuple[tuple[str, str], ...]  # (anchor, name) of reports without a line to another
