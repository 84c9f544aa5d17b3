"""What a dossier says of the files themselves: what became of them, and the log of their custody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """Something received and kept that could not be read, in words, and what to do."""

    name: str
    part: str
    sha256: str
    what: str
    do: str


@dataclass(frozen=True, slots=True)
class Act:
    """One link of the custody log, as a person reads it."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    detail: str
    hash: str


@dataclass(frozen=True, slots=True)
class Custody:
    """The end of the custody log and how many objects the case holds."""

    head: str
    entries: int
    objects: int
    acts: tuple[Act, ...]
