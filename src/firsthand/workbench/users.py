"""The file of users: names, roles and hashed passwords, and nothing that opens anything by itself."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from firsthand.errors import Refused
from firsthand.workbench.roles import Role

FORMAT = 1
LONGEST_NAME = 80
SHORTEST, LONGEST = 12, 1000  # characters of a password
HASHER = PasswordHasher()  # argon2id, 64 MiB: the second choice of RFC 9106, for machines of every size


class User(msgspec.Struct, frozen=True):
    """Somebody by name, role, and the hash of their password (argon2, PHC string)."""

    name: str
    role: Role
    password: str


class _File(msgspec.Struct, frozen=True):
    format: int
    users: tuple[User, ...]


def key(name: str) -> str:
    """What two spellings of one name have in common."""
    return unicodedata.normalize("NFKC", name).casefold()


def named(name: str) -> str:
    """A name as it is kept. Refused where it is empty, long, or has characters that nobody sees."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(
            f"{name!r} can be nobody's name here",
            do=f"Up to {LONGEST_NAME} characters that can be seen, as it is to stand beside rulings",
        )
    return name


def hashed(password: str, hasher: PasswordHasher = HASHER) -> str:
    """The hash of a password. Refused where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(
            f"a password has {SHORTEST} to {LONGEST} characters",
            do="Several words that only you would put together",
        )
    return hasher.hash(_typed(password))


def fits(user: User, password: str) -> bool:
    """Whether this is the password of the user; takes as long for a wrong one as for the right one."""
    if len(password) > LONGEST:
        return False
    try:
        return HASHER.verify(user.password, _typed(password))
    except (Argon2Error, InvalidHashError):
        return False


def _typed(password: str) -> bytes:
    """The same bytes on every keyboard: some put é together of two characters."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace")


def read(file: Path) -> Mapping[str, User]:
    """The users in a file by ``key``. Refused where it is none."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=_File)
    except OSError as error:
        do = f"Write it: firsthand users {file} add NAME --role owner"
        raise Refused(f"it cannot be read ({error.strerror})", where=str(file), do=do) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        do = "Write one: firsthand users FILE add NAME --role owner"
        raise Refused(f"this is no file of users ({error})", where=str(file), do=do) from error
    if found.format != FORMAT:
        raise Refused(f"it is of form {found.format}, which this release does not know", where=str(file))
    return {key(user.name): user for user in found.users}


def write(file: Path, users: Iterable[User]) -> None:
    """Writes the file in one step, for nobody else to read. Refused while somebody else writes it."""
    file = file.resolve()
    arriving = file.with_name(f"{file.name}.new")
    kept = _File(FORMAT, tuple(sorted(users, key=lambda user: key(user.name))))
    try:
        with os.fdopen(os.open(arriving, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            out.write(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        arriving.replace(file)
    except FileExistsError as error:
        do = "Try again; if nobody is writing, delete that file"
        raise Refused("the users are being written", where=str(arriving), do=do) from error
    except OSError as error:
        raise Refused(f"it cannot be written ({error.strerror})", where=str(file)) from error


def open_to_others(file: Path) -> bool:
    """Whether others on this machine may read or write the file."""
    return bool(file.stat().st_mode & 0o077)


class Users:
    """The users in a file as it is now: whoever is taken out of it is out at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int, int] | None = None
        self._known: Mapping[str, User] = {}
        self.find("")  # a file that cannot be read is refused now

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    def find(self, name: str) -> User | None:
        """The user of this name. Refused where the file cannot be read."""
        try:
            status = self._file.stat()
            seen = (status.st_ino, status.st_mtime_ns, status.st_size)
        except OSError:
            seen = None
        if seen is None or seen != self._seen:
            self._known, self._seen = read(self._file), seen
        return self._known.get(key(name))
