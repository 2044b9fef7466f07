"""What a follow-up says of watches is done only where it orders that, here, now and of the party itself."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words

ELSEWHERE = "A watch is of the place where it is asked for: say it in that channel."


def last_of(listed: Mentions, *said: str) -> Ask:
    before = None
    for text in said:
        before = understand(text, NOON, VOCABULARY, before, listed).last
    assert before
    return before


@pytest.mark.parametrize(
    "said",
    [
        "drop Rosneft",
        "and drop Rosneft please",
        "remove Rosneft",
        "take off Rosneft",
        "stop the one on Rosneft",
        "forget Rosneft",
        "убери Роснефть",
    ],
)
def test_who_is_to_be_let_go_of_what_was_shown_is(said: str, listed: Mentions) -> None:
    ended = last_of(listed, "what am I watching?", said)
    assert (ended.kind, len(ended.subjects), ended.provided) == (Kind.UNWATCH, 1, False)


@pytest.mark.parametrize(
    "said",
    [
        "stop watching Rosneft once it is delisted",
        "drop Rosneft once it is delisted",
        "stop the one on Rosneft if it is delisted",
        "drop Rosneft's yacht",
        "remove the subsidiaries of Rosneft",
        "drop Rosneft tomorrow",
        "drop Rosneft next week",
        "stop the one on Rosneft in #risk",
        "forget Rosneft in the other channel",
        "Delisted Rosneft in March",
        "Dropped Rosneft",
        "Removal of Rosneft in March",
        "сняли Роснефть",
    ],
)
@pytest.mark.parametrize("first", ["what am I watching?", "watch Lukoil"])
def test_an_end_on_a_condition_of_a_part_later_elsewhere_or_only_told_is_left_to_who_asks(
    first: str, said: str, listed: Mentions
) -> None:
    last = last_of(listed, first, said)
    assert last.provided or last.kind not in (Kind.WATCH, Kind.UNWATCH)


@pytest.mark.parametrize("said", ["not here, in #desk", "in #desk please", "I meant in the other channel"])
def test_that_another_place_was_meant_is_said_of_the_act_before(said: str, listed: Mentions) -> None:
    last = last_of(listed, "watch Lukoil", said)
    assert (in_words(last), last.provided, last.notes) == ("watch: Lukoil", True, (ELSEWHERE,))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("is Rosneft listed? somebody asked in #desk", "screening: Rosneft"),
        ("somebody in #desk asks if Rosneft is listed", "screening: Rosneft"),
        ("who is in the compliance channel", "screening: Lukoil"),
        ("watch Rosneft in #desk", "watch: Rosneft"),
        ("Rosneft in #desk too", "watch: Rosneft"),
    ],
)
def test_a_question_that_names_a_channel_is_answered(said: str, asked: str, listed: Mentions) -> None:
    last = last_of(listed, "watch Lukoil", said)
    assert in_words(last) == asked
    assert last.provided is (last.kind is Kind.WATCH)


@pytest.mark.parametrize(
    "asked",
    [
        "lay off Mechel for me and watch Polyus instead",
        "ease off Mechel, and keep tabs on Polyus",
        "quit telling me about Mechel and start on Polyus instead",
        "stop pinging me about Mechel, keep an eye on Polyus instead",
    ],
)
def test_one_is_let_go_and_another_watched_in_its_place(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [(ask.kind, [each.name for each in ask.subjects]) for ask in asks] == [
        (Kind.UNWATCH, ["Mechel"]),
        (Kind.WATCH, ["Polyus"]),
    ]


@pytest.mark.parametrize("act", ["watch Rosneft", "unwatch Rosneft"])
@pytest.mark.parametrize(
    "said",
    ["Sberbank called us", "Gazprombank pays us in euro", "Kamaz we keep", "take Gazprombank as an example"],
)
def test_what_is_told_of_another_behind_an_act_is_no_act_on_it(act: str, said: str, listed: Mentions) -> None:
    assert last_of(listed, act, said).provided


@pytest.mark.parametrize("act", ["watch Rosneft", "unwatch Rosneft"])
@pytest.mark.parametrize("said", ["and Sberbank", "Sberbank too please", "same for the bank Sberbank", "и Сбербанк"])
def test_whom_else_an_act_is_for_is_done(act: str, said: str, listed: Mentions) -> None:
    assert not last_of(listed, act, said).provided


def test_an_end_that_was_not_meant_is_offered_to_begin_again(listed: Mentions) -> None:
    last = last_of(listed, "unwatch Rosneft", "I did not mean that")
    assert (in_words(last), last.provided) == ("watch: Rosneft", True)


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("alerts on for Gazprom, off for Rosneft", ["watch: Gazprom", "unwatch: Rosneft"]),
        ("notifications off for Lukoil and on for Rosneft", ["unwatch: Lukoil", "watch: Rosneft"]),
        ("please turn on alerts for Kamaz, turn them off for Rosneft", ["watch: Kamaz", "unwatch: Rosneft"]),
        ("alerts on for Gazprom, off for Rosneft?", ["screening: Gazprom; Rosneft"]),
    ],
)
def test_alerts_are_on_for_one_and_off_for_another(said: str, done: list[str], listed: Mentions) -> None:
    assert [*map(in_words, understand(said, NOON, VOCABULARY, None, listed).asks)] == done
