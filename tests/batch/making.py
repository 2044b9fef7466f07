"""Files as desks have them, made of rows: text in any encoding, workbooks, and what is neither."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook


@dataclass(frozen=True)
class DeskFile:
    """A file and what must come of it: the verdicts of its rows in order, or words of the refusal. Where both are
    given either is right: a desk may be asked. `column`: the head of the names."""

    name: str
    content: bytes
    verdicts: tuple[str, ...] = ()
    refused: str = ""
    column: str = ""


def text(lines: Iterable[str], encoding: str = "utf-8", ends: str = "\r\n") -> bytes:
    return "".join(f"{line}{ends}" for line in lines).encode(encoding)


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    """Sheets by name, with their rows."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if title in hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_member(book: bytes, member: str, content: bytes) -> bytes:
    """The workbook with one more part in it, such as macros."""
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(member, content)
    return out.getvalue()


def protected_by_a_password() -> bytes:
    """The beginning of what Excel writes then: no zip, but an OLE file with an encrypted package."""
    parts = ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + b"".join(p.encode("utf-16-le") + b"\0" * 32 for p in parts)
    )


def old_workbook() -> bytes:
    """The beginning of a workbook of Excel 97."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "Workbook".encode("utf-16-le") + b"\0" * 64
