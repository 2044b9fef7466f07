"""Tables that tell what is asked from what stands in a stretch: a line for each, the first that fits."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from typing import NamedTuple

from bot.questions.ask import Kind
from bot.questions.data import text_of, words


class Shape(NamedTuple):
    """A line of a table: what it tells of a stretch, what must be there, one of each set, and what must not."""

    tells: str
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]

    def fits(self, features: Set[str]) -> bool:
        return self.without.isdisjoint(features) and not any(need.isdisjoint(features) for need in self.needs)


@cache
def shapes(file: str) -> tuple[Shape, ...]:
    lines = (line.split("|") for line in text_of(file).splitlines() if not line.startswith("#"))
    needed = ((told, tuple(frozenset(need.split("/")) for need in needs.split()), no) for told, needs, no, *_ in lines)
    return tuple(Shape(told.strip(), needs, words(without)) for told, needs, without in needed)


@lru_cache(maxsize=4_000)
def with_told(features: frozenset[str]) -> frozenset[str]:
    """The features and what follows from them, one after the other."""
    found = set(features)
    for both in shapes("features.txt"):
        if both.fits(found):
            found.add(both.tells)
    return frozenset(found)


@lru_cache(maxsize=4_000)
def first_told(file: str, features: frozenset[str]) -> str:
    """What the first line of a table that fits tells; "" where none does."""
    return next((shape.tells for shape in shapes(file) if shape.fits(features)), "")


def kind_of(features: frozenset[str]) -> Kind | None:
    """The kind of the first shape that fits; None where none does."""
    return Kind(told) if (told := first_told("shapes.txt", features)) else None
