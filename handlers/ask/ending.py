"""Ending what a place watches, or its digest: who may, asked back, told to everybody there, taken back within a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

import store.telling.endings
import store.telling.outbox
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, person, text
from bot.answers.phrases import day
from bot.questions.question import Question
from handlers.ask import watches
from handlers.desk import Asker, Desk
from store.database import writing
from store.snapshot.snapshot import Snapshot
from store.telling.outbox import Outgoing
from store.telling.subscriptions import Subscription
from store.telling.watches import Watch

DIGEST = "digest:daily"
TAKEN_BACK_WITHIN = timedelta(days=1)
KIND = "ended"
TOLD = "Everybody here is told who did it, and can take it back for a day."


def unwatch(question: Question, desk: Desk, asker: Asker) -> Answer:
    """The words "stop watching X"."""
    snapshot = desk.snapshot()
    wanted, cards = watches.targets(question, snapshot)
    cards += [asked(what, desk, snapshot, asker) for what in wanted]
    return Answer(kind=question.kind, cards=tuple(cards) or (watches.ask_what(),))


def asked(what: str, desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """What words that end something come to: asked back where others rely on it, done at once where nobody does."""
    if not asker.is_among_others:
        return ended(what, desk, snapshot, asker, where)
    with desk.sessions() as session:
        kept = _kept(session, what, asker)
    if kept is None:
        return _there_was_none(what, snapshot, where)
    if not asker.may_end(kept.who):
        return refused("end", kept.who, asker)
    return Card(
        headline=text(bold(f"Stop {_doing(what, snapshot)} {where}?")),
        lines=(text("Set up by ", person(kept.who), f" on {day(kept.at.date())}. {TOLD}"),),
        actions=(Action(Act.UNWATCH, _label(what), what, f"Stop {_doing(what, snapshot)}"),),
    )


def ended(what: str, desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """End it, keep it for a day, and tell everybody there."""
    now = desk.now()
    with writing(desk.sessions) as session:
        kept = _kept(session, what, asker)
        if kept is None:
            return _there_was_none(what, snapshot, where)
        if not asker.may_end(kept.who):
            return refused("end", kept.who, asker)
        if isinstance(kept, Watch):
            store.telling.watches.unwatch(session, kept.team, kept.place, kept.what)
        else:
            store.telling.subscriptions.unsubscribe(session, kept.team, kept.place)
        store.telling.endings.keep(session, asker.team, asker.place, what, kept, asker.user, now)
        undo = () if asker.is_operator else (_undo(what, snapshot),)
        if asker.is_among_others:
            told = text(person(asker.user), bold(f" stopped {_doing(what, snapshot)} in this channel."))
            tell_the_channel(session, f"ended {what}", told, undo, asker, now)
    done = "The daily digest is stopped" if what == DIGEST else f"No longer {_doing(what, snapshot)}"
    return Card(headline=text(bold(f"{done} {where}.")), actions=undo)


def taken_back(what: str, desk: Desk, snapshot: Snapshot, asker: Asker) -> Card | None:
    """What was ended here within a day, set up again as it was, by whom it was; None where nothing was."""
    now = desk.now()
    kind: type[Watch] | type[Subscription] = Subscription if what == DIGEST else Watch
    with writing(desk.sessions) as session:
        kept = store.telling.endings.take(session, kind, asker.team, asker.place, what, now - TAKEN_BACK_WITHIN)
        if kept is None:
            return None
        again = isinstance(kept, Watch) and store.telling.watches.restore(session, kept)
        again = again or (isinstance(kept, Subscription) and store.telling.subscriptions.restore(session, kept))
        if again and asker.is_among_others:
            told = text(person(asker.user), bold(f" took it back: {_goes_on(what, snapshot)} in this channel."))
            tell_the_channel(session, f"taken back {what}", told, (), asker, now)
    return Card(headline=text(bold(f"Taken back: {_goes_on(what, snapshot)} as before.")))


def refused(verb: str, who: str, asker: Asker) -> Card:
    """They may not. `verb` is what they wanted to do: "end", "change"."""
    if not asker.known:
        why = text(
            f"Slack does not say just now who you are, and I {verb} nothing for a stranger. Try again in a minute."
        )
    else:
        why = text("Ask ", person(who), ", who set it up, or anybody of this workspace who is no guest.")
    return Card(
        headline=text(bold(f"You may not {verb} this here: nothing was done.")), lines=(why,), tone=Tone.WARNING
    )


def tell_the_channel(
    session: Session, about: str, headline: Text, actions: tuple[Action, ...], asker: Asker, now: datetime
) -> None:
    """Queue, in this transaction, one line for everybody in the place."""
    answer = Answer(kind=KIND, cards=(Card(headline=headline, actions=actions),))
    key = f"{about} {asker.team} {asker.place} {now.isoformat()}"
    store.telling.outbox.queue(session, [Outgoing(key, asker.team, asker.place, KIND, answer)], now)


def _kept(session: Session, what: str, asker: Asker) -> Watch | Subscription | None:
    if what == DIGEST:
        return store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
    return store.telling.watches.watch_of(session, asker.team, asker.place, what)


def _there_was_none(what: str, snapshot: Snapshot, where: str) -> Card:
    if what == DIGEST:
        return Card(headline=text(bold(f"There was no daily digest {where}.")))
    return Card(headline=text(bold(f"Was not watching {watches.called(what, snapshot)} {where}.")))


def _undo(what: str, snapshot: Snapshot) -> Action:
    return Action(Act.WATCH, "Undo", what, f"Take back: {_goes_on(what, snapshot)}")


def _doing(what: str, snapshot: Snapshot) -> str:
    return "the daily digest" if what == DIGEST else f"watching {watches.called(what, snapshot)}"


def _goes_on(what: str, snapshot: Snapshot) -> str:
    return "the daily digest comes" if what == DIGEST else f"{watches.called(what, snapshot)} is watched"


def _label(what: str) -> str:
    return "Stop the digest" if what == DIGEST else "Stop watching"
