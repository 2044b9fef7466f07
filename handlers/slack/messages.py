"""Direct messages to the bot. In channels it reads nothing but its own mentions."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack.asking import Incoming, ask, for_all
from handlers.slack.batch.dropped import dropped_in
from handlers.slack.batch.running import Batches, Drop
from handlers.slack.front import Front
from handlers.slack.places import asker_in, said_once, workspace_of
from handlers.slack.replies import post
from handlers.slack.text import clean
from handlers.slack.work import Workers

# A message with a file is still a message; every other subtype is an edit, a deletion, a join or a bot.
WORDS = (None, "file_share", "thread_broadcast")


def written(
    event: dict[str, Any],
    body: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    *,
    front: Front,
    workers: Workers,
    batches: Batches,
) -> None:
    """Answer where the person wrote: in the conversation, or in the thread of it."""
    if not _is_question(event):
        return
    thread = event.get("thread_ts", "")
    team = workspace_of(context)
    tell = partial(post, client=client, channel=event["channel"], thread=thread)
    incoming = Incoming(
        text=clean(event.get("text", ""), context.bot_user_id or ""),
        asker=asker_in(team, event["user"], ""),
        once=said_once(body, event, team),
        thread=thread,
        follows=True,
    )

    if files := dropped_in(event, incoming.text):
        batches.begin(Drop(incoming.asker, event["channel"], thread, incoming.once, tuple(files)), client)
        return

    def send(answer: Answer) -> None:
        tell(render(for_all(answer)))

    workers.run(lambda: ask(incoming, send, front=front, client=client), tell)


def _is_question(event: dict[str, Any]) -> bool:
    return (
        event.get("channel_type") == "im"
        and event.get("subtype") in WORDS
        and not event.get("bot_id")
        and not event.get("hidden")
        and bool(event.get("user") and event.get("channel") and event.get("ts"))
    )
