"""What is listed, now and on any day since the first edition that was loaded."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.sanctions.listing import Listing
from store.dialect import indexed
from store.editions import alive_in, in_force, row_on
from store.plain import loads
from store.tables import EditionRow, EntryRow, RelationRow

AT_ONCE = 1000  # rows fetched at a time


def listings_now(session: Session, lists: Collection[str] | None = None) -> Iterator[Listing]:
    """Every listing in force, of all lists or of some; streamed, list by list."""
    found = select(EntryRow.facts).where(EntryRow.until_edition_id.is_(None))
    if lists is not None:
        found = found.where(EntryRow.list.in_(lists))
    return _stream(session, found.order_by(EntryRow.list, EntryRow.id))


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


def parties_linked_to(session: Session, names: Iterable[str], as_of: date | None = None) -> list[Listing]:
    """The listings that say "Linked To" of any of these names; names as published, or their `target_key`."""
    keys = {target_key(name) for name in names} - {""}
    linked = select(RelationRow.entry_id).where(RelationRow.target_key.in_(keys))
    return list(_stream(session, _listed(as_of).where(EntryRow.id.in_(linked))))


def target_key(name: str) -> str:
    """A name as links are looked up by: its letters and digits, without accents, case or punctuation."""
    bare = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    return indexed(" ".join(words))


def _listed(as_of: date | None) -> Select[str]:
    found = select(EntryRow.facts).order_by(EntryRow.list, EntryRow.id)
    if as_of is None:
        return found.where(EntryRow.until_edition_id.is_(None))
    edition = select(EditionRow.id, EditionRow.list).where(EditionRow.id.in_(in_force(as_of))).subquery()
    return found.join(edition, (edition.c.list == EntryRow.list) & alive_in(edition.c.id))


def _stream(session: Session, found: Select[str]) -> Iterator[Listing]:
    with closing(session.scalars(found.execution_options(yield_per=AT_ONCE))) as rows:
        for facts in rows:
            yield loads(Listing, facts)
