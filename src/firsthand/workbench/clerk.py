"""Whoever writes in the case: it is opened to rule, in a thread of its own, and one thing is written after
another, also while the case is being traced in another process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from firsthand.model import Right, Ruling

if TYPE_CHECKING:
    from firsthand.case import Case

T = TypeVar("T")
PATIENCE = 0.05  # seconds: a ruling on a case of 10,000 reports takes a tenth of that


class Clerk:
    """The case in a folder, open to rule from the first time that something is asked of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, "clerk")
        self._case: Case | None = None
        self._known: tuple[int, tuple[Ruling, ...]] = (-1, ())
        self._found: tuple[tuple[Ruling, ...], dict[str, object]] = ((), {})

    def do(self, work: Callable[[Case], T]) -> T:
        """What ``work`` gives, done with the case; its refusals are raised here."""
        return self._thread.submit(self._done, work).result()

    def known(self) -> tuple[Ruling, ...]:
        """All rulings of the case, as far as they are known without waiting: no reader waits until the case
        is open, or longer than ``PATIENCE`` for somebody who rules."""
        if self._case is None:
            self._thread.submit(self._opened)
            return ()
        try:
            return self._thread.submit(self._looked).result(PATIENCE)
        except TimeoutError:
            return self._known[1]

    def rulings(self) -> tuple[Ruling, ...]:
        """All rulings of the case, those of others too."""
        return self._thread.submit(self._looked).result()

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

    def _done(self, work: Callable[[Case], T]) -> T:
        made = work(self._opened())
        self._looked()  # whoever ruled sees it on the next page
        return made

    def _looked(self) -> tuple[Ruling, ...]:
        """The rulings, read anew where the log went on since."""
        case = self._opened()
        if self._known[0] != (entries := case.entries):
            self._known = (entries, case.rulings())
        return self._known[1]

    def _opened(self) -> Case:
        from firsthand.case import Case  # half of what starting the server would take

        if self._case is None:
            self._case = Case.open(self._folder, Right.RULE)
        return self._case

    def _close(self) -> None:
        if self._case is not None:
            self._case.close()
            self._case = None
