"""Direct messages to the bot. In channels it reads nothing but its own mentions."""

from __future__ import annotations

from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from handlers.slack.asking import for_all
from handlers.slack.batch.running import Batches
from handlers.slack.front import Front
from handlers.slack.heard import take_up
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
    take_up(
        event,
        body,
        client,
        context,
        place="",
        thread=event.get("thread_ts", ""),
        suited=for_all,
        front=front,
        workers=workers,
        batches=batches,
    )


def _is_question(event: dict[str, Any]) -> bool:
    return (
        event.get("channel_type") == "im"
        and event.get("subtype") in WORDS
        and not event.get("bot_id")
        and not event.get("hidden")
        and bool(event.get("user") and event.get("channel") and event.get("ts"))
    )
