"""Korean names syllable by syllable, by the Hangul that each may stand for (`routes.reading_back`).

A name that one syllable sets apart is another name, so no misspelling is assumed here. What no standard
writes has a price: a spelling of the press little, one that is seldom met so much that it cannot be told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from firsthand.names.routes import routes
from firsthand.names.routes.hangul import is_syllable, parts, southern_name
from firsthand.names.routes.korean import rules, spellings_of
from firsthand.names.routes.reading_back import Reading, Token, readings, unlisted

USUAL, PRESS, HEADS, SELDOM, WRITTEN_BACK, APART = 0.0, 0.15, 0.3, 0.35, 0.5, 1.0
HABITS = frozenset({"ko-press", "ko-ru-press", "ko-uk-press"})
CHINESE = frozenset({"ko-pinyin"})
_NONE: frozenset[str] = frozenset()
Listed = tuple[tuple[str, tuple[str, ...]], ...]  # Hangul, and the routes by which a spelling stands for it
Priced = dict[str, tuple[float, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two syllables as written, what it costs to take them for one, and why in words."""

    one: str
    other: str
    cost: float
    told: str = ""


@dataclass(frozen=True, slots=True)
class Likened:
    """Two names syllable by syllable; ``uneven`` if one has more."""

    pairs: tuple[Meeting, ...]
    uneven: bool = False

    @property
    def apart(self) -> int:
        """How many syllables cannot be one."""
        return sum(1 for pair in self.pairs if pair.cost >= APART)

    @property
    def apartness(self) -> tuple[bool, int, float]:
        """How far two readings are from agreeing: least for the best."""
        return self.uneven, self.apart, sum(pair.cost for pair in self.pairs)

    @property
    def worst(self) -> float:
        """The dearest syllable."""
        return max(pair.cost for pair in self.pairs)


def likened(one: str, other: str) -> Likened | None:
    """The readings as Korean names that agree best; None where one of the two cannot be a Korean name."""
    ours, theirs = _readings(one), _readings(other)
    if ours or theirs:  # 종경홍: no family is called 종, but 정 may be put back so from "Jong"
        ours, theirs = ours or unlisted(one), theirs or unlisted(other)
    pairs = (_likened(a, b) for a in ours for b in theirs)
    return min(pairs, key=lambda each: each.apartness, default=None)


def _readings(name: str) -> tuple[Reading, ...]:
    """The readings of a name; as a Chinese one also with ng for the n of its family name, which many who
    write it down do not hear (Jian Wenji), where two syllables more are there to tell."""
    family, _, given = name.partition(" ")
    heard = readings(f"{family}g {given}") if given and family.endswith("n") else ()
    chinese = (r for r in heard if r.way == "PINYIN" and len(r.given) > 1 and r.family.text == family + "g")
    return (*readings(name), *(replace(r, family=replace(r.family, text=family)) for r in chinese))


def _likened(one: Reading, other: Reading) -> Likened:
    pairs = zip(one.tokens, other.tokens, strict=False)
    return Likened(tuple(_meet(a, b) for a, b in pairs), len(one.given) != len(other.given))


def _meet(one: Token, other: Token) -> Meeting:
    if one.text == other.text:
        return Meeting(one.text, other.text, USUAL)
    return _met(one.text, tuple(one.readings.items()), other.text, tuple(other.readings.items()))


@lru_cache(maxsize=65_536)
def _met(one: str, reads: Listed, other: str, other_reads: Listed) -> Meeting:
    """The cheapest way in which two syllables are one: by Hangul that both may be, else North and South."""
    a, b = _priced(one, reads), _priced(other, other_reads)
    by_ear = not (is_syllable(one[:1]) or is_syllable(other[:1]))
    found = [
        (max(a[h][0], b[h][0], SELDOM if by_ear and _by_ear(one, other, h) else USUAL), h, a[h][1], b[h][1])
        for h in a
        if h in b and not _both_chinese(a[h], b[h])
    ]
    if not found:
        south, other_south = _southern(a), _southern(b)
        found = [
            (min(APART, HEADS + max(south[h][0], other_south[h][0])), h, south[h][1], other_south[h][1])
            for h in south
            if h in other_south and not _both_chinese(south[h], other_south[h])
        ]
    if min(found, default=(APART,))[0] > PRESS:
        turned = ((one, other), (other, one))
        found += [(PRESS, h, used, ()) for h, spelled in turned if (used := _by(h, spelled))]
    if not found and _written(one) & _written(other):
        told = f"{one} and {other} are written alike in Latin letters: one may be put back wrongly"
        return Meeting(one, other, WRITTEN_BACK, told)
    if not found:
        return Meeting(one, other, APART, f"{one} and {other} are two syllables")
    cost, hangul, *by = min(found, key=lambda each: each[0])
    return Meeting(one, other, cost, _telling(one, other, cost, hangul, by))


def _both_chinese(one: tuple[float, tuple[str, ...]], other: tuple[float, tuple[str, ...]]) -> bool:
    """Whether both are spelled as Chinese: two such spellings are two names (Li Ji, Li Qi)."""
    return CHINESE.issuperset(one[1] or "-") and CHINESE.issuperset(other[1] or "-")


def _priced(text: str, reads: Listed) -> Priced:
    return {hangul: (_price(text, hangul, used), used) for hangul, used in reads}


def _price(text: str, hangul: str, used: tuple[str, ...]) -> float:
    if not used or not (HABITS | CHINESE).issuperset(used) or not is_syllable(hangul[-1:]):
        return USUAL
    muffled = text.isascii() and parts(hangul[-1])[2] == "ㅇ" and not text.endswith("ng")  # Kwan for 광
    return SELDOM if muffled and HABITS.issuperset(used) else PRESS


def _by_ear(one: str, other: str, hangul: str) -> bool:
    """Whether only an ear for English makes one syllable of "un" and "on" (언): 은 and 온 are likelier."""
    _, vowel, final = parts(hangul[-1]) if is_syllable(hangul[-1:]) else ("", "", "")
    return (vowel, final) == ("ㅓ", "ㄴ") and ("u" in one) != ("u" in other)


def _southern(priced: Priced) -> Priced:
    return {southern_name(h): found for h, found in priced.items()}


@lru_cache(maxsize=8_192)
def _written(syllable: str) -> frozenset[str]:
    """A syllable of Hangul in Latin letters by the standards; nothing for what is in letters already."""
    if not is_syllable(syllable):
        return _NONE
    standards = [rule for rule in rules() if rule.script == "LATIN" and rule.id not in HABITS]
    return frozenset(s for rule in standards for s in spellings_of(syllable, rule))


def _by(hangul: str, spelled: str) -> tuple[str, ...]:
    """By which standards a syllable is spelled so, also one that is seldom met in names (님, Nim)."""
    if len(hangul) != 1 or not is_syllable(hangul):
        return ()
    return tuple(r.id for r in rules() if r.id not in HABITS and spelled in spellings_of(hangul, r))


def _telling(one: str, other: str, cost: float, hangul: str, used: list[tuple[str, ...]]) -> str:
    names = dict.fromkeys(routes()[min(each, key=HABITS.__contains__)].name for each in used if each)
    by = f", by {' and '.join(names)}" if names else ""
    return f"{one} {'is seldom' if cost >= HEADS else '='} {other}: {hangul}{by}"
