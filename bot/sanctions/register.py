"""All current listings, found by id, program, type, list and name: built once, shared by every option."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.errors import BadInput
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.name_key import name_key
from bot.sanctions.party import Schema
from bot.sanctions.same_party import party_keys, same_party

PUBLISHERS = {
    "us_ofac_sdn": "US",
    "us_ofac_cons": "US",
    "un_sc": "UN",
    "eu_fsf": "EU",
    "gb_uksl": "UK",
    "gb_fcdo": "UK",  # OpenSanctions' names for two of the lists of the United Kingdom
    "gb_hmt": "UK",
}
JURISDICTIONS = {
    "US": frozenset({"us_ofac_sdn", "us_ofac_cons"}),
    "UN": frozenset({"un_sc"}),
    "EU": frozenset({"eu_fsf"}),
    "UK": frozenset({"gb_uksl"}),
}


def publisher_of(list_key: str) -> str:
    """US, UN, EU or UK; "" for a list of anybody else. `ftm:eu_fsf` is the EU's list in another format."""
    return PUBLISHERS.get(list_key.removeprefix("ftm:"), "")


def lists_of(jurisdiction: str) -> frozenset[str]:
    """The keys of the lists that an option of this jurisdiction can reach. Raises BadInput for an unknown one."""
    if jurisdiction not in JURISDICTIONS:
        raise BadInput(f"Jurisdiction {jurisdiction!r} is not known; known are {', '.join(JURISDICTIONS)}.")
    return JURISDICTIONS[jurisdiction]


def stands_on(listing: Listing) -> str:
    """The key of the published list that a listing stands on: for a starter fact, the list it was taken from."""
    return listing.taken_from or listing.list


@lru_cache(maxsize=200_000)
def id_order(entity_id: str) -> tuple[str, int, str]:
    """Sorts ids as people count: ofac-173 before ofac-17022."""
    number = re.search(r"(\d+)$", entity_id)
    return (entity_id[: number.start()], int(number.group()), "") if number else (entity_id, 0, entity_id)


PartyIndex = Mapping[tuple[str, str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Register:
    """Listings, and the indexes over them. All but `by_id` hold positions in `listings`, in the order given.

    `editions` holds the publication date of each list (ISO date or month), where known.
    """

    listings: tuple[Listing, ...]
    editions: Mapping[str, str] = field(default_factory=dict)
    by_id: Mapping[str, tuple[Listing, ...]] = field(default_factory=dict)
    at_id: Mapping[str, frozenset[int]] = field(default_factory=dict)
    by_program: Mapping[str, frozenset[int]] = field(default_factory=dict)
    by_type: Mapping[Schema, frozenset[int]] = field(default_factory=dict)
    by_list: Mapping[str, frozenset[int]] = field(default_factory=dict)
    primary: Mapping[str, frozenset[int]] = field(default_factory=dict)  # name key -> listings of that primary name
    aliases: Mapping[str, frozenset[int]] = field(default_factory=dict)
    targets: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # listing -> name keys it says it is linked to
    places: Sequence[tuple[str, str]] = ()  # of each listing: the list it stands on, and whose it is
    rank: Mapping[str, int] = field(default_factory=dict)  # of each party in the order of ids
    _parties: dict[str, PartyIndex] = field(default_factory=dict, compare=False, repr=False)  # by publisher
    _abroad: dict[str, Mapping[str, frozenset[str]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, listings: Iterable[Listing], editions: Mapping[str, str] | None = None) -> Register:
        """Index the current listings of all lists. Linear in their number."""
        kept = tuple(listings)
        found: dict[str, defaultdict[str, set[int]]] = {
            key: defaultdict(set) for key in ("id", "program", "type", "list", "primary", "alias")
        }
        targets: dict[int, tuple[str, ...]] = {}
        for at, listing in enumerate(kept):
            found["id"][listing.entity_id].add(at)
            found["type"][listing.schema].add(at)
            found["list"][stands_on(listing)].add(at)
            for tag in listing.programs:
                found["program"][tag].add(at)
            found["primary"][name_key(listing.name)].add(at)
            for name in listing.names[1:]:
                found["alias"][name_key(name.text)].add(at)
            if keys := tuple(name_key(relation.target) for relation in listing.relations if _is_link(relation)):
                targets[at] = keys
        frozen = {key: {word: frozenset(at) for word, at in index.items()} for key, index in found.items()}
        return cls(
            listings=kept,
            editions=dict(editions or {}),
            by_id={key: tuple(kept[at] for at in sorted(positions)) for key, positions in frozen["id"].items()},
            at_id=frozen["id"],
            by_program=frozen["program"],
            by_type={Schema(schema): at for schema, at in frozen["type"].items()},
            by_list=frozen["list"],
            primary=frozen["primary"],
            aliases=frozen["alias"],
            targets=targets,
            places=tuple((stands_on(one), one.entity_id) for one in kept),
            rank={one: at for at, one in enumerate(sorted(frozen["id"], key=id_order))},
        )

    def within(self, jurisdiction: str) -> frozenset[int]:
        """The listings on the lists of a jurisdiction."""
        return frozenset().union(*(self.by_list.get(key, frozenset()) for key in lists_of(jurisdiction)))

    def listings_of(self, entity_id: str) -> tuple[Listing, ...]:
        """Every listing of a party, on whatever list, in the order given."""
        return self.by_id.get(entity_id, ())

    def bearers(self, key: str, reach: frozenset[int]) -> frozenset[int]:
        """Who a `Linked To` names, within `reach`: those whose primary name it is, else those it is an alias of.

        An alias counts only where the name is nobody's primary name (relief/README, Selectors).
        """
        return (self.primary.get(key, frozenset()) & reach) or (self.aliases.get(key, frozenset()) & reach)

    def parties_of(self, publisher: str) -> PartyIndex:
        """The listings of one publisher by what tells parties apart (`party_keys`); worked out when first asked for."""
        if publisher not in self._parties:
            found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
            for at in self.published_by(publisher):
                for key in party_keys(self.listings[at]):
                    found[key].append(at)
            self._parties[publisher] = {key: tuple(positions) for key, positions in found.items()}
        return self._parties[publisher]

    def published_by(self, publisher: str) -> list[int]:
        """The positions of all its listings, in order."""
        lists = (key for key in self.by_list if publisher_of(key) == publisher)
        return sorted(at for key in lists for at in self.by_list[key])

    def publishers(self) -> tuple[str, ...]:
        """US, UN, EU, UK: those of whom a list is loaded."""
        return tuple(dict.fromkeys(found for key in self.by_list if (found := publisher_of(key))))

    def same_party_abroad(self, listing: Listing, jurisdiction: str) -> tuple[Listing, ...]:
        """The entries of other publishers (UN, EU, UK) that are the same party: see `same_party`."""
        return tuple(one for one in self.near_abroad(listing, jurisdiction) if same_party(listing, one))

    def near_abroad(self, listing: Listing, jurisdiction: str) -> tuple[Listing, ...]:
        """The entries of other publishers that share a number or a full strong name with a listing."""
        near: set[int] = set()
        keys = party_keys(listing)
        for publisher in self.publishers():
            if publisher != jurisdiction:
                index = self.parties_of(publisher)
                near.update(at for key in keys for at in index.get(key, ()))
        return tuple(self.listings[at] for at in sorted(near))

    def lists_abroad(self, jurisdiction: str) -> Mapping[str, frozenset[str]]:
        """The keys of other publishers' lists that hold the same party, by the id of a party on the lists of a
        jurisdiction; worked out once for all of them, when first asked for."""
        if jurisdiction not in self._abroad:
            own, found = self.parties_of(jurisdiction), defaultdict[str, set[str]](set)
            for publisher in self.publishers():
                theirs = self.parties_of(publisher) if publisher != jurisdiction else {}
                near = {
                    (here, there) for key in own.keys() & theirs.keys() for here in own[key] for there in theirs[key]
                }
                for here, there in near:
                    if same_party(self.listings[here], self.listings[there]):
                        found[self.listings[here].entity_id].add(stands_on(self.listings[there]))
            self._abroad[jurisdiction] = {one: frozenset(lists) for one, lists in found.items()}
        return self._abroad[jurisdiction]

    def ids(self, positions: Iterable[int]) -> tuple[str, ...]:
        """The parties that these listings are of, once each, in order of id."""
        return tuple(sorted({self.places[at][1] for at in positions}, key=self.rank.__getitem__))


def _is_link(relation: Relation) -> bool:
    return relation.kind == "linked_to"
