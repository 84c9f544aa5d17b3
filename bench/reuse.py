"""Planted reuse: quotations and sentences altered in known ways, in two thousand documents.

    python -m bench.reuse

The script beside the data plants and scores; what it writes holds publishers' texts and stays in
``bench/out``, which git ignores. Every sentence and quotation is matched as in any case; a match is
reported by the words that agree.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from bench.data import DATA, OUT
from firsthand.engines import Local
from firsthand.matching import match
from firsthand.model import Attribution, Match, MatchKind, Op, Record, Span
from firsthand.reading import own_voice, read
from firsthand.text import cover

FOLDER = DATA / "planted-reuse"
PLANTED = OUT / "reuse"
FEWEST = 5  # words; the scorer asks for passages of five words and more


def figures() -> dict[str, float]:
    """Recall and precision (per cent) and the seconds that reading and matching took."""
    records = list(_records())
    engine = Local()
    begun = time.perf_counter()
    said = [each for found in engine.each(_read, records) for each in found]
    middle = time.perf_counter()
    matches = match(records, said, engine.pairs_sharing_key).matches
    ended = time.perf_counter()
    scored = _score(matches)
    found = {f"recall {kind}": 100 * value for kind, value in scored["kind"].items()}
    found |= {f"recall {length} words": 100 * value for length, value in scored["length"].items()}
    return found | {
        "recall": 100 * scored["recall"],
        "precision": 100 * scored["precision"],
        "seconds reading": middle - begun,
        "seconds matching": ended - middle,
    }


def _records() -> Iterator[Record]:
    if not (PLANTED / "docs.jsonl").exists():
        PLANTED.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, str(FOLDER / "plant_reuse.py"), "planted", str(PLANTED)], check=True)
    for line in (PLANTED / "docs.jsonl").read_text("utf-8").splitlines():
        each = json.loads(line)
        yield Record(id=each["id"], object=each["id"], name=each["id"], language="en", text=each["text"])


def _read(record: Record) -> list[Attribution]:
    found = read(record.text, record.language, record.id)
    return [*found, *own_voice(record.text, record.language, record.id, found)]


def _score(matches: Iterable[Match]) -> dict[str, Any]:
    pairs = PLANTED / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(each) + "\n" for m in matches for each in _pair(m)), "utf-8")
    command = [sys.executable, str(FOLDER / "score_reuse.py"), str(PLANTED), str(pairs), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


def _pair(m: Match) -> Iterator[dict[str, list[str | int]]]:
    """From the first to the last word that agrees, on either side; loose paraphrases are no copies."""
    equal = [e for e in m.edits if e.op is Op.EQUAL]
    if m.kind is MatchKind.PARAPHRASE or not equal:
        return
    a, b = cover([e.a for e in equal]), cover([e.b for e in equal])
    yield {"a": _place(m.a.record, a), "b": _place(m.b.record, b)}


def _place(record: str, span: Span) -> list[str | int]:
    return [record, span.start, span.end]


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<52} {value:6.1f}")
