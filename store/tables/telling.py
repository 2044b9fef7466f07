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
        Index("ix_outbox_state_due_at", "state", "due_at"),
        Index("ix_outbox_team_place", "team", "place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # what the message tells of: told once
    team: Mapped[str]
    place: Mapped[str]
    kind: Mapped[str]
    answer: Mapped[str]  # JSON
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[str]  # waiting, sent, failed
    attempts: Mapped[int]
    held_by: Mapped[str]
    held_until: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]  # when Slack was last called with it
    unsure_since: Mapped[datetime | None]  # the first call that was never answered: it may have arrived
    sent_at: Mapped[datetime | None]
    ts: Mapped[str]  # Slack's id of the message
    failure: Mapped[str]
    thread: Mapped[str] = mapped_column(server_default="")  # the message that this one answers


class SubscriptionRow(Base):
    """A place's daily digest."""

    __tablename__ = "subscriptions"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    hour: Mapped[str]  # local: "09:00"
    zone: Mapped[str]
    weekdays: Mapped[bool]
    silent: Mapped[bool]
    who: Mapped[str]
    at: Mapped[datetime]
    told_at: Mapped[datetime]  # the last digest, or the subscription, was at
    told: Mapped[str]  # the index version then: what came after is news


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
