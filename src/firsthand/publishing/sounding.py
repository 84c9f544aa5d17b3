"""How a word sounds whose script no table of names is for, and how one in Latin or Cyrillic letters does: its
consonants, by which "Khalil Nasrawi" is found where "خليل النصراوي" is withheld, and the other way round.

Two words that sound alike may be two names: only two of a name beside each other tell it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from firsthand.names.index.skeleton import skeletons
from firsthand.names.routes import scripts, spellings
from firsthand.publishing.folding import key

ARTICLE = "\u0627\u0644"
# Scripts that no table of names is for: put into Latin letters one by one, some of them without vowels.
UNTABLED = frozenset(
    (
        "ARABIC",
        "HEBREW",
        "GREEK",
        "GEORGIAN",
        "ARMENIAN",
        "DEVANAGARI",
        "BENGALI",
        "TAMIL",
        "THAI",
        "ETHIOPIC",
    )
)
HEARD = UNTABLED | {"LATIN", "CYRILLIC"}
# What stands for a vowel too, and what is one sound, where a script is written letter for letter.
SILENT = {"HEBREW": ("v", ""), "GEORGIAN": ("dz", "z"), "ARMENIAN": ("dz", "z")}
MOST_SILENT = 3
# Letters that a name begins with as a vowel: "Auerbach" is no לוי though both have the consonants of "Levi".
OPEN, EITHER = "aeiouаиоуэыαοωاאაოუიեօաաअआ", "hyjwxйяюєеїіηευιحהעعيיوוეօէըիուइईउऊएओह"


@lru_cache(maxsize=200_000)
def script_of(word: str) -> str:
    """The script of a word; "" of one in several, or in one of which no consonants are known."""
    script = scripts(word)
    return script[0] if len(script) == 1 and script[0] in HEARD else ""


@lru_cache(maxsize=200_000)
def sounds(word: str, script: str) -> frozenset[str]:
    """The consonants of a word in each way that they may be heard."""
    if not script:
        return frozenset()
    whole = (word, word.removeprefix(ARTICLE))
    told = [each.text for w in whole for each in spellings(w)[1:]] if script in UNTABLED else [word]
    ways = (each for text in told for each in _either(key(text), *SILENT.get(script, ("", ""))))
    sounds = (sound for way in ways for sound in skeletons(way) if len(sound) > 1)
    return frozenset(begun + sound for sound in sounds for begun in _begun(word))


def _begun(word: str) -> tuple[str, ...]:
    """Whether a word begins with a vowel ("."), a consonant (""), or what may be either."""
    word = word.removeprefix(ARTICLE) or word
    if word[0] in EITHER:
        return ("", ".")
    return (".",) if word[0] in OPEN else ("",)


def _either(text: str, sign: str, other: str) -> Iterator[str]:
    """``text``, with ``other`` in place of any of its ``sign``."""
    ways = [""]
    for place, part in enumerate(text.split(sign) if sign else [text]):
        between = (sign, other) if 0 < place <= MOST_SILENT else (sign,) if place else ("",)
        ways = [way + each + part for way in ways for each in between]
    yield from ways
