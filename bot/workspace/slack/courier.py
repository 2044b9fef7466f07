"""Carrying deliveries to the app from the server's own loop, with Slack's retries of events."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Coroutine
from typing import Any, Protocol

from bot.workspace.slack.hub import Ack, Delivery, Hub

GRACE_SECONDS = 2.0


class Transport(Protocol):
    async def carry(self, delivery: Delivery) -> Ack:
        """Deliver once; the acknowledgement, or why there is none."""


class LoopCourier:
    """Deliveries may be asked for from any thread; they run on `loop`."""

    def __init__(self, hub: Hub, loop: asyncio.AbstractEventLoop, transport: Transport) -> None:
        self._hub, self._loop, self._transport = hub, loop, transport
        self._running: set[concurrent.futures.Future[Any]] = set()

    def event(self, payload: dict[str, Any]) -> None:
        self._start(self._with_retries(payload))

    def ask(self, delivery: Delivery) -> Ack:
        future = self._start(self._transport.carry(delivery))
        try:
            ack: Ack = future.result(self._hub.settings.ack_seconds + GRACE_SECONDS)
        except (concurrent.futures.TimeoutError, concurrent.futures.CancelledError):
            ack = Ack(False, reason="http_timeout")
        self._told(delivery, ack)
        return ack

    def stop(self) -> None:
        for future in list(self._running):
            future.cancel()

    def _start(self, work: Coroutine[Any, Any, Any]) -> concurrent.futures.Future[Any]:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        return future

    async def _with_retries(self, payload: dict[str, Any]) -> None:
        """At once, then after each of the delays, until the app says 200 or forbids further tries."""
        reason = ""
        for attempt, delay in enumerate((None, *self._hub.settings.retry_delays)):
            if delay is not None:
                await asyncio.sleep(delay)
            delivery = Delivery("events_api", payload, attempt, reason)
            ack = await self._transport.carry(delivery)
            self._told(delivery, ack)
            if ack.ok or ack.no_retry:
                return
            reason = ack.reason
        self._hub.tell("event.lost", event_id=payload["event_id"], reason=reason)

    def _told(self, delivery: Delivery, ack: Ack) -> None:
        name = delivery.payload.get("event_id") or delivery.payload.get("command") or delivery.payload.get("type")
        facts = {"retry_num": delivery.retry_num, "payload": ack.payload, "reason": ack.reason}
        self._hub.tell("ack.taken" if ack.ok else "ack.missing", what=delivery.kind, name=name, **facts)
        if not ack.ok and ack.reason != "connection_failed":
            self._hub.violation(delivery.kind, "no_ack", [f"{name}: {ack.reason}"])
