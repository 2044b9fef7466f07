"""Lanes, one a place, know when its next message is due; holds of workspaces; the clock as it was seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "lanes",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("held_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team", "place", name="pk_lanes"),
    )
    op.create_index("ix_lanes_due_at", "lanes", ["due_at"])
    op.create_index("ix_lanes_set_at", "lanes", ["set_at"])
    op.create_table(
        "holds",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_holds"),
    )
    op.create_table(
        "clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("steady_since", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clock"),
    )
    op.add_column("subscriptions", sa.Column("told_day", sa.Text(), nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("repeats", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "INSERT INTO lanes (team, place, set_at, due_at, held_by) "
        "SELECT team, place, MIN(created_at), MIN(created_at), '' "
        "FROM outbox WHERE state = 'waiting' GROUP BY team, place"
    )
    op.drop_index("ix_outbox_state_due_at", table_name="outbox")
    op.drop_index("ix_outbox_team_place", table_name="outbox")
    for column in ("due_at", "held_by", "held_until", "begun_at"):
        op.drop_column("outbox", column)
    op.create_index("ix_outbox_lane", "outbox", ["team", "place", "state", "id"])
    op.create_index("ix_outbox_state", "outbox", ["state"])


def downgrade() -> None:
    op.drop_index("ix_outbox_state", table_name="outbox")
    op.drop_index("ix_outbox_lane", table_name="outbox")
    op.add_column("outbox", sa.Column("begun_at", MOMENT, nullable=True))
    op.add_column("outbox", sa.Column("held_until", MOMENT, nullable=True))
    op.add_column("outbox", sa.Column("held_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("due_at", MOMENT, nullable=False, server_default="2000-01-01 00:00:00"))
    op.execute("UPDATE outbox SET due_at = created_at")
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])
    op.create_index("ix_outbox_team_place", "outbox", ["team", "place"])
    op.drop_column("outbox", "repeats")
    op.drop_column("subscriptions", "told_day")
    op.drop_table("clock")
    op.drop_table("holds")
    op.drop_table("lanes")
