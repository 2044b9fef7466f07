"""A window that takes files of names: from a shortcut, the Home tab, or /sanctions screen. What is sent in it goes the
way of a dropped file, to its person alone."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from concurrent.futures import TimeoutError as FutureTimeout
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

import store.asking.inbox
from bot.blocks import file_form
from bot.blocks.render import Message
from handlers.desk import Asker
from handlers.slack import views
from handlers.slack.asking import write
from handlers.slack.batch.dropped import NO_READ, dropped_in
from handlers.slack.batch.running import Batches, Drop
from handlers.slack.front import Front
from handlers.slack.places import asker_in, pressed
from handlers.slack.replies import whisper
from handlers.slack.work import Tell, Workers
from store.asking.inbox import NOTED

log = logging.getLogger("sanctions_bot.slack")
SHORTCUT = "screen_file"
KEPT_WITHIN = 0.3  # seconds that the acknowledgement waits for the store
AGAIN = "Please try again, or send the file here."
NO_TABLE = "None of these is a table: send CSV, text or Excel (.xlsx)."
_WISH = re.compile(
    r"screen|upload|(?:screen|check|upload) (?:an? |the |my )?(?:file|table|spreadsheet|csv|excel)s?(?: of names)?"
)


def register(app: App, front: Front, workers: Workers, batches: Batches) -> None:
    app.action(re.compile(r"^act:screen-file:"))(partial(button, workers=workers))
    app.shortcut(SHORTCUT)(partial(shortcut, workers=workers))
    app.view(file_form.CALLBACK)(partial(submitted, front=front, workers=workers, batches=batches))


def is_wish(text: str) -> bool:
    """Whether somebody wants a file screened and names nobody."""
    return bool(_WISH.fullmatch(" ".join(text.casefold().split()).strip(" .!?")))


def command(body: Mapping[str, Any], asker: Asker, respond: Respond, client: WebClient, workers: Workers) -> None:
    """/sanctions screen."""
    tell = partial(whisper, respond=respond, client=client, channel=body.get("channel_id") or "", user=asker.user)
    _open(body.get("trigger_id", ""), tell, client, workers)


def button(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], respond: Respond, client: WebClient, *, workers: Workers
) -> None:
    """A button in the Home tab, or under help."""
    ack()
    press = pressed(body, action)
    in_person = partial(_tell_in_person, client=client, user=press.asker.user)
    there = partial(whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user)
    _open(press.trigger_id, there if press.channel else in_person, client, workers)


def shortcut(ack: Ack, body: dict[str, Any], client: WebClient, *, workers: Workers) -> None:
    ack()
    user = (body.get("user") or {}).get("id", "")
    _open(body.get("trigger_id", ""), partial(_tell_in_person, client=client, user=user), client, workers)


def _open(trigger: str, tell: Tell, client: WebClient, workers: Workers) -> None:
    """Slack opens no window with an input of files for an app without files:read (docs.slack.dev, "File input element";
    seen by soxtoby/SlackNet#215); by which code it refuses is not documented."""
    views.open_at_once(
        file_form.form(), trigger, lambda _: None, tell, again=AGAIN, refused=NO_READ, client=client, workers=workers
    )


def submitted(
    ack: Ack,
    body: dict[str, Any],
    view: dict[str, Any],
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
    batches: Batches,
) -> None:
    """The files are sent: kept like a question, so that another process begins with them where ours dies; then the
    window closes, and all else is told under Messages."""
    given = ((view.get("state") or {}).get("values") or {}).get(file_form.FILES, {}).get(file_form.FILES, {})
    found = dropped_in({"files": given.get("files") or ()}, "")
    if not found:
        ack(response_action="errors", errors={file_form.FILES: NO_TABLE})
        return
    key = f"window {view['id']} {view.get('hash', '')}"  # the same where it is sent twice
    if NOTED not in body:
        kept = workers.soon(
            lambda: write(front, lambda session: store.asking.inbox.keep(session, [(key, body)], front.now()))
        )
        try:
            kept.result(KEPT_WITHIN)
        except FutureTimeout:
            log.warning("A window was acknowledged before it was kept: the store is held by others")
    ack()
    user = body.get("user") or {}
    asker = asker_in((body.get("team") or {}).get("id") or user.get("team_id") or "", user.get("id", ""), "")

    def work() -> None:
        channel = str((client.conversations_open(users=asker.user).get("channel") or {}).get("id", ""))
        batches.begin(Drop(asker, channel, "", (key,), tuple(found), body.get(NOTED) or {}), client)

    workers.run(work, partial(_tell_in_person, client=client, user=asker.user))


def _tell_in_person(message: Message, *, client: WebClient, user: str) -> None:
    opened = client.conversations_open(users=user)
    channel = str((opened.get("channel") or {}).get("id", user))
    client.chat_postMessage(channel=channel, text=message.text, blocks=message.blocks)
