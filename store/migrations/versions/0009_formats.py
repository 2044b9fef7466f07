"""An edition says in which format it came, and which version of that format's reader read it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("editions", sa.Column("format", sa.Text(), nullable=False, server_default=""))
    op.add_column("editions", sa.Column("reader", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("editions", "reader")
    op.drop_column("editions", "format")
