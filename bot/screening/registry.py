"""The identifiers of all parties, to be looked up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bot.sanctions.entity import Identifier
from bot.screening.flat import Arrays, Lookup, code_of
from bot.screening.identifiers import Wanted, comparable, family, in_text
from bot.screening.parties import Parties
from bot.screening.query import Query
from bot.screening.subject import Subject

SHORTEST = 5  # shorter numbers are equal by chance


@dataclass(frozen=True, slots=True)
class Bearer:
    """A party that bears a wanted identifier. `at` is its number in the index."""

    at: int
    identifier: Identifier


class Registry:
    """Who bears which identifier."""

    def __init__(self, holders: Lookup, parties: Parties) -> None:
        self._holders, self._parties = holders, parties

    @classmethod
    def of(cls, subjects: Iterable[Subject], parties: Parties) -> Registry:
        held = [
            (code_of(value), at)
            for at, subject in enumerate(subjects)
            for identifier in subject.identifiers
            if (value := comparable(identifier.type, identifier.value))
        ]
        codes = np.array([code for code, _ in held], dtype=np.uint32)
        return cls(Lookup.of(codes, np.array([at for _, at in held], dtype=np.int32)), parties)

    def find(self, wanted: Iterable[Wanted]) -> dict[int, Bearer]:
        """The bearers of any of the wanted identifiers, by party."""
        found: dict[int, Bearer] = {}
        for each in wanted:
            kind = family(each.type)
            for value in sorted({comparable(each.type, each.value), comparable("", each.value)}):
                for bearer in self._bearers(value):
                    other = family(bearer.identifier.type)
                    if kind == other or (not kind and len(value) >= SHORTEST):
                        found.setdefault(bearer.at, bearer)
            if not kind:
                for bearer in self._bearers(comparable("bic", each.value)):
                    if family(bearer.identifier.type) == "bic":
                        found.setdefault(bearer.at, bearer)
        return found

    def _bearers(self, value: str) -> Iterator[Bearer]:
        for at in self._holders.ids(code_of(value)).tolist() if value else ():
            for identifier in self._parties[at].identifiers:
                if comparable(identifier.type, identifier.value) == value:
                    yield Bearer(at, identifier)

    def arrays(self) -> Arrays:
        return self._holders.arrays("identifier")

    @classmethod
    def read(cls, arrays: Arrays, parties: Parties) -> Registry:
        return cls(Lookup.read(arrays, "identifier"), parties)


def wanted_of(query: Query) -> tuple[tuple[Wanted, ...], str]:
    """All identifiers that the query gives, beside the name and in it; and the name without those in it."""
    in_name, rest = in_text(query.name)
    beside = tuple(Wanted(kind, value) for kind, value in sorted(query.identifiers.items()) if value.strip())
    return beside + in_name, rest
