"""A digest comes on chosen days of the week, and may be paused until a day. What was ended within the last day and may
be taken back keeps its weekdays."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ENDED = sa.table("endings", *(sa.column(name, sa.Text) for name in ("team", "place", "what", "facts")))
WEEKDAYS = "01234"


def upgrade() -> None:
    with op.batch_alter_table("subscriptions") as table:
        table.add_column(sa.Column("days", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("paused_until", sa.Text(), nullable=False, server_default=""))
    op.execute(sa.text(f"UPDATE subscriptions SET days = '{WEEKDAYS}' WHERE weekdays"))
    with op.batch_alter_table("subscriptions") as table:
        table.drop_column("weekdays")
    connection = op.get_bind()
    for row in connection.execute(sa.select(ENDED).where(ENDED.c.facts.contains('"weekdays":true'))).all():
        facts = json.dumps(_on_weekdays(json.loads(row.facts)), separators=(",", ":"))
        here = [ENDED.c.team == row.team, ENDED.c.place == row.place, ENDED.c.what == row.what]
        connection.execute(sa.update(ENDED).where(*here).values(facts=facts))


def _on_weekdays(facts: object) -> object:
    """Facts of an ending, those of several together too, with days where they had weekdays."""
    if isinstance(facts, list):
        return [_on_weekdays(each) for each in facts]
    if not isinstance(facts, dict):
        return facts
    found = {name: _on_weekdays(value) for name, value in facts.items() if name != "weekdays"}
    return {**found, "days": [*map(int, WEEKDAYS)]} if facts.get("weekdays") is True else found


def downgrade() -> None:
    with op.batch_alter_table("subscriptions") as table:
        table.add_column(sa.Column("weekdays", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.text(f"UPDATE subscriptions SET weekdays = true WHERE days = '{WEEKDAYS}'"))
    with op.batch_alter_table("subscriptions") as table:
        table.drop_column("days")
        table.drop_column("paused_until")
