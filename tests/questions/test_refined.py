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
    ("before", "said", "whole"),
    [
        ("vessels flagged Panama", "which are tankers", "tankers flagged Panama"),
        ("vessels under SDGT", "how many fly Panama?", "vessels under SDGT under the flag of Panama"),
        ("Russian banks", "how many are on the SDN list", "Russian banks on the SDN list"),
    ],
)
def test_which_or_how_many_of_no_kind_are_of_the_set_before(before: str, said: str, whole: str) -> None:
    assert described(turns(before, said)) == described(turns(whole))


def test_who_of_a_set_was_born_when_narrows_it() -> None:
    asked = turns("Russian persons on SDN", "born after 1970")
    assert (asked.lists, asked.filter and asked.filter.country) == (("us_ofac_sdn",), (("Russia",),))
    assert asked.filter
    assert asked.filter.born
    assert asked.filter.designated is None


@pytest.mark.parametrize(
    ("before", "said", "whole"),
    [
        ("what's in option A?", "how many are Russian", "Russian parties"),
        ("what's in option B?", "how many fly Panama?", "parties under the flag of Panama"),
        ("option B vessels", "and those under Cameroon flag?", "parties under the flag of Cameroon"),
        ("who does option A free?", "which ones are Belarusian", "Belarusian parties"),
    ],
)
def test_those_in_an_option_are_narrowed_and_the_option_stays(before: str, said: str, whole: str) -> None:
    asked, of = turns(before, said), turns(whole).filter
    assert (asked.kind, asked.options) == (Kind.OPTION, turns(before).options)
    assert asked.filter
    assert of
    assert (asked.filter.country, asked.filter.flag) == (of.country, of.flag)


def test_a_page_of_a_narrowed_option_is_of_those_alone() -> None:
    asked = turns("what's in option A?", "how many are Russian", "page 2")
    assert (asked.options, asked.option.page) == (("A",), 2)
    assert asked.filter
    assert asked.filter.country == (("Russia",),)


@pytest.mark.parametrize("said", ["which vessels are under SDGT?", "how many Russian banks are listed?"])
def test_who_is_listed_is_asked_of_the_lists_behind_an_option_too(said: str) -> None:
    assert turns("what's in option B?", said).kind is Kind.PARTIES


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("vessels flagged Panama", "which would option B free"),
        ("how many Russian banks are on SDN?", "which would C help"),
        ("who is under both SDGT and NPWMD?", "which of them would A free"),
        ("Iranian vessels", "how many of those would B free"),
        ("Iranian vessels", "and under B?"),
    ],
)
def test_what_an_option_does_for_a_set_is_asked_of_that_set(before: str, said: str) -> None:
    asked, of = turns(before, said), turns(before)
    assert asked.kind is Kind.OPTION
    assert described(asked)[1:] == described(of)[1:]


@pytest.mark.parametrize("said", ["what's in option B?", "is option B law yet", "how many days notice in option B"])
def test_what_is_asked_of_an_option_itself_is_of_no_set_before(said: str) -> None:
    assert turns("vessels flagged Panama", said).filter is None


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
