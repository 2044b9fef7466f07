"""Ways to answer: in a channel or thread, or to one person alone."""

from __future__ import annotations

import logging
from urllib.error import URLError

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.blocks.render import Message

log = logging.getLogger("sanctions_bot.slack")


def post(message: Message, *, client: WebClient, channel: str, thread: str = "") -> None:
    """For all in a channel or thread to see."""
    client.chat_postMessage(
        channel=channel,
        thread_ts=thread or None,
        text=message.text,
        blocks=message.blocks,
        unfurl_links=False,
        unfurl_media=False,
    )


def whisper(
    message: Message, *, respond: Respond, client: WebClient, channel: str, user: str, thread: str = ""
) -> None:
    """For one person alone. A response_url serves five times within half an hour; after that Slack is asked anew."""
    said = _responded(
        respond,
        text=message.text,
        blocks=message.blocks,
        response_type="ephemeral",
        replace_original=False,
        thread_ts=thread or None,  # Slack does not know by itself that the button stood in a thread
    )
    if said:
        return
    client.chat_postEphemeral(
        channel=channel, user=user, text=message.text, blocks=message.blocks, thread_ts=thread or None
    )


def tell_if_possible(message: Message, *, respond: Respond) -> bool:
    """For one person alone, where the payload brought a way to answer; whether it did."""
    return _responded(respond, text=message.text, blocks=message.blocks, response_type="ephemeral")


def shout(message: Message, *, respond: Respond, thread: str = "") -> bool:
    """In the channel that a button was pressed in, also where the bot is no member; whether that was possible."""
    return _responded(
        respond,
        text=message.text,
        blocks=message.blocks,
        response_type="in_channel",
        replace_original=False,
        thread_ts=thread or None,
        unfurl_links=False,
        unfurl_media=False,
    )


def put_in_place(message: Message, *, respond: Respond) -> bool:
    """In place of the message that a button was pressed in, seen by whoever sees that; whether it could be."""
    return _responded(respond, text=message.text, blocks=message.blocks, replace_original=True)


def _responded(respond: Respond, **message: object) -> bool:
    if not respond.response_url:
        return False
    try:
        response = respond(**message)  # type: ignore[arg-type]  # the names are respond's own
    except (URLError, OSError) as error:
        log.warning("A response_url could not be reached: %s", type(error).__name__)
        return False
    if response.status_code != 200:
        log.info("A response_url was refused with status %s", response.status_code)
    return response.status_code == 200
