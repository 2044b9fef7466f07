"""A set that was asked about, narrowed or turned by the next turn of a thread."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def turns(*said: str) -> Ask:
    before = None
    for text in said:
        before = understand(text, NOON, VOCABULARY, before).last
    assert before
    return before


def described(question: Ask) -> tuple[object, ...]:
    wanted = question.filter
    return question.kind, wanted and (wanted.called, wanted.country, wanted.flag), question.programs, question.lists


@pytest.mark.parametrize(
    ("before", "said", "whole"),
    [
        ("vessels under SDGT", "which of them fly the flag of Panama?", "vessels under SDGT under the flag of Panama"),
        ("vessels under SDGT", "only for Iran", "vessels from Iran under SDGT"),
        ("vessels under SDGT", "and persons?", "persons under SDGT"),
        ("vessels under SDGT", "and under IRAN?", "vessels under IRAN"),
        ("Russian banks", "what about Belarus?", "Belarusian banks"),
        ("Iranian vessels", "how many of them are tankers", "Iranian tankers"),
        ("Iranian vessels", "which of these are on the UN list?", "Iranian vessels on the UN list"),
        ("what is SDGT", "and persons?", "persons under SDGT"),
        ("Russian vessels", "und Syrien?", "Syrian vessels"),
    ],
)
def test_a_set_is_narrowed_or_one_thing_of_it_takes_the_place_of_another(before: str, said: str, whole: str) -> None:
    asked = turns(before, said)
    assert asked.kind is Kind.PARTIES
    assert described(asked) == described(turns(whole))


@pytest.mark.parametrize(
    "said", ["list them", "how many is that", "how many are they?", "сколько их", "combien sont-ils"]
)
def test_the_same_set_is_asked_for_once_more(said: str) -> None:
    before = turns("Iranian vessels", "which of them are under SDGT?")
    assert described(turns("Iranian vessels", "which of them are under SDGT?", said)) == described(before)


def test_under_a_second_program_is_under_both() -> None:
    asked = turns("Russian banks under RUSSIA-EO14024", "which of these are also under UKRAINE-EO13661?")
    assert asked.programs == ("RUSSIA-EO14024", "UKRAINE-EO13661")
    assert asked.filter
    assert asked.filter.together


def test_what_is_not_so_of_them_is_taken_out() -> None:
    asked = turns("vessels under SDGT", "which of them are not from Iran?")
    assert asked.filter
    assert [each.filter and each.filter.country for each in asked.filter.but] == [(("Iran",),)]


@pytest.mark.parametrize(
    "said", ["without North Koreans", "except the Serbians", "ok, leave out Iranian banks", "without entities"]
)
def test_who_is_left_out_of_a_set_is_taken_out_of_it_and_the_set_stays(said: str) -> None:
    for before in ("vessels under SDGT", "what is SDGT"):
        asked = turns(before, said)
        assert (asked.kind, asked.programs) == (Kind.PARTIES, ("SDGT",))
        assert asked.filter
        assert len(asked.filter.but) == 1


def test_back_to_one_that_was_asked_about_is_not_both() -> None:
    for said in ("back to the Russian ones", "go back to Russia"):
        of = turns("how many Russian banks?", "and the Syrian ones?", said).filter
        assert of
        assert of.country == (("Russia",),)


@pytest.mark.parametrize(
    "said",
    [
        "ok",
        "thanks for that",
        "watch them",
        "is Rosneft listed?",
        "Rosneft",
        "which of them would option C free?",
        "--",
    ],
)
def test_what_asks_something_else_or_nothing_is_no_such_set(said: str) -> None:
    assert turns("vessels under SDGT", said).kind is not Kind.PARTIES


def test_a_set_under_one_of_several_programs_is_not_taken_for_one_under_all() -> None:
    asked = turns("which persons are under SDGT or NPWMD?", "which of them are under IRAN?")
    assert asked.kind is not Kind.PARTIES


def test_a_set_that_is_described_anew_stands_by_itself() -> None:
    assert described(turns("vessels under SDGT", "how many Russian banks are listed?")) == described(
        turns("how many Russian banks are listed?")
    )


@pytest.mark.parametrize(
    ("before", "said", "country", "flag"),
    [
        ("how many vessels are flagged Panama?", "and Liberia?", (), (("Liberia",),)),
        ("how many vessels are flagged Panama?", "Cuba?", (), (("Cuba",),)),
        ("vessels flagged Panama", "which of them are Iranian?", (("Iran",),), (("Panama",),)),
        ("how many Iranian banks?", "Russian ones?", (("Russia",),), ()),
        ("how many Iranian banks?", "only Russian ones", (("Iran",), ("Russia",)), ()),
    ],
)
def test_another_land_takes_the_place_of_the_one_before(
    before: str, said: str, country: tuple[tuple[str, ...], ...], flag: tuple[tuple[str, ...], ...]
) -> None:
    of = turns(before, said).filter
    assert of
    assert (of.country, of.flag) == (country, flag)
