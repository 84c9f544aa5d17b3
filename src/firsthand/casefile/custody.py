"""The custody log: who did what to the case and when, each entry chained to the one before.

Pure functions on values; nothing here reads or writes a file.

The last words of every entry's detail, "[2 rows, sha256 …]", are the digest of the database rows
that were written together with it. A row altered later therefore no longer fits its entry, and an
entry altered to fit no longer fits the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from firsthand.model import Entry, Fault, identity

NO_ENTRY = "0" * 64  # what the first entry names as the hash before it
ROWS = re.compile(r" \[(\d+) rows?, sha256 ([0-9a-f]{64})\]\Z")
RESTORE = "Restore the case from a copy that was made before the change"


class Action(StrEnum):
    """What the storage layer itself writes to the log. Other actions ("exported") are free words."""

    CREATED = "case created"
    RESUMED = "case resumed"
    UPGRADED = "case upgraded"
    MOVED = "case moved"
    RECEIVED = "object received"
    AGAIN = "object received again"
    DERIVED = "object taken out"
    READ = "record read"
    CORRECTED = "record corrected"
    REFUSED = "refusal recorded"
    ATTRIBUTED = "attributions stored"
    ALIGNED = "lines aligned"
    SIGNED = "log signed"
    TRACED = "trace stored"
    RULED = "ruling made"
    UNDONE = "ruling undone"


# With these something is received, read or found, so that what is laid out may be numbered otherwise.
CHANGING = (
    *(Action.RECEIVED, Action.AGAIN, Action.DERIVED, Action.READ, Action.CORRECTED, Action.REFUSED),
    *(Action.ATTRIBUTED, Action.ALIGNED, Action.TRACED),
)

# An entry with one of these actions takes the place of the last one of the same group and subject.
_GROUPS: dict[str, str] = {
    Action.READ: "record",
    Action.CORRECTED: "record",
    Action.REFUSED: "refusal",
    Action.ATTRIBUTED: "attributions",
    Action.ALIGNED: "alignment",
    Action.TRACED: "trace",
}

# How SQLite keeps a value, after which a row altered from 1 to '1' no longer fits.
_KINDS = {"text": str, "blob": bytes, "integer": int, "real": float}


def link(before: str, number: int, at: str, actor: str, action: str, subject: str, detail: str) -> Entry:
    """The entry ``number``, chained to the hash of the entry before it."""
    hash_ = identity("custody", number, at, actor, action, subject, detail, before)
    return Entry(number, at, actor, action, subject, detail, before, hash_)


def row_digest(table: str, row: Mapping[str, object]) -> bytes:
    """SHA-256 of one row as it is stored, over the name, type and value of each column.

    A column without a value is left out: a later format may add columns, and old digests still hold.
    """
    digest = sha256()
    for field in (table, *(f for name in sorted(row) if row[name] is not None for f in (name, row[name]))):
        kind = next(name for name, python in _KINDS.items() if isinstance(field, python))
        data = field if isinstance(field, bytes) else str(field).encode("utf-8", "surrogatepass")
        digest.update(f"{kind} {len(data)} ".encode())
        digest.update(data)
    return digest.digest()


def with_rows(detail: str, digests: Sequence[bytes]) -> str:
    """``detail`` followed by the count and the common digest of the rows written with it."""
    rows = "row" if len(digests) == 1 else "rows"
    return f"{detail} [{len(digests)} {rows}, sha256 {common_digest(digests)}]"


def common_digest(digests: Iterable[bytes]) -> str:
    """One digest for a set of rows, whatever their order."""
    return sha256(b"".join(sorted(digests))).hexdigest()


def rows_of(entry: Entry) -> tuple[int, str] | None:
    """The count and digest of the rows that ``entry`` says it wrote; None if it does not say."""
    found = ROWS.search(entry.detail)
    return (int(found[1]), found[2]) if found else None


def plain(entry: Entry) -> str:
    """The detail of ``entry`` for a reader, without the digest of its rows."""
    return ROWS.sub("", entry.detail)


def standing(entries: Iterable[Entry]) -> dict[int, Entry]:
    """The entries whose rows still stand, by number: those that no later entry took the place of."""
    last: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        group = _GROUPS.get(entry.action)
        last[(group, entry.subject) if group else ("", str(entry.number))] = entry
    return {entry.number: entry for entry in last.values()}


def check(entries: Sequence[Entry]) -> tuple[Fault, ...]:
    """What is wrong with the chain itself: a changed, missing, added or moved entry."""
    faults: list[Fault] = []
    before = NO_ENTRY
    for number, entry in enumerate(entries, start=1):
        where = f"custody log, entry {entry.number}"
        again = link(
            entry.before, entry.number, entry.at, entry.actor, entry.action, entry.subject, entry.detail
        )
        if entry.number != number:
            faults.append(Fault(where, f"entry {number} should stand here", RESTORE))
        if entry.before != before:
            faults.append(Fault(where, "it does not follow from the entry before it", RESTORE))
        if entry.hash != again.hash:
            faults.append(Fault(where, "it was changed after it was written", RESTORE))
        before = entry.hash
    return tuple(faults)
