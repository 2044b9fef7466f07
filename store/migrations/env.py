"""Alembic runs this. The connection, and the transaction in it, come from store.database."""

from __future__ import annotations

from alembic import context

import store.briefing_tables
import store.option_tables  # noqa: F401 (its tables are part of the schema)
from store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter a column: alembic makes the table anew
)
with context.begin_transaction():
    context.run_migrations()
