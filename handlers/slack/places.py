"""Where somebody asks, read from Slack's payloads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt import BoltContext

from handlers.desk import Asker

NO_TEAM = "?"  # a payload that names none: whoever asks is still somebody in Slack, not the command line


def is_direct(channel: str) -> bool:
    """Whether a channel id is that of a conversation of one person with the bot."""
    return channel.startswith("D") or not channel


def asker_in(team: str, user: str, channel: str) -> Asker:
    """Who asks. In a direct message the place is the person: what is watched there is watched by that person."""
    return Asker(team=team or NO_TEAM, user=user, place=user if is_direct(channel) else channel)


def workspace_of(context: BoltContext) -> str:
    """The workspace that the bot is installed in. The `team_id` of an event is that of whoever wrote: in a channel that
    is shared, another company's."""
    installed = context.authorize_result
    return (installed.team_id if installed else None) or context.team_id or ""


def said_once(body: Mapping[str, Any], event: Mapping[str, Any], team: str) -> tuple[str, ...]:
    """Keys of an event. One message can come as two events (app_mention and message), and each again and again."""
    keys = [f"event {body['event_id']}"] if body.get("event_id") else []
    if event.get("channel") and event.get("ts"):
        keys.append(f"message {team} {event['channel']} {event['ts']}")
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: by whom, on which message, and what it carries. Home and modals have no channel."""

    asker: Asker
    channel: str
    message_ts: str
    thread: str
    private: bool  # the message is one that only this person sees
    action_id: str
    value: str
    trigger_id: str

    @property
    def key(self) -> str:
        """The same for every press of one button by one person."""
        return f"press {self.asker.team} {self.asker.user} {self.channel} {self.message_ts} {self.action_id}"


def pressed(body: Mapping[str, Any], action: Mapping[str, Any]) -> Press:
    """Read a block_actions payload."""
    container = body.get("container") or {}
    message = body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    user = body.get("user") or {}
    team = (body.get("team") or {}).get("id") or user.get("team_id") or ""
    ts = container.get("message_ts") or message.get("ts") or ""
    return Press(
        asker=asker_in(team, user.get("id", ""), channel),
        channel=channel,
        message_ts=ts,
        thread=container.get("thread_ts") or message.get("thread_ts") or "",
        private=bool(container.get("is_ephemeral")),
        action_id=action.get("action_id", ""),
        value=action.get("value", ""),
        trigger_id=body.get("trigger_id", ""),
    )
