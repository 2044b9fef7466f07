"""What comes in is acknowledged first; what was acknowledged is answered, also where the process that had it died."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

import store.asking.events
import store.asking.inbox
from bot.answers.document import Answer
from bot.app.intake import is_acknowledged_first, question_key
from bot.app.slack import build_app
from bot.errors import Unreachable
from bot.questions.ask import Reading
from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from bot.workspace.slack.responses import new_response_url
from handlers.desk import Asker
from store.database import writing
from tests.conftest import NOON
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import TRANSPORTS, running, slack_settings
from tests.handlers.slack.test_conversations import asked_privately, in_menu
from tests.waiting import until

EVENT = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U0MARIA", "text": "Rosneft", "ts": "1.1"}


class Clocked(RememberingFront):
    """A front whose clock can be put on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.clock = NOON

    def now(self) -> datetime:
        return self.clock


@pytest.fixture
def front(tmp_path: Path) -> Clocked:
    return Clocked(tmp_path)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({"command": "/sanctions", "text": "Rosneft", "trigger_id": "1.2"}, "command 1.2"),
        ({"command": "/sanctions", "text": "", "trigger_id": "1.2"}, "command 1.2"),
        ({"command": "/sanctions", "text": "option B edit", "trigger_id": "1.2"}, ""),
        ({"type": "event_callback", "event_id": "Ev1", "event": EVENT}, "event Ev1"),
        ({"type": "event_callback", "event_id": "Ev1", "event": {**EVENT, "type": "app_mention"}}, "event Ev1"),
        ({"type": "event_callback", "event_id": "Ev1", "event": {**EVENT, "bot_id": "B1"}}, ""),
        ({"type": "event_callback", "event_id": "Ev1", "event": {**EVENT, "channel_type": "channel"}}, ""),
        ({"type": "event_callback", "event_id": "Ev1", "event": {"type": "app_home_opened", "user": "U1"}}, ""),
        ({"type": "block_actions", "trigger_id": "1.2", "actions": [{"action_id": "act:ask:1"}]}, "ask 1.2"),
        ({"type": "block_actions", "trigger_id": "1.2", "actions": [{"action_id": "act:watch:1"}]}, ""),
        ({"type": "view_submission", "view": {}}, ""),
        ({}, ""),
    ],
)
def test_questions_are_told_from_what_is_none(body: dict[str, Any], key: str):
    assert question_key(body) == key


def test_only_windows_and_menus_want_an_answer_in_their_acknowledgement():
    assert is_acknowledged_first({"command": "/sanctions"})
    assert all(is_acknowledged_first({"type": kind}) for kind in ("event_callback", "block_actions", "message_action"))
    assert not any(is_acknowledged_first({"type": kind}) for kind in ("view_submission", "block_suggestion"))
    assert not is_acknowledged_first({"type": "url_verification"})


def in_inbox(front: Clocked) -> int:
    with front.sessions() as session:
        return store.asking.inbox.waiting(session)


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_question_is_kept_until_it_is_answered(front: Clocked, transport: str):
    front.delay = 0.5
    with running(front, transport) as bot:
        assert bot.workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
        assert in_inbox(front) == 1
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"))
        assert until(lambda: in_inbox(front) == 0)


@pytest.mark.parametrize("kind", ["command", "mention", "direct"])
def test_what_a_process_that_died_had_acknowledged_another_answers_and_says_so(front: Clocked, kind: str):
    with LocalWorkspace() as workspace, running_beside(front, workspace) as take_up:
        payload = question_of(workspace, kind)
        with writing(front.sessions) as session:
            store.asking.inbox.keep(session, [(question_key(payload), payload)], front.now())
            store.asking.events.begin(session, (question_key(payload),), front.now())
        assert take_up() == 0  # it is still another's
        front.clock = NOON + max(store.asking.inbox.LAPSED, store.asking.events.LEASE)
        assert take_up() == 1
        assert until(lambda: in_inbox(front) == 0)
    assert [question.text for question, _ in front.asked] == ["Rosneft"]


def test_where_it_died_before_it_began_the_answer_is_no_repeat(front: Clocked):
    with running(front, "http") as bot:
        payload = question_of(bot.workspace, "command")
        with writing(front.sessions) as session:
            store.asking.inbox.keep(session, [(question_key(payload), payload)], front.now())
        front.clock = NOON + store.asking.inbox.LAPSED
        assert bot.app.intake.take_up() == 1
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"))
        assert "answered this before" not in bot.workspace.ephemerals("maria")[0]["text"]


def test_slacks_retry_of_a_question_that_was_begun_by_a_process_that_died_is_answered(front: Clocked):
    with running(front, "http") as bot:
        with writing(front.sessions) as session:
            store.asking.events.begin(session, ("event Ev1", "message T0LOCAL D1 1.1"), front.now())
        front.clock = NOON + store.asking.events.LEASE
        with writing(front.sessions) as session:
            assert store.asking.events.begin(session, ("event Ev1",), front.now()) is store.asking.events.Begun.AGAIN
        assert bot.workspace.violations() == []


def test_a_store_that_others_hold_delays_no_acknowledgement(front: Clocked):
    with running(front, "http") as bot:
        with held(front):
            begun = time.monotonic()
            assert bot.workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
            assert time.monotonic() - begun < 2.5
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"), 10)
    assert len(front.asked) == 1


def test_a_share_that_failed_can_be_pressed_again(front: Clocked):
    with running(front, "http") as bot:
        message = asked_privately(bot)
        bot.workspace.faults.fail("chat.postMessage", "fatal_error")
        bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
        assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) > 1)
        assert bot.workspace.messages("general") == []
        bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
        assert bot.workspace.wait(lambda: bot.workspace.messages("general"))


def test_http_500_on_an_answer_posts_nothing_twice_and_says_what_is_in_doubt(front: Clocked):
    with running(front, "http") as bot:
        bot.workspace.faults.server_error("chat.postMessage")
        bot.workspace.dm("maria", "Rosneft")
        assert bot.workspace.wait(lambda: bot.workspace.direct("maria") and len(bot.workspace.direct("maria")) > 1)
        time.sleep(0.3)
        said = [m["text"] for m in bot.workspace.direct("maria") if m.get("bot_id")]
        assert len(said) == 1
        assert "Slack did not say whether my answer arrived" in said[0]


class OftenAway(Clocked):
    """The database ends the connection of whoever reads, a few times."""

    def __init__(self, folder: Path, error: Exception) -> None:
        super().__init__(folder)
        self.ends = [error, error]

    def answer(self, reading: Reading, asker: Asker) -> Answer:
        if self.ends:
            raise self.ends.pop()
        return super().answer(reading, asker)


@pytest.mark.parametrize("error", [Unreachable("away"), OperationalError("SELECT", {}, Exception("killed"))])
def test_a_database_that_goes_away_while_a_question_is_answered_is_waited_for(tmp_path: Path, error: Exception):
    front = OftenAway(tmp_path, error)
    with running(front, "http") as bot:
        assert bot.workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"), 30)
        assert until(lambda: in_inbox(front) == 0)
        assert [message["text"][:6] for message in bot.workspace.ephemerals("maria")] == ["LISTED"]
    assert front.ends == []


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_http_500_on_a_private_answer_that_slack_took_posts_nothing_twice(front: Clocked, transport: str):
    with running(front, transport) as bot:
        bot.workspace.faults.lose_answer("response_url")
        assert bot.workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
        assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) == 2, 30)
        assert until(lambda: in_inbox(front) == 0)
        said = [message["text"] for message in bot.workspace.ephemerals("maria")]
    assert said[0].startswith("LISTED")
    assert "Slack did not say whether my answer arrived" in said[1]
    assert len(said) == 2


@pytest.mark.parametrize(("seconds", "by_response_url"), [(1_800.0, True), (-1.0, False)])
def test_what_another_takes_up_is_answered_by_its_response_url_while_that_holds_else_in_the_channel(
    front: Clocked, seconds: float, by_response_url: bool
):
    settings = Settings(response_seconds=seconds, rate_limits=False)
    with LocalWorkspace(settings=settings) as workspace, running_beside(front, workspace) as take_up:
        payload = question_of(workspace, "command")
        with workspace.hub.lock:
            payload["response_url"] = new_response_url(workspace.hub, "C0GENERAL", "U0MARIA")
        with writing(front.sessions) as session:
            store.asking.inbox.keep(session, [(question_key(payload), payload)], NOON - store.asking.inbox.LAPSED)
        assert take_up() == 1
        assert until(lambda: in_inbox(front) == 0)
        assert [message["text"][:6] for message in workspace.ephemerals("maria")] == ["LISTED"]
        assert bool(workspace.hub.journal.entries("response.used")) == by_response_url
        assert bool(workspace.hub.journal.entries("response.refused")) != by_response_url


class held:
    """The database, held by another writer."""

    def __init__(self, front: Clocked) -> None:
        bind = front.sessions.kw["bind"]
        if bind.dialect.name != "sqlite":
            pytest.skip("only SQLite has one writer at a time")
        self.connection = sqlite3.connect(bind.url.database, isolation_level=None)

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_: object) -> None:
        self.connection.execute("ROLLBACK")
        self.connection.close()


class running_beside:
    """An app that serves nothing, beside a workspace; gives one look for questions of others."""

    def __init__(self, front: Clocked, workspace: LocalWorkspace) -> None:
        self.app = build_app(slack_settings(workspace), front)

    def __enter__(self) -> Callable[[], int]:
        return self.app.intake.take_up

    def __exit__(self, *_: object) -> None:
        self.app.drain()


def question_of(workspace: LocalWorkspace, kind: str) -> dict[str, Any]:
    """What Slack sends, as the workspace would; a response_url that has expired."""
    if kind == "command":
        where = {"channel_id": "C0GENERAL", "user_id": "U0MARIA", "team_id": "T0LOCAL"}
        return {"command": "/sanctions", "text": "Rosneft", "trigger_id": "1.2", "api_app_id": "A0LOCAL", **where}
    event = {"user": "U0MARIA", "text": "Rosneft", "ts": "1.1", "channel": "C0GENERAL", "type": "app_mention"}
    if kind == "direct":
        opened = workspace.direct_channel("maria") if hasattr(workspace, "direct_channel") else "D0MARIA"
        event = {**event, "type": "message", "channel_type": "im", "channel": opened}
    given = {"type": "event_callback", "event_id": "Ev1", "team_id": "T0LOCAL", "event": event, "api_app_id": "A0LOCAL"}
    return json.loads(json.dumps({**given, "authorizations": [{"team_id": "T0LOCAL", "user_id": "U0BOT"}]}))  # type: ignore[no-any-return]
