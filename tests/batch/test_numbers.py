"""Numbers as spreadsheets write them, and identifiers that were made numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.batch.cells import as_identifier, number_in
from bot.batch.columns import Layout
from bot.batch.heads import Role
from bot.batch.parties import party_of


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("120.500,00", 120500.0),
        ("120,500.00", 120500.0),
        ("1 300,60", 1300.6),
        ("1'300.60", 1300.6),
        ("-5", -5.0),
        ("(5)", -5.0),
        ("€ 12.50", 12.5),
        ("12 EUR", 12.0),
        (7, 7.0),
        (True, None),
        ("GmbH 5", None),
        ("", None),
        (None, None),
    ],
)
def test_amounts_are_read_with_either_sign(cell: object, number: float | None) -> None:
    assert number_in(cell) == number


@given(st.text())
def test_no_text_trips_it(text: str) -> None:
    number_in(text)
    as_identifier(text)


@pytest.mark.parametrize(
    "text", ["7706107510", "7706107510,00", "7706107510.0", "7 706 107 510", "7,706,107,510.00", "'7706107510"]
)
def test_an_inn_that_was_made_an_amount_is_read(text: str) -> None:
    assert identifier(Role.INN, text) == ("7706107510", ())


def test_a_zero_that_a_spreadsheet_dropped_is_put_back_and_said() -> None:
    value, notes = identifier(Role.INN, "274062111")
    assert value == "0274062111"
    assert "0274062111" in notes[0]


def test_of_two_numbers_in_a_cell_the_first_counts() -> None:
    assert identifier(Role.INN, "7707083893/773601001")[0] == "7707083893"


@pytest.mark.parametrize("text", ["A-12.00", "HRB 12.345", "1,00,0"])
def test_other_identifiers_stay_as_they_are(text: str) -> None:
    assert identifier(Role.NATIONAL_ID, text)[0] == text


@pytest.mark.parametrize(("text", "day"), [("24839", "1968-01-02"), ("24839.0", "1968-01-02"), ("1968", "1968")])
def test_the_number_of_a_day_is_read_as_the_day(text: str, day: str) -> None:
    layout = Layout(1, True, ("Name", "DOB"), {Role.NAME: 0, Role.BIRTH_DATE: 1})
    party = party_of(["Oleg Deripaska", text], layout)
    assert party.birth_date == day
    assert bool(party.notes) == (text != "1968")


def identifier(role: Role, text: str) -> tuple[str, tuple[str, ...]]:
    party = party_of(["Rosneft", text], Layout(1, True, ("Name", "Id"), {Role.NAME: 0, role: 1}))
    return (party.identifiers or {})[role.value], party.notes
