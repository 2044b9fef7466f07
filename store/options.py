"""Relief options, every version of them: who saved it, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.sanctions.relief.lifecycle import Made
from bot.sanctions.relief.option import ReliefOption
from store.dialect import a_key, hold, storable
from store.plain import dumps, loads
from store.tables.options import OptionVersionRow

OptionVersion = Made  # one version of an option, with its groups as they were then


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to: the option with its version, and whether that version is new."""

    option: ReliefOption
    is_new: bool


class Conflict(BadInput):
    """Somebody else saved the option meanwhile. `since` are the versions that the editor has not seen, newest first."""

    def __init__(self, option: str, since: Sequence[OptionVersion]) -> None:
        newest = since[0].option.version if since else 0
        super().__init__(f"Option {option} was saved by somebody else meanwhile: it is at version {newest} now.")
        self.since = tuple(since)


def save_on(session: Session, option: ReliefOption, base: int, who: str, why: str, now: datetime) -> Saved:
    """Save an option as the version that follows `base` (0: it is new). Raises Conflict where another one does."""
    hold(session, f"option {a_key(option.key, 'The key of an option')}")
    since = [one for one in versions(session, option.key) if one.option.version > base]
    if since:
        raise Conflict(option.key, since)
    return save_option(session, option, who, why, now)


def save_option(session: Session, option: ReliefOption, who: str, why: str, now: datetime) -> Saved:
    """Save an option as the next version of its key, unless it says what the version before said.

    The version that `option` itself carries does not matter.
    """
    hold(session, f"option {a_key(option.key, 'The key of an option')}")
    before = session.scalars(_versions(option.key).limit(1)).first()
    facts = dumps(replace(option, version=1))
    if before and before.facts == facts:
        return Saved(_option(before), is_new=False)
    row = OptionVersionRow(
        key=option.key, version=before.version + 1 if before else 1, facts=facts, who=who, why=storable(why), at=now
    )
    session.add(row)
    session.flush()
    return Saved(_option(row), is_new=True)


def option(session: Session, key: str, version: int | None = None) -> ReliefOption | None:
    """An option as it is now, or as one version had it; None where there is none."""
    found = _versions(key).limit(1)
    if version is not None:
        found = found.where(OptionVersionRow.version == version)
    row = session.scalars(found).first()
    return _option(row) if row else None


def options_now(session: Session) -> list[ReliefOption]:
    """Every option in its newest version, by key."""
    newest = select(OptionVersionRow.key, func.max(OptionVersionRow.version)).group_by(OptionVersionRow.key)
    of_newest = tuple_(OptionVersionRow.key, OptionVersionRow.version).in_(newest)
    found = session.scalars(select(OptionVersionRow).where(of_newest).order_by(OptionVersionRow.key))
    return [_option(row) for row in found]


def versions(session: Session, key: str) -> list[OptionVersion]:
    """Every version of an option, the newest first."""
    found = session.scalars(_versions(key))
    return [OptionVersion(_option(row), row.who, row.why, row.at) for row in found]


def _versions(key: str) -> Select[OptionVersionRow]:
    return select(OptionVersionRow).where(OptionVersionRow.key == key).order_by(OptionVersionRow.version.desc())


def _option(row: OptionVersionRow) -> ReliefOption:
    return replace(loads(ReliefOption, row.facts), version=row.version)
