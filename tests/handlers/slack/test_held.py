"""Operators accept and reject held editions by buttons, in their channel and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.lists.held
from bot.app.judging import HeldEditions
from handlers.desk import Desk
from handlers.slack.front import DeskFront
from jobs.deliver import deliver, delivery_client
from jobs.loading import load
from store.lists.editions import current_editions
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.slack.running import Running, running
from tests.handlers.slack.test_conversations import button
from tests.jobs.test_holding import DAMAGED, KEY, ROWS, edition

OPERATORS = "C0GENERAL"
DESK_CHANNEL = "C0DESK"  # a guest is in it
LONGEST = 60.0  # seconds, on a machine that has much to do


def a_held_edition(folder: Path, channel: str) -> sessionmaker[Session]:
    sessions = a_database(folder)
    load(sessions, KEY, edition(ROWS, "2024-01-04"), None, NOON)
    assert load(sessions, KEY, DAMAGED, None, NOON, operators=channel).status == "held"
    return sessions


def entries(sessions: sessionmaker[Session]) -> int:
    with sessions() as session:
        return current_editions(session)[0].entries


def told(bot: Running, sessions: sessionmaker[Session], channel: str = "general") -> dict[str, object]:
    deliver(sessions, delivery_client(bot.workspace.bot_token, bot.workspace.api_url), lambda: NOON)
    assert bot.workspace.wait(lambda: bot.workspace.messages(channel), LONGEST)
    (message,) = bot.workspace.messages(channel)
    return message


def said_to(who: str, bot: Running, message: dict[str, object], act: str) -> str:
    """What somebody who presses a button of the message is told alone."""
    bot.workspace.press(who, str(message["ts"]), button(message, act))
    assert bot.workspace.wait(lambda: bot.workspace.ephemerals(who), LONGEST)
    return str(bot.workspace.ephemerals(who)[-1]["text"])


@pytest.mark.parametrize(
    ("act", "words", "left"),
    [("accept-edition", "accepted. The edition of the OFAC SDN list", 60), ("reject-edition", "rejected: ", 100)],
)
def test_a_press_in_the_operators_channel_is_done_and_said_in_the_thread(
    tmp_path: Path, act: str, words: str, left: int
) -> None:
    sessions = a_held_edition(tmp_path, OPERATORS)
    judge = HeldEditions(sessions, lambda: NOON, OPERATORS)
    with running(DeskFront(Desk(sessions, lambda: NOON)), "http", judge) as bot:
        message = told(bot, sessions)
        bot.workspace.press("maria", str(message["ts"]), button(message, act))
        assert bot.workspace.wait(lambda: bot.workspace.replies("general", str(message["ts"])), LONGEST)
        (reply,) = bot.workspace.replies("general", str(message["ts"]))
        assert words in reply["text"]
        assert bot.workspace.violations() == []
    assert entries(sessions) == left


def test_elsewhere_nobody_may_judge(tmp_path: Path) -> None:
    sessions = a_held_edition(tmp_path, OPERATORS)
    judge = HeldEditions(sessions, lambda: NOON, "C0ELSEWHERE")
    with running(DeskFront(Desk(sessions, lambda: NOON)), "http", judge) as bot:
        message = told(bot, sessions)
        assert "operators' channel" in said_to("maria", bot, message, "accept-edition")
    assert entries(sessions) == 100


def test_a_guest_in_the_channel_may_not_and_is_told_so_without_an_incident(tmp_path: Path) -> None:
    sessions = a_held_edition(tmp_path, DESK_CHANNEL)
    judge = HeldEditions(sessions, lambda: NOON, DESK_CHANNEL)
    with running(DeskFront(Desk(sessions, lambda: NOON)), "http", judge) as bot:
        message = told(bot, sessions, "sanctions-desk")
        said = said_to("guest", bot, message, "accept-edition")
        assert "guests may not" in said
        assert "tell whoever runs this bot" not in said
        assert bot.workspace.replies("sanctions-desk", str(message["ts"])) == []
    assert entries(sessions) == 100


def test_a_button_of_an_edition_that_another_took_the_place_of_says_so_and_goes(tmp_path: Path) -> None:
    sessions = a_held_edition(tmp_path, OPERATORS)
    judge = HeldEditions(sessions, lambda: NOON, OPERATORS)
    with running(DeskFront(Desk(sessions, lambda: NOON)), "http", judge) as bot:
        old = told(bot, sessions)
        later = load(sessions, KEY, edition(ROWS[:50], "2024-01-06"), None, NOON, operators=OPERATORS)
        assert later.status == "held"
        said = said_to("james", bot, old, "accept-edition")
        assert "a later one came, the edition of 6 Jan 2024, and waits" in said
        assert bot.workspace.wait(lambda: not bot.workspace.buttons(bot.workspace.messages("general")[0]), LONGEST)
        assert "Not held any more: pressed by" in str(bot.workspace.messages("general")[0]["blocks"])
        assert bot.workspace.violations() == []
    assert entries(sessions) == 100


def test_a_second_press_changes_nothing_and_says_what_was_done(tmp_path: Path) -> None:
    """Two saw the buttons; the one who came second pressed what the first one's screen no longer has."""
    sessions = a_held_edition(tmp_path, OPERATORS)
    judge = HeldEditions(sessions, lambda: NOON, OPERATORS)
    held = name_of_held(sessions)
    judge.accept(KEY, held, "U0MARIA")
    with running(DeskFront(Desk(sessions, lambda: NOON)), "http", judge) as bot:
        message = told(bot, sessions)
        assert "was accepted already, and is in force" in said_to("yuki", bot, message, "reject-edition")
    assert entries(sessions) == 60


def name_of_held(sessions: sessionmaker[Session]) -> str:
    with sessions() as session:
        held = store.lists.held.held_of(session, KEY)
    assert held is not None
    return held.edition
