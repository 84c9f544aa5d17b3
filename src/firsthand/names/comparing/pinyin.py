"""Chinese names in Latin letters: the syllables of pinyin, each of which counts."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.names.comparing.tables import single

_FINALS = (
    "iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u"
)
SYLLABLE = re.compile(rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:{_FINALS})|an|ang|ai|ao|en|er|ou")
MOST = 4  # syllables of a name


def chinese(words: tuple[str, ...]) -> tuple[str, ...]:
    """The syllables of a Chinese name, family name first; none for what is no such name.

    A name of two words or more, all in syllables of pinyin, whose first or last is a common family name.
    """
    if not 1 < len(words) <= MOST:
        return ()
    found = [syllables(word) for word in words]
    if not all(found) or not 2 <= sum(map(len, found)) <= MOST:
        return ()
    if words[0] in single("chinese"):
        return tuple(s for each in found for s in each)
    turned = (found[-1], *found[:-1]) if words[-1] in single("chinese") else ()
    return tuple(s for each in turned for s in each)


@lru_cache(maxsize=8_192)
def syllables(word: str) -> tuple[str, ...]:
    """A word in syllables of pinyin, the fewest there are; none where it is not made of them."""
    if len(word) > 6 * MOST:
        return ()
    ways: list[tuple[str, ...]] = [()]
    while ways:
        way = ways.pop(0)
        at = sum(map(len, way))
        if at == len(word):
            return way
        if len(way) < MOST:
            ends = (n for n in range(min(len(word), at + 6), at, -1) if SYLLABLE.fullmatch(word[at:n]))
            ways += [(*way, word[at:n]) for n in ends]
    return ()
