"""One call of a Web API method: its arguments, who calls, and how the rules common to many methods are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.workspace.slack.hub import Hub
from bot.workspace.slack.refusal import Refused, invalid
from bot.workspace.slack.state import Channel, State, Token, find_channel

Answer = dict[str, Any]


@dataclass
class Call:
    """`warnings` go into the answer as Slack's `warning` and `response_metadata.warnings`."""

    hub: Hub
    method: str
    args: dict[str, Any]
    token: Token
    warnings: list[str] = field(default_factory=list)

    @property
    def state(self) -> State:
        return self.hub.state

    def text(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.args.get(name, "")).lower() in ("true", "1")

    def number(self, name: str, default: int) -> int:
        """Raises Refused(invalid_arguments)."""
        value = self.args.get(name)
        try:
            return default if value in (None, "") else int(float(str(value)))
        except ValueError as error:
            raise invalid("invalid_arguments", [f"[ERROR] must be a number [json-pointer:/{name}]"]) from error

    def required(self, name: str) -> str:
        """Raises Refused(invalid_arguments) where it is absent."""
        value = self.text(name)
        if not value:
            raise invalid("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return value

    def channel(self, by_name: bool = False) -> Channel:
        """The channel that the bot may know of: a private one without it does not exist. Raises channel_not_found.

        Only what posts takes a #name beside the id.
        """
        wanted = self.text("channel")
        found = find_channel(self.state, wanted) if by_name else self.state.channels.get(wanted)
        if found is None or (found.kind == "private" and self.state.bot_user not in found.members):
            raise Refused("channel_not_found")
        return found

    def require_scope(self, scope: str) -> None:
        if scope not in self.token.scopes:
            raise missing_scope(scope, self.token)


def missing_scope(needed: str, token: Token) -> Refused:
    return Refused("missing_scope", needed=needed, provided=",".join(token.scopes))


@dataclass(frozen=True)
class Method:
    """`scopes`: any one of them suffices. `token`: bot, app (app-level), or none."""

    name: str
    run: Callable[[Call], Answer]
    scopes: tuple[str, ...] = ()
    tier: int = 3
    token: str = "bot"


def page(found: list[Any], call: Call, default: int = 100) -> tuple[list[Any], Answer]:
    """Slack's cursor paging: the slice, and response_metadata. Raises Refused(invalid_limit | invalid_cursor)."""
    limit = call.number("limit", default)
    if not 1 <= limit <= 1000:
        raise Refused("invalid_limit")
    cursor = call.text("cursor")
    if cursor and not cursor.removeprefix("at:").isdigit():
        raise Refused("invalid_cursor")
    start = int(cursor.removeprefix("at:")) if cursor else 0
    after = start + limit
    following = f"at:{after}" if after < len(found) else ""
    return found[start:after], {"next_cursor": following}
