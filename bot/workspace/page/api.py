"""/local: the workspace for a page in a browser. One snapshot, one stream of everything that happens, one door in.

GET /local/state        the whole state, with the `seq` at which it was taken
GET /local/stream       server-sent events from `?after=seq` (or Last-Event-ID) on: {seq, at, kind, data}
POST /local/do/{deed}   what a person does, as JSON; the deeds are those of DEEDS
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import inspect
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.errors import BotError
from bot.workspace.people.acting import Outcome
from bot.workspace.people.company import Company
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.journal import Entry
from bot.workspace.slack.rendering import channel_json, file_json, message_json, mimetype, user_json, view_json

DEEDS = (
    "say",
    "mention",
    "dm",
    "edit",
    "take_back",
    "slash",
    "press",
    "press_in_view",
    "submit",
    "attach",
    "close_view",
    "open_home",
    "shortcut",
    "suggest",
    "archive",
    "invite_bot",
    "remove_bot",
)
TYPED = ("say", "mention", "dm", "slash")  # what a person types comes in the order in which it was sent
KEEP_ALIVE_SECONDS = 15.0
Endpoint = Callable[[Request], Awaitable[Response]]


def snapshot(hub: Hub) -> dict[str, Any]:
    """Everything that the page needs to draw itself; what follows `seq` comes by the stream."""
    with hub.lock:
        state = hub.state
        messages = [
            {**message_json(m, state), "channel": m.channel, "only_for": m.only_for or None} for m in state.messages
        ]
        channels = [
            {**channel_json(c, state), "kind": c.kind, "members": sorted(c.members)} for c in state.channels.values()
        ]
        return {
            "seq": hub.journal.seq,
            "team": {"id": state.team_id, "name": state.team_name, "domain": state.domain},
            "bot": {"user_id": state.bot_user, "bot_id": state.bot_id, "app_id": state.app_id},
            "users": [user_json(user, state.team_id) for user in state.users.values()],
            "channels": channels,
            "messages": messages,
            "views": {view.id: view_json(view, state) for view in state.views.values()},
            "modals": state.modals,
            "homes": state.homes,
            "files": [file_json(file) for file in state.files.values()],
            "commands": [dataclasses.asdict(command) for command in hub.manifest.commands.values()],
            "shortcuts": dict(hub.manifest.shortcuts),
        }


def own_page(request: Request) -> bool:
    """Only a page of this very server may act here: no other site, and no other name for our address."""
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    server = urlsplit(f"//{host}").hostname or ""
    bound = request.scope["server"][0]
    return (server in ("127.0.0.1", "localhost", "::1") or server == bound) and origin in (None, f"http://{host}")


class Door:
    """What answers under /local, to this server's own page alone."""

    def __init__(self, workspace: Company) -> None:
        self._workspace, self._hub = workspace, workspace.hub
        self._typing: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def state(self, request: Request) -> Response:
        return JSONResponse(snapshot(self._hub))

    async def stream(self, request: Request) -> Response:
        after = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        if not after.isdecimal():
            return refusal("after must be a number.", 400)
        headers = {"cache-control": "no-store"}
        return StreamingResponse(happenings(self._hub, int(after)), media_type="text/event-stream", headers=headers)

    async def file(self, request: Request) -> Response:
        """A file of a message, for whoever clicks on it: a picture or plain text is shown, all else saved. Whatever it
        is, nothing of it runs."""
        with self._hub.lock:
            found = self._hub.state.files.get(request.path_params["file_id"])
        if found is None or not found.uploaded:
            return refusal("There is no such file.", 404)
        kind = mimetype(found)
        how = "attachment" if kind == "application/octet-stream" else "inline"
        headers = {
            "content-disposition": f"{how}; filename*=UTF-8''{quote(found.name, safe='')}",
            "content-security-policy": "default-src 'none'; sandbox",
            "x-content-type-options": "nosniff",
        }
        return Response(found.content, headers=headers, media_type=kind)

    async def act(self, request: Request) -> Response:
        deed = request.path_params["deed"]
        if deed not in DEEDS:
            return refusal(f"Nobody can {deed} here.", 404)
        try:
            given = json.loads(await request.body() or b"{}")
            bound = inspect.signature(getattr(self._workspace, deed)).bind(**given)
        except (ValueError, TypeError) as error:
            return refusal(f"This cannot be read: {error}.", 400)
        try:
            async with self._typing[str(given["user"])] if deed in TYPED else contextlib.nullcontext():
                found = await run_in_threadpool(getattr(self._workspace, deed), *bound.args, **bound.kwargs)
        except BotError as error:
            return refusal(str(error), 400)
        return JSONResponse({"result": dataclasses.asdict(found) if isinstance(found, Outcome) else found})


def refusal(sentence: str, status: int) -> Response:
    return JSONResponse({"error": sentence}, status)


def guarded(endpoint: Endpoint) -> Endpoint:
    async def only_for_our_page(request: Request) -> Response:
        if not own_page(request):
            return refusal("Only this server's own page may do this.", 403)
        return await endpoint(request)

    return only_for_our_page


def local_routes(workspace: Company) -> list[BaseRoute]:
    door = Door(workspace)
    return [
        Route("/local/state", guarded(door.state)),
        Route("/local/stream", guarded(door.stream)),
        Route("/local/file/{file_id}", guarded(door.file)),
        Route("/local/do/{deed}", guarded(door.act), methods=["POST"]),
    ]


async def happenings(hub: Hub, after: int) -> AsyncIterator[str]:
    """The journal as server-sent events, until the reader or the workspace goes."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Entry] = asyncio.Queue()

    def heard(entry: Entry) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, entry)

    past = hub.journal.follow(heard, after)
    try:
        for entry in past:
            yield told(entry)
        while True:
            try:
                entry = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            yield told(entry)
            if entry.kind == "workspace.stopping":
                return
    finally:
        hub.journal.leave(heard)


def told(entry: Entry) -> str:
    return f"id: {entry.seq}\nevent: {entry.kind}\ndata: {json.dumps(entry.as_dict())}\n\n"
