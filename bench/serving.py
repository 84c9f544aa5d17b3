"""How long do people wait who read a large case, and those who rule on it?

    python -m bench.serving [REPORTS]     (10,000 if none is asked for)
    python -m bench.serving CASE          (a case that was laid ready; people rule on it)

An invented case (``bench.large``) of 400 reports is traced, its records are kept and its sheets laid ready
over and over under new numbers until there are enough; what a page costs depends on the sheets that it shows,
and on how many there are to look among. ``firsthand serve`` runs in a process of its own. Twenty readers and
three reviewers at once (``bench.crowd``) look at a page for half a second to a second and a half; times are
from the request to the first byte. Then the same without any pause, which shows what the server can carry.
"""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from bench import crowd, large
from bench.memory import size
from firsthand import dossier, proposing, stages
from firsthand.casefile import CaseFile, Laid, lay
from firsthand.engines import Local
from firsthand.finding import Kept, traced
from firsthand.model import Attribution, Proposal, Record
from firsthand.shelving.putting import front, laid, numbered, told

REPORTS, FEWER, PART, PORT = 10_000, 2_000, 400, 8799
NUMBER = re.compile(r'(?<=")([SRPDBWXQ])(\d+)(?=["-])')
NAME = re.compile(r"report-(\d+)")  # ids of records


@dataclass(frozen=True, slots=True)
class Part:
    """A traced invented case of ``PART`` reports, by words alone, and what is open in it."""

    records: list[Record]
    attributions: list[Attribution]
    made: dossier.Dossier
    queue: tuple[Proposal, ...]


def part() -> Part:
    """The case that is laid ready over and over."""
    records, attributions = large.invented(PART)
    stages.matching.installed = lambda: None
    found, _ = traced(records, attributions, Kept(), Local(), lambda stage, done, total: None)
    made = dossier.build(
        "Invented", records, attributions, found, [], [], {}, "2024-12-01T00:00:00+00:00", "0"
    )
    labels = dossier.anchors(records, attributions, found)
    return Part(records, attributions, made, proposing.queue(records, attributions, found, (), labels))


def again(sheets: Sequence[Laid], times: int) -> Iterator[Laid]:
    """The sheets, and again under numbers of their own, so many times in all."""
    step = 1 + max(int(each.row.anchor[1:]) for each in sheets)
    for n in range(times):
        for each in sheets:
            yield _moved(each, n * step, n * PART)


def _moved(sheet: Laid, by: int, records: int) -> Laid:
    def moved(text: str) -> str:
        text = NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + by}", text)
        return _renamed(text, records)

    def anchors(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(json.loads(moved(json.dumps(given))))

    (anchor,) = anchors((sheet.row.anchor,))
    row = replace(sheet.row, anchor=anchor)
    return replace(
        sheet, row=row, value=moved(sheet.value), parts=anchors(sheet.parts), links=anchors(sheet.links)
    )


def _renamed(text: str, by: int) -> str:
    return NAME.sub(lambda found: f"report-{int(found[1]) + by}", text)


def make(folder: Path, reports: int) -> Counter[str]:
    """A case with so many reports in it, read and laid ready; how many sheets of each kind it has."""
    found, times, counted = part(), reports // PART, Counter[str]()
    with CaseFile.create(folder, "Invented") as case:
        for n in range(times):
            _keep(case, found, n * PART)
        entries = case.entries

    def whole() -> list[tuple[str, str]]:
        return told(replace(front(found.made, counted), entries=entries, picture=None))

    lay(folder, numbered(again(list(laid(found.made, found.queue)), times), counted), [], whole)
    return counted


def _keep(case: CaseFile, found: Part, by: int) -> None:
    """Keeps the records once more under ids of their own, and what was read in them."""
    ids = {each.id: _renamed(each.id, by) for each in found.records}
    files = case.receive_all(
        [(BytesIO(f"{each.text}\n{ids[each.id]}".encode()), each.name) for each in found.records]
    )
    held = [replace(r, id=ids[r.id], object=file) for r, file in zip(found.records, files, strict=True)]
    case.keep_all([(each, b"") for each in held])
    said: dict[str, list[Attribution]] = {each.id: [] for each in held}
    for each in found.attributions:
        id = Attribution.identify(ids[each.record], each.kind, each.content, each.source)
        said[ids[each.record]].append(replace(each, id=id, record=ids[each.record]))
    for record, own in said.items():
        case.set_attributions(record, "invented", own)


@contextmanager
def served(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The case served to those who may log in; the process, and how many seconds it took to answer."""
    listed = crowd.users(folder)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "firsthand",
            "serve",
            str(folder),
            "--port",
            str(port),
            "--users",
            str(listed),
        ],
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
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/enter")
        return connection.getresponse().status == 200
    except OSError:
        return False


def figures(reports: int = FEWER) -> dict[str, float]:
    """What is left of the limits, for ``make bench``."""
    found = table(reports)
    print("\n".join(f"  {name:<52} {value:8.1f}" for name, value in found.items()))
    return {name: limit - found[of] for name, (limit, of) in LIMITS.items()}


LIMITS = {
    "milliseconds left of 150 (median)": (150, "pages: median, ms"),
    "milliseconds left of 400 (99 of 100)": (400, "pages: 99 of 100, ms"),
    "milliseconds left of 100 (searches)": (100, "searches: median, ms"),
    "milliseconds left of 400 (rulings, 99 of 100)": (400, "rulings: 99 of 100, ms"),
    "seconds left of 1.5 (start)": (1.5, "start, s"),
    "memory left of 400 MB": (400, "memory, MB"),
}


def table(reports: int = REPORTS) -> dict[str, float]:
    """What people wait for who read a case of so many reports and rule on it, and what the server needs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "large.case"
        counted = make(folder, reports)
        return {"sheets": float(sum(counted.values()))} | measured(folder)


def measured(folder: Path) -> dict[str, float]:
    """The same of a case that is there, which is ruled on."""
    case = crowd.there(folder)
    with served(folder, PORT) as (process, start):
        calm = crowd.visited(PORT, case)
        busy = crowd.visited(PORT, case, pause=0)
        memory = size(process.pid)
    pages = [waited for _, waited in calm.pages]
    searches = [waited for address, waited in calm.pages if address.startswith("/search")]
    slowest = {f"  at most, ms: {kind}": 1000 * max(found) for kind, found in islice(crowd.by_page(calm), 5)}
    return {
        "start, s": start,
        "pages": float(len(pages)),
        **_waits("pages", pages),
        **slowest,
        **_waits("searches", searches),
        "rulings": float(len(calm.rulings)),
        "rulings refused": float(calm.refused),
        **_waits("rulings", calm.rulings),
        "without a pause: pages a second": len(busy.pages) / crowd.SECONDS,
        "without a pause: rulings a second": len(busy.rulings) / crowd.SECONDS,
        **_waits("without a pause", [waited for _, waited in busy.pages]),
        "memory, MB": memory,
    }


def _waits(what: str, found: Sequence[float]) -> dict[str, float]:
    waited = sorted(1000 * each for each in found)
    return {f"{what}: median, ms": median(waited), f"{what}: 99 of 100, ms": quantiles(waited, n=100)[-1]}


def main() -> None:
    """Print the table."""
    asked = sys.argv[1] if len(sys.argv) > 1 else str(REPORTS)
    found = table(int(asked)) if asked.isdigit() else measured(Path(asked))
    print("\n".join(f"{name:<44}{value:>12,.1f}" for name, value in found.items()))


if __name__ == "__main__":
    main()
