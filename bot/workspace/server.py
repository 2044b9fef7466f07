"""LocalWorkspace: the whole of it as a running server, in a thread, for as long as a `with` lasts."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.errors import BadInput, Unreachable
from bot.workspace.people.company import Company
from bot.workspace.people.seed import fresh_state
from bot.workspace.routes import routes
from bot.workspace.slack.courier import LoopCourier
from bot.workspace.slack.events_http import SignedHttp
from bot.workspace.slack.faults import Faults
from bot.workspace.slack.hub import Hub, NobodyThere, Settings
from bot.workspace.slack.keeping import kept, restore, write
from bot.workspace.slack.manifest import Manifest, declared_by
from bot.workspace.slack.methods.schedule import deliver_due
from bot.workspace.slack.socket_mode import SocketMode
from bot.workspace.slack.state import Token

START_SECONDS = 10.0
STOP_SECONDS = 5.0


class LocalWorkspace(Company):
    """A local Slack. Loopback alone unless `host` says otherwise; port 0 takes any free one.

    `manifest` is what the app declares (as in manifest.json; the shipped one by default); `clock` gives epoch seconds;
    `keep` is the file in which what was said is kept over a restart. Raises BadInput where that cannot be read.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        host: str = "127.0.0.1",
        manifest: Manifest | dict[str, Any] | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] = time.time,
        keep: Path | None = None,
    ) -> None:
        declared = declared_by(manifest)
        self.bot_token = "xoxb-local-" + secrets.token_hex(12)
        self.app_token = "xapp-local-" + secrets.token_hex(12)
        self.signing_secret = secrets.token_hex(16)
        state = fresh_state(declared.name, clock())
        state.tokens[self.bot_token] = Token(self.bot_token, "bot", declared.scopes)
        state.tokens[self.app_token] = Token(self.app_token, "app", ("connections:write",))
        self._keep, self._kept = keep, 0
        if keep is not None and keep.is_file():
            restore(state, keep.read_text(encoding="utf-8"))
        secret = secrets.token_hex(16)
        self.hub = Hub(state, declared, settings or Settings(), clock, self.signing_secret, "1.local", secret)
        self._host, self._port = host, port
        self._sockets = SocketMode(self.hub)
        self._http: SignedHttp | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready = threading.Event()

    @property
    def url(self) -> str:
        """Where the page is."""
        return self.hub.url

    @property
    def api_url(self) -> str:
        """For SLACK_API_URL."""
        return self.hub.url + "/api/"

    @property
    def faults(self) -> Faults:
        return self.hub.faults

    @property
    def connections(self) -> int:
        """How many Socket Mode connections the app has open."""
        return len(self._sockets.connections)

    def start(self) -> LocalWorkspace:
        """Raises BadInput where the port is taken, Unreachable where the server does not come up."""
        self._listener = listener = self._listen()
        self.hub.url = f"http://{self._host}:{listener.getsockname()[1]}"
        app = Starlette(routes=routes(self, self._sockets), lifespan=self._lifespan)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="workspace", daemon=True
        )
        self._thread.start()
        if not self._ready.wait(START_SECONDS):
            raise Unreachable("The local workspace did not start.")
        return self

    def _listen(self) -> socket.socket:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self._host, self._port))
            listener.listen()  # at once: who comes before the server is ready waits, and is not refused
        except OSError as error:
            listener.close()
            raise BadInput(f"Port {self._port} on {self._host} cannot be used: {error.strerror}.") from error
        return listener

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """The courier lives as long as the loop does."""
        self._loop = asyncio.get_running_loop()
        async with httpx.AsyncClient(trust_env=False) as client:
            self._http = SignedHttp(self.hub, client)
            transport = self._http if self.hub.settings.request_url else self._sockets
            courier = LoopCourier(self.hub, self._loop, transport)
            self.hub.courier = courier
            timer = asyncio.create_task(self._post_what_is_due())
            self._ready.set()
            try:
                yield
            finally:
                timer.cancel()
                courier.stop()
                self.hub.courier = NobodyThere()

    async def _post_what_is_due(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            deliver_due(self.hub)
            self._keep_what_was_said()

    def _keep_what_was_said(self) -> None:
        if self._keep is None or self.hub.journal.seq == self._kept:
            return
        with self.hub.lock:
            self._kept, text = self.hub.journal.seq, kept(self.hub.state)
        write(self._keep, text)

    def stop(self) -> None:
        self._keep_what_was_said()
        self.hub.tell("workspace.stopping")
        self.drop_connections()
        self._server.should_exit = True
        self._thread.join(STOP_SECONDS)
        self._listener.close()

    def __enter__(self) -> LocalWorkspace:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def wait_for_bot(self, seconds: float = 10.0) -> bool:
        """Until the app has a Socket Mode connection."""
        return self.wait(lambda: self.connections > 0, seconds)

    def disconnect(self, reason: str = "refresh_requested", seconds: float = 10.0) -> None:
        """Tell every connection to go (warning, refresh_requested); those that stay are closed after `seconds`."""
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self._sockets.ask_to_go(reason, seconds), self._loop)

    def drop_connections(self) -> None:
        """Close every Socket Mode connection without a word before, as a network does."""
        if self._loop is not None and self._loop.is_running():
            asyncio.run_coroutine_threadsafe(self._sockets.close_all(), self._loop).result(STOP_SECONDS)

    def verify_request_url(self) -> bool:
        """The url_verification handshake with the request URL."""
        if self._loop is None or self._http is None:
            return False
        return asyncio.run_coroutine_threadsafe(self._http.verify(), self._loop).result(START_SECONDS)
