"""Buttons, and the menu beside them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answers.document import Act, Action
from bot.blocks.buttons import Numbers, buttons
from tests.blocks.checks import assert_payload

DETAILS = Action(Act.DETAILS, "Details", "ofac-17022", "Details for Rosneft")
WATCH = Action(Act.WATCH, "Watch", "entity:ofac-17022")
SHARE = Action(Act.SHARE, "Share in channel", "is Rosneft sanctioned?")
NAMES = Action(Act.FILE, "Table (CSV)", "names:B")
PICTURE = Action(Act.FILE, "Picture", "picture:B")


def drawn(*actions: Action) -> list[dict[str, Any]]:
    rows = buttons(actions, Numbers(), 9_000)
    assert_payload(rows)
    return [element for row in rows for element in row["elements"]]


def said(elements: list[dict[str, Any]]) -> list[str]:
    return [one["text"]["text"] if one["type"] == "button" else "⋯" for one in elements]


def test_what_is_done_now_and_then_stands_in_a_menu():
    elements = drawn(DETAILS, WATCH, SHARE)
    assert said(elements) == ["Details", "⋯"]
    assert [one["text"]["text"] for one in elements[1]["options"]] == ["Watch", "Share in channel"]
    assert elements[1]["options"][1]["value"].endswith(" is Rosneft sanctioned?")


def test_the_first_file_stays_a_button():
    assert said(drawn(NAMES, PICTURE, WATCH, SHARE)) == ["Table (CSV)", "⋯"]


@pytest.mark.parametrize("actions", [(WATCH, SHARE), (DETAILS, WATCH), (SHARE,)])
def test_few_actions_need_no_menu(actions: tuple[Action, ...]):
    assert "⋯" not in said(drawn(*actions))


def test_what_is_too_long_for_a_menu_stays_a_button():
    long = Action(Act.SHARE, "Share in channel", "is Rosneft sanctioned? " * 10)
    assert said(drawn(DETAILS, WATCH, long, Action(Act.POST, "Post in channel", "B"))) == [
        "Details",
        "Share in channel",
        "⋯",
    ]


@pytest.mark.parametrize("act", [Act.UNWATCH, Act.CANCEL])
def test_what_ends_something_looks_like_it_and_is_asked_back(act: Act):
    (element,) = drawn(Action(act, "Stop", "entity:ofac-17022"))
    assert element["style"] == element["confirm"]["style"] == "danger"
    assert element["confirm"]["text"]["text"]


def test_a_message_that_itself_asks_back_does_so_once():
    (element,) = drawn(Action(Act.UNWATCH, "Stop watching", "entity:ofac-17022", style="danger"))
    assert element["style"] == "danger"
    assert "confirm" not in element
