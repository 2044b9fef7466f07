"""Who is told that a license ends: two months before, two weeks before, and when its day has come. Each is told
once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.lists.listings
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Tone, bold, text
from bot.answers.licenses import TEXT_DECIDES, standing_of, titled
from bot.answers.phrases import count, day
from bot.answers.sources import confidence
from bot.sanctions.name_key import name_key
from bot.sanctions.relief.license import License, by_key, is_open
from store.database import writing
from store.telling.outbox import Outgoing
from store.telling.watches import Watch

KIND = "alert"
STEPS = (60, 14, 0)  # days before the end
LATE = 14  # days after the end within which it is still news


def tell_ends(sessions: sessionmaker[Session], now: datetime) -> int:
    """One turn: queue what is to be told of licenses that end; how many messages that are."""
    today = now.date()
    with sessions() as session:
        licenses = store.briefing.licenses(session)
        due = [one for one in licenses if is_open(one) and one.ends and step_of(one, today) is not None]
        if not due:
            return 0
        watches = store.telling.watches.all_watches(session)
        names = {watch.what: _names_of(session, watch.what) for watch in watches if watch.what.startswith("entity:")}
    alerts = alerts_for(due, by_key(licenses), watches, names, today)
    if not alerts:
        return 0
    with writing(sessions) as session:
        return store.telling.outbox.queue(session, alerts, now)


def step_of(license: License, today: date) -> int | None:
    """The step before its end that a license has come to; None where it is far off or long past."""
    left = (date.fromisoformat(license.ends) - today).days
    if left < -LATE:
        return None
    return min((step for step in STEPS if left <= step), default=None)


def alerts_for(
    due: Sequence[License],
    known: Mapping[str, License],
    watches: Sequence[Watch],
    names: Mapping[str, frozenset[str]],
    today: date,
) -> list[Outgoing]:
    """One message for each license and place that watches it, or a party that it names. `names`: the keys of the
    names of a watched party, by the watch."""
    found = []
    for license in due:
        named = {name_key(name) for name in license.parties}
        places: dict[tuple[str, str], str] = {}
        for watch in watches:
            if watch.what == f"license:{license.key}" or named & names.get(watch.what, frozenset()):
                places.setdefault((watch.team, watch.place), watch.what)
        for (team, place), what in places.items():
            key = f"license {team} {place} {license.key} {license.ends} {step_of(license, today)}"
            found.append(Outgoing(key, team, place, KIND, alert(license, known, what, today)))
    return found


def alert(license: License, known: Mapping[str, License], what: str, today: date) -> Answer:
    left = (date.fromisoformat(license.ends) - today).days
    when = f"ends in {count(left, 'day')}, on {day(license.ends)}" if left > 0 else f"was to end on {day(license.ends)}"
    card = Card(
        headline=text(bold(f"{titled(license)} {when}.")),
        lines=(
            text(f"{standing_of(license, today.isoformat(), known)}. {confidence(license.confidence)}."),
            text(bold("Authorizes: "), license.authorizes),
        ),
        fine=(text(TEXT_DECIDES),),
        tone=Tone.WARNING,
        actions=(
            Action(Act.ASK, license.key[:60], f"what does {license.key} say?", f"What {license.key} says"),
            Action(Act.UNWATCH, "Stop watching", what, f"Stop watching {what.partition(':')[2]}"),
        ),
    )
    return Answer(kind=KIND, cards=(card,))


def _names_of(session: Session, what: str) -> frozenset[str]:
    """The keys of all strong names under which a watched party is listed."""
    listings = store.lists.listings.listings_of(session, what.partition(":")[2])
    return frozenset(name_key(name.text) for listing in listings for name in listing.strong_names)
