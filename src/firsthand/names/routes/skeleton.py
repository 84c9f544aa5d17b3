"""What of a Slavic name is left when the choices of the tables are taken away: its skeleton.

"Зеленський", "Зеленский", "Zelensky", "Zelenskyy" and "Selenskyj" have the skeleton "зеленски": и stands
for и, і, ї, й and ы, е for е, є and э, soft signs and doubled letters are gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.names.routes.letters import script_of
from firsthand.names.routes.tables import pairs, table

# A word that may be read in more ways than this, or is longer, keeps the first of them.
WAYS, LETTERS = 16, 40
_CYRILLIC = pairs(
    "і=и ї=и й=и ы=и є=е э=е ґ=г ю=иу я=иа щ=шч ь= ъ= ў=у ё=е ј=и љ=л њ=н ћ=ч ђ=дж џ=дж '= ’= ʼ= ѓ=г ќ=к ѕ=дз"
)
_SOFT_O = re.compile(r"[йь]о|ё")
_HISSED = re.compile(r"(?<=[жчшщ])[её]")  # Горбачев is Горбачёв, and Gorbatschow
_DOUBLED = re.compile(r"(.)\1+")
_FOLDED = (("ие", "е"), ("тс", "ц"))
_WOMAN = re.compile(r"аиа$")  # Зеленская is Зеленська


@dataclass(frozen=True, slots=True, eq=False)
class Habit:
    """How a spelling in Latin letters is read back into the letters of skeletons."""

    id: str
    reads: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    longest: int


@cache
def habits() -> tuple[Habit, ...]:
    """The habits of the table, in its order."""
    entries = [e for e in table("latin")["route"] if "reads" in e]
    return tuple(_habit(e["id"], pairs(e["reads"])) for e in entries)


def _habit(name: str, reads: dict[str, str]) -> Habit:
    split = {letters: tuple(sounds.split("/")) for letters, sounds in reads.items()}
    endings = {letters[:-1]: sounds for letters, sounds in split.items() if letters.endswith("$")}
    return Habit(name, split, endings, max(map(len, split)))


@lru_cache(maxsize=131_072)
def skeletons(word: str) -> dict[str, tuple[str, ...]]:
    """The skeletons of a word, each with the ids of the habits by which it has it; "" for Cyrillic itself.

    Nothing for words in other scripts, and for those of one letter.
    """
    low = unicodedata.normalize("NFC", word[:LETTERS]).lower()
    script = script_of(low[:1])
    if len(low) < 2 or script not in {"CYRILLIC", "LATIN"}:
        return {}
    if script == "CYRILLIC":
        return dict.fromkeys(_of_cyrillic(low), ())
    found: dict[str, tuple[str, ...]] = {}
    for habit in habits():
        for each in dict.fromkeys(map(_folded, _read(low, habit))):
            found[each] = (*found.get(each, ()), habit.id)
    return found


def _of_cyrillic(low: str) -> Iterator[str]:
    """With ё, ьо, йо as they sound (ио), as tables without the sign write them (е, о), and о after ч."""
    for each in dict.fromkeys((_SOFT_O.sub("ио", low), low, _HISSED.sub("о", low))):
        yield _folded("".join(_CYRILLIC.get(c, c) for c in each))


def _folded(text: str) -> str:
    text = _DOUBLED.sub(r"\1", text)
    for letters, one in _FOLDED:
        text = text.replace(letters, one)
    return _WOMAN.sub("а", _DOUBLED.sub(r"\1", text))


def readable(skeleton: str) -> str:
    """A skeleton as people would write it, in Russian letters."""
    return skeleton.replace("иа", "я").replace("иу", "ю").replace("шч", "щ").capitalize()


def _read(low: str, habit: Habit) -> list[str]:
    found, at = [""], 0
    while at < len(low):
        n = next((n for n in range(habit.longest, 0, -1) if low[at : at + n] in habit.reads), 0)
        sounds = habit.reads[low[at : at + n]] if n else _unmarked(low[at], habit)
        if low[at:] in habit.endings:
            n, sounds = len(low) - at, habit.endings[low[at:]]
        found = [head + sound for head in found for sound in sounds][:WAYS]
        at += n or 1
    return found


def _unmarked(letter: str, habit: Habit) -> tuple[str, ...]:
    """A letter with a mark as the one without; nothing for a letter that the habit does not have."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return habit.reads.get(plain, ())[:1] if plain.isalpha() else ("",)
