"""How long do readers of a large case wait?

    python -m bench.serving [REPORTS]     (10,000 if none is asked for)

An invented case (``bench.large``) of 400 reports is traced, and its sheets are laid ready over and over under
new numbers until there are enough; what a page costs depends on the sheets that it shows, and on how many
there are to look among. ``firsthand serve`` runs in a process of its own. Twenty readers at once open pages
of all kinds, search and filter, each looking at a page for half a second to a second and a half; times are
from the request to the first byte. Then the same without any pause, which shows what the server can carry.
"""

from __future__ import annotations

import http.client
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from bench import large
from bench.memory import size
from firsthand import dossier, stages
from firsthand.case import Case
from firsthand.casefile import SHELF, Laid, lay
from firsthand.engines import Local
from firsthand.finding import Kept, traced
from firsthand.shelving.putting import front, laid, numbered, told

REPORTS, PART, READERS, SECONDS, PORT = 10_000, 400, 20, 20, 8799
NUMBER = re.compile(r'(?<=")([SRPDBW])(\d+)(?=["-])')


def part() -> dossier.Dossier:
    """The dossier of a traced invented case of ``PART`` reports, by words alone."""
    records, attributions = large.invented(PART)
    stages.matching.installed = lambda: None
    found, _ = traced(records, attributions, Kept(), Local(), lambda stage, done, total: None)
    return dossier.build(
        "Invented", records, attributions, found, [], [], {}, "2024-12-01T00:00:00+00:00", "0"
    )


def again(sheets: list[Laid], times: int) -> Iterator[Laid]:
    """The sheets, and again under numbers of their own, so many times in all."""
    step = 1 + max(int(each.row.anchor[1:]) for each in sheets)
    for n in range(times):
        for each in sheets:
            yield _moved(each, n * step)


def _moved(sheet: Laid, by: int) -> Laid:
    def moved(text: str) -> str:
        return NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + by}", text)

    def anchors(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(json.loads(moved(json.dumps(given))))

    (anchor,) = anchors((sheet.row.anchor,))
    row = replace(sheet.row, anchor=anchor)
    return replace(
        sheet, row=row, value=moved(sheet.value), parts=anchors(sheet.parts), links=anchors(sheet.links)
    )


def make(folder: Path, reports: int) -> Counter[str]:
    """A case with so many reports laid ready in ``folder``; how many sheets of each kind it has."""
    with Case.create(folder, "Invented") as case:
        entries = case.entries
    made = part()
    sheets = list(laid(made))
    counted: Counter[str] = Counter()

    def whole() -> list[tuple[str, str]]:
        return told(replace(front(made, counted), entries=entries, picture=None))

    lay(folder, numbered(again(sheets, reports // PART), counted), [], whole)
    return counted


@contextmanager
def served(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The case served; the process, and how many seconds it took to answer."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "serve", str(folder), "--port", str(port)],
        stdout=subprocess.DEVNULL,
    )
    try:
        while not _answers(port):
            time.sleep(0.02)
        yield process, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        return _first_byte(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/") > 0
    except OSError:
        return False


def _first_byte(connection: http.client.HTTPConnection, address: str) -> float:
    """Seconds from the request to the first byte of a good answer."""
    begun = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    waited = time.perf_counter() - begun
    answer.read()
    if answer.status != 200:
        raise OSError(f"{address} answers {answer.status}")
    return waited


def kinds(folder: Path) -> list[Callable[[Random], str]]:
    """What a reader opens: an address by chance, of each kind as often as it is named."""
    with closing(sqlite3.connect(folder / SHELF)) as shelf:
        listed = shelf.execute("SELECT kind, anchor FROM sheets WHERE kind != 'finding'").fetchall()
    of_kind: dict[str, list[str]] = {}
    for kind, anchor in listed:
        of_kind.setdefault(kind, []).append(anchor)

    def sheet(kind: str) -> Callable[[Random], str]:
        return lambda chance: f"/{chance.choice(of_kind[kind])}"

    lists = ("/statements", "/reports", "/people", "/descent", "/findings", "/")
    return [
        *[sheet("statement")] * 4,
        *[sheet("report")] * 4,
        sheet("source"),
        *[lambda chance: f"/search?q={large.word(chance)[:5]}"] * 2,
        lambda chance: chance.choice(lists),
        lambda chance: f"/statements?start={chance.randrange(0, len(of_kind['statement']))}",
        lambda chance: f"/statements?with={chance.choice(of_kind['report'])}",
        lambda chance: f"/descent?with={chance.choice(of_kind['statement'])}",
    ]


def read(
    port: int, opens: Sequence[Callable[[Random], str]], pause: bool, seed: int
) -> list[tuple[str, float]]:
    """One reader's pages and what they waited for each."""
    chance, connection = Random(seed), http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    waited, until = [], time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        address = chance.choice(opens)(chance)
        waited.append((address, _first_byte(connection, address)))
        if pause:
            time.sleep(chance.uniform(0.5, 1.5))
    return waited


def waits(port: int, opens: Sequence[Callable[[Random], str]], pause: bool) -> list[tuple[str, float]]:
    """What twenty readers at once waited for each page."""
    with ThreadPoolExecutor(READERS) as readers:
        found = readers.map(partial(read, port, opens, pause), range(READERS))
        return [each for waited in found for each in waited]


def figures(reports: int = REPORTS) -> dict[str, float]:
    """What is left of the limits, for ``make bench``."""
    found = table(reports)
    return {
        "milliseconds left of 150 (median)": 150 - found["median, ms"],
        "milliseconds left of 400 (99 of 100)": 400 - found["99 of 100, ms"],
        "milliseconds left of 100 (searches)": 100 - found["searches, median, ms"],
        "seconds left of 1.5 (start)": 1.5 - found["start, s"],
        "memory left of 400 MB": 400 - found["memory, MB"],
    }


def table(reports: int = REPORTS) -> dict[str, float]:
    """What readers of a case of so many reports wait for, and what the server needs for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "large.case"
        counted = make(folder, reports)
        opens = kinds(folder)
        with served(folder, PORT) as (process, start):
            calm = waits(PORT, opens, pause=True)
            busy = waits(PORT, opens, pause=False)
            memory = size(process.pid)
    times = sorted(1000 * waited for _, waited in calm)
    searches = [1000 * waited for address, waited in calm if address.startswith("/search")]
    return {
        "sheets": float(sum(counted.values())),
        "start, s": start,
        "pages": float(len(times)),
        "median, ms": median(times),
        "99 of 100, ms": quantiles(times, n=100)[-1],
        "searches, median, ms": median(searches),
        "without a pause: pages a second": len(busy) / SECONDS,
        "without a pause: median, ms": median(1000 * waited for _, waited in busy),
        "memory, MB": memory,
    }


def main() -> None:
    """Print the table."""
    found = table(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
    print("\n".join(f"{name:<34}{value:>12,.1f}" for name, value in found.items()))


if __name__ == "__main__":
    main()
