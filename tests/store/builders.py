"""Editions, comparisons and whole lists, with every field defaulted but the point of the test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.changes.comparison import Change, ChangeKind, Comparison
from bot.sanctions.listing import Edition, Listing, Relation
from bot.sanctions.party import Address, BirthDate, Identifier, Name, NameKind, Schema
from store.database import writing
from store.lists.loading import apply_edition, prepare

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def an_edition(published: str = "2023-12-28", **facts: Any) -> Edition:
    facts.setdefault("list", "us_ofac_sdn")
    facts.setdefault("edition", published)
    return Edition(published=published, fetched_at="2026-11-23T12:00:00Z", entries=0, **facts)


def a_change(kind: ChangeKind, listing: Listing, **facts: Any) -> Change:
    return Change(list=listing.list, entity_id=listing.entity_id, name=listing.name, kind=kind, **facts)


def a_comparison(*changes: Change) -> Comparison:
    return Comparison(added=(), removed=(), amended=(), changes=changes)


def load(
    factory: sessionmaker[Session],
    published: str,
    listings: Iterable[Listing],
    *changes: Change,
    files: Mapping[str, bytes] | None = None,
    **facts: Any,
) -> None:
    """Apply an edition in a transaction of its own."""
    prepared = prepare(an_edition(published, **facts), listings, a_comparison(*changes), files or {})
    with writing(factory) as session:
        apply_edition(session, prepared, NOON)


def a_whole_sdn_list(entries: int = 13_821) -> list[Listing]:
    """As large as the SDN list of 2023-12-28: 13,821 entries with about 35,000 names."""
    return [_an_sdn(number) for number in range(1, entries + 1)]


def _an_sdn(number: int) -> Listing:
    aliases = [Name(f"ALIAS {n} OF PARTY {number}", NameKind.ALSO, weak=n == 0) for n in range(number % 4)]
    return Listing(
        list="us_ofac_sdn",
        entity_id=f"ofac-{number}",
        schema=Schema.PERSON if number % 2 else Schema.ORGANIZATION,
        names=(Name(f"PARTY {number}, Somebody"), *aliases),
        programs=("RUSSIA-EO14024", "UKRAINE-EO13662")[: 1 + number % 2],
        identifiers=(Identifier("tax_id", str(7_700_000_000 + number), "Russia", "Tax ID No."),),
        birth_dates=(BirthDate("12 Mar 1962", "1962-03-12", "1962-03-12"),) if number % 2 else (),
        addresses=(Address("26/1 Sofiyskaya Embankment", "Moscow 115035", "Russia"),),
        relations=(Relation("ROSTEC"),) if number % 5 == 0 else (),
        remarks="DOB 12 Mar 1962; nationality Russia; Gender Male; Secondary sanctions risk: " + "x" * 120,
        url=f"https://sanctionssearch.ofac.treas.gov/Details.aspx?id={number}",
    )
