"""The two taggers as they are trained: which encoder, which texts, how long."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training import corpora, polnear
from training.fit import Plan
from training.marked import Marked

SENTENCES = Path(__file__).with_name("sentences")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One tagger: its name, the encoder it starts from, its languages and the plan of its learning."""

    name: str
    encoder: str
    languages: tuple[str, ...]
    plan: Plan


ENGLISH = Recipe("en", "minilm", ("en",), Plan(epochs=5, rate=3e-4))
MULTI = Recipe(
    "multi", "e5", ("uk", "ru", "ko", "ro", "hr", "de", "cs"), Plan(epochs=2, rate=2e-4, frozen=True)
)
RECIPES = {each.name: each for each in (ENGLISH, MULTI)}


def texts(recipe: Recipe, data: Path) -> Iterator[Marked]:
    """The marked texts that a recipe learns from; ``data`` is the folder of the evaluation data."""
    english = list(polnear.read(data / "polnear" / "train"))
    if recipe is ENGLISH:
        yield from english
        return
    random.Random(recipe.plan.seed).shuffle(english)
    yield from english[: len(english) * 2 // 5]
    yield from corpora.speeches(data / "spkatt23" / "train")
    for language in ("cs", "ru"):
        yield from corpora.tagged(data / "quotes-cs-ru", language)
    for path in sorted(SENTENCES.glob("*.txt")):
        for _ in range(REPEATED):
            yield from corpora.sentences(path)


REPEATED = 3  # our own sentences are few beside the rest
