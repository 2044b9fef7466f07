"""The tables of lists: editions, entries and what queries need of them, changes, files kept, fetches."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base, belongs_to


class EditionRow(Base):
    __tablename__ = "editions"
    __table_args__ = (Index("ix_editions_list_last_day", "list", "last_day"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)  # grows with time, and is never used again: see index_version
    list: Mapped[str]
    edition: Mapped[str]
    published: Mapped[str]
    first_day: Mapped[str]  # of its changes: the earliest day that it can be of
    last_day: Mapped[str]  # it was in force from then on: of a month, its end
    fetched_at: Mapped[str]
    entries: Mapped[int]
    missing: Mapped[str]  # JSON
    sha256: Mapped[str]
    applied_at: Mapped[datetime]
    format: Mapped[str] = mapped_column(server_default="")  # the key of the format it came in; "" for older rows
    reader: Mapped[int] = mapped_column(server_default="0")  # the version of the reader that read it
    odd: Mapped[str] = mapped_column(server_default="")  # what the guards warned of when it was put in force


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
    facts: Mapped[str]
    hash: Mapped[str]  # SHA-256 of the facts


class EntryProgramRow(Base):
    __tablename__ = "entry_programs"

    entry_id: Mapped[int] = belongs_to("entries.id", primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(index=True)


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
    reading_since: Mapped[datetime | None]


class FormatRow(Base):
    """A format of a list that was read whole from its publisher, the last time."""

    __tablename__ = "formats_read"

    list: Mapped[str] = mapped_column(primary_key=True)
    format: Mapped[str] = mapped_column(primary_key=True)
    entries: Mapped[int]
    published: Mapped[str]
    at: Mapped[datetime]


class HeldRow(Base):
    """An edition that the guards hold until a person accepts or rejects it: at most one of a list."""

    __tablename__ = "held_editions"

    list: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[str]
    published: Mapped[str]
    sha256: Mapped[str]  # of the files as they came
    follows: Mapped[str]  # the edition in force that it was held against
    entries: Mapped[int]
    added: Mapped[int]
    removed: Mapped[int]
    amended: Mapped[int]
    reason: Mapped[str]
    at: Mapped[datetime]
    rejected_by: Mapped[str]
    rejected_at: Mapped[datetime | None]


class HeldFileRow(Base):
    """A file of a held edition as it came, compressed."""

    __tablename__ = "held_files"

    list: Mapped[str] = mapped_column(ForeignKey("held_editions.list", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]  # zlib
