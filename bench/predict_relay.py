"""Prints what the reader finds in a folder of texts, as JSON Lines for the relay scorer.

    python bench/predict_relay.py FOLDER [--reader rules|learned] > predictions.jsonl

FOLDER holds ``texts/*.txt`` and, if known, ``gold.jsonl``, from which only file names and
languages are taken. Without it the language is the letters that a file's name begins with.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from firsthand.languages import known
from firsthand.model import Attribution
from firsthand.reading import read


def predictions(folder: Path, reader: str = "") -> list[dict[str, object]]:
    """One object a text, ``file`` relative to ``folder``."""
    return [_predict(folder, name, language, reader) for name, language in sorted(texts(folder).items())]


def texts(folder: Path) -> dict[str, str]:
    """File names relative to ``folder`` with the language of each."""
    gold = folder / "gold.jsonl"
    if gold.is_file():
        rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
        return {row["file"]: row.get("lang", "en") for row in rows}
    return {str(path.relative_to(folder)): _language(path.stem) for path in folder.glob("texts/*.txt")}


def _language(stem: str) -> str:
    head = re.match(r"[a-z]{2}(?=\d|[-_]|$)", stem)
    return head.group() if head and head.group() in known() else "en"


def _predict(folder: Path, name: str, language: str, reader: str) -> dict[str, object]:
    text = (folder / name).read_bytes().decode("utf-8")
    found = read(text, language, reader=reader)
    return {"file": name, "attributions": [scored(each) for each in found]}


def scored(each: Attribution) -> dict[str, object]:
    """An attribution as the scorer wants it."""
    longest = max(each.content, key=lambda span: span.end - span.start)
    return {
        "content": list(longest),
        "hops": [{"who": list(h.who) if h.who else None, "role": h.role.value} for h in each.hands],
        "stance": each.stance.value,
        "hedged": bool(each.hedges),
        "speech": each.speech.value,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", default="", choices=("rules", "learned"))
    asked = parser.parse_args()
    for row in predictions(asked.folder, asked.reader):
        print(json.dumps(row, ensure_ascii=False))
