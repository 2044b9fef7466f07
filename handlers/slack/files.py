"""Buttons that give a file: a table of names, or a picture. Made when pressed, from the lists of that moment."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

import store.asking.questions
from bot.blocks.errors import sorry
from bot.questions.ask import Kind
from handlers.attached import Attachment
from handlers.slack.asking import claimed
from handlers.slack.front import Front
from handlers.slack.places import Press, is_direct, pressed
from handlers.slack.replies import whisper
from handlers.slack.work import Tell, Workers, slack_code

log = logging.getLogger("sanctions_bot.slack")
NO_SCOPE = (
    "The file cannot be sent: this workspace has not given the bot the permission files:write. "
    "An administrator can add it; on the command line: sanctions-bot options impact KEY --csv FILE, "
    "sanctions-bot options show KEY --plot FILE."
)
LACKING = {"missing_scope", "no_permission", "not_allowed_token_type", "file_uploads_disabled"}
# In a channel that the bot is no member of, the file goes to the person.
OUTSIDE = {"not_in_channel", "channel_not_found", "is_archived", "restricted_action"}


def send(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Send the file where its button stands: to one alone where only that one sees the button."""
    ack()
    press = pressed(body, action)
    tell = _teller(press, respond, client)

    def work() -> None:
        if not claimed(front, (f"file {press.trigger_id}",) if press.trigger_id else ()):
            return
        found = front.attachment(press.value, front.identify(press.asker, client))
        _record(press, found, front)
        try:
            _upload(found, press, client)
        except SlackApiError as error:
            if slack_code(error) not in LACKING:
                raise
            log.info("A file could not be sent: %s", slack_code(error))
            tell(sorry(NO_SCOPE))

    workers.run(work, tell)


def _upload(found: Attachment, press: Press, client: WebClient) -> None:
    """In the thread of the button's message; in person where the button is private, or the channel is not open."""
    if press.private or not press.channel:
        _put(found, client, _conversation(press, client), "")
        return
    thread = press.thread or ("" if is_direct(press.channel) else press.message_ts)
    try:
        _put(found, client, press.channel, thread)
    except SlackApiError as error:
        if slack_code(error) not in OUTSIDE:
            raise
        _put(found, client, _conversation(press, client), "")


def _put(found: Attachment, client: WebClient, channel: str, thread: str) -> None:
    client.files_upload_v2(
        channel=channel,
        thread_ts=thread or None,
        filename=found.name,
        title=found.name,
        content=found.content,
        alt_txt=found.alt or None,
        initial_comment=found.says,
    )


def _conversation(press: Press, client: WebClient) -> str:
    opened = client.conversations_open(users=press.asker.user)
    return str((opened.get("channel") or {}).get("id", press.asker.user))


def _record(press: Press, found: Attachment, front: Front) -> None:
    """Who was given what is kept as a question is."""
    asked = store.asking.questions.Asked(
        team=press.asker.team,
        place=press.asker.place,
        who=press.asker.user,
        text=f"file {found.name}",
        kind=Kind.OPTION.value,
        options=found.options,
        editions=found.version,
        thread_ts=press.thread,
    )
    with front.sessions.begin() as session:
        store.asking.questions.record(session, asked, front.now())


def _teller(press: Press, respond: Respond, client: WebClient) -> Tell:
    if not press.channel:
        return lambda message: client.chat_postMessage(
            channel=_conversation(press, client), text=message.text, blocks=message.blocks
        )
    return partial(
        whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user, thread=press.thread
    )
