"""The daily digest: what was applied since the last one, what of it is watched, and how the lists stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.lists.editions
import store.lists.landed
import store.telling.outbox
import store.telling.pauses
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Act, Answer, Card, EditionNote, Text, Tone, bold, text
from bot.answers.phrases import count, day, edition_note, listed, stop
from bot.lists.publishers import LISTS, known_list
from bot.lists.starter import STARTER
from bot.sanctions.relief.license import License, ending_soon
from bot.sanctions.relief.tracker import Tracked
from jobs.alerts import KIND as ALERT
from jobs.alerts import now_of, watched_cards
from jobs.changed import Now, list_card, tally
from jobs.come_about import news_of, watched_options
from jobs.hours import due_day, last_day
from store.database import reading, writing
from store.lists.editions import Fetch
from store.lists.landed import Landed
from store.snapshot.snapshots import Snapshots
from store.telling.outbox import Outgoing
from store.telling.subscriptions import Subscription

KIND = "digest"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class News:
    """What a digest is made of: the editions applied since `since`, what is watched in the place and how
    those parties stand, what was said of watched options, and how the lists stand."""

    since: datetime
    landed: Sequence[Landed]
    watched: Sequence[str]
    stand: Now
    options: Sequence[Card]
    come_about: Sequence[Card]  # what of watched options has come about
    ending: Sequence[License]  # licenses that end within two months
    editions: Sequence[EditionNote]
    failures: Sequence[Fetch]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of one place's digest: `status` is queued, silent, queued before, not due, paused, not subscribed."""

    team: str
    place: str
    status: str
    answer: Answer


def digest(sessions: sessionmaker[Session], now: datetime, snapshots: Snapshots | None = None) -> list[Turn]:
    """One turn: queue the digest of every place whose hour has come. Workers that do so together queue it once.
    Without `snapshots` nothing is told of what has come about of options."""
    with sessions() as session:
        known = store.telling.subscriptions.subscriptions(session)
        due = [one for one in known if due_day(one, now) or one.told_at > now]
    return [_told(sessions, one, now, snapshots) for one in due]


def digest_of(
    sessions: sessionmaker[Session], place: str, now: datetime, snapshots: Snapshots | None = None
) -> list[Turn]:
    """One turn for one place: its digest, queued if it is due; else what it told today, or would tell by now.

    A place without a subscription is shown what the last day brought.
    """
    with sessions() as session:
        here = store.telling.subscriptions.subscriptions_at(session, place)
        paused = store.telling.pauses.paused(session)
        if not here:
            return [Turn("", place, "not subscribed", written(_last_day(session, place, now), now))]
    turns = []
    for one in here:
        if (one.team, one.place) in paused:
            turns.append(_shown(sessions, one, now, "paused", snapshots))
        else:
            due = due_day(one, now)
            turns.append(
                _told(sessions, one, now, snapshots) if due else _shown(sessions, one, now, "not due", snapshots)
            )
    return turns


def _told(
    sessions: sessionmaker[Session], subscription: Subscription, now: datetime, snapshots: Snapshots | None
) -> Turn:
    """Write it, and then, if it is still due and nobody told or changed it meanwhile, queue it and remember what it
    covers, in one transaction. What lands while it is written is the next digest's."""
    with writing(sessions) as session:
        current = store.telling.subscriptions.for_telling(session, subscription.team, subscription.place, now)
    due = due_day(current, now) if current else None
    if current is None or due is None:
        return _shown(sessions, current or subscription, now, "not due", snapshots)
    team, place = current.team, current.place
    came = _come_about(sessions, current, snapshots)
    with reading(sessions) as session:
        version = store.lists.editions.index_version(session)
        news = _since(session, current, version, now, came)
    answer = written(news, now, current.zone)
    silent = current.silent and not news.landed and not news.failures and not news.come_about
    with writing(sessions) as session:
        if store.telling.subscriptions.for_telling(session, team, place, now) == current:
            if not silent:
                key = f"digest {team} {place} {current.told_at.isoformat()}"
                store.telling.outbox.queue(session, [Outgoing(key, team, place, KIND, answer)], now)
            store.telling.subscriptions.told(session, current, version, due.isoformat(), now)
            return Turn(team, place, "silent" if silent else "queued", answer)
    return _shown(sessions, current, now, "not due", snapshots)


def _come_about(
    sessions: sessionmaker[Session], subscription: Subscription, snapshots: Snapshots | None
) -> list[Tracked]:
    """What has come about of the options that are watched there."""
    if snapshots is None:
        return []
    with sessions() as session:
        watches = store.telling.watches.watches_of(session, subscription.team, subscription.place)
    return watched_options(sessions, snapshots, watches)


def _shown(
    sessions: sessionmaker[Session],
    subscription: Subscription,
    now: datetime,
    status: str,
    snapshots: Snapshots | None,
) -> Turn:
    team, place = subscription.team, subscription.place
    came = _come_about(sessions, subscription, snapshots)
    with sessions() as session:
        before = store.telling.outbox.of_place(session, team, place, KIND) if status != "paused" else []
        if before and subscription.told_day == last_day(subscription, now).isoformat():
            return Turn(team, place, "queued before", before[-1].message.answer)
        news = _since(session, subscription, store.lists.editions.index_version(session), now, came)
        return Turn(team, place, status, written(news, now, subscription.zone))


def _since(session: Session, subscription: Subscription, version: str, now: datetime, came: Sequence[Tracked]) -> News:
    landed = store.lists.landed.landed_since(session, subscription.told, version)
    return _news(session, landed, subscription.told_at, subscription.team, subscription.place, now, came)


def _last_day(session: Session, place: str, now: datetime) -> News:
    """The last day by the clock of the store; with the clock set back, by the days of publication."""
    since = now - A_DAY
    landed = store.lists.landed.landed_between(session, since, now)
    if not landed:
        landed = store.lists.landed.landed_of_days(session, since.date().isoformat(), now.date().isoformat())
    return _news(session, landed, since, "", place, now)


def _news(
    session: Session,
    landed: Sequence[Landed],
    since: datetime,
    team: str,
    place: str,
    now: datetime,
    came: Sequence[Tracked] = (),
) -> News:
    landed = [one for one in landed if one.edition.list != STARTER]
    in_force = store.lists.editions.current_editions(session)
    fetches = (store.lists.editions.fetch_of(session, key) for key in LISTS)
    watched = [watch.what for watch in store.telling.watches.watches_of(session, team, place)]
    licenses = store.briefing.licenses(session)
    return News(
        since=since,
        landed=landed,
        watched=watched,
        stand=now_of(session, [change for one in landed for change in one.changes], watched, now),
        options=_options(session, landed, team, place),
        come_about=news_of(came, [one.edition.list for one in landed], since, licenses),
        ending=ending_soon(licenses, now.date().isoformat()),
        editions=[edition_note(edition, now) for edition in in_force if edition.list != STARTER],
        failures=[fetch for fetch in fetches if fetch and fetch.error],
    )


def _options(session: Session, landed: Sequence[Landed], team: str, place: str) -> list[Card]:
    """What the alerts of these editions said of watched options, in short."""
    editions = {(one.edition.list, one.edition.edition) for one in landed}
    alerts = store.telling.outbox.of_place(session, team, place, ALERT) if editions else []
    told = [one.message.answer for one in alerts]
    found = [answer for answer in told if any((n.list, n.edition) in editions for n in answer.editions)]
    cards = [card for answer in found for card in answer.cards if card.options]
    stops = [tuple(action for action in card.actions if action.act is Act.UNWATCH) for card in cards]
    return [
        Card(headline=card.headline, tone=Tone.DRAFT, actions=stop, options=card.options)
        for card, stop in zip(cards, stops, strict=True)
    ]


def written(news: News, now: datetime, zone: str = "") -> Answer:
    """The digest in words: what changed first, then what of it is watched, then what is wrong with the lists."""
    changed = [one for one in news.landed if one.changes]
    since = _clock(news.since, zone, now)
    cards = [
        Card(headline=text(bold(_headline(news, changed, since))), lines=() if news.landed else tuple(_standing(news))),
        *(list_card(one) for one in changed),
        *_watched(news, changed),
        *_ending(news),
    ]
    if news.landed and (lines := tuple(_standing(news))):
        cards.append(Card(headline=text(bold("About the lists:")), lines=lines, tone=Tone.WARNING))
    return Answer(
        kind=KIND,
        cards=tuple(cards),
        editions=tuple(news.editions),
        fine=(text(f"In force: {_dated(news.editions)}."),) if news.editions else (text("No list is loaded."),),
        facts={
            "since": news.since.isoformat(),
            "until": now.isoformat(),
            "changed": [_counted(one) for one in news.landed],
            "stale": [note.list for note in news.editions if note.stale],
            "failed": {fetch.list: fetch.error for fetch in news.failures},
        },
    )


def _headline(news: News, changed: Sequence[Landed], since: str) -> str:
    if not news.landed:
        return f"Nothing new since {since}."
    first = [one for one in news.landed if one.previous is None]
    said = [f"{known_list(one.edition.list).short} {tally(one.changes)}" for one in changed]
    said += [f"{known_list(one.edition.list).short} loaded for the first time ({_entries(one)})" for one in first]
    return f"Digest since {since}: {'; '.join(said) or 'a new edition, but no entry changed'}."


def _entries(landed: Landed) -> str:
    return f"{count(landed.edition.entries, 'entry', 'entries')} of {day(landed.edition.published)}"


def _watched(news: News, changed: Sequence[Landed]) -> list[Card]:
    """What is watched here, but for whole lists: those are said above."""
    watched = [what for what in news.watched if not what.startswith("list:")]
    cards = [card for one in changed for card in watched_cards(watched, one, {}, news.stand)]
    return [*cards, *news.options, *news.come_about]


def _ending(news: News) -> list[Card]:
    """The licenses that end within two months, in one line."""
    if not news.ending:
        return []
    said = [f"{one.key} on {day(one.ends)}" for one in news.ending]
    return [
        Card(headline=text(bold("Licenses that end within 60 days, as far as they were seen: "), stop(listed(said))))
    ]


def _standing(news: News) -> list[Text]:
    """What is wrong with the lists: stale ones, and those whose refresh fails."""
    stale = [
        f"{note.title}, {day(note.published)} ({count(note.age_days, 'day')} old)"
        for note in news.editions
        if note.stale
    ]
    lines = [text(bold("Stale: "), stop("; ".join(stale)))] if stale else []
    for fetch in news.failures:
        title = known_list(fetch.list).title
        lines.append(text(bold("Refresh failed: "), stop(f"{title}, {day(fetch.at.date())}: {fetch.error}")))
    return lines


def _dated(notes: Sequence[EditionNote]) -> str:
    return listed([f"{note.title} {day(note.published)}{' (stale)' if note.stale else ''}" for note in notes])


def _clock(moment: datetime, zone: str, now: datetime) -> str:
    local = moment.astimezone(ZoneInfo(zone)) if zone else moment.astimezone(now.tzinfo)
    return f"{day(local.date())}, {local:%H:%M}"


def _counted(landed: Landed) -> dict[str, object]:
    edition = landed.edition
    counts = dict(Counter(change.kind.value for change in landed.changes))
    return {"list": edition.list, "edition": edition.edition, "published": edition.published, "counts": counts}
