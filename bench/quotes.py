"""Czech and Russian sentences: token F1 of source, cue and content, language by language.

    python bench/quotes.py [FOLDER] [--reader rules|learned]

FOLDER holds LANGUAGE_tokens.tsv (default: ``quotes-cs-ru`` in the data folder). A token has one tag
there, so a token of ours that has several roles counts as source before cue before content.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from firsthand.reading import read
from predict_spkatt import Joined

TAGS = ("source", "cue", "content")


def figures(folder: Path, reader: str = "") -> dict[str, float]:
    """F1 (per cent): "cs source", "ru content", …"""
    found = {}
    for path in sorted(folder.glob("*_tokens.tsv")):
        language = path.name.split("_")[0]
        counts: Counter[str] = Counter()
        for text, gold in _sentences(path):
            tags = _tags(text, language, reader)
            for name, right in gold.items():
                counts[f"gold {right}"] += 1
                counts[f"predicted {tags.get(name)}"] += 1
                counts[f"both {right}"] += tags.get(name) == right
        found |= {f"{language} {tag}": _f1(counts, tag) for tag in TAGS}
    return found


def _sentences(path: Path) -> Iterator[tuple[Joined, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    for _, group in itertools.groupby(rows, lambda row: row["sentence_num"]):
        tokens = list(group)
        text = Joined((str(number), row["text"]) for number, row in enumerate(tokens))
        yield text, {str(number): row["tags"] for number, row in enumerate(tokens)}


def _tags(text: Joined, language: str, reader: str) -> dict[str, str]:
    tags: dict[str, str] = {}
    for each in read(text.text, language, reader=reader):
        for tag, spans in (
            ("content", each.content),
            ("cue", each.cue),
            ("source", (each.source,) if each.source else ()),
        ):
            for name in text.within(spans):
                tags[name] = min(tag, tags.get(name, tag), key=TAGS.index)
    return tags


def _f1(counts: Counter[str], tag: str) -> float:
    size = counts[f"gold {tag}"] + counts[f"predicted {tag}"]
    return 200 * counts[f"both {tag}"] / size if size else 0.0


if __name__ == "__main__":
    from data import DATA

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=DATA / "quotes-cs-ru")
    parser.add_argument("--reader", default="", choices=("rules", "learned"))
    asked = parser.parse_args()
    for name, value in figures(asked.folder, asked.reader).items():
        print(f"{name:<28} {value:6.1f}")
