"""Initials, titles and small words, where they begin or end a name and may be part of it."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index, pair_score
from tests.builders import a_listing, a_person


def verdict(name: str, *people: str, ships: tuple[str, ...] = ()) -> Verdict:
    listings = [a_person(each, entity_id=f"person-{at}") for at, each in enumerate(people)]
    listings += [a_listing(each, entity_id=f"ship-{at}", schema=Schema.VESSEL) for at, each in enumerate(ships)]
    return Index.build(listings).screen(Query(name)).verdict


@pytest.mark.parametrize("name", ["O.V. Deripaska", "Deripaska O.V.", "О.В. Дерипаска", "Дерипаска О.В."])
def test_initials_without_a_space_are_initials(name: str) -> None:
    assert verdict(name, "DERIPASKA, Oleg Vladimirovich") is Verdict.POSSIBLE


@pytest.mark.parametrize("form", ["S.A.", "A.G.", "L.L.C.", "C.V."])
def test_a_legal_form_with_dots_is_no_pair_of_initials(form: str) -> None:
    firm = Index.build([a_listing(f"VALPARK, {form}")])
    assert firm.screen(Query(f"Valpark {form.replace('.', '')}")).verdict is Verdict.LISTED


@pytest.mark.parametrize("listed", ["DU, Xiaoming", "LO, Wai Chung", "TEN, Sergey Yuryevich"])
def test_a_surname_that_is_a_particle_elsewhere_is_a_surname_before_the_comma(listed: str) -> None:
    surname, given = listed.split(", ")
    assert verdict(given, listed) is not Verdict.LISTED
    assert verdict(f"{given} {surname}", listed) is Verdict.LISTED
    assert verdict(f"{surname} {given}", listed) is Verdict.LISTED


def test_a_ship_is_not_another_one_with_a_title_before_its_name() -> None:
    assert verdict("Lady Rasha", ships=("RASHA",)) is not Verdict.LISTED
    assert verdict("Lady Mariia", ships=("LADY MARIIA",)) is Verdict.LISTED
    assert verdict("Lady Rose", ships=("LADY ROSE",)) is Verdict.LISTED


def test_what_kind_of_ship_it_is_may_be_left_out_or_said() -> None:
    assert verdict("Konstantinovsk", ships=("MT KONSTANTINOVSK",)) is Verdict.LISTED
    assert verdict("MT Konstantinovsk", ships=("KONSTANTINOVSK",)) is Verdict.LISTED


@pytest.mark.parametrize("typed", ["Abudl Hamid", "Adbul Hamid", "Abduulhamid", "Abdulhamid", "Abd al-Hamid"])
def test_abdul_is_read_however_its_letters_are_swapped_or_doubled(typed: str) -> None:
    assert verdict(f"{typed} Celik", "CELIK, Abdulhamid") is Verdict.LISTED


def test_the_son_of_another_is_another_where_the_name_is_common() -> None:
    assert verdict("Abdullah Ahmed", "AHMED, Abdoullah Ould") is Verdict.POSSIBLE
    assert verdict("Abdullah Ould Ahmed", "AHMED, Abdoullah Ould") is Verdict.LISTED


def test_letters_that_scanning_misreads_cost_nothing_where_the_words_are_equal() -> None:
    with_rn, without = ("Oleg Karnes", "Oleg Petrovich Karnes"), ("Oleg Kardes", "Oleg Petrovich Kardes")
    assert pair_score(*with_rn) == pair_score(*without)
