"""SQLite held for a minute by another writer: nothing twice, nothing lost, no traceback."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from slack_sdk import WebClient

import store.telling.outbox
from bot.answers.document import Answer, Card, text
from bot.workspace.server import LocalWorkspace
from jobs.deliver import deliver, delivery_client
from jobs.schedule import Job, Worker
from store.database import writing
from store.telling.outbox import Outgoing
from tests.conftest import NOON
from tests.databases import a_database
from tests.endure.figures import figure
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import running

HELD = 60.0


def hold(database: str, begun: threading.Event) -> None:
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    begun.set()
    time.sleep(HELD)
    connection.execute("ROLLBACK")
    connection.close()


@pytest.mark.endure
def test_what_slack_took_meanwhile_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    sessions = a_database(tmp_path)
    with LocalWorkspace() as workspace, caplog.at_level(logging.INFO):
        client = delivery_client(workspace.bot_token, workspace.api_url)

        class Holding(WebClient):
            def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
                if not begun.is_set():
                    threading.Thread(target=hold, args=(str(tmp_path / "bot.db"), begun)).start()
                    begun.wait(5)
                return client.chat_postMessage(**arguments)  # type: ignore[arg-type]

        begun = threading.Event()
        with writing(sessions) as session:
            answer = Answer("alert", (Card(text("Rosneft changed.")),))
            store.telling.outbox.queue(
                session, [Outgoing(f"a{n}", "T1", "C0DESK", "alert", answer) for n in range(3)], NOON
            )
        holding = Holding(token="xoxb-holding")
        start = time.monotonic()

        def now() -> datetime:
            return NOON + timedelta(seconds=time.monotonic() - start)

        def turn() -> None:
            deliver(sessions, holding, now)

        worker = Worker([Job("deliver", turn, 1.0)], threading.Event())
        worker.start()
        assert workspace.wait(lambda: len(workspace.messages("C0DESK")) == 3, HELD + 60)
        time.sleep(3)
        worker.stop(10)
        assert [message["text"] for message in workspace.messages("C0DESK")] == ["Rosneft changed."] * 3
        figure(f"held {HELD:.0f} s: 3 of 3 told once, {time.monotonic() - start:.0f} s in all")
    assert "Traceback" not in caplog.text


@pytest.mark.endure
def test_questions_asked_meanwhile_are_acknowledged_at_once_and_answered_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    front = RememberingFront(tmp_path)
    with running(front, "http") as bot, caplog.at_level(logging.INFO):
        begun = threading.Event()
        threading.Thread(target=hold, args=(str(tmp_path / "bot.db"), begun)).start()
        begun.wait(5)
        took = []
        for n in range(10):
            asked = time.monotonic()
            assert bot.workspace.slash("maria", "general", "/sanctions", f"Rosneft {n}").ok
            took.append(time.monotonic() - asked)
        assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) >= 10, HELD + 90)
        time.sleep(2)
        figure(f"held {HELD:.0f} s: worst acknowledgement {max(took) * 1000:.0f} ms, 10 of 10 answered once")
        assert len(bot.workspace.ephemerals("maria")) == 10
    assert "Traceback" not in caplog.text
