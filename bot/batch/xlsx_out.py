"""The result as a workbook: the rows with filters, the verdicts in words and colour, the editions on a second sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from bot.batch.cells import Cell, Row, Value, text_of
from bot.batch.judged import COLUMNS, Judged
from bot.batch.wording import letter
from bot.errors import BadInput
from bot.part_files import PartFile

MOST_ROWS = 1_048_576
_LONGEST = 32_767  # characters in a cell
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RUNS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
_WIDTHS = {"verdict": 14, "standing": 22, "matched_name": 36, "entity_id": 14, "lists": 26, "programs": 30}
_WIDTHS |= {"reasons": 60, "editions": 30}
_FONT = "Calibri"

# Dark words on a light ground; the word is what tells, the colour helps to find it.
_COLOURS = {
    "listed": ("F8D0CC", "8A1C12"),
    "possible": ("FCE8B8", "7A4B00"),
    "no_match": ("E3EDE5", "2F4F3A"),
    "not_checked": ("E4E4EA", "3F3F55"),
}
# How a word of the contract is shown; the cell still holds it, so that filters and programs find it.
_SHOWN = {"listed": "LISTED", "possible": "POSSIBLE", "no_match": "NO MATCH", "not_checked": "NOT CHECKED"}


class XlsxFile:
    """Writes rows with their results; the target is there when all are."""

    def __init__(self, target: Path, heads: Sequence[str], editions: str) -> None:
        self._part = PartFile(target)
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Screened")
        self._width, self._editions = len(heads), editions
        self._rows, self._finished = 1, False
        self._verdicts = {word: self._verdict_cell(word) for word in _COLOURS}
        self._sheet.freeze_panes = "A2"
        self._sheet.page_setup.orientation, self._sheet.page_setup.fitToHeight = "landscape", 0
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)  # on paper no column is cut off
        for at, head in enumerate([*heads, *COLUMNS]):
            wide = _WIDTHS.get(head, 12) if at >= len(heads) else min(max(len(head) + 2, 18), 40)
            self._sheet.column_dimensions[letter(at)].width = wide
        self._sheet.append([self._bold(head) for head in [*heads, *COLUMNS]])

    def _bold(self, words: str) -> object:
        cell = WriteOnlyCell(self._sheet, value=_legal(words))
        cell.font, cell.data_type = Font(name=_FONT, bold=True), "s"
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        return cell

    def _verdict_cell(self, word: str) -> object:
        """One cell for all rows of a verdict: it is written out at once, and can be used again."""
        ground, ink = _COLOURS[word]
        cell = WriteOnlyCell(self._sheet, value=word)
        cell.fill = PatternFill("solid", start_color=ground)
        cell.font = Font(name=_FONT, bold=word in ("listed", "possible"), color=ink)
        cell.number_format = f';;;"{_SHOWN[word]}"'
        return cell

    def write(self, rows: Iterable[tuple[Row, Judged]]) -> None:
        """Raises BadInput beyond the rows that a sheet holds."""
        for row, judged in rows:
            self._rows += 1
            if self._rows > MOST_ROWS:
                raise BadInput(f"A sheet holds {MOST_ROWS:,} rows and there are more. Write CSV: -o results.csv.")
            self._sheet.append([*self._own(row), *self._results(judged)])

    def _results(self, judged: Judged) -> Iterator[object]:
        verdict, standing, *rest = judged.cells(self._editions)
        yield self._verdicts.get(str(verdict), "")
        yield self._standing(str(standing), str(verdict))
        for cell in rest:
            yield cell if isinstance(cell, float) else self._text(str(cell))

    def _standing(self, standing: str, verdict: str) -> object:
        if not standing:
            return None
        cell = WriteOnlyCell(self._sheet, value=standing)
        cell.number_format = f';;;"{standing.replace("_", " ")}"'
        cell.font = Font(name=_FONT, color=_COLOURS[verdict][1])
        return cell

    def _own(self, row: Row) -> list[object]:
        cells = [self._cell(cell) for cell in row[: self._width]]
        if len(row) > self._width:  # what is too much stays in the last
            rest = [text_of(cell) for cell in row[self._width - 1 :]]
            cells[-1] = self._text(", ".join(filter(None, rest)))
        return cells + [None] * (self._width - len(cells))

    def _cell(self, cell: Value) -> object:
        if isinstance(cell, str):
            return self._text(cell)
        value = cell.formula if cell.value is None else cell.value
        if isinstance(value, str):
            return self._text(value)
        if cell.look == "General" or value is None:
            return value if isinstance(value, int | float | bool | date | time | timedelta | None) else str(value)
        return self._formatted(value, cell)

    def _formatted(self, value: object, cell: Cell) -> object:
        if not isinstance(value, int | float | date | datetime | time | timedelta):
            return self._text(str(value))
        written = WriteOnlyCell(self._sheet, value=value)  # type: ignore[arg-type]  # it takes every date and time
        written.number_format = cell.look
        return written

    def _text(self, text: str) -> object:
        """Text that stays text, also where somebody edits the cell."""
        plain = _legal(text)
        if not plain:
            return None
        if not _RUNS.match(plain):
            return plain
        cell = WriteOnlyCell(self._sheet, value=plain)
        cell.data_type, cell.quotePrefix = "s", True
        return cell

    def __enter__(self) -> XlsxFile:
        return self

    def finish(self, notes: Sequence[tuple[str, object]]) -> None:
        """`notes` are the lines of the second sheet: what, and its value."""
        self._sheet.auto_filter.ref = f"A1:{letter(self._width + len(COLUMNS) - 1)}{self._rows}"
        about = self._book.create_sheet("Editions")
        about.column_dimensions["A"].width, about.column_dimensions["B"].width = 34, 90
        for what, value in notes:
            about.append([self._bold(what), self._text(value) if isinstance(value, str) else value])
        self._finished = True
        self._book.save(self._part.path)
        self._part.keep()

    def __exit__(self, *_: object) -> None:
        if not self._finished:
            self._sheet.close()
        self._part.drop()


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)[:_LONGEST]
