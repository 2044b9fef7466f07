"""Workbooks in and out: what is refused, what comes out, and that nothing in it runs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.batch.columns import Wish
from bot.batch.judged import COLUMNS
from bot.batch.screen import Job, screen_file
from bot.batch.tables import open_table
from bot.errors import BadInput
from tests.batch.making import old_workbook, protected_by_a_password, with_member, workbook

Made = Callable[..., Job]
PLAIN = workbook(("Sheet1", [["Name"], ["Oleg Deripaska"]]))


def a_bomb() -> bytes:
    """A workbook of some megabytes whose sheet unpacks to 1.6 gigabytes; 1.5 are allowed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(PLAIN)) as plain,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
    ):
        for part in plain.infolist():
            if not part.filename.startswith("xl/worksheets"):
                packed.writestr(part, plain.read(part))
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1_600):
                sheet.write(b" " * 1_000_000)
    return out.getvalue()


def with_sheet(sheet: bytes) -> bytes:
    """The plain workbook with another sheet in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as plain, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in plain.infolist():
            packed.writestr(part, sheet if part.filename == "xl/worksheets/sheet1.xml" else plain.read(part))
    return out.getvalue()


def billion_laughs() -> bytes:
    entities = [b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)]
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">' + b"".join(entities) + b"]>"
    cell = b"<c t='inlineStr'><is><t>&j;</t></is></c>"
    return with_sheet(laughs + b"<worksheet><sheetData><row>" + cell + b"</row></sheetData></worksheet>")


def an_archive(*parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in parts:
            archive.writestr(part, b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (protected_by_a_password, "protected by a password"),
        (old_workbook, "older Excel"),
        (lambda: with_member(PLAIN, "xl/vbaProject.bin", b"x"), "holds macros"),
        (lambda: with_member(PLAIN, "xl/macrosheets/sheet1.xml", b"x"), "holds macros"),
        (lambda: an_archive("xl/workbook.bin"), "binary workbook"),
        (lambda: an_archive("content.xml", "mimetype"), "OpenDocument"),
        (lambda: an_archive("word/document.xml"), "Word document"),
        (lambda: an_archive("names.csv"), "packed file"),
        (lambda: PLAIN[: len(PLAIN) // 2], "damaged"),
        (lambda: with_sheet(b"<worksheet><sheetData><row>"), "damaged"),
        (a_bomb, "would unpack to more"),
        (billion_laughs, "damaged"),
        (lambda: workbook(("Sheet1", [[]])), "no sheet with anything in it"),
        (lambda: workbook(("A", [["Name"], ["x y"]]), ("B", [["Name"], ["z y"]])), "Several sheets"),
        (lambda: workbook(("S", [["Name"], ["=A1"]])), "are formulas"),
    ],
)
def test_a_workbook_that_cannot_be_screened_is_refused_in_words_of_spreadsheets(
    job: Made, content: Callable[[], bytes], says: str
) -> None:
    begun = job(content(), name="in.xlsx")
    with pytest.raises(BadInput, match=says) as refused:
        screen_file(begun)
    for codec in ("utf", "codec", "zip", "xml", "unicode", "byte"):
        assert codec not in str(refused.value).casefold().replace("(zip)", "")
    assert not begun.target.exists()


def test_the_sheet_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    path.write_bytes(workbook(("A", [["Name"], ["x y"]]), ("B", [["No.", "Name"], [1, "z y"]])))
    table, layout = open_table(path, Wish(sheet="b"))
    assert (table.says, layout.columns) == ("workbook, sheet “B”", {"name": "Name"})
    with pytest.raises(BadInput, match=r"has no sheet “C”\. It has: A, B"):
        open_table(path, Wish(sheet="C"))


def test_own_columns_come_out_as_they_were_and_nothing_in_them_runs(job: Made) -> None:
    rows = [
        ["Name", "INN", "Share", "Since", "Sum", "Note"],
        ["Oleg Deripaska", "007", 0.25, datetime(2019, 5, 1), "=B2*2", "@SUM(A1)"],
        ["Harbour Light", 7706107510, -5, None, 3, "-1+1"],
    ]
    summary = screen_file(job(workbook(("S", rows)), "out.xlsx", name="in.xlsx"))
    assert summary.counts["listed"] == 1
    book = load_workbook(job("name\nx\n").target.with_name("out.xlsx"))
    head, first, second = book["Screened"].iter_rows()
    assert [cell.value for cell in head] == [*rows[0], *COLUMNS]
    assert [cell.value for cell in first[:6]] == [
        "Oleg Deripaska",
        "007",
        0.25,
        datetime(2019, 5, 1),
        "=B2*2",
        "@SUM(A1)",
    ]
    assert [cell.value for cell in second[:4]] == ["Harbour Light", 7706107510, -5, None]
    cells = [cell for row in book["Screened"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and cell.value[:1] in ("=", "@", "-"))


def test_the_verdict_is_a_word_with_a_colour_and_a_filter_and_the_editions_are_on_a_second_sheet(job: Made) -> None:
    made = job("name\nOleg Deripaska\nHarbour Light\nN/A\n", "out.xlsx")
    screen_file(
        Job(made.source, made.target, made.against, made.wish, [("us_ofac_sdn", "SDN list, published 2023-12-28")])
    )
    book = load_workbook(made.target)
    sheet = book["Screened"]
    verdicts = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in verdicts] == ["listed", "no_match", "not_checked"]
    assert [cell.number_format for cell in verdicts] == [';;;"LISTED"', ';;;"NO MATCH"', ';;;"NOT CHECKED"']
    assert len({cell.fill.start_color.rgb for cell in verdicts}) == 3
    assert sheet.auto_filter.ref == f"A1:J{sheet.max_row}"
    assert sheet.freeze_panes == "A2"
    said = dict(book["Editions"].iter_rows(values_only=True))
    assert said["us_ofac_sdn"] == "SDN list, published 2023-12-28"
    assert said["Columns taken"] == "name: “name”"
    assert (said["rows"], said["listed"]) == (3, 1)


def test_signs_that_no_workbook_holds_are_left_out(job: Made) -> None:
    made = job("name,note\nOleg Deripaska,a\x07b\x0bc\nHarbour Light," + "x" * 40_000 + "\n", "out.xlsx")
    screen_file(made)
    rows = list(load_workbook(made.target)["Screened"].iter_rows(values_only=True))
    assert rows[1][1] == "abc"
    assert len(str(rows[2][1])) == 32_767
