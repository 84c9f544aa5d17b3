"""Prints the passages that texts share, in the format of the planted-reuse scorer.

    python bench/predict_planted.py FOLDER > pairs.jsonl       (FOLDER holds docs.jsonl)

Standard error tells what was too common to compare, the processor seconds of the whole process, and
the peak of its memory.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from firsthand.matching.passages import Sharing, shared


def found_in(folder: Path) -> tuple[list[str], Sharing]:
    """The ids of the documents of a folder, and what the documents share."""
    ids, texts = [], []
    with (folder / "docs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            doc = json.loads(line)
            ids.append(doc["id"])
            texts.append(doc["text"])
    return ids, shared(texts)


def predictions(ids: list[str], sharing: Sharing) -> Iterator[dict[str, Any]]:
    """One object a shared passage: two places, each a document's id and its first and last character."""
    for each in sharing.passages:
        yield {"a": [ids[each.a], *each.a_span], "b": [ids[each.b], *each.b_span]}


def main(arguments: Sequence[str]) -> int:
    """Prints what is found in the folder named; without one, or without docs.jsonl in it, how to ask."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "docs.jsonl").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    ids, sharing = found_in(Path(arguments[0]))
    for row in predictions(ids, sharing):
        print(json.dumps(row))
    print(*sharing.skipped, sep="\n", file=sys.stderr)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time():.1f} CPU seconds, {memory:.0f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
