"""What was read, as people ruled that it is: rulings on attributions put on what the reader found.

Applied after reading, before anything else sees attributions. What an attribution becomes has an id made from
its content as any other has; the same rulings give the same, in whatever order they were made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand import reading
from firsthand.anchoring import Ground, ground, orphan
from firsthand.model import Anchor, Attribution, Judgement, Kind, Matter, Record, Ruling, holding
from firsthand.text import meet

Becomes = Mapping[str, tuple[Attribution, ...]]
"""What attributions become by rulings, by the id under which they were read."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The attributions of a case as they were ruled to be.

    ``numbers`` are those by which each is called in its record, for records that were ruled on: one that was
    corrected keeps its number, one that was rejected leaves it to the report's own voice, and what people
    added comes last, in the order in which it was ever added. ``at`` is the number of what a ruling is on,
    ``became`` what that is now, if a ruling that holds says so, and ``changing`` are those by which it is
    another than was read.
    """

    attributions: tuple[Attribution, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[Anchor, int] = field(default_factory=dict)
    became: Mapping[Anchor, tuple[Attribution, ...]] = field(default_factory=dict)
    changing: tuple[Ruling, ...] = ()


def corrected(records: Sequence[Record], read: Sequence[Attribution], rulings: Sequence[Ruling]) -> Corrected:
    """What was ``read``, with the ``rulings`` of a case on it: those that hold and have their place.

    ``read`` is in order of record and place, and so is what comes back.
    """
    ours = [each for each in rulings if each.matter is Matter.ATTRIBUTION and not each.undoes]
    if not ours:
        return Corrected(tuple(read))
    case = ground(records, read, ours)
    held = [each for each in holding(rulings, Matter.ATTRIBUTION) if orphan(each, case) is None]
    held = [each for each in held if each.judgement is not Judgement.UNDECIDED]
    done = {
        record: _OfRecord(case, record, _within(record, ours), _within(record, held)).corrected()
        for record in dict.fromkeys(anchor.record for each in ours for anchor in each.on)
        if record in case.records
    }
    said = defaultdict[str, list[Attribution]](list)
    for each in read:
        said[each.record].append(each)
    said |= {record: list(found.attributions) for record, found in done.items()}
    return Corrected(
        tuple(each for record in records for each in said.get(record.id, ())),
        {id: number for found in done.values() for id, number in found.numbers.items()},
        {anchor: number for found in done.values() for anchor, number in found.at.items()},
        {each.on[0]: each.becomes for each in held},
        tuple(each for each in held if not each.becomes or not case.has(each.becomes)),
    )


def _within(record: str, rulings: Iterable[Ruling]) -> list[Ruling]:
    return [each for each in rulings if any(anchor.record == record for anchor in each.on)]


class _OfRecord:
    """One record with what was read in it, all rulings ever made on that, and those that are ``held``."""

    def __init__(self, case: Ground, record: str, made: Sequence[Ruling], held: Sequence[Ruling]) -> None:
        self._case, self._record, self._held = case, case.records[record], held
        self._read = case.read.get(record, ())
        ordered = sorted(self._read, key=_place)
        self._numbers = {each.id: number for number, each in enumerate(ordered, 1)}
        self._at: dict[Anchor, int] = {}
        self._parts: dict[str, int] = {}  # of what others were split into, by id
        last = len(ordered)
        for each in made:
            last = self._count(each, last)
        self._last = last

    def _count(self, ruling: Ruling, last: int) -> int:
        """Gives what a ruling is on and what it adds their numbers; the last that is taken then."""
        for anchor in ruling.on:
            there = self._case.there(anchor)
            if there:
                self._at[anchor] = self._numbers[there[0].id]
            elif anchor not in self._at and ruling.judgement is Judgement.MISSED:
                last += 1
                self._at[anchor] = last
        for each in ruling.becomes[1:]:
            last += each.id not in self._parts
            self._parts.setdefault(each.id, last)
        return last

    def corrected(self) -> Corrected:
        """The attributions of the record as they were ruled to be."""
        becomes, added = self._becomes()
        kept = (become for each in self._read for become in becomes.get(each.id, (each,)))
        found = {each.id: each for each in (*kept, *added)}
        own = self._own_voice(list(found.values()), becomes)
        found = {id: each for id, each in found.items() if each.kind is not Kind.OWN} | own
        said = sorted(found.values(), key=lambda each: (each.content, each.id))
        for each in said:
            if each.id not in self._numbers:
                self._last += 1
                self._numbers[each.id] = self._last
        parents = {each.id: each.parent for each in self._read}
        numbers = {each.id: self._numbers[each.id] for each in said}
        return Corrected(tuple(_with_parents(said, becomes, parents)), numbers, self._at)

    def _becomes(self) -> tuple[dict[str, tuple[Attribution, ...]], list[Attribution]]:
        """What those that were read become, and what was added; each is given its number."""
        found: dict[str, tuple[Attribution, ...]] = {}
        added: list[Attribution] = []
        for ruling in self._held:
            were = [there.id for anchor in ruling.on for there in self._case.there(anchor)]
            found |= dict.fromkeys(were, ()) | dict.fromkeys(were[:1], ruling.becomes)
            added += ruling.becomes if not were else ()
            for nth, each in enumerate(ruling.becomes):
                first = self._at.get(ruling.on[0], self._last + 1)
                self._numbers.setdefault(each.id, self._parts[each.id] if nth else first)
        return found, added

    def _own_voice(self, said: Sequence[Attribution], becomes: Becomes) -> dict[str, Attribution]:
        """What the report tells in its own voice, now that more or less of it is somebody's.

        In the place of an attribution that was rejected it has the number of that one.
        """
        others = [each for each in said if each.kind is not Kind.OWN]
        own = {each.id: each for each in said if each.kind is Kind.OWN}
        if {each.id for each in self._read if each.kind is not Kind.OWN} == {each.id for each in others}:
            return own
        text, language = self._record.text, self._record.language
        told = reading.own_voice(text, language, self._record.id, others)
        fresh = {each.id: each for each in reading.propositions(text, language, told)}
        ruled = {each.id for found in becomes.values() for each in found}
        new = {id: each for id, each in fresh.items() if id not in own and id not in becomes}
        for each in self._read:
            if becomes.get(each.id) == ():
                for here in (n for n in new.values() if meet(n.content, each.content)):
                    self._numbers.setdefault(here.id, self._numbers[each.id])
                    break
        return {id: each for id, each in own.items() if id in fresh or id in ruled} | new


def _place(each: Attribution) -> tuple[int, str]:
    """By what the attributions of a record are numbered."""
    return each.content[0].start if each.content else 0, each.id


def _with_parents(
    said: Sequence[Attribution], becomes: Becomes, parents: Mapping[str, str]
) -> Iterator[Attribution]:
    """The same, each nested in what its parent became; in that one's parent where it was rejected."""
    here = {each.id for each in said}
    for each in said:
        parent = each.parent
        while becomes.get(parent) == ():
            parent = parents.get(parent, "")
        parent = becomes[parent][0].id if parent in becomes else parent
        parent = parent if parent in here and parent != each.id else ""
        yield each if parent == each.parent else replace(each, parent=parent)
