"""The tables of what was asked: the audit, and the events already seen."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base


class QuestionRow(Base):
    """A question asked, for the audit; purged when its time is over."""

    __tablename__ = "questions"
    __table_args__ = (
        Index("ix_questions_thread", "team", "place", "thread_ts"),
        Index("ix_questions_asker", "team", "who"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    team: Mapped[str]
    place: Mapped[str]
    thread_ts: Mapped[str]
    who: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    verdicts: Mapped[str]  # JSON
    editions: Mapped[str]  # the index version that the answer rested on
    question: Mapped[str]  # JSON
    options: Mapped[str] = mapped_column(server_default="[]")  # JSON: the options that the answer showed
    seq: Mapped[int] = mapped_column(unique=True)  # its place in the record, see store.asking.chain
    salt: Mapped[str]
    digest: Mapped[str]
    link: Mapped[str]


class AuditHeadRow(Base):
    """Where the record of questions ends and where it begins; one row."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int]
    link: Mapped[str]
    start_seq: Mapped[int]
    start_link: Mapped[str]


class SeenEventRow(Base):
    __tablename__ = "seen_events"

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    until: Mapped[datetime | None]  # of what was begun: when it may be begun again; NULL when it is done


class InboxRow(Base):
    """A question that Slack was told we have, until it is answered."""

    __tablename__ = "inbox"

    key: Mapped[str] = mapped_column(primary_key=True)
    payload: Mapped[str]  # JSON, as Slack sent it
    taken_at: Mapped[datetime] = mapped_column(index=True)  # by the process that is to answer it
    tries: Mapped[int]
