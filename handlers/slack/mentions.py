"""The bot mentioned in a channel: answered in the thread."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack.asking import Incoming, ask, for_channel
from handlers.slack.batch.dropped import dropped_in
from handlers.slack.batch.running import Batches, Drop
from handlers.slack.front import Front
from handlers.slack.places import asker_in, said_once, workspace_of
from handlers.slack.replies import post
from handlers.slack.text import clean
from handlers.slack.work import Workers

ANSWERED_AFTER_EDIT = 12 * 3_600.0  # seconds; what was answered is remembered for a day


def mentioned(
    event: dict[str, Any],
    body: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    *,
    front: Front,
    workers: Workers,
    batches: Batches,
) -> None:
    """Answer in the thread of the mention, or begin one. "And Lukoil?" follows on what was asked there."""
    if event.get("bot_id") or not (event.get("user") and event.get("channel") and event.get("ts")) or _is_old(event):
        return
    team = workspace_of(context)
    thread = event.get("thread_ts") or event["ts"]
    tell = partial(post, client=client, channel=event["channel"], thread=thread)
    incoming = Incoming(
        text=clean(event.get("text", ""), context.bot_user_id or ""),
        asker=asker_in(team, event["user"], event["channel"]),
        once=said_once(body, event, team),
        thread=thread,
        follows=True,
    )

    if files := dropped_in(event, incoming.text):
        batches.begin(Drop(incoming.asker, event["channel"], thread, incoming.once, tuple(files)), client)
        return

    def send(answer: Answer) -> None:
        tell(render(for_channel(answer)))

    workers.run(lambda: ask(incoming, send, front=front, client=client), tell)


def _is_old(event: dict[str, Any]) -> bool:
    """An edit can add a mention, and is answered as if it had been there; not to a message of long ago, which may have
    been answered and forgotten."""
    edited = (event.get("edited") or {}).get("ts")
    return edited is not None and float(edited) - float(event["ts"]) > ANSWERED_AFTER_EDIT
