"""One cell: what it says, when a spreadsheet would run it, whether its letters were lost, and what it looks like."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.batch.cells import Cell, Value, harmless, is_garbled, kind_of, text_of


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("\ufeff Rosneft \t", "Rosneft"),
        ("Rosneft \ufeff\n", "Rosneft"),
        (Cell(" VTB "), "VTB"),
        (Cell(None), ""),
        (Cell(None, formula="=A1&B1"), "=A1&B1"),
        (Cell(True), "TRUE"),
        (Cell(7706107510.0), "7706107510"),
        (Cell(0.5), "0.5"),
        (Cell(1e15), "1000000000000000.0"),
        (Cell(-3.0), "-3"),
        (Cell(42), "42"),
        (Cell(datetime(1968, 1, 2)), "1968-01-02"),
        (Cell(datetime(1968, 1, 2, 3, 4)), "1968-01-02 03:04:00"),
        (Cell(date(1968, 1, 2)), "1968-01-02"),
    ],
)
def test_what_a_cell_says(cell: Value, said: str) -> None:
    assert text_of(cell) == said


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        " =cmd|' /C calc'!A0",
        "+HYPERLINK(1)",
        "-2+3",
        "@SUM(A1)",
        "|calc",
        "%0A=1",
        "\t=1",
        "\rRosneft",
        "＝1+1",
        "\0=1",
    ],
)
def test_what_a_spreadsheet_would_run_is_written_as_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Rosneft", "-12.5", "+7", "+1,000.50", "-3%", "", "A=B", "O'Neill", "10-20"])
def test_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["Ðîñíåôòü", "????", "?? ??", "VTB \ufffd", "Ð Ð¾Ñ\x81Ð½ÐµÑ\x84Ñ\x82Ñ\x8c"])
def test_lost_letters_are_seen(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize("text", ["Роснефть", "Rosneft", "Société Générale", "Müller GmbH", "who?", "Ærø", "", "??"])
def test_letters_of_any_script_are_not_lost(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1968-01-02", "date"),
        ("2.1.1968", "date"),
        ("1968/01/02 10:00", "date"),
        ("7706107510", "number"),
        ("+7 (495) 777-44-22", "number"),
        ("7.7E+09", "number"),
        ("€ 1,000", "number"),
        ("desk@example.com", "address"),
        ("https://example.com/a", "address"),
        ("www.example.com", "address"),
        ("VTBRRUM2", "code"),
        ("AB-12/3", "code"),
        ("RU", "code"),
        ("RUS", "code"),
        ("VTB", "code"),
        ("VTBX", "text"),
        ("Rosneft", "text"),
        ("Oleg Deripaska", "text"),
        ("1" * 60, "number"),
        ("1" * 61, "text"),
        ("", "text"),
    ],
)
def test_what_a_cell_looks_like(text: str, kind: str) -> None:
    assert kind_of(text) == kind
