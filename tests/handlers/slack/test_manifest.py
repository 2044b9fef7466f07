"""The manifest and the code say the same: listeners, scopes, methods. In both directions."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.answers.document import Act
from bot.app.slack import SlackSettings, build_app
from handlers.slack import listeners
from tests.conftest import ROOT
from tests.handlers.slack.fronts import RememberingFront

# What each method of the Web API needs (docs.slack.dev/reference/methods); None: no scope.
METHOD_SCOPES = {
    "auth_test": None,
    "chat_getPermalink": None,
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "conversations_info": "channels:read groups:read",
    "conversations_open": "im:write",
    "files_info": "files:read",
    "files_upload_v2": "files:write",
    "users_info": "users:read",
    "views_open": None,
    "views_push": None,
    "views_publish": None,
    "views_update": None,
}
EVENT_SCOPES = {"app_home_opened": None, "app_mention": "app_mentions:read", "message.im": "im:history"}
EVENT_TYPES = {"app_home_opened": "app_home_opened", "app_mention": "app_mention", "message.im": "message"}


class Recorder:
    """Stands in for a Bolt app: remembers what is registered."""

    def __init__(self) -> None:
        self.registered: dict[str, list[Any]] = {}

    def __getattr__(self, kind: str) -> Any:
        def register(what: Any) -> Any:
            self.registered.setdefault(kind, []).append(what)
            return lambda listener: listener

        return register


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "bot" / "data" / "manifest.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def registered() -> dict[str, list[Any]]:
    recorder = Recorder()
    listeners.register(recorder, None, None, object())  # type: ignore[arg-type]
    return recorder.registered


def called_methods() -> set[str]:
    """Every `client.some_method` of the Web API in handlers and jobs and in what they ask Slack with."""
    found = set()
    for path in (*(ROOT / "handlers").rglob("*.py"), *(ROOT / "jobs").rglob("*.py"), ROOT / "bot" / "slack_people.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            owner = node.value if isinstance(node, ast.Attribute) else None
            if isinstance(node, ast.Attribute) and "client" in (getattr(owner, "id", ""), getattr(owner, "attr", "")):
                found.add(node.attr)
    return {name for name in found if "_" in name and callable(getattr(WebClient, name, None))}


def test_no_history_is_read_and_jobs_are_looked_at_too():
    assert not [method for method in called_methods() if "history" in method or "replies" in method]
    assert "chat_postMessage" in called_methods()


def test_commands_are_those_listened_to(manifest: dict[str, Any], registered: dict[str, list[Any]]):
    declared = [command["command"] for command in manifest["features"]["slash_commands"]]
    assert declared == registered["command"]
    assert all(command["should_escape"] for command in manifest["features"]["slash_commands"])


def test_events_are_those_listened_to(manifest: dict[str, Any], registered: dict[str, list[Any]]):
    declared = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {EVENT_TYPES[name] for name in declared} == set(registered["event"])


def test_shortcuts_are_those_listened_to(manifest: dict[str, Any], registered: dict[str, list[Any]]):
    declared = [shortcut["callback_id"] for shortcut in manifest["features"]["shortcuts"]]
    assert declared == registered["shortcut"]
    assert all(len(shortcut["name"]) <= 24 for shortcut in manifest["features"]["shortcuts"])


def test_every_button_has_one_listener_and_every_listener_a_button(registered: dict[str, list[re.Pattern[str]]]):
    patterns = registered["action"]
    last = patterns.pop()
    assert last.match("of an older version"), "the last one takes whatever no other does"
    for act in Act:
        assert sum(bool(pattern.match(f"act:{act.value}:1")) for pattern in patterns) == 1
    assert all(any(pattern.match(f"act:{act.value}:1") for act in Act) for pattern in patterns)
    assert manifest_is_interactive()


def manifest_is_interactive() -> bool:
    path = ROOT / "bot" / "data" / "manifest.json"
    return bool(json.loads(path.read_text(encoding="utf-8"))["settings"]["interactivity"]["is_enabled"])


def test_scopes_are_exactly_those_that_are_used(manifest: dict[str, Any]):
    called = called_methods()
    assert called <= set(METHOD_SCOPES), "a new method: say which scope it needs"
    needed = {scope for method in called for scope in (METHOD_SCOPES[method] or "").split()}
    needed |= {EVENT_SCOPES[event] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    needed |= {"commands"} if manifest["features"]["slash_commands"] else set()
    scopes = manifest["oauth_config"]["scopes"]
    assert {*scopes["bot"], *scopes["bot_optional"]} == needed - {None, ""}
    assert scopes["bot_optional"] == ["files:read", "files:write"], "without them everything but files works"


def test_home_and_messages_are_switched_on(manifest: dict[str, Any]):
    home = manifest["features"]["app_home"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_the_manifest_keeps_slacks_lengths(manifest: dict[str, Any]):
    shown = manifest["display_information"]
    assert manifest["_metadata"]["major_version"] == 2
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000
    assert manifest["settings"]["socket_mode_enabled"]


def test_the_real_app_takes_every_listener(tmp_path: Path):
    made = build_app(SlackSettings("xoxb-1", verify_token=False), RememberingFront(tmp_path))
    assert made.bolt.client.token == "xoxb-1"
    made.drain(1)
