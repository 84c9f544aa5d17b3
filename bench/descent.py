"""Who copied whom: descents, statements, verdicts and drift against traditions with a known truth."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import plain_descent
from bench.data import DATA
from bench.predict_descent import predict, traditions

FOLDER = DATA / "descent-dev"
# The scorer's measures that are printed and held to floors; rates of 0 to 1 there, per cent here.
SHOWN = (
    "edges F1",
    "edges P",
    "edges R",
    "edges to hidden ancestors F1",
    "grouping pairs F1",
    "statements in two or more reports: right count",
    "statements in two or more reports: right verdict",
    "statements in two or more reports: right both",
    "verdict balanced (mean of the three recalls)",
    "drift F1",
    "person name pairs F1",
    "record support: verdict right (extra)",
    "record support: verdict and lines right (extra)",
)


def figures(predicted: Callable[[Path], object] = predict) -> dict[str, float]:
    """The figures, in per cent; the two errors that must not happen are counts of what went right."""
    scored = score({p.name: predicted(p) for p in traditions(FOLDER)})
    found = {name: 100 * scored["all"][name] for name in SHOWN}
    counts = scored["counts"]
    for verdict in ("not-established", "one-shared-origin"):
        wrong, of = counts.get(f"{verdict}_as_independent", 0), counts[f"gold_{verdict}"]
        found[f"{verdict} kept from independent"] = 100 * (of - wrong) / of
    return found


def table() -> dict[str, dict[str, float]]:
    """Ours beside runs of words and words in common (`plain_descent`)."""
    return {"Firsthand": figures(), "words in common": figures(plain_descent.predict)}


def score(predictions: dict[str, object], folder: Path = FOLDER) -> dict[str, dict[str, float]]:
    """What the scorer beside the data says to ``predictions`` for the traditions in ``folder``."""
    result: dict[str, dict[str, float]] = json.loads(judged(predictions, folder, "--json"))
    return result


def judged(predictions: dict[str, object], folder: Path, flag: str) -> str:
    """What the scorer prints with ``flag``."""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "predictions.json"
        file.write_text(json.dumps(predictions), "utf-8")
        command = [sys.executable, str(FOLDER / "score_descent.py"), str(folder), str(file), flag]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<52} {value:6.1f}")
