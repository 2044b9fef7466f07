"""chat.*: what the bot says, changes and takes back."""

from __future__ import annotations

from bot.workspace.slack import limits, posting
from bot.workspace.slack.methods.call import Answer, Call, Method
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.rendering import message_json
from bot.workspace.slack.state import Channel, Message, direct_channel, find_message


def destination(call: Call) -> Channel:
    """Where a post may go. Raises channel_not_found, is_archived, not_in_channel."""
    name = call.text("channel")
    if name in call.state.users:
        user = call.state.users[name]
        if user.deleted or user.is_bot:
            raise Refused("channel_not_found")
        return direct_channel(call.state, name, call.hub.now())
    channel = call.channel(by_name=True)
    if channel.is_archived:
        raise Refused("is_archived")
    outside = call.state.bot_user not in channel.members
    if outside and not (channel.kind == "public" and "chat:write.public" in call.token.scopes):
        raise Refused("not_in_channel")
    return channel


def slow_down(call: Call, channel: Channel) -> None:
    """One message a second in a channel, with a small burst. Raises Refused(ratelimited), HTTP 429."""
    if not call.hub.settings.rate_limits:
        return
    seconds = call.hub.rates.wait(f"post:{channel.id}", limits.POST_BURST, 1.0, call.hub.now())
    if seconds:
        raise Refused("ratelimited", status=429, headers={"Retry-After": str(seconds)})


def thread_of(call: Call, channel: Channel) -> str:
    """The thread to answer in: a reply to a reply goes to the parent's. Raises thread_not_found."""
    ts = call.text("thread_ts")
    if not ts:
        return ""
    parent = find_message(call.state, channel.id, ts)
    if parent is None or parent.only_for:
        raise Refused("thread_not_found")
    return parent.thread_ts or parent.ts


def post_message(call: Call) -> Answer:
    channel = destination(call)
    content, call.warnings = posting.content_of(call.hub, call.args, call.method)
    thread = thread_of(call, channel)
    slow_down(call, channel)
    metadata = posting.parsed(call.args.get("metadata"), "metadata") or {}
    message = posting.by_bot(call.hub, channel.id, content, thread_ts=thread, metadata=metadata)
    message.broadcast = call.flag("reply_broadcast")
    posting.post(call.hub, channel, message)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message, call.state)}


def post_ephemeral(call: Call) -> Answer:
    channel = destination(call)
    user = call.required("user")
    if user not in call.state.users or user not in channel.members:
        raise Refused("user_not_in_channel")
    content, call.warnings = posting.content_of(call.hub, call.args, call.method)
    message = posting.by_bot(call.hub, channel.id, content, only_for=user, thread_ts=thread_of(call, channel))
    posting.post_for_one(call.hub, message)
    return {"message_ts": message.ts}


def own_message(call: Call, refusal: str) -> tuple[Channel, Message]:
    """The bot's own visible message. Raises message_not_found or, for another's, `refusal`."""
    channel = call.channel()
    message = find_message(call.state, channel.id, call.required("ts"))
    if message is None or message.only_for:
        raise Refused("message_not_found")
    if message.bot_id != call.state.bot_id:
        raise Refused(refusal)
    return channel, message


def update(call: Call) -> Answer:
    channel, message = own_message(call, "cant_update_message")
    if channel.is_archived:
        raise Refused("is_archived")
    args = dict(call.args)
    kept = {"blocks": message.blocks, "attachments": message.attachments}
    if "text" in args and "blocks" not in args:
        kept["blocks"] = []  # new text without blocks takes the old blocks away
    elif "blocks" in args and "text" not in args:
        args["text"] = ""
    content, call.warnings = posting.content_of(call.hub, args, call.method)
    if "text" not in call.args and "blocks" not in call.args:
        content |= kept
    judge_block_ids(call, message, content["blocks"])
    posting.change(call.hub, channel, message, content)
    shown = message_json(message, call.state)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def judge_block_ids(call: Call, message: Message, blocks: list[dict[str, object]]) -> None:
    """ "block_id should be unique for each iteration of a message": Slack says should, so it is noted, not refused."""
    before = {each["block_id"]: each for each in message.blocks}
    again = [b["block_id"] for b in blocks if b["block_id"] in before and before[b["block_id"]] != b]
    if again:
        call.hub.violation(call.method, "block_id_reused", [f"new content under an old block_id: {again}"])


def delete(call: Call) -> Answer:
    channel, message = own_message(call, "cant_delete_message")
    posting.delete(call.hub, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Answer:
    channel = call.channel()
    message = find_message(call.state, channel.id, call.required("message_ts"))
    if message is None:
        raise Refused("message_not_found")
    place = f"{call.hub.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.thread_ts else ""
    return {"channel": channel.id, "permalink": place + thread}


def add_reaction(call: Call) -> Answer:
    channel = call.channel()
    message = find_message(call.state, channel.id, call.required("timestamp"))
    if message is None:
        raise Refused("message_not_found")
    users = message.reactions.setdefault(call.required("name"), [])
    if call.state.bot_user in users:
        raise Refused("already_reacted")
    users.append(call.state.bot_user)
    call.hub.tell("reaction.added", channel=channel.id, ts=message.ts, name=call.text("name"))
    return {}


METHODS = (
    Method("chat.postMessage", post_message, ("chat:write",), 0),
    Method("chat.postEphemeral", post_ephemeral, ("chat:write",), 4),
    Method("chat.update", update, ("chat:write",), 3),
    Method("chat.delete", delete, ("chat:write",), 3),
    Method("chat.getPermalink", get_permalink, (), 0),
    Method("reactions.add", add_reaction, ("reactions:write",), 3),
)
