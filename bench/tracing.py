"""``make bench-tracing``: what is found across texts, beside something simple for each question.

    python -m bench.tracing                 all tables
    python -m bench.tracing reuse growth    some

A table is a module here with ``table()``: by contestant (or by size), its figures by name.
"""

from __future__ import annotations

import sys
from importlib import import_module

from bench.data import DATA

TABLES = {
    "descent": "descent-dev",
    "reuse": "planted-reuse",
    "growth": "planted-reuse",
    "translation": "wmt22-en-ru-uk",
    "reporting": "ecbplus",
    "stemma": "stemma",
}  # each with the data that it needs
Table = dict[str, dict[str, float]]


def main(asked: list[str]) -> int:
    """Print the tables named (all if none); what has no data is said and passed over."""
    for name in asked or TABLES:
        print(f"\n== {name} ({TABLES[name]}) ==", flush=True)
        if not (DATA / TABLES[name]).is_dir():
            print(f"skipped: {DATA / TABLES[name]} is not there (set FIRSTHAND_DATA)")
            continue
        print(shown(import_module(f"bench.{name}").table()), flush=True)
    return 0


def shown(table: Table) -> str:
    """Figures down, contestants across; a dash where a contestant has no such figure."""
    figures = dict.fromkeys(name for row in table.values() for name in row)
    wide = max(map(len, figures), default=0)
    widths = [max(12, len(name)) + 2 for name in table]
    lines = [" " * wide + "".join(f"{name:>{width}}" for name, width in zip(table, widths, strict=True))]
    for figure in figures:
        cells = (f"{row[figure]:.2f}" if figure in row else "–" for row in table.values())
        padded = (f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
        lines.append(f"{figure:<{wide}}" + "".join(padded))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
