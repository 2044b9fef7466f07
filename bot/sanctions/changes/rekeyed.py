"""A party that a publisher took off under one id and lists under another: that is no relief."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate

# Identifiers that name one party alone. Others (a website, a phone) are shared by parties of one group.
_NAMING = frozenset(
    {"imo", "imo_company", "mmsi", "passport", "national_id", "tax_id", "registration", "bic", "lei", "wallet"}
)

_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
Key = tuple[str, ...]


def rekeyed(
    removed: Iterable[Listing], added: Iterable[Listing], old: Mapping[str, Listing], new: Mapping[str, Listing]
) -> dict[str, str]:
    """Old id -> the id that the same party now has.

    A removed and an added party are the same if they share an identifier, or if type and primary name are equal
    and no birth date speaks against it. A removed party was merged into one that stood on the list before if they
    share an identifier, or type, a strong name and a birth date: a name alone misleads (two men called KRIVORUCHKO).
    """
    removed = list(removed)
    if not removed:
        return {}
    found: dict[str, str] = {}
    taken: set[str] = set()
    newcomers = _Bearers(added, _primary_name)
    for listing in removed:
        same = [one for one in newcomers.like(listing) if one.entity_id not in taken and not _conflict(listing, one)]
        if same:
            found[listing.entity_id] = same[0].entity_id
            taken.add(same[0].entity_id)
    left = [listing for listing in removed if listing.entity_id not in found]
    days, numbers = {day for one in left for day in _days(one)}, {number for one in left for number in _numbers(one)}
    stayed = (listing for listing in new.values() if listing.entity_id in old)
    # Most share neither with anybody who is gone, and need not be looked at more closely.
    kept = _Bearers(
        (one for one in stayed if not days.isdisjoint(_days(one)) or not numbers.isdisjoint(_numbers(one))), _born
    )
    for listing in removed:
        same = [] if listing.entity_id in found else kept.like(listing)
        if same:
            found[listing.entity_id] = same[0].entity_id
    return found


def normalised(name: str) -> str:
    """Case, accents and punctuation apart."""
    if name.isascii():
        return " ".join(name.encode().translate(_PLAIN).decode().split())
    folded = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept).split())


class _Bearers:
    """Listings by what they can be known again by: identifiers, and the keys that `known_by` gives."""

    def __init__(self, listings: Iterable[Listing], known_by: Callable[[Listing], Iterable[Key]]) -> None:
        self._known_by = known_by
        self._by_key: defaultdict[Key, list[Listing]] = defaultdict(list)
        for listing in listings:
            for key in self._keys(listing):
                self._by_key[key].append(listing)

    def like(self, listing: Listing) -> list[Listing]:
        """Those that share a key, the ones with an equal identifier first; in the order of their ids."""
        found: dict[str, Listing] = {}
        for key in self._keys(listing):
            for one in sorted(self._by_key.get(key, ()), key=lambda one: one.entity_id):
                if one.schema.may_be(listing.schema):
                    found.setdefault(one.entity_id, one)
        return list(found.values())

    def _keys(self, listing: Listing) -> list[Key]:
        identifiers = {
            ("identifier", of.type, normalised(of.country), normalised(of.value))
            for of in listing.identifiers
            if of.type in _NAMING and of.value
        }
        return [*sorted(identifiers), *self._known_by(listing)]


def _primary_name(listing: Listing) -> list[Key]:
    return [("name", listing.schema.value, normalised(listing.name))]


def _born(listing: Listing) -> list[Key]:
    names = {normalised(name.text) for name in listing.strong_names}
    return sorted(("born", listing.schema.value, name, day) for name in names for day in set(_days(listing)))


def _days(listing: Listing) -> list[str]:
    """The days on which a party was born, where they are known to the day."""
    return [birth.first for birth in listing.birth_dates if birth.first and birth.first == birth.last]


def _numbers(listing: Listing) -> list[str]:
    return [normalised(of.value) for of in listing.identifiers if of.type in _NAMING and of.value]


def _conflict(one: Listing, other: Listing) -> bool:
    """Both have dates of birth, and none of the one's can be the other's."""
    mine = [birth for birth in one.birth_dates if birth.first]
    theirs = [birth for birth in other.birth_dates if birth.first]
    return bool(mine and theirs) and not any(_overlap(a, b) for a in mine for b in theirs)


def _overlap(one: BirthDate, other: BirthDate) -> bool:
    return one.first <= other.last and other.first <= one.last
