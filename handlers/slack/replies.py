"""Ways to answer: in a channel or thread, or to one person alone."""

from __future__ import annotations

import logging
from socket import gaierror
from urllib.error import URLError

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryHandler, RetryState
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.webhook import WebhookClient

from bot.blocks.render import Message

log = logging.getLogger("sanctions_bot.slack")

TIMEOUT = 10  # seconds, for one answer


class InDoubt(ConnectionError):
    """Slack may have posted it, or not: posted again it could stand there twice."""


class RetriesWhatWasNotSent(RetryHandler):
    """Where no connection was made nothing was done."""

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return was_not_sent(error)


def was_not_sent(error: Exception | None) -> bool:
    """Whether nobody was there to take it."""
    return isinstance(error, URLError) and isinstance(error.reason, ConnectionRefusedError | gaierror)


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
    """For one person alone. A response_url serves five times within half an hour; after that Slack is asked anew.
    Raises InDoubt."""
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
    """For one person alone, where the payload brought a way to answer; whether it did, as far as Slack says."""
    try:
        return _responded(respond, text=message.text, blocks=message.blocks, response_type="ephemeral")
    except InDoubt:
        return False


def shout(message: Message, *, respond: Respond, thread: str = "") -> bool:
    """In the channel that a button was pressed in, also where the bot is no member; whether that was possible. Raises
    InDoubt."""
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
    """In place of the message that a button was pressed in, seen by whoever sees that; whether it could be, as far as
    Slack says: what it was pressed for is done."""
    try:
        return _responded(respond, text=message.text, blocks=message.blocks, replace_original=True)
    except InDoubt:
        return False


def _responded(respond: Respond, **message: object) -> bool:
    """Bolt's own `respond` calls again where a connection broke, which may post twice."""
    if not respond.response_url:
        return False
    client = WebhookClient(
        respond.response_url,
        timeout=TIMEOUT,
        proxy=respond.proxy,
        ssl=respond.ssl,
        retry_handlers=[RetriesWhatWasNotSent(max_retry_count=2), RateLimitErrorRetryHandler(max_retry_count=2)],
    )
    try:
        response = client.send_dict({name: value for name, value in message.items() if value is not None})
    except OSError as error:
        log.warning("A response_url did not answer: %s", type(error).__name__)
        if was_not_sent(error):
            return False
        raise InDoubt from error
    if response.status_code != 200:
        log.info("A response_url was refused with status %s", response.status_code)
    if response.status_code >= 500:
        raise InDoubt
    return response.status_code == 200
