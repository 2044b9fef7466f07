"""The digest: what the last day brought, on request; and when a place gets its daily one."""

from __future__ import annotations

from calendar import day_name
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import store.telling.subscriptions
from bot.answers.document import Answer, Card, Tone, bold, person, text
from bot.questions.ask import Ask, DigestWish
from handlers.ask import changes, sources, words
from handlers.ask.watching import ending
from handlers.desk import Asker, Desk
from store.database import writing
from store.telling.subscriptions import Subscription

WEEKDAYS = (0, 1, 2, 3, 4)


def answer(question: Ask, desk: Desk, asker: Asker) -> Answer:
    """A digest now; or, where the words say when, until when not, or "stop", the digest that comes to this place."""
    if question.digest is not None:
        return Answer(kind=question.kind, cards=(_arranged(question.digest, desk, asker),))
    return now(question, desk)


def now(question: Ask, desk: Desk) -> Answer:
    """Changes of the period asked for, or of the last day; then the lists with their age."""
    period = question.period or changes.last_days(desk, 1)
    changed = changes.answer(replace(question, period=period), desk)
    stand = sources.answer(question, desk)
    return replace(changed, cards=(*changed.cards, *stand.cards), fine=stand.fine)


def _arranged(wish: DigestWish, desk: Desk, asker: Asker) -> Card:
    if wish.trouble:
        return _unchanged("the digest stays as it was.", wish.trouble)
    if wish.asked:
        return _as_it_comes(desk, asker)
    if not asker.team:
        read = "" if wish.stop else f"What I read: {wished(wish, desk)}. "
        return _unchanged("the command line gets no digest.", f"{read}Ask in a channel, or run sanctions-bot digest.")
    if wish.stop:
        return ending.asked(ending.DIGEST, desk, desk.snapshot(), asker)
    with writing(desk.sessions) as session:
        before = store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
        if before and not asker.may_end(before.who):
            return ending.refused("change", before.who, asker)
        if (wish.until or wish.resume) and before is None:
            return _unchanged("no digest comes here.", "“Digest at 9” begins one.")
        if before and wish.until:
            made = store.telling.subscriptions.put_off(session, before, wish.until.isoformat())
        elif before and wish.resume:
            made = store.telling.subscriptions.put_off(session, before, "")
        else:
            made = store.telling.subscriptions.subscribe(
                session,
                asker.team,
                asker.place,
                asker.user,
                desk.now(),
                hour=wish.hour,
                zone=wish.zone or zone_of(desk.now()),
                days=wish.days,
                silent=wish.silent,
            )
        if before and asker.is_among_others:
            told = text(bold(f"The digest now comes here {when(made)}"), ": changed by ", person(asker.user), ".")
            ending.tell_the_channel(session, "digest changed", told, (), asker, desk.now())
    return Card(headline=text(bold(f"The digest comes here {when(made)}.")), lines=(text(STOP_WORDS),))


def _as_it_comes(desk: Desk, asker: Asker) -> Card:
    """When the digest of this place comes, and who set it up."""
    with desk.sessions() as session:
        kept = store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
    if kept is None:
        begins = (
            "“Digest at 9” in a channel begins one" if asker.team else "Ask in a channel, or run sanctions-bot digest"
        )
        return Card(
            headline=text(bold("No digest comes here."), f" {begins}; “digest” shows what the last day brought.")
        )
    by = text("Set up by ", person(kept.who), f" on {words.day(kept.at.date())}. {STOP_WORDS}")
    return Card(headline=text(bold(f"The digest comes here {when(kept)}.")), lines=(by,))


def _unchanged(why: str, instead: str) -> Card:
    return Card(headline=text(bold(f"Nothing was changed: {why}"), f" {instead}"), tone=Tone.WARNING)


def wished(wish: DigestWish, desk: Desk) -> str:
    """What was read of a wish: `on Mondays at 09:00 (UTC)`."""
    if wish.until:
        return f"no digest before {words.day(wish.until)}"
    return "no pause" if wish.resume else f"{days_of(wish.days)} at {wish.hour} ({wish.zone or zone_of(desk.now())})"


def days_of(days: tuple[int, ...]) -> str:
    """`every day`, `every weekday`, `on Mondays`."""
    if days in ((), WEEKDAYS):
        return "every weekday" if days else "every day"
    return f"on {words.listed([f'{day_name[day]}s' for day in sorted(days)])}"


STOP_WORDS = "It covers what came since the one before. To end it, say “stop the digest”."


def when(subscription: Subscription) -> str:
    """`every weekday at 09:00 (Europe/Berlin), but not when nothing is new`."""
    silent = ", but not when nothing is new" if subscription.silent else ""
    until = f", again from {words.day(subscription.paused_until)} on" if subscription.paused_until else ""
    return f"{days_of(subscription.days)} at {subscription.hour} ({subscription.zone}){silent}{until}"


def zone_of(moment: datetime) -> str:
    """The zone of the desk's clock, by its name."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else "UTC"
