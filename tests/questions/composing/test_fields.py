"""Fields of forms: what a label says, and a person whose names stand in several."""

from __future__ import annotations

import pytest

from bot.questions.composing.labels import role_of
from bot.questions.composing.persons import fields_of, whole_persons


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Surname: Skoch", "Given name: Varvara", "DOB: 19/05/2002"], ["name: Varvara Skoch, born 19/05/2002"]),
        (["First name: Alexey", "Last name: Mordashov"], ["name: Alexey Mordashov"]),
        (["Фамилия: Скоч", "Имя: Андрей", "Отчество: Владимирович"], ["name: Андрей Владимирович Скоч"]),
    ],
)
def test_names_in_fields_of_their_own_are_one_person(lines: list[str], whole: list[str]) -> None:
    found = whole_persons(["New customer", *lines, "Result?"])
    assert [line for line in found if not line.casefold().startswith(("dob", "дата"))] == [
        "New customer",
        *whole,
        "Result?",
    ]


def test_a_surname_alone_stays_as_it_stands() -> None:
    assert whole_persons(["Surname: Skoch", "Country: Russia"]) == ["Surname: Skoch", "Country: Russia"]


def test_persons_below_each_other_stay_apart() -> None:
    lines = ["Surname: Skoch", "First name: Andrey", "DOB: 30.01.1966", "Surname: Kerimov", "First name: Suleiman"]
    assert [line for line in whole_persons(lines) if line.startswith("name")] == [
        "name: Andrey Skoch, born 30.01.1966",
        "name: Suleiman Kerimov",
    ]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Name of the vessel", "label"),
        ("Ultimate consignee", "label"),
        ("Owner 2", "label"),
        ("Invoice date", "nolabel"),
    ],
)
def test_a_label_is_told_by_its_first_word_or_its_last(label: str, role: str) -> None:
    assert role in role_of(label)


def test_a_persons_fields_stand_in_one_line_with_colons_or_without() -> None:
    asked = "Surname: Skoch, given name: Varvara - is she listed?"
    assert fields_of(asked) == ["Surname: Skoch", "given name: Varvara", "is she listed?"]
    bare = "Surname SKOCH, given name VARVARA, born 19 May 2002"
    assert fields_of(bare) == ["Surname: SKOCH", "given name: VARVARA", "born: 19 May 2002"]
    prose = "is anyone with surname Skoch and first name Varvara listed"
    assert fields_of(prose) == [prose]


def test_the_next_person_begins_where_the_first_label_comes_again() -> None:
    lines = ["Surname: Skoch", "Name: Varvara", "Surname: Gref", "Name: Herman", "Patronymic: Oskarovich"]
    assert whole_persons(lines) == ["name: Skoch Varvara", "name: Oskarovich Gref Herman"]
