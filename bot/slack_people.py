"""Who somebody is, and whether a channel is shared with others, as Slack says; remembered for some minutes.

What Slack does not say is unknown, and whoever asks here treats it as the stricter case.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

log = logging.getLogger("sanctions_bot.slack")

REMEMBERED = 300.0  # seconds: so long a new guest may still count as a member
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Person:
    """`known` is false where Slack did not answer, or there is no such person any more."""

    known: bool = False
    is_admin: bool = False
    is_guest: bool = False
    is_external: bool = False  # of another organisation


NOBODY = Person()


class Acquaintance:
    """Asks Slack, and remembers for REMEMBERED seconds. Safe in any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._remembered: dict[tuple[str, str, str], tuple[float, Any]] = {}

    def person(self, user: str, client: WebClient) -> Person:
        def look() -> Person | None:
            home = self._home(client)
            answer = _asked(lambda: client.users_info(user=user).data) if home else None
            return _person((answer or {}).get("user") or {}, home) if home and answer else None

        return self._known("person", user, client, look) or NOBODY

    def is_shared(self, channel: str, client: WebClient) -> bool:
        """Whether people of another organisation are in a channel, or have been invited; true where Slack is silent."""

        def look() -> bool | None:
            answer = _asked(lambda: client.conversations_info(channel=channel).data)
            found = (answer or {}).get("channel")
            if not isinstance(found, Mapping):
                return None
            return bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared"))

        shared = self._known("channel", channel, client, look)
        return True if shared is None else shared

    def _home(self, client: WebClient) -> Mapping[str, Any] | None:
        """The workspace that the bot is at home in: auth.test."""
        return self._known("home", "", client, lambda: _asked(lambda: client.auth_test().data))

    def _known(self, kind: str, key: str, client: WebClient, look: Callable[[], Found | None]) -> Found | None:
        place = (str(client.token), kind, key)
        with self._lock:
            until, found = self._remembered.get(place, (0.0, None))
        if until > self._clock():
            return found  # type: ignore[no-any-return]
        now_found = look()
        if now_found is not None:
            with self._lock:
                self._remembered[place] = (self._clock() + REMEMBERED, now_found)
        return now_found


def _person(user: Mapping[str, Any], home: Mapping[str, Any]) -> Person:
    enterprise = home.get("enterprise_id")
    same_house = user.get("team_id") == home.get("team_id") or bool(
        enterprise and (user.get("enterprise_user") or {}).get("enterprise_id") == enterprise
    )
    return Person(
        known=not user.get("deleted") and not user.get("is_bot"),
        is_admin=bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_external=bool(user.get("is_stranger")) or not same_house,
    )


def _asked(call: Callable[[], Any]) -> Mapping[str, Any] | None:
    """Slack's answer, or None where there is none."""
    try:
        data = call()
    except SlackApiError as error:
        found = getattr(error.response, "data", None)
        code = found.get("error") if isinstance(found, dict) else None
        log.warning("Slack did not say who asks or where: %s", code or "no reason given")
        return None
    except (SlackClientError, OSError) as error:
        log.warning("Slack did not say who asks or where: %s", type(error).__name__)
        return None
    return data if isinstance(data, Mapping) else None
