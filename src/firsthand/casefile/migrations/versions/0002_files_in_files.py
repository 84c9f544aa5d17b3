"""Format 2: files taken out of files, lines aligned with lines, signatures over the log, rulings."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from firsthand.casefile.migrations.kinds import HASH, NUMBER, TEXT, append_only, long_keys

revision = "0002"
down_revision = "0001"

APPEND_ONLY = ("derivations", "signatures", "rulings")


def _entry(**options: Any) -> sa.Column[int]:
    key = sa.ForeignKey("custody.number")
    return sa.Column("entry", NUMBER, key, **{"nullable": False, **options})


def _object(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, HASH, sa.ForeignKey("objects.sha256"), primary_key=True, **options)


def _text(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False, **options)


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
        sa.Column("record", HASH, record, primary_key=True),
        sa.Column("of", HASH, primary_key=True),
        _text("value"),
        _entry(index=True),
    )
    number = sa.Column("number", NUMBER, nullable=False)
    op.create_table("signatures", _entry(primary_key=True, autoincrement=False), number, _text("value"))
    number = sa.Column("number", NUMBER, nullable=False, unique=True)
    op.create_table("rulings", _entry(primary_key=True, autoincrement=False), number, _text("value"))
    dialect = op.get_bind().dialect.name
    keys = long_keys("derivations", dialect, "object", "parent", "part")
    for statement in (*append_only(APPEND_ONLY, dialect), *keys):
        op.execute(statement)
