"""What is known of words in several languages: negations, numerals, capitals, places (``lexicon.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from firsthand.text import fold_word

# A numeral in a language that inflects it stands in the list in each form; a prefix must be this long.
PREFIX = "*"


@dataclass(frozen=True, slots=True)
class Listed:
    """Words that stand for themselves, and beginnings of words."""

    whole: frozenset[str]
    begun: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a folded word is in the list."""
        return word in self.whole or word.startswith(self.begun)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``negations`` by language; ``inside``: by language, what negates inside a word; numbers by word.

    ``capitals``: by language, words with a capital letter that other languages translate.
    """

    negations: Mapping[str, frozenset[str]]
    inside: Mapping[str, tuple[str, ...]]
    numerals: Mapping[str, float]
    multipliers: Mapping[str, float]
    capitals: Mapping[str, frozenset[str]]
    places: tuple[Listed, ...]


@cache
def lexicon() -> Lexicon:
    """The lists, folded, read once."""
    body = resources.files("firsthand.matching.across").joinpath("lexicon.toml").read_text("utf-8")
    data = tomllib.loads(body)
    negations = dict(data["negations"])
    inside = {code: tuple(words.split()) for code, words in negations.pop("inside").items()}
    return Lexicon(
        negations={code: frozenset(_folded(words)) for code, words in negations.items()},
        inside=inside,
        numerals=dict(_values(data["numerals"])),
        multipliers=dict(_values(data["multipliers"])),
        capitals={code: frozenset(_folded(words)) for code, words in data["capitals"].items()},
        places=tuple(_listed(each["names"]) for each in data["places"]),
    )


def _folded(words: str) -> Iterator[str]:
    return (fold_word(word) for word in words.split())


def _values(table: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for value, words in table.items():
        yield from ((word, float(value)) for word in _folded(words))


def _listed(words: str) -> Listed:
    whole = frozenset(fold_word(word) for word in words.split() if not word.endswith(PREFIX))
    begun = tuple(fold_word(word[:-1]) for word in words.split() if word.endswith(PREFIX))
    return Listed(whole, begun)
