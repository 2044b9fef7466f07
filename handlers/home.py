"""What stands on a person's desk (App Home), gathered from the store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import store.asking.questions
import store.options
import store.telling.subscriptions
import store.telling.watches
from bot.blocks.home import Digest, HomePage, Option, Watched
from bot.sanctions.relief.lifecycle import Editors, Move, moves
from handlers.ask import words
from handlers.ask.option_lines import standing
from handlers.ask.relief.dates import away, found_between
from handlers.ask.relief.dates import said as end_in_words
from handlers.ask.watching import digest, watches
from handlers.desk import Asker, Desk
from handlers.permissions import may_edit
from store.telling.subscriptions import Subscription

SOON = timedelta(days=90)
RECENT = 10


def home_page(desk: Desk, asker: Asker, editors: Editors) -> HomePage:
    """What this person may see of the options, and what is theirs."""
    snapshot = desk.seen_by(asker).snapshot()
    edits = may_edit(asker, editors)
    with desk.sessions() as session:
        kept = store.telling.watches.watches_of(session, asker.team, asker.place)
        recent = store.asking.questions.recent_of(session, asker.team, asker.user, RECENT)
        daily = store.telling.subscriptions.subscription_of(session, asker.team, asker.place)
        options = [
            Option(
                key=one.key,
                title=one.title,
                standing=standing(one),
                waits=edits and Move.APPROVE in moves(store.options.versions(session, one.key), asker.user),
            )
            for one in snapshot.options
        ]
    today = desk.now().date()
    ends = [one for one in found_between(snapshot, today, today + SOON) if one.kind == "license"]
    return HomePage(
        editions=words.edition_notes(desk, snapshot),
        watches=[Watched(watches.called(one.what, snapshot), one.what) for one in watches.seen(kept, snapshot)],
        recent=list(dict.fromkeys(one.text for one in recent)),
        drafts=edits,
        options=options,
        endings=[f"{words.day(one.day)}, {away(one.day, today)}: {end_in_words(one, snapshot)}" for one in ends],
        digest=digest_of(daily, desk.now()) if daily else None,
    )


def digest_of(daily: Subscription, now: datetime) -> Digest:
    coming = next_digest(daily, now)
    return Digest(digest.when(daily), int(coming.timestamp()), f"{words.day(coming.date())} at {coming:%H:%M %Z}")


def next_digest(daily: Subscription, now: datetime) -> datetime:
    """When the next one is due, in its own zone: today where its hour is to come, on one of its days, after a pause."""
    local = now.astimezone(ZoneInfo(daily.zone))
    hour, minute = map(int, daily.hour.split(":"))
    coming = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if daily.paused_until > coming.date().isoformat():
        coming = datetime.combine(date.fromisoformat(daily.paused_until), coming.time(), coming.tzinfo)
    while (
        coming <= local
        or daily.told_day == coming.date().isoformat()
        or (daily.days and coming.weekday() not in daily.days)
    ):
        coming += timedelta(days=1)
    return coming
