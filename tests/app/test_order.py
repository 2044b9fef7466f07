"""Answers come in the order of the questions, however close they follow on each other."""

from __future__ import annotations

import random
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import BoltRequest

from tests.app.test_intake import question_of
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import TRANSPORTS, running

MANY = 40
NUMBER = re.compile(r"Rosneft (\d+)")
ASKED = [f"Rosneft {n}" for n in range(MANY)]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_messages_at_once_are_answered_in_their_order(tmp_path: Path, transport: str):
    front = RememberingFront(tmp_path)
    with running(front, transport) as bot:
        for words in ASKED:
            bot.workspace.dm("maria", words)
        assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 2 * MANY, 120)
        answers = [message["text"] for message in bot.workspace.direct("maria") if message.get("bot_id")]
    assert [question.text for question, _ in front.asked] == ASKED
    assert [int(NUMBER.search(answer)[1]) for answer in answers] == list(range(MANY))  # type: ignore[index]


@pytest.mark.parametrize("kind", ["command", "direct"])
def test_whatever_is_acknowledged_first_the_order_is_that_of_their_coming(tmp_path: Path, kind: str):
    front = RememberingFront(tmp_path)
    with running(front, "http") as bot:
        payloads = [numbered(question_of(bot.workspace, kind), n) for n in range(MANY)]
        kept = [(bot.app.intake.keep(payload), payload) for payload in payloads]
        random.Random(14).shuffle(kept)

        def some(mine: list[Any]) -> None:
            for place, payload in mine:
                bot.app.intake.hand_over(BoltRequest(mode="socket_mode", body=payload), place)

        threads = [threading.Thread(target=some, args=(kept[n::4],)) for n in range(4)]
        for thread in threads:
            thread.start()
        assert bot.workspace.wait(lambda: len(front.asked) == MANY, 120)
    assert [question.text for question, _ in front.asked] == ASKED


def numbered(payload: dict[str, Any], n: int) -> dict[str, Any]:
    """One of many questions of a kind."""
    if "command" in payload:
        return {**payload, "text": ASKED[n], "trigger_id": f"1.{n}"}
    event = {**payload["event"], "text": ASKED[n], "ts": f"1.{n:06}"}
    return {**payload, "event_id": f"Ev{n}", "event": event}
