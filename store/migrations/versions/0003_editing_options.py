"""Drafts and threads of options, replies from the outbox, and which options an answer showed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "option_drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_option_drafts"),
    )
    op.create_index("ix_option_drafts_at", "option_drafts", ["at"])
    op.create_table(
        "option_threads",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "channel", "key", name="pk_option_threads"),
    )
    op.add_column("outbox", sa.Column("thread", sa.Text(), nullable=False, server_default=""))
    op.add_column("questions", sa.Column("options", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("questions", "options")
    op.drop_column("outbox", "thread")
    op.drop_table("option_threads")
    op.drop_index("ix_option_drafts_at", "option_drafts")
    op.drop_table("option_drafts")
