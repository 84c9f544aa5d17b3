"""Files that are given out: written whole, or not at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from firsthand.errors import NoRoom, Refused

SUMS = "SHA256SUMS"


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


def place_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """All of ``files`` in ``folder`` by their names, and ``SHA256SUMS``, or nothing.

    The folder is new or empty, or one that was made so before, as long as nobody has changed anything in it:
    Refused otherwise, and where what it takes the place of cannot be cleared away: it may hold what the new
    files leave out. NoRoom where it cannot be written.
    """
    if os.path.lexists(folder) and not _ours(folder):
        raise Refused("holds other things", where=str(folder), do="Name a new folder with -o")
    beside, older = (folder.with_name(f".{folder.name}.{os.getpid()}{end}") for end in ("", ".old"))
    for left in _left(folder):
        _clear(left)
    try:
        _write(beside, files)
        if folder.exists():
            folder.rename(older)
        beside.rename(folder)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        what = f"could not be written ({error.strerror})"
        raise NoRoom(what, where=str(folder), do=_elsewhere(folder)) from error
    if older.exists():
        _clear(older)


def _left(folder: Path) -> list[Path]:
    """What runs that were cut short left beside a folder, hidden from whoever lists it."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.[0-9]+(\.old)?")
    there = folder.parent.iterdir() if folder.parent.is_dir() else ()
    return [each for each in there if name.fullmatch(each.name) and each.is_dir() and not each.is_symlink()]


def _clear(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        what = f"holds an older edition that could not be cleared away ({error.strerror})"
        raise Refused(what, where=str(folder), do="Delete this folder, then publish again") from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    sums = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    (folder / SUMS).write_text("".join(sums), "utf-8")


def _ours(folder: Path) -> bool:
    """Whether a folder is empty, or has what its ``SHA256SUMS`` says and nothing else."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    there = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if not each.is_dir()}
    sums = there.pop(SUMS, None)
    if sums is None:
        return not any(folder.iterdir())
    known = (line.partition("  ") for line in sums.read_text("utf-8", "replace").splitlines())
    written = {name: hashed for hashed, _, name in known}
    return written == {name: sha256(each.read_bytes()).hexdigest() for name, each in there.items()}
