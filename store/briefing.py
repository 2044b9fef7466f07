"""The briefing: statements and their sources, measures, and what is known of programs."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.sanctions.briefing import Briefing, Source, Statement
from bot.sanctions.measure import Measure
from bot.sanctions.program import Program
from store.dialect import a_key, hold
from store.plain import dumps, loads
from store.tables import BriefingRow, MeasureRow, ProgramNoteRow, SourceRow, StatementRow

Value = TypeVar("Value")


def save_briefing(session: Session, briefing: Briefing, now: datetime) -> None:
    """Save what a briefing holds. What has the id of something saved before takes its place; the rest stays."""
    hold(session, "briefing")
    _replace(session, SourceRow, {source.key: source for source in briefing.sources}, now)
    _replace(session, StatementRow, {statement.id: statement for statement in briefing.statements}, now)
    _replace(session, MeasureRow, {measure.id: measure for measure in briefing.measures}, now)
    _replace(session, ProgramNoteRow, {program.tag: program for program in briefing.programs}, now)


def sources(session: Session) -> list[Source]:
    return _all(session, SourceRow, Source)


def statements(session: Session) -> list[Statement]:
    return _all(session, StatementRow, Statement)


def measures(session: Session) -> list[Measure]:
    return _all(session, MeasureRow, Measure)


def program_notes(session: Session) -> list[Program]:
    """What the briefing says of programs: title, authority, effect, former tags."""
    return _all(session, ProgramNoteRow, Program)


def _all(session: Session, rows: type[BriefingRow], kind: type[Value]) -> list[Value]:
    """In the order in which they first came."""
    return [loads(kind, facts) for facts in session.scalars(select(rows.facts).order_by(rows.id))]


def _replace(session: Session, rows: type[BriefingRow], values: dict[str, Value], now: datetime) -> None:
    there = {row.key: row for row in session.scalars(select(rows))}
    for key, value in values.items():
        facts = dumps(value)
        row = there.get(key)
        if row is None:
            session.add(rows(key=a_key(key, "An id in a briefing"), facts=facts, updated_at=now))
        elif row.facts != facts:
            row.facts, row.updated_at = facts, now
    session.flush()
