"""Whether a run of words is one name or several: where "and" parts it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from bot.questions.spotting.beside import Beside
from bot.questions.spotting.party_words import FIRMS_WITH_AND, GENERIC, LEGAL_FORMS, SPLITTERS, SURELY_TWO
from bot.questions.spotting.telling import Surety, is_given


class Several(Beside):
    def _parted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        cuts = [at for at in range(first + 1, last) if at not in self.inside and self._cuts(at)]
        if not cuts or not self._are_several(first, last, cuts):
            yield first, last
            return
        start = first
        for cut in [*cuts, last]:
            if start < cut:
                yield start, cut
            start = cut + (cut < last and self.items[cut].word in SPLITTERS)

    def _cuts(self, at: int) -> bool:
        between = self.row.before(at)
        marked = ("&" in between or "+" in between) and not self.items[at].form  # Greenfield & Sons
        return self.items[at].word in SPLITTERS or marked

    def _are_several(self, first: int, last: int, cuts: Sequence[int]) -> bool:
        whole = self.spelt.get(first)
        text = self.row.said(first, last).lower().replace("&", "and")
        if (whole and whole[0] == last) or text in FIRMS_WITH_AND:
            return False
        ends = [first, *cuts, last]
        parts = [[i for i in range(a, b) if self.items[i].word not in SPLITTERS] for a, b in itertools.pairwise(ends)]
        if any(not part or (len(part) == 1 and len(self.items[part[0]].text) == 1) for part in parts):
            return False
        if all(self.items[i].generic for i in parts[0]):
            return False
        if self.plural or any(self.items[cut].word in ("or", "nor", "или", "oder", "ou") for cut in cuts):
            return True
        least = [min(self.surety[i] for i in part) for part in parts]
        return Surety.LISTED in least or all(least) or all(self._stands_alone(part) for part in parts)

    def _stands_alone(self, part: Sequence[int]) -> bool:
        words = [self.items[i].word for i in part]
        if " ".join(words) in SURELY_TWO or (len(words) > 1 and words[-1] in LEGAL_FORMS):
            return True
        return len(words) in (2, 3) and is_given(words[0]) and not GENERIC & set(words)
