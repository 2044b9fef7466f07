"""The identifiers of all subjects, to be looked up exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.sanctions.entity import Identifier
from bot.screening.identifiers import Wanted, comparable, family, in_text
from bot.screening.query import Query
from bot.screening.subject import Subject

SHORTEST = 5  # shorter numbers are equal by chance


@dataclass(frozen=True, slots=True)
class Bearer:
    """A subject that bears a wanted identifier. `at` is its number in the index."""

    at: int
    identifier: Identifier


class Registry:
    """Who bears which identifier."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        bearers: defaultdict[str, list[tuple[str, Bearer]]] = defaultdict(list)
        for at, subject in enumerate(subjects):
            for identifier in subject.identifiers:
                value = comparable(identifier.type, identifier.value)
                if value:
                    bearers[value].append((family(identifier.type), Bearer(at, identifier)))
        self._bearers = dict(bearers)

    def find(self, wanted: Iterable[Wanted]) -> dict[int, Bearer]:
        """The bearers of any of the wanted identifiers, by subject."""
        found: dict[int, Bearer] = {}
        for each in wanted:
            kind = family(each.type)
            for value in {comparable(each.type, each.value), comparable("", each.value)}:
                for other, bearer in self._bearers.get(value, ()):
                    if kind == other or (not kind and len(value) >= SHORTEST):
                        found.setdefault(bearer.at, bearer)
            if not kind:
                found |= {bearer.at: bearer for bearer in self._as_bic(each.value) if bearer.at not in found}
        return found

    def _as_bic(self, value: str) -> list[Bearer]:
        return [bearer for other, bearer in self._bearers.get(comparable("bic", value), ()) if other == "bic"]


def wanted_of(query: Query) -> tuple[tuple[Wanted, ...], str]:
    """All identifiers that the query gives, beside the name and in it; and the name without those in it."""
    in_name, rest = in_text(query.name)
    beside = tuple(Wanted(kind, value) for kind, value in sorted(query.identifiers.items()) if value.strip())
    return beside + in_name, rest
