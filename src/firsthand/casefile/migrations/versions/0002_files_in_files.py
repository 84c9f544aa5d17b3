"""Format 2: files taken out of files, lines aligned with lines, signatures over the log, rulings."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

APPEND_ONLY = ("derivations", "signatures", "rulings")


def _entry(**options: Any) -> sa.Column[int]:
    key = sa.ForeignKey("custody.number")
    return sa.Column("entry", sa.Integer, key, **{"nullable": False, **options})


def _object(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), sa.ForeignKey("objects.sha256"), primary_key=True, **options)


def _text(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, **options)


def upgrade() -> None:
    op.create_table(
        "derivations",
        _object("object"),
        _object("parent", index=True),
        _text("part", primary_key=True),
        _text("value"),
        _entry(index=True),
    )
    record = sa.ForeignKey("records.id", deferrable=True, initially="DEFERRED")
    op.create_table(
        "alignments",
        sa.Column("record", sa.String(64), record, primary_key=True),
        sa.Column("of", sa.String(64), primary_key=True),
        _text("value"),
        _entry(index=True),
    )
    number = sa.Column("number", sa.Integer, nullable=False)
    op.create_table("signatures", _entry(primary_key=True, autoincrement=False), number, _text("value"))
    number = sa.Column("number", sa.Integer, nullable=False, unique=True)
    op.create_table("rulings", _entry(primary_key=True, autoincrement=False), number, _text("value"))
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
            )
