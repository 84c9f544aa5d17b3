"""``make bench``: every question, its figures beside the floors in floors.json.

    python -m bench                 all
    python -m bench relay descent   some
    python -m bench --raise         write figures that rose as the new floors

A figure below its floor ends with exit code 1. Floors rise with ``--raise`` and sink only by hand; those of
speed and memory, which depend on what else a machine does, stay as they are.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from bench.data import DATA

QUESTIONS = {
    "relay": "relay-dev",
    "relay_news": "polnear",
    "descent": "descent-dev",
    "reuse": "planted-reuse",
    "stemma": "stemma",
    "basil": "same-event-news",
    "events": "same-event-news",
    "reporting": "ecbplus",
    "translation": "wmt22-en-ru-uk",
    "names": "names",
    "unseen_names": "names",
    "resolution": "polnear",
    "reading": "polnear",
    "routes": "names",
    "candidates": "names",
    "names_scale": "names",
    "intake": "",
    "pages": "",
    "serving": "",
}  # each with the data that it needs
MEASURED = ("intake", "pages", "names_scale", "serving")
FLOORS = Path(__file__).with_name("floors.json")
NOISE = 0.05  # figures are printed with one decimal


def main(arguments: list[str]) -> int:
    """Run the questions named (all if none) and compare; the exit code says whether a floor sank."""
    asked = [a for a in arguments if not a.startswith("--")] or list(QUESTIONS)
    floors = json.loads(FLOORS.read_text("utf-8"))
    figures = {name: _run(name) for name in asked}
    sunk = [line for name, found in figures.items() for line in _compare(name, found, floors.get(name, {}))]
    if "--raise" in arguments:
        _write(figures, floors)
    print("\n".join(sunk) or "\nNo floor sank.")
    return 1 if sunk else 0


def _run(name: str) -> dict[str, float]:
    print(f"\n== {name} ({QUESTIONS[name] or 'invented'}) ==", flush=True)
    if not (DATA / QUESTIONS[name]).is_dir():
        print(f"skipped: {DATA / QUESTIONS[name]} is not there (set FIRSTHAND_DATA)")
        return {}
    found: dict[str, float] = import_module(f"bench.{name}").figures()
    return found


def _compare(name: str, found: dict[str, float], floors: dict[str, float]) -> list[str]:
    sunk = []
    for key, value in found.items():
        floor = floors.get(key)
        print(f"  {key:<52} {value:6.1f}" + (f"   floor {floor:.1f}" if floor is not None else ""))
        if floor is not None and value < floor - NOISE:
            sunk.append(f"SUNK: {name}: {key} is {value:.1f}, its floor is {floor:.1f}")
    return sunk


def _write(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> None:
    for name, found in figures.items():
        if name in MEASURED:
            continue
        known = floors.setdefault(name, {})
        known.update({k: round(max(v, known.get(k, v)), 1) for k, v in found.items()})
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")


sys.exit(main(sys.argv[1:]))
