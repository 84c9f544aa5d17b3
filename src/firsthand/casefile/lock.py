"""Rights to a case: to write, which one has at a time, and to rule, which many have, also beside that one.

A right is held as locks on bytes of ``case.lock``, which the system drops when their holder dies. Whoever
comes or goes is alone at the door meanwhile, and is told whether anybody else holds a right: who comes first
lifts the seal, and who goes last puts it.
"""

from __future__ import annotations

import errno
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.casefile.trouble import explained
from firsthand.errors import CaseBusy
from firsthand.model import Right

# The bytes that are locked. Releases that know only one right lock the whole file, and so the first.
WRITING, PRESENT, DOOR = range(3)


class _Handle:
    """``case.lock`` as this process has it open: once, for closing any handle drops all its locks.

    POSIX locks belong to a process, so that a worker forked from a holder keeps nothing locked after a
    kill; what threads of one process may do to each other is therefore counted here.
    """

    def __init__(self, path: Path) -> None:
        self.file = os.open(path, os.O_RDWR)
        self.door = threading.Lock()
        self.users = self.present = 0
        self.writing = False


_handles: dict[tuple[int, int], _Handle] = {}
_guard = threading.Lock()


def _forked() -> None:
    """A child has none of the locks of its parent."""
    global _guard
    _guard = threading.Lock()
    _handles.clear()


os.register_at_fork(after_in_child=_forked)


class Lock:
    """A right to a case, RULE or WRITE: from ``coming`` to ``going``."""

    def __init__(self, folder: Path, right: Right = Right.WRITE) -> None:
        self._folder, self._writes = folder, right is Right.WRITE
        self._present = self._claimed = self._released = False
        path = folder / "case.lock"
        with explained(folder), _guard:
            path.touch(exist_ok=True)
            status = path.stat()
            self._key = (status.st_dev, status.st_ino)
            if self._key not in _handles:
                _handles[self._key] = _Handle(path)
            self._handle = _handles[self._key]
            self._handle.users += 1

    @contextmanager
    def coming(self) -> Iterator[bool]:
        """Takes the right; whether nobody else has one. Nobody comes or goes meanwhile.

        Refuses with CaseBusy where another has the right to write. What fails inside gives the right back.
        """
        try:
            with self._door():
                yield self._enter()
        except BaseException:
            self.release()
            raise

    @contextmanager
    def going(self) -> Iterator[bool]:
        """Gives the right back at its end; whether nobody else has one. Nobody comes or goes meanwhile."""
        try:
            with self._door():
                with _guard:
                    self._leave()
                yield not self._handle.present and self._try(PRESENT)
        finally:
            self.release()

    def release(self) -> None:
        """Gives the right back without a word to anybody; a second call does nothing."""
        with _guard:
            if self._released:
                return
            self._released = True
            self._leave()
            if self._claimed:
                self._handle.writing = False
                fcntl.lockf(self._handle.file, fcntl.LOCK_UN, 1, WRITING)
            if not self._handle.present:
                fcntl.lockf(self._handle.file, fcntl.LOCK_UN, 1, PRESENT)
            self._handle.users -= 1
            if not self._handle.users:
                os.close(self._handle.file)
                _handles.pop(self._key, None)

    @contextmanager
    def _door(self) -> Iterator[None]:
        with explained(self._folder), self._handle.door:
            fcntl.lockf(self._handle.file, fcntl.LOCK_EX, 1, DOOR)
            try:
                yield
            finally:
                fcntl.lockf(self._handle.file, fcntl.LOCK_UN, 1, DOOR)

    def _enter(self) -> bool:
        with _guard:
            if self._writes:
                self._claim()
            first = not self._handle.present and self._try(PRESENT)
            fcntl.lockf(self._handle.file, fcntl.LOCK_SH, 1, PRESENT)
            self._handle.present += 1
            self._present = True
            return first

    def _leave(self) -> None:
        self._handle.present -= self._present
        self._present = False

    def _claim(self) -> None:
        if self._handle.writing or not self._try(WRITING):
            raise busy(self._folder)
        self._handle.writing = self._claimed = True

    def _try(self, byte: int) -> bool:
        try:
            fcntl.lockf(self._handle.file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise
        return True


def busy(folder: Path) -> CaseBusy:
    """What somebody is told who wants to write while another does."""
    return CaseBusy(
        "another Firsthand is writing to this case",
        where=str(folder),
        do="Wait until it has finished, then run the same command again",
    )
