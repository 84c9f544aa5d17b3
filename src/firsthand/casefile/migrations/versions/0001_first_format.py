"""Format 1: the log, what was received, what was read, what was found."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from firsthand.casefile.migrations.kinds import HASH, KEY, NUMBER, TEXT, append_only, long_keys

revision = "0001"
down_revision = None

# Never rewritten, neither by Firsthand nor by a slip of the hand in another program.
APPEND_ONLY = ("custody", "objects", "receipts", "about")


def _entry() -> sa.Column[int]:
    return sa.Column("entry", NUMBER, sa.ForeignKey("custody.number"), nullable=False, index=True)


def _record(**options: Any) -> sa.Column[str]:
    key = sa.ForeignKey("records.id", deferrable=True, initially="DEFERRED")
    return sa.Column("record", HASH, key, nullable=False, **options)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, NUMBER, primary_key=True, autoincrement=False)


def _text(name: str, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False, primary_key=primary_key)


def _hash(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, HASH, **{"nullable": False, **options})


def _object(**options: Any) -> sa.Column[str]:
    return sa.Column("object", HASH, sa.ForeignKey("objects.sha256"), nullable=False, **options)


def upgrade() -> None:
    _log()
    _received()
    _found()
    dialect = op.get_bind().dialect.name
    keys = long_keys("refusals", dialect, "object", "part", "name")
    for statement in (*append_only(APPEND_ONLY, dialect), *keys):
        op.execute(statement)


def _log() -> None:
    words = [_text(name) for name in ("at", "actor", "action", "subject", "detail")]
    op.create_table("custody", _number("number"), *words, _hash("before"), _hash("hash"))
    one = sa.CheckConstraint("id = 1", name="one_head")
    op.create_table("head", _number("id"), sa.Column("number", NUMBER, nullable=False), _hash("hash"), one)


def _received() -> None:
    op.create_table("about", sa.Column("key", KEY, primary_key=True), _text("value"), _entry())
    size = sa.Column("size", NUMBER, nullable=False)
    op.create_table("objects", _hash("sha256", primary_key=True), size, _entry())
    entry = sa.Column("entry", NUMBER, sa.ForeignKey("custody.number"), primary_key=True, autoincrement=False)
    op.create_table("receipts", entry, _object(index=True), _text("name"))


def _found() -> None:
    op.create_table(
        "records",
        _hash("id", primary_key=True),
        sa.Column("number", NUMBER, nullable=False, unique=True),
        _object(index=True),
        _text("value"),
        _text("text"),
        sa.Column("offsets", sa.LargeBinary, nullable=False),
        _entry(),
    )
    keys = (_hash("object", primary_key=True), _text("part", True), _text("name", True))
    op.create_table("refusals", *keys, _text("value"), _entry())
    reader = sa.Column("reader", TEXT, nullable=False, index=True)
    op.create_table("readers", _record(primary_key=True), reader, _entry())
    op.create_table(
        "attributions",
        _record(primary_key=True),
        _number("position"),
        _hash("id", index=True),
        _text("value"),
        _entry(),
    )
    op.create_table("traces", _text("key", True), _text("value"), _entry())
