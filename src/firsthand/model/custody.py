"""What was done to the case, and what is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Right(StrEnum):
    """What a case is opened for: to READ it; to RULE, which many may do at once, beside one who writes; to
    WRITE anything, which one may at a time."""

    READ = "read"
    RULE = "rule"
    WRITE = "write"


_CASE_FILES = ("case.db", "case.database")  # the tables of a case, or where they are: what makes it one


def is_case(folder: Path) -> bool:
    """Whether ``folder`` is a case."""
    return any((folder / name).is_file() for name in _CASE_FILES)


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the custody log. ``hash`` covers every field here and ``before``."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    detail: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature over the log as it was at the entry ``number`` with this ``hash``, and so over all before.

    ``by`` is who signed, in that person's own words; ``key`` the public key (Ed25519) and ``signature`` what
    was made with the private one, both as hex digits. ``token`` is a timestamp (RFC 3161) over all of this
    as Base64, given by the ``authority`` at that address; "" where none was asked for.
    """

    number: int
    hash: str
    by: str
    at: str
    key: str
    signature: str = ""
    token: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that ``verify`` found to be not as it was written.

    ``harmless`` marks what an interrupted run leaves behind: nothing received was lost or altered.
    """

    where: str
    what: str
    do: str
    harmless: bool = False
