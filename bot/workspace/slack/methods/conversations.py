"""conversations.*: channels, their members and their messages, as far as the bot may know them."""

from __future__ import annotations

from bot.workspace.slack.methods.call import Answer, Call, Method, missing_scope, page
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.rendering import channel_json, message_json
from bot.workspace.slack.state import Channel, Message, direct_channel, find_message, messages_in, replies_to

FAMILY = {"public": "channels", "private": "groups", "im": "im"}
TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
READ = tuple(f"{family}:read" for family in FAMILY.values())
HISTORY = tuple(f"{family}:history" for family in FAMILY.values())


def readable(call: Call, right: str) -> Channel:
    """The channel, when the token may `right` (read, history) its kind."""
    channel = call.channel()
    call.require_scope(f"{FAMILY[channel.kind]}:{right}")
    return channel


def info(call: Call) -> Answer:
    return {"channel": channel_json(readable(call, "read"), call.state)}


def wanted_kinds(call: Call) -> set[str]:
    """The kinds asked for (public ones when nothing is said). Raises invalid_types, missing_scope."""
    names = [name.strip() for name in (call.text("types") or "public_channel").split(",")]
    if any(name not in TYPES for name in names):
        raise Refused("invalid_types")
    for name in names:
        scope = f"{FAMILY.get(TYPES[name], 'mpim')}:read"
        if scope not in call.token.scopes:
            raise missing_scope(scope, call.token)
    return {TYPES[name] for name in names}


def known(call: Call, members_only: str = "") -> list[Channel]:
    kinds = wanted_kinds(call)
    found = []
    for channel in call.state.channels.values():
        hidden = channel.kind != "public" and call.state.bot_user not in channel.members
        left_out = channel.is_archived and call.flag("exclude_archived")
        if (
            channel.kind in kinds
            and not hidden
            and not left_out
            and (not members_only or members_only in channel.members)
        ):
            found.append(channel)
    return found


def list_channels(call: Call) -> Answer:
    found, following = page(known(call), call)
    return {"channels": [channel_json(each, call.state) for each in found], "response_metadata": following}


def users_conversations(call: Call) -> Answer:
    user = call.text("user") or call.state.bot_user
    if user not in call.state.users:
        raise Refused("user_not_found")
    found, following = page(known(call, user), call)
    return {"channels": [channel_json(each, call.state) for each in found], "response_metadata": following}


def members(call: Call) -> Answer:
    found, following = page(sorted(readable(call, "read").members), call)
    return {"members": found, "response_metadata": following}


def open_direct(call: Call) -> Answer:
    if call.text("channel"):
        channel = call.channel()
    else:
        users = [each.strip() for each in call.required("users").split(",")]
        if len(users) != 1:
            call.require_scope("mpim:write")
        user = call.state.users.get(users[0])
        if user is None:
            raise Refused("user_not_found")
        if user.deleted:
            raise Refused("user_disabled")
        if user.is_bot:
            raise Refused("cannot_dm_bot")
        channel = direct_channel(call.state, user.id, call.hub.now())
    return {"channel": channel_json(channel, call.state) if call.flag("return_im") else {"id": channel.id}}


def between(call: Call, found: list[Message]) -> list[Message]:
    oldest, latest = float(call.text("oldest") or 0), float(call.text("latest") or "inf")
    inclusive = call.flag("inclusive")
    return [m for m in found if oldest < float(m.ts) < latest or (inclusive and float(m.ts) in (oldest, latest))]


def history(call: Call) -> Answer:
    """Newest first, threads left out but for what was also sent to the channel."""
    channel = readable(call, "history")
    if call.state.bot_user not in channel.members:
        raise Refused("not_in_channel")
    top = [m for m in messages_in(call.state, channel.id) if not m.thread_ts or m.thread_ts == m.ts or m.broadcast]
    found, following = page(list(reversed(between(call, top))), call)
    shown = [message_json(m, call.state) for m in found]
    more = bool(following["next_cursor"])
    return {"messages": shown, "has_more": more, "response_metadata": following}


def replies(call: Call) -> Answer:
    """The parent first, then its replies, oldest first."""
    channel = readable(call, "history")
    if call.state.bot_user not in channel.members:
        raise Refused("not_in_channel")
    ts = call.required("ts")
    if find_message(call.state, channel.id, ts) is None:
        raise Refused("thread_not_found")
    found, following = page(replies_to(call.state, channel.id, ts), call)
    shown = [message_json(m, call.state) for m in found]
    more = bool(following["next_cursor"])
    return {"messages": shown, "has_more": more, "response_metadata": following}


def join(call: Call) -> Answer:
    channel = call.channel()
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    channel.members.add(call.state.bot_user)
    call.hub.tell("channel.changed", channel=channel_json(channel, call.state))
    return {"channel": channel_json(channel, call.state)}


METHODS = (
    Method("conversations.info", info, READ, 3),
    Method("conversations.list", list_channels, READ, 2),
    Method("conversations.members", members, READ, 4),
    Method("conversations.open", open_direct, ("im:write",), 3),
    Method("conversations.history", history, HISTORY, 3),
    Method("conversations.replies", replies, HISTORY, 3),
    Method("conversations.join", join, ("channels:join",), 3),
    Method("users.conversations", users_conversations, READ, 3),
)
