"""The tables of a case, format 2. ``docs/reference/case-format.md`` is the paper to read first.

The tables are made by the migrations alone; a test holds both descriptions to each other. Every
row but those of the log itself names the custody entry that it was written with.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    LargeBinary,
    MetaData,
    Table,
    and_,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from firsthand.casefile.migrations.kinds import HASH, KEY, NUMBER, TEXT

FORMAT = 2  # the format of the case folder, counted apart from the release
REVISION = f"{FORMAT:04d}"  # the migration that makes it


ESCAPED = "\\x"  # how text begins that PostgreSQL cannot hold, or that begins so itself


def stored(value: str) -> str | bytes:
    """``value`` as it is kept and hashed: text, or bytes where it is no valid Unicode.

    A lone surrogate (from a broken JSON escape or a file name in an old encoding) has no UTF-8;
    it must come back as it was all the same.
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def escaped(value: str) -> str:
    """``value`` as PostgreSQL keeps it.

    Where it has NUL or a lone surrogate, or begins with a backslash and x: these two and the hex digits
    of its UTF-8, as PostgreSQL itself writes bytes.
    """
    if "\0" in value or value.startswith(ESCAPED) or isinstance(stored(value), bytes):
        return ESCAPED + value.encode("utf-8", "surrogatepass").hex()
    return value


def unescaped(value: str) -> str:
    """What ``escaped`` wrote; what it did not write so stays as it is, and ``verify`` finds it."""
    if value.startswith(ESCAPED):
        try:
            meant = bytes.fromhex(value[2:]).decode("utf-8", "surrogatepass")
        except ValueError:
            return value
        return meant if escaped(meant) == value else value
    return value


class Words(TypeDecorator[str]):
    """Free text that comes back character for character, lone surrogates and NUL included."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> Any:
        """What is stored for a text."""
        if value is None:
            return None
        return escaped(value) if _is_postgresql(dialect) else stored(value)

    def process_result_value(self, value: Any, dialect: Dialect | None) -> str | None:
        """The text that was stored."""
        if isinstance(value, bytes):
            return _text(value)
        return unescaped(value) if value and _is_postgresql(dialect) else value


def _is_postgresql(dialect: Dialect | None) -> bool:
    return dialect is not None and dialect.name == "postgresql"


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:  # altered by hand; ``verify`` says so, reading goes on
        return value.decode("utf-8", "backslashreplace")


def _entry() -> Column[int]:
    return Column("entry", NUMBER, ForeignKey("custody.number"), nullable=False, index=True)


def _record(**options: Any) -> Column[str]:
    # Deferred: a corrected record takes the place of its row while its attributions stay.
    key = ForeignKey("records.id", deferrable=True, initially="DEFERRED")
    return Column("record", HASH, key, nullable=False, **options)


metadata = MetaData()

custody = Table(
    "custody",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Words, nullable=False),
    Column("before", HASH, nullable=False),
    Column("hash", HASH, nullable=False),
)

# One row: the last entry of the log, so that a log cut off at its end is noticed.
head = Table(
    "head",
    metadata,
    Column("id", NUMBER, CheckConstraint("id = 1", name="one_head"), primary_key=True, autoincrement=False),
    Column("number", NUMBER, nullable=False),
    Column("hash", HASH, nullable=False),
)

about = Table(
    "about",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

objects = Table(
    "objects",
    metadata,
    Column("sha256", HASH, primary_key=True),
    Column("size", NUMBER, nullable=False),
    _entry(),
)

receipts = Table(
    "receipts",
    metadata,
    Column("entry", NUMBER, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("object", HASH, ForeignKey("objects.sha256"), nullable=False, index=True),
    Column("name", Words, nullable=False),
)

# Bytes taken out of other bytes: the attachment of a letter, the page of a web archive.
derivations = Table(
    "derivations",
    metadata,
    Column("object", HASH, ForeignKey("objects.sha256"), primary_key=True),
    Column("parent", HASH, ForeignKey("objects.sha256"), primary_key=True, index=True),
    Column("part", Words, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

records = Table(
    "records",
    metadata,
    Column("id", HASH, primary_key=True),
    Column("number", NUMBER, nullable=False, unique=True),
    Column("object", HASH, ForeignKey("objects.sha256"), nullable=False, index=True),
    Column("value", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
    _entry(),
)

# No foreign key to objects: a file that may not be opened is refused without bytes.
refusals = Table(
    "refusals",
    metadata,
    Column("object", HASH, primary_key=True),
    Column("part", Words, primary_key=True),
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# Which reader, in which version, read a record last.
readers = Table(
    "readers",
    metadata,
    _record(primary_key=True),
    Column("reader", Words, nullable=False, index=True),
    _entry(),
)

attributions = Table(
    "attributions",
    metadata,
    _record(primary_key=True),
    Column("position", NUMBER, primary_key=True, autoincrement=False),
    Column("id", HASH, nullable=False, index=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# Which lines of a translation or transcription answer to which of the record it was made from.
alignments = Table(
    "alignments",
    metadata,
    _record(primary_key=True),
    Column("of", HASH, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# Signatures over the log as it was at entry ``number``.
signatures = Table(
    "signatures",
    metadata,
    Column("entry", NUMBER, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("number", NUMBER, nullable=False),
    Column("value", Words, nullable=False),
)

# What people decided. A ruling is undone by another one, never taken away.
rulings = Table(
    "rulings",
    metadata,
    Column("entry", NUMBER, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("number", NUMBER, nullable=False, unique=True),
    Column("value", Words, nullable=False),
)

# The trace of the case under the key of its inputs; of a large case its strands too, each under this word
# and its key; how its reports were divided into these, under this word and the hash of what that follows
# from; and the vectors that each trace had to make, under this word, what made them, and a hash.
STRAND = "strand "
DIVISION = "division "
VECTORS = "vectors "
traces = Table(
    "traces",
    metadata,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# The one row that is none of these.
WHOLE = and_(*(~traces.c.key.startswith(each) for each in (STRAND, DIVISION, VECTORS)))

# What a custody entry answers for, in the order of the paper.
COVERED = (
    *(about, objects, receipts, derivations, records, refusals),
    *(readers, attributions, alignments, signatures, rulings, traces),
)
