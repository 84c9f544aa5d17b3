"""Words that turn a statement round where one is put for the other (``pairs.toml``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from firsthand.text import fold_word

PARTED, BETWEEN, ANY_END = " | ", ",", "*"


class Pole(NamedTuple):
    """One side, 0 or 1, of a pair of opposites by its number in the list."""

    pair: int
    side: int

    @property
    def opposite(self) -> Pole:
        """The other side."""
        return Pole(self.pair, 1 - self.side)


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of one language; a phrase is found by its first word, a beginning by its letters."""

    whole: Mapping[str, Sequence[tuple[tuple[str, ...], Pole]]]
    begun: Mapping[str, Sequence[tuple[tuple[str, ...], Pole]]]
    lengths: tuple[int, ...]

    def at(self, keys: Sequence[str], place: int) -> Iterator[tuple[Pole, str]]:
        """The poles that the folded words from ``place`` on stand for, each with these words."""
        key = keys[place]
        found = [*self.whole.get(key, ()), *(e for n in self.lengths for e in self.begun.get(key[:n], ()))]
        for rest, pole in found:
            words = keys[place : place + 1 + len(rest)]
            if len(words) == 1 + len(rest) and all(map(_is, rest, words[1:])):
                yield pole, " ".join(words)


@lru_cache(maxsize=20_000)  # a wording is laid beside each of those that match it
def poles(keys: tuple[str, ...], language: str) -> Mapping[Pole, str]:
    """What of a wording has an opposite, with the word; nothing in a language that is not listed.

    Takes folded words ("turned", "down") and the language ("en"). Where a wording holds both sides of
    a pair, neither counts.
    """
    known = listed(language.lower().replace("_", "-").split("-")[0])
    found: dict[Pole, str] = {}
    for place in range(len(keys)):
        for pole, words in known.at(keys, place):
            found.setdefault(pole, words)
    return {pole: words for pole, words in found.items() if pole.opposite not in found}


def turned(one: Mapping[Pole, str], other: Mapping[Pole, str]) -> Iterator[tuple[str, str]]:
    """Each word of the one whose opposite stands in the other, with that; a pair of words once."""
    apart = ((here, other.get(pole.opposite)) for pole, here in one.items() if pole not in other)
    yield from dict.fromkeys((here, there) for here, there in apart if there is not None)


@cache
def listed(language: str) -> Listed:
    """The words of one language, folded; none where it is not listed. A case needs one or two of eight."""
    whole: defaultdict[str, list[tuple[tuple[str, ...], Pole]]] = defaultdict(list)
    begun: defaultdict[str, list[tuple[tuple[str, ...], Pole]]] = defaultdict(list)
    for entry, pole in _entries(language):
        first, *rest = entry.replace("-", " ").split()
        table = begun if first.endswith(ANY_END) else whole
        table[fold_word(first.rstrip(ANY_END))].append((tuple(map(_folded, rest)), pole))
    return Listed(whole, begun, tuple(sorted({len(key) for key in begun})))


def _entries(language: str) -> Iterator[tuple[str, Pole]]:
    for number, pair in enumerate(_pairs()):
        for side, words in enumerate(pair.get(language, "").split(PARTED)):
            yield from ((each, Pole(number, side)) for each in words.split(BETWEEN) if each)


@cache
def _pairs() -> list[dict[str, str]]:
    body = resources.files(__package__).joinpath("pairs.toml").read_text("utf-8")
    found: list[dict[str, str]] = tomllib.loads(body)["pair"]
    return found


def _folded(word: str) -> str:
    return fold_word(word.rstrip(ANY_END)) + (ANY_END if word.endswith(ANY_END) else "")


def _is(listed: str, key: str) -> bool:
    return key.startswith(listed[:-1]) if listed.endswith(ANY_END) else key == listed
