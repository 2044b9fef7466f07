"""The app served by Socket Mode: Slack's payloads come over a connection that we open."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from urllib.error import URLError

from slack_bolt import BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.app.intake import ACKNOWLEDGE_WITHIN, is_acknowledged_first
from bot.app.slack import LISTENERS, SlackApp, reason
from bot.app.stopping import end_for_certain, on_stop_signal, take_short_turns
from bot.errors import BadInput, MissingSetting, Unreachable

log = logging.getLogger("sanctions_bot.app")


class AcknowledgingFirst(SocketModeHandler):
    """Tells Slack that we have it before anything is done about it, as the HTTP side does."""

    def __init__(self, app: SlackApp, app_token: str) -> None:
        super().__init__(app.bolt, app_token, concurrency=LISTENERS)
        self._intake = app.intake

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        self._intake.arriving()
        if not isinstance(req.payload, dict) or not is_acknowledged_first(req.payload):
            super().handle(client, req)
            return
        with contextlib.suppress(TimeoutError):
            self._intake.keep(req.payload).result(ACKNOWLEDGE_WITHIN)
        client.send_socket_mode_response(SocketModeResponse(envelope_id=req.envelope_id))
        self._intake.hand_over(BoltRequest(mode="socket_mode", body=req.payload, headers=build_headers(req)))


def connect_socket(app: SlackApp, app_token: str) -> SocketModeHandler:
    """Connect and return: events are handled on threads until the handler is closed."""
    if not app_token:
        raise MissingSetting("SLACK_APP_TOKEN is not set: the app-level token (xapp-...) with connections:write.")
    handler = AcknowledgingFirst(app, app_token)
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        handler.close()  # type: ignore[no-untyped-call]
        raise BadInput(f"Slack refused SLACK_APP_TOKEN: {reason(error)}.") from error
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
    take_short_turns()
    stopping = stop or threading.Event()
    on_stop_signal(stopping.set)
    handler = connect_socket(app, app_token)
    log.info("Connected to Slack by Socket Mode")
    while not stopping.wait(0.5):  # a signal that came to another thread is seen when this one wakes
        pass
    log.info("Stopping")
    if stop is None:  # the process is ours to end
        end_for_certain()
    hang_up(handler)
    app.drain()
