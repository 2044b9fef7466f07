"""/sanctions check | option | options | changes | sources | watch | help, or free words."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack import option_windows
from handlers.slack.asking import Incoming, ask, for_all, for_one
from handlers.slack.front import Front
from handlers.slack.places import asker_in, is_direct
from handlers.slack.replies import whisper
from handlers.slack.text import clean
from handlers.slack.work import Workers


def sanctions(
    ack: Ack, command: dict[str, Any], respond: Respond, client: WebClient, *, front: Front, workers: Workers
) -> None:
    """Acknowledge at once, answer after, to the asker alone."""
    ack()
    wish = option_windows.wish_in(clean(command.get("text", "")))
    if wish is not None:
        option_windows.open_editor(wish, command, respond, client, front=front, workers=workers)
        return
    tell = partial(whisper, respond=respond, client=client, channel=command["channel_id"], user=command["user_id"])
    text = clean(command.get("text", "")) or "help"

    def send(answer: Answer) -> None:
        tell(render(for_all(answer) if is_direct(command["channel_id"]) else for_one(answer, text)))

    asker = asker_in(command.get("team_id", ""), command["user_id"], command["channel_id"])
    once = (f"command {command['trigger_id']}",) if command.get("trigger_id") else ()
    workers.run(lambda: ask(Incoming(text, asker, once), send, front=front, client=client), tell)
