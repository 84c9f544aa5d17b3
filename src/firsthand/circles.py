"""Python told not to look for circles where there are none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ends = False


def this_process_ends_soon() -> None:
    """What is made under ``no_circles`` is never looked through any more: this process has one task, and what
    it leaves goes when it ends. Of tracing 10,000 reports again after a ruling that is a quarter. No program
    that uses Firsthand is told so: what runs for long needs its circles found.
    """
    global _ends
    _ends = True


@contextmanager
def no_circles() -> Iterator[None]:
    """Python is not to look for circles among values that have none: of 18 seconds in which the strands of
    10,000 reports were made into one trace it looked for 15; of 16 for the dossier of 2,000, for 7."""
    were = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were:
            if _ends:
                gc.freeze()
            gc.enable()
