"""Whoever writes in the case: it is opened to rule, in a thread of its own, and one thing is written after
another, also while the case is being traced in another process.

A case that cannot be had any more, its tables on a server that went away, say, is let go of: whoever asked is
told, and it is opened anew when something is asked next. One on a disk that can only be read is read.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from firsthand.errors import CaseAway, CaseDamaged, FirsthandError, NoRoom
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
        self._barred: NoRoom | None = None  # why nothing can be written
        self._opening: Future[object] = Future()
        self._opening.set_result(None)
        self._known: tuple[int, tuple[Ruling, ...]] = (-1, ())
        self.traced = 0  # the entry of the log at which the case was traced last, as far as is known
        self._found: tuple[tuple[Ruling, ...], dict[str, object]] = ((), {})

    def do(self, work: Callable[[Case], T]) -> T:
        """What ``work`` gives, done with the case; its refusals are raised here."""
        return self._thread.submit(self._done, work).result()

    def look(self, work: Callable[[Case], T]) -> T:
        """The same of work that only reads."""
        return self._thread.submit(self._with_case, work).result()

    def known(self) -> tuple[Ruling, ...]:
        """All rulings of the case, as far as they are known without waiting: no reader waits until the case
        is open, or longer than ``PATIENCE`` for somebody who rules; and who reads needs no server."""
        if self._case is None:
            if self._opening.done():
                self._opening = self._thread.submit(self._opened)
            return self._known[1]
        looking = self._thread.submit(self._looked)
        try:
            return looking.result(PATIENCE)
        except (TimeoutError, FirsthandError):
            looking.cancel()  # who rules would wait for all that was asked while the case did not answer
            return self._known[1]

    def rulings(self) -> tuple[Ruling, ...]:
        """All rulings of the case, those of others too."""
        return self._thread.submit(self._looked).result()

    def once(self, key: str, find: Callable[[tuple[Ruling, ...]], T]) -> T:
        """What ``find`` gives of the rulings that are known, found once for each state of the log."""
        made, (of, kept) = self.known(), self._found
        if of is not made:  # ``kept`` is of these rulings, whatever other threads know meanwhile
            kept = {}
            self._found = (made, kept)
        if key not in kept:
            kept[key] = find(made)
        return cast(T, kept[key])

    def close(self) -> None:
        """Lets go of the case, until something is asked of it again."""
        self._thread.submit(self._close).result()

    def _done(self, work: Callable[[Case], T]) -> T:
        if self._barred:
            self._close()  # by now it may be let
        self._with_case(self._may_write)
        made = self._with_case(work)
        with suppress(CaseAway):
            self._looked()  # whoever ruled sees it on the next page
        return made

    def _looked(self) -> tuple[Ruling, ...]:
        """The rulings, read anew where the log went on since."""
        return self._with_case(self._read)

    def _read(self, case: Case) -> tuple[Ruling, ...]:
        if self._known[0] != (entries := case.entries):
            self.traced = max(self.traced, case.traced_after(self._known[0]))
            self._known = (entries, case.rulings())
        return self._known[1]

    def _may_write(self, case: Case) -> None:
        if self._barred:
            raise self._barred

    def _with_case(self, work: Callable[[Case], T]) -> T:
        try:
            return work(self._opened())
        except (CaseAway, CaseDamaged):
            self._close()
            raise

    def _opened(self) -> Case:
        from firsthand.case import Case  # half of what starting the server would take

        if self._case is None:
            try:
                self._case = Case.open(self._folder, Right.RULE)
            except NoRoom as barred:
                self._case, self._barred = Case.open(self._folder, Right.READ), barred
        return self._case

    def _close(self) -> None:
        case, self._case, self._barred = self._case, None, None
        if case is not None:
            with suppress(
                FirsthandError
            ):  # one that is gone cannot be put to rest; all that was ruled is in it
                case.close()
