"""The tables of telling: who watches what, who gets a digest, what waits to be sent, which places are paused."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base


class WatchRow(Base):
    __tablename__ = "watches"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True, index=True)
    who: Mapped[str]
    at: Mapped[datetime]


class OutboxRow(Base):
    """A message on its way to Slack. Its life is drawn in docs/alerts.md."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_lane", "team", "place", "state", "id"),
        Index("ix_outbox_state", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # what the message tells of: told once
    team: Mapped[str]
    place: Mapped[str]
    kind: Mapped[str]
    answer: Mapped[str]  # JSON
    created_at: Mapped[datetime]
    state: Mapped[str]  # waiting, sent, failed
    attempts: Mapped[int]
    unsure_since: Mapped[datetime | None]  # the first call that was never answered: it may have arrived
    repeats: Mapped[int] = mapped_column(server_default="0")  # how often it was sent again in that doubt
    sent_at: Mapped[datetime | None]
    ts: Mapped[str]  # Slack's id of the message
    failure: Mapped[str]
    thread: Mapped[str] = mapped_column(server_default="")  # the message that this one answers


class LaneRow(Base):
    """A place that messages were queued for: when its next one is due, and who is sending it now."""

    __tablename__ = "lanes"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    set_at: Mapped[datetime] = mapped_column(index=True)  # when `due_at` was set
    due_at: Mapped[datetime | None] = mapped_column(index=True)  # NULL: nothing waits
    held_by: Mapped[str]  # the worker that sends its message, until `due_at`


class HoldRow(Base):
    """A workspace that nothing is sent to for now."""

    __tablename__ = "holds"

    team: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]
    since: Mapped[datetime]
    set_at: Mapped[datetime]
    until: Mapped[datetime]
    tries: Mapped[int]  # in a row, for this reason


class ClockRow(Base):
    """What the store has seen of the clock: one row."""

    __tablename__ = "clock"

    id: Mapped[int] = mapped_column(primary_key=True)
    steady_since: Mapped[datetime]
    seen_at: Mapped[datetime]


class SubscriptionRow(Base):
    """A place's digest."""

    __tablename__ = "subscriptions"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    hour: Mapped[str]  # local: "09:00"
    zone: Mapped[str]
    days: Mapped[str] = mapped_column(server_default="")  # "03": Mondays and Thursdays; "" every day
    paused_until: Mapped[str] = mapped_column(server_default="")  # the local day (ISO) from which it comes again
    silent: Mapped[bool]
    who: Mapped[str]
    at: Mapped[datetime]
    told_at: Mapped[datetime]  # the last digest, or the subscription, was at
    told: Mapped[str]  # the index version then: what came after is news
    told_day: Mapped[str] = mapped_column(server_default="")  # the local day of the last digest


class EndingRow(Base):
    """What somebody ended in a place, as it was: for a day it can be taken back."""

    __tablename__ = "endings"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True)  # as of a watch; "digest:daily"
    facts: Mapped[str]  # JSON: the watch or the subscription
    who: Mapped[str]  # ended it
    at: Mapped[datetime]


class PauseRow(Base):
    """A place that cannot be written to: what is watched there is kept, and silent."""

    __tablename__ = "pauses"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
