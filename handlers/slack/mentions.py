"""The bot mentioned in a channel: answered in the thread."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack.asking import Incoming, ask, for_channel
from handlers.slack.front import Front
from handlers.slack.places import asker_in, said_once
from handlers.slack.replies import post
from handlers.slack.text import clean
from handlers.slack.work import Workers


def mentioned(
    event: dict[str, Any],
    body: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Answer in the thread of the mention, or begin one. "And Lukoil?" follows on what was asked there."""
    if event.get("bot_id") or event.get("edited") or not event.get("user"):
        return
    thread = event.get("thread_ts") or event["ts"]
    tell = partial(post, client=client, channel=event["channel"], thread=thread)
    incoming = Incoming(
        text=clean(event.get("text", ""), context.bot_user_id or ""),
        asker=asker_in(body.get("team_id", ""), event["user"], event["channel"]),
        once=said_once(body, event),
        thread=thread,
        follows=True,
    )

    def send(answer: Answer) -> None:
        tell(render(for_channel(answer)))

    workers.run(lambda: ask(incoming, send, front=front, client=client), tell)
