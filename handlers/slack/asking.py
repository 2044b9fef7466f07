"""The one path of a question from Slack: once only, cleaned, understood, answered, recorded, sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from slack_sdk import WebClient
from sqlalchemy.orm import Session

import store.asking.events
import store.asking.inbox
import store.asking.questions
from bot.answers.document import Act, Action, Answer, text
from bot.blocks import kit
from bot.errors import BadInput
from bot.questions.ask import Ask, Reading
from handlers.desk import Asker
from handlers.options.moves import without_editing
from handlers.slack.front import Front
from store.asking.events import Begun
from store.database import patiently, writing, writing_patiently
from store.plain import dumps, loads, plain, read

log = logging.getLogger("sanctions_bot.slack")

OLD = "This button is from an older version and cannot be used any more. Ask again for a new one."
TOO_LONG = "A question so long cannot be shared by a button: ask it in the channel, by mentioning the bot."
SHARE = "Share in channel"
PATIENCE = 90.0  # seconds: so long a question waits for a store that others hold
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question as it was typed (`slack_text.clean` has undone what Slack made of it). `once` are keys of which none
    may have been seen before; `thread` is where it stands, and `follows` whether it may follow on what was asked there.
    `repeatable`: where it failed its keys are free again, for the same button is pressed once more. `reading`: how it
    was understood before, where it is asked again.
    """

    text: str
    asker: Asker
    once: tuple[str, ...] = ()
    thread: str = ""
    follows: bool = False
    repeatable: bool = False
    reading: Reading | None = None


def ask(incoming: Incoming, send: Callable[[Answer], object], *, front: Front, client: WebClient) -> None:
    """Answer a question, unless it was answered before or somebody is at it.

    Where a process died at it, it is answered again, and the answer says so. Where answering fails its person is told,
    and may ask (or press) again.
    """
    begun = begin(front, incoming.once)
    if begun in (Begun.BUSY, Begun.DONE):
        if begun is Begun.DONE:
            write(front, lambda session: store.asking.inbox.done(session, incoming.once))
        return
    try:
        incoming = replace(incoming, asker=front.identify(incoming.asker, client))
        reading, answer = patiently(lambda: _answered(incoming, front), PATIENCE)
        _record(incoming, reading.last, answer, front)
        send(_said_again(answer) if begun is Begun.AGAIN else answer)
    except Exception:
        how = store.asking.events.release if incoming.repeatable else store.asking.events.end
        write(front, lambda session: over(session, incoming.once, how))
        raise
    write(front, lambda session: over(session, incoming.once, store.asking.events.end))


def _answered(incoming: Incoming, front: Front) -> tuple[Reading, Answer]:
    reading = incoming.reading or front.understand(incoming.text or "help", _before(incoming, front), incoming.asker)
    return reading, replace(front.answer(reading, incoming.asker), again=again_by(reading))


def again_by(reading: Reading) -> str:
    """What a button carries to have the same answered again, as it was understood; "" where that is too much for one:
    then the message says all."""
    value = dumps(reading)
    return value if kit.size(value) <= kit.BUTTON_VALUE else ""


def asked_again(value: str) -> Reading:
    """What such a button carries, read back. BadInput where another version of the bot made it."""
    try:
        reading = loads(Reading, value)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(OLD) from error
    if not reading.asks:
        raise BadInput(OLD)
    return reading


def begin(front: Front, keys: tuple[str, ...]) -> Begun:
    """Begin what these keys name; NEW or AGAIN for one of all threads, processes and retries."""
    return write(front, lambda session: store.asking.events.begin(session, keys, front.now())) if keys else Begun.NEW


def over(session: Session, keys: tuple[str, ...], how: Callable[[Session, tuple[str, ...]], None]) -> None:
    """It is done, or failed and its person was told: `how` says which. Nobody takes it up any more."""
    how(session, keys)
    store.asking.inbox.done(session, keys)


def write(front: Front, do: Callable[[Session], Result]) -> Result:
    """In a transaction, however long others hold the store."""
    return writing_patiently(front.sessions, do, PATIENCE)


def _said_again(answer: Answer) -> Answer:
    log.warning("A question was answered a second time: its first try was cut off")
    words = "I may have answered this before: the first try was cut off."
    return replace(answer, fine=(text(words), *answer.fine))


def claimed(front: Front, keys: tuple[str, ...]) -> bool:
    """Whether this is the first time for every key: true for one of all threads, processes and retries."""
    if not keys:
        return True
    now = front.now()
    with writing(front.sessions) as session:
        return all(store.asking.events.first_time(session, key, now) for key in keys)


def for_one(answer: Answer, question: str) -> Answer:
    """As only the asker sees it: it can be shared, or it says why not."""
    kept = tuple(action for action in answer.actions if action.act is not Act.SHARE)
    if kit.size(question) > kit.BUTTON_VALUE:
        return replace(answer, actions=kept, fine=(*answer.fine, text(TOO_LONG)))
    return replace(answer, actions=(*kept, Action(Act.SHARE, SHARE, question, "Share this answer in the channel")))


def for_all(answer: Answer) -> Answer:
    """As a channel sees it: nothing is left to share."""
    cards = tuple(
        replace(card, actions=tuple(action for action in card.actions if action.act is not Act.SHARE))
        for card in answer.cards
    )
    return replace(answer, cards=cards, actions=tuple(a for a in answer.actions if a.act is not Act.SHARE))


def for_channel(answer: Answer) -> Answer:
    """As everybody in a channel sees it: without what only those who edit options can do."""
    return without_editing(for_all(answer))


def _before(incoming: Incoming, front: Front) -> Ask | None:
    """The last question of the thread. Never of a whole channel: another's private question would show through."""
    if not incoming.follows:
        return None
    asker = incoming.asker
    with front.sessions() as session:
        last = store.asking.questions.last_in_thread(session, asker.team, asker.place, incoming.thread)
        if last is None and asker.place == asker.user:  # a thread under an answer, in one's own conversation
            last = store.asking.questions.last_in_thread(session, asker.team, asker.place, "")
    if last is None or not last.question:
        return None
    found: Ask = read(Ask, dict(last.question))
    return found


def _record(incoming: Incoming, question: Ask, answer: Answer, front: Front) -> None:
    asked = store.asking.questions.Asked(
        team=incoming.asker.team,
        place=incoming.asker.place,
        who=incoming.asker.user,
        text=question.text or incoming.text,
        kind=question.kind.value,
        verdicts=tuple(screening.verdict.value for screening in answer.screenings),
        editions=answer.version,
        thread_ts=incoming.thread,
        question=plain(question),
        options=answer.shows,
    )
    write(front, lambda session: store.asking.questions.record(session, asked, front.now()))
