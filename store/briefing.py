"""The briefing: statements and their sources, every version of them, measures, licenses, what is known of programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.sanctions.briefing.measure import Measure, added_to
from bot.sanctions.briefing.statement import Briefing, Source, Statement
from bot.sanctions.program import Ended, Program
from bot.sanctions.relief.license import License
from store.dialect import a_key, hold, storable
from store.plain import dumps, loads
from store.statement_search import index_statement
from store.tables.briefing import (
    BriefingRow,
    EndedProgramRow,
    LicenseRow,
    MeasureRow,
    ProgramNoteRow,
    SourceRow,
    StatementRow,
    StatementVersionRow,
    StatementWordsRow,
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class StatementVersion:
    """What a statement said from a moment on, its source as it was then, and who had it say so."""

    statement: Statement
    source: Source | None
    version: int
    who: str
    at: datetime


def save_briefing(session: Session, briefing: Briefing, now: datetime, who: str = "a file") -> None:
    """Save what a briefing holds. What has the id of something saved before takes its place; the rest stays. Of a
    measure what is left out stays, and its levels are added. What a statement said before stays readable
    (`statement_versions`). Raises BadInput for a measure of which neither the file nor the store says what it is."""
    hold(session, "briefing")
    _replace(session, SourceRow, {source.key: source for source in briefing.sources}, now)
    _replace(session, StatementRow, {statement.id: statement for statement in briefing.statements}, now)
    _replace(session, MeasureRow, _with_what_is_held(session, briefing.measures), now)
    _replace(session, ProgramNoteRow, {program.tag: program for program in briefing.programs}, now)
    _replace(session, EndedProgramRow, {one.tag: one for one in briefing.ended}, now)
    _replace(session, LicenseRow, {one.key: one for one in briefing.licenses}, now)
    _keep_versions(session, briefing, now, who)


def save_statement(session: Session, statement: Statement, source: Source, who: str, now: datetime) -> int:
    """Save one statement with its source, as the next version of its id; the version it has now."""
    save_briefing(session, Briefing(sources=(source,), statements=(statement,)), now, who)
    return _newest(session, statement.id)


def sources(session: Session) -> list[Source]:
    return _all(session, SourceRow, Source)


def statements(session: Session) -> list[Statement]:
    return _all(session, StatementRow, Statement)


def statement_versions(session: Session, key: str) -> list[StatementVersion]:
    """Every version of a statement, the newest first."""
    row = StatementVersionRow
    found = session.scalars(select(row).where(row.key == key).order_by(row.version.desc()))
    return [
        StatementVersion(
            statement=loads(Statement, one.facts),
            source=loads(Source, one.source) if one.source else None,
            version=one.version,
            who=one.who,
            at=one.at,
        )
        for one in found
    ]


def measures(session: Session) -> list[Measure]:
    return _all(session, MeasureRow, Measure)


def program_notes(session: Session) -> list[Program]:
    """What the briefing says of programs: title, authority, effect, former tags."""
    return _all(session, ProgramNoteRow, Program)


def ended_programs(session: Session) -> list[Ended]:
    """What the briefing says of programs that have ended, beside the ends that are shipped as facts."""
    return _all(session, EndedProgramRow, Ended)


def licenses(session: Session) -> list[License]:
    """General licenses, in the order of the files."""
    return _all(session, LicenseRow, License)


def licenses_written(session: Session) -> dict[str, datetime]:
    """When each license was written down here, or last written otherwise, by its key."""
    return {row.key: row.updated_at for row in session.scalars(select(LicenseRow))}


def whole_briefing(session: Session) -> Briefing:
    """All of it, as a file would hold it."""
    return Briefing(
        sources=tuple(sources(session)),
        statements=tuple(statements(session)),
        measures=tuple(measures(session)),
        programs=tuple(program_notes(session)),
        licenses=tuple(licenses(session)),
        ended=tuple(ended_programs(session)),
    )


def _with_what_is_held(session: Session, added: Sequence[Measure]) -> dict[str, Measure]:
    held = {measure.id: measure for measure in measures(session)}
    found = {new.id: added_to(held[new.id], new) if new.id in held else new for new in added}
    for measure in found.values():
        if not measure.says:
            raise BadInput(f"The measure {measure.id[:60]!r} says nothing, and none of that id is held to add it to.")
    return found


def _all(session: Session, rows: type[BriefingRow], kind: type[Value]) -> list[Value]:
    """In the order in which they first came."""
    found = session.scalars(select(rows.facts).order_by(rows.id))
    return [_read(kind, facts) for facts in found]  # type: ignore[arg-type]  # a class is hashable


# The store is looked at every second while names are screened, and rows seldom change: what one says is read once.
_read = lru_cache(maxsize=4_000)(loads)


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


def _keep_versions(session: Session, briefing: Briefing, now: datetime, who: str) -> None:
    """A version of every statement that says something new, or says it from another source, and its words to search."""
    described = {row.key: row.facts for row in session.scalars(select(SourceRow))}
    newest = {
        row.key: row for row in session.scalars(select(StatementVersionRow).order_by(StatementVersionRow.version))
    }
    indexed = {row.key: row for row in session.scalars(select(StatementWordsRow))}
    for statement in briefing.statements:
        facts, source = dumps(statement), described.get(statement.source, "")
        before = newest.get(statement.id)
        if before is None or (before.facts, before.source) != (facts, source):
            number = before.version + 1 if before else 1
            session.add(
                StatementVersionRow(
                    key=statement.id, version=number, facts=facts, source=source, who=storable(who), at=now
                )
            )
        row = indexed.get(statement.id) or StatementWordsRow(key=statement.id)
        index_statement(row, statement)
        session.add(row)
    session.flush()


def _newest(session: Session, key: str) -> int:
    row = StatementVersionRow
    return session.scalar(select(func.max(row.version)).where(row.key == key)) or 0
