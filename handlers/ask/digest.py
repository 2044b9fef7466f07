"""The digest: what the last day brought, on request; and when a place gets its daily one."""

from __future__ import annotations

from calendar import day_name
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import store.telling.subscriptions
from bot.answers.document import Act, Action, Answer, Card, Tone, bold, person, text
from bot.questions.ask import Ask, DigestWish
from handlers.ask import changes, ending, sources, words
from handlers.desk import Asker, Desk
from store.database import writing
from store.telling.subscriptions import Subscription

WEEKDAYS = (0, 1, 2, 3, 4)


def answer(question: Ask, desk: Desk, asker: Asker) -> Answer:
    """A digest now; or, where the words say when or "stop", the daily digest of this place."""
    wish = question.digest
    if wish is not None and (wish.stop or question.period is None):
        return Answer(kind=question.kind, cards=(_arranged(wish, desk, asker),))
    return now(question, desk)


def now(question: Ask, desk: Desk) -> Answer:
    """Changes of the period asked for, or of the last day; then the lists with their age."""
    period = question.period or changes.last_days(desk, 1)
    changed = changes.answer(replace(question, period=period), desk)
    stand = sources.answer(question, desk)
    return replace(changed, cards=(*changed.cards, *stand.cards), fine=stand.fine)


def _arranged(wish: DigestWish, desk: Desk, asker: Asker) -> Card:
    if wish.trouble:
        return Card(
            headline=text(bold(f"Nothing was changed: the digest stays as it was. {wish.trouble}")), tone=Tone.WARNING
        )
    if not asker.team:
        said = "Nothing was changed: the command line gets no digest."
        asked = (
            "" if wish.stop else f" What I read: {days_of(wish)} at {wish.hour} ({wish.zone or zone_of(desk.now())})."
        )
        return Card(
            headline=text(bold(said), f"{asked} Ask in a channel, or run sanctions-bot digest."), tone=Tone.WARNING
        )
    if not wish.stop and wish.days not in ((), WEEKDAYS):
        said = f"Nothing was changed: a digest comes every day or every weekday, not {days_of(wish)}."
        instead = f"digest every weekday at {wish.hour}"
        return Card(
            headline=text(bold(said), f" What can be done: {words.quoted(instead)}."),
            tone=Tone.WARNING,
            actions=(Action(Act.ASK, "Every weekday", instead),),
        )
    if wish.stop:
        return ending.asked(ending.DIGEST, desk, desk.snapshot(), asker)
    with writing(desk.sessions) as session:
        before = store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
        if before and not asker.may_end(before.who):
            return ending.refused("change", before.who, asker)
        made = store.telling.subscriptions.subscribe(
            session,
            asker.team,
            asker.place,
            asker.user,
            desk.now(),
            hour=wish.hour,
            zone=wish.zone or zone_of(desk.now()),
            weekdays=wish.days == WEEKDAYS,
            silent=wish.silent,
        )
        if before and asker.is_among_others:
            told = text(bold(f"The digest now comes here {when(made)}"), ": changed by ", person(asker.user), ".")
            ending.tell_the_channel(session, "digest changed", told, (), asker, desk.now())
    return Card(headline=text(bold(f"The digest comes here {when(made)}.")), lines=(text(STOP_WORDS),))


def days_of(wish: DigestWish) -> str:
    """`every weekday`, `on Mondays`."""
    if wish.days in ((), WEEKDAYS):
        return "every weekday" if wish.days else "every day"
    return f"on {words.listed([f'{day_name[day]}s' for day in wish.days])}"


STOP_WORDS = "It covers what came since the one before. To end it, say “stop the digest”."


def when(subscription: Subscription) -> str:
    """`every weekday at 09:00 (Europe/Berlin), but not when nothing is new`."""
    days = "every weekday" if subscription.weekdays else "every day"
    silent = ", but not when nothing is new" if subscription.silent else ""
    return f"{days} at {subscription.hour} ({subscription.zone}){silent}"


def zone_of(moment: datetime) -> str:
    """The zone of the desk's clock, by its name."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else "UTC"
