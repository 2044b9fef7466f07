"""The digest: what the last day brought, on request; and when a place gets its daily one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import store.subscriptions
from bot.answers import Answer, Card, Tone, bold, text
from bot.questions.question import Question
from handlers.ask import changes, sources
from handlers.desk import Asker, Desk
from store.database import writing
from store.subscriptions import Subscription

HOUR = "09:00"
_STOP = re.compile(r"\b(?:stop|end|cancel|mute|pause|off|no more|unsubscribe)\b")
_DAILY = re.compile(r"\b(?:every|each|weekdays?|quiet|silent|at)\b|\bdigest daily\b")
_TIME = re.compile(r"\b(?:at )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\.)?(?![\w:])")
_WEEKDAYS = re.compile(r"\b(?:week|work|working |business )days?\b|\bmonday to friday\b")
_SILENT = re.compile(r"\b(?:quiet|silent)(?:ly)?\b|\bonly (?:if|when)\b")
_ZONE = re.compile(r"\b[a-z]+/[a-z_+\-/0-9]+|\b(?:utc|gmt)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """When a digest is asked for. `trouble` says what cannot be understood of it."""

    hour: str = HOUR
    zone: str = ""
    weekdays: bool = False
    silent: bool = False
    stop: bool = False
    trouble: str = ""


def answer(question: Question, desk: Desk, asker: Asker) -> Answer:
    """A digest now; or, where the words say when or "stop", the daily digest of this place."""
    wish = wish_in(question.text)
    if wish is not None:
        return Answer(kind=question.kind, cards=(_arranged(wish, desk, asker),))
    return now(question, desk)


def now(question: Question, desk: Desk) -> Answer:
    """Changes of the period asked for, or of the last day; then the lists with their age."""
    period = question.period or changes.last_days(desk, 1)
    changed = changes.answer(replace(question, period=period), desk)
    stand = sources.answer(question, desk)
    return replace(changed, cards=(*changed.cards, *stand.cards), fine=stand.fine)


def wish_in(words: str) -> Wish | None:
    """`digest daily at 08:30 Europe/Berlin` as a wish; None where a digest is asked for now."""
    low = " ".join(words.lower().split())
    if _STOP.search(low):
        return Wish(stop=True)
    if not _DAILY.search(low):
        return None
    named = _ZONE.search(words)
    zone = _known_zone(named.group()) if named else ""
    if named and not zone:
        return Wish(trouble=f"There is no time zone {named.group()}: write it as Europe/Berlin.")
    found = _TIME.search(low.replace(named.group().lower(), " ") if named else low)
    hour = _hour(found) if found else HOUR
    if not hour:
        return Wish(trouble="That is no hour of the day: write it as 08:30 or 9 am.")
    return Wish(hour, zone, bool(_WEEKDAYS.search(low)), bool(_SILENT.search(low)))


def _known_zone(name: str) -> str:
    known = {zone.lower(): zone for zone in available_timezones()}
    return known.get(name.lower(), "")


def _hour(found: re.Match[str]) -> str:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _arranged(wish: Wish, desk: Desk, asker: Asker) -> Card:
    if wish.trouble:
        return Card(headline=text(bold(f"The digest stays as it was. {wish.trouble}")), tone=Tone.WARNING)
    if not asker.team:
        said = "The command line gets no daily digest: ask for it in a channel, or run sanctions-bot digest."
        return Card(headline=text(bold(said)), tone=Tone.WARNING)
    with writing(desk.sessions) as session:
        if wish.stop:
            ended = store.subscriptions.unsubscribe(session, asker.team, asker.place)
            said = "The daily digest here is stopped." if ended else "There was no daily digest here."
            return Card(headline=text(bold(said)))
        made = store.subscriptions.subscribe(
            session,
            asker.team,
            asker.place,
            asker.user,
            desk.now(),
            hour=wish.hour,
            zone=wish.zone or zone_of(desk.now()),
            weekdays=wish.weekdays,
            silent=wish.silent,
        )
    return Card(headline=text(bold(f"The digest comes here {when(made)}.")), lines=(text(STOP_WORDS),))


STOP_WORDS = "It covers what came since the one before. To end it, say “stop the digest”."


def when(subscription: Subscription) -> str:
    """`every weekday at 09:00 (Europe/Berlin), but not when nothing is new`."""
    days = "every weekday" if subscription.weekdays else "every day"
    silent = ", but not when nothing is new" if subscription.silent else ""
    return f"{days} at {subscription.hour} ({subscription.zone}){silent}"


def zone_of(moment: datetime) -> str:
    """The zone of the desk's clock, by its name."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else "UTC"
