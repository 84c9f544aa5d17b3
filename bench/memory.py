"""How much memory a process and its workers have together, at their peak; what they share counts once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

EVERY = 1.0  # seconds between two looks; a look at a process of 1 GB takes about 20 ms
PROC = Path("/proc")


@contextmanager
def joint() -> Iterator[list[float]]:
    """The peak in MB so far, as the one number of a list: the proportional set sizes of this process and
    all below it, added up once a second. Linux only; 0 elsewhere."""
    peak, over = [together()], Event()

    def watch() -> None:
        while not over.wait(EVERY):
            peak[0] = max(peak[0], together())

    thread = Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()
        peak[0] = max(peak[0], together())


def together() -> float:
    """The proportional set size of this process and all below it, in MB."""
    return sum(map(size, _family(os.getpid())))


def _family(process: int) -> Iterator[int]:
    yield process
    for listed in PROC.glob(f"{process}/task/*/children"):
        for child in _read(listed).split():
            yield from _family(int(child))


def size(process: int) -> float:
    """The proportional set size of a process, in MB."""
    lines = _read(PROC / str(process) / "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # it has ended since it was listed
        return ""
