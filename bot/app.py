"""The Bolt app, and the two ways to serve it: Socket Mode and signed HTTP, with the same listeners."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.error import URLError

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.error import BoltError
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import BadInput, MissingSetting, Unreachable
from handlers.front import Front
from handlers.listeners import register
from handlers.work import Workers

log = logging.getLogger("sanctions_bot.app")

SLACK = "https://slack.com/api/"
LISTENERS = 32  # Bolt's own five threads lose the acknowledgement of the sixth slow command
DRAIN_SECONDS = 6.0  # platforms kill ten seconds after SIGTERM, and hanging up may take three
EVENTS_PATH = "/slack/events"
LARGEST = 2_000_000  # bytes; Slack's largest payloads (a modal's state) are far below


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What the connection to Slack needs. Tokens and secret as Slack names them."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str = SLACK
    timeout: int = 10  # seconds, for one call of the Web API
    verify_token: bool = True


@dataclass(frozen=True, slots=True)
class SlackApp:
    """The app with the workers that its listeners hand their work to."""

    bolt: App
    workers: Workers
    settings: SlackSettings

    def drain(self, seconds: float = DRAIN_SECONDS) -> None:
        """Finish what was begun, take no more."""
        left = self.workers.drain(seconds)
        self.bolt.listener_runner.listener_executor.shutdown(wait=False)
        if left:
            log.warning("%s answers were not finished in %s s", left, seconds)


def build_app(settings: SlackSettings, front: Front, workers: Workers | None = None) -> SlackApp:
    """The Bolt app with every listener. Asks Slack whether the token is good, unless told not to.

    Raises MissingSetting without a token, BadInput where Slack refuses it, Unreachable where Slack does not answer.
    """
    if not settings.bot_token:
        raise MissingSetting("SLACK_BOT_TOKEN is not set: the bot token (xoxb-...) from the app's OAuth page.")
    try:
        with _bolt_reads_no_environment():
            app = App(
                name="sanctions-bot",
                client=web_client(settings),
                signing_secret=settings.signing_secret,
                token_verification_enabled=settings.verify_token,
                listener_executor=ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener"),
                raise_error_for_unhandled_request=True,
            )
    except (BoltError, SlackApiError) as error:
        raise BadInput(f"Slack refused SLACK_BOT_TOKEN: {_reason(error)}.") from error
    except (URLError, OSError) as error:
        raise Unreachable(f"Slack could not be reached at {settings.api_url}.") from error
    made = SlackApp(app, workers or Workers(), settings)
    register(app, front, made.workers)
    return made


@contextlib.contextmanager
def _bolt_reads_no_environment() -> Iterator[None]:
    """Bolt looks for SLACK_ variables by itself. With a client id and secret there it would begin an OAuth flow of its
    own, keep tokens in files, and drop the token that it is given. Settings are ours to read."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("SLACK_")}
    try:
        yield
    finally:
        os.environ.update(hidden)


def web_client(settings: SlackSettings) -> WebClient:
    """A client that waits out rate limits and short failures. It sleeps its thread: never in an acknowledgement."""
    return WebClient(
        token=settings.bot_token,
        base_url=settings.api_url if settings.api_url.endswith("/") else f"{settings.api_url}/",
        timeout=settings.timeout,
        retry_handlers=[
            ConnectionErrorRetryHandler(max_retry_count=2),
            RateLimitErrorRetryHandler(max_retry_count=2),
            ServerErrorRetryHandler(max_retry_count=2),
        ],
    )


def _reason(error: Exception) -> str:
    cause = error if isinstance(error, SlackApiError) else error.__context__
    data = getattr(getattr(cause, "response", None), "data", None)
    return str(data.get("error", "no reason given")) if isinstance(data, dict) else "no reason given"


def connect_socket(app: SlackApp, app_token: str) -> SocketModeHandler:
    """Connect and return: events are handled on threads until the handler is closed."""
    if not app_token:
        raise MissingSetting("SLACK_APP_TOKEN is not set: the app-level token (xapp-...) with connections:write.")
    handler = SocketModeHandler(app.bolt, app_token, concurrency=LISTENERS)
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        handler.close()  # type: ignore[no-untyped-call]
        raise BadInput(f"Slack refused SLACK_APP_TOKEN: {_reason(error)}.") from error
    except (URLError, OSError) as error:
        handler.close()  # type: ignore[no-untyped-call]
        raise Unreachable(f"Slack could not be reached at {app.settings.api_url}.") from error
    return handler


def hang_up(handler: SocketModeHandler) -> None:
    """Close the connection for good. What Slack sent and got no acknowledgement for it sends to the next one."""
    handler.client.auto_reconnect_enabled = False
    session = handler.client.current_session
    if session is not None and session.sock is not None:
        # close() alone does not wake the thread that reads: it would hold us up until its time-out.
        with contextlib.suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)
    handler.close()  # type: ignore[no-untyped-call]


def serve_socket(app: SlackApp, app_token: str, stop: threading.Event | None = None) -> None:
    """Serve Socket Mode until SIGTERM or SIGINT (or `stop`), then finish what was begun, within ten seconds."""
    stopping = stop or threading.Event()
    _on_stop_signal(stopping.set)
    handler = connect_socket(app, app_token)
    log.info("Connected to Slack by Socket Mode")
    stopping.wait()
    log.info("Stopping")
    hang_up(handler)
    app.drain()


def web_app(app: SlackApp) -> Starlette:
    """The HTTP side: POST /slack/events, signed, for everything that Slack sends; GET /healthz."""
    if not app.settings.signing_secret:
        raise MissingSetting("SLACK_SIGNING_SECRET is not set: without it anybody could speak as Slack.")

    async def events(request: Request) -> Response:
        body = await _read(request)
        if body is None:
            return Response("too large", status_code=413)
        try:
            asked = to_bolt_request(request, body)
        except UnicodeDecodeError:
            return Response("not UTF-8", status_code=400)
        return to_starlette_response(await run_in_threadpool(app.bolt.dispatch, asked))

    async def health(_: Request) -> Response:
        return JSONResponse({"ok": True})

    return Starlette(routes=[Route(EVENTS_PATH, events, methods=["POST"]), Route("/healthz", health, methods=["GET"])])


async def _read(request: Request) -> bytes | None:
    """The body, or None when it is larger than Slack's can be: it is read before the signature is known to be good."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body


def serve_http(app: SlackApp, port: int, host: str = "127.0.0.1") -> None:
    """Serve signed HTTP until SIGTERM or SIGINT, then finish what was begun, within ten seconds."""
    config = uvicorn.Config(
        web_app(app), host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=2
    )
    # uvicorn raises the signal that stopped it once more when it is done: left alone, that would end us undrained.
    _on_stop_signal(lambda: None)
    uvicorn.Server(config).run()
    app.drain()


def _on_stop_signal(react: Callable[[], None]) -> None:
    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: react())
