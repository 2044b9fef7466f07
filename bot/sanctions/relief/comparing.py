"""Two outcomes side by side: two options on the same lists, or one option on the lists of two days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.sanctions.register import id_order
from bot.sanctions.relief.impact import Impact, Outcome, outcome_for

Pair = tuple[Outcome, Outcome]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`cells`: the parties that either reaches, by (outcome under the first, outcome under the second); each party
    stands in one cell, so the cells add up. Ids are in order."""

    cells: Mapping[Pair, tuple[str, ...]]
    measures_first: tuple[str, ...] = ()
    measures_second: tuple[str, ...] = ()

    @property
    def only_first(self) -> tuple[str, ...]:
        return self._where(lambda pair: pair[1] is Outcome.UNAFFECTED)

    @property
    def only_second(self) -> tuple[str, ...]:
        return self._where(lambda pair: pair[0] is Outcome.UNAFFECTED)

    @property
    def both(self) -> tuple[str, ...]:
        return self._where(lambda pair: Outcome.UNAFFECTED not in pair)

    @property
    def moved(self) -> Mapping[Pair, tuple[str, ...]]:
        """The cells in which the two differ."""
        return {pair: ids for pair, ids in self.cells.items() if pair[0] is not pair[1]}

    def _where(self, holds: Callable[[Pair], bool]) -> tuple[str, ...]:
        return in_order(one for pair, ids in self.cells.items() if holds(pair) for one in ids)


def compare(first: Impact, second: Impact) -> Comparison:
    """What two evaluations have in common and what only one of them has."""
    cells: dict[Pair, list[str]] = {}
    for entity_id in in_order(first.covered | second.covered):
        cells.setdefault((outcome_for(first, entity_id), outcome_for(second, entity_id)), []).append(entity_id)
    return Comparison({pair: tuple(ids) for pair, ids in cells.items()}, first.measures, second.measures)


def in_order(entity_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(entity_ids, key=id_order))
