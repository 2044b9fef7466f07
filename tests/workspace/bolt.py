"""The real Bolt app that the tests of the wire connect: it answers what the bot will answer, and remembers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.workspace.server import LocalWorkspace
from tests.workspace.conftest import actions, button, home, modal, section, text_input


class Remembering:
    """A Bolt app and all that its listeners were given."""

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.events: list[dict[str, Any]] = []
        self.slow_seconds = 0.0
        client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        self.app = App(client=client, signing_secret=workspace.signing_secret, token_verification_enabled=True)
        self.app.event("message")(self.message)
        self.app.event("app_mention")(self.mention)
        self.app.event("app_home_opened")(self.home)
        self.app.command("/sanctions")(self.command)
        self.app.action("share")(self.share)
        self.app.action("ask")(self.ask)
        self.app.view("check")(self.checked)

    def message(self, body, say):
        self.events.append(body)
        if body["event"].get("channel_type") == "im":
            say(
                text=f"You asked: {body['event']['text']}", blocks=[section("You asked"), actions(button("ask", "Ask"))]
            )

    def mention(self, body, say):
        self.events.append(body)
        say(text="Rosneft: listed", thread_ts=body["event"]["ts"])

    def home(self, event, client):
        client.views_publish(user_id=event["user"], view=home(section("Watches")))

    def command(self, ack, command, respond):
        time.sleep(self.slow_seconds)
        ack()
        respond(text=f"For {command['text']}", blocks=[section("Rosneft"), actions()])

    def share(self, ack, body, say, respond):
        ack()
        say(text=f"Shared by <@{body['user']['id']}>")
        respond(delete_original=True)

    def ask(self, ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal(text_input()))

    def checked(self, ack, view):
        typed = view["state"]["values"]["name"]["typed"]["value"]
        ack(response_action="errors", errors={"name": "Too short"}) if len(typed) < 3 else ack()


@contextmanager
def by_socket(workspace: LocalWorkspace, ping_interval: float = 5.0) -> Iterator[Remembering]:
    bot = Remembering(workspace)
    client = WebClient(base_url=workspace.api_url)
    handler = SocketModeHandler(bot.app, workspace.app_token, web_client=client, ping_interval=ping_interval)
    handler.connect()
    try:
        assert workspace.wait_for_bot()
        yield bot
    finally:
        hang_up(workspace, handler)


def hang_up(workspace: LocalWorkspace, handler: SocketModeHandler) -> None:
    """The built-in client ends at once when the server closes first, else only after its 3 s in recv.

    It must have noticed before it is closed itself: two threads closing one socket fall over each other in it.
    """
    client = handler.client
    client.default_auto_reconnect_enabled = client.auto_reconnect_enabled = False
    workspace.drop_connections()
    until = time.monotonic() + 5
    while client.is_connected() and time.monotonic() < until:
        time.sleep(0.01)
    handler.close()


class Silent(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Tests print nothing."""


class Threaded(WSGIServer):
    def process_request(self, request: Any, client_address: Any) -> None:
        threading.Thread(target=self._serve, args=(request, client_address), daemon=True).start()

    def _serve(self, request: Any, client_address: Any) -> None:
        self.finish_request(request, client_address)
        self.shutdown_request(request)


@contextmanager
def http_port() -> Iterator[tuple[str, Any]]:
    """An address for the request URL, before the workspace that posts to it, and how to serve an app there."""
    server = make_server("127.0.0.1", 0, lambda *_: [], Threaded, Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/slack/events", server.set_app
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def wsgi(bot: Remembering) -> Any:
    return SlackRequestHandler(bot.app, path="/slack/events")
