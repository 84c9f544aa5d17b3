"""Reading the file of a database beside SQLite, without taking its locks away.

Closing any handle of a file drops all locks that the process has on it (POSIX), SQLite's among them; a
reader in another thread would then read pages while they are written. So a handle waits, open, until
the last connection of this process to the file is closed.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import Counter
from pathlib import Path

_guard = threading.Lock()
_connections: Counter[tuple[int, int]] = Counter()
_waiting: dict[tuple[int, int], int] = {}


def connected(path: Path) -> tuple[int, int]:
    """Counts a connection to the file; give what this gives to ``disconnected`` when it is closed."""
    with _guard:
        key = _key(path)
        _connections[key] += 1
        return key


def disconnected(key: tuple[int, int]) -> None:
    """One connection less; after the last, a handle that waited is closed."""
    with _guard:
        _connections[key] -= 1
        if not _connections[key]:
            del _connections[key]
            if key in _waiting:
                os.close(_waiting.pop(key))


def digest(path: Path) -> str:
    """The SHA-256 of a file that this process may be connected to."""
    with _guard:
        key = _key(path)
        handle = _waiting.pop(key) if key in _waiting else os.open(path, os.O_RDONLY)
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            with os.fdopen(handle, "rb", closefd=False) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        finally:
            if key in _connections:
                _waiting[key] = handle
            else:
                os.close(handle)


def _key(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
