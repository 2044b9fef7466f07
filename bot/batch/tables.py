"""A table in a file, whatever the file is, and how it is read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from bot.batch.asides import asides_told
from bot.batch.cells import Row
from bot.batch.columns import SAMPLE, Layout, Wish, layout_of
from bot.batch.text_tables import open_text
from bot.batch.workbooks import SheetTable, is_workbook, open_workbook
from bot.errors import BadInput

LARGEST = 100_000_000  # bytes of a file


class Table(Protocol):
    """Rows that can be read again and again, each time from the first."""

    @property
    def delimiter(self) -> str: ...

    @property
    def says(self) -> str: ...

    def rows(self) -> Iterator[Row]: ...


def open_table(path: Path, wish: Wish) -> tuple[Table, Layout]:
    """The table in a file, and how it is to be read. Raises BadInput, in words of spreadsheets, where there is none
    that can be read, or where it is not sure which column holds the names."""
    try:
        start = _start_of(path)
        if is_workbook(start):
            return _sheet_of(open_workbook(path, wish.sheet), wish, path.name)
        if wish.sheet:
            raise BadInput(f"{path.name} is no workbook: it has no sheets.")
        table = open_text(path)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror or 'an error of the disk'}.") from error
    return table, layout_of(_sample(table), wish, path.name)


def _start_of(path: Path) -> bytes:
    if path.is_dir():
        raise BadInput(f"{path.name} is a folder.")
    size = path.stat().st_size
    if size > LARGEST:
        raise BadInput(
            f"{path.name} has {size / 1e6:,.0f} MB; a file of names may have {LARGEST / 1e6:,.0f}. Divide it."
        )
    with path.open("rb") as handle:
        return handle.read(64)


def _sample(table: Table) -> list[Row]:
    return list(itertools.islice(table.rows(), SAMPLE))


def _sheet_of(sheets: list[SheetTable], wish: Wish, name: str) -> tuple[Table, Layout]:
    """The one sheet that is a table of names."""
    found: list[tuple[Table, Layout]] = []
    refusals: list[BadInput] = []
    for sheet in sheets:
        try:
            found.append((sheet, layout_of(_sample(sheet), wish, f"{name}, sheet “{sheet.sheet}”")))
        except BadInput as refusal:
            refusals.append(refusal)
    headed = [each for each in found if each[1].has_head] or found
    if len(headed) == 1:
        return headed[0]
    if headed:
        names = ", ".join(f"“{sheet.sheet}”" for sheet in sheets)
        raise BadInput(
            f"Several sheets of {name} could hold the names: {names}. "
            "Send it again with the one alone; on the command line --sheet says which."
        )
    raise (
        refusals[0] if len(refusals) == 1 else BadInput(f"No sheet of {name} is surely a table of names. {refusals[0]}")
    )


def body_of(table: Table, layout: Layout) -> Iterator[Row]:
    """The rows under the head: of parties, and as `Aside` what is none."""
    return asides_told(_rows_below(table, layout), layout)


def _rows_below(table: Table, layout: Layout) -> Iterator[Row]:
    """Empty lines are no rows, but where there is one column alone: there a name is missing."""
    missing = 0
    for row in itertools.islice(table.rows(), layout.first, None):
        if row:
            yield from itertools.repeat([""], missing)
            missing = 0
            yield row
        elif layout.width == 1:
            missing += 1  # at the end of a file they are nothing
