"""Operators accept and reject held editions by buttons, in their channel and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

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
LONGEST = 60.0  # seconds, on a machine that has much to do


def a_held_edition(folder: Path, channel: str) -> sessionmaker[Session]:
    sessions = a_database(folder)
    load(sessions, KEY, edition(ROWS, "2024-01-04"), None, NOON)
    assert load(sessions, KEY, DAMAGED, None, NOON, operators=channel).status == "held"
    return sessions


def entries(sessions: sessionmaker[Session]) -> int:
    with sessions() as session:
        return current_editions(session)[0].entries


def told(bot: Running, sessions: sessionmaker[Session]) -> dict[str, object]:
    deliver(sessions, delivery_client(bot.workspace.bot_token, bot.workspace.api_url), lambda: NOON)
    assert bot.workspace.wait(lambda: bot.workspace.messages("general"), LONGEST)
    (message,) = bot.workspace.messages("general")
    return message


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
        bot.workspace.press("maria", str(message["ts"]), button(message, "accept-edition"))
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"), LONGEST)
        assert "operators' channel" in bot.workspace.ephemerals("maria")[-1]["text"]
    assert entries(sessions) == 100
