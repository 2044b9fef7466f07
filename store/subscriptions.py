"""Who gets a daily digest, and which places cannot be written to for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.editions import index_version
from store.rows import table_of
from store.tables.telling import PauseRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class Subscription:
    """A place's digest: every day (or every weekday) at `hour` ("09:00") in `zone` ("Europe/Berlin").

    `silent`: no message where there is nothing new. `told_at` is the moment of the last digest (or of the
    subscription), `told` the index version then: what was applied later has not been told.
    """

    team: str
    place: str
    hour: str
    zone: str
    who: str
    at: datetime
    told_at: datetime
    weekdays: bool = False
    silent: bool = False
    told: str = ""


def subscribe(
    session: Session,
    team: str,
    place: str,
    who: str,
    now: datetime,
    *,
    hour: str = "09:00",
    zone: str = "UTC",
    weekdays: bool = False,
    silent: bool = False,
) -> Subscription:
    """Begin the digest of a place, or change when it comes; what it has told already stays told."""
    resume(session, team, a_key(place, "The place of a digest"))
    row = session.get(SubscriptionRow, (team, place))
    if row is None:
        row = SubscriptionRow(team=team, place=place, told_at=now, told=index_version(session))
        session.add(row)
    row.who, row.at, row.hour, row.zone, row.weekdays, row.silent = who, now, hour, zone, weekdays, silent
    session.flush()
    return _subscription(row)


def restore(session: Session, subscription: Subscription) -> bool:
    """The digest of a place that was ended, as it was; whether there was none since."""
    resume(session, subscription.team, subscription.place)
    values = {name: getattr(subscription, name) for name in Subscription.__slots__}
    return add_if_absent(session, table_of(SubscriptionRow), **values)


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


def told(session: Session, subscription: Subscription, version: str, now: datetime) -> None:
    """Remember that the digest of a place covers everything up to this index version."""
    row = session.get(SubscriptionRow, (subscription.team, subscription.place), with_for_update=True)
    if row is not None:
        row.told_at, row.told = now, version
        session.flush()


def subscriptions_at(session: Session, place: str) -> list[Subscription]:
    """The digests of a place, whatever its workspace; also where it cannot be written to."""
    found = select(SubscriptionRow).where(SubscriptionRow.place == place).order_by(SubscriptionRow.team)
    return [_subscription(row) for row in session.scalars(found)]


def pause(session: Session, team: str, place: str, reason: str, now: datetime) -> bool:
    """Nothing is sent to this place until somebody watches something there again; whether that is news."""
    return add_if_absent(session, table_of(PauseRow), team=team, place=place, reason=reason, at=now)


def resume(session: Session, team: str, place: str) -> None:
    gone = delete(PauseRow).where(PauseRow.team == team, PauseRow.place == place)
    session.execute(gone, execution_options={"synchronize_session": False})


def paused(session: Session) -> dict[tuple[str, str], str]:
    """The places that cannot be written to, each with the reason, by team and place."""
    return {(row.team, row.place): row.reason for row in session.scalars(select(PauseRow))}


def _subscription(row: SubscriptionRow) -> Subscription:
    return Subscription(
        team=row.team,
        place=row.place,
        hour=row.hour,
        zone=row.zone,
        who=row.who,
        at=row.at,
        told_at=row.told_at,
        weekdays=row.weekdays,
        silent=row.silent,
        told=row.told,
    )
