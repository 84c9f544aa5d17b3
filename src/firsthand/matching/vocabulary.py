"""What a word weighs before any text is seen: function words, negations, numerals, rough stems.

The lists (``vocabulary.toml``) hold closed classes only.
A language without a list still works: there a word of one or two letters counts as a function word.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from firsthand.text import fold_word

_LISTS = tomllib.loads(
    resources.files("firsthand.matching").joinpath("vocabulary.toml").read_text(encoding="utf-8")
)


def _folded(name: str) -> list[str]:
    return [fold_word(word) for word in str(_LISTS[name]).split()]


FUNCTION = frozenset(_folded("function"))
NEGATIONS = frozenset(_folded("negations"))
CALENDAR = frozenset(_folded("calendar"))
NUMERALS = (
    {word: str(value) for value, word in enumerate(_folded("units"))}
    | {word: str(10 * value) for value, word in enumerate(_folded("tens"), 2)}
    | {"hundred": "100", "thousand": "1000", "million": "1000000"}
)

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")


def is_number(word: str) -> bool:
    """Whether a folded word is a figure or a numeral ("36", "6.40", "forty")."""
    return word[:1].isdigit() or word in NUMERALS


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much one folded word tells: 0 for a function word, 1 for a content word.

    A character of a script without spaces weighs a half: two of them make a usual word.
    """
    if CJK.match(word):
        return 0.5
    if is_number(word):
        return 0.0 if word == "one" else 1.0
    if word in FUNCTION:
        return 0.0
    return 1.0 if len(word) > 1 or HANGUL.match(word) else 0.0


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A rough stem, so that inflected forms of one word share it: "treated", "treatment" → "treat".

    Cutting after five letters serves languages that inflect at the end; a Korean word keeps its
    first two syllables, because particles follow the stem. Numerals become figures.
    """
    word = word.split("'", 1)[0] or word
    if word in NUMERALS:
        return NUMERALS[word]
    if word[:1].isdigit():
        return word.replace(",", "").replace(":", ".").lstrip("0") or "0"
    if HANGUL.match(word):
        return word[:2]
    return word[:5] if len(word) > 5 else word.rstrip("s") or word
