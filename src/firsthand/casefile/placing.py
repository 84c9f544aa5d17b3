"""Files that are given out: written whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from firsthand.errors import NoRoom


def place(file: Path, data: bytes) -> None:
    """All of ``data`` or nothing: written beside, then moved into place. NoRoom where that fails."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        what = f"could not be written ({error.strerror})"
        raise NoRoom(what, where=str(file), do=_elsewhere(file)) from error


def _elsewhere(file: Path) -> str:
    """What helps where a file could not be written."""
    if not file.parent.is_dir():
        return f"Make the folder {file.parent} first"
    return "Free some space or choose another place"
