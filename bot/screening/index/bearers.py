"""Who has a word in a name, and how many of one publisher: whether the word tells a party, or only describes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

import numpy as np

from bot.screening.flat import Ids
from bot.screening.index.names import Names
from bot.screening.index.parties import Parties


class Bearers:
    """The parties that have a word in a name."""

    def __init__(self, names: Names, parties: Parties) -> None:
        self._names, self._parties = names, parties

    def of(self, text: str) -> Ids:
        """Their numbers, some perhaps twice."""
        return self._names.owners[self._names.held_by(text)]

    def together(self, texts: Iterable[str]) -> int:
        """How many names have all of the words."""
        return len(reduce(np.intersect1d, [self._names.held_by(text) for text in texts]))

    def count(self, text: str) -> int:
        """How many of one publisher have the word, at most."""
        return self._parties.most_of_one(self.of(text))
