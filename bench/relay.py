"""How well the reader finds relay chains: the relay scorer's figures, per language.

    python bench/relay.py [FOLDER]

FOLDER is laid out as the relay development set (default: ``relay-dev`` in the data folder that
``FIRSTHAND_DATA`` names, else ``../shared/data``); the scorer lies in that set.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from predict_relay import predictions

ROW = re.compile(r"^(\S.*?)\s{2,}([\d.]+)\s+\(", re.MULTILINE)
GROUP = re.compile(r"^lang (\w+)\s+\d+\s+([\d.]+)%\s+([\d.]+)%\s+([\d.]+)%\s+([\d.]+)%", re.MULTILINE)


def data() -> Path:
    """The folder of the shared data."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(os.environ.get("FIRSTHAND_DATA", beside))


def report(folder: Path) -> str:
    """What the scorer prints for the reader's findings in ``folder``."""
    with tempfile.TemporaryDirectory() as temporary:
        rows = Path(temporary) / "predictions.jsonl"
        lines = [json.dumps(row, ensure_ascii=False) for row in predictions(folder)]
        rows.write_text("\n".join(lines) + "\n", "utf-8")
        scorer = data() / "relay-dev" / "score_relay.py"
        command = [sys.executable, str(scorer), str(folder / "gold.jsonl"), str(rows)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def figures(folder: Path | None = None) -> dict[str, float]:
    """The scorer's figures in per cent by name; those of a language as "en found", "en exact", …"""
    text = report(folder or data() / "relay-dev")
    found = {name.strip(): float(value) for name, value in ROW.findall(text)}
    for code, *values in GROUP.findall(text):
        names = ("found", "exact", "hands", "stance")
        found |= {f"{code} {name}": float(v) for name, v in zip(names, values, strict=True)}
    return found


if __name__ == "__main__":
    print(report(Path(sys.argv[1]) if len(sys.argv) > 1 else data() / "relay-dev"), end="")
