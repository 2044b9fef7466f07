"""A file of names in, a file with verdicts out. The door of this room."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.batch.cells import Row
from bot.batch.columns import SAMPLE, Layout, Wish, layout_of
from bot.batch.csv_out import MARK, CsvOut
from bot.batch.judged import Judged, Screen, StandingOf, counted, judge
from bot.batch.parties import party_of
from bot.batch.text_tables import LARGEST, TextTable, open_text
from bot.errors import BadInput


@dataclass(frozen=True, slots=True)
class Lists:
    """What files are screened against: how a query is screened, how a hit stands, which editions that rests on."""

    screen: Screen
    standing_of: StandingOf
    editions: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a file: rows by verdict, which columns were taken, and what the file was taken for."""

    counts: dict[str, int]
    columns: dict[str, str]
    read_as: str
    above: int  # rows left out above the head

    def as_json(self) -> dict[str, object]:
        return {**self.counts, "columns": self.columns, "read_as": self.read_as, "rows_above_the_head": self.above}


def open_table(path: Path) -> TextTable:
    """The table in a file. Raises BadInput, in words of spreadsheets, where there is none that can be read."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadInput(f"{path.name} is no file.")
        if size > LARGEST:
            raise BadInput(
                f"{path.name} has {size / 1e6:,.0f} MB; a file of names may have {LARGEST / 1e6:,.0f}. Divide it."
            )
        return open_text(path)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from error


def screen_file(source: Path, target: Path, lists: Lists, wish: Wish) -> Summary:
    """Screen every row of `source` and write `target`, whole or not at all. Raises BadInput."""
    table = open_table(source)
    layout = layout_of(list(itertools.islice(table.rows(), SAMPLE)), wish, source.name)
    if target.exists() and target.samefile(source):
        raise BadInput("The results would be written over the file itself. Give -o another name.")
    counts: Counter[str] = Counter()
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as handle:
            handle.write(MARK)
            out = CsvOut(handle, ";" if table.delimiter == ";" else ",", lists.editions)
            out.head(layout.heads)
            out.write(_counting(_judged(body_rows(table, layout), layout, lists), counts), layout.width)
        part.replace(target)
    except OSError as error:
        raise BadInput(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    above = layout.first - layout.has_head
    return Summary(counted(counts), layout.columns, table.says, above)


def body_rows(table: TextTable, layout: Layout) -> Iterator[Row]:
    """The rows of parties. Empty lines are no rows, but where there is one column alone: there a name is missing."""
    held: list[Row] = []
    for row in itertools.islice(table.rows(), layout.first, None):
        if row:
            yield from held
            held = []
            yield row
        elif layout.width == 1:
            held.append([""])  # at the end of a file they are nothing


def _judged(rows: Iterable[Row], layout: Layout, lists: Lists) -> Iterator[tuple[Row, Judged]]:
    for row in rows:
        yield row, judge(party_of(row, layout), lists.screen, lists.standing_of)


def _counting(rows: Iterable[tuple[Row, Judged]], counts: Counter[str]) -> Iterator[tuple[Row, Judged]]:
    for row, judged in rows:
        counts[judged.verdict] += 1
        yield row, judged
