"""The part that each word of a name plays."""

from __future__ import annotations

import pytest

from bot.screening.words.parts import parts_of
from bot.screening.words.weak_words import (
    ROLE_FORM,
    ROLE_INITIAL,
    ROLE_NAME,
    ROLE_NUMBER,
    ROLE_PATRONYMIC,
    ROLE_STOCK,
    ROLE_TITLE,
    Role,
)


def roles(name: str, person: bool | None = None) -> dict[str, Role]:
    return {part.text: part.role for part in parts_of(name, person=person)}


def family_of(name: str) -> set[str]:
    return {part.text for part in parts_of(name, person=True) if part.family}


def test_a_father_s_name_is_known_by_its_ending_where_a_given_name_and_a_surname_stand_beside_it() -> None:
    assert roles("DERIPASKA, Oleg Vladimirovich", person=True)["vladimirovich"] is ROLE_PATRONYMIC
    assert roles("Abramovich, Roman", person=True)["abramovich"] is ROLE_NAME


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("DERIPASKA, Oleg Vladimirovich", {"deripaska"}),
        ("Oleg DERIPASKA", {"deripaska"}),
        ("Oleg Deripaska", {"deripaska"}),
        ("BIN LADIN, Usama", {"ladin"}),
        ("DU, Xiaoming", {"du"}),
    ],
)
def test_the_surname_stands_before_the_comma_or_in_capitals_or_last(name: str, family: set[str]) -> None:
    assert family_of(name) == family


def test_a_legal_form_is_one_part_and_names_its_kind() -> None:
    form = next(part for part in parts_of("PUBLIC JOINT STOCK COMPANY SOVCOMBANK", person=False) if part.kind)
    assert form.role is ROLE_FORM
    assert roles("Rosneft Trading S.A.", person=False)["rosneft"] is ROLE_NAME
    assert ROLE_FORM not in roles("Rosneft Trading S.A.", person=True).values()


@pytest.mark.parametrize("name", ["Limited", "S.A.", "Joint Stock Company"])
def test_a_form_by_itself_is_read_as_a_name(name: str) -> None:
    assert ROLE_FORM not in roles(name, person=False).values()


def test_what_kind_of_ship_it_is_is_a_title_before_its_name_alone() -> None:
    assert roles("MT Konstantinovsk", person=False)["mt"] is ROLE_TITLE
    assert roles("MT", person=False)["mt"] is ROLE_NAME


def test_a_numeral_at_the_end_is_a_number_and_a_lone_letter_only_of_what_is_nobody() -> None:
    assert roles("Adrian Darya II")["ii"] is ROLE_NUMBER
    assert roles("Fortuna V", person=False)["v"] is ROLE_NUMBER
    assert roles("Fortuna V", person=True)["v"] is ROLE_INITIAL
    assert roles("Fortuna 7", person=True)["7"] is ROLE_NUMBER


def test_a_letter_that_begins_a_name_is_an_initial_and_no_particle() -> None:
    assert roles("E. Kosogov", person=True)["e"] is ROLE_INITIAL


def test_a_stock_word_is_one_in_the_name_of_a_firm_and_none_in_that_of_a_person() -> None:
    assert roles("Sepah Trading", person=False)["trading"] is ROLE_STOCK
    assert roles("Sepah Trading", person=True)["trading"] is ROLE_NAME
