"""What hinges on a ruling, told in words and weighed: verdicts that would be others, statements that would
fall apart, origins that would be more or fewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from firsthand.model import Effect, Independence, Outcome, Verdict

# What weighs how much, of 200: that independence would be shown or no more; another verdict; more or fewer
# origins. Of those the one comes first by which more readings would have another verdict.
FLIPS, TURNS, MOVES = 160, 120, 85
MOST = 39  # readings that count
STATES = {
    Independence.SHARED: "one shared origin",
    Independence.INDEPENDENT: "independent origins",
    Independence.UNKNOWN: "not established",
}


@dataclass(frozen=True, slots=True)
class Hinge:
    """What would become of a case: in a clause after "if not", and how much that weighs; 0 for nothing."""

    told: str
    weight: int


def hinge(effect: Effect | None, labels: Mapping[str, str], own: int = 0) -> Hinge:
    """What hinges on an effect; ``own`` of its readings are what is ruled on, and do not count."""
    if effect is None:
        return Hinge("", 0)
    ordered = sorted(effect.outcomes, key=lambda each: (-_grade(each), labels.get(each.statement, "")))
    ordered = [each for each in ordered if each.then or not own]
    if not ordered:
        return Hinge("no verdict changes", 0)
    told = _told(ordered[0], labels.get(ordered[0].statement, "it"))
    if more := sum(_grade(each) > MOVES for each in ordered[1:]):
        told += f"; {more} more verdict{'s' * (more > 1)} would be {'another' if more == 1 else 'others'}"
    grade = _grade(ordered[0])
    counted = max(0, effect.readings - own) if grade > MOVES else 0
    return Hinge(told, grade + min(MOST, counted))


def as_one(verdicts: Iterable[Verdict], ours: Set[str], theirs: Set[str]) -> Effect:
    """What would become of these verdicts if the sources of two lots of attributions were one."""
    outcomes, readings = [], 0
    for each in verdicts:
        two = [
            {n for n, o in enumerate(each.origins) if not s.isdisjoint(o.readings)} for s in (ours, theirs)
        ]
        if not all(two) or len(two[0] | two[1]) != 2:
            continue
        left = len(each.origins) - 1
        then = Independence.SHARED if left == 1 else each.independence
        outcomes.append(Outcome(each.statement, each.independence, left + 1, ((then, left),)))
        if then is not each.independence:
            readings += sum(len(o.readings) for o in each.origins)
    return Effect((), tuple(outcomes), readings)


def _grade(outcome: Outcome) -> int:
    """How grave it is, before readings are counted."""
    states = {state for state, _ in outcome.then}
    if Independence.INDEPENDENT in {outcome.independence, *states} and states != {outcome.independence}:
        return FLIPS
    return MOVES if states == {outcome.independence} else TURNS


def _told(outcome: Outcome, label: str) -> str:
    now, then = STATES[outcome.independence], [STATES[state] for state, _ in outcome.then]
    if not then:
        return f"{label} is no statement any more"
    if len(then) > 1:
        if set(then) == {now}:
            return f"{label} is {len(then)} statements, each “{now}” as it is now"
        return f"{label} is {len(then)} statements, {_listed(then)}; now it is “{now}”"
    left = outcome.then[0][1]
    if then == [now]:
        return f"{label} rests on {_origins(left)}, now on {outcome.origins}; its verdict stays"
    if outcome.independence is Independence.INDEPENDENT and left < outcome.origins:
        kept = (
            f"{left} of {outcome.origins} independent origins of {label} {'is' if left == 1 else 'are'} left"
        )
        return f"{kept}, and the verdict becomes “{then[0]}”"
    return f"the verdict on {label} becomes “{then[0]}”, now it is “{now}”"


def _listed(states: list[str]) -> str:
    quoted = [f"“{each}”" for each in states]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _origins(count: int) -> str:
    return f"{count} origin{'s' * (count != 1)}"
