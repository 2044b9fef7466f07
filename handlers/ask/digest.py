"""The digest: what the last day brought, on request; and when a place gets its daily one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import store.subscriptions
from bot.answers.document import Answer, Card, Tone, bold, person, text
from bot.questions.question import Question
from handlers.ask import changes, ending, sources
from handlers.desk import Asker, Desk
from store.database import writing
from store.subscriptions import Subscription

HOUR = "09:00"
_PLEASE = r"(?:please|kindly|can you|could you|would you|will you|i want to|we want to|i'd like to|let's) "
_OFF = r"stop|end|cancel|mute|pause|disable|quit|(?:turn|switch) off|no more|(?:don't|do not) (?:send|post)"
_THE = r"(?:sending|posting|getting|me|us|the|this|that|my|our|your|any|more|these|those|daily|morning|channel'?s) "
_HERE = r"(?: (?:here|any ?more|please|now|today|off|for (?:me|us|now|good)|(?:to|in|for) (?:this|the|our) channel))*"
# The act of ending needs a verb whose object is the digest: "the end of October" ends nothing.
_STOP = re.compile(
    rf"(?:{_PLEASE})*(?:(?:{_OFF}) (?:{_THE})*|unsubscribe (?:me |us )?(?:from )?(?:{_THE})*)digests?{_HERE}"
    rf"|turn (?:{_THE})*digests? off{_HERE}|(?:{_THE})*digests? (?:off|stop|end|cancel|no more){_HERE}"
)
_DAILY = re.compile(
    r"\b(?:every|each) (?:(?:single|working|business|week) ?)?(?:day|morning|evening|afternoon|night)\b"
    r"|\bweekdays?\b|\b(?:quiet|silent)\b|\bat (?:\d|noon|midnight)|\bdigest daily\b"
)
_A_TIME_PAST = re.compile(r"\b(?:since|between|until|till|before|after|during|from \w+ to|last|past|previous|ago)\b")
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
    if wish is not None and (wish.stop or question.period is None):
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
    low = " ".join(words.lower().replace("\u2019", "'").split())
    if _STOP.fullmatch(low.rstrip(" .!?")):
        return Wish(stop=True)
    if not _DAILY.search(low) or _A_TIME_PAST.search(low):
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
    if wish.stop:
        return ending.asked(ending.DIGEST, desk, desk.snapshot(), asker)
    with writing(desk.sessions) as session:
        before = store.subscriptions.subscription_of(session, asker.team, asker.place)
        if before and not asker.may_end(before.who):
            return ending.refused("change", before.who, asker)
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
        if before and asker.is_among_others:
            told = text(bold(f"The digest now comes here {when(made)}"), ": changed by ", person(asker.user), ".")
            ending.tell_the_channel(session, "digest changed", told, (), asker, desk.now())
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
