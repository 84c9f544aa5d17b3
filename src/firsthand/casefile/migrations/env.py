"""Run by Alembic: migrates over the connection that ``make_tables`` handed in."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
