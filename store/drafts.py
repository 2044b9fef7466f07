"""Drafts of options that wait to be saved, and the threads in which an option's versions are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.sanctions.relief.option import ReliefOption
from store.dialect import storable
from store.plain import dumps, loads
from store.tables.options import OptionDraftRow, OptionThreadRow


@dataclass(frozen=True, slots=True)
class Draft:
    """An option as somebody would save it. `base` is the version that it began from; 0 for a new option."""

    team: str
    who: str
    base: int
    option: ReliefOption
    why: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Where an option was announced. `ts` is Slack's id of the message."""

    team: str
    channel: str
    ts: str


def keep(session: Session, draft: Draft, now: datetime) -> str:
    """Keep a draft; its id."""
    row = OptionDraftRow(
        id=token_urlsafe(12),
        team=draft.team,
        who=draft.who,
        base=draft.base,
        facts=storable(dumps(draft.option)),
        why=storable(draft.why),
        at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def kept(session: Session, draft_id: str, team: str, who: str) -> Draft | None:
    """The draft of this id, for the one who wrote it; None where there is none any more."""
    row = session.get(OptionDraftRow, draft_id)
    if row is None or (row.team, row.who) != (team, who):
        return None
    return Draft(row.team, row.who, row.base, loads(ReliefOption, row.facts), row.why)


def drop(session: Session, draft_id: str) -> None:
    session.execute(delete(OptionDraftRow).where(OptionDraftRow.id == draft_id))


def forget(session: Session, before: datetime) -> int:
    """Forget the drafts of before a moment; how many they were."""
    old = delete(OptionDraftRow).where(OptionDraftRow.at < before).returning(OptionDraftRow.id)
    return len(session.scalars(old, execution_options={"synchronize_session": False}).all())


def announced(session: Session, key: str, thread: Thread, now: datetime) -> None:
    """From now on the versions of an option are told in this thread; a channel has one thread an option."""
    row = session.get(OptionThreadRow, (thread.team, thread.channel, key))
    if row is None:
        row = OptionThreadRow(team=thread.team, channel=thread.channel, key=key)
        session.add(row)
    row.ts, row.at = thread.ts, now
    session.flush()


def threads_of(session: Session, key: str) -> list[Thread]:
    """Where the versions of an option are told."""
    found = select(OptionThreadRow).where(OptionThreadRow.key == key)
    rows = session.scalars(found.order_by(OptionThreadRow.team, OptionThreadRow.channel))
    return [Thread(row.team, row.channel, row.ts) for row in rows]
