"""A listing as rows: the entry with its facts whole, and the programs that queries look entries up by."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from bot.sanctions.listing import Listing
from store.dialect import a_key, indexed
from store.plain import dumps
from store.tables.base import Base

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One entry as it will be written. Made before the transaction: writing it takes no more than the writing."""

    list: str
    entity_id: str
    tags: tuple[str, ...]
    facts: str
    hash: str

    def row(self, edition_id: int) -> Row:
        """The row of an entry that the edition begins."""
        return {
            "list": self.list,
            "entity_id": self.entity_id,
            "since_edition_id": edition_id,
            "facts": self.facts,
            "hash": self.hash,
        }

    def program_rows(self, entry_id: int) -> Sequence[Row]:
        return [{"entry_id": entry_id, "position": at, "tag": tag} for at, tag in enumerate(self.tags)]


def entry_facts(listing: Listing) -> EntryFacts:
    """Raises BadInput for an id that cannot be a key."""
    facts = dumps(listing)
    return EntryFacts(
        list=listing.list,
        entity_id=a_key(listing.entity_id, "An entity id"),
        tags=tuple(indexed(tag) for tag in listing.programs),
        facts=facts,
        hash=hashlib.sha256(facts.encode("ascii")).hexdigest(),
    )


def table_of(row: type[Base]) -> Table:
    table: Any = row.__table__
    assert isinstance(table, Table)
    return table
