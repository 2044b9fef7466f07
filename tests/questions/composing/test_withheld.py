"""What the rest of a message says against an order: then nothing is changed, or it is said what cannot be done."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.composing.withheld import NOTES
from bot.questions.spotting.names import ListedNames
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def order(text: str, listed: ListedNames) -> Ask:
    asks = understand(text, NOON, VOCABULARY, None, listed).asks
    return next(ask for ask in asks if ask.kind in (Kind.WATCH, Kind.UNWATCH))


@pytest.mark.parametrize(
    "text",
    [
        "unwatch Rosneft unless it is still on SDN",
        "unwatch everything. actually no, wait",
        "unwatch everything?",
        "unwatch Rosneft tomorrow",
        "watch Rosneft in #desk",
        # what of "everything" is meant, or of which sort, is not told for sure
        "unwatch everything that I added",
        "unwatch everything except Rosneft",
        "turn off all notifications",
        # a limit is no end
        "не пиши мне про Роснефть больше одного раза в день",
        "don't message me about Rosneft more than twice a day",
        "не присылай мне больше двух сообщений в день про Сбербанк",
        # what only shows how one may be worded
        "example: watch Sberbank, unwatch Rosneft",
        "For example, so that it is clear.\nwatch Rosneft",
        "for instance: unwatch Rosneft, watch VTB Bank",
        "Example:\nunwatch Rosneft",
        "zum Beispiel: watch Sberbank, unwatch Rosneft",
    ],
)
def test_an_order_that_the_rest_speaks_against_is_left_to_who_asks(text: str, listed: ListedNames) -> None:
    assert order(text, listed).provided


@pytest.mark.parametrize(
    "text", ["watch Rosneft", "watch Rosneft, please", "unwatch everything", "unwatch Rosneft now"]
)
def test_an_order_that_nothing_speaks_against_is_done(text: str, listed: ListedNames) -> None:
    assert not order(text, listed).provided


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("unwatch Rosneft tomorrow", "no_end"),
        ("watch Rosneft only on Mondays", "no_end"),
        ("watch Rosneft but at most once a week", "no_end"),
        ("следи за Роснефтью не чаще раза в неделю", "no_end"),
        ("unwatch everything except Rosneft", "name_each"),
        ("watch Rosneft in #desk", "say_there"),
    ],
)
def test_what_of_an_order_cannot_be_done_is_said(text: str, note: str, listed: ListedNames) -> None:
    assert NOTES[note] in order(text, listed).notes


def test_what_is_asked_behind_an_order_is_no_part_of_it(listed: ListedNames) -> None:
    asked = order("watch Rosneft, what changed this month?", listed)
    assert [subject.name for subject in asked.subjects] == ["Rosneft"]
    assert asked.unread == ("what changed this month",)
