"""A row of a table -> what is asked of screening: names, facts beside them, and why a row cannot be screened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.batch.cells import Cell
from bot.batch.columns import Layout, Wish, layout_of
from bot.batch.parties import LONGEST_NAME, Party, party_of
from bot.sanctions.party import Schema

HEADS = ["Name", "Country", "Date of birth", "INN", "Type"]
LAYOUT = layout_of([HEADS, ["Rosneft", "RU", "", "7706107510", "company"]], Wish(), "parties.csv")


def party(*cells: object, layout: Layout = LAYOUT) -> Party:
    return party_of([cell if isinstance(cell, str | Cell) else Cell(cell) for cell in cells], layout)


def test_the_facts_beside_a_name_are_used():
    one = party("Oleg Deripaska", "Russia", "02.01.1968", "", "person")
    assert (one.names, one.country, one.schema) == (("Oleg Deripaska",), "Russia", Schema.PERSON)
    assert one.birth_date == "1968-01-02"
    assert one.notes == ()


def test_numbers_that_a_workbook_holds_as_numbers_are_read_whole():
    assert party("Rosneft", "RU", "", 7706107510.0, "").identifiers == {"inn": "7706107510"}


def test_a_number_that_a_spreadsheet_rounded_is_not_used_and_said():
    one = party("Rosneft", "RU", "", "7.70611E+09", "")
    assert one.identifiers == {}
    assert one.notes == ("INN 7.70611E+09 was rounded by a spreadsheet and not used.",)


def test_facts_that_cannot_be_read_are_not_used_and_said():
    one = party("Rosneft", "Ruritania", "the spring of 1968", "", "")
    assert (one.country, one.birth_date) == ("", "")
    assert len(one.notes) == 2


@pytest.mark.parametrize("sign", [" / ", "; ", "\n", " a.k.a. ", " formerly known as "])
def test_a_cell_with_two_names_of_one_party_asks_for_both(sign: str):
    one = party(f"Harbour Light Shipping{sign}Baltic Leader", "", "", "", "")
    assert one.names[1:] == ("Harbour Light Shipping", "Baltic Leader")
    assert [query.name for query in one.queries()][1:] == ["Harbour Light Shipping", "Baltic Leader"]


def test_a_blank_row_is_blank_and_one_with_an_identifier_alone_is_not():
    assert party("", "", "", "", "").is_blank
    one = party("", "RU", "", "7706107510", "")
    assert not one.is_blank
    assert [(query.name, dict(query.identifiers)) for query in one.queries()] == [("", {"inn": "7706107510"})]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("#N/A", "error of the spreadsheet"),
        ("#BEZUG!", "error of the spreadsheet"),
        ("???? ?????", "Letters of the name were lost"),
        ("Ðîñíåôòü", "Letters of the name were lost"),
        ("a" * (LONGEST_NAME + 1), "that is no name"),
    ],
)
def test_what_is_no_name_is_never_screened_as_one(name: str, fault: str):
    one = party(name, "", "", "", "")
    assert fault in one.fault
    assert not one.is_blank
    assert one.names == ()


def test_a_name_that_is_a_formula_is_not_screened():
    assert "formula" in party(Cell("Rosneft", "General", "=A1&B1"), "", "", "", "").fault


def test_a_row_with_more_cells_than_columns_may_have_its_name_cut():
    assert "more cells than the table has columns" in party("Smith", "John", "", "", "", "surplus").fault


CELLS = st.one_of(
    st.text(max_size=30),
    st.builds(Cell, st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.dates(), st.datetimes())),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(CELLS, max_size=7))
def test_no_row_is_silently_lost(row: list[str | Cell]):
    """Whatever stands in it, a row is blank, has a fault, or asks something. Nothing is raised."""
    one = party_of(row, LAYOUT)
    assert one.is_blank or one.fault or any(query.name or query.identifiers for query in one.queries())
