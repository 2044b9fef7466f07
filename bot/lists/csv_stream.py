"""CSV files read row by row: of a file of any size no more than one piece is in memory, and the parties whose rows are
not all read."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from bot.errors import RefusedEdition
from bot.lists.content import Content, head, pieces_of
from bot.lists.guards import decoded

_MB = 1_000_000


class _Pieces(io.RawIOBase):
    """The pieces of a file as a stream."""

    def __init__(self, content: Content) -> None:
        self._rest = pieces_of(content)
        self._piece = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any, /) -> int:
        piece = self._piece or next(self._rest, b"")
        size = min(len(into), len(piece))
        into[:size], self._piece = piece[:size], piece[size:]
        return size


def records(name: str, content: Content, max_bytes: int, delimiter: str = ",") -> Iterator[list[str]]:
    """The records of a CSV file in UTF-8. Raises RefusedEdition for what is empty, HTML, over-large or no text, at once
    or while it is read; csv.Error where a record is cut or damaged."""
    if len(content) > max_bytes:
        raise RefusedEdition(f"{name} is larger than {max_bytes // _MB} MB, the most that this list may be.")
    start = head(content)
    cut = len(content) > len(start) and start.rfind(b"\n") + 1
    decoded(name, start[: cut or len(start)], max_bytes)
    text = io.TextIOWrapper(io.BufferedReader(_Pieces(content)), "utf-8-sig", newline="")
    return _read(name, text, delimiter)


def _read(name: str, text: io.TextIOWrapper, delimiter: str) -> Iterator[list[str]]:
    try:
        for cells in csv.reader(text, delimiter=delimiter, strict=True):
            if any("\0" in cell for cell in cells):
                raise RefusedEdition(f"{name} is not UTF-8 text.")
            yield cells
    except UnicodeDecodeError as error:
        raise RefusedEdition(f"{name} is not UTF-8 text ({error.reason}).") from error


def rows(name: str, columns: list[str], found: Iterable[list[str]]) -> Iterator[dict[str, str]]:
    """The records after the head by column, white space collapsed; empty ones are passed over. Raises RefusedEdition
    where one is cut or has another number of cells."""
    for cells in _whole(name, columns, found):
        yield dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=True))


def rows_of_each(name: str, columns: list[str], found: Iterable[list[str]], key: str) -> Counter[str]:
    """How many records each party has, by the value of a column: with the last of them it can be told whole."""
    at = columns.index(key)
    return Counter(" ".join(cells[at].split()) for cells in _whole(name, columns, found))


def first_record(name: str, found: Iterator[list[str]]) -> list[str]:
    """The next of the records that a file begins with, its cells stripped."""
    try:
        return [cell.strip() for cell in next(found)]
    except (csv.Error, StopIteration) as error:
        raise RefusedEdition(f"{name} is cut or damaged in its first lines.") from error


def _whole(name: str, columns: list[str], found: Iterable[list[str]]) -> Iterator[list[str]]:
    number = 0
    try:
        for number, cells in enumerate(found, 1):
            if not any(cells):
                continue
            if len(cells) != len(columns):
                raise RefusedEdition(
                    f"{name} holds {len(cells)} columns in record {number:,} where {len(columns)} belong: it is cut."
                )
            yield cells
    except csv.Error as error:
        raise RefusedEdition(f"{name} is cut or damaged after record {number:,} ({error}).") from error
