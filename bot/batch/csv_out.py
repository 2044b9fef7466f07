"""The result as CSV: UTF-8 with a mark, so that a spreadsheet reads it rightly when it is opened by a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.batch.cells import Row, Value, harmless, text_of
from bot.batch.judged import COLUMNS, Judged
from bot.part_files import PartFile

MARK = "\ufeff"


class CsvFile:
    """Writes rows with their results beside the target, and puts them in its place when all are there. `delimiter` is
    a comma, or a semicolon where the file had them."""

    def __init__(self, target: Path, heads: Sequence[str], editions: str, delimiter: str) -> None:
        self._part = PartFile(target)
        self._width, self._editions = len(heads), editions
        self._handle = self._part.path.open("w", encoding="utf-8", newline="")
        self._handle.write(MARK)
        self._writer = csv.writer(self._handle, delimiter=delimiter, lineterminator="\r\n")
        self._writer.writerow([*map(harmless, heads), *COLUMNS])

    def __enter__(self) -> CsvFile:
        return self

    def write(self, rows: Iterable[tuple[Row, Judged]]) -> None:
        for row, judged in rows:
            cells = judged.cells(self._editions)
            self._writer.writerow([*own_cells(row, self._width), *(harmless(str(cell)) for cell in cells)])

    def finish(self, notes: Sequence[tuple[str, object]]) -> None:
        """A CSV file has no second sheet: the notes are left out."""
        self._handle.close()
        self._part.keep()

    def __exit__(self, *_: object) -> None:
        self._handle.close()
        self._part.drop()


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
