"""The tables. Rows stay inside the store: its functions give the domain's values.

`facts` columns hold a domain value whole, as canonical JSON (store.plain); the columns and tables beside them are
what queries need. An entry lives over a span of editions: from `since_edition_id` until, and not in,
`until_edition_id`, which is NULL while it is in the current edition. So history is kept, and a new edition writes
only what it changed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, with its zone; SQLite would lose it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text(), datetime: Moment(), bytes: LargeBinary()}  # noqa: RUF012 (SQLAlchemy's own)


def belongs_to(target: str, **options: Any) -> Mapped[int]:
    """A reference to a row without which this one has no meaning."""
    return mapped_column(ForeignKey(target, ondelete="CASCADE"), **options)


class EditionRow(Base):
    __tablename__ = "editions"
    __table_args__ = (Index("ix_editions_list_first_day", "list", "first_day"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)  # grows with time, and is never used again: see index_version
    list: Mapped[str]
    edition: Mapped[str]
    published: Mapped[str]
    first_day: Mapped[str]
    fetched_at: Mapped[str]
    entries: Mapped[int]
    missing: Mapped[str]  # JSON
    sha256: Mapped[str]
    applied_at: Mapped[datetime]


class EntryRow(Base):
    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("entity_id", "list", "since_edition_id"),
        Index("ix_entries_list_until_edition_id", "list", "until_edition_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    list: Mapped[str]
    entity_id: Mapped[str]
    since_edition_id: Mapped[int] = belongs_to("editions.id", index=True)
    until_edition_id: Mapped[int | None] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    schema: Mapped[str]
    name: Mapped[str]
    has_birth_date: Mapped[bool]
    facts: Mapped[str]
    hash: Mapped[str]  # SHA-256 of the facts


class NameRow(Base):
    __tablename__ = "names"

    entry_id: Mapped[int] = belongs_to("entries.id", primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    kind: Mapped[str]
    weak: Mapped[bool]


class IdentifierRow(Base):
    __tablename__ = "identifiers"

    entry_id: Mapped[int] = belongs_to("entries.id", primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    value: Mapped[str]
    country: Mapped[str]
    counted_as: Mapped[str]  # "inn", "ogrn" or "": what it is counted as beside its type


class EntryProgramRow(Base):
    __tablename__ = "entry_programs"

    entry_id: Mapped[int] = belongs_to("entries.id", primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(index=True)


class RelationRow(Base):
    __tablename__ = "relations"

    entry_id: Mapped[int] = belongs_to("entries.id", primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    target: Mapped[str]
    target_key: Mapped[str] = mapped_column(index=True)


class ChangeRow(Base):
    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = belongs_to("editions.id", index=True)
    list: Mapped[str]
    entity_id: Mapped[str] = mapped_column(index=True)
    was: Mapped[str]
    kind: Mapped[str]
    facts: Mapped[str]


class FileRow(Base):
    """A published file as it came, compressed."""

    __tablename__ = "files"

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = belongs_to("editions.id", index=True)
    list: Mapped[str]
    role: Mapped[str]
    content: Mapped[bytes]  # zlib


class FetchRow(Base):
    """The last try to get a list."""

    __tablename__ = "fetches"

    list: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    error: Mapped[str]


class OptionVersionRow(Base):
    """One version of a relief option, with the groups that its terms name as they were then."""

    __tablename__ = "option_versions"

    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    facts: Mapped[str]
    who: Mapped[str]
    why: Mapped[str]
    at: Mapped[datetime]


class BriefingRow(Base):
    """A part of the briefing: replaced by its key, in the order in which it first came."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    facts: Mapped[str]
    updated_at: Mapped[datetime]


class SourceRow(BriefingRow):
    __tablename__ = "sources"


class StatementRow(BriefingRow):
    __tablename__ = "statements"


class MeasureRow(BriefingRow):
    __tablename__ = "measures"


class ProgramNoteRow(BriefingRow):
    __tablename__ = "program_notes"


class WatchRow(Base):
    __tablename__ = "watches"

    team: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True, index=True)
    who: Mapped[str]
    at: Mapped[datetime]


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


class SeenEventRow(Base):
    __tablename__ = "seen_events"

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


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
