"""Prints the passages that texts share, in the format of the planted-reuse scorer.

    python bench/predict_planted.py FOLDER > pairs.jsonl       (FOLDER holds docs.jsonl)

Standard error tells the processor seconds, all from the reading of the file on, and the peak of memory.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.matching.passages import shared


def predictions(folder: Path) -> Iterator[dict[str, Any]]:
    """One object a shared passage: two places, each a document's id and its first and last character."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines()]
    for each in shared([doc["text"] for doc in docs]):
        yield {"a": [docs[each.a]["id"], *each.a_span], "b": [docs[each.b]["id"], *each.b_span]}


if __name__ == "__main__":
    begun = time.process_time()
    for row in predictions(Path(sys.argv[1])):
        print(json.dumps(row))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - begun:.1f} CPU seconds, {memory:.0f} MB", file=sys.stderr)
