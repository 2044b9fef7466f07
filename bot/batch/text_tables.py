"""Tables in text files: their delimiter, and their rows one by one."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.batch.cells import Row
from bot.batch.encodings import NAMES, SAVE_AS, encoding_of
from bot.batch.heads import head_of
from bot.errors import BadInput

_SAMPLE = 300  # lines by which the delimiter is told
_DELIMITERS = {";": "semicolons", ",": "commas", "\t": "tabs", "|": "bars", "^": "carets", "~": "tildes", ":": "colons"}
_ABOVE = 15  # rows that may stand above the head
_LIKELY = 0.5  # the same where the sign also parts heads that are known
_SURE = 0.8  # share of rows that have as many cells as most, from where on it is the delimiter
_LONGEST_CELL = 32_767  # characters that a spreadsheet's cell holds
_SEP = re.compile(r"^\"?sep=(.)\"?$", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

csv.field_size_limit(10 * _LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class TextTable:
    """A text file as a table. `delimiter` is "" where there is one column alone."""

    path: Path
    encoding: str
    delimiter: str
    skipped: int = 0  # lines above the table: Excel's "sep=;"
    is_wrapped: bool = False  # each line is one cell in quotation marks, and the row is in it

    @property
    def says(self) -> str:
        """What it was taken for, for the summary."""
        parted = _DELIMITERS.get(self.delimiter, repr(self.delimiter)) if self.delimiter else "one column"
        return f"text, {parted}, {NAMES[self.encoding]}"

    def rows(self) -> Iterator[Row]:
        """The rows from the first, each cell as it stands; empty lines as empty rows. Raises BadInput."""
        try:
            with self.path.open(encoding=self.encoding, newline="") as handle:
                lines: Iterable[str] = itertools.islice(handle, self.skipped, None)
                lines = map(_unwrapped, lines) if self.is_wrapped else lines
                yield from self._checked(_parsed(lines, self.delimiter))
        except UnicodeDecodeError as error:
            raise BadInput(f"The letters of {self.path.name} change on the way. {SAVE_AS}") from error
        except csv.Error as error:
            raise BadInput(f"{self.path.name} cannot be read as a table: {_in_words(error)}. {SAVE_AS}") from error

    def _checked(self, rows: Iterable[list[str]]) -> Iterator[Row]:
        width = 0
        for number, row in enumerate(rows, 1 + self.skipped):
            width = max(width, len(row)) if number <= _SAMPLE else width
            if any("\n" in cell and self._swallows(cell, width) for cell in row):
                raise BadInput(
                    f"In row {number} of {self.path.name} a quotation mark opens and whole rows follow before the next:"
                    f" it has probably been left open. {SAVE_AS}"
                )
            yield row

    def _swallows(self, cell: str, width: int) -> bool:
        """Whether a cell holds what were rows: lines with as many delimiters as a row has."""
        if width < 2:
            return cell.count("\n") >= 3
        return any(line.count(self.delimiter) >= width - 1 for line in cell.splitlines()[1:])


def _in_words(error: csv.Error) -> str:
    return "a cell is longer than any spreadsheet holds" if "limit" in str(error) else str(error)


def _parsed(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    if delimiter:
        yield from csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    else:
        yield from _single(lines)


def _single(lines: Iterable[str]) -> Iterator[list[str]]:
    """Rows of one cell, whatever signs stand in it."""
    for line in lines:
        text = _unwrapped(line).rstrip("\r\n")
        yield [text] if text.strip() else []


def _unwrapped(line: str) -> str:
    """The line without the quotation marks that it stands in as a whole."""
    text = line.rstrip("\r\n")
    if len(text) < 2 or not text[0] == text[-1] == '"':
        return line
    return text[1:-1].replace('""', '"') + line[len(text) :]


def open_text(path: Path) -> TextTable:
    """What a text file is. Raises BadInput where it is empty, no text, or no table."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="", errors="strict") as handle:
        lines = list(itertools.islice(_bounded(handle, path.name), _SAMPLE))
    if not any(line.strip() for line in lines):
        raise BadInput(f"{path.name} is empty.")
    _refuse_other_text(lines, path.name)
    if found := _SEP.match(lines[0].strip()):
        return TextTable(path, encoding, found[1], 1)
    delimiter = delimiter_of(lines)
    if not delimiter and (inner := _wrapped_delimiter(lines)):
        return TextTable(path, encoding, inner, is_wrapped=True)
    return TextTable(path, encoding, delimiter)


def _wrapped_delimiter(lines: list[str]) -> str:
    """The sign that parts the cells where each line was made one cell, as by a spreadsheet that did not know it: told
    by its heads."""
    filled = [line for line in lines if line.strip()]
    bare = [_unwrapped(line) for line in filled]
    if sum(line != inner for line, inner in zip(filled, bare, strict=True)) < len(filled) * _SURE:
        return ""
    sign = delimiter_of(bare)
    return sign if sign and _fit(bare, sign)[2] > 1 else ""


def _bounded(handle: Iterable[str], name: str) -> Iterator[str]:
    for line in handle:
        if len(line) > 30 * _LONGEST_CELL:
            raise BadInput(f"{name} is not a table: its lines have no end. {SAVE_AS}")
        yield line


def _refuse_other_text(lines: list[str], name: str) -> None:
    start = "".join(lines[:5]).lstrip()[:200].casefold()
    if start.startswith(("<!doctype", "<html", "<?xml", "<table", "<workbook")):
        raise BadInput(f"{name} is a web page or XML, whatever its name says. {SAVE_AS}")
    if start.startswith(("{", "[{")):
        raise BadInput(f"{name} is JSON, not a table. For JSON lines there is: sanctions-bot screen --jsonl.")
    if start.startswith(("{\\rtf", "%pdf", "mime-version:")):
        raise BadInput(f"{name} is a document, not a table. {SAVE_AS}")
    if sum(len(_BINARY.findall(line)) for line in lines) > sum(map(len, lines)) * 0.01 + 2:
        raise BadInput(f"{name} is not a table of text that can be read. {SAVE_AS}")


def delimiter_of(lines: list[str]) -> str:
    """The sign that parts the cells, or "" where each line is one cell: the one that gives most rows the same number of
    cells, and of several such the one that makes heads that are known."""
    scored = [(*_fit(lines, sign), sign) for sign in _DELIMITERS]
    likely = [each for each in scored if each[0] >= 2 and each[1] >= (_LIKELY if each[2] else _SURE)]
    if not likely:
        return ""
    return max(likely, key=lambda each: (each[2], each[1] * min(each[0], 4), each[0]))[3]


def _fit(lines: list[str], sign: str) -> tuple[int, float, int]:
    """How many cells most rows have, the share of rows that do, and how many heads are known."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=sign, skipinitialspace=True) if any(row)]
    except csv.Error:
        return 0, 0.0, 0
    titles = list(itertools.takewhile(lambda row: sum(map(bool, row)) < 2, rows[:_ABOVE]))
    rows = rows[len(titles) :]
    if not rows:
        return 0, 0.0, 0
    if titles and any(map(head_of, titles[-1])) and not any(map(head_of, rows[0])):
        return 1, 1.0, 1  # "Name" above "Smith, John": the comma is part of the name
    cells, count = Counter(map(len, rows)).most_common(1)[0]
    heads = max(sum(head_of(cell) is not None for cell in row) for row in rows[:10])
    return cells, count / len(rows), heads
