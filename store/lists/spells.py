"""Since when a party is on a list, and until when: between which of the editions held it came, and went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.sanctions.listing import Edition, Listing
from store.lists.editions import as_edition, newest_of
from store.plain import loads
from store.tables.lists import ChangeRow, EditionRow, EntryRow


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of editions of one list in which a party stood on it.

    `first` and `last` are the editions that hold it, `before` the one before (None where `first` is the oldest held:
    when it came is not known), `gone` the first without it (None where it still stands). `listing` is as in `last`.
    """

    first: Edition
    last: Edition
    listing: Listing
    before: Edition | None = None
    gone: Edition | None = None


def spells_of(session: Session, ids: Collection[str], version: str) -> list[Spell]:
    """The stretches of some parties (numbers of one party, the former ones too), list by list, oldest first.

    `version` is that of the snapshot that is answered from (`index_version`): of what has landed since, nothing is
    told.
    """
    newest = newest_of(version)
    ids = {*ids, *_former_ids(session, ids)}
    found = select(EntryRow.list, EntryRow.since_edition_id, EntryRow.until_edition_id, EntryRow.facts)
    rows = session.execute(found.where(EntryRow.entity_id.in_(ids)).order_by(EntryRow.since_edition_id)).all()
    by_list: defaultdict[str, list[tuple[int, int | None, str]]] = defaultdict(list)
    for key, since, until, facts in rows:
        last = newest.get(key, 0)
        if since <= last:
            by_list[key].append((since, until if until is not None and until <= last else None, facts))
    return [spell for key, spans in by_list.items() for spell in _spells(session, key, spans, newest[key])]


def listings_gone(session: Session) -> list[Listing]:
    """The last entry of everybody who was on a list in an edition held here and is on none now."""
    listed = select(EntryRow.entity_id).where(EntryRow.until_edition_id.is_(None))
    moved = select(ChangeRow.was).where(ChangeRow.was != "")
    found = select(EntryRow.facts).where(EntryRow.entity_id.not_in(listed), EntryRow.entity_id.not_in(moved))
    entries = [loads(Listing, facts) for facts in session.scalars(found.order_by(EntryRow.id))]
    return list({(one.entity_id, one.list): one for one in entries}.values())


def _spells(session: Session, key: str, spans: list[tuple[int, int | None, str]], newest: int) -> list[Spell]:
    held_here = select(EditionRow).where(EditionRow.list == key, EditionRow.id <= newest)
    editions = session.scalars(held_here.order_by(EditionRow.id)).all()
    joined: list[tuple[int, int | None, str]] = []
    for since, until, facts in spans:
        if joined and joined[-1][1] is not None and since <= joined[-1][1]:
            joined[-1] = (joined[-1][0], until, facts)
        else:
            joined.append((since, until, facts))
    made = []
    for since, until, facts in joined:
        held = [row for row in editions if row.id >= since and (until is None or row.id < until)]
        earlier = [row for row in editions if row.id < since]
        gone = next((row for row in editions if row.id == until), None)
        made.append(
            Spell(
                first=as_edition(held[0]),
                last=as_edition(held[-1]),
                listing=loads(Listing, facts),
                before=as_edition(earlier[-1]) if earlier else None,
                gone=as_edition(gone) if gone else None,
            )
        )
    return made


def _former_ids(session: Session, ids: Collection[str]) -> set[str]:
    """The numbers that a publisher gave these parties before: one under a new number did not come anew."""
    return set(session.scalars(select(ChangeRow.was).where(ChangeRow.entity_id.in_(ids), ChangeRow.was != "")))
