"""Prints what the reader finds in a folder of texts, as JSON Lines for the relay scorer.

    python bench/predict_relay.py FOLDER > predictions.jsonl

FOLDER holds ``texts/*.txt`` and, if known, ``gold.jsonl``, from which only file names and
languages are taken. Without it the language is the letters that a file's name begins with.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from firsthand.languages import known
from firsthand.model import Attribution
from firsthand.reading import read


def predictions(folder: Path) -> list[dict[str, object]]:
    """One object a text, ``file`` relative to ``folder``."""
    return [_predict(folder, name, language) for name, language in sorted(texts(folder).items())]


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


def _predict(folder: Path, name: str, language: str) -> dict[str, object]:
    text = (folder / name).read_bytes().decode("utf-8")
    found = read(text, language)
    return {"file": name, "attributions": [_scored(each) for each in found]}


def _scored(each: Attribution) -> dict[str, object]:
    longest = max(each.content, key=lambda span: span.end - span.start)
    return {
        "content": list(longest),
        "hops": [{"who": list(h.who) if h.who else None, "role": h.role.value} for h in each.hands],
        "stance": each.stance.value,
        "hedged": bool(each.hedges),
        "speech": each.speech.value,
    }


if __name__ == "__main__":
    for row in predictions(Path(sys.argv[1])):
        print(json.dumps(row, ensure_ascii=False))
