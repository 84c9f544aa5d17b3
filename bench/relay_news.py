"""How well the reader finds relay chains in real English news: the relay scorer's figures.

    python bench/relay_news.py [look|report] [--errors]

``relay_news.jsonl`` holds labels in the fields of the relay development set, offsets only; each
``file`` is relative to the data folder (for BASIL with the document's id behind ``#``). ``use`` is
"look" for what may be looked at while the rules are made, "report" for what only measures them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))
from data import DATA
from firsthand.reading import READER, read
from firsthand.reading.reader import reader_of
from predict_relay import scored

GOLD = Path(__file__).with_name("relay_news.jsonl")
USES = ("look", "report")
SHARES = {
    "content found": ("found", "gold"),
    "exact chain": ("exact", "gold"),
    "exact hands-only chain": ("exact_hands", "gold"),
    "exact chain of those found": ("exact", "found"),
    "stance": ("stance", "gold"),
    "stance of those found": ("stance", "found"),
    "speech of those found": ("speech", "speech_n"),
}


def gold(use: str) -> list[dict[str, object]]:
    """The labels for one use."""
    rows = (json.loads(line) for line in GOLD.read_text("utf-8").splitlines())
    return [row for row in rows if row["use"] == use]


def predictions(rows: list[dict[str, object]], reader: str) -> Iterator[dict[str, object]]:
    """What a reader ("rules", "learned") finds in each text that ``rows`` name."""
    for name in sorted({str(row["file"]) for row in rows}):
        yield {"file": name, "attributions": [scored(each) for each in read(text(name), reader=reader)]}


def text(name: str) -> str:
    """A text of the data folder; a document of BASIL has a line for each paragraph."""
    path, _, document = name.partition("#")
    if not document:
        return (DATA / path).read_bytes().decode("utf-8")
    paragraphs = _documents(path)[document]
    return "\n".join(" ".join(sentences) for sentences in paragraphs)


@cache
def _documents(path: str) -> dict[str, list[list[str]]]:
    rows = (json.loads(line) for line in (DATA / path).read_text("utf-8").splitlines())
    return {row["doc"]: row["paragraphs"] for row in rows}


@cache
def _scorer() -> ModuleType:
    spec = spec_from_file_location("score_relay", DATA / "relay-dev" / "score_relay.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(use: str, reader: str = "rules", errors: bool = False) -> dict[str, int]:
    """Prints the scorer's table for one use and gives its counts."""
    rows = gold(use)
    print(f"-- {use}, read by {reader} --")
    counts: dict[str, int] = _scorer().score(rows, list(predictions(rows, reader)), errors)
    return counts


def readers() -> tuple[str, ...]:
    """The readers that are installed for English."""
    return ("rules",) if reader_of("en") == READER else ("rules", "learned")


def figures() -> dict[str, float]:
    """Shares in per cent by reader and use, and the F1 of hedges."""
    asked = [(reader, use) for reader in readers() for use in USES]
    return {
        f"{reader}, {use}: {name}": value
        for reader, use in asked
        for name, value in _shares(report(use, reader)).items()
    }


def _shares(counts: dict[str, int]) -> dict[str, float]:
    shares = {name: 100 * counts[a] / counts[b] for name, (a, b) in SHARES.items() if counts[b]}
    missed = counts["hedge_fp"] + counts["hedge_fn"] + counts["hedge_fn_all"]
    return {**shares, "hedge F1": 200 * counts["hedge_tp"] / (2 * counts["hedge_tp"] + missed)}


if __name__ == "__main__":
    for use in [a for a in sys.argv[1:] if a in USES] or USES:
        for reader in readers():
            report(use, reader, "--errors" in sys.argv)
