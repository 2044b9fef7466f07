"""When a digest is due: at its local hour, once a day, across changes of the clock and of the hour itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from store.telling.subscriptions import Subscription


def moment(day: date, hour: str, zone: str) -> datetime:
    """A local hour of a day, in UTC. An hour that the clock leaves out in spring is the one that it shows instead
    (02:30 is 03:30); of one that it shows twice in autumn it is the first."""
    return datetime.combine(day, time.fromisoformat(hour), ZoneInfo(zone)).astimezone(UTC)


def due_day(subscription: Subscription, now: datetime) -> date | None:
    """The local day whose digest is due and not told; None where there is none. Days that were missed while no
    worker ran are made up by one digest, that of the last of them. A day has one, also where the hour is changed; a
    day of a pause has none, and the first after it tells of all."""
    day = last_day(subscription, now)
    if day.isoformat() <= subscription.told_day or day.isoformat() < subscription.paused_until:
        return None
    return day if moment(day, subscription.hour, subscription.zone) > subscription.told_at else None


def last_day(subscription: Subscription, now: datetime) -> date:
    """The last local day of a digest whose hour has come."""
    day = now.astimezone(ZoneInfo(subscription.zone)).date() + timedelta(days=1)
    while True:
        comes = not subscription.days or day.weekday() in subscription.days
        if comes and moment(day, subscription.hour, subscription.zone) <= now:
            return day
        day -= timedelta(days=1)
