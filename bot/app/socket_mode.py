"""The app served by Socket Mode: Slack's payloads come over a connection that we open."""

from __future__ import annotations

import contextlib
import logging
import queue
import socket
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.error import URLError

from slack_bolt import BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.app.intake import ACKNOWLEDGE_WITHIN, Kept, is_acknowledged_first
from bot.app.slack import LISTENERS, SlackApp, reason
from bot.app.stopping import end_for_certain, on_stop_signal, spare_what_stays, take_short_turns
from bot.errors import BadInput, MissingSetting, Unreachable

log = logging.getLogger("sanctions_bot.app")

AT_A_TIME = 8_192  # bytes read from the connection: a crowd in few pieces; the reader of the library nests by frame


class AcknowledgingFirst(SocketModeHandler):
    """Tells Slack that we have it before anything is done about it, as the HTTP side does."""

    def __init__(self, app: SlackApp, app_token: str) -> None:
        # One thread at the door, so that nothing outruns another.
        super().__init__(app.bolt, app_token, concurrency=1, receive_buffer_size=AT_A_TIME)
        self._intake = app.intake
        self._windows = ThreadPoolExecutor(LISTENERS, thread_name_prefix="window")
        self._late: queue.SimpleQueue[tuple[float, Future[None]] | None] = queue.SimpleQueue()
        threading.Thread(target=self._wait_no_longer, name="late", daemon=True).start()

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """No thread waits for the store: whoever has kept it acknowledges it, of a crowd all that one transaction
        holds."""
        self._intake.arriving()
        if not isinstance(req.payload, dict) or not is_acknowledged_first(req.payload):
            self._windows.submit(super().handle, client, req)
            return
        kept = self._intake.keep(req.payload)
        self._late.put((time.monotonic() + ACKNOWLEDGE_WITHIN, kept))
        kept.add_done_callback(lambda _: self._acknowledge(client, req, kept))

    def close(self) -> None:
        super().close()  # type: ignore[no-untyped-call]
        self._late.put(None)
        self._windows.shutdown(wait=False)

    def _acknowledge(self, client: SocketModeClient, req: SocketModeRequest, kept: Kept) -> None:
        try:
            client.send_socket_mode_response(SocketModeResponse(envelope_id=req.envelope_id))
        except Exception as error:  # the connection is gone: Slack sends it to the next one, and it is begun once
            log.warning("An acknowledgement could not be sent: %s", type(error).__name__)
        try:
            request = BoltRequest(mode="socket_mode", body=req.payload, headers=build_headers(req))
        except Exception as error:  # whatever reading it stumbles on: nobody waits behind it
            log.warning("A payload could not be read: %s", type(error).__name__)
            self._intake.let_go(kept)
            return
        self._intake.hand_over(request, kept)

    def _wait_no_longer(self) -> None:
        """Acknowledge what the store has not taken in time; it is kept all the same, unless this process dies first."""
        while (waiting := self._late.get()) is not None:
            until, kept = waiting
            if not kept.done():
                time.sleep(max(0.0, until - time.monotonic()))
                kept.cancel()


def connect_socket(app: SlackApp, app_token: str) -> SocketModeHandler:
    """Connect and return: events are handled on threads until the handler is closed."""
    if not app_token:
        raise MissingSetting("SLACK_APP_TOKEN is not set: the app-level token (xapp-...) with connections:write.")
    handler = AcknowledgingFirst(app, app_token)
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        handler.close()
        raise BadInput(f"Slack refused SLACK_APP_TOKEN: {reason(error)}.") from error
    except (URLError, OSError) as error:
        handler.close()
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
    spare_what_stays()
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
