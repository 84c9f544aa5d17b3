"""The pairs of texts that translated statements are looked for in: 1,000 lines each where so many are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.data import DATA

LINES = 1000
NEAR_MISSES = Path(__file__).with_name("near_misses.jsonl")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of which the lines with the same number say the same."""

    name: str
    languages: tuple[str, str]
    a: tuple[str, ...]
    b: tuple[str, ...]


def pairs() -> Iterator[Pair]:
    """Korean of the south and the north, Ukrainian and Russian with English and with each other."""
    news = DATA / "ko-en-news"
    south, north, english = (_lines(news / f"news.dev.{name}") for name in ("ko-south", "ko-north", "en"))
    yield Pair("ko-en", ("ko", "en"), south, english)
    yield Pair("ko north-en", ("ko", "en"), north, english)
    yield Pair("ko-ko north", ("ko", "ko-again"), south, north)
    three = _table("en-ru-uk")
    for other in ("uk", "ru"):
        rows = [*_table(f"{other}-en"), *three][:LINES]
        yield _pair(other, "en", rows)
    yield _pair("uk", "ru", three)


def _pair(one: str, other: str, rows: list[dict[str, str]]) -> Pair:
    a, b = (tuple(row[code] for row in rows) for code in (one, other))
    return Pair(f"{one}-{other}", (one, other), a, b)


def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").split("\n")[:LINES])


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / "wmt22-en-ru-uk" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An invented sentence in several languages, and the same with one thing that ``differs``."""

    differs: str
    half: str
    same: dict[str, str]
    miss: dict[str, str]


def near_misses(half: str) -> list[NearMiss]:
    """Those that the lists and bars were mended by ("tune") or those never looked at ("report")."""
    found = [NearMiss(**json.loads(line)) for line in NEAR_MISSES.read_text("utf-8").splitlines()]
    return [each for each in found if each.half == half]
