"""What columns are made of, so that SQLite and PostgreSQL give the same answers.

PostgreSQL orders text by the rules of a language unless told otherwise, and its INTEGER ends at
2,147,483,647; SQLite orders by code points, and its INTEGER has 64 bits. So has every column here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import BigInteger, Integer, String, Text

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
HASH = String(64).with_variant(String(64, collation="C"), "postgresql")
KEY = String(32).with_variant(String(32, collation="C"), "postgresql")
NUMBER = Integer().with_variant(BigInteger(), "postgresql")

_FUNCTION = """
CREATE OR REPLACE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def append_only(tables: Iterable[str], dialect: str) -> Iterator[str]:
    """The statements after which the database itself refuses to change or delete rows of these tables."""
    if dialect == "postgresql":
        yield _FUNCTION
    for table in tables:
        if dialect == "postgresql":
            for verb, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                yield (
                    f"CREATE TRIGGER {table}_no_{verb.split()[0].lower()} BEFORE {verb} ON {table} "
                    f"FOR EACH {each} EXECUTE FUNCTION never_changed()"
                )
            continue
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
            )


def long_keys(table: str, dialect: str, *columns: str) -> Iterator[str]:
    """The statements after which the primary key of a table may be of any length.

    PostgreSQL takes 2,704 bytes into an index; what a mail calls its attachments may be longer, so that
    there a hash of each column stands in its place.
    """
    if dialect == "postgresql":
        yield f"ALTER TABLE {table} DROP CONSTRAINT {table}_pkey"
        hashes = ", ".join(f"md5({column})" for column in columns)
        yield f"CREATE UNIQUE INDEX {table}_long_key ON {table} ({hashes})"
