"""Invented readings of statements, as ``training/sentences/statements`` has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("sentences") / "statements"
AGAINST = "against"  # says the opposite, or another thing in nearly the same words


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording of a statement; ``kind`` as the README of the sentences tells them."""

    matter: str
    statement: int
    language: str
    kind: str
    text: str
    changed: str = ""


def read(folder: Path = FOLDER) -> list[Reading]:
    """All readings of a folder, in the order of its files and lines."""
    return [reading for path in sorted(folder.glob("*.txt")) for reading in _of_file(path)]


def _of_file(path: Path) -> Iterator[Reading]:
    matter, statement = "", 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            matter = f"{path.stem}: {line[2:]}"
        elif line.startswith("## "):
            statement = int(line[3:])
        elif line:
            what, text, *changed = line.split("\t")
            language, kind = what.split()
            yield Reading(matter, statement, language, kind, text, "".join(changed))
