"""The two taggers as they are trained: which encoder, which texts in which stages, how long."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.reading.tagging.labels import PARTS
from training import corpora, markup, polnear
from training.fit import Plan
from training.marked import Marked

SENTENCES = Path(__file__).with_name("sentences")
HELD = 60  # the last passages of each of our own files are never learnt from: figures are taken on them
SHUFFLE = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """A plan and the share of each corpus that it learns from; ``own``: how often our own passages come."""

    plan: Plan
    english: float = 0.0
    german: float = 0.0
    tagged: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """One tagger: its name, the encoder it starts from, the languages it is for and its stages in order.

    ``runs``: how many times all of it is done, each with other seeds; the weights are the mean of them.
    """

    name: str
    encoder: str
    languages: tuple[str, ...]
    parts: tuple[str, ...]
    stages: tuple[Stage, ...]
    runs: int = 1


ENGLISH = Recipe(
    "en", "minilm", ("en",), polnear.ROLES,
    (Stage(Plan(epochs=5, rate=3e-4, veiled=0.1), english=1.0),), runs=2,
)  # fmt: skip
MULTI = Recipe(
    "multi", "e5", ("uk", "ru", "ko", "ro", "hr", "de", "cs"), PARTS,
    (Stage(Plan(epochs=3, rate=2e-4, frozen=True, veiled=0.1, heads=8.0),
           english=0.35, german=1.0, tagged=1, own=3),),
)  # fmt: skip
RECIPES = {each.name: each for each in (ENGLISH, MULTI)}


def texts(stage: Stage, data: Path) -> Iterator[Marked]:
    """The marked texts of one stage; ``data`` is the folder of the evaluation data."""
    yield from _share(list(polnear.read(data / "polnear" / "train")), stage.english)
    yield from _share(list(corpora.speeches(data / "spkatt23" / "train")), stage.german)
    for language in ("cs", "ru") * stage.tagged:
        yield from corpora.tagged(data / "quotes-cs-ru", language)
    for path in sorted(SENTENCES.glob("*.txt")) * stage.own:
        yield from corpora.sentences(path, learnt(path))


def learnt(path: Path) -> slice:
    """The passages of one of our own files that may be learnt from."""
    return slice(0, max(0, len(markup.read_sentences(path)) - HELD))


def _share(marked: Sequence[Marked], share: float) -> Sequence[Marked]:
    drawn = list(marked)
    random.Random(SHUFFLE).shuffle(drawn)
    return drawn[: round(len(drawn) * share)]
