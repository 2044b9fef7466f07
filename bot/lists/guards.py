"""Is this a whole list? Every refusal is one sentence; what is refused never replaces the last good edition."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.errors import RefusedEdition
from bot.lists.reading import Role

END_MARK = "\x1a"  # the last record of a file that comes straight from OFAC
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decoded(name: str, content: bytes, max_bytes: int) -> str:
    """The text of a file. Refuses what is empty, HTML, over-large or not UTF-8."""
    if not content.strip(b" \t\r\n\x1a\xef\xbb\xbf"):
        raise RefusedEdition(f"{name} is empty ({len(content)} bytes).")
    if len(content) > max_bytes:
        raise RefusedEdition(f"{name} is larger than {max_bytes // 1_000_000} MB, the most that this list may be.")
    if content.startswith(_BOMS) or b"\x00" in content:
        raise RefusedEdition(f"{name} is not UTF-8 text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedEdition(f"{name} is not UTF-8 text (byte {error.start:,} cannot be read).") from error
    if is_html(text):
        raise RefusedEdition(f"{name} is an HTML page, not a list.")
    return text


def is_html(text: str) -> bool:
    head = text.lstrip("\ufeff \t\r\n")[:1000].casefold()
    return head.startswith("<!doctype html") or "<html" in head


def csv_rows(name: str, content: bytes, role: Role, max_bytes: int) -> tuple[list[list[str]], bool]:
    """The records of an OFAC CSV file, nulls empty, and whether the end mark was there. All cells but the last of a
    record are stripped.

    Refuses a record with the wrong number of cells: a file that is cut, or another file under this name.
    """
    if content.strip() == END_MARK.encode() and not role.required:
        return [], True  # nothing to add, which is no empty download
    text = decoded(name, content, max_bytes)
    if text.lstrip().startswith("<"):
        raise RefusedEdition(f"{name} is XML; this list is read from CSV files.")
    rows: list[list[str]] = []
    marked = text.rstrip("\r\n ").endswith(END_MARK)
    _refuse_cut_line(name, text)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), strict=True):
            if not cells or cells == [END_MARK]:
                continue
            if len(cells) != role.columns:
                raise RefusedEdition(
                    f"{name} holds {len(cells)} columns in record {len(rows) + 1:,} where {role.columns} belong: "
                    "it is cut, or it is another file."
                )
            # The last column is free text, cut at a fixed length: a space at its end may be half of "; ".
            rows.append([*map(_cell, cells[:-1]), cells[-1] if _cell(cells[-1]) else ""])
    except csv.Error as error:
        raise RefusedEdition(f"{name} is cut or damaged after record {len(rows):,} ({error}).") from error
    return rows, marked


def _refuse_cut_line(name: str, text: str) -> None:
    """A last line without its line end, whose last cell is neither quoted nor a whole null, was cut in mid-cell."""
    line = text.rsplit("\n", 1)[-1]
    if line and END_MARK not in line and not line.rstrip().endswith(('"', "-0-", ",")):
        raise RefusedEdition(f"{name} is cut: its last line ends in the middle of a cell.")


def _cell(cell: str) -> str:
    value = cell.strip()
    return "" if value == "-0-" else value


def xml_root(name: str, content: bytes, root: str, max_bytes: int) -> Element:
    """The root element, which must be called `root`. Entities, DTDs and ill-formed text are refused."""
    text = decoded(name, content, max_bytes)
    if not text.lstrip().startswith("<"):
        raise RefusedEdition(f"{name} is not XML; this list is read from an XML file.")
    try:
        element: Element = fromstring(text, forbid_dtd=True)  # as UTF-8, whatever it declares
    except ParseError as error:
        raise RefusedEdition(f"{name} is not well-formed XML ({error}).") from error
    except DefusedXmlException as error:
        raise RefusedEdition(f"{name} holds a document type or entities, which a list never does.") from error
    if local_name(element.tag) != root:
        raise RefusedEdition(f"{name} is another list: its root is {local_name(element.tag)[:60]}, not {root}.")
    return element


def local_name(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def refuse_duplicates(name: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise RefusedEdition(f"{name} holds the entry {key} twice.")
        seen.add(key)


def refuse_orphans(name: str, keys: Iterable[str], primary: set[str], primary_name: str) -> None:
    """Companion rows of entries that the primary file lacks: the files come from different publications."""
    orphans = sorted({key for key in keys if key not in primary})
    if orphans:
        rows = f"{len(orphans):,} entries" if len(orphans) > 1 else "an entry"
        raise RefusedEdition(
            f"{name} speaks of {rows} that {primary_name} does not hold (such as {orphans[0][:20]}): "
            "the files are of different publications."
        )


def refuse_none(name: str, entries: Sequence[object]) -> None:
    if not entries:
        raise RefusedEdition(f"{name} holds no entries.")
