"""The door: two names in, a Likeness out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from firsthand.model.names import Likeness, Sameness
from firsthand.model.reading import Being
from firsthand.names.comparing.aligning import Alignment, Pair, align
from firsthand.names.comparing.parts import Kind, Part, Taken, looks_like_body, take
from firsthand.names.comparing.weighing import features, score

SAME_FROM, DIFFERENT_BELOW = 0.5, 0.3
LEFT_OUT = frozenset({Kind.TITLE, Kind.FORM, Kind.IDLE})


def compare(one: str, other: str, being: Being = Being.UNKNOWN) -> Likeness:
    """How likely ``one`` and ``other`` are spellings of one name, with the reasons.

    Whether two people bear that name cannot be known from it. Any string is answered; names in which
    nothing can be read ("", "?!") cannot be told apart, unless they are written alike.
    """
    if one > other:
        return _turned(_compare(other, one, being))
    return _compare(one, other, being)


@lru_cache(maxsize=8_192)
def _compare(one: str, other: str, being: Being) -> Likeness:
    if one == other and one.strip():
        return Likeness(1.0, Sameness.SAME, (), ((one, one),), (), "as written")
    if being is Being.UNKNOWN and (looks_like_body(one) or looks_like_body(other)):
        being = Being.BODY
    taken = take(one, being), take(other, being)
    told = tuple(dict.fromkeys(note for each in taken for note in each.told))
    if not all(any(p.kind is not Kind.TITLE for p in each.parts) for each in taken):
        return _unreadable(one, other, told)
    ours, theirs = (tuple(p for p in each.parts if p.kind not in LEFT_OUT) for each in taken)
    found = align(ours, theirs)
    likely = round(score(features(found, _forms_differ(*taken))), 3)
    return Likeness(
        score=likely,
        verdict=answer(likely),
        reasons=(*_agreeing(found), *_differing(found), *_set_aside(*taken), *told),
        agree=tuple((p.one, p.other) for p in found.agreed),
        differ=tuple((p.one, p.other) for p in found.opposed),
        route="; ".join(dict.fromkeys(p.agreement.route or "as written" for p in found.agreed)),
    )


def answer(likely: float) -> Sameness:
    """The answer that a score stands for."""
    if likely >= SAME_FROM:
        return Sameness.SAME
    return Sameness.DIFFERENT if likely < DIFFERENT_BELOW else Sameness.CANNOT_TELL


def _unreadable(one: str, other: str, told: tuple[str, ...]) -> Likeness:
    if one.strip() and one.split() == other.split():
        return Likeness(
            1.0, Sameness.SAME, ("the two are written alike", *told), ((one, other),), (), "as written"
        )
    return Likeness(0.3, Sameness.CANNOT_TELL, ("there is no name in one of the two", *told))


def _forms_differ(one: Taken, other: Taken) -> bool:
    ours, theirs = ({p.key for p in each.of(Kind.FORM)} - {"company"} for each in (one, other))
    return bool(ours and theirs and not ours & theirs)


def _agreeing(found: Alignment) -> tuple[str, ...]:
    return tuple(_told(p) for p in found.agreed if p.one != p.other)


def _told(pair: Pair) -> str:
    return f"{pair.one} = {pair.other}: {pair.agreement.route or 'the same letters'}"


def _differing(found: Alignment) -> tuple[str, ...]:
    opposed = tuple(
        f"{p.one} against {p.other}" + (f": {p.agreement.route}" if p.agreement.route else "")
        for p in found.opposed
    )
    over = tuple(f"only one has {_listed(side)}" for side in (found.over, found.other_over) if side)
    return (*opposed, *over)


def _set_aside(one: Taken, other: Taken) -> tuple[str, ...]:
    """Titles and legal forms, which are told and not compared."""
    told = []
    for kind, noun in ((Kind.TITLE, "title"), (Kind.FORM, "legal form")):
        ours, theirs = one.of(kind), other.of(kind)
        if [p.key for p in ours] != [p.key for p in theirs]:
            told.append(f"{noun}: {_listed(ours) or 'none'} and {_listed(theirs) or 'none'}")
    return tuple(told)


def _listed(parts: tuple[Part, ...]) -> str:
    return " ".join(p.text for p in parts)


def _turned(found: Likeness) -> Likeness:
    return replace(
        found, agree=tuple((b, a) for a, b in found.agree), differ=tuple((b, a) for a, b in found.differ)
    )
