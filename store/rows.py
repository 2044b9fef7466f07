"""A listing as rows: the entry with its facts whole, and the tables that queries need."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table

from bot.sanctions.listing import Listing
from store.counting import counted_as
from store.dialect import a_key, indexed, storable
from store.listings import target_key
from store.plain import dumps
from store.tables.base import Base
from store.tables.lists import EntryProgramRow, IdentifierRow, NameRow, RelationRow

Row = dict[str, object]


def entry_row(listing: Listing, edition_id: int) -> Row:
    """The row of an entry that the edition begins. Raises BadInput for an id that cannot be a key."""
    facts = dumps(listing)
    return {
        "list": listing.list,
        "entity_id": a_key(listing.entity_id, "An entity id"),
        "since_edition_id": edition_id,
        "schema": listing.schema.value,
        "name": storable(listing.name),
        "has_birth_date": bool(listing.birth_dates),
        "facts": facts,
        "hash": hashlib.sha256(facts.encode("ascii")).hexdigest(),
    }


def fact_rows(entries: Iterable[tuple[int, Listing]]) -> dict[Table, list[Row]]:
    """The rows of the tables of facts, for entries with their number."""
    names: list[Row] = []
    identifiers: list[Row] = []
    programs: list[Row] = []
    relations: list[Row] = []
    for number, listing in entries:
        names += _name_rows(number, listing)
        identifiers += _identifier_rows(number, listing)
        programs += [
            {"entry_id": number, "position": at, "tag": indexed(tag)} for at, tag in enumerate(listing.programs)
        ]
        relations += _relation_rows(number, listing)
    return {
        table_of(NameRow): names,
        table_of(IdentifierRow): identifiers,
        table_of(EntryProgramRow): programs,
        table_of(RelationRow): relations,
    }


def table_of(row: type[Base]) -> Table:
    table: Any = row.__table__
    assert isinstance(table, Table)
    return table


def _name_rows(number: int, listing: Listing) -> list[Row]:
    return [
        {
            "entry_id": number,
            "position": at,
            "text": storable(name.text),
            "kind": name.kind.value,
            "weak": name.weak,
        }
        for at, name in enumerate(listing.names)
    ]


def _identifier_rows(number: int, listing: Listing) -> list[Row]:
    return [
        {
            "entry_id": number,
            "position": at,
            "type": storable(identifier.type),
            "value": storable(identifier.value),
            "country": storable(identifier.country),
            "counted_as": counted_as(identifier),
        }
        for at, identifier in enumerate(listing.identifiers)
    ]


def _relation_rows(number: int, listing: Listing) -> list[Row]:
    return [
        {
            "entry_id": number,
            "position": at,
            "kind": storable(relation.kind),
            "target": storable(relation.target),
            "target_key": target_key(relation.target),
        }
        for at, relation in enumerate(listing.relations)
    ]
