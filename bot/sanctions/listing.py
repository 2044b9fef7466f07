"""A listing: one party on one publisher's list, with every fact that the published file gives."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name, NameKind, Schema


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive that a listing is subject to. `order` is "EO13662" or "EO14024"; `number` "1", "1a", "2"..."""

    order: str
    number: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What a listing says of another party: `Linked To: NAME`. The target is a name, as published.

    `label` is the publisher's own word for the link ("Owned or Controlled By") and `target_id` the id of the other
    party, where the format gives them.
    """

    target: str
    kind: str = "linked_to"
    label: str = ""
    target_id: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A party under one or more programs on one list. Tuples keep the published order.

    `list` is a list key (us_ofac_sdn ...), `entity_id` the party's id (ofac-17022, unsc-QDi.001), the same on
    every list of one publisher. `names` begins with the primary name. `notes` are the items of the remarks that
    have no field of their own, `remarks` the remarks whole (overflow joined).
    """

    list: str
    entity_id: str
    schema: Schema
    names: tuple[Name, ...]
    programs: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[BirthDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    citizenships: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    titles: tuple[str, ...] = ()
    craft: Craft | None = None
    relations: tuple[Relation, ...] = ()
    directives: tuple[Directive, ...] = ()
    secondary_sanctions: tuple[str, ...] = ()  # the risks as published: "See Section 11 of Executive Order 14024."
    listed_on: str = ""  # ISO date, where the file gives one (UN does, OFAC's CSV does not)
    updated_on: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()  # what is imposed on the party, in the publisher's words: "Asset freeze"
    legal_basis: tuple[str, ...] = ()  # the acts that it is listed by: "2024/753 (OJ L23022024)"
    notes: tuple[str, ...] = ()
    remarks: str = ""
    url: str = ""  # the publisher's page of this entry, or ""
    # A starter fact (`list` is "starter") says which list it was taken from, and that list's ISO date.
    taken_from: str = ""
    taken_on: str = ""

    @property
    def name(self) -> str:
        """The primary name, as published."""
        return self.names[0].text

    @property
    def strong_names(self) -> tuple[Name, ...]:
        return tuple(name for name in self.names if not name.weak)

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country that the entry names for the party, as published, in order and once each."""
        named = [*self.nationalities, *self.citizenships, *(a.country for a in self.addresses)]
        named += [
            i.country for i in self.identifiers if i.type in ("tax_id", "registration", "passport", "national_id")
        ]
        if self.craft:
            named.append(self.craft.flag)
        return tuple(dict.fromkeys(country for country in named if country))


@dataclass(frozen=True, slots=True)
class Edition:
    """One published version of a list.

    `published` is an ISO date, or a month ("2025-12") where only that is known. `fetched_at` is an ISO time, UTC.
    `missing` names the companion files that were absent; their facts were carried over from the edition before.
    `format` is the key of the format that it came in, `reader` the version of the reader that read it. `odd` is what
    the guards warned of when it was put in force.
    """

    list: str
    edition: str
    published: str
    fetched_at: str
    entries: int
    missing: tuple[str, ...] = ()
    sha256: str = ""
    format: str = ""
    reader: int = 0
    odd: str = ""

    @property
    def first_day(self) -> str:
        """The earliest day it can be of: a month counts from its first day."""
        return self.published if len(self.published) > 7 else f"{self.published}-01"

    @property
    def last_day(self) -> str:
        """The latest day it can be of, from which on it was surely in force: a month counts from its end."""
        if len(self.published) > 7:
            return self.published
        year, month = map(int, self.published.split("-"))
        return date(year, month, monthrange(year, month)[1]).isoformat()


@dataclass(frozen=True, slots=True)
class Party:
    """One subject with all its listings: OFAC uses one number for a party on both of its lists."""

    entity_id: str
    listings: tuple[Listing, ...] = field(default_factory=tuple)

    @property
    def name(self) -> str:
        return self.listings[0].name

    @property
    def schema(self) -> Schema:
        return self.listings[0].schema

    @property
    def lists(self) -> tuple[str, ...]:
        return tuple(listing.list for listing in self.listings)

    @property
    def programs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for listing in self.listings for tag in listing.programs))


def primary(text: str) -> Name:
    """The name that an entry is listed under."""
    return Name(text, NameKind.PRIMARY)
