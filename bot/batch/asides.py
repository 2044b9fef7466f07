"""Rows of a table that are no party: totals, page numbers, who signed, the head again. Told by how a row stands among
the others and how it is shaped, not by its words; what only seems so is screened all the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.batch.cells import Cell, Row, Value, number_in, text_of
from bot.batch.columns import Layout
from bot.batch.heads import NAMING, head_of

ENOUGH = 10  # rows by which it is known which columns every party fills
_FEW = 2  # the same where a sum, a label or an empty line says so too
_ALWAYS = 0.95
_MOST_HELD = 100  # rows that may stand under a table

_PAGES = re.compile(r"\W*(?:[^\W\d_]+\.?\s+)?(\d{1,5})\s*(?:/|[^\W\d_]{1,4})\s*(\d{1,5})\W*")
_LABELLED = re.compile(r"[^\W\d_][^:\n]{0,40}:(?:\s.*)?")
_ADORNED = re.compile(r"([-=*_~#.])\1+.*\1{2,}")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")

AGAIN = "This row repeats the head of the table."
SUM = "This row holds the sum or the number of the rows above it, as a total does: nobody was found by its words."
NOTE = "This row looks like a note beside the table, not like a party, and nobody was found by its words."
LAST = (
    "This row stands under the table and lacks what every other row has, as a note or a signature does: nobody was "
    "found by its words."
)


class Aside(tuple[Value, ...]):
    """A row that is no party. `is_sure`: it is not even screened; else it is, and NO MATCH is not said of it."""

    why: str
    is_sure: bool

    @classmethod
    def of(cls, row: Row, why: str, *, is_sure: bool = False) -> Aside:
        made = cls(row)
        made.why, made.is_sure = why, is_sure
        return made


def asides_told(rows: Iterable[Row], layout: Layout) -> Iterator[Row]:
    """The rows in order, those that are no party as `Aside`. Holds back a few at most."""
    seen = _Seen(layout)
    held: list[Row] = []  # until a party follows
    for row in rows:
        texts = [text_of(cell) for cell in row]
        told = seen.told(row, texts)
        if told is not None and told.why == AGAIN and held and not isinstance(held[-1], Aside) and any(held[-1]):
            held[-1] = Aside.of(held[-1], NOTE)  # what stands bare above a head is the title of its table
        if len(held) < _MOST_HELD and (told is not None or not any(texts) or seen.is_bare(texts)):
            held.append(told or row)
            seen.after_gap |= told is not None or not any(texts)
            continue
        yield from held
        held, seen.after_gap = [], False
        seen.add(row, texts)
        yield row
    yield from seen.told_last(held)


class _Seen:
    """What the rows so far have in common."""

    def __init__(self, layout: Layout) -> None:
        self._names = [at for role, at in layout.roles.items() if role in NAMING]
        self._head = [head.casefold() for head in layout.heads] if layout.has_head else []
        self._rows = 0
        self._filled: Counter[int] = Counter()
        self._sums: dict[int, float] = {}  # of the columns that hold nothing but numbers
        self._of_group: defaultdict[int, float] = defaultdict(float)  # the same since the last sum
        self._next: dict[int, float] = {}  # of the columns that number the rows: 1, 2, 3
        self._others = [at for at in range(layout.width) if at not in self._names]
        self.after_gap = False  # an empty line, or a row that is no party, stands above

    def add(self, row: Row, texts: Sequence[str]) -> None:
        """A row of a party."""
        self._rows += 1
        for at in self._others:
            if at < len(texts) and texts[at]:
                self._filled[at] += 1
                self._count(at, number_in(_value(row[at])))

    def _count(self, at: int, number: float | None) -> None:
        if number is None:
            self._sums.pop(at, None)
        elif self._rows == 1 or at in self._sums:
            self._sums[at] = self._sums.get(at, 0.0) + number
            self._of_group[at] += number
            if self._rows == 1 or number == self._next.get(at):
                self._next[at] = number + 1
            else:
                self._next.pop(at, None)

    def told(self, row: Row, texts: Sequence[str]) -> Aside | None:
        """The row, where it surely or probably is no party, wherever it stands."""
        filled = [text for text in texts if text]
        if self._is_head(texts, filled):
            return Aside.of(row, AGAIN, is_sure=True)
        name = " ".join(texts[at] for at in self._names if at < len(texts) and texts[at])
        if not name or len(name) > 200:
            return None
        if self._is_sum(row, texts):
            self._of_group.clear()
            return Aside.of(row, SUM)
        return Aside.of(row, NOTE) if self._is_shaped(name, len(filled), texts) else None

    def _is_head(self, texts: Sequence[str], filled: Sequence[str]) -> bool:
        """The head again, or a second one in other words."""
        if not self._head or len(filled) < 2:
            return False
        if [text.casefold() for text in texts] == self._head[: len(texts)]:
            return True
        heads = [head_of(text) for text in filled] if len(filled) == len(list(filter(None, self._head))) else [None]
        return all(heads) and any(head is not None and not head.by_party for head in heads)

    def _always(self) -> list[int]:
        return [at for at in self._others if self._filled[at] >= self._rows * _ALWAYS] if self._rows >= _FEW else []

    def is_bare(self, texts: Sequence[str]) -> bool:
        """Whether every column is empty that the parties always fill."""
        always = self._always()
        return bool(always) and not any(at < len(texts) and texts[at] for at in always)

    def _is_sum(self, row: Row, texts: Sequence[str]) -> bool:
        always = self._always()
        lacks = any(at >= len(texts) or not texts[at] for at in always)
        return lacks and any(self._is_total(at, number_in(_value(row[at]))) for at in always if at < len(row))

    def _is_total(self, at: int, number: float | None) -> bool:
        """Whether a cell counts the rows, also among words ("Total;;2;"), or sums up the numbers above it."""
        if number is None or number == self._next.get(at):
            return False
        sums = (self._sums[at], self._of_group[at]) if at in self._sums else ()
        return number == self._rows or any(abs(number - each) < 0.006 for each in sums)

    def _is_shaped(self, name: str, filled: int, texts: Sequence[str]) -> bool:
        alone = filled == 1 and (len(self._others) == 0 or self.is_bare(texts) or self._rows < _FEW)
        if _ADORNED.fullmatch(name) or _BRACKETED.fullmatch(name):
            return True
        if not alone:
            return False
        pages = _PAGES.fullmatch(name)
        if pages and 0 < int(pages[1]) <= int(pages[2]):
            return True
        return bool(_LABELLED.fullmatch(name))

    def told_last(self, rows: Sequence[Row]) -> Iterator[Row]:
        """The rows at the end, which nothing like a party follows."""
        after_gap, always = False, len(self._always())
        for row in rows:
            if isinstance(row, Aside):
                after_gap = True
                yield row
                continue
            texts = [text_of(cell) for cell in row]
            named = any(at < len(texts) and texts[at] for at in self._names)
            is_note = named and (after_gap or (always > 1 and self._rows >= ENOUGH))
            after_gap = after_gap or not any(texts) or is_note
            yield Aside.of(row, LAST) if is_note else row


def _value(cell: Value) -> object:
    return cell.value if isinstance(cell, Cell) else cell
