"""The addresses of the server: Slack's own, and /local for the page."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from bot.workspace.page.api import local_routes
from bot.workspace.page.routes import page_routes
from bot.workspace.people.company import Company
from bot.workspace.slack import responses
from bot.workspace.slack.methods.files import fetched, receive
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.socket_mode import SocketMode
from bot.workspace.slack.web_api import answer, read_args


class Addresses:
    """What answers at Slack's own addresses."""

    def __init__(self, workspace: Company) -> None:
        self._workspace, self._hub = workspace, workspace.hub

    async def api(self, request: Request) -> Response:
        if self._hub.faults.delay_seconds:
            await asyncio.sleep(self._hub.faults.delay_seconds)
        try:
            args = await arguments(request)
        except Refused as refused:
            return JSONResponse(refused.body())
        authorization = request.headers.get("authorization", "")
        reply = answer(self._hub, request.path_params["method"], args, authorization)
        return JSONResponse(reply.body, reply.status, reply.headers)

    async def response_url(self, request: Request) -> Response:
        try:
            body = json.loads(await request.body())
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return JSONResponse({"ok": False, "error": "invalid_payload"}, 400)
        try:
            responses.use(self._hub, request.path_params["key"], body)
        except Refused as refused:
            status = refused.status if refused.status != 200 else 400
            return JSONResponse(refused.body(), status)
        if self._hub.faults.take(self._hub.faults.lost_answers, "response_url"):
            return PlainTextResponse("internal_error", 500)
        return PlainTextResponse("ok")

    async def upload(self, request: Request) -> Response:
        content = await uploaded(request)
        try:
            receive(self._hub, request.path_params["file_id"], content)
        except Refused as refused:
            return PlainTextResponse(refused.error, refused.status)
        return PlainTextResponse(f"OK - {len(content)}")

    async def private_file(self, request: Request) -> Response:
        file_id = request.path_params["place"].rpartition("-")[2]
        try:
            content = fetched(self._hub, file_id, request.headers.get("authorization", ""))
        except Refused as refused:
            return PlainTextResponse(refused.error, refused.status)
        if content is None:
            return HTMLResponse("<!DOCTYPE html><title>Sign in | Slack</title>")
        return Response(content, media_type="application/octet-stream")

    async def authorize(self, request: Request) -> Response:
        """The consent page, which here always says yes."""
        query = request.query_params
        if query.get("client_id") != self._hub.client_id or not query.get("redirect_uri"):
            return PlainTextResponse("invalid_client_id or no redirect_uri", 400)
        back = f"{query['redirect_uri']}?code={self._workspace.oauth_code()}&state={quote(query.get('state', ''))}"
        return RedirectResponse(back, 302)


def routes(workspace: Company, sockets: SocketMode) -> list[BaseRoute]:
    here = Addresses(workspace)
    return [
        Route("/api/{method}", here.api, methods=["GET", "POST"]),
        Route("/response/{key}", here.response_url, methods=["POST"]),
        Route("/files-pri/{place}/download/{name}", here.private_file),
        Route("/upload/v1/{file_id}", here.upload, methods=["POST", "PUT"]),
        Route("/oauth/v2/authorize", here.authorize),
        WebSocketRoute("/link/", sockets.serve),
        *local_routes(workspace),
        *page_routes(),
    ]


async def arguments(request: Request) -> dict[str, Any]:
    """Query, form, multipart or JSON, as Slack takes them together. Raises Refused."""
    query: dict[str, Any] = dict(request.query_params)
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        async with request.form() as form:
            return {**query, **{name: value for name, value in form.items() if isinstance(value, str)}}
    return {**query, **read_args(content_type, await request.body())}


async def uploaded(request: Request) -> bytes:
    """The raw body, or the one file of a form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        for value in form.values():
            if not isinstance(value, str):
                return await value.read()
    return b""
