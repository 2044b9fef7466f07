"""How delivery stands, for operators: what waits, what failed and why, what is paused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.tables.telling import HoldRow, OutboxRow
from store.telling.outbox import FAILED, WAITING
from store.telling.pauses import Pause, paused


@dataclass(frozen=True, slots=True)
class Hold:
    """A workspace that nothing is sent to just now: Slack's word, since when, until when."""

    team: str
    reason: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """`waiting` and `failed` count messages; `failures` counts the failed ones by reason; `repeated` those that may
    have been told twice; `oldest` is when the first of those that wait was queued."""

    waiting: int = 0
    oldest: datetime | None = None
    failed: int = 0
    failures: Mapping[str, int] = field(default_factory=dict)
    repeated: int = 0
    paused: Mapping[tuple[str, str], Pause] = field(default_factory=dict)
    holds: tuple[Hold, ...] = ()


def standing(session: Session) -> Standing:
    """How delivery stands now."""
    waiting = select(func.count(), func.min(OutboxRow.created_at)).where(OutboxRow.state == WAITING)
    number, oldest = session.execute(waiting).one()
    by_reason = select(OutboxRow.failure, func.count()).where(OutboxRow.state == FAILED).group_by(OutboxRow.failure)
    failures = {row[0]: row[1] for row in session.execute(by_reason.order_by(OutboxRow.failure))}
    repeated = session.scalar(select(func.count()).where(OutboxRow.repeats > 0)) or 0
    holds = [Hold(row.team, row.reason, row.since, row.until) for row in session.scalars(select(HoldRow))]
    return Standing(
        waiting=number,
        oldest=oldest,
        failed=sum(failures.values()),
        failures=failures,
        repeated=repeated,
        paused=paused(session),
        holds=tuple(holds),
    )
