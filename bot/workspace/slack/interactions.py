"""What the app is sent when a person does something: commands, presses, submissions, shortcuts, suggestions."""

from __future__ import annotations

import secrets
from typing import Any

from bot.workspace.slack.escaping import command_text
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.manifest import Command
from bot.workspace.slack.rendering import message_json, view_json
from bot.workspace.slack.responses import new_response_url
from bot.workspace.slack.state import Channel, Message, Trigger, User, View

VALUE_OF = {
    "button": "value",
    "workflow_button": "value",
    "icon_button": "value",
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "checkboxes": "selected_options",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
    "file_input": "files",
}


def new_trigger(hub: Hub, user: str, view_id: str = "") -> str:
    trigger_id = f"{int(hub.now() * 1000)}.{secrets.token_hex(8)}"
    hub.state.triggers[trigger_id] = Trigger(user, hub.now() + hub.settings.trigger_seconds, view_id)
    return trigger_id


def team(hub: Hub) -> dict[str, Any]:
    return {"id": hub.state.team_id, "domain": hub.state.domain}


def person(user: User) -> dict[str, Any]:
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id}


def place(channel: Channel) -> dict[str, Any]:
    return {"id": channel.id, "name": channel.name if channel.kind == "public" else private_name(channel)}


def private_name(channel: Channel) -> str:
    """Slack names no private place to an app that did not ask."""
    return "directmessage" if channel.kind == "im" else "privategroup"


def common(hub: Hub, kind: str, user: User) -> dict[str, Any]:
    return {
        "type": kind,
        "user": person(user),
        "api_app_id": hub.state.app_id,
        "token": "local-verification-token",
        "team": team(hub),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def slash(hub: Hub, user: User, channel: Channel, command: Command, text: str) -> dict[str, Any]:
    """A command as the form that Slack posts: every value a string."""
    state = hub.state
    return {
        "token": "local-verification-token",
        "team_id": state.team_id,
        "team_domain": state.domain,
        "channel_id": channel.id,
        "channel_name": place(channel)["name"],
        "user_id": user.id,
        "user_name": user.name,
        "command": command.name,
        "text": command_text(state, text, command.should_escape),
        "api_app_id": state.app_id,
        "is_enterprise_install": "false",
        "response_url": new_response_url(hub, channel.id, user.id),
        "trigger_id": new_trigger(hub, user.id),
    }


def action_of(block_id: str, element: dict[str, Any], value: Any, now: float) -> dict[str, Any]:
    """One entry of `actions`. `value` is what was chosen; a button brings its own."""
    kind = element["type"]
    action: dict[str, Any] = {
        "type": kind,
        "block_id": block_id,
        "action_id": element["action_id"],
        "action_ts": f"{now:.6f}",
    }
    if kind in ("button", "workflow_button", "icon_button"):
        return action | {name: element[name] for name in ("text", "value", "style", "url") if name in element}
    for name in ("placeholder", "confirm"):
        if name in element:
            action[name] = element[name]
    return {**action, VALUE_OF.get(kind, "value"): value}


def pressed_in_message(
    hub: Hub, user: User, channel: Channel, message: Message, action: dict[str, Any]
) -> dict[str, Any]:
    ephemeral = bool(message.only_for)
    container: dict[str, Any] = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    body = {
        **common(hub, "block_actions", user),
        "container": container,
        "trigger_id": new_trigger(hub, user.id),
        "channel": place(channel),
        "state": {"values": message_values(message)},
        "response_url": new_response_url(hub, channel.id, user.id, message),
        "actions": [action],
    }
    if not ephemeral:  # Slack keeps the content of an ephemeral message to itself
        body["message"] = message_json(message, hub.state)
    return body


def message_values(message: Message) -> dict[str, Any]:
    """The initial values of inputs that stand in a message."""
    values: dict[str, Any] = {}
    for block in message.blocks:
        element = block.get("element")
        if block.get("type") == "input" and isinstance(element, dict):
            kind = element["type"]
            content = element.get("initial_value")
            values[block["block_id"]] = {element["action_id"]: {"type": kind, VALUE_OF[kind]: content}}
    return values


def pressed_in_view(hub: Hub, user: User, view: View, action: dict[str, Any]) -> dict[str, Any]:
    """From Home or a modal: the container is the view; there is no channel, message or response_url."""
    return {
        **common(hub, "block_actions", user),
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": new_trigger(hub, user.id, view.id),
        "view": view_json(view, hub.state),
        "actions": [action],
    }


def submitted(hub: Hub, user: User, view: View) -> dict[str, Any]:
    return {
        **common(hub, "view_submission", user),
        "trigger_id": new_trigger(hub, user.id, view.id),
        "view": view_json(view, hub.state),
        "response_urls": [],
    }


def closed(hub: Hub, user: User, view: View, is_cleared: bool) -> dict[str, Any]:
    return {**common(hub, "view_closed", user), "view": view_json(view, hub.state), "is_cleared": is_cleared}


def global_shortcut(hub: Hub, user: User, callback_id: str) -> dict[str, Any]:
    facts = {"callback_id": callback_id, "action_ts": f"{hub.now():.6f}", "trigger_id": new_trigger(hub, user.id)}
    return {**common(hub, "shortcut", user), **facts}


def message_shortcut(hub: Hub, user: User, channel: Channel, message: Message, callback_id: str) -> dict[str, Any]:
    return {
        **common(hub, "message_action", user),
        "callback_id": callback_id,
        "action_ts": f"{hub.now():.6f}",
        "message_ts": message.ts,
        "trigger_id": new_trigger(hub, user.id),
        "response_url": new_response_url(hub, channel.id, user.id, message),
        "channel": place(channel),
        "message": message_json(message, hub.state),
    }


def suggestion(hub: Hub, user: User, where: dict[str, Any], ids: tuple[str, str], value: str) -> dict[str, Any]:
    """`where` is the container with its view or its channel and message; `ids` are block_id and action_id."""
    block_id, action_id = ids
    asked = {"block_id": block_id, "action_id": action_id, "value": value}
    return {**common(hub, "block_suggestion", user), **where, **asked}
