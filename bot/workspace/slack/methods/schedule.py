"""chat.scheduleMessage and its undoing; `deliver_due` posts what has come due."""

from __future__ import annotations

from bot.workspace.slack import limits, posting
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.methods.call import Answer, Call, Method
from bot.workspace.slack.methods.chat import destination
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.state import Scheduled, new_id


def schedule_message(call: Call) -> Answer:
    channel = destination(call)
    content, call.warnings = posting.content_of(call.hub, call.args, call.method)
    post_at = call.number("post_at", 0)
    now = call.hub.now()
    if post_at <= now:
        raise Refused("time_in_past")
    if post_at > now + limits.SCHEDULE_SECONDS:
        raise Refused("time_too_far")
    half = limits.SCHEDULE_WINDOW_SECONDS
    near = [s for s in call.state.scheduled.values() if s.channel == channel.id and abs(s.post_at - post_at) < half]
    if len(near) >= limits.SCHEDULED_PER_WINDOW:
        raise Refused("restricted_too_many")
    args = {**content, "metadata": posting.parsed(call.args.get("metadata"), "metadata") or {}}
    planned = Scheduled(new_id(call.state, "Q"), channel.id, post_at, args, int(now))
    call.state.scheduled[planned.id] = planned
    if args["metadata"]:
        call.hub.violation(call.method, "metadata", ["a message scheduled with metadata is never posted (Slack's bug)"])
    call.hub.tell("message.scheduled", channel=channel.id, id=planned.id, post_at=post_at)
    return {"channel": channel.id, "scheduled_message_id": planned.id, "post_at": post_at, "message": content}


def delete_scheduled(call: Call) -> Answer:
    planned = call.state.scheduled.get(call.required("scheduled_message_id"))
    if planned is None or planned.channel != call.channel().id:
        raise Refused("invalid_scheduled_message_id")
    del call.state.scheduled[planned.id]
    return {}


def deliver_due(hub: Hub) -> int:
    """Post the scheduled messages whose time has come, at the clock's now; how many were posted."""
    posted = 0
    with hub.lock:
        due = sorted((s for s in hub.state.scheduled.values() if s.post_at <= hub.now()), key=lambda s: s.post_at)
        for planned in due:
            del hub.state.scheduled[planned.id]
            channel = hub.state.channels[planned.channel]
            if planned.args["metadata"] or channel.is_archived:
                continue
            posting.post(hub, channel, posting.by_bot(hub, channel.id, planned.args))
            posted += 1
    return posted


METHODS = (
    Method("chat.scheduleMessage", schedule_message, ("chat:write",), 3),
    Method("chat.deleteScheduledMessage", delete_scheduled, ("chat:write",), 3),
)
