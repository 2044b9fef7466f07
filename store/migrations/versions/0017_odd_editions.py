"""An edition that is in force keeps what the guards warned of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("editions", sa.Column("odd", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("editions", "odd")
