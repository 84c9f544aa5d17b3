"""The bytes received: ``objects/ab/ab12…``, each file named by the SHA-256 of what is in it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from firsthand.casefile.trouble import VERIFY, explained
from firsthand.errors import CaseDamaged

PIECE = 1 << 20  # read and hashed a mebibyte at a time: a 200 MB file never stands in memory
ARRIVING = "arriving-*.part"
SIDE_BY_SIDE = 16  # files forced to disk: on a busy one 0.3 ms each, one after another 4


class Objects:
    """The object store of one case; ``folder`` is its ``objects`` folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the object with this SHA-256 lies, whether or not it is there."""
        return self.folder / name[:2] / name

    def arrive(self, source: BinaryIO) -> tuple[Path, str, int]:
        """Copies ``source`` to a temporary file; gives its path, SHA-256 and size in bytes.

        Follow with ``settle``, or delete the file. Refuses with NoRoom, leaving nothing behind.
        """
        with explained(self.folder):
            self.folder.mkdir(exist_ok=True)
            arriving = self.folder / ARRIVING.replace("*", uuid4().hex)
            try:
                return arriving, *_copy(source, arriving)
            except BaseException:
                arriving.unlink(missing_ok=True)
                raise

    def settle(self, arrived: Mapping[str, Path]) -> None:
        """Moves arrived files, by their SHA-256, to their places for good, read-only; the moves are durable.

        Many at once are forced to disk side by side, for a disk writes most of them with the first.
        """
        with explained(self.folder):
            folders = {self.path(name).parent for name in arrived}
            fresh = [folder for folder in folders if not folder.is_dir()]
            for folder in fresh:
                folder.mkdir()
            for arriving in arrived.values():
                arriving.chmod(arriving.stat().st_mode & 0o444)
            _sync_all(arrived.values())
            for name, arriving in arrived.items():
                arriving.replace(self.path(name))
            _sync_all((*folders, *([self.folder] if fresh else ())))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The object piece by piece. Refuses with CaseDamaged at its end if it was altered."""
        digest = sha256()
        path = self.path(name)
        try:
            with path.open("rb") as file:
                while piece := file.read(PIECE):
                    digest.update(piece)
                    yield piece
        except OSError as error:
            raise CaseDamaged(f"cannot be read ({error.strerror})", where=str(path), do=VERIFY) from error
        if digest.hexdigest() != name:
            raise CaseDamaged("was altered after it was received", where=str(path), do=VERIFY)

    def clear_arriving(self) -> None:
        """Deletes what an interrupted run left half copied. Only for the one that holds the lock."""
        with explained(self.folder):
            for left in self.folder.glob(ARRIVING):
                left.unlink(missing_ok=True)

    def files(self) -> Iterator[Path]:
        """Every file under ``objects``, in order of name, half-copied ones included."""
        for folder, folders, names in os.walk(self.folder):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names))


def _copy(source: BinaryIO, to: Path) -> tuple[str, int]:
    digest, size = sha256(), 0
    with to.open("xb") as file:
        while piece := source.read(PIECE):
            digest.update(piece)
            size += file.write(piece)
    return digest.hexdigest(), size


def sync(path: Path) -> None:
    """Forces a file, or the names in a folder, to disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(paths: Collection[Path]) -> None:
    if len(paths) < 3:
        for path in paths:
            sync(path)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        list(pool.map(sync, paths))


def write_whole(path: Path, text: str) -> None:
    """Writes ``text`` to ``path`` so that a crash leaves the old file or the new one, never half."""
    arriving = path.with_name(f"{path.name}.new")
    try:
        with arriving.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        arriving.replace(path)
    except BaseException:
        with suppress(OSError):
            arriving.unlink(missing_ok=True)
        raise
    sync(path.parent)
