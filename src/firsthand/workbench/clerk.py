"""Whoever writes in the case: it is opened to rule, in a thread of its own, and one thing is written after
another, also while the case is being traced in another process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from firsthand.model import Right, Ruling

if TYPE_CHECKING:
    from firsthand.case import Case

T = TypeVar("T")


class Clerk:
    """The case in a folder, open to rule from the first time that something is asked of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, "clerk")
        self._case: Case | None = None
        self._known: tuple[int, tuple[Ruling, ...]] = (-1, ())
        self._found: tuple[tuple[Ruling, ...], dict[str, object]] = ((), {})
        self._reading = Lock()

    def do(self, work: Callable[[Case], T]) -> T:
        """What ``work`` gives, done with the case; its refusals are raised here."""
        return self._thread.submit(lambda: work(self._opened())).result()

    def known(self) -> tuple[Ruling, ...]:
        """All rulings of the case; none as long as it is still being opened, for which no reader waits."""
        if self._case is None:
            self._thread.submit(self._opened)
            return ()
        return self.rulings()

    def rulings(self) -> tuple[Ruling, ...]:
        """All rulings of the case, those of others too."""
        with self._reading:
            self._known = self.do(self._looked)
            return self._known[1]

    def once(self, key: str, find: Callable[[tuple[Ruling, ...]], T]) -> T:
        """What ``find`` gives of the rulings that are known, found once for each state of the log."""
        made = self.known()
        if self._found[0] is not made:
            self._found = (made, {})
        kept = self._found[1]
        if key not in kept:
            kept[key] = find(made)
        return cast(T, kept[key])

    def close(self) -> None:
        """Lets go of the case, until something is asked of it again."""
        self._thread.submit(self._close).result()

    def _looked(self, case: Case) -> tuple[int, tuple[Ruling, ...]]:
        """The rulings, read anew where the log went on since."""
        entries = case.entries
        return self._known if self._known[0] == entries else (entries, case.rulings())

    def _opened(self) -> Case:
        from firsthand.case import Case  # half of what starting the server would take

        if self._case is None:
            self._case = Case.open(self._folder, Right.RULE)
        return self._case

    def _close(self) -> None:
        if self._case is not None:
            self._case.close()
            self._case = None
