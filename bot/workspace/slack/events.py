"""The Events API: what the app hears of, in Slack's envelopes, and only what its manifest subscribes to."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack.hub import Hub
from bot.workspace.slack.rendering import message_json, view_json
from bot.workspace.slack.state import Channel, Message, new_id

NEEDED_SCOPE = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
}


def emit(hub: Hub, event: dict[str, Any], subscription: str, channel: Channel | None = None) -> None:
    """Deliver one event with an id of its own, when subscribed, and when the scope that it needs was granted."""
    scope = NEEDED_SCOPE.get(subscription)
    if subscription not in hub.manifest.events or (scope and scope not in hub.manifest.scopes):
        return
    payload = envelope(hub, event, channel)
    hub.tell("event.sent", event_id=payload["event_id"], type=event["type"], payload=payload)
    duplicates, hub.faults.duplicate_events = hub.faults.duplicate_events, 0
    for _ in range(1 + duplicates):
        hub.courier.event(payload)


def envelope(hub: Hub, event: dict[str, Any], channel: Channel | None) -> dict[str, Any]:
    state = hub.state
    authorization = {
        "enterprise_id": None,
        "team_id": state.team_id,
        "user_id": state.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": "local-verification-token",
        # In a channel shared with another company this is the workspace of whoever wrote.
        "team_id": event.get("user_team") or state.team_id,
        "context_team_id": state.team_id,
        "context_enterprise_id": None,
        "api_app_id": state.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": new_id(state, f"Ev{hub.run}"),
        "event_time": int(hub.now()),
        "authorizations": [authorization],
        "is_ext_shared_channel": bool(channel and channel.is_shared),
        "event_context": new_id(state, "4-"),
    }


def subscription_of(channel: Channel) -> str:
    return {"public": "message.channels", "private": "message.groups", "im": "message.im"}[channel.kind]


def message_posted(hub: Hub, channel: Channel, message: Message) -> None:
    """A message is an event where the bot is; one that mentions the bot is two, with different event ids."""
    state = hub.state
    if state.bot_user not in channel.members:
        return
    told = message_json(message, state)
    event = {
        **told,
        "channel": channel.id,
        "event_ts": message.ts,
        "channel_type": channel.channel_type,
    }
    if channel.is_shared:
        event |= {"user_team": message.team, "source_team": message.team}
    if not message.bot_id:
        event["client_msg_id"] = f"{state.app_id}-{message.ts}".lower()
    emit(hub, event, subscription_of(channel), channel)
    if f"<@{state.bot_user}>" in message.text and not message.bot_id and channel.kind != "im":
        mention = {name: content for name, content in event.items() if name != "channel_type"}
        emit(hub, {**mention, "type": "app_mention"}, "app_mention", channel)


def message_changed(hub: Hub, channel: Channel, before: dict[str, Any], message: Message, ts: str) -> None:
    mention = f"<@{hub.state.bot_user}>"
    if mention in message.text and mention not in str(before.get("text", "")) and not message.bot_id:
        added = {**message_json(message, hub.state), "channel": channel.id, "event_ts": ts, "type": "app_mention"}
        if channel.kind != "im" and hub.state.bot_user in channel.members:
            emit(hub, added, "app_mention", channel)
    event = {
        "type": "message",
        "subtype": "message_changed",
        "message": message_json(message, hub.state),
        "previous_message": before,
        "hidden": True,
        "ts": ts,
    }
    changed(hub, channel, event)


def message_deleted(hub: Hub, channel: Channel, before: dict[str, Any], ts: str) -> None:
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "deleted_ts": before["ts"],
        "previous_message": before,
        "hidden": True,
        "ts": ts,
    }
    changed(hub, channel, event)


def changed(hub: Hub, channel: Channel, event: dict[str, Any]) -> None:
    if hub.state.bot_user in channel.members:
        place = {"channel": channel.id, "event_ts": event["ts"], "channel_type": channel.channel_type}
        emit(hub, {**event, **place}, subscription_of(channel), channel)


def home_opened(hub: Hub, user: str, channel: Channel, tab: str, ts: str) -> None:
    event: dict[str, Any] = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel.id,
        "tab": tab,
        "event_ts": ts,
    }
    view = hub.state.views.get(hub.state.homes.get(user, ""))
    if view is not None and tab == "home":
        event["view"] = view_json(view, hub.state)
    emit(hub, event, "app_home_opened", channel)
