"""Who has a word in a name, and how many of one publisher: whether the word tells a party, or only describes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial, reduce

import numpy as np

from bot.screening.flat import Ids
from bot.screening.index.names import Names
from bot.screening.index.parties import Parties

REMEMBERED = 4_000  # words, and how many have them: of one question's it is asked several times


class Bearers:
    """The parties that have a word in a name. `count` says how many of one publisher have it, at most."""

    def __init__(self, names: Names, parties: Parties) -> None:
        self._names = names
        self.count = lru_cache(REMEMBERED)(partial(_most_of_one, names, parties))  # in no circle: see `Mentions`

    def of(self, text: str) -> Ids:
        """Their numbers, some perhaps twice."""
        return self._names.owners[self._names.held_by(text)]

    def together(self, texts: Iterable[str]) -> int:
        """How many names have all of the words."""
        return len(reduce(np.intersect1d, [self._names.held_by(text) for text in texts]))


def _most_of_one(names: Names, parties: Parties, text: str) -> int:
    held = names.held_by(text)
    return parties.most_of_one(names.owners[held]) if len(held) else 0
