"""The tables of the briefing: its parts, what statements said before, and their words for searching."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base


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


class EndedProgramRow(BriefingRow):
    __tablename__ = "ended_programs"


class LicenseRow(BriefingRow):
    __tablename__ = "licenses"


# The search is derived from statement_words: a virtual table with triggers on SQLite, an index on PostgreSQL.
SEARCH = "statement_search"


class StatementVersionRow(Base):
    """What a statement said from a moment on, with its source as it was then."""

    __tablename__ = "statement_versions"

    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    facts: Mapped[str]
    source: Mapped[str]  # the source's facts, or ""
    who: Mapped[str]
    at: Mapped[datetime]


class StatementWordsRow(Base):
    """What a search finds a statement by: topics and text without accents. The database keeps the search in step."""

    __tablename__ = "statement_words"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    words: Mapped[str]
