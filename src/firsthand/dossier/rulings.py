"""What people ruled, as a reader meets it: all in one list, and each where that stands which it is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from firsthand.dossier.index import Index
from firsthand.dossier.phrases import day, moment
from firsthand.dossier.pieces import Ruled, Shape
from firsthand.model import (
    Anchor,
    Judgement,
    Matter,
    Place,
    Ruling,
    Source,
    Thing,
    Trace,
    conflicts,
    deciding,
    standing,
)
from firsthand.ruled import GRADES, what, words_of

WORDS = {
    Judgement.ACCEPT: "accepted",
    Judgement.REJECT: "rejected",
    Judgement.CORRECT: "corrected",
    Judgement.SPLIT: "split",
    Judgement.MERGE: "merged",
    Judgement.MISSED: "added by hand",
    Judgement.UNDECIDED: "left open",
    Judgement.SAME: "ruled the same",
    Judgement.DIFFERENT: "ruled different",
    Judgement.STATES: "the record states it",
    Judgement.IMPLIES: "the record implies it",
    Judgement.SILENT: "the record is silent",
    Judgement.CONTRADICTS: "the record contradicts it",
}
LATER = "not traced since"


@dataclass(frozen=True, slots=True)
class Decided:
    """What has to be known to lay rulings out: the ``places`` of the attributions that each is on, as numbers
    in their reports; why rulings do not hold any more (``lost``), and where they may be meant (``near``); and
    how many the trace was made with."""

    places: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    lost: Mapping[int, str] = field(default_factory=dict)
    near: Mapping[int, Anchor] = field(default_factory=dict)
    traced: int | None = None

    def later(self, ruling: Ruling) -> bool:
        """Whether it was made after the trace that is shown."""
        return self.traced is not None and ruling.number > self.traced


@dataclass(frozen=True, slots=True)
class RulingNote:
    """What a person decided, in a sentence; whether it holds, and if it was undone, by whom and when."""

    anchor: str
    number: int
    judgement: str
    what: str
    by: str
    date: str
    because: str
    holds: bool
    undone: str = ""
    names: tuple[str, ...] = ()
    records: tuple[str, ...] = ()  # where each name is meant, "" for wherever
    at: str = ""
    matter: str = ""
    differs: tuple[str, ...] = ()  # anchors of rulings of others who differ, none of which is applied
    lost: str = ""  # why it has no place any more, or does not hold
    later: bool = False  # made after the trace that is shown
    to: tuple[str, ...] = ()  # where that stands which it is on
    near: tuple[str, ...] = ()  # where it may be meant that has lost its place


def ruling_notes(
    index: Index, rulings: Sequence[Ruling], decided: Decided | None = None
) -> tuple[RulingNote, ...]:
    """Every ruling in the order in which they were made, those that undo another told with that one."""
    decided = decided or Decided()
    stand, holds = ({each.number for each in found} for found in (standing(rulings), deciding(rulings)))
    settled = {n: each for each in standing(rulings) for n in each.settles}
    undone = {each.undoes: each for each in rulings if each.undoes}
    differing = _differing(rulings)
    found = []
    for each in (r for r in rulings if not r.undoes):
        ends = _end(each, undone.get(each.number), each.number in stand, settled.get(each.number))
        found.append(_note(index, each, each.number in holds, ends, differing.get(each.number, ()), decided))
    return tuple(found)


def _differing(rulings: Sequence[Ruling]) -> dict[int, tuple[Ruling, ...]]:
    groups = conflicts(rulings)
    return {each.number: tuple(r for r in group if r is not each) for group in groups for each in group}


def _end(ruling: Ruling, undone: Ruling | None, stands: bool, settled: Ruling | None) -> str:
    """Why a ruling does not decide any more; "" where it does."""
    if undone:
        why = f": {undone.because}" if undone.because else ""
        return f"undone by {undone.by}, {moment(undone.at)}{why}"
    if not stands:
        return "decided anew later by the same person"
    return f"settled by {settled.by}, ruling {settled.number}" if settled else ""


def _note(
    index: Index, ruling: Ruling, holds: bool, end: str, differs: Iterable[Ruling], decided: Decided
) -> RulingNote:
    lost = decided.lost.get(ruling.number, "") if holds else ""
    return RulingNote(
        f"J{ruling.number}",
        ruling.number,
        ruling.judgement.value,
        what(ruling, partial(_called, index)),
        ruling.by,
        moment(ruling.at),
        ruling.because,
        holds and not lost,
        end,
        tuple(anchor.words for anchor in ruling.on),
        tuple(anchor.record for anchor in ruling.on),
        ruling.at,
        ruling.matter.value,
        tuple(f"J{each.number}" for each in differs),
        lost,
        decided.later(ruling),
        tuple(_to(index, ruling, decided)),
        tuple(_near(index, ruling.matter, decided.near[ruling.number]))
        if lost and ruling.number in decided.near
        else (),
    )


def _called(index: Index, anchor: Anchor) -> str:
    where = index.anchors.get(anchor.record, "")
    if anchor.thing is Thing.REPORT:
        return where or words_of(anchor)
    return words_of(anchor) + (f" in {where}" if where else "")


def _to(index: Index, ruling: Ruling, decided: Decided) -> Iterator[str]:
    """The anchors of the attributions, statements and lines that it is on; else of the records."""
    if ruling.matter is Matter.REGION:
        yield from _of_record(index, ruling.on[0])
        return
    ids = [id for id in _subjects(index, ruling, decided.places, ()) if id in index.anchors]
    records = [anchor.record for anchor in ruling.on if anchor.record]
    found = (index.anchors.get(id, "") for id in ids or records)
    yield from dict.fromkeys(anchor for anchor in found if anchor)


def _near(index: Index, matter: Matter, anchor: Anchor) -> Iterator[str]:
    """The anchors of the place at which a ruling may be meant: what was read there, the line, the record."""
    record = index.records.get(anchor.record)
    if record is None:
        return
    read = [index.anchors[id] for id in _there(index, anchor, matter)]
    line = index.place_anchor(Place(record.id, anchor.spans))
    yield from dict.fromkeys(read) if read else filter(None, (line,))


# ------------------------------------------------------------ where that stands which is ruled on


def ruled(
    index: Index, trace: Trace, rulings: Sequence[Ruling], decided: Decided | None = None
) -> dict[str, tuple[Ruled, ...]]:
    """The rulings that decide, by the id of what each is on: an attribution, a statement, a source, a report;
    of a line of descent by both its ends ("child parent"), of a line of the record by its anchor."""
    decided = decided or Decided()
    differing = _differing(rulings)
    found: dict[str, list[Ruled]] = {}
    for each in deciding(rulings):
        shown = _ruled(each, differing.get(each.number, ()), decided)
        for id in dict.fromkeys(_subjects(index, each, decided.places, trace.sources)):
            found.setdefault(id, []).append(shown)
    return {id: tuple(each) for id, each in found.items()}


def _ruled(ruling: Ruling, differs: Sequence[Ruling], decided: Decided) -> Ruled:
    lost = decided.lost.get(ruling.number, "")
    later = decided.later(ruling)
    ends = [f"{each.by} differs (ruling {each.number}): nothing is decided" for each in differs]
    ends += [f"does not hold any more: {lost}"] if lost else []
    ends += [LATER] if later else []
    why = f": {ruling.because}" if ruling.because else ""
    note = " · ".join([f"{ruling.by}, {day(ruling.at)}{why}", *ends])
    shape = Shape.WARN if differs or lost else Shape.PLAIN if later else Shape.GOOD
    return Ruled(f"J{ruling.number}", ruling.matter.value, shape, _word(ruling), note)


def _word(ruling: Ruling) -> str:
    if ruling.matter is Matter.REGION:
        return "region drawn"
    if ruling.judgement in GRADES:
        scope = f" ({ruling.scope})" if ruling.scope else ""
        return f"grade {ruling.judgement}, {GRADES[ruling.judgement]}{scope}"
    if ruling.judgement in (Judgement.FROM, Judgement.NOT_FROM):
        no = "" if ruling.judgement is Judgement.FROM else "not "
        return f"{no}taken from {words_of(ruling.on[-1])}"
    return WORDS.get(ruling.judgement, f"ruled: {ruling.judgement}")


def _subjects(
    index: Index, ruling: Ruling, places: Mapping[int, tuple[int, ...]], sources: Sequence[Source]
) -> Iterator[str]:
    if ruling.matter is Matter.ATTRIBUTION:
        yield from _numbered(index, ruling, places.get(ruling.number, ()))
    elif ruling.matter is Matter.DESCENT:
        yield from _line(index, ruling)
    elif ruling.matter is Matter.REGION:
        yield from _of_record(index, ruling.on[0])
    elif ruling.matter is Matter.NAMES:
        yield from (each.id for each in sources if ruling.number in each.rulings)
    elif ruling.matter is Matter.RELIABILITY:
        yield from _graded(index, ruling.on[0].words, sources)
    else:
        own = ruling.on[:1] if ruling.matter is Matter.SUPPORT else ruling.on
        for anchor in own:
            yield from _there(index, anchor, ruling.matter)


def _numbered(index: Index, ruling: Ruling, numbers: Sequence[int]) -> Iterator[str]:
    for anchor, number in zip(ruling.on, numbers, strict=False):
        label = f"{index.anchors.get(anchor.record, '')}-a{number}"
        own = index.of_record.get(anchor.record, ())
        yield from (each.id for each in own if index.anchors[each.id] == label)


def _there(index: Index, anchor: Anchor, matter: Matter) -> Iterator[str]:
    """The attribution at a place, or the statement that it belongs to; of what says the same both."""
    for each in index.of_record.get(anchor.record, ()):
        if each.content == anchor.spans:
            if anchor.thing is Thing.ATTRIBUTION:
                yield each.id
            if anchor.thing is Thing.STATEMENT or matter is Matter.SAYING:
                yield from index.statements_of.get(each.id, ())


def _of_record(index: Index, anchor: Anchor) -> Iterator[str]:
    """The anchor of a line of the record: a line has no id."""
    record = index.records.get(anchor.record)
    for line in record.lines if record else ():
        if (line.span,) == anchor.spans and anchor.record in index.anchors:
            yield index.line_anchor(anchor.record, line.number)


def _line(index: Index, ruling: Ruling) -> Iterator[str]:
    """The line between both ends; the report where there is none."""
    child, parent = ruling.on
    wanted = parent.words.casefold()
    ends = [
        line.parent
        for line in index.parents.get(child.record, ())
        if line.parent == parent.record
        or (not parent.record and index.nodes[line.parent].name.casefold() == wanted)
    ]
    yield from (f"{child.record} {each}" for each in ends)
    if not ends:
        yield child.record


def _graded(index: Index, name: str, sources: Sequence[Source]) -> Iterator[str]:
    """The source that is graded, and its reports, which inherit it."""
    for each in sources:
        if name.casefold() in {spelling.casefold() for spelling in (each.name, *each.spellings)}:
            yield each.id
            yield from each.records
    yield from (each.id for each in index.reports() if each.outlet.casefold() == name.casefold())
