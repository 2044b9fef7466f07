"""An edition of some days ago, by which it is seen what several editions lost together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.lists.soundness.curve import TOLD_AT_ONCE
from bot.lists.soundness.earlier import FAR, FEW, Earlier
from bot.sanctions.listing import Listing
from bot.sanctions.packed import by_id, kept
from store.lists.editions import alive_in, row_on
from store.plain import loads
from store.tables.lists import EditionRow, EntryRow


def earlier(session: Session, list: str, now: Sequence[Listing]) -> Earlier | None:
    """The oldest edition of the last days that can be compared with the one in force, which holds `now`; None where
    hardly anything of it has gone or become another. What lost much at once was told or accepted then: it begins
    anew."""
    current = row_on(session, list, None)
    if current is None:
        return None
    since = (date.fromisoformat(current.last_day) - timedelta(days=FAR)).isoformat()
    alike = (EditionRow.format == current.format) & (EditionRow.missing == current.missing)
    alike &= (EditionRow.reader == current.reader) & (EditionRow.last_day >= since)
    found = session.scalars(select(EditionRow).where(EditionRow.list == list, alike).order_by(EditionRow.id)).all()
    ended = _ended(session, list, found[0].id)
    at_once = max((one for one, many in ended.items() if many > TOLD_AT_ONCE * len(now)), default=0)
    oldest = next(row for row in found if row.id >= at_once)
    changed = sum(many for one, many in ended.items() if one > oldest.id)
    if changed <= FEW * len(now):
        return None
    return Earlier(oldest.published, kept(_listings(session, list, oldest.id, now)), changed)


def _ended(session: Session, list: str, edition: int) -> dict[int, int]:
    """How many entries were removed or became others in each edition after this one, by its number."""
    until = EntryRow.until_edition_id
    found = select(until, func.count()).where(EntryRow.list == list, until > edition).group_by(until)
    return {row[0]: row[1] for row in session.execute(found) if row[0] is not None}


def _listings(session: Session, list: str, edition: int, now: Sequence[Listing]) -> Iterator[Listing]:
    """What an edition held. What holds still is taken from `now`: most of it, and quickly."""
    of_it = (EntryRow.list == list) & alive_in(edition)
    gone = select(EntryRow.id, EntryRow.facts).where(of_it, EntryRow.until_edition_id.is_not(None))
    facts = {row[0]: row[1] for row in session.execute(gone)}
    known = by_id(now)
    for number, entity_id in session.execute(
        select(EntryRow.id, EntryRow.entity_id).where(of_it).order_by(EntryRow.id)
    ):
        yield loads(Listing, facts[number]) if number in facts else known[entity_id]
