"""response_url: five answers within half an hour, wherever the bot may not otherwise speak."""

from __future__ import annotations

import secrets
from typing import Any

from bot.workspace.slack import limits, posting
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.state import Message, ResponseUrl, find_message


def new_response_url(hub: Hub, channel: str, user: str, message: Message | None = None) -> str:
    key = secrets.token_urlsafe(16)
    ts, thread = (message.ts, message.thread_ts) if message else ("", "")
    expires = hub.now() + hub.settings.response_seconds
    hub.state.response_urls[key] = ResponseUrl(channel, user, expires, limits.RESPONSE_USES, ts, thread)
    return f"{hub.url}/response/{key}"


def use(hub: Hub, key: str, body: dict[str, Any]) -> None:
    """Answer through a response_url. Raises Refused: expired_url, used_url, invalid_blocks, no_text ..."""
    with hub.lock:
        found = hub.state.response_urls.get(key)
        try:
            if found is None:
                raise Refused("invalid_url", status=404)
            if hub.now() > found.expires_at:
                raise Refused("expired_url", status=404)
            if found.uses_left == 0:
                raise Refused("used_url", status=404)
            apply(hub, found, body)
            found.uses_left -= 1
        except Refused as refused:
            hub.violation("response_url", refused.error, refused.fields.get("errors"))
            hub.tell("response.refused", error=refused.error, body=body)
            raise
        hub.tell("response.used", channel=found.channel, user=found.user, body=body, left=found.uses_left)


def apply(hub: Hub, found: ResponseUrl, body: dict[str, Any]) -> None:
    channel = hub.state.channels[found.channel]
    source = find_message(hub.state, found.channel, found.message_ts) if found.message_ts else None
    if body.get("delete_original"):
        if source is not None:
            posting.delete(hub, channel, source)
        return
    content, _ = posting.content_of(hub, body, "response_url")
    if body.get("replace_original") and source is not None:
        posting.change(hub, channel, source, content)
        return
    kind = body.get("response_type") or "ephemeral"
    if kind not in ("ephemeral", "in_channel"):
        raise Refused("invalid_response_type", status=400)
    thread = str(body.get("thread_ts") or "")  # without it Slack answers in the channel, also under a threaded message
    answer(hub, found.channel, found.user, content, kind, thread)


def answer(hub: Hub, channel: str, user: str, content: dict[str, Any], kind: str, thread: str = "") -> Message:
    """What a command or a button is answered with: to its person alone, or to the channel."""
    if kind == "in_channel":
        message = posting.by_bot(hub, channel, content, thread_ts=thread)
        return posting.post(hub, hub.state.channels[channel], message)
    return posting.post_for_one(hub, posting.by_bot(hub, channel, content, only_for=user, thread_ts=thread))
