"""The questions asked: an audit, kept as long as the settings say, and the thread's memory for follow-ups."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

import store.asking.chain
from store.asking.chain import FORGETTING, FORGOTTEN
from store.dialect import hold, storable
from store.tables.asking import QuestionRow

NO_QUESTIONS = (FORGOTTEN, FORGETTING)
# The kinds of rows that are no questions: kept for the audit, never asked again.
ADDED, JUDGED = "added to the briefing", "judged a held edition"
NEVER_ASKED = (ADDED, JUDGED, *NO_QUESTIONS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked and understood.

    `verdicts` are those of its subjects in order, `editions` the index version that the answer rested on,
    `question` the understood question as plain values (`store.plain.plain` makes them, `reader` reads them).
    `thread_ts` is Slack's id of the thread, or ""; `options` are the keys of the options that the answer showed.
    """

    team: str
    place: str
    who: str
    text: str
    kind: str
    verdicts: tuple[str, ...] = ()
    editions: str = ""
    thread_ts: str = ""
    question: Mapping[str, Any] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    at: datetime | None = field(default=None, compare=False)  # of a question that is kept


def record(session: Session, asked: Asked, now: datetime) -> None:
    """Keep a question for the audit, at the end of its chain."""
    row = QuestionRow(
        at=now,
        team=asked.team,
        place=asked.place,
        thread_ts=asked.thread_ts,
        who=asked.who,
        text=storable(asked.text),
        kind=asked.kind,
        verdicts=json.dumps(asked.verdicts),
        editions=asked.editions,
        question=json.dumps(dict(asked.question)),
        options=json.dumps(asked.options),
    )
    store.asking.chain.seal(session, row)


def last_in_thread(session: Session, team: str, place: str, thread_ts: str) -> Asked | None:
    """The last question of a thread: what "and Lukoil?" follows on."""
    here = (QuestionRow.team == team) & (QuestionRow.place == place) & (QuestionRow.thread_ts == thread_ts)
    here &= QuestionRow.kind.not_in(NEVER_ASKED)
    row = session.scalars(select(QuestionRow).where(here).order_by(QuestionRow.id.desc()).limit(1)).first()
    return _asked(row) if row else None


def recent_of(session: Session, team: str, who: str, most: int) -> list[Asked]:
    """What one person asked, the newest first, at most so many."""
    theirs = (QuestionRow.team == team) & (QuestionRow.who == who) & QuestionRow.kind.not_in(NEVER_ASKED)
    rows = session.scalars(select(QuestionRow).where(theirs).order_by(QuestionRow.id.desc()).limit(most))
    return [_asked(row) for row in rows]


def asked_since(session: Session, since: datetime | None = None) -> list[Asked]:
    """Every question that is kept, the oldest first; from a moment on, if one is given."""
    found = select(QuestionRow).order_by(QuestionRow.seq)
    found = found.where(QuestionRow.at >= since) if since else found
    return [_asked(row) for row in session.scalars(found)]


def forget(session: Session, who: str, now: datetime) -> int:
    """Delete what one person asked, wherever they did; how many questions they were. That it was done is a row of the
    record, without their name."""
    hold(session, "audit")
    theirs = [*session.scalars(select(QuestionRow).where(QuestionRow.who == who, QuestionRow.kind != FORGOTTEN))]
    _empty(session, theirs, f"{len(theirs)} questions of one person were deleted", now)
    return len(theirs)


def _empty(session: Session, rows: Sequence[QuestionRow], why: str, now: datetime) -> None:
    """Delete what rows say. A row of the record says which: none can be emptied without it."""
    if not rows:
        return
    for row in rows:
        store.asking.chain.forget(row)
    session.flush()
    numbers = {"forgotten": [row.seq for row in rows]}
    record(session, Asked(team="", place="", who="", text=why, kind=FORGETTING, question=numbers), now)


def purge(session: Session, before: datetime, now: datetime | None = None) -> int:
    """Delete the questions asked before a moment; how many they were. One that was asked after a later one, by a clock
    that went wrong, keeps its place without its words (as of `now`, else of that moment)."""
    hold(session, "audit")
    kept_from = session.scalar(select(func.min(QuestionRow.seq)).where(QuestionRow.at >= before))
    old = select(QuestionRow).where(QuestionRow.at < before).order_by(QuestionRow.seq)
    rows = [*session.scalars(old)]
    gone = [row for row in rows if kept_from is None or row.seq < kept_from]
    emptied = [row for row in rows[len(gone) :] if row.kind not in NO_QUESTIONS]
    if gone:
        store.asking.chain.begin_after(session, gone[-1])
        session.execute(
            delete(QuestionRow).where(QuestionRow.seq <= gone[-1].seq), execution_options={"synchronize_session": False}
        )
    _empty(session, emptied, f"{len(emptied)} questions whose time was over were deleted", now or before)
    return len(gone) + len(emptied)


def _asked(row: QuestionRow) -> Asked:
    return Asked(
        team=row.team,
        place=row.place,
        who=row.who,
        text=row.text,
        kind=row.kind,
        verdicts=tuple(json.loads(row.verdicts)),
        editions=row.editions,
        thread_ts=row.thread_ts,
        question=json.loads(row.question),
        options=tuple(json.loads(row.options)),
        at=row.at,
    )
