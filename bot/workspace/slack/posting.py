"""Putting messages into the workspace: the one way, whoever speaks, so that page, journal and events agree."""

from __future__ import annotations

import copy
import json
from typing import Any

from bot.workspace.slack import events, limits
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.refusal import Refused, invalid
from bot.workspace.slack.rendering import message_json
from bot.workspace.slack.rules.block_kit import characters, check_blocks
from bot.workspace.slack.state import Channel, Message, new_id, new_ts


def parsed(value: Any, name: str) -> Any:
    """An argument that is JSON: as it is, or as the string that a form carries."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError as error:
        raise Refused("invalid_" + name + "_format" if name == "blocks" else "invalid_arguments") from error


def content_of(hub: Hub, args: dict[str, Any], where: str) -> tuple[dict[str, Any], list[str]]:
    """text, blocks and attachments of a message as Slack takes them, and its warnings. Raises Refused."""
    text = args.get("text") or ""
    blocks, attachments = (
        parsed(args.get("blocks"), "blocks") or [],
        parsed(args.get("attachments"), "attachments") or [],
    )
    if not isinstance(text, str):
        raise invalid("invalid_arguments", ["[ERROR] must be a string [json-pointer:/text]"])
    if blocks:
        judge(blocks)
    if not isinstance(attachments, list) or len(attachments) > limits.ATTACHMENTS:
        raise Refused("too_many_attachments")
    for attachment in attachments:
        judge(attachment.get("blocks") or [])
    if not text.strip() and not blocks and not attachments:
        raise Refused("no_text")
    warnings = []
    if blocks and not text.strip():
        warnings.append("missing_text_in_message")
        hub.violation(where, "missing_text_in_message", ["the mobile notification of this message would say nothing"])
    if len(text) > limits.MESSAGE_TEXT:
        warnings.append("message_truncated")
        hub.violation(where, "message_truncated", [f"{len(text)} characters, cut at {limits.MESSAGE_TEXT}"])
        text = text[: limits.MESSAGE_TEXT]
    return {"text": text, "blocks": with_ids(hub, blocks), "attachments": attachments}, warnings


def judge(blocks: Any) -> None:
    """Raises Refused(invalid_blocks | msg_blocks_too_long)."""
    messages = check_blocks(blocks, "message")
    if messages:
        raise invalid("invalid_blocks", messages)
    if characters(blocks) > limits.BLOCKS_CHARACTERS:
        raise Refused("msg_blocks_too_long")


def with_ids(hub: Hub, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Slack names every block and every element that the app left without a name."""
    named = copy.deepcopy(blocks)
    for block in named:
        if not block.get("block_id"):
            block["block_id"] = new_id(hub.state, "b")
        inner = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
        for element in inner:
            if isinstance(element, dict) and element.get("type") in INTERACTIVE and not element.get("action_id"):
                element["action_id"] = new_id(hub.state, "a")
    return named


INTERACTIVE = {
    "button",
    "workflow_button",
    "overflow",
    "datepicker",
    "timepicker",
    "datetimepicker",
    "checkboxes",
    "radio_buttons",
    "feedback_buttons",
    "icon_button",
    "file_input",
    *(f"{kind}_text_input" for kind in ("plain", "email", "url")),
    "plain_text_input",
    "number_input",
    "rich_text_input",
    *(
        f"{many}{kind}_select"
        for many in ("", "multi_")
        for kind in ("static", "external", "users", "channels", "conversations")
    ),
}


def post(hub: Hub, channel: Channel, message: Message) -> Message:
    """Add a message that everybody in the channel sees; the app hears of it."""
    message.ts = message.ts or new_ts(hub.state, hub.now())
    hub.state.messages.append(message)
    hub.tell("message.posted", channel=channel.id, message=message_json(message, hub.state))
    events.message_posted(hub, channel, message)
    return message


def post_for_one(hub: Hub, message: Message) -> Message:
    """Add an ephemeral message: one person sees it, and no event tells of it."""
    message.ts = new_ts(hub.state, hub.now())
    hub.state.messages.append(message)
    shown = message_json(message, hub.state)
    hub.tell("message.ephemeral", channel=message.channel, user=message.only_for, message=shown)
    return message


def change(hub: Hub, channel: Channel, message: Message, content: dict[str, Any]) -> None:
    before = message_json(message, hub.state)
    for name, value in content.items():
        setattr(message, name, value)
    message.edited_ts = new_ts(hub.state, hub.now())
    hub.tell("message.changed", channel=channel.id, message=message_json(message, hub.state), user=message.only_for)
    if not message.only_for:
        events.message_changed(hub, channel, before, message, message.edited_ts)


def delete(hub: Hub, channel: Channel, message: Message) -> None:
    before = message_json(message, hub.state)
    hub.state.messages.remove(message)
    hub.tell("message.deleted", channel=channel.id, ts=message.ts, user=message.only_for)
    if not message.only_for:
        events.message_deleted(hub, channel, before, new_ts(hub.state, hub.now()))


def by_bot(hub: Hub, channel: str, content: dict[str, Any], **facts: Any) -> Message:
    """A message of the bot, not yet posted."""
    state = hub.state
    return Message(
        channel, "", state.bot_user, **content, bot_id=state.bot_id, app_id=state.app_id, team=state.team_id, **facts
    )
