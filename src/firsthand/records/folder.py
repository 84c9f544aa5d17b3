"""Which files there are: a folder walked in a stable order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.errors import Refused
from firsthand.model import Refusal, is_case

MANIFEST = "case.toml"
BESIDE_MAILS = ("tmp", "dovecot", "maildirsize", "maildirfolder", "courierimap", "subscriptions")
# Halves of characters that stand for no undecodable byte (PEP 383), as names in archives may have them.
UNPAIRED = re.compile("[\ud800-\udc7f\udd00-\udfff]")
TURNING = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be received. ``name`` is its path below the folder given, printable, with "/"."""

    path: Path
    name: str

    @property
    def is_manifest(self) -> bool:
        """Whether this is the ``case.toml`` of a folder that was given."""
        return self.name == MANIFEST or (self.name.count("/") == 1 and self.name.endswith(f"/{MANIFEST}"))


def gather(paths: Sequence[Path | str]) -> Iterator[Found | Refusal]:
    """The files at and below ``paths``, by name; what cannot be opened is a Refusal in its place.

    Hidden files, and folders that are cases themselves, are passed over. With several paths,
    names begin with the folder they were found in. Raises Refused at once if a path does not exist.
    """
    given = [Path(path) for path in paths]
    for path in given:
        if not os.path.lexists(path):
            raise Refused("there is no such file or folder", where=printable(str(path)), do="Check the path")
    return _all(given)


def _all(given: list[Path]) -> Iterator[Found | Refusal]:
    for path in given:
        own = printable(path.resolve().name)
        if path.is_dir():
            yield from _walk(path, f"{own}/" if len(given) > 1 else "", frozenset())
        else:
            yield _file(path, own)


def _walk(folder: Path, prefix: str, above: frozenset[tuple[int, int]]) -> Iterator[Found | Refusal]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _refusal(prefix.rstrip("/") or printable(folder.name), _why(error, "folder"))
        return
    here = (status.st_dev, status.st_ino)
    if here in above or is_case(folder):
        return  # a link back to a folder we are in, or a case
    for entry in _of_mail(entries):
        path, name = folder / entry.name, prefix + printable(entry.name)
        if path.is_dir():
            yield from _walk(path, f"{name}/", above | {here})
        else:
            yield _file(path, name)


def _of_mail(entries: list[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    """What is not hidden. In a folder of mails (Maildir) folders are not hidden though they begin with a dot,
    and what mail programs keep beside the mails is passed over."""
    if not _holds_mails(entries):
        return [entry for entry in entries if not entry.name.startswith(".")]
    kept = (entry for entry in entries if not entry.name.startswith(BESIDE_MAILS))
    return [entry for entry in kept if not entry.name.startswith(".") or _is_maildir(entry)]


def _is_maildir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and _holds_mails(os.scandir(entry))
    except OSError:
        return False


def _holds_mails(entries: Iterable[os.DirEntry[str]]) -> bool:
    return {"cur", "new", "tmp"} <= {entry.name for entry in entries}


def _file(path: Path, name: str) -> Found | Refusal:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _refusal(name, _why(error, "file"))
    if not stat.S_ISREG(mode):
        return _refusal(name, f"is {_special(mode)}, not a file with contents")
    if not os.access(path, os.R_OK):
        return _refusal(name, "this file may not be read", "Change its permissions, then add it again")
    return Found(path, name)


def _special(mode: int) -> str:
    kinds = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((name for test, name in kinds if test(mode)), "a device")


def _why(error: OSError, thing: str) -> str:
    if isinstance(error, PermissionError):
        return f"this {thing} may not be opened"
    if isinstance(error, FileNotFoundError):
        return "points to a file that is not there"
    return f"this {thing} cannot be opened ({error.strerror or type(error).__name__})"


def _refusal(name: str, what: str, do: str = "") -> Refusal:
    if not do and what.endswith("may not be opened"):
        do = "Change its permissions, then add it again"
    return Refusal(name=name, object="", part="", what=what, do=do)


def printable(name: str) -> str:
    """A file name as it can be stored and shown: undecodable bytes and control characters as ``\\xff``.

    So are the characters that turn the direction of a line or end it, which make "txt.exe" of "exe.txt".
    Otherwise as it is on disk; two different names stay different.
    """
    whole = UNPAIRED.sub(lambda half: half[0].encode("unicode_escape").decode("ascii"), name)
    raw = whole.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() or char == " " else _escape(char) for char in raw)


def _escape(char: str) -> str:
    hidden = ord(char) < 0x300 or char in TURNING
    return char.encode("unicode_escape").decode("ascii") if hidden else char
