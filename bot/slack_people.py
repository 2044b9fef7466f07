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

from cachetools import TTLCache
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

log = logging.getLogger("sanctions_bot.slack")

REMEMBERED = 300.0  # seconds: so long a new guest may still count as a member
MOST = 10_000  # people and channels; those longest not asked for are asked for again
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
        self._lock = threading.Lock()
        self._remembered: TTLCache[tuple[str, str, str], Any] = TTLCache(MOST, REMEMBERED, clock)

    def person(self, user: str, client: WebClient) -> Person:
        """Who somebody is; NOBODY where Slack does not say."""
        return _unless_silent(lambda: self.learn_person(user, client)) or NOBODY

    def is_shared(self, channel: str, client: WebClient) -> bool:
        """Whether people of another organisation are in a channel, or have been invited; true where Slack is silent."""
        shared = _unless_silent(lambda: self.learn_shared(channel, client))
        return True if shared is None else shared

    def is_own(self, channel: str, user: str, client: WebClient) -> bool:
        """Whether a direct conversation is that of this person with the bot, and not with somebody else; true where
        Slack is silent."""

        def look() -> str:
            found = _data(client.conversations_open(users=user)).get("channel")
            return str(found.get("id", "")) if isinstance(found, Mapping) else ""

        own = _unless_silent(lambda: self._known("own", user, client, look))
        return own is None or own == channel

    def learn_person(self, user: str, client: WebClient) -> Person:
        """Who somebody is. Raises SlackApiError, SlackClientError or OSError where Slack does not say."""

        def look() -> Person:
            home = self._known("home", "", client, lambda: _data(client.auth_test()))
            return _person(_data(client.users_info(user=user)).get("user") or {}, home)

        return self._known("person", user, client, look)

    def learn_shared(self, channel: str, client: WebClient) -> bool:
        """Whether a channel is shared, or to be, with another organisation. Raises as `learn_person` does."""

        def look() -> bool:
            found = _data(client.conversations_info(channel=channel)).get("channel")
            found = found if isinstance(found, Mapping) else {"is_ext_shared": True}
            return bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared"))

        return self._known("channel", channel, client, look)

    def _known(self, kind: str, key: str, client: WebClient, look: Callable[[], Found]) -> Found:
        place = (str(client.token), kind, key)
        with self._lock:
            if place in self._remembered:
                return self._remembered[place]  # type: ignore[no-any-return]
        found = look()
        with self._lock:
            self._remembered[place] = found
        return found


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


def _data(response: SlackResponse) -> Mapping[str, Any]:
    return response.data if isinstance(response.data, Mapping) else {}


def _unless_silent(learn: Callable[[], Found]) -> Found | None:
    """What Slack says, or None where it says nothing."""
    try:
        return learn()
    except SlackApiError as error:
        found = getattr(error.response, "data", None)
        code = found.get("error") if isinstance(found, dict) else None
        log.warning("Slack did not say who asks or where: %s", code or "no reason given")
    except (SlackClientError, OSError) as error:
        log.warning("Slack did not say who asks or where: %s", type(error).__name__)
    return None
