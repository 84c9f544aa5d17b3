"""Prints what the reader finds in a PolNeAR folder, as JSON Lines for that set's scorer.

python bench/predict_polnear.py FOLDER > predictions.jsonl     (FOLDER holds text/*.txt)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from firsthand.model import Attribution, Span
from firsthand.reading import read


def predictions(folder: Path) -> list[dict[str, object]]:
    """One object a text."""
    return [
        {"doc": path.stem, "attributions": [_scored(a) for a in read(path.read_bytes().decode("utf-8"))]}
        for path in sorted(folder.glob("text/*.txt"))
    ]


def _scored(each: Attribution) -> dict[str, object]:
    source = [list(each.source)] if each.source else []
    return {"source": source, "cue": _lists(each.cue), "content": _lists(each.content)}


def _lists(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


if __name__ == "__main__":
    for row in predictions(Path(sys.argv[1])):
        print(json.dumps(row))
