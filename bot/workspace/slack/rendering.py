"""How Slack writes its own things down: users, channels, messages and views as JSON."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack.state import Channel, File, Message, State, User, View, messages_in


def user_json(user: User, team_id: str) -> dict[str, Any]:
    stranger = {"is_stranger": True} if user.team_id != team_id else {}
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset,
        "locale": user.locale,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_restricted": user.is_guest,
        "is_ultra_restricted": False,
        "profile": {"real_name": user.real_name, "display_name": user.name, "team": user.team_id},
        **stranger,
    }


def channel_json(channel: Channel, state: State) -> dict[str, Any]:
    common = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_mpim": False,
        "is_org_shared": False,
        "context_team_id": state.team_id,
    }
    if channel.kind == "im":
        return {**common, "user": channel.peer, "is_user_deleted": state.users[channel.peer].deleted}
    return {
        **common,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind == "private",
        "is_general": channel.name == "general",
        "is_member": state.bot_user in channel.members,
        "is_shared": channel.is_shared,
        "is_ext_shared": channel.is_shared,
        "num_members": len(channel.members),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def message_json(message: Message, state: State) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": message.team or state.team_id,
    }
    if message.bot_id:
        profile = {"id": message.bot_id, "app_id": message.app_id, "name": state.users[message.user].name}
        body |= {"bot_id": message.bot_id, "app_id": message.app_id}
        body["bot_profile"] = {**profile, "deleted": False, "team_id": state.team_id}
    for name in ("blocks", "attachments", "subtype", "metadata", "thread_ts"):
        if getattr(message, name):
            body[name] = getattr(message, name)
    if message.edited_ts:
        body["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.reactions:
        body["reactions"] = [{"name": n, "users": u, "count": len(u)} for n, u in message.reactions.items()]
    if message.files:
        body["files"] = [file_json(state.files[each]) for each in message.files]
    return body | thread_json(message, state)


def thread_json(message: Message, state: State) -> dict[str, Any]:
    """The parent of a thread knows its replies, a reply its parent's author."""
    if message.thread_ts and message.thread_ts != message.ts:
        parent = next((m for m in messages_in(state, message.channel) if m.ts == message.thread_ts), None)
        return {"parent_user_id": parent.user} if parent else {}
    replies = [m for m in messages_in(state, message.channel) if m.thread_ts == message.ts != m.ts]
    if not replies:
        return {}
    authors = sorted({reply.user for reply in replies})
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": authors,
        "reply_users_count": len(authors),
        "latest_reply": replies[-1].ts,
    }


def view_json(view: View, state: State) -> dict[str, Any]:
    body = view.body
    common = {
        "id": view.id,
        "team_id": state.team_id,
        "type": body["type"],
        "blocks": body["blocks"],
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "external_id": body.get("external_id") or "",
        "state": {"values": view.values},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id or None,
        "app_id": state.app_id,
        "app_installed_team_id": state.team_id,
        "bot_id": state.bot_id,
    }
    return common | {
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "submit": body.get("submit"),
        "close": body.get("close"),
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
    }


def file_json(file: File) -> dict[str, Any]:
    """A file as messages have it. Who has the address still needs a token with files:read to fetch what lies there."""
    body = {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": mimetype(file),
        "size": file.length,
        "mode": "hosted",
    }
    return {**body, "url_private": file.url, "url_private_download": file.url} if file.url else body


def mimetype(file: File) -> str:
    """A picture by its first bytes, plain text by the end of its name; all else is no kind that is shown."""
    if file.content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if file.name.lower().endswith((".csv", ".txt", ".ics", ".yml")):
        return "text/plain"
    return "application/octet-stream"
