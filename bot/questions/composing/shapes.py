"""What is asked, told from what stands in a stretch: the first shape of `data/shapes.txt` that fits wins.

What can be there: acts of the lexicon
("listed", and "do:watch" where it is the first of the stretch), spans ("option", "option2" for several, "program",
"list", "measure", "day", "country", "number", "quoted"), "name" of a party, "kind" of party, and what `features` adds.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.questions.ask import Kind
from bot.questions.data import text_of, words


class Shape(NamedTuple):
    kind: Kind
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    lines = (line.split("|") for line in text_of("shapes.txt").splitlines() if not line.startswith("#"))
    return tuple(
        Shape(Kind(kind.strip()), tuple(frozenset(need.split("/")) for need in needs.split()), words(without))
        for kind, needs, without, *_ in lines
    )


@lru_cache(maxsize=4_000)
def kind_of(features: frozenset[str]) -> Kind | None:
    """The kind of the first shape that fits; None where none does."""
    for shape in shapes():
        if shape.without.isdisjoint(features) and not any(need.isdisjoint(features) for need in shape.needs):
            return shape.kind
    return None
