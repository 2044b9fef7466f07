"""What an edition brought when it landed: its changes, with the entries before and after. For alerts and digests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.sanctions.changes.comparison import Change
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.packed import by_id, differing
from store.lists.editions import as_edition
from store.plain import loads
from store.tables.lists import ChangeRow, EditionRow, EntryRow


@dataclass(frozen=True, slots=True)
class Landed:
    """An edition, the one before it (None for a first one, which changes nothing), and what it changed.

    `before` and `after` hold the entries that the edition ended and began, by entity id; no others.
    """

    edition: Edition
    applied_at: datetime
    previous: Edition | None = None
    changes: tuple[Change, ...] = ()
    before: Mapping[str, Listing] | None = None
    after: Mapping[str, Listing] | None = None

    def listings(self, entity_id: str) -> list[Listing]:
        """The entry of a party after and before, those that there are."""
        found = ((self.after or {}).get(entity_id), (self.before or {}).get(entity_id))
        return [listing for listing in found if listing]

    @classmethod
    def of(
        cls,
        edition: Edition,
        at: datetime,
        previous: Edition | None,
        changes: Iterable[Change],
        before: Iterable[Listing],
        after: Iterable[Listing],
    ) -> Landed:
        """What an edition brings once it is written, of all its listings and all those before it."""
        if previous is None:
            return cls(edition, at)
        old, new = by_id(before), by_id(after)
        changed = set(differing(old, new))
        ended = {key: old[key] for key in old if key in changed or key not in new}
        began = {key: new[key] for key in new if key in changed or key not in old}
        return cls(edition, at, previous, tuple(changes), ended, began)


def landed_since(session: Session, version: str, until: str) -> list[Landed]:
    """What every edition brought that came after one index version (`store.lists.editions.index_version`) and up to
    another, in order.

    Exact whatever the clocks say: the editions of one list are written one after another.
    """
    seen, last = _numbers(version), _numbers(until)
    rows = session.scalars(select(EditionRow).order_by(EditionRow.id))
    return _all(session, [row for row in rows if seen.get(row.list, 0) < row.id <= last.get(row.list, 0)])


def landed_between(session: Session, since: datetime, until: datetime) -> list[Landed]:
    """What every edition brought that was applied in a span of time (its end included), in order."""
    span = (EditionRow.applied_at > since) & (EditionRow.applied_at <= until)
    return _all(session, session.scalars(select(EditionRow).where(span).order_by(EditionRow.id)))


def landed_of_days(session: Session, first: str, last: str) -> list[Landed]:
    """What every edition brought that was published on these days (ISO, the last included), in order."""
    span = (EditionRow.first_day >= first) & (EditionRow.first_day <= last)
    return _all(session, session.scalars(select(EditionRow).where(span).order_by(EditionRow.id)))


def _all(session: Session, rows: Iterable[EditionRow]) -> list[Landed]:
    """Editions that were read a second time from the same bytes brought nothing, and are none that landed. One whose
    bytes were not written down may have brought something."""
    landed = [_landed(session, row) for row in rows]
    return [
        one for one in landed if not (one.edition.sha256 and one.previous and one.previous.sha256 == one.edition.sha256)
    ]


def _landed(session: Session, row: EditionRow) -> Landed:
    of_list = (EditionRow.list == row.list) & (EditionRow.id < row.id)
    previous = session.scalars(select(EditionRow).where(of_list).order_by(EditionRow.id.desc()).limit(1)).first()
    if previous is None:
        return Landed(as_edition(row), row.applied_at)
    changes = session.scalars(select(ChangeRow.facts).where(ChangeRow.edition_id == row.id).order_by(ChangeRow.id))
    return Landed(
        edition=as_edition(row),
        applied_at=row.applied_at,
        previous=as_edition(previous),
        changes=tuple(loads(Change, facts) for facts in changes),
        before=_entries(session, EntryRow.until_edition_id == row.id),
        after=_entries(session, EntryRow.since_edition_id == row.id),
    )


def _entries(session: Session, where: ColumnElement[bool]) -> dict[str, Listing]:
    found = session.execute(select(EntryRow.entity_id, EntryRow.facts).where(where))
    return {entity_id: loads(Listing, facts) for entity_id, facts in found}


def _numbers(version: str) -> dict[str, int]:
    """ "un_sc:3 ftm:own:7" as numbers by list."""
    pairs = (part.rpartition(":") for part in version.split())
    return {key: int(number) for key, _, number in pairs if number.isdecimal()}
