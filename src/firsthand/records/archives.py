"""ZIP archives in memory: their entries by name, within limits of count, size and ratio.

Nothing is ever written to a path: names are only names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.document import Member, Unread

if TYPE_CHECKING:
    from zipfile import ZipInfo

COUNT = 10_000
TOTAL = 256 * 1024 * 1024  # bytes taken out of one archive, all together
# XML of office files packs 30 to 1 at most, runs of blanks 1,000 to 1; small entries may be anything.
RATIO = 200
SMALL = 1024 * 1024
ENCRYPTED = 0x1
UTF8 = 0x800


class Archive:
    """A ZIP archive. Whatever is wrong with it or an entry is an Unreadable."""

    def __init__(self, data: bytes) -> None:
        from zipfile import ZipFile

        with _damage("is a damaged ZIP archive, or only a part of one"):
            self._zip = ZipFile(BytesIO(data))
            listed = [each for each in self._zip.infolist() if not each.is_dir()]
            self._entries = dict(zip(_names(listed), listed, strict=True))
        if len(listed) > COUNT:
            raise Unreadable(
                f"is an archive of {len(listed):,} files; no more than {COUNT:,} are taken out",
                do="Unpack it and add the folder",
            )
        self._left = TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in the order in which they stand in it."""
        return tuple(self._entries)

    @property
    def size(self) -> int:
        """How many bytes its files claim to be, all together."""
        return sum(entry.file_size for entry in self._entries.values())

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def encrypted(self, name: str) -> bool:
        """Whether a password is needed to read the file."""
        return bool(self._entries[name].flag_bits & ENCRYPTED)

    def read(self, name: str) -> bytes:
        """The bytes of the file ``name``. Raises Unreadable where they cannot be had, or are too many."""
        if name not in self._entries:
            raise Unreadable(f"lacks the part {name!r}")
        if self.encrypted(name):
            raise Unreadable("is protected with a password", do="Take the protection off and add it again")
        self._weigh(self._entries[name])
        with _damage(f"is damaged: {name!r} in it cannot be unpacked"):
            data = self._zip.read(self._entries[name])
        self._left -= len(data)
        return data

    def _weigh(self, entry: ZipInfo) -> None:
        size = entry.file_size  # no more than this is ever unpacked
        if size > SMALL and size > RATIO * max(entry.compress_size, 1):
            claim = f"{size / 2**20:,.0f} MB in {entry.compress_size:,} bytes"
            raise Unreadable(
                f"claims to hold {claim}, as no document does",
                do="Ask whoever sent it for the document itself",
            )
        if size > self._left:
            raise Unreadable(
                f"unpacks to more than {TOTAL / 2**20:,.0f} MB", do="Unpack it and add the folder"
            )


def is_zip(head: bytes) -> bool:
    """Whether a file begins as ZIP archives do (those without any file in them apart)."""
    return head.startswith(b"PK\3\4")


def member(archive: Archive, name: str, called: str = "") -> Member | Unread:
    """The file ``name`` to be read by itself, or why it cannot be had; the rest goes on.

    It is ``called`` as it is in its own folder, unless said otherwise.
    """
    try:
        return Member(name, called or name.rpartition("/")[2], archive.read(name))
    except Unreadable as why:
        return Unread(name, why.what, why.do)


@contextmanager
def _damage(what: str) -> Iterator[None]:
    try:
        yield
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # zipfile raises nearly anything for damaged bytes
        raise Unreadable(what, do="Copy or fetch it again") from error


def _names(entries: list[ZipInfo]) -> list[str]:
    """Names of their own for all: old programs write them in an encoding that they do not state."""
    raw = [_raw(entry) for entry in entries]
    written = decode(b"\n".join(raw)).text.split("\n") if any(raw) else []
    names = written if len(written) == len(raw) else [entry.filename for entry in entries]
    taken: dict[str, int] = {}
    found = []
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        found.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return found


def _raw(entry: ZipInfo) -> bytes:
    return entry.filename.encode("utf-8" if entry.flag_bits & UTF8 else "cp437")
