"""Names that stand for each other by the Chinese reading of their characters: 정 is Zheng as well as Jeong.

A Chinese name stands in Korean texts as its characters are read in Korean, which nobody hears in it. The
readings are those of `names/routes` (``characters.toml``, in pinyin), in both directions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from firsthand.names.routes.characters import characters
from firsthand.names.routes.letters import LONGEST, bare
from firsthand.names.routes.reading_back import SYLLABLES, index, spelled_abroad, syllables

MOST = 256  # of three syllables with six characters each, nearly all


@lru_cache(maxsize=65_536)
def read_otherwise(name: str) -> tuple[str, ...]:
    """What a name in Hangul may be in pinyin, or one in pinyin in Hangul: small letters, in one word.

    Any string may be asked for; none where a syllable is in no table, or there are more than three.
    """
    told = bare(name[:LONGEST])
    return tuple(dict.fromkeys("".join(each) for way in _ways(told) for each in islice(product(*way), MOST)))


def _ways(told: str) -> Iterator[Sequence[Sequence[str]]]:
    """Each way to divide a name into syllables, with all that each syllable may be."""
    known = characters()
    if told and len(told) <= SYLLABLES and all(c in known for c in told):
        yield [tuple(spelled_abroad(known[c], "PINYIN")) for c in told]
    for way in syllables(told, index("PINYIN").given) if told else ():
        yield [tuple(token.readings) for token in way]
