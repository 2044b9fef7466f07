"""An edition known by its month counts from the month's end; tables and columns that nothing reads go."""

from __future__ import annotations

from calendar import monthrange

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("editions") as table:
        table.add_column(sa.Column("last_day", sa.Text(), nullable=False, server_default=""))
    editions = sa.table("editions", sa.column("id", sa.Integer), sa.column("published", sa.Text), sa.column("last_day"))
    connection = op.get_bind()
    for number, published in connection.execute(sa.select(editions.c.id, editions.c.published)).all():
        last = sa.update(editions).where(editions.c.id == number).values(last_day=_last_day(published))
        connection.execute(last)
    with op.batch_alter_table("editions") as table:
        table.alter_column("last_day", server_default=None)
    op.drop_index("ix_editions_list_first_day", table_name="editions")
    op.create_index("ix_editions_list_last_day", "editions", ["list", "last_day"])
    for name in ("names", "identifiers", "relations"):
        op.drop_table(name)
    with op.batch_alter_table("entries") as table:
        for name in ("schema", "name", "has_birth_date"):
            table.drop_column(name)


def _last_day(published: str) -> str:
    if len(published) > 7:
        return published
    year, month = map(int, published.split("-"))
    return f"{published}-{monthrange(year, month)[1]}"


def downgrade() -> None:
    """The dropped tables come back empty: they held what the facts of entries say, and a refresh fills them."""
    with op.batch_alter_table("entries") as table:
        table.add_column(sa.Column("schema", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("name", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("has_birth_date", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.drop_index("ix_editions_list_last_day", table_name="editions")
    op.create_index("ix_editions_list_first_day", "editions", ["list", "first_day"])
    with op.batch_alter_table("editions") as table:
        table.drop_column("last_day")
    _facts("names", "text", "kind", sa.Column("weak", sa.Boolean(), nullable=False))
    _facts("identifiers", "type", "value", "country", "counted_as")
    _facts("relations", "kind", "target", "target_key")
    op.create_index("ix_relations_target_key", "relations", ["target_key"])


def _facts(name: str, *columns: str | sa.Column[bool]) -> None:
    op.create_table(
        name,
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(c, sa.Text(), nullable=False) if isinstance(c, str) else c for c in columns),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=f"fk_{name}_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry_id", "position", name=f"pk_{name}"),
    )
