"""Delivery: what waits in the outbox goes to Slack, once each as far as Slack allows, with several workers or one.

A message is known to be on its way before Slack is called, and nothing is held in the database while it is. Where a
call is never answered (a crash, a lost connection, HTTP 500) the message may have arrived: before it is sent again it
is looked for in the channel's history by its id; where the bot may not read that, the second one says what it is.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from sqlalchemy.orm import Session, sessionmaker

import store.outbox
from bot.answers.document import Answer, text
from bot.blocks.render import render
from jobs.discretion import Discretion
from jobs.undeliverable import give_up_place, give_up_team
from store.database import writing
from store.outbox import Claimed, Outgoing

log = logging.getLogger(__name__)

AT_ONCE = 20  # messages in one turn: with ten seconds for each it stays within the lease
TIMEOUT = 10  # seconds, for one call
BACKOFF = tuple(timedelta(seconds=s) for s in (30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800))
LONGEST_WAIT = timedelta(hours=1)  # whatever Retry-After says
LOOK_BACK = timedelta(minutes=2)  # clocks differ
EVENT = "sanctions_bot_message"

# docs.slack.dev/reference/methods/chat.postMessage: the place takes no message, now or ever.
NO_PLACE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_not_found",
        "user_disabled",
        "cannot_dm_bot",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "messages_tab_disabled",
    }
)
# The installation is gone: nothing of this workspace can be delivered.
NO_TEAM = frozenset({"account_inactive", "token_revoked", "team_not_found", "org_login_required"})
# The message itself is refused: an error of ours, which no repetition mends.
NO_MESSAGE = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_too_long",
        "msg_blocks_too_long",
        "no_text",
        "invalid_arguments",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
    }
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one turn."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What Slack said to one call. `error` is Slack's word, "" when all went well; `answered` is false where
    nobody can know what became of the call."""

    error: str = ""
    answered: bool = True
    retry_after: int = 0
    body: dict[str, Any] | None = None


def delivery_client(token: str, api_url: str) -> WebClient:
    """A client that never repeats a call by itself: it cannot know whether the first one arrived."""
    base = api_url if api_url.endswith("/") else f"{api_url}/"
    return WebClient(token=token, base_url=base, timeout=TIMEOUT, retry_handlers=[])


def deliver(
    sessions: sessionmaker[Session],
    client: WebClient,
    now: datetime,
    worker: str = "",
    discretion: Discretion | None = None,
) -> Delivered:
    """One turn: at most one message to each place, and none after Slack asked to wait or could not be reached."""
    turn, discretion = Delivered(), discretion or Discretion()
    worker = worker or uuid4().hex
    for _ in range(AT_ONCE):
        claimed = _next(sessions, now, worker)
        if claimed is None:
            break
        told = discretion.of(claimed.message, sessions, client)
        if told is None:
            turn = _withheld(sessions, claimed, turn)
            continue
        reply = _send(client, replace(claimed, message=told))
        with writing(sessions) as session:
            turn = _settle(session, claimed, reply, turn, now)
        if reply.retry_after or not reply.answered:
            break
    return turn


def _next(sessions: sessionmaker[Session], now: datetime, worker: str) -> Claimed | None:
    with sessions() as session:
        if not store.outbox.anything_due(session, now):
            return None
    with writing(sessions) as session:
        return store.outbox.claim(session, now, worker)


def _withheld(sessions: sessionmaker[Session], claimed: Claimed, turn: Delivered) -> Delivered:
    with writing(sessions) as session:
        store.outbox.failed(session, claimed, "confidential")
    return replace(turn, failed=turn.failed + 1)


def _send(client: WebClient, claimed: Claimed) -> Reply:
    again = claimed.begun_before
    if again is None:
        return _post(client, claimed.message)
    looked = _look_for(client, claimed.message, again)
    if not looked.answered or looked.retry_after:
        return looked
    if looked.error:  # history may not be read here: better twice and said than not at all
        return _post(client, claimed.message, repeated=True)
    seen = looked.body or {}
    found = [message for message in seen.get("messages", []) if _id_in(message) == _id_of(claimed.message)]
    return Reply(body=found[0]) if found else _post(client, claimed.message, repeated=bool(seen.get("has_more")))


def _post(client: WebClient, message: Outgoing, *, repeated: bool = False) -> Reply:
    drawn = render(_said_again(message.answer) if repeated else message.answer)
    metadata = {"event_type": EVENT, "event_payload": {"id": _id_of(message)}}  # anybody may read it: an id, no names
    return _call(
        client.chat_postMessage,
        channel=message.place,
        thread_ts=message.thread or None,
        text=drawn.text,
        blocks=drawn.blocks,
        metadata=metadata,
        unfurl_links=False,
        unfurl_media=False,
    )


def _said_again(answer: Answer) -> Answer:
    words = "This may be a repeat: Slack did not say whether the message arrived the first time."
    return replace(answer, fine=(text(words), *answer.fine))


def _look_for(client: WebClient, message: Outgoing, since: datetime) -> Reply:
    """The place's messages since it may have been posted; an error where the bot may not read them."""
    channel = message.place
    if channel[:1] in "UW":  # a person: the history is that of the conversation
        opened = _call(client.conversations_open, users=channel)
        if opened.error or not opened.answered:
            return opened
        channel = str(((opened.body or {}).get("channel") or {}).get("id", ""))
    oldest = str((since - LOOK_BACK).timestamp())
    return _call(client.conversations_history, channel=channel, oldest=oldest, limit=100, include_all_metadata=True)


def _id_of(message: Outgoing) -> str:
    return hashlib.sha256(message.key.encode()).hexdigest()[:32]


def _id_in(message: dict[str, Any]) -> str:
    metadata = message.get("metadata") or {}
    return str((metadata.get("event_payload") or {}).get("id", ""))


def _call(method: Callable[..., SlackResponse], **arguments: Any) -> Reply:
    """Slack's reply; one without an answer where the connection failed or Slack did."""
    try:
        response = method(**arguments)
    except SlackApiError as error:
        return _refusal(error)
    except (SlackClientError, OSError):  # URLError and timeouts are OSErrors
        return Reply(error="Slack could not be reached", answered=False)
    return Reply(body=response.data if isinstance(response.data, dict) else {})


def _refusal(error: SlackApiError) -> Reply:
    response = error.response
    status, data = getattr(response, "status_code", 0), getattr(response, "data", None)
    word = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or word == "ratelimited":
        headers = {name.lower(): value for name, value in getattr(response, "headers", {}).items()}
        asked = str(headers.get("retry-after", ""))
        return Reply(error="ratelimited", retry_after=max(1, int(asked)) if asked.isdecimal() else 30)
    if status >= 500 or not word or word in ("internal_error", "fatal_error"):
        return Reply(error=word or f"HTTP {status}", answered=False)
    return Reply(error=word)


def _settle(session: Session, claimed: Claimed, reply: Reply, turn: Delivered, now: datetime) -> Delivered:
    """Write down what became of a message. Logged by its number: its words may name a party."""
    message, unsure = claimed.message, claimed.begun_before is not None or not reply.answered
    if not reply.error:
        store.outbox.sent(session, claimed, str((reply.body or {}).get("ts", "")), now)
        return replace(turn, sent=turn.sent + 1)
    if reply.retry_after:
        due = now + min(timedelta(seconds=reply.retry_after), LONGEST_WAIT)
        store.outbox.put_off(session, claimed, due, reply.error, counted=False, unsure=unsure)
        store.outbox.put_off_all(session, message.team, due)
        return replace(turn, put_off=turn.put_off + 1)
    hopeless = reply.error in NO_PLACE | NO_TEAM | NO_MESSAGE
    if not hopeless and claimed.attempts < len(BACKOFF):
        store.outbox.put_off(session, claimed, now + BACKOFF[claimed.attempts], reply.error, unsure=unsure)
        log.info("delivery: message %d is put off: %s", claimed.id, reply.error)
        return replace(turn, put_off=turn.put_off + 1)
    store.outbox.failed(session, claimed, reply.error)
    log.warning("delivery: message %d (%s) is given up: %s", claimed.id, message.kind, reply.error)
    if reply.error in NO_PLACE:
        give_up_place(session, message.team, message.place, reply.error, now)
    elif reply.error in NO_TEAM:
        give_up_team(session, message.team, reply.error, now)
    return replace(turn, failed=turn.failed + 1)
