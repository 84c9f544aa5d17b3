"""How far two words of names agree, and by which route."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from firsthand.names.comparing.cleaning import script
from firsthand.names.comparing.tables import given
from firsthand.names.scripts import latins

LONGEST = 64  # letters; no word of a name is longer, and edits are counted in quadratic time
HEARD = 0.5  # letters that a spelling which sounds the same is away
OTHER = 0.6  # how far two given names are apart however near they are spelled
# What digits stand for where letters were swapped for them or misread.
_DIGITS = str.maketrans("01345689", "oleasbbg")
# Letters of several spellings for one sound, the longer first.
_HEARD = [
    (re.compile(spelled), sound)
    for spelled, sound in (
        ("tsch|tch|cz", "4"),
        ("shch|sch|sh|sz", "s"),
        ("dzh|dsch|zh|dj", "j"),
        ("kh|ch", "h"),
        ("ck|q|c(?=[aouklrt]|$)", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("gh", "g"),
        ("ts|tz", "c"),
        ("w", "v"),
        ("x", "ks"),
        ("ou|oo", "u"),
        ("ee|ie|ye|je", "i"),
        ("ae|oe", "e"),
        ("(?:iy|yy|ij|yj|ii|y|j|i)+", "i"),
        (r"(.)\1+", r"\1"),
        ("(?<=.)h(?![aeiou])", ""),
    )
]


@dataclass(frozen=True, slots=True)
class Agreement:
    """``edits``: letters apart; ``distance``: their share of the longer word, 0 the same, 1 all."""

    distance: float
    edits: float
    route: str
    rival: bool = False  # two names of their own, not one misspelt


SAME = Agreement(0.0, 0.0, "")


@lru_cache(maxsize=131_072)
def alike(one: str, other: str) -> Agreement:
    """How two folded words agree by the best route, whatever their scripts."""
    if one == other:
        return SAME
    if max(len(one), len(other)) > LONGEST:
        return Agreement(1.0, float(LONGEST), "")
    scripts = script(one[0]), script(other[0])
    if scripts[0] == scripts[1] or scripts == ("", ""):
        return _in_letters(one, other) if scripts[0] in {"LATIN", ""} else _spelled(one, other)
    return min(
        (_across(a, b) for a in latin(one) for b in latin(other)), key=lambda a: a.distance, default=FAR
    )


FAR = Agreement(1.0, 9.0, "")


def latin(word: str) -> tuple[str, ...]:
    """The word in Latin letters by each route there is; nothing for a script that none reads."""
    if script(word[0]) in {"LATIN", ""}:
        return (word,)
    return tuple(dict.fromkeys(latins(word, (word,))))


def _across(one: str, other: str) -> Agreement:
    found = SAME if one == other else _in_letters(one, other)
    return Agreement(
        found.distance, found.edits, f"transliterated{'; ' if found.route else ''}{found.route}", found.rival
    )


def _in_letters(one: str, other: str) -> Agreement:
    if kin := _given(one, other):
        return kin
    best = min(_edited(one, other), _by_sound(one, other), key=lambda a: a.edits)
    rival = one in given() and other in given() and best.distance > 0
    return (
        Agreement(max(best.distance, OTHER), max(best.edits, 3.0), "two given names", True) if rival else best
    )


def _given(one: str, other: str) -> Agreement | None:
    rows = given(short=False)
    if rows.get(one, frozenset()) & rows.get(other, frozenset()):
        return Agreement(0.05, 0.3, "spellings of one given name")
    if given().get(one, frozenset()) & given().get(other, frozenset()):
        return Agreement(0.1, 0.5, "a short form of the given name")
    return None


def _by_sound(one: str, other: str) -> Agreement:
    a, b = heard(one), heard(other)
    if a == b:
        return Agreement(HEARD / max(len(one), len(other)), HEARD, "spelled otherwise, heard alike")
    found = _edited(a, b)
    edits = found.edits + HEARD
    return Agreement(min(1.0, edits / max(len(a), len(b))), edits, found.route)


def _edited(one: str, other: str) -> Agreement:
    plain, other_plain = (w.translate(_DIGITS) if any(map(str.isalpha, w)) else w for w in (one, other))
    if plain == other_plain:
        return Agreement(HEARD / len(one), HEARD, "digits for letters")
    edits = float(OSA.distance(plain, other_plain))
    if len(plain) > 3 and edits > 1 and sorted(plain) == sorted(other_plain):
        return Agreement(1.5 / len(plain), 1.5, "the same letters in another order")
    longer = max(len(plain), len(other_plain))
    return Agreement(
        edits / longer, edits, f"{edits:.0f} letter{'s' if edits > 1 else ''} of {longer} differ"
    )


def _spelled(one: str, other: str) -> Agreement:
    """Two words of one script that is not Latin: letters only."""
    return _edited(one, other)


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """A Latin word as it sounds, roughly, in several languages at once."""
    for pattern, sound in _HEARD:
        word = pattern.sub(sound, word)
    return word
