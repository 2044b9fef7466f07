"""The bot mentioned in a channel: answered in the thread."""

from __future__ import annotations

from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from handlers.slack.asking import for_channel
from handlers.slack.batch.running import Batches
from handlers.slack.front import Front
from handlers.slack.heard import take_up
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
    take_up(
        event,
        body,
        client,
        context,
        place=event["channel"],
        thread=event.get("thread_ts") or event["ts"],
        suited=for_channel,
        front=front,
        workers=workers,
        batches=batches,
    )


def _is_old(event: dict[str, Any]) -> bool:
    """An edit can add a mention, and is answered as if it had been there; not to a message of long ago, which may have
    been answered and forgotten."""
    edited = (event.get("edited") or {}).get("ts")
    return edited is not None and float(edited) - float(event["ts"]) > ANSWERED_AFTER_EDIT
