"""ZIP archives: a folder of files sent as one. Each file in it is read by itself."""

from __future__ import annotations

from firsthand.errors import Unreadable
from firsthand.records.archives import TOTAL, Archive, is_zip, member
from firsthand.records.document import Part, Unread

NAME = "zip"

LIMIT = TOTAL
# Written by systems beside the files of people.
JUNK = ("__MACOSX", "Thumbs.db", "desktop.ini")
# Archives that are one document each, of programs that no other format here reads.
DOCUMENTS = ("[Content_Types].xml", "mimetype", "datapackage.json")
MANIFEST = "case.toml"


def claims(head: bytes, filename: str) -> float:
    """By its first bytes; whatever is a document of its own claims more."""
    empty = head.startswith(b"PK\5\6")
    return (0.8 if filename.lower().endswith(".zip") else 0.3) if is_zip(head) or empty else 0.0


def read(data: bytes) -> tuple[Part, ...]:
    """A Member for each file; an Unread for each that is damaged, packs too well or needs a password.

    Raises Unreadable for archives that are damaged, too large, or no folder of files.
    """
    archive = Archive(data)
    if any(name in archive for name in DOCUMENTS):
        raise Unreadable(
            "is an office document or web archive that is damaged or that this release does not read",
            do="Save it as DOCX, XLSX, PDF or text and add that too",
        )
    names = [name for name in archive.names if not _junk(name)]
    locked = [name for name in names if archive.encrypted(name)]
    if not names:
        raise Unreadable("is an archive without any files", do="Pack them again")
    if archive.size > TOTAL:
        megabytes = f"{archive.size / 2**20:,.0f} MB, more than the {TOTAL / 2**20:,.0f} MB"
        raise Unreadable(f"unpacks to {megabytes} that are taken out", do="Unpack it and add the folder")
    parts = [_part(archive, name) for name in names if name not in locked]
    return (*_locked(locked, len(names)), *parts)


def _junk(name: str) -> bool:
    return any(segment.startswith(".") or segment in JUNK for segment in _clean(name).split("/"))


def _clean(name: str) -> str:
    """A name inside the archive, and nowhere else, whatever it claims ("../../etc/x", "C:\\\\x")."""
    return "/".join(each for each in name.replace("\\", "/").split("/") if each not in ("", ".", ".."))


def _locked(locked: list[str], count: int) -> tuple[Unread, ...]:
    if not locked:
        return ()
    few = (
        f"{len(locked)} of the {count} files in it need" if len(locked) > 1 else f"{locked[0]!r} in it needs"
    )
    return (Unread("", f"{few} a password", do="Unpack them with the password and add the files"),)


def _part(archive: Archive, name: str) -> Part:
    if _clean(name).rpartition("/")[2] == MANIFEST:
        what = "a case.toml in an archive does not hold for the files beside it"
        return Unread(name, what, "Unpack the archive and add the folder", noted=True)
    return member(archive, name, _clean(name))
