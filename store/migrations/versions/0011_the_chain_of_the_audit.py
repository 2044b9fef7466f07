"""Every question kept is sealed to the one before it (store.asking.chain)."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BEGINNING = "0" * 64
CELLS = ("team", "place", "thread_ts", "who", "text", "kind", "verdicts", "editions", "question", "options")


def upgrade() -> None:
    with op.batch_alter_table("questions") as table:
        table.add_column(sa.Column("seq", sa.Integer(), nullable=True))
        for name in ("salt", "digest", "link"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("start_seq", sa.Integer(), nullable=False),
        sa.Column("start_link", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    seq, link = _sealed(op.get_bind())
    head = sa.table("audit_head", *(sa.column(name) for name in ("id", "seq", "link", "start_seq", "start_link")))
    op.execute(head.insert().values(id=1, seq=seq, link=link, start_seq=0, start_link=BEGINNING))
    with op.batch_alter_table("questions") as table:
        table.alter_column("seq", existing_type=sa.Integer(), nullable=False)
        for name in ("salt", "digest", "link"):
            table.alter_column(name, existing_type=sa.Text(), server_default=None)
        table.create_unique_constraint("uq_questions_seq", ["seq"])


def _sealed(connection: sa.Connection) -> tuple[int, str]:
    """Seal the rows that there are, in their order; where the chain ends."""
    rows = sa.table(
        "questions",
        sa.column("id"),
        sa.column("at", sa.DateTime(timezone=True)),
        *(sa.column(name) for name in (*CELLS, "seq", "salt", "digest", "link")),
    )
    seq, link = 0, BEGINNING
    for row in connection.execute(sa.select(rows).order_by(rows.c.id)).mappings().all():
        seq, salt = seq + 1, secrets.token_hex(16)
        cells = [_moment(row["at"]), *(row[name] for name in CELLS)]
        digest = hashlib.sha256(f"{salt}\n{json.dumps(cells)}".encode()).hexdigest()
        link = hashlib.sha256(f"{link}\n{seq}\n{digest}".encode()).hexdigest()
        change = rows.update().where(rows.c.id == row["id"])
        connection.execute(change.values(seq=seq, salt=salt, digest=digest, link=link))
    return seq, link


def _moment(value: Any) -> str:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def downgrade() -> None:
    op.drop_table("audit_head")
    with op.batch_alter_table("questions") as table:
        table.drop_constraint("uq_questions_seq", type_="unique")
        for name in ("link", "digest", "salt", "seq"):
            table.drop_column(name)
