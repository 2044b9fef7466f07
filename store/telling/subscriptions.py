"""Who gets a digest, when, and what the last one told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.lists.editions import index_version
from store.lists.rows import table_of
from store.tables.telling import PauseRow, SubscriptionRow
from store.telling.pauses import resume


@dataclass(frozen=True, slots=True)
class Subscription:
    """A place's digest: at `hour` ("09:00") in `zone` ("Europe/Berlin") on `days` of the week, 0 (Monday) to 6, none
    for every day; not before `paused_until`, a local day (ISO), "" where it is not paused.

    `silent`: no message where there is nothing new. `told_at` is the moment of the last digest (or of the
    subscription), `told` the index version then: what was applied later has not been told. `told_day` is the local day
    (ISO) of the last digest, "" where there was none yet.
    """

    team: str
    place: str
    hour: str
    zone: str
    who: str
    at: datetime
    told_at: datetime
    days: tuple[int, ...] = ()
    paused_until: str = ""
    silent: bool = False
    told: str = ""
    told_day: str = ""


def subscribe(
    session: Session,
    team: str,
    place: str,
    who: str,
    now: datetime,
    *,
    hour: str = "09:00",
    zone: str = "UTC",
    days: tuple[int, ...] = (),
    silent: bool = False,
) -> Subscription:
    """Begin the digest of a place, or change when it comes, which ends a pause; what it has told already stays told."""
    resume(session, team, a_key(place, "The place of a digest"), now)
    row = session.get(SubscriptionRow, (team, place))
    if row is None:
        row = SubscriptionRow(team=team, place=place, told_at=now, told=index_version(session))
        session.add(row)
    row.who, row.at, row.hour, row.zone, row.silent = who, now, hour, zone, silent
    row.days, row.paused_until = _kept(days), ""
    session.flush()
    return _subscription(row)


def restore(session: Session, subscription: Subscription) -> bool:
    """The digest of a place that was ended, as it was; whether there was none since."""
    values = {name: getattr(subscription, name) for name in Subscription.__slots__}
    return add_if_absent(session, table_of(SubscriptionRow), **{**values, "days": _kept(subscription.days)})


def put_off(session: Session, subscription: Subscription, until: str) -> Subscription:
    """The digest of a place paused until a local day (ISO); "" ends the pause."""
    row = session.get_one(SubscriptionRow, (subscription.team, subscription.place))
    row.paused_until = until
    session.flush()
    return _subscription(row)


def unsubscribe(session: Session, team: str, place: str) -> bool:
    """End the digest of a place; whether there was one."""
    gone = delete(SubscriptionRow).where(SubscriptionRow.team == team, SubscriptionRow.place == place)
    ended = session.execute(gone.returning(SubscriptionRow.place), execution_options={"synchronize_session": False})
    return ended.first() is not None


def subscription_of(session: Session, team: str, place: str) -> Subscription | None:
    row = session.get(SubscriptionRow, (team, place))
    return _subscription(row) if row else None


def subscriptions(session: Session) -> list[Subscription]:
    """Every digest of a place that can be written to."""
    here = tuple_(SubscriptionRow.team, SubscriptionRow.place)
    found = select(SubscriptionRow).where(here.not_in(select(PauseRow.team, PauseRow.place)))
    return [_subscription(row) for row in session.scalars(found.order_by(SubscriptionRow.team, SubscriptionRow.place))]


def for_telling(session: Session, team: str, place: str, now: datetime) -> Subscription | None:
    """The digest of a place, which nobody else tells until this transaction ends. One that was told later than now (the
    clock has gone back since) counts as told now, and not on a day that has not come."""
    row = session.get(SubscriptionRow, (team, place), with_for_update=True, populate_existing=True)
    if row is None:
        return None
    if row.told_at > now:
        row.told_at, row.told_day = now, min(row.told_day, now.astimezone(ZoneInfo(row.zone)).date().isoformat())
        session.flush()
    return _subscription(row)


def told(session: Session, subscription: Subscription, version: str, day: str, now: datetime) -> None:
    """Remember that the digest of a local day (ISO) covers everything up to this index version; a pause is over."""
    row = session.get(SubscriptionRow, (subscription.team, subscription.place))
    if row is not None:
        row.told_at, row.told, row.told_day, row.paused_until = now, version, day, ""
        session.flush()


def subscriptions_at(session: Session, place: str) -> list[Subscription]:
    """The digests of a place, whatever its workspace; also where it cannot be written to."""
    found = select(SubscriptionRow).where(SubscriptionRow.place == place).order_by(SubscriptionRow.team)
    return [_subscription(row) for row in session.scalars(found)]


def _subscription(row: SubscriptionRow) -> Subscription:
    return Subscription(
        team=row.team,
        place=row.place,
        hour=row.hour,
        zone=row.zone,
        who=row.who,
        at=row.at,
        told_at=row.told_at,
        days=tuple(map(int, row.days)),
        paused_until=row.paused_until,
        silent=row.silent,
        told=row.told,
        told_day=row.told_day,
    )


def _kept(days: tuple[int, ...]) -> str:
    return "".join(map(str, sorted(days)))
