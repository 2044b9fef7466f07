"""Socket Mode: up to ten connections, each envelope to one of them, an acknowledgement within three seconds."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from bot.workspace.slack import limits
from bot.workspace.slack.hub import Ack, Delivery, Hub

ACCEPTS_PAYLOAD = ("slash_commands", "interactive")


@dataclass(eq=False)
class Connection:
    socket: WebSocket
    name: str = field(default_factory=lambda: secrets.token_hex(4))
    draining: bool = False
    pending: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)


class SocketMode:
    """The server's end of every open connection. Lives on the server's loop."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._turn = 0
        self.connections: list[Connection] = []

    async def serve(self, socket: WebSocket) -> None:
        """One connection from its ticket to its end."""
        if not self._spend(socket.query_params.get("ticket", "")):
            await socket.close(4403)
            return
        await socket.accept()
        if len(self.connections) >= limits.SOCKETS:
            self._hub.violation("socket_mode", "too_many_websockets")
            await socket.send_text(disconnection("too_many_websockets"))
            await socket.close(1000)
            return
        connection = Connection(socket)
        self.connections.append(connection)
        try:
            await socket.send_text(json.dumps(self._hello()))
            self._hub.tell("connection.opened", name=connection.name, connections=len(self.connections))
            while True:
                self._heard(connection, await socket.receive_text())
        except WebSocketDisconnect:
            pass  # the app went; _gone says so to whoever waits
        finally:
            self._gone(connection)

    def _spend(self, ticket: str) -> bool:
        with self._hub.lock:
            found = self._hub.state.tokens.get(ticket)
            if found is None or found.kind != "ticket" or self._hub.now() > found.expires_at:
                return False
            del self._hub.state.tokens[ticket]
            return True

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "connection_info": {"app_id": self._hub.state.app_id},
            "debug_info": {"host": "local", "build_number": 1, "approximate_connection_time": 3600},
        }

    def _heard(self, connection: Connection, text: str) -> None:
        """An acknowledgement. One that names no envelope of the connection came late, twice or from nowhere."""
        if self._hub.faults.drop_acks:
            return
        try:
            said = json.loads(text)
            envelope_id, payload = said["envelope_id"], said.get("payload") or {}
        except (ValueError, KeyError, TypeError, AttributeError):
            self._hub.violation("socket_mode", "not_an_acknowledgement", [text[:200]])
            return
        waiting = connection.pending.pop(envelope_id, None)
        if waiting is None or waiting.done():
            self._hub.violation("socket_mode", "late_or_unknown_acknowledgement", [str(envelope_id)])
        else:
            waiting.set_result(Ack(True, payload if isinstance(payload, dict) else {"text": str(payload)}))

    def _gone(self, connection: Connection) -> None:
        self.connections.remove(connection)
        for waiting in connection.pending.values():
            if not waiting.done():
                waiting.set_result(Ack(False, reason="connection_failed"))
        self._hub.tell("connection.closed", name=connection.name, connections=len(self.connections))

    def _next(self) -> Connection | None:
        """Each in its turn; one that was told to go only when there is no other."""
        open_ = [c for c in self.connections if not c.draining] or self.connections
        if not open_:
            return None
        self._turn += 1
        return open_[self._turn % len(open_)]

    async def carry(self, delivery: Delivery) -> Ack:
        connection = self._next()
        if connection is None:
            return Ack(False, reason="connection_failed")
        envelope_id = secrets.token_hex(16)
        envelope: dict[str, Any] = {
            "envelope_id": envelope_id,
            "type": delivery.kind,
            "payload": delivery.payload,
            "accepts_response_payload": delivery.kind in ACCEPTS_PAYLOAD,
        }
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": delivery.retry_num, "retry_reason": delivery.retry_reason}
        waiting: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        connection.pending[envelope_id] = waiting
        self._hub.tell("envelope.sent", connection=connection.name, envelope=envelope)
        try:
            await connection.socket.send_text(json.dumps(envelope))
            return await asyncio.wait_for(waiting, self._hub.settings.ack_seconds)
        except TimeoutError:
            return Ack(False, reason="timeout")
        except (WebSocketDisconnect, RuntimeError):
            return Ack(False, reason="connection_failed")
        finally:
            connection.pending.pop(envelope_id, None)

    async def ask_to_go(self, reason: str, seconds: float = 10.0) -> None:
        """`warning` or `refresh_requested`: the app opens another connection; this one ends in `seconds`."""
        leaving = [c for c in self.connections if not c.draining]
        for connection in leaving:
            connection.draining = True
            await connection.socket.send_text(disconnection(reason))
        await asyncio.sleep(seconds)
        await self._close(leaving)

    async def close_all(self) -> None:
        await self._close(list(self.connections))

    async def _close(self, connections: list[Connection]) -> None:
        for connection in connections:
            if connection.socket.application_state is WebSocketState.CONNECTED:
                await connection.socket.close(1000)


def disconnection(reason: str) -> str:
    return json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": "local"}})
