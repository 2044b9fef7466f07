"""What every part of the workspace shares: the state and its lock, the journal, the clock, the faults, the delivery."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.workspace.slack import limits
from bot.workspace.slack.faults import Faults
from bot.workspace.slack.journal import Journal
from bot.workspace.slack.manifest import Manifest
from bot.workspace.slack.rates import Rates
from bot.workspace.slack.state import State


@dataclass(frozen=True)
class Settings:
    """Seconds throughout. Tests shorten what real Slack makes one wait for."""

    ack_seconds: float = limits.ACK_SECONDS
    trigger_seconds: float = limits.TRIGGER_SECONDS
    response_seconds: float = limits.RESPONSE_SECONDS
    retry_delays: tuple[float, ...] = limits.RETRY_DELAYS
    rate_limits: bool = True
    request_url: str = ""  # signed HTTP goes here; empty: Socket Mode


@dataclass(frozen=True)
class Ack:
    """How the app took a delivery: `reason` says why not, in Slack's words for X-Slack-Retry-Reason."""

    ok: bool
    payload: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    no_retry: bool = False


@dataclass(frozen=True)
class Delivery:
    """One thing for the app: `kind` as Socket Mode's types: events_api, slash_commands, interactive."""

    kind: str
    payload: dict[str, Any]
    retry_num: int = 0
    retry_reason: str = ""


class Courier(Protocol):
    """Carries deliveries to the app."""

    def event(self, payload: dict[str, Any]) -> None:
        """Deliver with Slack's retries; does not wait."""

    def ask(self, delivery: Delivery) -> Ack:
        """Deliver once and wait for the acknowledgement, at most `ack_seconds`. Not from the server's own loop."""


class NobodyThere:
    """The courier of a workspace whose server is not running."""

    def event(self, payload: dict[str, Any]) -> None:
        return None

    def ask(self, delivery: Delivery) -> Ack:
        return Ack(False, reason="connection_failed")


@dataclass
class Hub:
    state: State
    manifest: Manifest
    settings: Settings
    clock: Callable[[], float]
    signing_secret: str
    client_id: str
    client_secret: str
    url: str = ""
    courier: Courier = field(default_factory=NobodyThere)
    journal: Journal = field(default_factory=Journal)
    faults: Faults = field(default_factory=Faults)
    rates: Rates = field(default_factory=Rates)
    lock: threading.RLock = field(default_factory=threading.RLock)
    # An app remembers the event ids that it has seen, longer than a workspace lives.
    run: str = field(default_factory=lambda: secrets.token_hex(4).upper())

    def now(self) -> float:
        return self.clock()

    def tell(self, kind: str, **data: Any) -> None:
        self.journal.write(kind, self.now(), data)

    def violation(self, where: str, error: str, messages: list[str] | None = None) -> None:
        """A rule of Slack was broken: the inspector shows it in red."""
        self.tell("violation", where=where, error=error, messages=messages or [])
