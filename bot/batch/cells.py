"""One cell of a table, read and written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from ftfy.badness import is_bad


class Cell(NamedTuple):
    """A cell of a workbook: its value, how the workbook shows it (a number format), and the formula that the value is
    of: None where nobody has computed it."""

    value: object
    look: str = "General"
    formula: str = ""


Value = str | Cell  # of a text file, of a workbook
Row = Sequence[Value]

_RUNS = re.compile(r"^[\s\x00-\x1f]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_LOST = re.compile(r"\ufffd|\?{3,}|\?{2,}\s+\?{2,}")
_LATIN_ONLY_ODD = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}")
MOSTLY = 0.6  # of the cells of a column
_LARGE = 1e15  # whole numbers above are no longer exact in a workbook


def text_of(cell: Value) -> str:
    """What a cell says, trimmed: whole numbers without a decimal point, dates as ISO."""
    value = cell if isinstance(cell, str) else cell.value
    if isinstance(value, str):
        return value.strip().strip("\ufeff").strip()  # the mark at the head of a file, with blanks on either side
    if value is None:
        return cell.formula if isinstance(cell, Cell) else ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGE:
        return str(int(value))
    return str(value)


def harmless(text: str) -> str:
    """The text as a CSV cell that no spreadsheet runs: with an apostrophe where it would. Numbers stay as they are."""
    if _RUNS.match(text) and not _PLAIN_NUMBER.fullmatch(text.strip()):
        return f"'{text}"
    return text


def is_garbled(text: str) -> bool:
    """Whether letters were lost, or read in the wrong encoding before the file was saved: Ð Ð¾Ñ, Ðîñíåôòü, ????."""
    if text.isascii():
        return bool(_LOST.search(text))
    return bool(_LOST.search(text) or _LATIN_ONLY_ODD.search(text) or is_bad(text))


_NUMBER = re.compile(r"[\s+\-#№.,:/()%$€£\d]*\d[\s+\-#№.,:/()%$€£\d]*(?:E\+\d+)?", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?")
_ADDRESS = re.compile(r"\S+@\S+\.\S+|https?://\S+|www\.\S+")
_CODE = re.compile(r"(?=\S*\d)[^\W_]+(?:[-_/.][^\W_]+)*|[A-Z]{2,3}")


def kind_of(text: str) -> str:
    """What sort of thing a cell holds, by its looks: date, number, address (of mail or web), code, or text."""
    if len(text) > 60:
        return "text"
    if _DATE.fullmatch(text):
        return "date"
    if _NUMBER.fullmatch(text):
        return "number"
    if _ADDRESS.fullmatch(text):
        return "address"
    return "code" if _CODE.fullmatch(text) else "text"


# ---- numbers as spreadsheets write them: 120.500,00 and 120,500.00 ----------

_AMOUNT = re.compile(r"[-+(]?\s*[$€£₽]?\s*\d[\d .,'’\u00a0\u202f]*\)?\s*(?:[$€£₽]|[A-Z]{3})?")
_CENTS = re.compile(r"[.,](\d{1,2})$")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_GROUPED = re.compile(r"\d{1,3}(?:([ ,.'’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]0+)?")


def number_in(value: object) -> float | None:
    """The number that a cell holds, None where it holds none. Text is read with either sign for the decimals."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str) or not _AMOUNT.fullmatch(text := value.strip()):
        return None
    bare = re.sub(r"[^\d.,]", "", text)
    cents = _CENTS.search(bare)
    whole = re.sub(r"\D", "", bare[: cents.start()] if cents else bare)
    number = float(f"{whole or 0}.{cents[1] if cents else 0}")
    return -number if text[0] in "-(" else number


def as_identifier(text: str) -> str:
    """The digits of an identifier that a spreadsheet formatted as an amount: 7706107510,00 and 7 706 107 510. All else
    as it is, without the apostrophe that keeps it text."""
    bare = text.strip("'’ ")
    if found := _WHOLE.fullmatch(bare):
        return found[1]
    if _GROUPED.fullmatch(bare):
        return re.sub(r"\D", "", re.sub(r"[.,]0+$", "", bare) if re.search(r"[.,]0{1,2}$", bare) else bare)
    return bare


def is_mostly(kinds: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether most cells of a column are of the wanted kinds."""
    return sum(kind in wanted for kind in kinds) >= len(kinds) * MOSTLY
