"""What is said of general licenses: as far as they were seen, with the day, and never that a dealing is allowed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from bot.answers.document import Answer
from bot.questions.ask import Subject
from handlers.ask.relief.licenses import Asked, answer
from handlers.desk import Desk
from tests.handlers.ask.conftest import Ask

TODAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def at_desk(desk: Desk) -> Desk:
    return desk.at(lambda: TODAY)


def about(desk: Desk, *keys: str, party: str = "", **more: object) -> Answer:
    subjects = (Subject(party),) if party else ()
    return answer(Asked(keys=keys, subjects=subjects, **more), desk)  # type: ignore[arg-type]


def test_a_license_says_what_was_seen_of_it_and_how_sure_that_is(at_desk: Desk):
    said = about(at_desk, "GL 128B").text
    assert said.startswith("GL 128B (Lukoil stations outside Russia): replaced by GL 128C on 14 Apr 2026.")
    assert "Replaces GL 128A; replaced by GL 128C." in said
    assert "The newest, GL 128C: its day, 29 Oct 2026, has passed; whether it was renewed is not known here." in said
    assert "Official. Source: US Treasury, OFAC, FAQ 1225, 18 Dec 2025" in said


def test_a_license_is_in_force_only_as_of_the_day_it_was_seen(at_desk: Desk):
    said = about(at_desk, "GL 124B").text
    assert "in force when last seen, 26 Jun 2026; no end date." in said
    assert "Second hand" not in said


def test_second_hand_is_never_shown_as_more(at_desk: Desk):
    said = about(at_desk, "GL 135").text
    assert "Second hand, from a third party's file." in said
    assert "Official." not in said
    assert "Reported." not in said


def test_what_was_not_seen_is_not_nothing(at_desk: Desk):
    assert "Does not authorize: not seen, which is not “nothing”." in about(at_desk, "GL 2").text


def test_a_number_alone_means_the_newest_of_its_line(at_desk: Desk):
    given = about(at_desk, "GL 8")
    assert given.text.startswith("GL 8L (Wind-down of energy transactions): ended on 12 Mar 2025.")
    assert given.facts["licenses"] == ["GL 8L"]


def test_a_number_on_a_day_means_the_one_in_force_then(at_desk: Desk):
    given = about(at_desk, "GL 134", as_of=date(2026, 4, 20))
    assert given.facts["licenses"] == ["GL 134B"]
    assert "in force on 20 Apr 2026" in given.text


def test_a_letter_that_nobody_knows_is_said_to_be_unknown(at_desk: Desk):
    said = about(at_desk, "GL 124D").text
    assert said.startswith("GL 124D is not known here. The newest of its line that is: GL 124B")
    assert "GL 999 is not known here. That does not mean that there is none." in about(at_desk, "GL 999").text


def test_whether_one_may_pay_under_a_license_is_answered_neither_yes_nor_no(at_desk: Desk):
    said = about(at_desk, "GL 8", party="Sberbank", permission=True).text
    assert said.startswith("GL 8L (Wind-down of energy transactions): ended on 12 Mar 2025.")
    assert "GL 8L does not name “Sberbank”, as far as it was seen." in said
    assert "Whether a dealing is allowed is not answered here" in said
    assert not re.search(r"\b(?:yes|no),|\ballowed to\b|\bmay pay\b", said, re.IGNORECASE)


def test_a_party_that_a_license_names_is_linked_to_its_listing(at_desk: Desk):
    said = about(at_desk, "GL 115D", party="Sberbank").text
    assert "GL 115D names Public Joint Stock Company Sberbank of Russia (listed as “" in said


def test_the_licenses_that_name_a_party_open_ones_first(at_desk: Desk):
    given = about(at_desk, party="Lukoil")
    says = "16 licenses known here name or reach Lukoil (OAO, Russia); 2 of them not seen to have ended."
    assert given.text.startswith(says)
    assert "• GL 124B (CPC, Tengizchevroil, Karachaganak): in force when last seen, 26 Jun 2026" in given.text
    assert {"GL 124B", "GL 126", "UK INT/2025/7539056", "GL 128C"} <= set(given.facts["licenses"])  # type: ignore[call-overload]


def test_a_party_that_no_list_here_holds_is_found_by_its_name(at_desk: Desk):
    said = about(at_desk, party="Lukoil International GmbH").text
    assert "14 licenses known here name or reach “Lukoil International GmbH”" in said
    assert "is surely none of the parties on the lists held here" in said


def test_a_directive_reaches_whoever_is_under_it(at_desk: Desk):
    given = about(at_desk, party="Central Bank of the Russian Federation")
    assert {"GL 13S", "GL 14"} <= set(given.facts["licenses"])  # type: ignore[call-overload]


def test_no_license_that_names_a_party_is_not_no_license(at_desk: Desk):
    said = about(at_desk, party="Oleg Deripaska").text
    assert "No license known here names Oleg Vladimirovich Deripaska" in said
    assert "that is not to say that there is none" in said
    assert "naming nobody, so that they may reach it: GL 26A (Ukraine) and GL 135." in said


def test_what_ends_soon_and_whose_day_has_passed(at_desk: Desk):
    given = about(at_desk, ending=True)
    assert given.text.startswith("2 licenses known here end within 60 days.")
    assert given.facts["licenses"] == ["GL 115D", "GL 55F"]
    assert "Past their day, and no successor is known here: GL 128C (29 Oct 2026)" in given.text


def test_no_answer_says_that_a_license_is_in_force_today(at_desk: Desk):
    for key in at_desk.snapshot().content.licenses:
        said = about(at_desk, key).text.lower()
        assert "in force today" not in said
        headline = said.split("\n")[0].replace("no longer in force", "")
        assert not re.search(r"\bin force(?! when last seen| on )", headline)


def test_licenses_are_found_by_the_words_of_their_titles_and_told_of_the_day_asked(ask: Ask):
    said = ask("was any license for Russian oil at sea in force on 12 April 2026?").text
    assert said.startswith("5 licenses known here fit these words: none was in force on 12 Apr 2026.")
    assert "GL 134A (Russian oil at sea): not in force on 12 Apr 2026." in said
    assert "ends as 11 Apr 2026 begins." in said
    said = ask("was any license for Russian oil at sea in force on 20 April 2026?").text
    assert said.startswith("5 licenses known here fit these words: 1 was in force on 20 Apr 2026.")


def test_a_question_about_all_licenses_is_not_narrowed_by_its_own_words(ask: Ask):
    for asked in ("which licenses are in force?", "which licenses were in force on 12 April 2026?"):
        assert "fit these words" not in ask(asked).text
        assert "fits these words" not in ask(asked).text
