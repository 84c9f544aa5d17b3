"""Routes of names: which spellings of one name meet, and which of two names do not.

Made-up names (made_up_names.tsv): every two spellings of one name in three scripts; the spellings that
`spellings` gives of the Hangul; spellings of two names. Full names in English and Korean (a sample of those
that are likely Korean persons; many are not, so that 100 cannot be reached) and single names in Cyrillic and
Latin letters (Western and Japanese ones are written by sound, which no route is for), against those of the
next row. Nothing was learnt from these; that habits of the press are missing was seen in them.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

from bench.data import DATA
from firsthand.names.routes import route_between, spellings
from firsthand.names.routes.letters import bare
from firsthand.names.routes.slavic import agreeing

MADE_UP = Path(__file__).with_name("made_up_names.tsv")
SETS = DATA / "names"
SAMPLE = 2000
Row = dict[str, list[str]]


def figures() -> dict[str, float]:
    """Shares in hundredths; of two names it is the share that is kept apart."""
    names = list(made_up())
    korean = list(full_names())
    single = list(parts())
    found = {
        "made-up: two spellings meet": share(
            meet(*pair) for row in names for pair in combinations(_all(row), 2)
        ),
        "made-up: spellings given": share(_given(row) for row in names),
        "made-up: two names kept apart": share(not meet(*pair) for pair in _mixed(names)),
        "en-ko names: meet": share(meet(en, ko) for en, ko in korean),
        "en-ko names: kept apart": share(not meet(a[0], b[1]) for a, b in pairwise(korean)),
        "cyrl-latn names: meet": share(_any(cyrl, latn) for cyrl, latn in single),
        "cyrl-latn names: kept apart": share(not _any(a[0], b[1]) for a, b in pairwise(single)),
    }
    print("\n".join(f"{name:<34}{value:6.1f}" for name, value in found.items()))
    return found


def share(said: Iterable[bool | tuple[int, int]]) -> float:
    """How many of a hundred are true; of pairs (so many, of so many) taken together."""
    pairs = [each if isinstance(each, tuple) else (int(each), 1) for each in said]
    return 100 * sum(n for n, _ in pairs) / max(1, sum(of for _, of in pairs))


def made_up(file: Path = MADE_UP) -> Iterator[Row]:
    """The rows of made_up_names.tsv, or a file like it: column → spellings."""
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t"):
        yield {column: value.split("; ") for column, value in row.items()}


def full_names(count: int = SAMPLE) -> list[tuple[str, str]]:
    """A sample of the pairs of full names, English and Korean."""
    with (SETS / "fullnames_en_ko.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [(row["en"], row["ko"]) for row in rows if row["kind"] == "korean-person-likely"]
    return random.Random(7).sample(pairs, count)


def parts() -> list[tuple[list[str], list[str]]]:
    """A sample of single names: the Cyrillic forms of one, and the Latin ones."""
    lines = (SETS / "name_parts.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["scripts"] == "cyrl+latn"]
    return [(row["cyrl"], row["latn"]) for row in random.Random(7).sample(rows, SAMPLE)]


def _all(row: Row) -> list[str]:
    return [spelled for spellings in row.values() for spelled in spellings]


def _mixed(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(rows, 2):
        yield one["hangul"][0], other["press"][0]
        yield one["dprk"][0], other["russian"][0]
        yield one["revised"][0], other["ukrainian"][-1]


def _given(row: Row) -> tuple[int, int]:
    """How many of a row's spellings are given of its Hangul, whichever word stands first."""
    given = {bare(s.text) for s in spellings(row["hangul"][0])}
    asked = _all(row)
    return sum(bool(given & set(_orders(each.split()))) for each in asked), len(asked)


def _orders(words: list[str]) -> Iterator[str]:
    yield from (bare("".join(words[i:] + words[:i])) for i in (0, 1, -1))


def meet(one: str, other: str) -> bool:
    """Whether a route leads from one spelling to the whole of the other."""
    path = route_between(one, other)
    return path is not None and path.whole


def _any(ones: list[str], others: list[str]) -> bool:
    return any(agreeing(one, other) for one in ones for other in others)


if __name__ == "__main__":
    figures()
