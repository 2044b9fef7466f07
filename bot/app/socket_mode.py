"""The app served by Socket Mode: Slack's payloads come over a connection that we open."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from urllib.error import URLError

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.app.slack import LISTENERS, SlackApp, reason
from bot.app.stopping import on_stop_signal
from bot.errors import BadInput, MissingSetting, Unreachable

log = logging.getLogger("sanctions_bot.app")


def connect_socket(app: SlackApp, app_token: str) -> SocketModeHandler:
    """Connect and return: events are handled on threads until the handler is closed."""
    if not app_token:
        raise MissingSetting("SLACK_APP_TOKEN is not set: the app-level token (xapp-...) with connections:write.")
    handler = SocketModeHandler(app.bolt, app_token, concurrency=LISTENERS)
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
    stopping = stop or threading.Event()
    on_stop_signal(stopping.set)
    handler = connect_socket(app, app_token)
    log.info("Connected to Slack by Socket Mode")
    stopping.wait()
    log.info("Stopping")
    hang_up(handler)
    app.drain()
