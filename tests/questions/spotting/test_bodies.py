"""Where bodies of states stand, told by whose they are and what."""

from __future__ import annotations

import pytest

from bot.questions.spotting.names import NO_NAMES
from tests.questions.words import seen_in


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "is the Iranian ministry of intelligence and security listed",
            "Iranian ministry of intelligence and security",
        ),
        ("Myanmar's military conglomerate", "Myanmar's military conglomerate"),
        ("check the central bank of Syria", "central bank of Syria"),
        ("Norwegian post", "Norwegian post"),
        ("is Trade and Investment Bank of Cyprus listed", "Trade and Investment Bank of Cyprus"),
        ("can we pay the Iranian space agency for oil", "Iranian space agency"),
        ("the French ministry of finance wants a list", "French ministry of finance"),
    ],
)
def test_a_body_is_whose_it_is_and_what(text: str, body: str) -> None:
    assert [span.subject.name for span in seen_in(text, NO_NAMES).spans] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "a Russian bank",
        "which Iranian development fund",
        "Russian companies bank with us",
        "the Iranian oil ministry spokesman",
        "our Russian bank accounts",
        "the Russian bank",
        "Iranian oil",
    ],
)
def test_one_of_many_and_what_goes_on_are_no_body(text: str) -> None:
    assert not seen_in(text, NO_NAMES).spans
