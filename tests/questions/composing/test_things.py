"""What is written as a name and names nobody."""

from __future__ import annotations

import pytest

from bot.questions.composing.things import says_what, things_in
from bot.screening.index.mentions import Mentions
from tests.questions.words import seen_in


@pytest.mark.parametrize(
    "said",
    ["Loan Agreement 2019", "Letter of Credit", "Risk Committee", "Board of Directors", "Compliance Department"],
)
def test_a_document_and_a_part_of_a_firm_are_things(said: str) -> None:
    assert says_what(said.casefold().split())


@pytest.mark.parametrize("said", ["Investigative Committee", "Rosneft", "Bright Horizon", "", "2026"])
def test_what_a_body_may_be_called_is_none(said: str) -> None:
    assert not says_what(said.casefold().split())


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Rosneft, Sofiyskaya Embankment 26, Moscow 117997", ["Sofiyskaya Embankment 26", "Moscow"]),
        ("is Rosneft, Sofiyskaya nab. 26, listed, and Severgroup", ["Sofiyskaya"]),
        ("Rosneft, Wall Street Bank Ltd", []),
        ("Sofiyskaya nab. 26, Moscow", []),
    ],
)
def test_behind_a_name_an_address_goes_from_its_street_to_what_asks(
    text: str, things: list[str], listed: Mentions
) -> None:
    assert [span.subject.name for span in things_in(seen_in(text, listed))] == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ('check "he jing" and Hamas', []),
        ('is "Bank Rossiya" listed, and Rosneft', []),
        ('check "deemed exports" and Rosneft', ["deemed exports"]),
        ('is "restricted party" listed, and Rosneft', ["restricted party"]),
    ],
)
def test_a_term_that_a_listed_party_is_called_by_is_a_party(
    text: str, things: list[str], listed: Mentions, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = frozenset({"he jing", "bank rossiya", "deemed exports", "restricted party"})
    monkeypatch.setattr("bot.questions.composing.things._terms", lambda: terms)
    assert [span.subject.name for span in things_in(seen_in(text, listed))] == things
