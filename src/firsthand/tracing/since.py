"""What was ruled since the trace before: whether it confirms what was proposed there, or changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from firsthand.anchoring import Ground
from firsthand.joining import joined
from firsthand.model import (
    Anchor,
    Attribution,
    Change,
    Judgement,
    Matter,
    Ruling,
    Statement,
    Thing,
    Trace,
    holding,
)
from firsthand.ruled import GRADES, because


@dataclass(frozen=True)
class Since:
    """The ``rulings`` of a case, and how many of them the trace before was made with; what was read in the
    records that they are on, as it was ruled to be then (``was``) and as it is now."""

    rulings: Sequence[Ruling]
    before: int
    was: Ground
    now: Ground

    @cached_property
    def same(self) -> Mapping[str, str]:
        """One id for each attribution and all that it ever became: by it a statement is known again."""
        pairs = []
        for each in self.rulings:
            if each.matter is Matter.ATTRIBUTION and each.becomes:
                ids = [a.id for anchor in each.on for a in self._there(anchor)] + [a.id for a in each.becomes]
                pairs += [(ids[0], id) for id in ids]
        return joined(pairs)

    def _there(self, anchor: Anchor) -> list[Attribution]:
        return list(dict.fromkeys((*self.was.there(anchor), *self.now.there(anchor))))

    def known(self, attribution: str) -> str:
        """The id by which an attribution is known again."""
        return self.same.get(attribution, attribution)

    @property
    def new(self) -> Sequence[Ruling]:
        """The rulings that were made since."""
        return self.rulings[self.before :]

    def touching(self, statement: Statement) -> list[int]:
        """The numbers of those that are on a statement, one of its readings or a report that has it."""
        members = set(map(self.known, statement.attributions))
        return [each.undoes or each.number for each in self.new if members & self._touched(each)]

    def _touched(self, ruling: Ruling) -> set[str]:
        found = {a.id for anchor in ruling.on for a in self._there(anchor)} | {a.id for a in ruling.becomes}
        if ruling.matter is Matter.DESCENT:
            found |= {a.id for a in self.now.read.get(ruling.on[0].record, ())}
        return set(map(self.known, found))

    def told(self, before: Trace) -> Iterator[Change]:
        """Each ruling since, and whether it is as it was proposed."""
        hold = {each.number for each in holding(self.rulings, *Matter)}
        for each in self.new:
            subject = f"J{each.undoes or each.number}"
            if each.undoes:
                yield Change("ruling", subject, f"Ruling {each.undoes} was undone by {each.by}.")
            elif each.number not in hold:
                note = (
                    f"{because(each).rstrip('.')}. Others differ, or it was decided anew: it is not applied."
                )
                yield Change("ruling", subject, note)
            else:
                confirmed = _confirms(each, before, self.was)
                what = "confirmed" if confirmed else "ruling"
                ends = {True: " So it was proposed.", False: " It was proposed otherwise.", None: ""}
                yield Change(what, subject, f"{because(each).rstrip('.')}.{ends[confirmed]}")


def _confirms(ruling: Ruling, before: Trace, was: Ground) -> bool | None:
    """Whether the trace before had it so; None where nothing is proposed, or nothing was decided."""
    if ruling.judgement is Judgement.UNDECIDED or ruling.judgement in GRADES:
        return None
    if ruling.matter is Matter.REGION:
        return None
    if ruling.matter is Matter.ATTRIBUTION:
        there = [a.id for anchor in ruling.on for a in was.there(anchor)]
        return set(there) == {a.id for a in ruling.becomes}
    if ruling.matter is Matter.SAYING:
        return _together(ruling, before, was) is (ruling.judgement is Judgement.SAME)
    if ruling.matter is Matter.DESCENT:
        return _drawn(ruling, before) is (ruling.judgement is Judgement.FROM)
    if ruling.matter is Matter.SUPPORT:
        return _borne(ruling, before, was)
    return _one_source(ruling, before) is (ruling.judgement is Judgement.SAME)


def _statements(anchor: Anchor, before: Trace, was: Ground) -> set[str]:
    ids = {each.id for each in was.there(anchor)}
    return {s.id for s in before.statements if not ids.isdisjoint(s.attributions)}


def _together(ruling: Ruling, before: Trace, was: Ground) -> bool:
    one, other = (_statements(anchor, before, was) for anchor in ruling.on)
    return not one.isdisjoint(other)


def _drawn(ruling: Ruling, before: Trace) -> bool:
    child, parent = ruling.on
    named = {n.id for n in before.nodes if not n.record and n.name.casefold() == parent.words.casefold()}
    ends = {parent.record} if parent.record else named
    return any(d.child == child.record and d.parent in ends for d in before.descents)


def _borne(ruling: Ruling, before: Trace, was: Ground) -> bool:
    ids = {each.id for each in was.there(ruling.on[0])}
    if ruling.on[0].thing is Thing.STATEMENT:
        ids = {a for s in before.statements if not ids.isdisjoint(s.attributions) for a in s.attributions}
    said = [s.bearing.value for s in before.supports if s.attribution in ids]
    return bool(said) and set(said) == {ruling.judgement.value}


def _one_source(ruling: Ruling, before: Trace) -> bool:
    words = {anchor.words.casefold() for anchor in ruling.on}
    spelled = ({spelling.casefold() for spelling in (s.name, *s.spellings)} for s in before.sources)
    return any(words <= each for each in spelled)
