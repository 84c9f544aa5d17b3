"""How fast do ten thousand newspaper pages become records, beside trafilatura alone, and in how much memory?

    python -m bench.intake [SIZE]       (10,000 pages, if no size is asked for)

Invented pages (``articles.py``), 31 to 92 KB each, on two processes: ours is ``Case.add``, with hashing,
storage, language and the way back to the bytes; beside it trafilatura's text with what it knows of title,
author and date, on two processes as well, half of the pages before ours and half after. Then the same pages
are added again, and a hundred more. Memory is the proportional set size of all processes together at its
peak (``memory.py``): what they share counts once.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.articles import written
from bench.memory import joint

COUNT = 10_000
MORE = 100
PROCESSES = 2
MOST = 700  # MB
BOTH = "both"


def figures(count: int = COUNT) -> dict[str, float]:
    """Speed and processor time beside trafilatura's, what memory is left, what adding again costs."""
    with TemporaryDirectory(prefix="intake-") as made:
        found = _measured(Path(made), count)
    ours, plain, meta = found["ours"], found["text alone"], found["with metadata"]
    print(f"  {count:,} pages of {found['size'] / count / 1000:.0f} KB on {PROCESSES} processes")
    for name, row in found.items():
        if isinstance(row, dict):
            print(f"  {name:<24}" + "".join(f"{value:10.1f} {what}" for what, value in row.items()))
    return {
        "pages a second": ours["pages/s"],
        "speed, per cent of trafilatura with metadata": 100 * ours["pages/s"] / meta["pages/s"],
        "speed, per cent of trafilatura, text alone": 100 * ours["pages/s"] / plain["pages/s"],
        "work, per cent of ours that trafilatura needs": 100 * meta["CPU ms/page"] / ours["CPU ms/page"],
        f"memory left of {MOST} MB": MOST - ours["MB"],
        "the same again, times faster": found["again"]["pages/s"] / ours["pages/s"],
        f"{MORE} more, pages a second": found["more"]["pages/s"],
    }


def _measured(folder: Path, count: int) -> dict[str, Any]:
    """Every row by name; each run is a process of its own."""
    pages, more = folder / "pages", folder / "more"
    found: dict[str, Any] = {"size": written(pages, count)}
    written(more, MORE, seed=2)
    before = [_run(_beside, pages, what, 0) for what in ("meta", "text")]
    rows = _run(_added, pages, more, folder / "c.case")
    after = [_run(_beside, pages, what, 1) for what in ("text", "meta")]
    found["with metadata"] = _mean(before[0], after[1])
    found["text alone"] = _mean(before[1], after[0])
    return found | rows


def _mean(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {key: (one[key] + other[key]) / 2 for key in one}


def _run(what: Callable[..., dict[str, Any]], *given: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.intake", what.__name__, *map(str, given)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(printed)
    return found


def _added(pages: str, more: str, case: str) -> dict[str, dict[str, float]]:
    """All pages, the same again and others, added to one case."""
    from firsthand import Case
    from firsthand.engines import Local

    found = {}
    with joint() as memory, Case.create(case, engine=Local(PROCESSES)) as made:
        for name, folder in (("ours", pages), ("again", pages), ("more", more)):
            found[name] = _timed(
                lambda folder=folder: made.add(folder), len(list(Path(folder).rglob("*.html")))
            )
            found[name] |= {"MB": memory[0]}
    return found


def _beside(pages: str, what: str, half: str) -> dict[str, float]:
    """Trafilatura of every other page."""
    files = sorted(Path(pages).rglob("*.html"))[int(half) :: 2]

    def work() -> None:
        with get_context("fork").Pool(PROCESSES) as pool:
            for _ in pool.imap(_text if what == "text" else _meta, files, chunksize=8):
                pass

    return _timed(work, len(files))


def _timed(work: Callable[[], object], count: int) -> dict[str, float]:
    begun, spent = time.perf_counter(), _spent()
    work()
    seconds = time.perf_counter() - begun
    return {"pages/s": count / seconds, "CPU ms/page": (_spent() - spent) / count * 1000}


def _spent() -> float:
    """Processor seconds of this process and those below it that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _text(file: Path) -> str:
    from trafilatura import extract

    return extract(file.read_text("utf-8")) or ""


def _meta(file: Path) -> str:
    from trafilatura import extract

    return extract(file.read_text("utf-8"), with_metadata=True, include_comments=False) or ""


STEPS = {each.__name__: each for each in (_added, _beside)}

if __name__ == "__main__":
    asked = sys.argv[1:]
    if asked and asked[0] in STEPS:
        print(json.dumps(STEPS[asked[0]](*asked[1:])))
    else:
        for name, value in figures(int(asked[0]) if asked else COUNT).items():
            print(f"  {name:<52} {value:8.1f}")
