"""Parties by the beginnings of the words of their names: what a menu offers while somebody types. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from bot.sanctions.display import readable
from bot.sanctions.listing import Listing
from bot.sanctions.name_key import name_key
from bot.sanctions.register import Register

AFTER = "\U0010ffff"  # sorts behind every letter: the end of a prefix


@dataclass(frozen=True)
class Typeahead:
    """Every word of every name, sorted, with the party that bears it."""

    words: tuple[str, ...]
    owners: tuple[int, ...]  # of each word, the position of its party
    parties: tuple[tuple[str, str], ...]  # id, and the name to read

    @classmethod
    def of(cls, register: Register) -> Typeahead:
        """Linear in the names, but for one sort."""
        parties: list[tuple[str, str]] = []
        pairs: set[tuple[str, int]] = set()
        for at, (entity_id, listings) in enumerate(register.by_id.items()):
            parties.append((entity_id, readable(listings[0].name, listings[0].schema)))
            pairs.add((entity_id.casefold(), at))
            pairs.update((word, at) for word in _words(listings))
        ordered = sorted(pairs)
        return cls(tuple(word for word, _ in ordered), tuple(at for _, at in ordered), tuple(parties))

    def find(self, typed: str, most: int = 20) -> list[tuple[str, str]]:
        """The parties of which every word typed begins a word of a name: id and name, the shortest names first."""
        wanted = name_key(typed).split() or [typed.strip().casefold()]
        if typed.strip().casefold().startswith(("ofac-", "unsc-", "eu-fsf-", "gb-")):
            wanted = [typed.strip().casefold()]
        found: set[int] | None = None
        for word in sorted(wanted, key=len, reverse=True):
            owners = self._owners(word)
            found = owners if found is None else found & owners
            if not found:
                return []
        best = sorted(found or (), key=lambda at: (self._later(at, wanted[0]), len(self.parties[at][1]), at))
        return [self.parties[at] for at in best[:most]]

    def _owners(self, prefix: str) -> set[int]:
        if not prefix:
            return set()
        first, last = bisect_left(self.words, prefix), bisect_left(self.words, prefix + AFTER)
        return set(self.owners[first:last])

    def _later(self, at: int, word: str) -> bool:
        """Whether the name to read begins with another word than the one typed."""
        return not self.parties[at][1].casefold().startswith(word)


def _words(listings: Iterable[Listing]) -> set[str]:
    return {word for listing in listings for name in listing.names for word in name_key(name.text).split()}
