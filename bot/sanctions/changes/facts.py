"""The facts of a listing as words, field by field, and what differs between two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name, NameKind


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs. For fields with many values only what was added or removed stands here."""

    field: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


Words = tuple[str, ...]


def _aliases(listing: Listing, weak: bool) -> Words:
    return tuple(_alias(name) for name in listing.names[1:] if name.weak is weak)


def _alias(name: Name) -> str:
    return {NameKind.FORMERLY: f"{name.text} (formerly)", NameKind.NOW: f"{name.text} (now)"}.get(name.kind, name.text)


def _identifier(identifier: Identifier) -> str:
    country = f" ({identifier.country})" if identifier.country else ""
    return " ".join(filter(None, (identifier.label or identifier.type, identifier.value + country, identifier.note)))


def _birth_date(birth: BirthDate) -> str:
    return birth.text


def _address(address: Address) -> str:
    parts = ", ".join(filter(None, (address.street, address.city, address.country)))
    return f"{parts} ({address.note})" if address.note else parts


def _craft(craft: Craft | None) -> Words:
    if craft is None:
        return ()
    said = (
        ("call sign", craft.call_sign),
        ("type", craft.type),
        ("tonnage", craft.tonnage),
        ("gross tonnage", craft.gross_tonnage),
        ("flag", craft.flag),
        ("owner", craft.owner),
    )
    return tuple(f"{what} {value}" for what, value in said if value)


# Every published fact of a listing, in the order a person would want to read what changed. `remarks` are not here:
# their items are.
FACTS: Mapping[str, Callable[[Listing], Words]] = {
    "programs": lambda listing: listing.programs,
    "name": lambda listing: (listing.name,),
    "schema": lambda listing: (listing.schema.value,),
    "aliases": lambda listing: _aliases(listing, weak=False),
    "weak_aliases": lambda listing: _aliases(listing, weak=True),
    "directives": lambda listing: tuple(f"{of.order} Directive {of.number}" for of in listing.directives),
    "secondary_sanctions": lambda listing: listing.secondary_sanctions,
    "relations": lambda listing: tuple(f"{of.kind} {of.target}" for of in listing.relations),
    "birth_dates": lambda listing: tuple(_birth_date(birth) for birth in listing.birth_dates),
    "birth_places": lambda listing: listing.birth_places,
    "nationalities": lambda listing: listing.nationalities,
    "citizenships": lambda listing: listing.citizenships,
    "genders": lambda listing: listing.genders,
    "identifiers": lambda listing: tuple(_identifier(identifier) for identifier in listing.identifiers),
    "measures": lambda listing: listing.measures,
    "legal_basis": lambda listing: listing.legal_basis,
    "addresses": lambda listing: tuple(_address(address) for address in listing.addresses),
    "titles": lambda listing: listing.titles,
    "craft": lambda listing: _craft(listing.craft),
    "listed_on": lambda listing: (listing.listed_on,) if listing.listed_on else (),
    "updated_on": lambda listing: listing.updated_on,
    "notes": lambda listing: listing.notes,
}


def differences(before: Listing, after: Listing) -> tuple[FieldChange, ...]:
    """The fields whose values differ, whatever their order. Remarks that differ though no item of them does (a
    correction of spacing, an item put elsewhere) are a change of `remarks`, so that none goes unseen."""
    if before == after:
        return ()
    found = []
    for field, words in FACTS.items():
        was, now = words(before), words(after)
        if was != now and (old := Counter(was)) != (new := Counter(now)):
            found.append(FieldChange(field, tuple((old - new).elements()), tuple((new - old).elements())))
    if not found and before.remarks != after.remarks:
        found.append(FieldChange("remarks", (before.remarks,), (after.remarks,)))
    return tuple(found)
