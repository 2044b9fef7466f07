"""Delivery: what waits in the outbox goes to Slack, once each, with several workers or one.

A message is known to be on its way before Slack is called, and nothing is held in the database while it is. Where a
call is never answered (a crash, a lost connection, HTTP 500) nobody can know whether the message arrived: it is sent
once more, says so, and is counted. What a place, an installation or Slack itself does not take now waits until it does.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.pauses
from bot.answers.document import Answer, text
from bot.blocks.render import Message, render
from bot.errors import Unreachable
from jobs.discretion import Discretion
from jobs.refusals import NO_INSTALLATION, NO_PLACE, Reply, failure, refusal
from jobs.undeliverable import pause_place, probe_after
from store.database import writing, writing_patiently
from store.telling.outbox import LEASE, Claimed, Outgoing

log = logging.getLogger(__name__)

AT_ONCE = 20  # messages in one turn
TIMEOUT = 10  # seconds, for one call
BACKOFF = tuple(timedelta(seconds=s) for s in (30, 120, 600, 1_800, 3_600))  # after each failed try; then the last
TRIES = 12  # of a message that alone is not taken, while others of its workspace are
AWAY = tuple(timedelta(seconds=s) for s in (5, 15, 30, 60))  # after each try of a Slack or installation that is away
LONGEST_WAIT = timedelta(hours=1)  # whatever Retry-After says
WRITING_DOWN = LEASE - timedelta(seconds=60)  # so long the store may be held by others before the lease is in danger

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one turn; `repeated` counts those of `sent` that may have arrived before."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    repeated: int = 0


def delivery_client(token: str, api_url: str) -> WebClient:
    """A client that never repeats a call by itself: it cannot know whether the first one arrived."""
    base = api_url if api_url.endswith("/") else f"{api_url}/"
    return WebClient(token=token, base_url=base, timeout=TIMEOUT, retry_handlers=[])


class Pace:
    """One message a second in a place, by a clock that nobody sets: for the worker that lives through a change of the
    wall clock. Between workers the store keeps the pace."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._told: dict[tuple[str, str], float] = {}

    def keep(self, team: str, place: str) -> None:
        """Wait until this place may be told again."""
        second = store.telling.outbox.PACE.total_seconds()
        if (wait := self._told.get((team, place), float("-inf")) + second - self._clock()) > 0:
            self._sleep(wait)

    def told(self, team: str, place: str) -> None:
        """Slack was called for this place just now; when it took the message within the call nobody knows."""
        now, second = self._clock(), store.telling.outbox.PACE.total_seconds()
        if len(self._told) > 10_000:
            self._told = {place: told for place, told in self._told.items() if told > now - second}
        self._told[(team, place)] = now


def deliver(
    sessions: sessionmaker[Session],
    client: WebClient,
    clock: Clock,
    worker: str = "",
    discretion: Discretion | None = None,
    pace: Pace | None = None,
) -> Delivered:
    """One turn: so many messages, and none of a workspace after Slack asked to wait or could not be reached."""
    turn, discretion, pace = Delivered(), discretion or Discretion(), pace or Pace()
    worker = worker or uuid4().hex
    for _ in range(AT_ONCE):
        claimed = _next(sessions, clock, worker)
        if claimed is None:
            break
        pace.keep(claimed.message.team, claimed.message.place)
        reply = _send(client, claimed, sessions, discretion)
        pace.told(claimed.message.team, claimed.message.place)
        turn = _written_down(sessions, claimed, reply, turn, clock)
    return turn


def _next(sessions: sessionmaker[Session], clock: Clock, worker: str) -> Claimed | None:
    with sessions() as session:
        if not store.telling.outbox.anything_due(session, clock()):
            return None
    with writing(sessions) as session:
        return store.telling.outbox.claim(session, clock(), worker)


def _send(client: WebClient, claimed: Claimed, sessions: sessionmaker[Session], discretion: Discretion) -> Reply:
    """Nothing leaves that its place may not know of, nor while Slack does not say who reads there."""
    again = claimed.begun_before is not None
    try:
        told = discretion.of(claimed.message, sessions, client)
        if told is None:
            return Reply(error="confidential")
        drawn = render(_said_again(told.answer) if again else told.answer)
    except SlackApiError as error:
        return replace(refusal(error), doubtful=False, passing=True)
    except (SlackClientError, OSError) as error:
        return replace(failure(error), doubtful=False, passing=True)
    except Unreachable:
        raise
    except Exception as error:  # a message that cannot be drawn must not stop the others
        log.exception("delivery: message %d cannot be drawn", claimed.id)
        return Reply(error=f"an error of the bot ({type(error).__name__})")
    return _call(client.chat_postMessage, **_arguments(told, drawn))


def _arguments(message: Outgoing, drawn: Message) -> dict[str, Any]:
    return {
        "channel": message.place,
        "thread_ts": message.thread or None,
        "text": drawn.text,
        "blocks": drawn.blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _said_again(answer: Answer) -> Answer:
    words = "This may be a repeat: Slack did not say whether the message arrived the first time."
    return replace(answer, fine=(text(words), *answer.fine))


def _call(method: Callable[..., SlackResponse], **arguments: Any) -> Reply:
    """Slack's reply; a doubtful one where the connection failed or Slack did."""
    try:
        response = method(**arguments)
    except SlackApiError as error:
        return refusal(error)
    except (SlackClientError, OSError) as error:  # URLError and timeouts are OSErrors
        return failure(error)
    return Reply(body=response.data if isinstance(response.data, dict) else {})


def _written_down(
    sessions: sessionmaker[Session], claimed: Claimed, reply: Reply, turn: Delivered, clock: Clock
) -> Delivered:
    """Tried until the store can be written: to forget what Slack said would be to tell it twice."""
    seconds = WRITING_DOWN.total_seconds()
    return writing_patiently(sessions, lambda session: _settle(session, claimed, reply, turn, clock()), seconds)


def _settle(session: Session, claimed: Claimed, reply: Reply, turn: Delivered, now: datetime) -> Delivered:
    """Write down what became of a message. Logged by its number: its words may name a party."""
    message, unsure = claimed.message, claimed.begun_before is not None or reply.doubtful
    if not reply.error:
        store.telling.outbox.sent(session, claimed, str((reply.body or {}).get("ts", "")), now)
        store.telling.pauses.resume(session, message.team, message.place, now)
        return replace(turn, sent=turn.sent + 1, repeated=turn.repeated + (claimed.begun_before is not None))
    if reply.error in NO_PLACE:
        pause_place(session, message.team, message.place, reply.error, now)
        wait = probe_after(session, message.team, message.place, now)
        store.telling.outbox.put_off(session, claimed, now, wait, reply.error, counted=False, unsure=unsure)
    elif reply.retry_after:
        wait = min(timedelta(seconds=reply.retry_after), LONGEST_WAIT)
        store.telling.outbox.put_off(session, claimed, now, wait, reply.error, counted=False, unsure=unsure)
        store.telling.outbox.hold(session, message.team, reply.error, now, wait)
    elif reply.error in NO_INSTALLATION or not reply.reached:
        why = f"{reply.error}: {reply.needed}" if reply.needed else reply.error
        wait = _next_of(AWAY, store.telling.outbox.tries(session, message.team))
        store.telling.outbox.put_off(session, claimed, now, timedelta(0), why, counted=False, unsure=unsure)
        store.telling.outbox.hold(session, message.team, why, now, wait)
        log.warning("delivery: nothing of workspace %s for %d s: %s", message.team, wait.total_seconds(), why)
    elif (reply.doubtful or reply.passing) and not _alone(session, claimed):
        store.telling.outbox.put_off(
            session, claimed, now, _next_of(BACKOFF, claimed.attempts), reply.error, unsure=unsure
        )
        store.telling.outbox.hold(session, message.team, reply.error, now, AWAY[0])
        log.info("delivery: message %d is put off: %s", claimed.id, reply.error)
    else:
        store.telling.outbox.failed(session, claimed, reply.error, now, unsure=unsure)
        log.warning("delivery: message %d (%s) is given up: %s", claimed.id, message.kind, reply.error)
        return replace(turn, failed=turn.failed + 1)
    return replace(turn, put_off=turn.put_off + 1)


def _alone(session: Session, claimed: Claimed) -> bool:
    """Whether a message is tried so often in vain while others arrive that the fault is its own."""
    since = claimed.begun_before
    return (
        claimed.attempts >= TRIES
        and since is not None
        and store.telling.outbox.sent_since(session, claimed.message.team, since)
    )


def _next_of(waits: tuple[timedelta, ...], tries: int) -> timedelta:
    return waits[min(tries, len(waits) - 1)]
