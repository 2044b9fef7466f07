"""What is listed, now and on any day since the first edition that was loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.sanctions.listing import Listing
from store.lists.editions import alive_in, in_force, row_on
from store.plain import loads
from store.tables.lists import EditionRow, EntryRow

AT_ONCE = 1000  # rows fetched at a time


def listings_now(session: Session, lists: Collection[str] | None = None) -> Iterator[Listing]:
    """Every listing in force, of all lists or of some; streamed, list by list."""
    found = _listed()
    return _stream(session, found if lists is None else found.where(EntryRow.list.in_(lists)))


def listings_in(session: Session, editions: Collection[int]) -> Iterator[Listing]:
    """Every listing of some editions, by their numbers (`store.lists.editions.numbered_editions`);
    streamed, list by list.

    It is the same whenever it is read, as long as the editions are kept: those of a list that is removed are not.
    """
    return _stream(session, _in(editions)) if editions else iter(())


def content_key(session: Session, editions: Collection[int]) -> str:
    """A digest of what some editions hold: equal where they hold the same facts, in whatever database, and else not.

    The facts of an entry name its list and its party, so their hashes say all; databases do not order text alike.
    """
    hashes = session.scalars(_in(editions).order_by(None).with_only_columns(EntryRow.hash))
    return hashlib.sha256(" ".join(sorted(hashes)).encode()).hexdigest()


def listings_on(session: Session, list: str, day: date) -> Iterator[Listing]:
    """The listings of the edition that was in force on a day; none where none was loaded for so early a day."""
    edition = row_on(session, list, day)
    if edition is None:
        return iter(())
    found = select(EntryRow.facts).where(EntryRow.list == list, alive_in(edition.id)).order_by(EntryRow.id)
    return _stream(session, found)


def listings_of(session: Session, entity_id: str, as_of: date | None = None) -> list[Listing]:
    """The listings of one party, one a list at most, now or on a day."""
    return list(_stream(session, _listed(as_of).where(EntryRow.entity_id == entity_id)))


def listings_of_in(session: Session, entity_id: str, editions: Collection[int]) -> list[Listing]:
    """The listings of one party in some editions, by their numbers."""
    return list(_stream(session, _in(editions).where(EntryRow.entity_id == entity_id))) if editions else []


def _listed(as_of: date | None = None) -> Select[str]:
    if as_of is None:
        return _in_order().where(EntryRow.until_edition_id.is_(None))
    return _in(in_force(as_of))


def _in(editions: Collection[int] | Select[int]) -> Select[str]:
    edition = select(EditionRow.id, EditionRow.list).where(EditionRow.id.in_(editions)).subquery()
    return _in_order().join(edition, (edition.c.list == EntryRow.list) & alive_in(edition.c.id))


def _in_order() -> Select[str]:
    return select(EntryRow.facts).order_by(EntryRow.list, EntryRow.id)


def _stream(session: Session, found: Select[str]) -> Iterator[Listing]:
    with closing(session.scalars(found.execution_options(yield_per=AT_ONCE))) as rows:
        for facts in rows:
            yield loads(Listing, facts)
