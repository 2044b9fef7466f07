"""A party that is probably blocked is so in every kind of answer, and nowhere is it "not blocked"."""

from __future__ import annotations

import pytest

from bot.answers.as_json import answer_as_json
from bot.answers.document import plain
from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    "question",
    [
        "is Rosneft sanctioned?",
        "is Rosneft on the SDN list?",
        "was Rosneft listed on 1 March 2026?",
        "who is linked to Rosneft?",
        "which parties are linked to Gazprombank?",
        "would option B lift sanctions on Rosneft?",
        "what would free Gazprombank?",
        "are Rosneft and Lukoil under sanctions?",
        "Rosneft Oil",
    ],
)
def test_who_is_probably_blocked_is_so_in_every_kind_of_answer(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "probably" in text
    assert "not blocked" not in text.lower()


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("is Gazprom sanctioned?", "LISTED, restricted: sectoral directive 4; Directive 3 under EO 14024. Gazprom ("),
        (
            "is Emmerson Mnangagwa sanctioned?",
            "WAS LISTED under ZIMBABWE, ended 4 Mar 2024: off the list since",
        ),
        ("is Igor Sechin sanctioned?", "LISTED, blocked: Igor Ivanovich Sechin"),
        ("is Bank of Kunlun sanctioned?", "LISTED: Bank of Kunlun"),
    ],
)
def test_the_headline_is_the_standing(ask: Ask, question: str, headline: str) -> None:
    assert plain(ask(question).cards[0].headline).startswith(headline)


def test_a_party_under_an_ended_program_is_still_listed_in_json_and_was_listed_in_its_standing(ask: Ask) -> None:
    answer = answer_as_json(ask("is Emmerson Mnangagwa sanctioned?"))
    assert answer["verdicts"] == ["listed"]
    assert answer["screenings"][0]["results"][0]["standing"] == "was_listed"
    assert "cannot tell which" in answer["text"]


@pytest.mark.parametrize("question", ["Sber", "Gazprom Neft Shelf", "VTB", "Tinkoff", "Gazprombank Luxembourg"])
def test_no_candidate_is_said_to_be_not_blocked(ask: Ask, question: str) -> None:
    assert "not blocked" not in ask(question).text.lower()
