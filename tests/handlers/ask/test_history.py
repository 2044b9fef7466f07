"""What was so: on a day, by the editions in force then; ever, since when and until when, by all editions held."""

from __future__ import annotations

import pytest

from tests.handlers.ask.conftest import Ask


def test_what_was_done_by_a_day_is_told_where_the_edition_of_then_is_too_old_to_show_it(ask: Ask) -> None:
    taken_off = "Reported: taken off the SDN list on 2 Apr 2025"
    assert taken_off in ask("was Karina Rotenberg on the SDN list on 5 May 2025?").text
    assert taken_off not in ask("was Karina Rotenberg on the SDN list on 5 Jan 2024?").text


def test_a_date_before_the_oldest_edition_is_not_known(ask: Ask) -> None:
    text = ask("was Sberbank listed on 24 February 2022?").text
    assert text.startswith("NOT KNOWN for 24 Feb 2022: no edition that old is kept here.")


def test_on_a_date_with_an_edition_it_answers_from_that_edition(ask: Ask) -> None:
    text = ask("was Sberbank listed on 5 January 2024?").text
    assert text.startswith("On 5 Jan 2024: LISTED, blocked: Sberbank of Russia (INN 7707083893, Moscow).\n")
    assert "By our editions of then: SDN 28 Dec 2023." in text


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("was Rusal ever sanctioned?", "NOT KNOWN whether ever: “Rusal” is in no edition held here."),
        (
            "has Viktor Vekselberg been delisted?",
            "Now, by our editions: LISTED, blocked: Viktor Feliksovich Vekselberg",
        ),
        ("since when is Sberbank sanctioned?", "NOT KNOWN since when. Now, by our editions: LISTED, blocked: Sberbank"),
        (
            "since when is Gazprombank on the SDN list?",
            "NOT KNOWN since when: not on our OFAC SDN list of 28 Dec 2023.",
        ),
        (
            "was Emmerson Mnangagwa blocked on 1 February 2024?",
            "On 1 Feb 2024, by a list of 28 Dec 2023 (stale by then): LISTED, blocked: Emmerson Dambudzo",
        ),
        (
            "was Acme Widgets listed on 1 Jan 2025?",
            "NOT KNOWN for 1 Jan 2025: no edition of then is kept of the non-SDN",
        ),
        ("was Alfa-Bank delisted in 2025?", "NOT KNOWN whether in 2025: our SDN of 28 Dec 2023 is older. Now, by our"),
        ("was Sberbank taken off in March 2025?", "NOT KNOWN whether in March 2025: our SDN of 28 Dec 2023 is older."),
        (
            "was Acme Widgets on the SDN list on 1 Jan 2025?",
            "NOT KNOWN for 1 Jan 2025: our SDN 28 Dec 2023 was stale by then.",
        ),
    ],
)
def test_the_past_is_told_from_the_editions_and_never_from_today(ask: Ask, asked: str, first: str) -> None:
    text = ask(asked).text
    assert text.startswith(first)
    assert "NO MATCH" not in text


def test_of_several_who_could_be_meant_on_a_day_each_is_told_with_the_list_of_then(ask: Ask) -> None:
    text = ask("was Rotenberg listed on 5 January 2024?").text
    assert text.startswith("On 5 Jan 2024: POSSIBLE MATCH for “Rotenberg”: ")
    assert "parties listed then could be meant." in text
    assert "Rotenberg" in text.splitlines()[1]


def test_one_common_word_is_not_checked_on_a_day_either(ask: Ask) -> None:
    assert ask("was “Bank” listed on 5 January 2024?").text.startswith("NOT CHECKED:")


def test_of_several_who_could_be_meant_the_past_of_each_is_told(ask: Ask) -> None:
    said = ask("did Kerimov come off the list in 2022?").text.splitlines()
    assert said[0] == "Which “Kerimov” do you mean? A person must decide."
    assert said[3].startswith("The past of 1: No removal in the editions held here. OFAC SDN list: on it in our oldest")
    assert said[4].startswith("The past of 2: ")


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        ("In 2019 we sold trucks for Kamaz, problem?", "LISTED, blocked: Kamaz"),
        ("was Alrosa listed on 3 March 2021?", "LISTED, blocked: Alrosa"),
        ("is Gazprombank SDN since Nov 2024", "LISTED, probably blocked: Gazprombank"),
        ("Sberbank in 2014", "LISTED, blocked: Sberbank"),
        ("was Gref listed on 3 May 2016?", "POSSIBLE MATCH: Herman Oskarovich Gref"),
    ],
)
def test_how_a_party_stands_now_is_said_where_it_is_not_known_of_then(ask: Ask, asked: str, now: str) -> None:
    first, second, *_ = ask(asked).text.splitlines()
    assert first.startswith("NOT KNOWN for ")
    assert second.startswith(f"Now, by our editions: {now}")


def test_of_whom_nothing_is_known_now_nothing_is_said(ask: Ask) -> None:
    assert "Now, by our editions" not in ask("was Zentrix Holdings listed on 3 May 2016?").text
