"""Editions of any size in little memory: a small one is a tuple, of a large one the greater part lies packed.

Two editions are compared by the digests of their entries, so that no two of them need be in memory whole.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Generic, TypeVar, overload

from bot.sanctions.listing import Listing

Item = TypeVar("Item")
LARGE = 60_000  # names; the SDN list had 35,000 in May 2024
TOGETHER = 128  # items in one packet
OPEN = 4  # packets kept open, for items that are asked for out of order


class Packed(Sequence[Item], Generic[Item]):
    """Values in their order, compressed some together. Each is made anew whenever it is asked for.

    Packets are made and read in one process and never leave its memory: nothing from outside is unpickled.
    """

    def __init__(self, items: Iterable[Item], told: Callable[[Item], None] | None = None) -> None:
        """`told` is given every item once, in order, while it is packed."""
        self._packets: list[bytes] = []
        self._open: dict[int, list[Item]] = {}
        self._size = 0
        rest = iter(items)
        while packet := list(islice(rest, TOGETHER)):
            if told:
                for item in packet:
                    told(item)
            self._packets.append(zlib.compress(pickle.dumps(packet, pickle.HIGHEST_PROTOCOL), 1))
            self._size += len(packet)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Item]:
        for packet in self._packets:
            yield from _unpacked(packet)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._size))]
        if not -self._size <= at < self._size:
            raise IndexError(at)
        packet, place = divmod(at % self._size, TOGETHER)
        items = self._open.get(packet)
        if items is None:
            items = _unpacked(self._packets[packet])
            if len(self._open) >= OPEN:
                self._open.pop(next(iter(self._open)), None)
            self._open[packet] = items
        return items[place]


def _unpacked(packet: bytes) -> list[Item]:
    items: list[Item] = pickle.loads(zlib.decompress(packet))
    return items


class PackedEdition(Packed[Listing]):
    """The listings of a large edition, with what is asked of all of them: their ids and digests."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self.ids: list[str] = []
        self.digests: list[int] = []
        super().__init__(listings, self._note)

    def _note(self, listing: Listing) -> None:
        self.ids.append(listing.entity_id)
        self.digests.append(hash(listing))  # 64 bits over every fact, the same throughout a process


def kept(listings: Iterable[Listing]) -> Sequence[Listing]:
    """The listings of an edition, in their order: packed where they are many."""
    if isinstance(listings, (tuple, PackedEdition)):
        return listings
    rest, first, names = iter(listings), list[Listing](), 0
    for listing in rest:
        first.append(listing)
        names += len(listing.names)
        if names > LARGE:
            return PackedEdition(chain(_emptied(first), rest))
    return tuple(first)


def _emptied(items: list[Item]) -> Iterator[Item]:
    """The items in their order; the list lets go of them."""
    items.reverse()
    while items:
        yield items.pop()


class _ById(Mapping[str, Listing]):
    """The listings of a large edition by id; the last of an id that comes twice, as in a dict."""

    def __init__(self, edition: PackedEdition) -> None:
        self._edition = edition
        self._at = {key: at for at, key in enumerate(edition.ids)}

    def __getitem__(self, key: str) -> Listing:
        return self._edition[self._at[key]]

    def __contains__(self, key: object) -> bool:
        return key in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def digest(self, key: str) -> int:
        return self._edition.digests[self._at[key]]


def by_id(listings: Iterable[Listing]) -> Mapping[str, Listing]:
    """The listings of an edition by id."""
    if isinstance(listings, PackedEdition):
        return _ById(listings)
    return {listing.entity_id: listing for listing in listings}


def ids_of(listings: Iterable[Listing]) -> Iterable[str]:
    """The ids of the listings, in their order."""
    return listings.ids if isinstance(listings, PackedEdition) else (one.entity_id for one in listings)


def differing(old: Mapping[str, Listing], new: Mapping[str, Listing]) -> Iterator[str]:
    """The ids in both of two editions (`by_id`) whose listings differ, in the order of the later one."""
    if isinstance(old, _ById) and isinstance(new, _ById):
        yield from (key for key in new if key in old and old.digest(key) != new.digest(key))
    else:
        yield from (key for key, now in new.items() if (was := old.get(key)) is not None and was != now)
