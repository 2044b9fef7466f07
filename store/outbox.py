"""Messages on their way to Slack: queued with what they tell of, claimed by one worker at a time, kept until told.

Only the oldest waiting message of a place is ever claimed, so a place is told in order, and never twice at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.answers.document import Answer
from store.dialect import add_if_absent, hold, storable
from store.plain import dumps, loads
from store.rows import table_of
from store.tables.telling import OutboxRow

PACE = timedelta(seconds=1)  # Slack takes one message a second in a channel
LEASE = timedelta(minutes=5)  # longer than a whole turn of the delivery may take
WAITING, SENT, FAILED = "waiting", "sent", "failed"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be told once. `key` names what it tells of: a second one of the same key is not queued. `thread` is
    Slack's id of the message that it answers, or ""."""

    key: str
    team: str
    place: str
    kind: str
    answer: Answer
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that one worker holds. `begun_before` is when it was first sent without an answer from Slack: it may
    have arrived since. `attempts` counts the calls that failed."""

    id: int
    message: Outgoing
    attempts: int = 0
    begun_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message so far: `state` is waiting, sent or failed."""

    message: Outgoing
    state: str
    created_at: datetime
    due_at: datetime
    attempts: int = 0
    sent_at: datetime | None = None
    ts: str = ""
    failure: str = ""


def queue(session: Session, messages: Iterable[Outgoing], now: datetime) -> int:
    """Queue messages in this transaction; how many of them were new. One whose key is known already is left out."""
    return sum(_queued(session, message, now) for message in messages)


def _queued(session: Session, message: Outgoing, now: datetime) -> bool:
    return add_if_absent(
        session,
        table_of(OutboxRow),
        key=storable(message.key),
        team=message.team,
        place=message.place,
        kind=message.kind,
        answer=storable(dumps(message.answer)),
        created_at=now,
        due_at=now,
        state=WAITING,
        attempts=0,
        held_by="",
        ts="",
        failure="",
        thread=message.thread,
    )


def anything_due(session: Session, now: datetime) -> bool:
    """Whether it is worth claiming: a look that needs no lock."""
    return session.scalar(select(exists(select(OutboxRow.id).where(*_due(now))))) or False


def claim(session: Session, now: datetime, worker: str) -> Claimed | None:
    """Take the message that is due first; it is this worker's until LEASE has passed, and is known to be on its way.

    None where nothing is due: of each place the oldest message alone can be, and not within PACE of the last one.
    Workers that claim at the same time get different messages.
    """
    hold(session, "outbox")
    other = aliased(OutboxRow)
    oldest = select(func.min(OutboxRow.id)).where(OutboxRow.state == WAITING).group_by(OutboxRow.team, OutboxRow.place)
    same_place = (other.team == OutboxRow.team) & (other.place == OutboxRow.place)
    just_told = exists(select(other.id).where(same_place, other.begun_at > now - PACE))
    found = select(OutboxRow).where(*_due(now), OutboxRow.id.in_(oldest), ~just_told)
    row = session.scalars(found.order_by(OutboxRow.due_at, OutboxRow.id).limit(1)).first()
    if row is None:
        return None
    claimed = Claimed(row.id, _message(row), row.attempts, row.unsure_since)
    row.held_by, row.held_until, row.begun_at = worker, now + LEASE, now
    row.unsure_since = row.unsure_since or now
    session.flush()
    return claimed


def sent(session: Session, claimed: Claimed, ts: str, now: datetime) -> None:
    """Slack has it. `ts` is Slack's id of the message."""
    _settle(session, claimed, state=SENT, sent_at=now, ts=ts, unsure_since=None, failure="")


def put_off(
    session: Session, claimed: Claimed, due: datetime, reason: str, *, counted: bool = True, unsure: bool = False
) -> None:
    """Try it again then. `counted`: as a failed attempt; `unsure`: it may have arrived all the same."""
    known: dict[str, object] = {} if unsure else {"unsure_since": None}
    _settle(session, claimed, due_at=due, attempts=claimed.attempts + counted, failure=storable(reason), **known)


def put_off_all(session: Session, team: str, due: datetime) -> None:
    """Nothing of this workspace before then: Slack asked for a pause."""
    waiting = (OutboxRow.state == WAITING) & (OutboxRow.team == team) & (OutboxRow.due_at < due)
    _change(session, waiting, due_at=due)


def failed(session: Session, claimed: Claimed, reason: str) -> None:
    """It will not be tried again."""
    _settle(session, claimed, state=FAILED, failure=storable(reason))


def drop_waiting(session: Session, team: str, place: str | None, reason: str) -> None:
    """Give up what waits for a place (or for a whole workspace) that cannot be written to."""
    where = (OutboxRow.state == WAITING) & (OutboxRow.team == team)
    _change(session, where if place is None else where & (OutboxRow.place == place), state=FAILED, failure=reason)


def of_key(session: Session, key: str) -> Sent | None:
    """The message of this key, with what became of it."""
    row = session.scalars(select(OutboxRow).where(OutboxRow.key == key)).first()
    return _sent(row) if row else None


def of_place(session: Session, team: str, place: str, kind: str = "") -> list[Sent]:
    """Every message of a place that is kept, the oldest first; of one kind only, if one is given."""
    found = select(OutboxRow).where(OutboxRow.team == team, OutboxRow.place == place)
    found = found.where(OutboxRow.kind == kind) if kind else found
    return [_sent(row) for row in session.scalars(found.order_by(OutboxRow.id))]


def waiting(session: Session) -> int:
    """How many messages are still to be delivered."""
    return session.scalar(select(func.count()).where(OutboxRow.state == WAITING)) or 0


def forget(session: Session, before: datetime) -> int:
    """Forget the messages queued before a moment that wait no more; how many they were."""
    old = delete(OutboxRow).where(OutboxRow.state != WAITING, OutboxRow.created_at < before).returning(OutboxRow.id)
    return len(session.scalars(old, execution_options={"synchronize_session": False}).all())


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    free = or_(OutboxRow.held_until.is_(None), OutboxRow.held_until <= now)
    return OutboxRow.state == WAITING, OutboxRow.due_at <= now, free


def _settle(session: Session, claimed: Claimed, **values: object) -> None:
    _change(session, OutboxRow.id == claimed.id, held_by="", held_until=None, **values)


def _change(session: Session, where: ColumnElement[bool], **values: object) -> None:
    changing = update(OutboxRow).where(where).values(**values)
    session.execute(changing, execution_options={"synchronize_session": False})


def _message(row: OutboxRow) -> Outgoing:
    return Outgoing(row.key, row.team, row.place, row.kind, loads(Answer, row.answer), row.thread)


def _sent(row: OutboxRow) -> Sent:
    return Sent(
        message=_message(row),
        state=row.state,
        created_at=row.created_at,
        due_at=row.due_at,
        attempts=row.attempts,
        sent_at=row.sent_at,
        ts=row.ts,
        failure=row.failure,
    )
