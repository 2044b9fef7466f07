"""The rows of a file that most want to be looked at."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from bot.batch.cells import Row
from bot.batch.columns import Layout
from bot.batch.judged import Judged
from bot.batch.parties import name_of
from bot.sanctions.standing import Standing

MOST = 10
_STANDINGS = list(Standing)


class Worst:
    """The ten strongest, seen row by row: LISTED before POSSIBLE, then by standing, then by score, then as in the
    file."""

    def __init__(self) -> None:
        self._rows = 0
        self._kept: list[tuple[tuple[bool, int, float, int], str, Judged]] = []

    def see(self, rows: Sequence[Row], results: Sequence[Judged], layout: Layout) -> None:
        for row, judged in zip(rows, results, strict=True):
            self._rows += 1
            if judged.verdict in ("listed", "possible"):
                rank = _rank(judged, self._rows)
                entry = (rank, name_of(row, layout), judged)
                if len(self._kept) < MOST:
                    heapq.heappush(self._kept, entry)
                elif rank > self._kept[0][0]:
                    heapq.heapreplace(self._kept, entry)

    @property
    def found(self) -> list[tuple[str, Judged]]:
        """The names as they stand in the file, with their results, the strongest first."""
        return [(name, judged) for _, name, judged in sorted(self._kept, reverse=True, key=lambda each: each[0])]


def _rank(judged: Judged, row: int) -> tuple[bool, int, float, int]:
    standing = -_STANDINGS.index(Standing(judged.standing)) if judged.standing else -len(_STANDINGS)
    return judged.verdict == "listed", standing, judged.score or 0.0, -row
