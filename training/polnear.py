"""PolNeAR (networkdynamics, 2018) as marked texts: brat standoff read into spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.marked import Marked, Parts

ROLES = ("source", "cue", "content")


def read(split: Path) -> Iterator[Marked]:
    """Every annotated text of a split, one for each annotator of it, in the order of their names."""
    for path in sorted(split.glob("attributions/*.ann")):
        stem = path.stem.rsplit("_", 1)[0]
        text = (split / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        yield Marked(stem, "en", text, tuple(_attributions(path)), ROLES)


def _attributions(path: Path) -> Iterator[Parts]:
    spans, events = _lines(path.read_bytes().decode("utf-8"))
    seen: set[str] = set()
    for event in events:
        parts: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for name, mark in event:
            role = name.rstrip("0123456789").lower()
            if role in parts:
                parts[role] += spans.get(mark, [])
        found = {role: tuple(sorted(set(places))) for role, places in parts.items()}
        if found["content"] and found["cue"] and repr(found) not in seen:
            seen.add(repr(found))
            yield found


def _lines(body: str) -> tuple[dict[str, list[tuple[int, int]]], list[list[list[str]]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[list[str]]] = []
    for line in body.split("\n"):
        cells = line.split("\t")
        if re.match(r"T\d", line) and len(cells) > 1:
            places = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [(int(a), int(b)) for a, b in (p.split() for p in places)]
        elif line.startswith("E") and len(cells) > 1:
            events.append([each.split(":", 1) for each in cells[1].split()])
    return spans, events
