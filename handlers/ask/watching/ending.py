"""Ending what a place watches, or its digest: who may, asked back, told to everybody there, taken back within a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

import store.telling.endings
import store.telling.outbox
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, person, text
from bot.answers.phrases import count, day
from bot.questions.ask import Ask
from handlers.ask.watching import watches
from handlers.desk import Asker, Desk
from store.database import writing
from store.snapshot.snapshot import Snapshot
from store.telling.outbox import Outgoing
from store.telling.subscriptions import Subscription
from store.telling.watches import Watch

DIGEST = "digest:daily"
EVERYTHING = "all:watches"
NAMED = 10  # things that are named before all are ended
TAKEN_BACK_WITHIN = timedelta(days=1)
KIND = "ended"
NOTHING_NAMED = Card(
    headline=text(
        bold("Nothing was changed: unwatch what?"), " Name it, “unwatch Rosneft”, or say “unwatch everything”."
    )
)
TOLD = "Everybody here is told who did it, and can take it back for a day."


@dataclass(frozen=True, slots=True)
class Together:
    """What was ended at once, to be taken back at once."""

    watches: tuple[Watch, ...] = ()


def unwatch(question: Ask, desk: Desk, asker: Asker) -> Answer:
    """The words "stop watching X", "unwatch everything"."""
    snapshot = desk.snapshot()
    if question.everything and not question.provided:
        return Answer(kind=question.kind, cards=(all_asked(desk, snapshot, asker),))
    wanted, cards = watches.targets(question, snapshot)
    if question.provided:
        cards += [watches.offered(what, Act.UNWATCH, snapshot) for what in wanted]
    else:
        cards += [asked(what, desk, snapshot, asker) for what in wanted]
    return Answer(kind=question.kind, cards=tuple(cards) or (NOTHING_NAMED,))


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
        actions=(Action(Act.UNWATCH, _label(what), what, f"Stop {_doing(what, snapshot)}", style="danger"),),
        options=watches.options_in(what),
    )


def all_asked(desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """Ending all that is watched in a place: asked back where others rely on it."""
    if not asker.is_among_others:
        return all_ended(desk, snapshot, asker, where)
    with desk.sessions() as session:
        kept = _all_kept(session, snapshot, asker)
    if not kept:
        return _nothing_watched(where)
    may = [watch for watch in kept if asker.may_end(watch.who)]
    if not may:
        return refused("end", kept[0].who, asker)
    return Card(
        headline=text(bold(f"Stop watching all {count(len(may), 'thing')} {where}? Nothing was changed yet.")),
        lines=(text(f"{_named(may, snapshot)}. {_others_stay(kept, may)}{TOLD}"),),
        actions=(Action(Act.UNWATCH, "Stop watching all", EVERYTHING, f"Stop watching all {len(may)}"),),
        options=watches.options_in(*(watch.what for watch in may[:NAMED])),
    )


def all_ended(desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """End every watch of a place that the asker may end; keep them together for a day, and tell everybody there."""
    now = desk.now()
    with writing(desk.sessions) as session:
        kept = _all_kept(session, snapshot, asker)
        may = [watch for watch in kept if asker.may_end(watch.who)]
        if not kept:
            return _nothing_watched(where)
        if not may:
            return refused("end", kept[0].who, asker)
        for watch in may:
            store.telling.watches.unwatch(session, watch.team, watch.place, watch.what)
        store.telling.endings.keep(session, asker.team, asker.place, EVERYTHING, Together(tuple(may)), asker.user, now)
        undo = () if asker.is_operator else (_undo(EVERYTHING, snapshot),)
        if asker.is_among_others:
            told = text(person(asker.user), bold(f" stopped watching all {count(len(may), 'thing')} in this channel."))
            tell_the_channel(session, f"ended {EVERYTHING}", told, undo, asker, now)
    done = f"No longer watching {count(len(may), 'thing')} {where}."
    was = f"It was {_named(may, snapshot)}: “watch …” begins one again."
    return Card(
        headline=text(bold(done)),
        lines=tuple(map(text, filter(None, [was, _others_stay(kept, may)]))),
        actions=undo,
        options=watches.options_in(*(watch.what for watch in may[:NAMED])),
    )


def _named(ended: list[Watch], snapshot: Snapshot) -> str:
    more = f" and {len(ended) - NAMED:,} more" if len(ended) > NAMED else ""
    return ", ".join(watches.called(watch.what, snapshot) for watch in ended[:NAMED]) + more


def _all_kept(session: Session, snapshot: Snapshot, asker: Asker) -> list[Watch]:
    return watches.seen(store.telling.watches.watches_of(session, asker.team, asker.place), snapshot)


def _others_stay(kept: list[Watch], may: list[Watch]) -> str:
    left = len(kept) - len(may)
    return f"{count(left, 'watch', 'watches')} that others set up stay: you may not end them. " if left else ""


def _nothing_watched(where: str) -> Card:
    return Card(headline=text(bold(f"Nothing is watched {where}: nothing was changed.")))


def ended(what: str, desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """End it, keep it for a day, and tell everybody there."""
    if what == EVERYTHING:
        return all_ended(desk, snapshot, asker, where)
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
            tell_the_channel(session, f"ended {what}", told, undo, asker, now, watches.options_in(what))
    done = "The daily digest is stopped" if what == DIGEST else f"No longer {_doing(what, snapshot)}"
    return Card(headline=text(bold(f"{done} {where}.")), actions=undo, options=watches.options_in(what))


def taken_back(what: str, desk: Desk, snapshot: Snapshot, asker: Asker) -> Card | None:
    """What was ended here within a day, set up again as it was, by whom it was; None where nothing was."""
    now = desk.now()
    kinds: dict[str, type[Watch | Subscription | Together]] = {DIGEST: Subscription, EVERYTHING: Together}
    kind = kinds.get(what, Watch)
    with writing(desk.sessions) as session:
        kept = store.telling.endings.take(session, kind, asker.team, asker.place, what, now - TAKEN_BACK_WITHIN)
        if kept is None:
            return None
        each = kept.watches if isinstance(kept, Together) else (kept,)
        again = sum(_restored(session, one) for one in each) > 0  # all of them, not only until one was
        if again and asker.is_among_others:
            told = text(person(asker.user), bold(f" took it back: {_goes_on(what, snapshot)} in this channel."))
            tell_the_channel(session, f"taken back {what}", told, (), asker, now, watches.options_in(what))
    says = f"Taken back: {_goes_on(what, snapshot)} as before."
    return Card(headline=text(bold(says)), options=watches.options_in(what))


def _restored(session: Session, kept: Watch | Subscription) -> bool:
    if isinstance(kept, Watch):
        return store.telling.watches.restore(session, kept)
    return store.telling.subscriptions.restore(session, kept)


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
    session: Session,
    about: str,
    headline: Text,
    actions: tuple[Action, ...],
    asker: Asker,
    now: datetime,
    options: tuple[str, ...] = (),
) -> None:
    """Queue, in this transaction, one line for everybody in the place."""
    answer = Answer(kind=KIND, cards=(Card(headline=headline, actions=actions, options=options),))
    key = f"{about} {asker.team} {asker.place} {now.isoformat()}"
    store.telling.outbox.queue(session, [Outgoing(key, asker.team, asker.place, KIND, answer)], now)


def _kept(session: Session, what: str, asker: Asker) -> Watch | Subscription | None:
    if what == DIGEST:
        return store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
    return store.telling.watches.watch_of(session, asker.team, asker.place, what)


def _there_was_none(what: str, snapshot: Snapshot, where: str) -> Card:
    if what == DIGEST:
        return Card(headline=text(bold(f"There was no daily digest {where}.")))
    says = f"Was not watching {watches.called(what, snapshot)} {where}."
    return Card(headline=text(bold(says)), options=watches.options_in(what))


def _undo(what: str, snapshot: Snapshot) -> Action:
    return Action(Act.WATCH, "Undo", what, f"Take back: {_goes_on(what, snapshot)}")


def _doing(what: str, snapshot: Snapshot) -> str:
    return "the daily digest" if what == DIGEST else f"watching {watches.called(what, snapshot)}"


def _goes_on(what: str, snapshot: Snapshot) -> str:
    if what == EVERYTHING:
        return "all that was watched is watched again"
    return "the daily digest comes" if what == DIGEST else f"{watches.called(what, snapshot)} is watched"


def _label(what: str) -> str:
    return "Stop the digest" if what == DIGEST else "Stop watching"
