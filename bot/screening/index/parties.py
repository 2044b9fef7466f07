"""The parties of an index, packed: read back one by one, when a hit is made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.sanctions.effect import Effect, strongest
from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate, Identifier, Name, Schema
from bot.sanctions.register import publisher_of
from bot.sanctions.standing import AsOf, Signs, Standing, signs_of, standing_of
from bot.screening.flat import Arrays, Ids, Texts, distinct
from bot.screening.index.subject import Subject

REMEMBERED = 2_000  # parties kept as read
_SCHEMAS = tuple(Schema)
Packed = list[Any]
_written = json.JSONEncoder(separators=(",", ":")).encode
_read = json.JSONDecoder().raw_decode  # what is read was written here, without a blank
# A member is found by its value slowly, and each hit asks for three.
_SCHEMA_OF = {each.value: each for each in Schema}
_EFFECT_OF = {each.value: each for each in Effect}


class Party:
    """One party over its listings, the fullest list first. What is asked seldom is unpacked when asked."""

    __slots__ = ("_judged", "_listings", "effect", "entity_id", "lists", "name", "programs", "schema", "url")

    def __init__(self, entity_id: str, listings: Sequence[Packed]) -> None:
        first = listings[0]
        self._judged: tuple[AsOf, Standing] | None = None
        self._listings, self.entity_id = listings, entity_id
        self.name: str = first[1]
        self.schema = _SCHEMA_OF[first[2]]
        self.url: str = next((packed[3] for packed in listings if packed[3]), "")
        self.effect = strongest([_EFFECT_OF[packed[4]] for packed in listings])
        self.lists: tuple[str, ...] = tuple(dict.fromkeys([packed[0] for packed in listings]))
        self.programs: tuple[str, ...] = tuple(dict.fromkeys([tag for packed in listings for tag in packed[5]]))

    def on(self, lists: frozenset[str]) -> Party | None:
        """The party as these lists have it; all lists where none is named; None where it is on none of them."""
        if not lists or lists.issuperset(self.lists):
            return self
        kept = [packed for packed in self._listings if packed[0] in lists]
        return Party(self.entity_id, kept) if kept else None

    @property
    def signs(self) -> tuple[Signs, ...]:
        """What of each listing bears on the party's standing."""
        return tuple(
            [Signs(packed[9], _EFFECT_OF[packed[4]], tuple(packed[5]), *packed[10:14]) for packed in self._listings]
        )

    def standing(self, as_of: AsOf) -> Standing:
        """The party's standing by these editions, kept while they are the ones in force."""
        known = self._judged
        if known is None or known[0] is not as_of:
            known = self._judged = as_of, standing_of(self.signs, as_of)
        return known[1]

    @property
    def primary(self) -> Name:
        return Name(self.name)

    @property
    def birth_dates(self) -> tuple[BirthDate, ...]:
        return tuple(dict.fromkeys(BirthDate(*date) for packed in self._listings for date in packed[6]))

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(country for packed in self._listings for country in packed[7]))

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        return tuple(dict.fromkeys(Identifier(*each) for packed in self._listings for each in packed[8]))


class Parties:
    """All parties by number, in the order of their ids."""

    def __init__(
        self, packed: Texts, kinds: NDArray[np.uint8], lists: NDArray[np.int32], sets: list[list[str]]
    ) -> None:
        self._packed, self._kinds, self._lists, self._sets = packed, kinds, lists, sets
        names = [{publisher_of(key) or key for key in each} for each in sets]
        every = sorted(set().union(*names))
        held = [[name in each for name in every] for each in names]
        self._publishers = np.array(held, dtype=np.int32).reshape(len(sets), len(every))
        self._read: dict[int, Party] = {}

    @classmethod
    def of(cls, subjects: Sequence[Subject]) -> Parties:
        sets: dict[frozenset[str], int] = {}
        lists = np.array([sets.setdefault(s.lists, len(sets)) for s in subjects], dtype=np.int32)
        kinds = np.array([_SCHEMAS.index(s.schema) for s in subjects], dtype=np.uint8)
        return cls(Texts.of(map(_pack, subjects)), kinds, lists, [sorted(each) for each in sets])

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, at: int) -> Party:
        party = self._read.get(at)
        if party is None:
            if len(self._read) >= REMEMBERED:
                self._read.clear()
            (entity_id, *listings), _ = _read(self._packed[at])
            party = self._read[at] = Party(entity_id, listings)
        return party

    def is_craft(self, at: int) -> bool:
        """Whether a party is a ship or an aircraft."""
        return _SCHEMAS[self._kinds[at]] in (Schema.VESSEL, Schema.AIRPLANE)

    def most_of_one(self, parties: Ids) -> int:
        """How many of these parties (some named twice) the publisher has who has most of them: what one lists another
        lists too, and a word is no commoner for that. Of lists of others each counts as a publisher."""
        return int(self._publishers[self._lists[distinct(parties)]].sum(axis=0).max(initial=0))

    def on(self, lists: frozenset[str]) -> NDArray[np.bool_]:
        """Which of the parties, by number, are on any of the lists."""
        wanted = np.array([not lists.isdisjoint(each) for each in self._sets], dtype=np.bool_)
        return wanted[self._lists]

    def arrays(self) -> Arrays:
        return {**self._packed.arrays("party"), "party.kinds": self._kinds, "party.lists": self._lists}

    def meta(self) -> list[list[str]]:
        return self._sets

    @classmethod
    def read(cls, arrays: Arrays, sets: list[list[str]]) -> Parties:
        return cls(Texts.read(arrays, "party"), arrays["party.kinds"], arrays["party.lists"], sets)  # type: ignore[arg-type]


def _pack(subject: Subject) -> bytes:
    packed = [subject.entity_id, *map(_pack_listing, subject.listings)]
    return _written(packed).encode()


def _pack_listing(listing: Listing) -> Packed:
    signs = signs_of(listing)
    return [
        listing.list,
        listing.name,
        listing.schema.value,
        listing.url,
        signs.effect.value,
        listing.programs,
        [[each.text, each.first, each.last, each.circa] for each in listing.birth_dates],
        listing.countries,
        [[each.type, each.value, each.country, each.label] for each in listing.identifiers],
        signs.list,
        signs.later_sdn,
        signs.all_dealings,
        signs.not_frozen,
        signs.dated,
    ]
