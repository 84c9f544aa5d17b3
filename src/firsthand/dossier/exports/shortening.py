"""As much of a large dossier as one piece can hold: a file for a browser, a document, what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from msgspec import json

from firsthand.dossier.exports.folder import anchors
from firsthand.dossier.index import sheet_of
from firsthand.dossier.phrases import listed
from firsthand.dossier.sheets import Dossier

FEW, ROWS, MANY = 200, 5, 500
TIMES = (16, 8, 4, 2, 1)  # of so many times these numbers the first is taken that has room
ELSEWHERE = "All of it is in the other forms: the pages of an edition, the workbench, JSON."
Step = tuple[str, Callable[[Dossier], Dossier]]


@dataclass(frozen=True, slots=True)
class Short:
    """What of a dossier is shown in one piece, and in words what is left out."""

    shown: Dossier
    left: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is left out, in a sentence; "" where nothing is."""
        return f"{listed(self.left, len(self.left))}. {ELSEWHERE}" if self.left else ""


def size(dossier: Dossier) -> int:
    """About how many characters of markup the sheets of a dossier make: as many as of JSON (of 500 reports
    13.4 and 13.3 million), which takes a fiftieth of the time."""
    return sum(len(_encoded(each)) for sheets in _sheets(dossier) for each in sheets)


def _encoded(sheet: Any) -> bytes | str:
    try:
        return json.encode(sheet)
    except UnicodeEncodeError:  # half a character
        return repr(sheet)


def _sheets(made: Dossier) -> Iterator[Sequence[Any]]:
    yield from (made.statements, made.reports, made.sources, made.picture.tellings, made.custody.acts)
    yield from (made.records, made.papers, made.aids, made.rulings, made.identities, made.findings)


def shortened(dossier: Dossier, most: int, steps: Sequence[Step] = ()) -> Short:
    """A dossier that makes at most so many characters, as near as may be: what is least needed is left out
    step by step (``LESS`` without others), in the end all but the first of everything."""
    short = Short(dossier)
    for what, less in steps or LESS:
        if size(short.shown) <= most:
            return short
        short = Short(less(short.shown), (*short.left, what))
    return short if size(short.shown) <= most else _firsts(short, most)


def _firsts(short: Short, most: int) -> Short:
    for times in TIMES:
        cut = Short(_first(short.shown, times), (*short.left, _but_first(times)))
        if size(cut.shown) <= most:
            break
    return cut


def leads(short: Short) -> Callable[[str], str]:
    """Where links inside the piece lead: a passage that is left out to its report, anything else that is to
    the sentence that says so."""
    if not short.left:
        return _here
    gone = set() if short.shown.picture.boxes else {"picture"}
    there = anchors(short.shown) - gone | {"left-out"}
    return lambda anchor: f"#{next(a for a in (anchor, sheet_of(anchor), 'left-out') if a in there)}"


def _here(anchor: str) -> str:
    return f"#{anchor}"


def has_texts(dossier: Dossier) -> bool:
    """Whether the texts of the reports are shown; where they are not, reports are a list."""
    return any(each.paragraphs for each in dossier.reports)


def _logless(dossier: Dossier) -> Dossier:
    return replace(dossier, custody=replace(dossier.custody, acts=()))


def textless(dossier: Dossier) -> Dossier:
    """Without the texts of the reports."""
    reports = (replace(each, text="", paragraphs=(), tags=()) for each in dossier.reports)
    return replace(dossier, reports=tuple(reports))


def _without_own(dossier: Dossier) -> Dossier:
    return replace(dossier, statements=tuple(each for each in dossier.statements if not each.compact))


def undrawn(dossier: Dossier) -> Dossier:
    """Without who had it from whom."""
    return replace(dossier, picture=replace(dossier.picture, boxes=(), lines=(), tellings=()))


def _of_several(dossier: Dossier) -> Dossier:
    return replace(dossier, statements=tuple(each for each in dossier.statements if each.reports > 1))


def _first(dossier: Dossier, times: int) -> Dossier:
    """The first of everything."""
    few, many = times * FEW, times * MANY
    statements = (
        replace(each, families=tuple(replace(f, rows=f.rows[:ROWS]) for f in each.families[:ROWS]))
        for each in dossier.statements[:few]
    )
    return replace(
        dossier,
        statements=tuple(statements),
        sources=dossier.sources[:few],
        reports=dossier.reports[:many],
        findings=tuple(replace(group, rest=()) for group in dossier.findings),
        records=tuple(replace(each, lines=each.lines[:many]) for each in dossier.records),
    )


def _but_first(times: int) -> str:
    return (
        f"all but the first {times * FEW:,} statements, with {ROWS} readings of each wording, the first"
        f" {times * FEW:,} sources, {times * MANY:,} reports and {times * MANY:,} lines of each record"
    )


OWN: Step = ("statements told once, in a report’s own voice", _without_own)
ALONE: Step = ("statements of one report alone", _of_several)
# What is left out one after another until the rest has room.
LESS: tuple[Step, ...] = (
    ("the custody log", _logless),
    ("the texts of the reports", textless),
    OWN,
    ("who had it from whom, with its evidence", undrawn),
    ALONE,
)
