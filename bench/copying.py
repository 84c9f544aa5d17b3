"""Texts copied from one another along a tree that is known: invented words, invented copyists.

A tradition is made from a seed alone: how many copies, how careless each copyist, which copies were lost,
which text was made from two models. Copyists misspell, exchange words, skip lines, put in and turn round
words, change marks, have habits, stumble over the same hard places, and mend what is plainly wrong.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvz"
Token = tuple[float, str]
"""A place of the first text (a fraction for words put in), and the word that stands there."""


@dataclass(frozen=True, slots=True)
class Tradition:
    """Texts by name, the true copyings (lost ones among them), and who was made from two models."""

    texts: Mapping[str, str]
    edges: tuple[tuple[str, str], ...]
    mixed: tuple[str, ...]


def tradition(seed: int, sizes: Sequence[int] = (12, 13, 16, 20)) -> Tradition:
    """The tradition of this seed; ``sizes`` are the numbers of texts that it may have."""
    world = _World(random.Random(seed))
    chance = world.chance
    kept = chance.choice(list(sizes))
    total = round(kept / (1 - chance.choice([0.1, 0.2, 0.3, 0.4])))
    parents = _parents(chance, total, chance.choice([0, 0, 1, 1, 2]))
    copies = [list(enumerate(world.text))]
    for models in parents[1:]:
        copies.append(world.copied(world.mixed([copies[m] for m in models])))
    lost = set(chance.sample(range(total), total - kept))
    edges = _living([(str(p), str(n)) for n in range(total) for p in parents[n]], {str(n) for n in lost})
    texts = {str(n): " ".join(word for _, word in copies[n]) for n in range(total) if n not in lost}
    both = tuple(str(n) for n in range(total) if len(parents[n]) > 1 and n not in lost)
    return Tradition(texts, tuple(edges), both)


def _parents(chance: random.Random, total: int, mixed: int) -> list[tuple[int, ...]]:
    """The models of each copy; a copy that has been copied often is copied a little less."""
    found: list[tuple[int, ...]] = [()]
    often = Counter[int]()
    for n in range(1, total):
        weights = [(1 + often[m]) ** -0.5 * (1.5 if m > n / 2 else 1) for m in range(n)]
        models = {chance.choices(range(n), weights)[0]}
        if mixed and n > 0.4 * total and chance.random() < 0.3:
            models.add(chance.randrange(n))
            mixed -= 1
        often.update(models)
        found.append(tuple(sorted(models)))
    return found


def _living(edges: list[tuple[str, str]], lost: set[str]) -> list[tuple[str, str]]:
    """Without lost copies that left no trace: those nobody copied, and a lost first with one copy."""
    while True:
        out, into = Counter(p for p, _ in edges), Counter(c for _, c in edges)
        dead = {n for n in lost if (into[n] and not out[n]) or (not into[n] and out[n] == 1)}
        rest = [e for e in edges if not dead & set(e)]
        if len(rest) == len(edges):
            return edges
        edges = rest


@dataclass(slots=True)
class _World:
    """A vocabulary, a text, its hard places, and copyists."""

    chance: random.Random
    vocabulary: list[str] = field(init=False)
    text: list[str] = field(init=False)
    hard: dict[float, tuple[str, float]] = field(init=False)
    rate: float = field(init=False)
    mends: float = field(init=False)

    def __post_init__(self) -> None:
        chance = self.chance
        self.vocabulary = sorted({self._word() for _ in range(520)})
        chance.shuffle(self.vocabulary)
        self.text = self._written(chance.choice([400, 800, 900]))
        places = [n for n in range(len(self.text)) if chance.random() < 0.06]
        self.hard = {
            n: (self._slip(bare(self.text[n])), chance.choice([0.05, 0.1, 0.2, 0.4])) for n in places
        }
        self.rate, self.mends = chance.choice([0.01, 0.02, 0.03, 0.05]), chance.uniform(0.2, 0.8)

    def _word(self) -> str:
        syllables = self.chance.choice([1, 1, 2, 2, 2, 3, 3, 4])
        return "".join(
            self.chance.choice(CONSONANTS)
            + self.chance.choice(VOWELS)
            + self.chance.choice(["", "", "n", "r"])
            for _ in range(syllables)
        )

    def _written(self, size: int) -> list[str]:
        weights = [1 / (rank + 3) for rank in range(len(self.vocabulary))]
        found, opens = [], True
        for word in self.chance.choices(self.vocabulary, weights, k=size):
            mark = self.chance.choices(["", ",", "."], [88, 6, 6])[0]
            found.append((word.capitalize() if opens else word) + mark)
            opens = mark == "."
        return found

    def _slip(self, word: str) -> str:
        at = self.chance.randrange(max(1, len(word)))
        new = self.chance.choice(["", self.chance.choice(VOWELS + CONSONANTS)] if len(word) > 2 else VOWELS)
        return word[:at] + new + word[at + 1 :]

    def mixed(self, models: Sequence[Sequence[Token]]) -> Sequence[Token]:
        """Up to some place the first model, from there on the second."""
        if len(models) < 2:
            return models[0]
        cut = len(self.text) * self.chance.uniform(0.3, 0.7)
        return [t for t in models[0] if t[0] < cut] + [t for t in models[1] if t[0] >= cut]

    def copied(self, model: Sequence[Token]) -> list[Token]:
        """What a copyist makes of ``model``."""
        rate = self.rate * self.chance.lognormvariate(0, 0.6)
        word = self.vocabulary[self.chance.randrange(30)]
        habit = {word: self._slip(word)} if self.chance.random() < 0.3 else {}
        found: list[Token] = []
        at = 0
        while at < len(model):
            if self.chance.random() < 0.03 * rate:
                at += self.chance.randrange(2, 14)
                continue
            found += self._put(model[at], rate, habit)
            at += 1
        return found

    def _put(self, token: Token, rate: float, habit: Mapping[str, str]) -> list[Token]:
        place, worn = token
        word = bare(worn)
        if place in self.hard and word == bare(self.text[int(place)]):
            if self.chance.random() < self.hard[place][1]:
                return [(place, dressed(worn, self.hard[place][0]))]
        elif word not in self.vocabulary and place == int(place) and self.chance.random() < self.mends:
            return [(place, dressed(worn, bare(self.text[int(place)])))]
        if word in habit:
            return [(place, dressed(worn, habit[word]))]
        return self._changed(token) if self.chance.random() < rate else [token]

    def _changed(self, token: Token) -> list[Token]:
        place, worn = token
        kind = self.chance.choices(["slip", "word", "mark", "drop", "add"], [35, 25, 20, 12, 8])[0]
        if kind == "slip":
            return [(place, dressed(worn, self._slip(bare(worn))))]
        if kind == "word":
            return [(place, dressed(worn, self.chance.choice(self.vocabulary)))]
        if kind == "mark":
            return [(place, worn.rstrip(".,") if worn[-1] in ".," else worn + self.chance.choice(".,"))]
        more = (place + 0.001 + self.chance.random() / 2, self.chance.choice(self.vocabulary))
        return [token, more] if kind == "add" else []


def bare(worn: str) -> str:
    """The word without capital and marks."""
    return worn.strip(".,").lower()


def dressed(worn: str, word: str) -> str:
    """``word`` with the capital and the mark of ``worn``."""
    return (word.capitalize() if worn[:1].isupper() else word) + (worn[-1] if worn[-1] in ".," else "")
