"""Messages on their way to Slack: queued with what they tell of, claimed by one worker at a time, kept until told.

Messages wait in *lanes*, one a place: of a lane the oldest message alone can be claimed, so a place is told in order
and never twice at once. What is due is asked of lanes, so that it does not matter how many messages wait behind. A lane
keeps when it was set beside when it is due: should the clock go back, every wait is as long again as it was, no longer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, Update, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.answers.document import Answer
from store.dialect import add_if_absent, is_postgresql, storable
from store.lists.rows import table_of
from store.plain import dumps, loads
from store.tables.telling import HoldRow, LaneRow, OutboxRow

PACE = timedelta(seconds=1)  # Slack takes one message a second in a channel
LEASE = timedelta(minutes=5)  # longer than one call of Slack may take, and writing down what it said
WAITING, SENT, FAILED = "waiting", "sent", "failed"
UNREADABLE = "unreadable"  # of a message that another version of the bot wrote, or that was damaged


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
    worker: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message so far: `state` is waiting, sent or failed. `repeats` counts how often it was sent again
    without knowing whether it had arrived."""

    message: Outgoing
    state: str
    created_at: datetime
    attempts: int = 0
    sent_at: datetime | None = None
    ts: str = ""
    failure: str = ""
    repeats: int = 0


def queue(session: Session, messages: Iterable[Outgoing], now: datetime) -> int:
    """Queue messages in this transaction; how many of them were new. One whose key is known already is left out."""
    new = [message for message in messages if _queued(session, message, now)]
    for team, place in sorted(
        {(message.team, message.place) for message in new}
    ):  # in order: no two wait for each other
        _open_lane(session, team, place, now)
    return len(new)


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
        state=WAITING,
        attempts=0,
        ts="",
        failure="",
        thread=message.thread,
        repeats=0,
    )


def _open_lane(session: Session, team: str, place: str, now: datetime) -> None:
    """A lane that is idle is due now; one that waits goes on waiting."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    adding = insert(table_of(LaneRow)).values(team=team, place=place, set_at=now, due_at=now, held_by="")
    idle = LaneRow.due_at.is_(None)
    session.execute(
        adding.on_conflict_do_update(index_elements=["team", "place"], set_={"set_at": now, "due_at": now}, where=idle)
    )


def wake(session: Session, team: str, place: str, now: datetime) -> None:
    """What waits for a place is tried now: somebody is there, or the place is back."""
    _change(session, update(LaneRow).where(*_lane(team, place), LaneRow.held_by == ""), set_at=now, due_at=now)


def anything_due(session: Session, now: datetime) -> bool:
    """Whether it is worth claiming: a look that needs no lock."""
    due = exists(select(LaneRow.place).where(LaneRow.due_at <= now))
    ahead = exists(select(LaneRow.place).where(LaneRow.set_at > now, LaneRow.due_at.is_not(None)))
    return bool(session.scalar(select(due | ahead)))


def claim(session: Session, now: datetime, worker: str) -> Claimed | None:
    """Take the oldest message of the lane that is due first; it is this worker's until LEASE has passed, and is known
    to be on its way. None where nothing is due. Workers that claim at the same time get different lanes.

    A message that cannot be read fails alone, and the next of its lane is taken.
    """
    _after_the_clock_went_back(session, now)
    held = list(session.scalars(select(HoldRow.team).where(HoldRow.until > now)))
    due = select(LaneRow).where(LaneRow.due_at <= now).order_by(LaneRow.due_at, LaneRow.team, LaneRow.place).limit(1)
    due = (due.where(LaneRow.team.not_in(held)) if held else due).with_for_update(skip_locked=True)
    while (lane := session.scalars(due).first()) is not None:
        row = session.scalars(_waiting_in(lane.team, lane.place).limit(1)).first()
        if row is None:
            lane.due_at = None
        elif (message := _readable(row)) is None:
            row.state, row.failure = FAILED, UNREADABLE
        else:
            lane.held_by, lane.set_at, lane.due_at = worker, now, now + LEASE
            claimed = Claimed(row.id, message, row.attempts, row.unsure_since, worker)
            row.unsure_since = row.unsure_since or now
            session.flush()
            return claimed
        session.flush()
    return None


def sent(session: Session, claimed: Claimed, ts: str, now: datetime) -> None:
    """Slack has it. `ts` is Slack's id of the message. The workspace is there, so nothing of it is held any more."""
    again = OutboxRow.repeats + int(claimed.begun_before is not None)
    _settle(session, claimed, state=SENT, sent_at=now, ts=ts, unsure_since=None, failure="", repeats=again)
    _leave(session, claimed, now, now + PACE)
    session.execute(delete(HoldRow).where(HoldRow.team == claimed.message.team), execution_options=UNSYNCHRONISED)


def put_off(
    session: Session,
    claimed: Claimed,
    now: datetime,
    wait: timedelta,
    reason: str,
    *,
    counted: bool = True,
    unsure: bool = False,
) -> None:
    """Try it again after `wait`. `counted`: as a failed attempt; `unsure`: it may have arrived all the same."""
    known: dict[str, object] = {} if unsure else {"unsure_since": None}
    _settle(session, claimed, attempts=claimed.attempts + counted, failure=storable(reason), **known)
    _leave(session, claimed, now, now + max(wait, PACE))


def failed(session: Session, claimed: Claimed, reason: str, now: datetime, *, unsure: bool = False) -> None:
    """It will not be tried again, unless an operator says so. The next of its lane can be."""
    known: dict[str, object] = {} if unsure else {"unsure_since": None}
    _settle(session, claimed, state=FAILED, failure=storable(reason), **known)
    _leave(session, claimed, now, now + PACE)


def hold(session: Session, team: str, reason: str, now: datetime, wait: timedelta) -> None:
    """Nothing of this workspace for so long: Slack asked for a pause, is away, or the installation is."""
    row = session.get(HoldRow, team)
    if row is None:
        session.add(HoldRow(team=team, reason=reason, since=now, set_at=now, until=now + wait, tries=1))
    else:
        row.since = row.since if row.reason == reason else now
        row.tries = row.tries + 1 if row.reason == reason else 1
        row.reason, row.set_at, row.until = reason, now, now + wait
    session.flush()


def tries(session: Session, team: str) -> int:
    """How often in a row a workspace was held for the same reason."""
    row = session.get(HoldRow, team)
    return row.tries if row else 0


def sent_since(session: Session, team: str, moment: datetime) -> bool:
    """Whether Slack took any message of a workspace since then."""
    taken = select(OutboxRow.id).where(OutboxRow.team == team, OutboxRow.sent_at >= moment)
    return session.scalar(select(exists(taken))) or False


def drop_waiting(session: Session, team: str, place: str) -> int:
    """Give up what waits for a place: an operator says so. How many messages."""
    waiting = update(OutboxRow).where(OutboxRow.state == WAITING, OutboxRow.team == team, OutboxRow.place == place)
    return _change(session, waiting, state=FAILED, failure="dropped")


def resend(session: Session, now: datetime) -> int:
    """Every message that failed waits again, but for those that were dropped or may not be told; how many."""
    for_good = ("dropped", "confidential", UNREADABLE)
    again = select(OutboxRow).where(OutboxRow.state == FAILED, OutboxRow.failure.not_in(for_good))
    found = list(session.scalars(again))
    for row in found:
        row.state, row.attempts, row.failure = WAITING, 0, ""
    session.flush()
    for team, place in sorted({(row.team, row.place) for row in found}):
        _open_lane(session, team, place, now)
    return len(found)


def of_place(session: Session, team: str, place: str, kind: str = "") -> list[Sent]:
    """Every message of a place that is kept and can be read, the oldest first; of one kind only, if one is given."""
    found = select(OutboxRow).where(OutboxRow.team == team, OutboxRow.place == place)
    found = found.where(OutboxRow.kind == kind) if kind else found
    return [one for row in session.scalars(found.order_by(OutboxRow.id)) if (one := _sent(row)) is not None]


def waiting(session: Session) -> int:
    """How many messages are still to be delivered."""
    return session.scalar(select(func.count()).where(OutboxRow.state == WAITING)) or 0


def forget(session: Session, before: datetime) -> int:
    """Forget the messages queued before a moment that wait no more; how many they were."""
    old = delete(OutboxRow).where(OutboxRow.state != WAITING, OutboxRow.created_at < before).returning(OutboxRow.id)
    return len(session.scalars(old, execution_options=UNSYNCHRONISED).all())


UNSYNCHRONISED = {"synchronize_session": False}


def _after_the_clock_went_back(session: Session, now: datetime) -> None:
    """Waits that were set later than now are set anew: as long as they were, from now."""
    for lane in session.scalars(select(LaneRow).where(LaneRow.set_at > now, LaneRow.due_at.is_not(None))):
        assert lane.due_at is not None
        lane.due_at, lane.set_at = now + (lane.due_at - lane.set_at), now
    for held in session.scalars(select(HoldRow).where(HoldRow.set_at > now)):
        held.until, held.set_at = now + (held.until - held.set_at), now
    session.flush()


def _waiting_in(team: str, place: str) -> Select[OutboxRow]:
    here = (OutboxRow.state == WAITING, OutboxRow.team == team, OutboxRow.place == place)
    return select(OutboxRow).where(*here).order_by(OutboxRow.id)


def _lane(team: str, place: str) -> tuple[ColumnElement[bool], ...]:
    return LaneRow.team == team, LaneRow.place == place


def _leave(session: Session, claimed: Claimed, now: datetime, due: datetime) -> None:
    """Give the lane back, if it is still this worker's: a slow one may have lost it to another."""
    lane = update(LaneRow).where(*_lane(claimed.message.team, claimed.message.place), LaneRow.held_by == claimed.worker)
    _change(session, lane, held_by="", set_at=now, due_at=due)


def _settle(session: Session, claimed: Claimed, **values: object) -> None:
    """Write down what became of a message; what another worker found out meanwhile (sent) stays."""
    _change(session, update(OutboxRow).where(OutboxRow.id == claimed.id, OutboxRow.state == WAITING), **values)


def _change(session: Session, changing: Update, **values: object) -> int:
    return int(session.execute(changing.values(**values), execution_options=UNSYNCHRONISED).rowcount)  # type: ignore[attr-defined]


def _readable(row: OutboxRow) -> Outgoing | None:
    try:
        return Outgoing(row.key, row.team, row.place, row.kind, loads(Answer, row.answer), row.thread)
    except Exception:
        return None


def _sent(row: OutboxRow) -> Sent | None:
    message = _readable(row)
    if message is None:
        return None
    return Sent(
        message=message,
        state=row.state,
        created_at=row.created_at,
        attempts=row.attempts,
        sent_at=row.sent_at,
        ts=row.ts,
        failure=row.failure,
        repeats=row.repeats,
    )
