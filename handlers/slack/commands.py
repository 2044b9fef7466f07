"""/sanctions check | option | options | changes | sources | watch | help, or free words."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import Ack, BoltContext, Respond
from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks.render import render
from handlers.slack import option_windows
from handlers.slack.asking import Incoming, ask, for_all, for_one
from handlers.slack.batch import window
from handlers.slack.front import Front
from handlers.slack.places import asker_in, workspace_of
from handlers.slack.replies import whisper
from handlers.slack.text import clean
from handlers.slack.work import Workers


def sanctions(
    ack: Ack,
    command: dict[str, Any],
    respond: Respond,
    client: WebClient,
    context: BoltContext,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Acknowledge at once, answer after, to the asker alone."""
    ack()
    channel, user = command.get("channel_id") or "", command.get("user_id") or ""
    asker = asker_in(workspace_of(context), user, channel)
    wish = option_windows.wish_in(clean(command.get("text", "")))
    if wish is not None:
        option_windows.open_editor(wish, command, asker, respond, client, front=front, workers=workers)
        return
    if window.is_wish(clean(command.get("text", ""))):
        window.command(command, asker, respond, client, workers)
        return
    tell = partial(whisper, respond=respond, client=client, channel=channel, user=user)
    text = clean(command.get("text", "")) or "help"

    def send(answer: Answer) -> None:
        own = not channel or front.is_own(channel, user, client)
        tell(render(for_all(answer) if own else for_one(answer, text)))

    once = (f"command {command['trigger_id']}",) if command.get("trigger_id") else ()
    line = f"{asker.team} {channel} {user}"
    workers.run(lambda: ask(Incoming(text, asker, once), send, front=front, client=client), tell, line)
