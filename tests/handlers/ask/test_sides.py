"""Why, and with what risk to others: what is asked for comes before all else that a card holds."""

from __future__ import annotations

import pytest

from tests.handlers.ask.conftest import Ask

NO_REASONS = "The reason is not known here: the lists give programs, not reasons."


@pytest.mark.parametrize(
    "asked",
    [
        "why was Oleg Deripaska designated?",
        "what is Severstal sanctioned for?",
        "what are the reasons for listing Rosneft?",
        "за что под санкциями Дерипаска?",
        "why did OFAC take Karina Rotenberg off the list?",
    ],
)
def test_that_the_lists_give_no_reasons_comes_first(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith(NO_REASONS)


@pytest.mark.parametrize("asked", ["is Rosneft sanctioned?", "was Rosneft ever listed?", "why not option B?"])
def test_reasons_are_not_spoken_of_where_nobody_asks(ask: Ask, asked: str) -> None:
    assert NO_REASONS not in ask(asked).text


def test_a_risk_of_secondary_sanctions_is_said_once_and_before_the_evidence(ask: Ask) -> None:
    said = ask("is there a secondary sanctions risk with Gazprombank?").text
    lines = said.splitlines()
    assert lines[0].startswith("LISTED, probably blocked: Gazprombank")
    assert lines[2].startswith("Secondary sanctions risk: the entry states it (")
    assert "Section 11 of EO 14024" in lines[2]
    assert said.count("Secondary sanctions risk") == 1


def test_an_entry_that_states_no_risk_is_no_word_on_there_being_none(ask: Ask) -> None:
    assert "Secondary sanctions risk: the entry states none; that alone does not say there is none." in (
        ask("would we risk secondary sanctions with Severstal?").text
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("is Igor Sechin under EO 14024?", "Under RUSSIA-EO14024: yes, by our edition."),
        ("is Medvedchuk under EO 14024", "no; by our edition (SDN) it is under UKRAINE-EO13660."),
        ("is Sechin listed under EO 13660", "Under UKRAINE-EO13660: none of those shown, by our editions."),
        ("is Sechin listed under EO 13661", "Under UKRAINE-EO13661: number 1, by our editions."),
    ],
)
def test_whether_a_party_is_under_a_program_that_was_named_is_said(ask: Ask, asked: str, said: str) -> None:
    assert said in ask(asked).text
