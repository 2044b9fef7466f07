"""Slack's end and nothing else: it sends envelopes by Socket Mode, says how long each waited for its acknowledgement,
and when which question was answered. The local workspace judges all that is said, which takes longer than what is
measured here."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.endure.asking import PATIENCE


class Door:
    """One connection to the app. `answers` are what it said afterwards: to which `answer_url`, when, in what words."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        self._link: WebSocket | None = None
        self._sent: dict[str, float] = {}
        self._took: dict[str, float] = {}
        self.connected = asyncio.Event()
        self.answers: list[tuple[str, float, str]] = []

    @property
    def answered(self) -> int:
        return len(self.answers)

    def answer_url(self, question: str) -> str:
        """The response_url of a question."""
        return f"{self.url}/answer/{question}"

    async def _method(self, request: Request) -> JSONResponse:
        if request.path_params["method"] == "apps.connections.open":
            return JSONResponse({"ok": True, "url": f"ws://127.0.0.1:{self._port}/link"})
        return JSONResponse({"ok": True, "ts": "1.1", "team_id": "T1", "user_id": "U1", "bot_id": "B1", "user": {}})

    async def _answer(self, request: Request) -> JSONResponse:
        said = json.loads(await request.body())
        self.answers.append((request.path_params["question"], time.monotonic(), str(said.get("text", ""))))
        return JSONResponse({"ok": True})

    async def _listen(self, link: WebSocket) -> None:
        await link.accept()
        await link.send_text(json.dumps({"type": "hello", "num_connections": 1}))
        self._link = link
        self.connected.set()
        with contextlib.suppress(WebSocketDisconnect):
            while True:
                envelope = json.loads(await link.receive_text()).get("envelope_id", "")
                if envelope in self._sent:
                    self._took.setdefault(envelope, time.monotonic() - self._sent[envelope])

    async def ask(self, texts: Sequence[str]) -> list[float]:
        """Send commands, all at once; seconds until each was acknowledged, in order of length; infinity: lost."""
        assert self._link is not None
        envelopes = [f"{n}-{time.monotonic()}" for n in range(len(texts))]
        for envelope, text in zip(envelopes, texts, strict=True):
            payload = {"command": "/sanctions", "text": text, "user_id": "U0MARIA", "channel_id": "C0GENERAL"}
            payload |= {"team_id": "T1", "api_app_id": "A1", "trigger_id": envelope, "token": "t", "team_domain": "d"}
            payload |= {"response_url": self.answer_url(envelope), "user_name": "maria", "channel_name": "general"}
            message = {"type": "slash_commands", "envelope_id": envelope, "payload": payload}
            self._sent[envelope] = time.monotonic()
            await self._link.send_text(json.dumps({**message, "accepts_response_payload": True}))
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not all(each in self._took for each in envelopes):
            await asyncio.sleep(0.002)
        return sorted(self._took.get(each, float("inf")) for each in envelopes)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[Door]:
        routes = [
            Route("/api/{method}", self._method, methods=["GET", "POST"]),
            Route("/answer/{question}", self._answer, methods=["POST"]),
            WebSocketRoute("/link", self._listen),
        ]
        config = uvicorn.Config(Starlette(routes=routes), host="127.0.0.1", port=self._port, log_config=None)
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve())
        try:
            yield self
        finally:
            server.should_exit, server.force_exit = True, True
            await running
