"""Whether one word may be the other misspelt.

A slip moves, drops or adds a letter within a word, or takes one vowel for another. Another consonant, another
first letter, a letter more in a short word make another name (Weber, Webster; Benson, Henson; Hale, Hall).
"""

from __future__ import annotations

from itertools import zip_longest

from rapidfuzz.distance import OSA

LETTERS = 6  # of a word for each slip
LONG = 8  # letters of a word in which also another consonant is a slip
VOWELS = frozenset("aeiouyаеєэёиіїйыоуюяәөұү")
# Letters that one name has in two alphabets, or that stand for one sound.
_ONE_LETTER = str.maketrans("ґіїйыєэёў", "гииииееев", "ьъ")


def slip(one: str, other: str) -> bool:
    """Whether a slip of the pen makes ``one`` of ``other``: two words of one script, folded."""
    one, other = one.translate(_ONE_LETTER), other.translate(_ONE_LETTER)
    if one == other or _nasal(one, other) or _nasal(other, one):
        return True
    longer = max(len(one), len(other))
    edits = OSA.distance(one, other)
    if one[:1] != other[:1] or edits * LETTERS > longer or any(map(str.isdigit, one + other)):
        return False
    if longer >= LONG or len(one) != len(other) or sorted(one) == sorted(other):
        return True
    return _vowels(one, other)


def _nasal(one: str, other: str) -> bool:
    """Whether ``other`` ends in ng where ``one`` ends in n (Yun, Yung): many ears hear no difference."""
    return one.endswith("n") and other == one + "g"


def _vowels(one: str, other: str) -> bool:
    """Whether all letters that differ are vowels."""
    return all(a == b or {a, b} <= VOWELS for a, b in zip_longest(one, other, fillvalue=""))
