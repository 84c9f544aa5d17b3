"""Letters of one script among those of another: a Latin "a" in a Cyrillic name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from firsthand.names.routes.letters import script_of
from firsthand.names.routes.tables import pairs, table

ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK"})


@dataclass(frozen=True, slots=True)
class ForeignLetter:
    """A letter of another script than the word around it.

    ``at`` is its offset in the text; ``like`` is the letter of the word's script that looks the
    same, "" where none does.
    """

    at: int
    letter: str
    script: str
    word: str
    among: str
    like: str


def foreign_letters(text: str) -> tuple[ForeignLetter, ...]:
    """The letters of ``text`` that stand among letters of another alphabet (Latin, Cyrillic, Greek).

    A word is of the script that most of its letters are of; where two have as many, of that whose letters
    its other ones look like, then of that of which the whole text has more. A word of one script that is
    only made of letters that look like those of the script of all other words is foreign as a whole.
    """
    counts = Counter(s for s in map(script_of, text) if s in ALPHABETS)
    if len(counts) < 2:
        return ()
    main = counts.most_common(1)[0][0]
    return tuple(found for start, end in _words(text) for found in _in_word(text, start, end, counts, main))


def _words(text: str) -> list[tuple[int, int]]:
    found, start = [], None
    for at, letter in enumerate(text + " "):
        inside = script_of(letter) in ALPHABETS
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            found.append((start, at))
            start = None
    return found


def _in_word(text: str, start: int, end: int, counts: Counter[str], main: str) -> list[ForeignLetter]:
    word = text[start:end]
    own = Counter(map(script_of, word))
    among = max(own, key=lambda s: (own[s], sum(bool(like(c, s)) for c in word), counts[s], s))
    if len(own) == 1 and among != main and all(like(c, main) for c in word):
        among = main
    return [
        ForeignLetter(start + i, c, script_of(c), word, among, like(c, among))
        for i, c in enumerate(word)
        if script_of(c) != among
    ]


def like(letter: str, script: str) -> str:
    """The letter of ``script`` that looks like ``letter``; "" where there is none."""
    return _table().get(script, {}).get(letter, "")


@cache
def looks(script: str) -> dict[int, str]:
    """What puts letters that look like those of ``script`` into it (`str.translate`)."""
    return str.maketrans(_table()[script])


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {script: {} for script in ALPHABETS}
    for latin, others in pairs(table("lookalikes")["letters"]).items():
        alike = {"LATIN": latin} | {script_of(c): c for c in others}
        for script, letter in alike.items():
            for other, c in alike.items():
                if other != script:
                    found[script].setdefault(c, letter)
    return found


def unmixed(text: str) -> str:
    """The text with each letter that is foreign to its word as the word's own letter that looks so."""
    letters = list(text)
    for found in foreign_letters(text):
        letters[found.at] = found.like or found.letter
    return "".join(letters)
