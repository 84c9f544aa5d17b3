"""The tables of every format, made step by step by Alembic from inside the package.

One file a format in ``versions``; a step that has been released is never changed again.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection


def make_tables(connection: Connection, revision: str) -> bool:
    """Brings the tables to ``revision``, inside the transaction that ``connection`` is in.

    False where they have it already.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext

    if MigrationContext.configure(connection).get_current_revision() == revision:
        return False
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    return True
