"""Names that one text writes in another script than their owner does.

A name is reduced to its consonants in Latin letters, which survive most ways of writing it down
by ear. Cyrillic follows the Ukrainian national table of 2010 (Cabinet resolution 55) with the
Russian and Bulgarian letters added; Hangul is taken apart arithmetically (Unicode, chapter 3.12) and
written in the Revised Romanization of 2000.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from firsthand.text import fold_word
from firsthand.tracing.tables import row

CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяыэёъь",
        row("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia y e e - -"),
        strict=True,
    )
)
INITIALS = row("g kk n d tt r m b pp s ss - j jj ch k t p h")
VOWELS = row("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
FINALS = row("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
# Letters that writers by ear exchange, brought to one.
ALIKE = (("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("v", "w"), ("l", "r"))
SAME = 0.8
LEAST = 6  # consonants; shorter skeletons agree by chance, unless they are equal
SHORTEST = 4


@lru_cache(maxsize=1_000)  # of one report it is asked for each of its readings
def script(text: str) -> str:
    """Which script most letters of ``text`` are in: "latin", "cyrillic", "hangul" or "other"."""
    counts = {"latin": 0, "cyrillic": 0, "hangul": 0, "other": 0}
    for char, times in Counter(text).items():
        if char.isalpha():
            counts[_script_of(char)] += times
    return max(counts, key=lambda k: counts[k])


def _script_of(char: str) -> str:
    if char < "\u0250":
        return "latin"
    if "\u0400" <= char <= "\u04ff":
        return "cyrillic"
    return "hangul" if "\uac00" <= char <= "\ud7a3" else "other"


def latin(text: str) -> str:
    """``text`` in small Latin letters, as far as its script is known here."""
    return "".join(_letter(c) for c in text.lower())


def _letter(char: str) -> str:
    if "\uac00" <= char <= "\ud7a3":
        number = ord(char) - 0xAC00
        parts = INITIALS[number // 588], VOWELS[number % 588 // 28], FINALS[number % 28]
        return "".join(p for p in parts if p != "-")
    return CYRILLIC.get(char, fold_word(char)).replace("-", "")


def skeleton(text: str) -> str:
    """The consonants of a name, doubled ones once and those that are confused made one."""
    plain = latin(text)
    for written, meant in ALIKE:
        plain = plain.replace(written, meant)
    kept: list[str] = []
    for char in plain:
        if char.isalpha() and char not in "aeiouyhw" and (not kept or kept[-1] != char):
            kept.append(char)
    return "".join(kept)


def may_be_one(a: str, b: str) -> bool:
    """Whether two names in different scripts may be one, a title or an office beside it allowed.

    True where a script is not known here: then nothing tells them apart.
    """
    here, there = script(a), script(b)
    if here == there:
        return False
    return "other" in (here, there) or any(same_name(p, q) for p in _pieces(a) for q in _pieces(b))


def _pieces(name: str) -> list[str]:
    """The skeletons of every word and of every two words on end."""
    parts = name.split()
    return [skeleton(each) for each in (*parts, *map("".join, pairwise(parts)))]


def same_name(a: str, b: str) -> bool:
    """Whether two skeletons can be one name."""
    if a == b:
        return len(a) >= SHORTEST
    if min(len(a), len(b)) < LEAST or abs(len(a) - len(b)) > 2:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME
