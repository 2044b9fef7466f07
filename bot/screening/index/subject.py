"""A subject: one party over all its listings, ready to be screened against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.sanctions.effect import Effect, effect_of, strongest
from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate, Identifier, Name, Schema
from bot.screening.words.several import acronym_in, several_in


@dataclass(frozen=True)
class Subject:
    """One party. The listings are ordered by list key, so that nothing depends on the order they came in."""

    entity_id: str
    listings: tuple[Listing, ...]

    @property
    def name(self) -> str:
        return self.listings[0].name

    @property
    def schema(self) -> Schema:
        return self.listings[0].schema

    @property
    def names(self) -> tuple[Name, ...]:
        """Every name once, each of those that one field holds, and an acronym as a weak one; one that any listing
        holds as strong is strong."""
        best: dict[str, Name] = {}
        published = [name for listing in self.listings for name in listing.names]
        inside = [replace(name, text=one) for name in published for one in several_in(name.text)]
        named = [*published, *inside]
        short = [replace(name, text=one, weak=True) for name in named if (one := acronym_in(name.text))]
        for name in (*named, *short):
            known = best.get(name.text)
            if known is None or (known.weak and not name.weak):
                best[name.text] = name
        return tuple(best.values())

    @property
    def lists(self) -> frozenset[str]:
        return frozenset(listing.list for listing in self.listings)

    def on(self, lists: frozenset[str]) -> Subject | None:
        """The subject as these lists have it; all lists where none is named; None where it is on none of them."""
        if not lists or self.lists <= lists:
            return self
        kept = tuple(listing for listing in self.listings if listing.list in lists)
        return Subject(self.entity_id, kept) if kept else None

    @property
    def programs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for listing in self.listings for tag in listing.programs))

    @property
    def effect(self) -> Effect:
        return strongest([effect_of(listing) for listing in self.listings])

    @property
    def url(self) -> str:
        return next((listing.url for listing in self.listings if listing.url), "")

    @property
    def birth_dates(self) -> tuple[BirthDate, ...]:
        return tuple(dict.fromkeys(date for listing in self.listings for date in listing.birth_dates))

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(country for listing in self.listings for country in listing.countries))

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        return tuple(dict.fromkeys(each for listing in self.listings for each in listing.identifiers))


def subjects_of(listings: Iterable[Listing]) -> tuple[Subject, ...]:
    """The listings by party, in the order of their ids."""
    by_id: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        by_id[listing.entity_id].append(listing)
    return tuple([Subject(entity_id, _in_order(by_id[entity_id])) for entity_id in sorted(by_id)])


def _in_order(listings: list[Listing]) -> tuple[Listing, ...]:
    return tuple(sorted(listings, key=_listing_order) if len(listings) > 1 else listings)


def _listing_order(listing: Listing) -> tuple[str, ...]:
    """The SDN list first, for its facts are the fullest; then by key, then by what the entry says."""
    first = "" if listing.list == "us_ofac_sdn" else listing.list
    return (first, listing.name, listing.remarks)
