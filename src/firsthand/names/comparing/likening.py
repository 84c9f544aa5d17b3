"""The door: two names in, a Likeness out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from firsthand.model.names import Likeness, Sameness
from firsthand.model.reading import Being
from firsthand.names.comparing.aliases import aliases
from firsthand.names.comparing.aligning import MOST, Alignment, align
from firsthand.names.comparing.parts import Kind, Taken, looks_like_body, take
from firsthand.names.comparing.pinyin import chinese
from firsthand.names.comparing.syllables import APART, likened
from firsthand.names.comparing.tables import given
from firsthand.names.comparing.telling import agreeing, differing, set_aside
from firsthand.names.comparing.weighing import bars, by_syllables, features, saying, weighed
from firsthand.names.comparing.words import alike
from firsthand.names.routes.letters import script_of
from firsthand.names.routes.reading_back import index

SAME_FROM, DIFFERENT_BELOW = 0.5, 0.3
ONE_FATHER = 0.25  # so far apart may two spellings of one father's name be
LEFT_OUT = frozenset({Kind.TITLE, Kind.FORM})


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
    taken = taken_apart(one, other, being)
    ours, theirs = (aliases(name, each.body) for name, each in zip((one, other), taken, strict=True))
    found = _as_written(taken)
    if not ours and not theirs:
        return found
    being = Being.BODY if taken[0].body else being
    pairs = product(ours or (one,), theirs or (other,))
    return max(found, *(_by_alias(a, b, being) for a, b in pairs), key=lambda each: each.score)


def _by_alias(one: str, other: str, being: Being) -> Likeness:
    found = compare(one, other, being)
    return replace(found, reasons=(f"of two names in one, {one} and {other} are compared", *found.reasons))


def _as_written(taken: tuple[Taken, Taken]) -> Likeness:
    one, other = (each.name for each in taken)
    told = tuple(dict.fromkeys(note for each in taken for note in each.told))
    if not all(any(p.kind is not Kind.TITLE for p in each.parts) for each in taken):
        return _unreadable(one, other, told)
    found = korean(*taken)
    if found is None or _may_be_foreign(*taken):
        found = max(filter(None, (aligned(*taken), found)), key=lambda each: each.score)
    return replace(found, reasons=(*found.reasons, *set_aside(*taken), *told))


def taken_apart(one: str, other: str, being: Being) -> tuple[Taken, Taken]:
    """Both names taken apart, as those of bodies if it is not known and one of them looks like one."""
    if being is Being.UNKNOWN and (looks_like_body(one) or looks_like_body(other)):
        being = Being.BODY
    return take(one, being), take(other, being)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two names laid side by side, what that says as numbers, and what bars them from being the same."""

    found: Alignment
    features: dict[str, float]
    barred: tuple[str, ...]
    body: bool


def evidence(one: Taken, other: Taken) -> Evidence:
    """What there is for and against two names, word by word."""
    ours, theirs = (tuple(p for p in each.parts if p.kind not in LEFT_OUT) for each in (one, other))
    found = align(ours, theirs)
    forms = bool(_forms(one) and _forms(other)) and not _forms(one) & _forms(other)
    turned = _called_in_turn(one, other)
    barred = bars(found, one.body, forms, _other_father(one, other), turned)
    return Evidence(found, features(found), barred, one.body)


def aligned(one: Taken, other: Taken) -> Likeness:
    """Two names compared word by word."""
    told = evidence(one, other)
    found, likely = told.found, round(weighed(told.features, told.barred, told.body), 3)
    return Likeness(
        score=likely,
        verdict=answer(likely, bool(told.barred)),
        reasons=(*agreeing(found), *differing(found), *saying(told.barred)),
        agree=tuple((p.one, p.other) for p in found.agreed),
        differ=tuple((p.one, p.other) for p in found.opposed),
        route="; ".join(dict.fromkeys(p.agreement.route or "as written" for p in found.agreed)),
    )


def korean(one: Taken, other: Taken) -> Likeness | None:
    """Two names compared syllable by syllable; None where they are not both Korean names.

    Nor where only a letter stands twice ("Jong-uun"): that is a slip, whatever syllables it makes.
    """
    ours, theirs = (tuple(p.key for p in each.parts if p.kind is not Kind.TITLE) for each in (one, other))
    if one.body or not _may_be_korean(ours, theirs) or squeezed(ours) == squeezed(theirs):
        return None
    whole = (tuple(p.key for p in each.parts) for each in (one, other))  # Пан: a form of address, and 방
    spelled = product(*(dict.fromkeys(both) for both in zip((ours, theirs), whole, strict=True)))
    likely = (likened(" ".join(a), " ".join(b)) for a, b in spelled)
    found = min(filter(None, likely), key=lambda each: each.apartness, default=None)
    if found is None:
        return None
    score = by_syllables(found)
    return Likeness(
        score=score,
        verdict=answer(score),
        reasons=tuple(pair.told for pair in found.pairs if pair.told),
        agree=tuple((p.one, p.other) for p in found.pairs if p.cost < APART),
        differ=tuple((p.one, p.other) for p in found.pairs if p.cost >= APART),
        route="Korean syllables",
    )


def _may_be_korean(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one is in Hangul, or both have several words and no given name of another language."""
    if any(script_of(word[0]) == "HANGUL" for word in (*ours, *theirs)):
        return True
    return min(len(ours), len(theirs)) > 1 and not (_foreign(ours) or _foreign(theirs))


def _foreign(words: tuple[str, ...]) -> bool:
    """Whether a given name of another language is among the words; a syllable of three is none (Sam: 삼)."""
    own = index("LATIN").given if len(words) > 2 else {}
    return any(word in given() and word not in own for word in words)


def _may_be_foreign(one: Taken, other: Taken) -> bool:
    """Whether a name in Hangul stands beside one in letters, and is not in one word beside several.

    So the names of foreigners stand: 제이슨 리 beside "Jason Lee", 마스오 beside "Masuo"; Chinese ones are
    written by their sound (리샤오펑) or by the Korean reading.
    """
    ours, theirs = (each.of(Kind.NAME) for each in (one, other))
    hangul = [bool(side) and script_of(side[0].key[0]) == "HANGUL" for side in (ours, theirs)]
    if hangul[0] == hangul[1]:
        return False
    written, letters = (ours, theirs) if hangul[0] else (theirs, ours)
    if len(written) == 1:
        return len(letters) == 1 or bool(chinese(tuple(p.key for p in letters)))
    return len(written[0].key) > 1


def squeezed(words: tuple[str, ...]) -> str:
    """Words run together, no letter twice in a row but o and e, which make other vowels."""
    return re.sub(r"([^oe])\1+", r"\1", "".join(words))


def answer(likely: float, barred: bool = False) -> Sameness:
    """The answer that a score stands for; what is barred is never the same."""
    if likely >= SAME_FROM and not barred:
        return Sameness.SAME
    return Sameness.DIFFERENT if likely < DIFFERENT_BELOW else Sameness.CANNOT_TELL


def _unreadable(one: str, other: str, told: tuple[str, ...]) -> Likeness:
    if one.strip() and one.split() == other.split():
        alike_too = ("the two are written alike", *told)
        return Likeness(1.0, Sameness.SAME, alike_too, ((one, other),), (), "as written")
    return Likeness(0.3, Sameness.CANNOT_TELL, ("there is no name in one of the two", *told))


def _other_father(one: Taken, other: Taken) -> bool:
    """Whether both names tell of a father, and not of one: or each is called after the other."""
    ours, theirs = one.fathers, other.fathers
    crossed = (ours - theirs) & other.own and (theirs - ours) & one.own
    pairs = product(sorted(ours)[:MOST], sorted(theirs)[:MOST])
    near = any(alike(a, b).distance <= ONE_FATHER for a, b in pairs)
    return bool(ours and theirs) and (bool(crossed) or not near)


def _called_in_turn(one: Taken, other: Taken) -> bool:
    """Whether two given names change places (Hassan Ali, Ali Hassan), and no comma tells which is which."""
    if "," in one.name + other.name:
        return False
    ours, theirs = ([p.key for p in each.of(Kind.NAME)] for each in (one, other))
    return len(ours) == 2 and ours[0] != ours[1] and ours == theirs[::-1] and all(w in given() for w in ours)


def _forms(taken: Taken) -> frozenset[str]:
    """What kinds of company the legal forms of a name make."""
    return frozenset(p.key for p in taken.of(Kind.FORM)) - {"company"}


def _turned(found: Likeness) -> Likeness:
    return replace(
        found, agree=tuple((b, a) for a, b in found.agree), differ=tuple((b, a) for a, b in found.differ)
    )
