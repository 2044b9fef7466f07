"""The real Bolt app beside a local workspace, over Socket Mode or over signed HTTP."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn

from bot.app.http import EVENTS_PATH, web_app
from bot.app.slack import SlackApp, SlackSettings, build_app
from bot.app.socket_mode import connect_socket, hang_up
from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from handlers.slack.front import Front
from handlers.slack.held import Judge

TRANSPORTS = ("socket", "http")


@dataclass
class Running:
    workspace: LocalWorkspace
    app: SlackApp
    events_url: str = ""


@contextmanager
def running(front: Front, transport: str, judge: Judge | None = None, **settings: object) -> Iterator[Running]:
    """The app connected, for as long as the `with` lasts. `settings` are the workspace's."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(_free_socket())
        url = f"http://127.0.0.1:{listener.getsockname()[1]}{EVENTS_PATH}"
        request_url = url if transport == "http" else ""
        workspace = LocalWorkspace(settings=Settings(request_url=request_url, rate_limits=False, **settings))  # type: ignore[arg-type]
        stack.enter_context(workspace)
        _until_it_listens(workspace)
        app = build_app(slack_settings(workspace), front, judge=judge)
        stack.enter_context(_socket_mode(app, workspace) if transport == "socket" else _http(app, listener))
        yield Running(workspace, app, url)
        app.drain()
        # Servers take their time to notice that they are to stop; the next test need not wait for that.
        threading.Thread(target=stack.pop_all().close).start()


@contextmanager
def connected(workspace: LocalWorkspace, front: Front) -> Iterator[Running]:
    """An app connected by Socket Mode to a workspace that may outlive it."""
    _until_it_listens(workspace)
    app = build_app(slack_settings(workspace), front)
    with _socket_mode(app, workspace):
        yield Running(workspace, app)
    app.drain()


def _until_it_listens(workspace: LocalWorkspace) -> None:
    where = urlsplit(workspace.url)
    until = time.monotonic() + 5
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection((where.hostname, where.port), 1):  # type: ignore[arg-type]
            return
        time.sleep(0.01)


def slack_settings(workspace: LocalWorkspace, **changed: object) -> SlackSettings:
    given = {
        "bot_token": workspace.bot_token,
        "signing_secret": workspace.signing_secret,
        "api_url": workspace.api_url,
        **changed,
    }
    return SlackSettings(**given)  # type: ignore[arg-type]


@contextmanager
def _free_socket() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)  # what comes before the server is up waits
        yield listener


@contextmanager
def _socket_mode(app: SlackApp, workspace: LocalWorkspace) -> Iterator[None]:
    handler = connect_socket(app, workspace.app_token)
    assert workspace.wait_for_bot()
    try:
        yield
    finally:
        held = workspace.connections  # others may stay connected beside it
        hang_up(handler)
        workspace.wait(lambda: workspace.connections < held)


@contextmanager
def _http(app: SlackApp, listener: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(web_app(app), log_config=None, access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(5)
