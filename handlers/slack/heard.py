"""What was said to the bot, in a channel or to it alone: a question to answer, or a file of names to screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack.asking import Incoming, ask
from handlers.slack.batch.dropped import dropped_in
from handlers.slack.batch.running import Batches, Drop
from handlers.slack.front import Front
from handlers.slack.places import asker_in, said_once, workspace_of
from handlers.slack.replies import post
from handlers.slack.text import clean
from handlers.slack.work import Workers
from store.asking.inbox import NOTED


def take_up(
    event: dict[str, Any],
    body: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    *,
    place: str,
    thread: str,
    suited: Callable[[Answer], Answer],
    front: Front,
    workers: Workers,
    batches: Batches,
) -> None:
    """Answer where it was said, in `thread` if there is one. `place`: the channel, "" where the person wrote to the bot
    alone; `suited` makes an answer fit for those who read there."""
    team = workspace_of(context)
    tell = partial(post, client=client, channel=event["channel"], thread=thread)
    incoming = Incoming(
        text=clean(event.get("text", ""), context.bot_user_id or ""),
        asker=asker_in(team, event["user"], place),
        once=said_once(body, event, team),
        thread=thread,
        follows=True,
    )

    if files := dropped_in(event, incoming.text):
        noted = body.get(NOTED) or {}
        batches.begin(Drop(incoming.asker, event["channel"], thread, incoming.once, tuple(files), noted), client)
        return

    def send(answer: Answer) -> None:
        tell(render(suited(answer)))

    line = f"{team} {event['channel']} {thread}"
    workers.run(lambda: ask(incoming, send, front=front, client=client), tell, line)
