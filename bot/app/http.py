"""The app served over HTTP: one signed address for everything that Slack sends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import uvicorn
from slack_bolt import BoltRequest
from slack_bolt.adapter.starlette.handler import to_starlette_response
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.app.intake import ACKNOWLEDGE_WITHIN, is_acknowledged_first
from bot.app.signature import is_signed
from bot.app.slack import SlackApp
from bot.app.stopping import on_stop_signal, spare_what_stays, take_short_turns
from bot.errors import MissingSetting

log = logging.getLogger("sanctions_bot.app")

EVENTS_PATH = "/slack/events"
LARGEST = 2_000_000  # bytes; Slack's largest payloads (a modal's state) are far below
READ_SECONDS = 10.0  # Slack itself gives up after three


def web_app(app: SlackApp) -> Starlette:
    """The HTTP side: POST /slack/events, signed, for everything that Slack sends; GET /healthz."""
    if not app.settings.signing_secret.strip():
        raise MissingSetting("SLACK_SIGNING_SECRET is not set: without it anybody could speak as Slack.")

    async def events(request: Request) -> Response:
        app.intake.arriving()
        try:
            async with asyncio.timeout(READ_SECONDS):
                body = await _read(request)
        except (TimeoutError, ClientDisconnect):
            return Response("not all of it came", status_code=408)
        if body is None:
            return Response("too large", status_code=413)
        if not is_signed(app.settings.signing_secret, request.headers, body):
            log.info("A request without a good signature was refused")
            return Response("not signed", status_code=401)
        asked = _payload(request, body)
        if asked is None:
            return Response("no payload of Slack's", status_code=400)
        if not is_acknowledged_first(asked.body):
            return to_starlette_response(await run_in_threadpool(app.bolt.dispatch, asked))
        kept = app.intake.keep(asked.body)
        try:
            await asyncio.wait((asyncio.wrap_future(kept),), timeout=ACKNOWLEDGE_WITHIN)
        except asyncio.CancelledError:
            app.intake.let_go(kept)
            raise
        app.intake.hand_over(asked, kept)
        return Response("")

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


def _payload(request: Request, body: bytes) -> BoltRequest | None:
    """What a signed request holds; None where that is no object. Headers by which Bolt talks to itself are dropped:
    no signature covers them."""
    headers: dict[str, str | Sequence[str]] = {
        name: value for name, value in request.headers.items() if not name.startswith("x-slack-bolt-")
    }
    try:
        asked = BoltRequest(body=body.decode("utf-8"), headers=headers)
    except (
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        RecursionError,
    ) as error:  # whatever reading it stumbles on
        log.warning("A signed request could not be read: %s", type(error).__name__)
        return None
    return asked if isinstance(asked.body, dict) else None


def serve_http(app: SlackApp, port: int, host: str = "127.0.0.1") -> None:
    """Serve signed HTTP until SIGTERM or SIGINT, then finish what was begun, within ten seconds."""
    take_short_turns()
    spare_what_stays()
    config = uvicorn.Config(
        web_app(app), host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=2
    )
    # uvicorn raises the signal that stopped it once more when it is done: left alone, that would end us undrained.
    on_stop_signal(lambda: None)
    uvicorn.Server(config).run()
    app.drain()
