"""What was done to the case, and what is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass


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
class Fault:
    """Something that ``verify`` found to be not as it was written.

    ``harmless`` marks what an interrupted run leaves behind: nothing received was lost or altered.
    """

    where: str
    what: str
    do: str
    harmless: bool = False
