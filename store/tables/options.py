"""The tables of relief options: versions, drafts not saved yet, and the threads in which versions are told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base


class OptionVersionRow(Base):
    """One version of a relief option, with the groups that its terms name as they were then."""

    __tablename__ = "option_versions"

    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    facts: Mapped[str]
    who: Mapped[str]
    why: Mapped[str]
    at: Mapped[datetime]


class OptionDraftRow(Base):
    """What somebody wrote, and was shown the impact of, before it is saved; kept for a day."""

    __tablename__ = "option_drafts"

    id: Mapped[str] = mapped_column(primary_key=True)
    team: Mapped[str]
    who: Mapped[str]
    base: Mapped[int]  # the version that it began from; 0 for a new option
    facts: Mapped[str]
    why: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class OptionThreadRow(Base):
    """The message with which an option was announced in a channel: each new version answers it."""

    __tablename__ = "option_threads"

    team: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    ts: Mapped[str]  # Slack's id of the message
    at: Mapped[datetime]
