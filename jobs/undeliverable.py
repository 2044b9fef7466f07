"""A place that takes no messages: what there is to tell waits for it, and whoever set it up is told, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

import store.telling.outbox
import store.telling.pauses
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Answer, Card, Tone, bold, text
from store.telling.outbox import Outgoing

KIND = "paused"
OFTEN, SELDOM, A_DAY = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)
WHY = {
    "is_archived": "the channel is archived",
    "channel_not_found": "the channel is gone, or is private and I am not in it",
    "not_in_channel": "I am not in the channel",
}


def pause_place(session: Session, team: str, place: str, reason: str, now: datetime) -> None:
    """Note that a place takes nothing; the first time, tell who watches there or subscribed."""
    if not store.telling.pauses.pause(session, team, place, reason, now):
        return
    digest = store.telling.subscriptions.subscription_of(session, team, place)
    people = {watch.who for watch in store.telling.watches.watches_of(session, team, place)}
    people |= {digest.who} if digest else set()
    told = [
        Outgoing(f"paused {team} {place} {now.isoformat()} {who}", team, who, KIND, paused_answer(place, reason))
        for who in sorted(people - {place, ""})  # one's own conversation cannot be told that it is closed
    ]
    store.telling.outbox.queue(session, told, now)


def probe_after(session: Session, team: str, place: str, now: datetime) -> timedelta:
    """How long until a paused place is tried again, with the first message that waits for it."""
    pause = store.telling.pauses.pause_of(session, team, place)
    return SELDOM if pause and now - pause.since > A_DAY else OFTEN


def paused_answer(place: str, reason: str) -> Answer:
    """Slack's id of the place stands in it: the bot may not know its name."""
    why = WHY.get(reason, f"Slack answers {reason}")
    card = Card(
        headline=text(bold(f"Alerts and digests for channel {place} are paused: {why}.")),
        lines=(
            text("You set up a watch or the digest there. Nothing is lost: what there is to tell waits."),
            text("Once I can write there again it is told, in order. Asking me something there makes it so at once."),
        ),
        tone=Tone.WARNING,
    )
    return Answer(kind=KIND, cards=(card,))
