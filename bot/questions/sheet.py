"""A text with its known phrases put away under marks.

A phrase that may be more than part of a name ("on the SDN list", "since March 1", "option B", "EO 14024", a
quotation) is replaced by one character that cleaned text cannot contain. The patterns of `kinds` then read
"is Rosneft <list>?" in place of prose. A mark that turns out to stand inside a name is put back as it was, so
nothing is ever eaten out of a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

_EACH = 256  # marks of one sort in one text; what is beyond stays as it is


class Sort(Enum):
    """What a mark stands for. The value is the first of its characters, in the private use area."""

    QUOTED = 0xE000
    LISTS = 0xE100
    DATE = 0xE200
    OPTIONS = 0xE300
    PROGRAMS = 0xE400
    MEASURES = 0xE500
    BORN = 0xE600
    NUMBER = 0xE700

    @property
    def pattern(self) -> str:
        """A character class that fits any mark of this sort."""
        return f"[{chr(self.value)}-{chr(self.value + _EACH - 1)}]"


ANY_MARK = re.compile("[\ue000-\ue7ff]")


@dataclass(frozen=True, slots=True)
class Mark:
    sort: Sort
    words: str  # what stood there
    value: Any


@dataclass(slots=True)
class Sheet:
    """The text as marked so far."""

    text: str
    marks: dict[str, Mark] = field(default_factory=dict)

    def mark(self, sort: Sort, spans: Iterable[tuple[int, int, Any]]) -> None:
        """Put the spans (start, end, value), which are in order and apart, under marks."""
        pieces, done = [], 0
        for start, end, value in spans:
            count = sum(1 for mark in self.marks.values() if mark.sort is sort)
            if start < done or count >= _EACH:
                continue
            char = chr(sort.value + count)
            self.marks[char] = Mark(sort, self.text[start:end], value)
            pieces += [self.text[done:start], char]
            done = end
        self.text = "".join([*pieces, self.text[done:]])

    def mark_all(self, sort: Sort, pattern: re.Pattern[str], value: Callable[[re.Match[str]], Any]) -> None:
        """Mark every match of `pattern` for which `value` gives something."""
        if found := [(m.start(), m.end(), v) for m in pattern.finditer(self.text) if (v := value(m))]:
            self.mark(sort, found)

    def restore(self, text: str) -> str:
        """`text` with every mark in it as it was typed."""
        while ANY_MARK.search(text):
            text = ANY_MARK.sub(lambda m: self.marks[m.group()].words if m.group() in self.marks else "", text)
        return text

    def values(self, sort: Sort, text: str | None = None) -> list[Any]:
        """The values of the marks of one sort in `text` (the whole text, unless told), in order."""
        text = self.text if text is None else text
        return [self.marks[c].value for c in text if c in self.marks and self.marks[c].sort is sort]

    def without(self, sort: Sort, text: str) -> str:
        return re.sub(rf"\s*{sort.pattern}", "", text)
