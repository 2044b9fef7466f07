"""An act on watches that is not asked for is not done, and the answer says so."""

from __future__ import annotations

import time

import pytest

from bot.questions.ask import Kind
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

SAID = "No watch was started or ended: “watch Rosneft” starts one here, “unwatch Rosneft” ends it."


@pytest.mark.parametrize(
    "asked",
    [
        "please do not watch Rosneft",
        "they told me to stop watching Rosneft",
        "what happens if I say watch Rosneft",
        "why did you stop watching Rosneft?",
        "who put Rosneft on my watch list?",
        "watch Rosneft?",
        "Не следите за Роснефтью",
    ],
)
def test_where_an_act_is_spoken_of_it_is_said_that_nothing_was_done(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.SCREENING
    assert [note.replace("Роснефтью", "Rosneft") for note in first.notes] == [SAID]


@pytest.mark.parametrize("asked", ["Rolex watch bought from Rosneft", "track record of Rosneft?", "watch Rosneft"])
def test_another_meaning_of_the_word_and_an_act_that_is_done_need_no_such_word(asked: str, listed: Mentions) -> None:
    assert understand(asked, NOON, VOCABULARY, listed=listed).first.notes == ()


def test_many_words_before_an_act_cost_no_time() -> None:
    begun = time.process_time()
    understand("put to me a " * 300 + "x watch Rosneft", NOON, VOCABULARY)
    understand("put to it a put to it for a the " + "x watch Rosneft", NOON, VOCABULARY)
    assert time.process_time() - begun < 2
