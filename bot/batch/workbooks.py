"""Tables in workbooks (.xlsx): opened without running anything, within bounds, row by row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bot.batch.cells import Cell, Row
from bot.errors import BadInput

_LARGEST = 1_500_000_000  # bytes of all parts unpacked: a full sheet of 1,048,576 rows and twenty columns
_LARGEST_TEXTS = 300_000_000  # bytes of the texts that are held in memory
_PARTS = 10_000
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AS_XLSX = "Save it in Excel as “Excel workbook (.xlsx)” and send that."
_OTHER_ZIPS = (
    ("xl/workbook.bin", f"is a binary workbook (.xlsb). {AS_XLSX}"),
    ("content.xml", f"is an OpenDocument file (.ods). {AS_XLSX}"),
    ("Index/Document.iwa", f"is a Numbers file. {AS_XLSX}"),
    ("word/document.xml", "is a Word document, not a table. Copy the table into a workbook."),
    ("ppt/presentation.xml", "is a presentation, not a table."),
)


def is_workbook(start: bytes) -> bool:
    """Whether a file that begins so is a zip or one of Office's older files."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook as a table."""

    path: Path
    sheet: str
    has_formulas: bool
    delimiter: str = ""

    @property
    def says(self) -> str:
        return f"workbook, sheet “{self.sheet}”"

    def rows(self) -> Iterator[Row]:
        """The rows from the first, without empty cells at their end; of a formula what it last came to."""
        with _opened(self.path, data_only=False) as book, _opened(self.path, data_only=True) as values:
            shown = _rows_of(values[self.sheet], self.path.name) if self.has_formulas else repeat(None)
            for cells, computed in zip(_rows_of(book[self.sheet], self.path.name), shown, strict=False):
                row = [_cell(cell, computed[at] if computed else None) for at, cell in enumerate(cells)]
                while row and row[-1].value is None and not row[-1].formula:
                    row.pop()
                yield row


def _cell(cell: Any, computed: Any) -> Cell:
    if cell.value is None:
        return Cell(None)
    if cell.data_type == "f":
        return Cell(None if computed is None else computed.value, cell.number_format, str(cell.value))
    return Cell(cell.value, cell.number_format)


def _rows_of(sheet: Any, name: str) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong, and rows would be lost
    try:
        yield from sheet.iter_rows()
    except Exception as error:  # whatever the reader trips over, the file is what is wrong
        raise _damaged(name) from error


class _opened:
    """A workbook, read only, closed at the end."""

    def __init__(self, path: Path, data_only: bool) -> None:
        self._handle = path.open("rb")
        try:
            self._book = load_workbook(self._handle, read_only=True, data_only=data_only, keep_links=False)
        except Exception as error:  # as above: a zip that is no workbook, XML that is none, a missing part
            self._handle.close()
            raise _damaged(path.name) from error

    def __enter__(self) -> Any:
        return self._book

    def __exit__(self, *_: object) -> None:
        self._book.close()
        self._handle.close()


def _damaged(name: str) -> BadInput:
    return BadInput(f"{name} is a damaged workbook: Excel may be able to repair it. {AS_XLSX}")


def open_workbook(path: Path, sheet: str = "") -> list[SheetTable]:
    """The sheets of a workbook that can be seen and hold anything; the one named alone. Raises BadInput."""
    _check_kind(path)
    has_formulas = _check_parts(path)
    with _opened(path, data_only=True) as book:
        names = [each.title for each in book.worksheets if each.sheet_state == "visible"]
        if sheet:
            same = [each.title for each in book.worksheets if each.title.casefold() == sheet.strip().casefold()]
            if not same:
                raise BadInput(f"{path.name} has no sheet “{sheet[:40]}”. It has: {', '.join(names)}.")
            names = same
        filled = [each for each in names if _has_rows(book[each], path.name)]
    if not filled:
        raise BadInput(f"{path.name} has no sheet with anything in it.")
    return [SheetTable(path, each, has_formulas) for each in filled]


def _has_rows(sheet: Any, name: str) -> bool:
    return any(cell.value is not None for row in _rows_of(sheet, name) for cell in row)


def _check_kind(path: Path) -> None:
    with path.open("rb") as handle:
        start = handle.read(1 << 20)
    if not start.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in start:
        raise BadInput(f"{path.name} is protected by a password. Save a copy without one and send that.")
    raise BadInput(f"{path.name} is a workbook of an older Excel (.xls). {AS_XLSX}")


def _check_parts(path: Path) -> bool:
    """Whether any sheet has formulas. Raises BadInput for what is no workbook, has macros, or unpacks without end.

    A part cannot unpack to more than the file says it will: the reader stops there.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            _refuse_other_zips(names, path.name)
            _refuse_bombs(parts, path.name)
            if any(part.flag_bits & 1 for part in parts):
                raise BadInput(f"{path.name} is protected by a password. Save a copy without one and send that.")
            sheets = [each for each in names if each.startswith("xl/worksheets/") and each.endswith(".xml")]
            return any(_has_formula(archive, sheet) for sheet in sheets)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
        raise _damaged(path.name) from error


def _refuse_other_zips(names: set[str], name: str) -> None:
    for part, says in _OTHER_ZIPS:
        if part in names:
            raise BadInput(f"{name} {says}")
    if "xl/workbook.xml" not in names:
        raise BadInput(f"{name} is a packed file (zip). Unpack it and send the table in it.")
    if any(each.rpartition("/")[2].casefold() == "vbaproject.bin" or "/macrosheets/" in each for each in names):
        raise BadInput(f"{name} holds macros. {AS_XLSX}")


def _refuse_bombs(parts: Sequence[zipfile.ZipInfo], name: str) -> None:
    texts = sum(part.file_size for part in parts if part.filename == "xl/sharedStrings.xml")
    if sum(part.file_size for part in parts) > _LARGEST or texts > _LARGEST_TEXTS or len(parts) > _PARTS:
        raise BadInput(f"{name} would unpack to more than any workbook holds. Save the table as CSV and divide it.")


def _has_formula(archive: zipfile.ZipFile, part: str) -> bool:
    kept = b""
    with archive.open(part) as handle:
        while block := handle.read(1 << 20):
            if _FORMULA.search(kept + block):
                return True
            kept = block[-8:]
    return False
