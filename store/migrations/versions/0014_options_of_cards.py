"""The options that a card tells of are a field: of messages that wait, taken from their buttons, where they were."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OUTBOX = sa.table("outbox", sa.column("id", sa.Integer), sa.column("answer", sa.Text), sa.column("state", sa.Text))


def upgrade() -> None:
    connection = op.get_bind()
    waiting = sa.select(OUTBOX.c.id, OUTBOX.c.answer).where(
        OUTBOX.c.state == "waiting", OUTBOX.c.answer.contains('"option:', autoescape=True)
    )
    for number, answer in connection.execute(waiting).all():
        found = json.loads(answer)
        for card in found.get("cards", ()):
            if keys := _options_of(card):
                card["options"] = keys
        changed = json.dumps(found, separators=(",", ":"))
        connection.execute(sa.update(OUTBOX).where(OUTBOX.c.id == number).values(answer=changed))


def _options_of(card: dict[str, Any]) -> list[str]:
    values = [str(action.get("value", "")) for action in card.get("actions", ())]
    return list(dict.fromkeys(one.removeprefix("option:") for one in values if one.startswith("option:")))


def downgrade() -> None:
    """The buttons are there still."""
