"""Buttons under threaded messages and of other versions, mentions that an edit adds, people of other companies, windows
that have to ask Slack: what depends on how Slack is, not on how one would like it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from handlers.slack import option_windows
from tests.app.test_http import FORM, signature
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import Running, running
from tests.handlers.slack.test_conversations import button
from tests.handlers.slack.test_option_editing import a_front, editor


def send(bot: Running, payload: dict[str, Any]) -> int:
    body = urlencode({"payload": json.dumps(payload)})
    return httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, body)}).status_code


def test_what_a_button_under_a_threaded_message_says_stands_in_the_thread(web_bot: Running):
    ts = web_bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    assert web_bot.workspace.wait(lambda: web_bot.workspace.replies("general", ts))
    (reply,) = web_bot.workspace.replies("general", ts)
    web_bot.workspace.press("james", reply["ts"], button(reply, "watch"))
    assert web_bot.workspace.wait(lambda: web_bot.workspace.ephemerals("james"))
    assert web_bot.workspace.ephemerals("james")[-1]["thread_ts"] == ts


@pytest.mark.parametrize("name", ["act:approve_all:1", "screen_again", "act:unknown", "x"])
def test_a_button_of_another_version_gets_a_word(web_bot: Running, name: str):
    payload = {
        "type": "block_actions",
        "user": {"id": "U0MARIA", "team_id": "T0LOCAL"},
        "team": {"id": "T0LOCAL"},
        "channel": {"id": "C0GENERAL"},
        "container": {"type": "message", "message_ts": "1.1", "channel_id": "C0GENERAL"},
        "actions": [{"type": "button", "action_id": name, "block_id": "b", "value": "v"}],
        "trigger_id": "1.2",
    }
    assert send(web_bot, payload) == 200
    assert web_bot.workspace.wait(lambda: web_bot.workspace.ephemerals("maria"))
    assert "from another version of the bot" in web_bot.workspace.ephemerals("maria")[-1]["text"]


@pytest.mark.parametrize("lacks", ["channel", "container", "message", "team", "trigger_id"])
@pytest.mark.parametrize("name", ["act:watch:1", "act:ask:1", "act:share:1"])
def test_a_payload_that_lacks_a_part_is_no_incident(
    web_bot: Running, caplog: pytest.LogCaptureFixture, lacks: str, name: str
):
    payload: dict[str, Any] = {
        "type": "block_actions",
        "user": {"id": "U0MARIA", "team_id": "T0LOCAL"},
        "team": {"id": "T0LOCAL"},
        "channel": {"id": "C0GENERAL"},
        "container": {"type": "message", "message_ts": "1.1", "channel_id": "C0GENERAL"},
        "message": {"ts": "1.1"},
        "actions": [{"type": "button", "action_id": name, "block_id": "b", "value": "entity:ofac-17022"}],
        "trigger_id": f"1.{lacks}{name}",
    }
    del payload[lacks]
    assert send(web_bot, payload) == 200
    time.sleep(0.3)
    assert not [kind for kind in ("KeyError", "TypeError", "AttributeError", "IndexError") if kind in caplog.text]


@pytest.mark.parametrize("lacks", ["channel_id", "team_id", "trigger_id", "text"])
def test_nor_is_a_command_that_lacks_one(web_bot: Running, caplog: pytest.LogCaptureFixture, lacks: str):
    given = {
        "command": "/sanctions",
        "text": "Rosneft",
        "user_id": "U0MARIA",
        "team_id": "T0LOCAL",
        "trigger_id": "1.2",
    }
    given |= {"channel_id": "C0GENERAL"}
    del given[lacks]
    body = urlencode(given)
    assert httpx.post(web_bot.events_url, content=body, headers={**FORM, **signature(web_bot, body)}).status_code == 200
    time.sleep(0.3)
    assert "KeyError" not in caplog.text


def test_a_mention_that_an_edit_adds_is_answered_once(web_bot: Running, front: RememberingFront):
    bot = web_bot.workspace.bot_user if hasattr(web_bot.workspace, "bot_user") else web_bot.workspace.hub.state.bot_user
    ts = web_bot.workspace.say("general", "james", "is Rosneft sanctioned?")
    web_bot.workspace.edit("general", "james", ts, f"<@{bot}> is Rosneft sanctioned?")
    assert web_bot.workspace.wait(lambda: web_bot.workspace.replies("general", ts))
    web_bot.workspace.edit("general", "james", ts, f"<@{bot}> is Rosneft sanctioned, please?")
    time.sleep(0.3)
    assert len(web_bot.workspace.replies("general", ts)) == 1


def test_a_channel_that_is_shared_has_one_set_of_watches_whoever_writes(web_bot: Running, front: RememberingFront):
    for who in ("james", "erin"):
        ts = web_bot.workspace.mention("deal-room", who, "is Rosneft sanctioned?")
        assert web_bot.workspace.wait(lambda ts=ts: web_bot.workspace.replies("deal-room", ts))
    assert {asker.team for _, asker in front.asked} == {"T0LOCAL"}
    assert len({asker.place for _, asker in front.asked}) == 1


def test_a_permission_that_is_missing_is_named(front: RememberingFront):
    with running(front, "http") as bot:
        bot.workspace.faults.fail("chat.postMessage", "missing_scope")
        ts = bot.workspace.mention("general", "james", "Rosneft")
        assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
        assert "has not given the bot the permission" in bot.workspace.replies("general", ts)[0]["text"]


def test_a_window_that_waits_for_slack_is_acknowledged_in_time_and_shows_what_came_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(option_windows, "ANSWER_WITHIN", 0.3)
    desk = a_front(tmp_path)
    with running(desk, "http", ack_seconds=1.0) as bot:
        view = editor(bot, "maria")
        real = desk.identify

        def slow(asker: Any, client: Any) -> Any:
            time.sleep(0.9)
            return real(asker, client)

        monkeypatch.setattr(desk, "identify", slow)
        assert bot.workspace.submit(view, {"why": "to see", "title": "Ships only"}).ok
        assert "One moment" in str(bot.workspace.modal("maria"))
        assert bot.workspace.wait(lambda: "One moment" not in str(bot.workspace.modal("maria")))
        assert "Ships only" in str(bot.workspace.modal("maria"))
