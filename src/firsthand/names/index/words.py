"""The words of full names, and which of them stand beside each other in a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

WORD = re.compile(r"[^\W_]+(?:['’ʼ`-][^\W_]+)*")
KOREAN = re.compile(r"[\uac00-\ud7a3]{2,5}")
# So much of a string is looked at, so many words of it; two words that may be one are no longer than that.
LETTERS, WORDS, SYLLABLE = 400, 5, 6
NOBODY = ""  # beside the only word of a name


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name; a Korean name in one piece is its first syllable and the others."""
    found = tuple(m[0] for m in WORD.finditer(name[:LETTERS]))[:WORDS]
    if len(found) == 1 and KOREAN.fullmatch(found[0]):
        return found[0][:1], found[0][1:]
    return found


def pairings(parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each two words; a word beside two short ones that may be one ("Kim", "JongUn"); one word alone."""
    if len(parts) == 1:
        yield parts[0], NOBODY
    yield from combinations(parts, 2)
    for n in range(len(parts) - 1 if len(parts) > 2 else 0):
        if len(parts[n]) <= SYLLABLE and len(parts[n + 1]) <= SYLLABLE:
            joined = parts[n] + parts[n + 1]
            yield from ((other, joined) for other in (*parts[:n], *parts[n + 2 :]))


def paired(name: str) -> tuple[str, ...]:
    """Each word of a name's pairings, once: two short ones that may be one are there as one too."""
    return tuple(dict.fromkeys(word for pair in pairings(words(name)) for word in pair if word))


def initial(word: str) -> bool:
    """Whether a word is one letter that stands for a longer one."""
    return len(word) == 1 and not "\uac00" <= word <= "\ud7a3" and word.isalpha()
