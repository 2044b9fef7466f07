"""Rows that are no party: told by where they stand and how they are shaped, in any language; parties stay parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.batch.asides import AGAIN, LAST, NOTE, SUM, Aside, asides_told
from bot.batch.columns import Layout
from bot.batch.heads import Role
from bot.batch.judged import judge
from bot.batch.parties import party_of
from bot.batch.screen import Job, screen_file

WIDE = Layout(1, True, ("Name", "Country", "Cases", "Amount"), {Role.NAME: 0, Role.COUNTRY: 1})
ONE = Layout(1, True, ("Name",), {Role.NAME: 0})
PARTIES = [["Harbour Light", "NL", "3", "120.500,00"], ["Baker Ltd", "GB", "1", "780,00"], ["Wolf AG", "DE", "2", "5"]]


def why(rows: list[list[str]], layout: Layout = WIDE) -> list[str]:
    told = list(asides_told(rows, layout))
    assert [list(row) for row in told] == rows  # none lost, none changed, in order
    return [row.why if isinstance(row, Aside) else "" for row in told]


@pytest.mark.parametrize(
    "row",
    [
        ["Totaal", "", "6", ""],
        ["Yhteensä", "", "", "121.285,00"],
        ["Итого по группе", "", "6", "121 285,00"],
        ["Anzahl der Kunden", "", "3", ""],
    ],
)
def test_a_row_with_the_sum_of_those_above_is_no_party_in_any_language(row: list[str]) -> None:
    assert why([*PARTIES, row]) == ["", "", "", SUM]


def test_sums_of_groups_are_told_too() -> None:
    rows = [*PARTIES, ["Zwischensumme", "", "6", ""], ["Fox SA", "FR", "4", "1"], ["Hen SA", "FR", "7", "1"]]
    assert why([*rows, ["Zwischensumme", "", "11", ""]]) == ["", "", "", SUM, "", "", SUM]


@pytest.mark.parametrize(
    "row",
    [
        ["Kite GmbH", "DE", "6", "1"],  # the sum by chance
        ["Kite GmbH", "", "4", ""],  # no sum
        ["Kite GmbH", "", "", ""],  # the last row lacks much, of few
    ],
)
def test_a_party_is_a_party(row: list[str]) -> None:
    assert why([*PARTIES, row]) == ["", "", "", ""]


def test_a_column_that_numbers_the_rows_adds_nothing_up() -> None:
    rows = [["Harbour Light", "NL", "1", ""], ["Baker Ltd", "GB", "2", ""], ["Wolf AG", "", "3", ""]]
    assert why(rows) == ["", "", ""]


@pytest.mark.parametrize(
    "text", ["Page 1 of 3", "Seite 2 von 2", "Стр. 1 из 12", "1 / 3", "- 2/4 -", "Total: 2", "Geprüft von: M. Huber"]
)
def test_page_numbers_and_labels_are_no_parties(text: str) -> None:
    assert why([*PARTIES, [text, "", "", ""]]) == ["", "", "", NOTE]
    assert why([["Harbour Light"], ["Baker Ltd"], [text]], ONE) == ["", "", NOTE]


@pytest.mark.parametrize("text", ["--- Ende der Liste ---", "*** fin ***", "(leer)", "[не указано]"])
def test_what_is_adorned_or_in_brackets_is_no_party(text: str) -> None:
    assert why([[text], ["Baker Ltd"]], ONE) == [NOTE, ""]


@pytest.mark.parametrize("text", ["Studio 54", "3 of 2", "Alfa: Beta", "7-Eleven", "Unit 8200", "A (B) C", "(A) B (C)"])
def test_names_of_such_shapes_beside_other_cells_are_parties(text: str) -> None:
    assert why([*PARTIES, [text, "IL", "9", "9"], PARTIES[0]]) == ["", "", "", "", ""]


def test_what_stands_under_an_empty_line_and_is_bare_is_no_party() -> None:
    assert why([*PARTIES, ["", "", "", ""], ["Prepared by M Huber", "", "", ""], ["Approved K Lee"]]) == [
        *["", "", "", ""],
        *[LAST, LAST],
    ]


def test_an_empty_line_between_parties_says_nothing() -> None:
    assert why([*PARTIES, ["", "", "", ""], ["Kite GmbH", "", "", ""], PARTIES[0]]) == [""] * 6


def test_under_many_rows_a_bare_one_at_the_end_is_no_party() -> None:
    assert why([*PARTIES * 4, ["Maria Huber", "", "", ""]])[-1] == LAST
    assert why([*PARTIES * 4, ["Maria Huber", "", "", ""], PARTIES[0]])[-2:] == ["", ""]


def test_the_head_again_is_no_party_and_a_second_head_neither() -> None:
    rows = [PARTIES[0], ["name", "COUNTRY", "Cases", "Amount"], PARTIES[1]]
    assert why(rows) == ["", AGAIN, ""]
    two = Layout(1, True, ("Kunde", "Land"), {Role.NAME: 0, Role.COUNTRY: 1})
    assert why([["Customer", "Country"], ["Baker Ltd", "GB"]], two) == [AGAIN, ""]


def test_a_listed_name_in_such_a_row_is_found_all_the_same(job: Callable[..., Job]) -> None:
    parties = "Name,Country,Cases\nHarbour Light,NL,2\nBaker Street Foods,GB,1\n"
    made = job(f"{parties},,\nOleg Deripaska,,\nTotal: Rosneft Oil Company,,\nIvo Wolf,,\n")
    counts = screen_file(made).counts
    assert (counts["listed"] + counts["possible"], counts["no_match"], counts["not_checked"]) == (2, 2, 1)
    text = made.target.read_text(encoding="utf-8-sig")
    assert "Oleg Deripaska,,,listed" in text
    assert "Ivo Wolf,,,not_checked" in text
    assert LAST in text


def test_the_head_again_is_not_even_screened() -> None:
    def never(*_: object) -> object:
        raise AssertionError("it was screened")

    [row] = asides_told([["Name", "Country", "Cases", "Amount"]], WIDE)
    judged = judge(party_of(row, WIDE), never)  # type: ignore[arg-type]
    assert (judged.verdict, judged.reasons) == ("not_checked", AGAIN)


def test_a_million_bare_rows_are_not_held_back() -> None:
    taken = []

    def rows() -> object:
        yield from PARTIES
        for number in range(1_000):
            taken.append(number)
            yield [f"Kite {number} GmbH", "", "", ""]

    told = asides_told(rows(), WIDE)  # type: ignore[arg-type]
    for _ in range(4):
        next(told)
    assert len(taken) <= 102
