"""The one path of a question from Slack: once only, cleaned, understood, answered, recorded, sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from slack_sdk import WebClient

import store.events
import store.questions
from bot.answers.document import Act, Action, Answer
from bot.questions.question import Question
from handlers.desk import Asker
from handlers.options.moves import without_editing
from handlers.slack.front import Front
from store.database import writing
from store.plain import plain, reader

SHARE = "Share in channel"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question as it was typed (`slack_text.clean` has undone what Slack made of it). `once` are keys of which none
    may have been seen before; `thread` is where it stands, and `follows` whether it may follow on what was asked there.
    """

    text: str
    asker: Asker
    once: tuple[str, ...] = ()
    thread: str = ""
    follows: bool = False


def ask(incoming: Incoming, send: Callable[[Answer], object], *, front: Front, client: WebClient) -> None:
    """Answer a question, unless it was answered before."""
    if not claimed(front, incoming.once):
        return
    incoming = replace(incoming, asker=front.identify(incoming.asker, client))
    question = front.understand(incoming.text or "help", _before(incoming, front), incoming.asker)
    answer = front.answer(question, incoming.asker)
    _record(incoming, question, answer, front)
    send(answer)


def claimed(front: Front, keys: tuple[str, ...]) -> bool:
    """Whether this is the first time for every key: true for one of all threads, processes and retries."""
    if not keys:
        return True
    now = front.now()
    with writing(front.sessions) as session:
        return all(store.events.first_time(session, key, now) for key in keys)


def for_one(answer: Answer, question: str) -> Answer:
    """As only the asker sees it: it can be shared."""
    kept = tuple(action for action in answer.actions if action.act is not Act.SHARE)
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


def _before(incoming: Incoming, front: Front) -> Question | None:
    """The last question of the thread. Never of a whole channel: another's private question would show through."""
    if not incoming.follows:
        return None
    asker = incoming.asker
    with front.sessions() as session:
        last = store.questions.last_in_thread(session, asker.team, asker.place, incoming.thread)
        if last is None and asker.place == asker.user:  # a thread under an answer, in one's own conversation
            last = store.questions.last_in_thread(session, asker.team, asker.place, "")
    if last is None or not last.question:
        return None
    found: Question = reader(Question)(dict(last.question))
    return found


def _record(incoming: Incoming, question: Question, answer: Answer, front: Front) -> None:
    asked = store.questions.Asked(
        team=incoming.asker.team,
        place=incoming.asker.place,
        who=incoming.asker.user,
        text=question.text or incoming.text,
        kind=question.kind.value,
        verdicts=tuple(screening.verdict.value for screening in answer.screenings),
        editions=front.version(),
        thread_ts=incoming.thread,
        question=plain(question),
        options=answer.shows,
    )
    with front.sessions.begin() as session:
        store.questions.record(session, asked, front.now())
