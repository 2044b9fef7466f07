"""Two ways to the workspace: `desk`, not started, with a clock of its own and a courier that remembers; and
`workspace`, the real server on a free port, for what goes over the wire.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Ack, Delivery, Settings
from bot.workspace.slack.manifest import DEFAULT_EVENTS, DEFAULT_SCOPES, Command, Manifest
from bot.workspace.slack.web_api import Reply, answer

SHORTCUTS = {"screen_message": "message", "ask": "global"}
MANIFEST = Manifest(
    scopes=(*DEFAULT_SCOPES, "groups:history", "channels:join"),
    events=frozenset({*DEFAULT_EVENTS, "message.groups", "tokens_revoked"}),
    commands={"/sanctions": Command("/sanctions", True), "/raw": Command("/raw", False)},
    shortcuts=SHORTCUTS,
)
QUICK = Settings(retry_delays=(0.0, 0.05, 0.1), ack_seconds=1.0)


@dataclass
class Clock:
    now: float = 1_795_435_200.0  # Monday 23 November 2026, 12:00 UTC

    def __call__(self) -> float:
        return self.now


@dataclass
class RememberingCourier:
    """Takes every delivery as the app would, and answers with `ack`."""

    events: list[dict[str, Any]] = field(default_factory=list)
    asked: list[Delivery] = field(default_factory=list)
    ack: Ack = field(default_factory=lambda: Ack(True))

    def event(self, payload: dict[str, Any]) -> None:
        self.events.append(payload)

    def ask(self, delivery: Delivery) -> Ack:
        self.asked.append(delivery)
        return self.ack


class Desk(LocalWorkspace):
    """A workspace that is not served: calls go in directly, deliveries are remembered."""

    def __init__(self, manifest: Manifest = MANIFEST) -> None:
        self.time = Clock()
        super().__init__(manifest=manifest, clock=self.time)
        self.hub.url = "http://slack.test"
        self.courier = RememberingCourier()
        self.hub.courier = self.courier

    def reply(self, method: str, token: str | None = None, **args: Any) -> Reply:
        return answer(self.hub, method, args, "Bearer " + (self.bot_token if token is None else token))

    def call(self, method: str, **args: Any) -> dict[str, Any]:
        return self.reply(method, **args).body

    def error(self, method: str, **args: Any) -> str:
        """The code of the refusal, "" when there is none."""
        found = self.call(method, **args)
        return "" if found["ok"] else str(found["error"])

    def post(self, channel: str = "C0GENERAL", **args: Any) -> dict[str, Any]:
        args.setdefault("text", "Rosneft is listed")
        return self.call("chat.postMessage", channel=channel, **args)

    def events_of(self, kind: str) -> list[dict[str, Any]]:
        return [e for e in self.courier.events if e["event"]["type"] == kind]

    def trigger(self, user: str = "maria") -> str:
        self.slash(user, "general", "/sanctions", "")
        return str(self.courier.asked[-1].payload["trigger_id"])

    def open_modal(self, view: dict[str, Any], user: str = "maria") -> dict[str, Any]:
        return self.call("views.open", trigger_id=self.trigger(user), view=view)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def workspace() -> Iterator[LocalWorkspace]:
    with LocalWorkspace(manifest=MANIFEST, settings=QUICK) as running:
        yield running


@pytest.fixture
def slack(workspace: LocalWorkspace) -> WebClient:
    return WebClient(workspace.bot_token, base_url=workspace.api_url)


def section(text: str = "Rosneft", kind: str = "mrkdwn") -> dict[str, Any]:
    return {"type": "section", "text": {"type": kind, "text": text}}


def button(action_id: str = "share", text: str = "Share in channel", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": text}, **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements or [button()])}


def text_input(block_id: str = "name", **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "typed"}
    label = {"type": "plain_text", "text": "Name"}
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **more}


def modal(*blocks: dict[str, Any], title: str = "Check a name", **more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "check",
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Check"},
        "blocks": list(blocks or [section()]),
        **more,
    }


def home(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks or [section()]), **more}
