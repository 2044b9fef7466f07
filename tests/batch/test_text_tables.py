"""Text files as tables: the sign that parts their cells, their rows as they stand, and what is no table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.batch.text_tables import delimiter_of, open_text
from bot.errors import BadInput

CELL = st.text(st.sampled_from("abcxyzé. -"), max_size=12).map(str.strip)
SIGN = st.sampled_from([";", ",", "\t", "|"])


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sign=SIGN, rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=3, max_size=12), own=st.booleans())
def test_rows_come_back_as_a_spreadsheet_wrote_them(tmp_path: Path, sign: str, rows: list[tuple[str, ...]], own: bool):
    """`own`: a cell holds the very sign that parts cells, and so stands in quotation marks."""
    table = [["Name", "Country", "Notes"], *map(list, rows)]
    if own:
        table[1][2] = f"a{sign} b"
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(table)
    opened = open_text(written(tmp_path / "parties.csv", out.getvalue()))
    assert opened.delimiter == sign
    assert [list(row) for row in opened.rows()] == table


@pytest.mark.parametrize(
    ("lines", "sign"),
    [
        (["Name;Country", "Smith, John;UK", "Miller, Ann;US"], ";"),
        (["Name", "Smith, John", "Miller, Ann"], ""),
        (["Report of 3 May, final", "", "Name|INN", "A|1", "B|2"], "|"),
        (["Rosneft", "Lukoil", "Novatek"], ""),
        (["Kunde\tLand", "Müller, Söhne; Co\tDE", "Meier\tAT"], "\t"),
    ],
)
def test_the_sign_that_parts_cells_is_told_from_commas_of_names(lines: list[str], sign: str):
    assert delimiter_of([f"{line}\n" for line in lines]) == sign


def test_excels_own_line_says_the_sign_and_is_no_row(tmp_path: Path):
    opened = open_text(written(tmp_path / "a.csv", "sep=;\r\nName;City\r\nRosneft;Moscow\r\n"))
    assert (opened.delimiter, [list(row) for row in opened.rows()]) == (";", [["Name", "City"], ["Rosneft", "Moscow"]])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("<html><table><tr><td>Rosneft</td></tr></table></html>", "is a web page or XML"),
        ('{"name": "Rosneft"}\n', "is JSON, not a table"),
        ("%PDF-1.7 ...", "is a document, not a table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "is not a table of text that can be read"),
    ],
)
def test_what_is_no_table_is_refused_in_words_of_spreadsheets(tmp_path: Path, content: str | bytes, words: str):
    with pytest.raises(BadInput, match=words) as refusal:
        open_text(written(tmp_path / "parties.csv", content))
    assert not {"codec", "byte", "decode", "delimiter"} & set(str(refusal.value).casefold().split())


def test_a_quotation_mark_left_open_swallows_no_rows(tmp_path: Path):
    rows = "".join(f"Party {n};DE\n" for n in range(5))
    opened = open_text(written(tmp_path / "a.csv", f'Name;Country\n"Rosneft;RU\n{rows}Last";RU\n'))
    with pytest.raises(BadInput, match="it has probably been left open"):
        list(opened.rows())
