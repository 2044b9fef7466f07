"""Alembic runs this. The connection, and the transaction in it, come from store.database."""

from __future__ import annotations

from alembic import context

from store.tables import asking, briefing, lists, options, telling  # noqa: F401 (the schema is all of them)
from store.tables.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter a column: alembic makes the table anew
)
with context.begin_transaction():
    context.run_migrations()
