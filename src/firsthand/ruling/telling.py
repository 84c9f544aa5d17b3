"""Rulings told to people: what was decided, by whom, when and why; who differs; what lost its place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from firsthand import contradicting, dossier, names
from firsthand.anchoring import orphans
from firsthand.dossier import Decided
from firsthand.model import (
    Anchor,
    Judgement,
    Matter,
    Orphan,
    Ruling,
    Thing,
    conflicts,
    deciding,
    holding,
)
from firsthand.ruled import what, words_of
from firsthand.ruling.seen import Seen

SAYING = contradicting.Words("{one} says the same as {other}", "{one} does not say the same as {other}")
FALLEN = "independence is not shown for it any more"
COMPARED = 5000  # spellings in which a name that was mistyped is looked for


class Telling:
    """Tells the rulings of one case."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    def call(self, anchor: Anchor) -> str:
        """What that is called, for people, which a ruling is on: “Ada Quist” in R4."""
        words = words_of(anchor)
        if not anchor.record:
            return words
        label = self._seen.label(anchor.record) or "a record that is no longer there"
        if anchor.thing is Thing.REPORT:
            return f"{label} ({words})"
        number = self._seen.said(anchor.record).at.get(anchor) if anchor.thing is Thing.ATTRIBUTION else None
        return f"{label}-a{number} ({words})" if number else f"{words} in {label}"

    def told(self, ruling: Ruling) -> str:
        """A ruling in two sentences: what was decided; by whom, when and why."""
        why = f": {ruling.because}" if ruling.because else ""
        settled = f", which settles {_numbers(ruling.settles)}" if ruling.settles else ""
        head = f"Ruling {ruling.number}: {what(ruling, self.call)}{settled}"
        if ruling.undoes:
            head = f"Ruling {ruling.undoes} is undone"
        return f"{head}. {ruling.by}, {dossier.moment(ruling.at)}{why}"

    def lost(self, orphan: Orphan) -> str:
        """A ruling that has no place any more, and where it may be meant to be."""
        near = f" It may be meant of {self.call(orphan.near)}: rule on that anew." if orphan.near else ""
        return f"Ruling {orphan.ruling.number} has lost its place: {orphan.why}.{near}"

    def unmet(self, ruling: Ruling) -> tuple[str, ...]:
        """A sentence for each name of a ruling that no source bears, with the likeliest one meant; nothing
        before the first trace."""
        if ruling.matter is not Matter.NAMES or not self._spellings:
            return ()
        missing = [a.words for a in ruling.on if not a.record and names.element(a)[0] not in self._borne]
        return tuple(
            f"No text of the case has “{each}” now{_meant(each, self._spellings)}" for each in missing
        )

    @cached_property
    def _spellings(self) -> Sequence[str]:
        return self._seen.labels.spellings()

    @cached_property
    def _borne(self) -> set[Hashable]:
        return {names.element(Anchor(each))[0] for each in self._spellings}

    def decided(self, traced: int) -> Decided:
        """What a dossier has to know of the rulings; the trace was made with so many."""
        at = self._seen.whole.corrected.at
        places = {
            each.number: tuple(at.get(anchor, 0) for anchor in each.on)
            for each in self._seen.rulings
            if each.matter is Matter.ATTRIBUTION
        }
        orphans = orphaned(self._seen)
        lost = {each.ruling.number: each.why for each in orphans}
        lost |= dict.fromkeys((r.number for r in self._fallen()), FALLEN)
        near = {each.ruling.number: each.near for each in orphans if each.near}
        return Decided(places, lost, near, traced)

    def _fallen(self) -> Iterator[Ruling]:
        """Rulings that a statement is confirmed, for which independence is not shown any more."""
        confirmed = [r for r in deciding(self._seen.rulings) if r.judgement is Judgement.ONE]
        yield from (each for each in confirmed if self._seen.labels.best_grade(each.on[0]) > 1)

    def contradictions(self) -> tuple[str, ...]:
        """Rulings that cannot all hold, and those in which people differ, in sentences."""
        groups = (group for group in conflicts(self._seen.rulings) if group[0].matter is not Matter.NAMES)
        return (*self.incompatible(), *map(self._differing, groups))

    def incompatible(self) -> tuple[str, ...]:
        """Rulings that cannot all hold, in sentences."""
        made = self._seen.rulings
        sayings = [(r, (r.on[0], r.on[1])) for r in holding(made, Matter.SAYING)]
        return (
            *names.contradictions(made, self.call),
            *contradicting.by_others(sayings, self.call, SAYING),
            *(
                f"Ruling {r.number} holds no longer: {what(r, self.call)}, but {FALLEN}."
                for r in self._fallen()
            ),
        )

    def _differing(self, group: Sequence[Ruling]) -> str:
        said = "; ".join(f"{each.by}: {what(each, self.call)} (ruling {each.number})" for each in group)
        return f"People differ: {said}. Until it is settled, what was proposed holds."


def orphaned(seen: Seen) -> tuple[Orphan, ...]:
    """The rulings that decide and have lost their place."""
    made = deciding(seen.rulings)
    if all(each.matter in (Matter.NAMES, Matter.RELIABILITY) for each in made):
        return ()
    whole = seen.whole
    records = tuple(whole.records.values())
    return tuple(orphans(made, records, whole.read, whole.corrected.attributions))


def _numbers(numbers: Sequence[int]) -> str:
    return f"ruling{'s' * (len(numbers) > 1)} {' and '.join(map(str, numbers))}"


def _meant(words: str, spellings: Sequence[str]) -> str:
    near = get_close_matches(words, spellings[:COMPARED], 1)
    return f". Did you mean “{near[0]}”?" if near else "; the ruling waits until one has."
