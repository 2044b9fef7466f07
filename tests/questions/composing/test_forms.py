"""Forms as they are pasted: their labels are no names, what stands behind them is, and questions are about them."""

from __future__ import annotations

import pytest

from bot.questions.ask import Kind
from bot.questions.spotting.names import ListedNames
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def named(text: str, listed: ListedNames) -> list[str]:
    reading = understand(text, NOON, VOCABULARY, None, listed)
    return [subject.name for ask in reading.asks if ask.kind is Kind.SCREENING for subject in ask.subjects]


@pytest.mark.parametrize(
    "label", ["Shareholder 2", "Name of the vessel", "Ultimate consignee", "Owner (49%)", "Ship/owner"]
)
def test_a_label_is_told_by_the_word_that_says_what_it_is(label: str, listed: ListedNames) -> None:
    assert named(f"Buyer: Zorblax Trading\nAmount: EUR 5,000\n{label}: Helmut Bauer\nok?", listed) == [
        "Zorblax Trading",
        "Helmut Bauer",
    ]


@pytest.mark.parametrize(
    "line", ["Ccy/amount: GBP 48,500.00", "Incoterms: CIF Rotterdam", "Bank address: Am Markt 3", "Agent: TBN"]
)
def test_what_names_nobody_is_not_screened(line: str, listed: ListedNames) -> None:
    assert named(f"Buyer: Zorblax Trading\n{line}\nSeller: Rosneft\nok?", listed) == ["Zorblax Trading", "Rosneft"]


@pytest.mark.parametrize(
    "asked",
    [
        "pls revert with sanctions status of vessel and owner",
        "Please confirm whether there is a sanctions issue before Thursday.",
        "is there an issue with the bank or the vessel?",
        "We have been asked to issue a guarantee for this customer.",
    ],
)
def test_a_form_is_screened_whatever_is_asked_beside_it(asked: str, listed: ListedNames) -> None:
    for text in (
        f"Vessel: TANGO\nOwner: Zorblax Trading\n\n{asked}",
        f"{asked}\n\nVessel: TANGO\nOwner: Zorblax Trading",
    ):
        reading = understand(text, NOON, VOCABULARY, None, listed)
        assert [ask.kind for ask in reading.asks] == [Kind.SCREENING]
        assert sorted(named(text, listed)) == ["TANGO", "Zorblax Trading"]


def test_a_question_about_something_else_keeps_its_answer(listed: ListedNames) -> None:
    reading = understand("what does SDN mean?\nBuyer: Rosneft\nSeller: Zorblax Trading", NOON, VOCABULARY, None, listed)
    assert [ask.kind for ask in reading.asks] == [Kind.EXPLAIN, Kind.SCREENING]


@pytest.mark.parametrize(
    "line",
    ["Employed at: АО «Zorblax Zed»", "Cedant: Zorblax Re Ltd", "Witness: Maria Zorblax", "Seen with: Aras Marine"],
)
def test_behind_a_strange_label_a_party_is_screened_or_said_to_be_unread(line: str, listed: ListedNames) -> None:
    reading = understand(f"Buyer: Quux Trading\nAmount: EUR 5,000\n{line}", NOON, VOCABULARY, None, listed)
    name = line.partition(": ")[2].replace("«", "").replace("»", "")
    said = [subject.name for ask in reading.asks for subject in ask.subjects] + [*reading.unread]
    assert name in said
