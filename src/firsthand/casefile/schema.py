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
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

FORMAT = 2  # the format of the case folder, counted apart from the release
REVISION = f"{FORMAT:04d}"  # the migration that makes it


def stored(value: str) -> str | bytes:
    """``value`` as the database keeps it: text, or bytes where it is no valid Unicode.

    A lone surrogate (from a broken JSON escape or a file name in an old encoding) has no UTF-8;
    it must come back as it was all the same.
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


class Words(TypeDecorator[str]):
    """Free text that comes back character for character, lone surrogates included."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """What is stored for a text."""
        return None if value is None else stored(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text that was stored."""
        return _text(value) if isinstance(value, bytes) else value


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:  # altered by hand; ``verify`` says so, reading goes on
        return value.decode("utf-8", "backslashreplace")


def _entry() -> Column[int]:
    return Column("entry", Integer, ForeignKey("custody.number"), nullable=False, index=True)


def _record(**options: Any) -> Column[str]:
    # Deferred: a corrected record takes the place of its row while its attributions stay.
    key = ForeignKey("records.id", deferrable=True, initially="DEFERRED")
    return Column("record", String(64), key, nullable=False, **options)


metadata = MetaData()

custody = Table(
    "custody",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Words, nullable=False),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# One row: the last entry of the log, so that a log cut off at its end is noticed.
head = Table(
    "head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_head"), primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

about = Table(
    "about",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

objects = Table(
    "objects",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    _entry(),
)

receipts = Table(
    "receipts",
    metadata,
    Column("entry", Integer, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("object", String(64), ForeignKey("objects.sha256"), nullable=False, index=True),
    Column("name", Words, nullable=False),
)

# Bytes taken out of other bytes: the attachment of a letter, the page of a web archive.
derivations = Table(
    "derivations",
    metadata,
    Column("object", String(64), ForeignKey("objects.sha256"), primary_key=True),
    Column("parent", String(64), ForeignKey("objects.sha256"), primary_key=True, index=True),
    Column("part", Words, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

records = Table(
    "records",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("object", String(64), ForeignKey("objects.sha256"), nullable=False, index=True),
    Column("value", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
    _entry(),
)

# No foreign key to objects: a file that may not be opened is refused without bytes.
refusals = Table(
    "refusals",
    metadata,
    Column("object", String(64), primary_key=True),
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
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False, index=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# Which lines of a translation or transcription answer to which of the record it was made from.
alignments = Table(
    "alignments",
    metadata,
    _record(primary_key=True),
    Column("of", String(64), primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# Signatures over the log as it was at entry ``number``.
signatures = Table(
    "signatures",
    metadata,
    Column("entry", Integer, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("value", Words, nullable=False),
)

# What people decided. A ruling is undone by another one, never taken away.
rulings = Table(
    "rulings",
    metadata,
    Column("entry", Integer, ForeignKey("custody.number"), primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("value", Words, nullable=False),
)

# The trace of the case under the key of its inputs; of a large case its strands too, each under this word
# and its key; and the vectors that each trace had to make, under this word, what made them, and a hash.
STRAND = "strand "
VECTORS = "vectors "
traces = Table(
    "traces",
    metadata,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
    _entry(),
)

# The one row that is neither a strand nor vectors.
WHOLE = ~traces.c.key.startswith(STRAND) & ~traces.c.key.startswith(VECTORS)

# What a custody entry answers for, in the order of the paper.
COVERED = (
    *(about, objects, receipts, derivations, records, refusals),
    *(readers, attributions, alignments, signatures, rulings, traces),
)
