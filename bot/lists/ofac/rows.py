"""The rows of OFAC's CSV files. One record a line; a few bad ones in a companion do not keep a new edition out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bot.errors import RefusedEdition
from bot.lists.guards import decoded
from bot.lists.reading import LeftOut, Role

SHOWN = 2  # reasons
END_MARK = "\x1a"  # the last record of a file that comes straight from OFAC
OTHER_FILE = 0.05  # a companion of which more rows than this are bad is of another publication, or cut
# A cell in quotation marks ends at one that a comma or the end of the line follows: a stray one within it is kept.
_CELL = re.compile(r'\s*(?:"((?:[^"]|"(?!\s*(?:,|$)))*)"\s*|([^,]*))(?:,|$)')

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The records of a file, nulls empty. `marked`: its end mark was there. `bad` are reasons, one a row that could
    not be read as it stands."""

    name: str
    rows: Rows
    marked: bool
    bad: tuple[str, ...] = ()

    @property
    def left_out(self) -> LeftOut | None:
        if not self.bad:
            return None
        reasons = [*dict.fromkeys(self.bad)]
        more = "; and others" if len(reasons) > SHOWN else ""
        return LeftOut(self.name, len(self.bad), len(self.rows) + len(self.bad), "; ".join(reasons[:SHOWN]) + more)


def csv_file(role: Role, content: bytes, max_bytes: int) -> CsvFile:
    """Read a file. All cells but the last of a record are stripped.

    A stray quotation mark is read over and told. Refuses another record with the wrong number of cells in a file that
    the list cannot be read without, and in a companion where they are many: it is cut, or it is another file.
    """
    name = role.names[0]
    if content.strip() == END_MARK.encode() and not role.required:
        return CsvFile(name, [], True)  # nothing to add, which is no empty download
    text = decoded(name, content, max_bytes)
    if text.lstrip().startswith("<"):
        raise RefusedEdition(f"{name} is XML; this list is read from CSV files.")
    marked = text.rstrip("\r\n ").endswith(END_MARK)
    _refuse_cut_line(name, text)
    try:
        return CsvFile(name, _strictly(name, text, role), marked)
    except RefusedEdition as refusal:
        found = _line_by_line(name, text, role, marked)
        if any(len(row) != role.columns for row in found.rows) or _too_many(len(found.bad), len(found.rows)):
            raise refusal from None
        return found


def _strictly(name: str, text: str, role: Role) -> Rows:
    rows: Rows = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), strict=True):
            if not cells or cells == [END_MARK]:
                continue
            if len(cells) != role.columns:
                raise RefusedEdition(
                    f"{name} holds {len(cells)} columns in record {len(rows) + 1:,} where {role.columns} belong: "
                    "it is cut, or it is another file."
                )
            rows.append(_cells(cells))
    except csv.Error as error:
        raise RefusedEdition(f"{name} is cut or damaged after record {len(rows):,} ({error}).") from error
    return rows


def _line_by_line(name: str, text: str, role: Role, marked: bool) -> CsvFile:
    rows: Rows = []
    bad: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip("\r")
        if not line.strip(f" {END_MARK}"):
            continue
        cells, is_whole = _of_line(line, role.columns)
        if len(cells) == role.columns:
            rows.append(_cells(cells))
            if not is_whole:
                bad.append(f"line {number:,} has a stray quotation mark")
        elif role.required:
            rows.append(cells)  # told by its length: such a file is refused
        else:
            bad.append(f"line {number:,} has {len(cells)} columns where {role.columns} belong")
    return CsvFile(name, rows, marked, tuple(bad))


def _of_line(line: str, columns: int) -> tuple[list[str], bool]:
    """The cells of a line, and whether it is as a CSV file has it."""
    try:
        cells = next(csv.reader([line], strict=True))
    except csv.Error:
        cells = []
    if len(cells) == columns:
        return cells, True
    found = [quoted or plain for quoted, plain in _CELL.findall(line)]
    return found[:-1] if found and not line.endswith(",") and not found[-1] else found, False


def _cells(cells: list[str]) -> list[str]:
    # The last column is free text, cut at a fixed length: a space at its end may be half of "; ".
    return [*map(_cell, cells[:-1]), cells[-1] if _cell(cells[-1]) else ""]


def _cell(cell: str) -> str:
    value = cell.strip()
    return "" if value == "-0-" else value


def _refuse_cut_line(name: str, text: str) -> None:
    """A last line without its line end, whose last cell is neither quoted nor a whole null, was cut in mid-cell."""
    line = text.rsplit("\n", 1)[-1]
    if line and END_MARK not in line and not line.rstrip().endswith(('"', "-0-", ",")):
        raise RefusedEdition(f"{name} is cut: its last line ends in the middle of a cell.")


def belonging(file: CsvFile, numbers: Collection[str], primary_name: str) -> CsvFile:
    """A companion without the rows that it holds twice and those of entries that the primary file lacks. Refuses many
    of the latter: the files come from different publications."""
    known = frozenset(numbers)
    orphans = [row for row in file.rows if row[0] not in known]
    if _too_many(len(orphans), len(file.rows)):
        entries = sorted({row[0] for row in orphans})
        rows = f"{len(entries):,} entries" if len(entries) > 1 else "an entry"
        raise RefusedEdition(
            f"{file.name} speaks of {rows} that {primary_name} does not hold (such as {entries[0][:20]}): "
            "the files are of different publications."
        )
    kept = [row for row in file.rows if row[0] in known]
    once = [*dict.fromkeys(map(tuple, kept))]
    bad = [
        *file.bad,
        *(f"a row of {row[0][:20]}, which {primary_name} does not hold" for row in orphans),
        *(["a row that is there twice"] * (len(kept) - len(once))),
    ]
    return replace(file, rows=[[*row] for row in once], bad=tuple(bad))


def of_known_words(file: CsvFile, column: int, known: Callable[[str], bool], what: str) -> CsvFile:
    """A file in which the words of a column that the publisher does not have are told; many of them are refused. Their
    rows stay: a name is not lost for a new word beside it."""
    strange = [row[column] for row in file.rows if not known(row[column])]
    if _too_many(len(strange), len(file.rows)):
        raise RefusedEdition(f"{file.name} has the {what} {strange[0][:30]!r}, which OFAC does not have.")
    return replace(file, bad=(*file.bad, *(f"the {what} {word[:30]!r} is new" for word in strange)))


def _too_many(bad: int, of: int) -> bool:
    return bad > OTHER_FILE * of
