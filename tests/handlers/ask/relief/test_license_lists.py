"""Many licenses at once: how many of them have ended is said so that nobody has to count negations."""

from __future__ import annotations

import pytest

from handlers.ask.relief.license_lists import ended_of
from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    ("many", "still", "says"),
    [
        (16, 2, "2 of them not seen to have ended"),
        (5, 0, "all of them have ended or were replaced"),
        (1, 0, "it has ended or was replaced"),
    ],
)
def test_how_many_have_ended_is_said_without_a_double_negation(many: int, still: int, says: str) -> None:
    assert ended_of(many, still) == says


def test_where_none_is_for_the_country_asked_about_that_is_said_first(ask: Ask) -> None:
    said = ask("what's the GL number for Hungary's exemption on Russian oil?").text.splitlines()[0]
    assert said == (
        "No license for Hungary was found here; 5 fit the other words: all of them have ended or were replaced."
    )


def test_a_country_that_a_license_names_is_not_missed(ask: Ask) -> None:
    assert "No license for" not in ask("which license is for Russian oil at sea to India?").text


def test_what_ends_soon_comes_with_what_has_ended_without_a_successor(ask: Ask) -> None:
    says, *lines = ask("which licenses end soon?").text.splitlines()
    assert says == "2 licenses known here end within 60 days."
    assert [line.split()[2] for line in lines[:2]] == ["115D", "55F"]
    assert lines[2].startswith("Past their day, and no successor is known here: GL 128C (29 Oct 2026)")


def test_of_a_day_what_was_surely_in_force_is_counted_apart_from_what_is_not_known(ask: Ask) -> None:
    says = ask("which licenses were in force on 1 May 2025?").text.splitlines()[0]
    assert says == "39 licenses known here were in force on 1 May 2025; of 8 more that is not known."


def test_new_licenses_are_told_by_their_day_of_issue_and_of_how_many_it_was_not_seen(ask: Ask) -> None:
    says, first, *_ = ask("new licenses since June 2026").text.splitlines()
    assert says.startswith("9 licenses known here were issued since June 2026. The day of issue was not seen of 9;")
    assert first.startswith("• GL 135 ")
    assert ask("latest general license").text.splitlines()[1].startswith("• GL 135 ")


def test_whose_licenses_are_asked_for_are_told_alone(ask: Ask) -> None:
    says, *lines = ask("are there UK licences?").text.splitlines()
    assert says == "4 licenses known here not seen to have ended."
    assert all(line.startswith("• UK ") for line in lines[:4])
    assert ask("EU licences?").text.startswith("No EU license is known here; that is not to say that there is none.")


def test_words_that_no_title_has_are_said_before_all_licenses(ask: Ask) -> None:
    said = ask("licenses about space tourism").text
    assert said.startswith("No license known here has “space tourism” in its title or scope;")
    assert ask("licenses about humanitarian aid").text.startswith("1 license known here fits these words")
    assert ask("what license covers medicine?").text.startswith("2 licenses known here fit these words")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("licenses expiring in the next two weeks", "0 things known here end between 23 Nov 2026 and 7 Dec 2026."),
        ("licenses expiring within 30 days", "2 things known here end between 23 Nov 2026 and 23 Dec 2026."),
        ("licenses that expire next year", "4 things known here end between 1 Jan 2027 and 31 Dec 2027."),
        ("какие лицензии истекают в ближайшие две недели", "0 things known here end between 23 Nov 2026"),
        ("licences without an end date", "44 licenses known here have no end date and are not seen to have ended."),
        ("licencias sin fecha de vencimiento", "44 licenses known here have no end date"),
        ("open-ended licenses", "44 licenses known here have no end date"),
        ("which licenses ended in October 2026", "4 licenses known here ended in October 2026"),
        ("licenses that ended in 2025", "23 licenses known here ended in 2025"),
        ("which licences have already expired?", "56 licenses known here ended"),
        ("Venezuela licenses", "No license for Venezuela is known here; that is not to say that there is none."),
        ("Belarus general licenses", "1 license known here not seen to have ended."),
    ],
)
def test_of_licenses_the_period_the_end_and_the_country_are_read(ask: Ask, asked: str, says: str) -> None:
    assert ask(asked).text.startswith(says)
