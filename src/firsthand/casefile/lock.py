"""One writer at a time: a lock on ``case.lock`` that the system drops when its holder dies."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

from firsthand.casefile.trouble import explained
from firsthand.errors import CaseBusy

# POSIX locks belong to a process: a worker forked from the holder does not keep the case locked
# after a kill, but a second lock taken by the same process would be granted. This set refuses it.
_held: set[tuple[int, int]] = set()


class Lock:
    """The right to write to a case, until ``release``. Refuses with CaseBusy if another has it."""

    def __init__(self, folder: Path) -> None:
        path = folder / "case.lock"
        with explained(folder):
            path.touch(exist_ok=True)
            status = path.stat()
            self._key = (status.st_dev, status.st_ino)
            if self._key in _held:  # opening and closing the file once more would drop the lock
                raise _busy(folder)
            self._handle = os.open(path, os.O_RDWR)
            self._take(folder)
        _held.add(self._key)

    def _take(self, folder: Path) -> None:
        try:
            fcntl.lockf(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            if error.errno in (errno.EACCES, errno.EAGAIN):
                raise _busy(folder) from error
            raise

    def release(self) -> None:
        """Gives the right back; a second call does nothing."""
        if self._key in _held:
            _held.discard(self._key)
            os.close(self._handle)


def _busy(folder: Path) -> CaseBusy:
    return CaseBusy(
        "another Firsthand is writing to this case",
        where=str(folder),
        do="Wait until it has finished, then run the same command again",
    )
