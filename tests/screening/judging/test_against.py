"""What speaks against two names being one."""

from __future__ import annotations

import pytest

from bot.screening.judging.against import speaks_against
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_person
from tests.screening.judging.of_two_names import aligned_names


def against(asked: str, listed: str, *, person: bool | None = None) -> bool:
    one, other, pairs, extra, lacking = aligned_names(asked, listed, person=person)
    assert pairs, "names of which no word agrees are never weighed"
    return speaks_against(one, other, pairs, extra, lacking)


PEOPLE = [
    ("Igor Deripaska", "DERIPASKA, Oleg Vladimirovich", "another given name"),
    ("Choi Do Yun", "CHOE, Un Jong", "another romanisation of the surname, and the rest differs"),
    ("Chang Su Bin", "HAN, Chang-su", "the surname is missing, and there is a word more"),
    ("William W. Frost", "FROST, William G.", "another initial"),
    ("Kim Song Hun", "KIM, Jong Un", "slips in two short words"),
    ("Michael Ruiz", "VALDEZ RUIZ, Miguel Angel", "a form of the given name, and a surname more"),
]
SAME_PEOPLE = [
    ("Oleg Deripaska", "DERIPASKA, Oleg Vladimirovich", "a patronymic left out"),
    ("Oleg V. Deripaska", "DERIPASKA, Oleg Vladimirovich", "its initial"),
    ("Sergey Ivanof", "IVANOV, Sergei", "a form and a slip, and nothing more"),
    ("Deripaska Oleg Vladimirovic", "DERIPASKA, Oleg Vladimirovich", "the last word cut"),
    ("Do Yun Choi", "CHOE, Do Yun", "another romanisation, and the rest equal"),
]
FIRMS = [
    ("Commercial International Bank", "RASON INTERNATIONAL COMMERCIAL BANK", "what tells it is missing"),
    ("General Trading LLC", "RG GENERAL TRADING FZE", "stock words alone"),
    ("KBC Bank", "KBK BANK", "a short word that is merely alike"),
    ("B Trading", "BEHINEH TRADING CO.", "a letter for the telling word"),
    ("Mahan Quillane Air", "MAHAN BREAD AIR", "a telling word on either side"),
    ("Brightmoor Oil", "ROSNEFT OIL", "another telling word"),
]
SAME_FIRMS = [
    ("Rosneft Oil", "ROSNEFT OIL COMPANY", "a form left out"),
    ("Rosnefft Oil Company", "ROSNEFT OIL COMPANY", "a slip in a long word"),
    ("Mahan Travel", "MAHAN TRAVEL AND TOURISM", "a stock word left out"),
]


@pytest.mark.parametrize(("asked", "listed", "why"), PEOPLE)
def test_another_person_is_told(asked: str, listed: str, why: str) -> None:
    assert against(asked, listed, person=True), why


@pytest.mark.parametrize(("asked", "listed", "why"), SAME_PEOPLE)
def test_nothing_speaks_against_the_same_person(asked: str, listed: str, why: str) -> None:
    assert not against(asked, listed, person=True), why


@pytest.mark.parametrize(("asked", "listed", "why"), FIRMS)
def test_another_firm_is_told(asked: str, listed: str, why: str) -> None:
    assert against(asked, listed, person=False), why


@pytest.mark.parametrize(("asked", "listed", "why"), SAME_FIRMS)
def test_nothing_speaks_against_the_same_firm(asked: str, listed: str, why: str) -> None:
    assert not against(asked, listed, person=False), why


@pytest.mark.parametrize("listed", [row[1] for row in (*PEOPLE, *SAME_PEOPLE)])
def test_nothing_speaks_against_a_person_by_the_very_name(listed: str) -> None:
    assert not against(listed, listed, person=True)


def test_a_syllable_of_hangul_more_is_another_name() -> None:
    assert against("김정은수", "KIM, Jong Un", person=True)
    assert not against("김정은", "KIM, Jong Un", person=True)


@pytest.mark.parametrize("bank", ["ABN AMRO", "ABN AMRO Bank N.V.", "Abn Amro Clearing"])
def test_a_name_that_begins_with_abn_is_not_a_weak_alias_that_it_ends_with(bank: str) -> None:
    listing = a_person("UBAYDI, Abu-Amr", weak=("AMRO",))
    assert Index.build([listing]).screen(Query(bank)).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize("typed", ["ABN LADIN", "Abn Ladin", "ABN LADIN, Usama", "Usama abn Ladin", "Bn Ladin"])
def test_the_son_of_a_listed_surname_is_found_wherever_it_is_written(typed: str) -> None:
    assert Index.build([a_person("BIN LADIN, Usama")]).screen(Query(typed)).matches


@pytest.mark.parametrize("typed", ["Abn Ayman al-Zawahiri", "ABN AYMAN ZAWAHIRI", "Abn Zawahiri"])
def test_a_son_of_that_the_list_leaves_out_is_no_other_person(typed: str) -> None:
    assert Index.build([a_person("AL-ZAWAHIRI, Ayman")]).screen(Query(typed)).matches
