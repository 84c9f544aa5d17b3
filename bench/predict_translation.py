"""Prints for each line of A the line of B that says the same in another language.

    python bench/predict_translation.py A B > found.jsonl

A and B are text files, a sentence a line. One JSON object a line of A, in order: "a" and "b" are numbers
of lines from 0 ("b" is null where nothing lies near), "score" the log odds that the two say the same,
"judgement" is "same", "different" or "cannot tell", "reasons" say what speaks for it, "flags" what against.
The languages are told from the files; `--languages ko en` states them. Standard error tells the
processor seconds and the peak of memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from firsthand.matching.across import Pair, across
from firsthand.records.language import detect


def predictions(
    a: Sequence[str], b: Sequence[str], languages: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """One object a line of ``a``, with the best of ``b``."""
    one, other = languages or (detect("\n".join(a)), detect("\n".join(b)))
    sides = [f"{one or '?'}"] * len(a) + [f"{other or '?'}" if other != one else f"{other}-again"] * len(b)
    best: dict[int, Pair] = {}
    for pair in across([*a, *b], sides).pairs:
        if pair.a not in best or best[pair.a].judged.score < pair.judged.score:
            best[pair.a] = pair
    for line in range(len(a)):
        yield _row(line, best.get(line), len(a))


def _row(line: int, pair: Pair | None, first: int) -> dict[str, Any]:
    if pair is None:
        return {"a": line, "b": None, "score": None, "judgement": "cannot tell", "reasons": [], "flags": []}
    judged = pair.judged
    return {
        "a": line,
        "b": pair.b - first,
        "score": round(judged.score, 3),
        "judgement": judged.verdict.value,
        "reasons": [*judged.reasons],
        "flags": [*judged.flags],
    }


def main(arguments: Sequence[str]) -> int:
    """Reads two files, prints what is found."""
    parser = argparse.ArgumentParser(description="The lines of B that say what the lines of A say.")
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--languages", nargs=2, default=())
    asked = parser.parse_args(arguments)
    if absent := [str(path) for path in (asked.a, asked.b) if not path.is_file()]:
        parser.error(f"no such file: {', '.join(absent)}")
    begun = time.process_time()
    a, b = (path.read_text("utf-8").rstrip("\n").split("\n") for path in (asked.a, asked.b))
    for row in predictions(a, b, asked.languages):
        print(json.dumps(row, ensure_ascii=False))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - begun:.1f} CPU seconds, {memory:.0f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
