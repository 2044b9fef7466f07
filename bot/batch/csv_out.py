"""The result as CSV: UTF-8 with a mark, so that a spreadsheet reads it rightly when it is opened by a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import IO

from bot.batch.cells import Row, Value, harmless, text_of
from bot.batch.judged import COLUMNS, Judged

MARK = "\ufeff"


class CsvOut:
    """Writes rows with their results. `delimiter` is a comma, or a semicolon where the file had them."""

    def __init__(self, handle: IO[str], delimiter: str, editions: str) -> None:
        self._writer = csv.writer(handle, delimiter=delimiter, lineterminator="\r\n")
        self._editions = editions

    def head(self, heads: Sequence[str]) -> None:
        self._writer.writerow([*map(harmless, heads), *COLUMNS])

    def write(self, rows: Iterable[tuple[Row, Judged]], width: int) -> None:
        for row, judged in rows:
            cells = judged.cells(self._editions)
            self._writer.writerow([*own_cells(row, width), *(harmless(str(cell)) for cell in cells)])


def own_cells(row: Row, width: int) -> list[str]:
    """The cells of a row as they were, as many as there are columns: what is too much stays in the last."""
    cells = [as_written(cell) for cell in row]
    if len(cells) > width:
        rest = [cell for cell in cells[width - 1 :] if cell]
        cells[width - 1 :] = [", ".join(rest)]
    return [harmless(cell) for cell in cells] + [""] * (width - len(cells))


def as_written(cell: Value) -> str:
    """A cell of a text file as it stood there, blanks and all; one of a workbook as text."""
    return cell if isinstance(cell, str) else text_of(cell)
