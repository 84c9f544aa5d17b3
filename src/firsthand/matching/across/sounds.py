"""Names compared across scripts by what is left of their sound: the consonants, in seven classes.

"Washington", "Вашингтон" and "워싱턴" all leave "s n t n". Vowels are written too differently to help.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

LATIN = {
    **dict.fromkeys("pbfv", "P"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("kgcq", "K"),
    **dict.fromkeys("szj", "S"),
    **dict.fromkeys("lr", "L"),
    "m": "M",
    "n": "N",
    "x": "KS",
}
TOGETHER = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "S"), ("cz", "S"), ("sz", "S"), ("ts", "S"),
    ("kh", "K"), ("ph", "P"), ("th", "T"), ("ck", "K"), ("ng", "N"), ("ce", "S"), ("ci", "S"), ("cy", "S"),
    ("dž", "S"), ("dj", "S"),
)  # fmt: skip
CYRILLIC = {
    **dict.fromkeys("пбфв", "P"),
    **dict.fromkeys("тд", "T"),
    **dict.fromkeys("кгґх", "K"),
    **dict.fromkeys("сзцчшщж", "S"),
    **dict.fromkeys("лр", "L"),
    "м": "M",
    "н": "N",
}
INITIALS = ("K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "S", "S", "S", "K", "T", "P", "")
FINALS = (
    "", "K", "K", "K", "N", "N", "N", "T", "L", "L", "L", "L", "L", "L", "L", "L", "M", "P", "P",
    "S", "S", "N", "S", "S", "K", "T", "P", "",
)  # fmt: skip
_FIRST, _LAST, _MEDIALS = 0xAC00, 0xD7A3, 21
_SILENT = re.compile(r"r(?![aeiouyr])")  # Korean does not write it ("Carter": 카터)
ALIKE = 0.8


@lru_cache(maxsize=200_000)
def skeleton(word: str, for_korean: bool = False) -> str:
    """The classes of the consonants of a word in Latin, Cyrillic or Hangul letters; "" where none is left."""
    word = word.casefold()
    if any(_FIRST <= ord(letter) <= _LAST for letter in word):
        return _without_doubles("".join(map(_syllable, word)))
    if re.search(r"[а-яґєіїў]", word):
        return _without_doubles(
            "".join(CYRILLIC.get(letter, "") for letter in word.replace("дж", "ж").replace("нг", "н"))
        )
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if for_korean:
        plain = _SILENT.sub("", plain)
    for letters, sound in TOGETHER:
        plain = plain.replace(letters, sound)
    return _without_doubles("".join(c if c.isupper() else LATIN.get(c, "") for c in plain))


def alike(name: str, word: str) -> bool:
    """Whether ``word`` may be ``name`` in another script or form, with or without an ending behind it."""
    korean = any(_FIRST <= ord(letter) <= _LAST for letter in name + word)
    one, other = skeleton(name, korean), skeleton(word, korean)
    if len(one) < 2 or len(other) < 2:
        return False
    ends = range(max(2, len(one) - 1), min(len(other), len(one) + 1) + 1)
    least = 1.0 if len(one) <= 3 else ALIKE
    return any(Indel.normalized_similarity(one, other[:end]) >= least for end in ends)


def _syllable(letter: str) -> str:
    code = ord(letter) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return ""
    initial, rest = divmod(code, _MEDIALS * len(FINALS))
    return INITIALS[initial] + FINALS[rest % len(FINALS)]


def _without_doubles(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)
