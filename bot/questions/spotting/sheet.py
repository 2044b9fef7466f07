"""A text with its known phrases put under marks, each as long as what it covers, so that places stay what they were.

A phrase that says something by itself ("on the SDN list", "since March 1", "option B", a quotation) is spotted once,
the surest sort first; later patterns see a mark in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NamedTuple

MOST = 256  # spans of one sort in one text; what is beyond stays words


SHORT, BEGINNING = 3, 4  # letters by which a word is told
Beginnings = frozenset[str]
ANY = Beginnings()
_WORD, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")


def beginnings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group()[:BEGINNING] for word in words if (found := _WORD.search(word.casefold())))


class Sort(Enum):
    """What a span says. The value is its mark, a character that cleaned text cannot hold."""

    WORD = ""
    QUOTED = "\ue000"
    LISTS = "\ue100"
    DATE = "\ue200"
    OPTIONS = "\ue300"
    PROGRAMS = "\ue400"
    MEASURES = "\ue500"
    BORN = "\ue600"
    NUMBER = "\ue700"
    COUNTRY = "\ue800"
    ZONE = "\ue900"
    LICENSE = "\ueb00"
    OTHER_LIST = "\uec00"  # a list that no reader knows
    LAW = "\ued00"
    ASIDE = "\uea00"  # a number that names nobody: of an account, of a tax office


class Span(NamedTuple):
    start: int
    end: int
    sort: Sort
    value: Any


class Sheet:
    """The text as marked so far, and the spans."""

    def __init__(self, text: str) -> None:
        self.whole = self.text = text
        self.spans: list[Span] = []
        words = _WORD.findall(text.casefold())
        self._begun = {word[:size] for word in words for size in (SHORT, BEGINNING)}

    @property
    def has_digits(self) -> bool:
        """Whether figures stand in it that are under no mark."""
        return _DIGIT.search(self.text) is not None

    def may_hold(self, beginnings: frozenset[str]) -> bool:
        """Whether a word of the text begins with one of the beginnings (SHORT or BEGINNING letters): what
        a sort of span needs is looked for before the sort, which costs more."""
        return not beginnings.isdisjoint(self._begun)

    def mark(self, sort: Sort, spans: Iterable[tuple[int, int, Any]]) -> None:
        """Put the spans (start, end, value), which are in order, under marks."""
        if not (spans := list(spans)):
            return
        count, pieces, done = sum(span.sort is sort for span in self.spans), [], 0
        for start, end, value in spans:
            if start < done or count >= MOST:
                continue
            count += 1
            self.spans.append(Span(start, end, sort, value))
            pieces += [self.text[done:start], sort.value * (end - start)]
            done = end
        self.text = "".join([*pieces, self.text[done:]])

    def mark_all(
        self, sort: Sort, pattern: re.Pattern[str], value: Callable[[re.Match[str]], Any], telling: Beginnings = ANY
    ) -> None:
        """Mark every match of `pattern` for which `value` gives something; white space around it stays out. `telling`:
        the beginnings of words without which there is none."""
        found = []
        for match in pattern.finditer(self.text) if telling is ANY or self.may_hold(telling) else ():
            if given := value(match):
                words = match.group()
                start = match.end() - len(words.lstrip())
                found.append((start, start + len(words.strip()), given))
        self.mark(sort, found)
