"""A place that takes no messages: what is watched there is paused, and whoever set it up is told, once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

import store.outbox
import store.subscriptions
import store.watches
from bot.answers.document import Answer, Card, Tone, bold, text
from store.outbox import Outgoing

KIND = "paused"
WHY = {
    "is_archived": "the channel is archived",
    "channel_not_found": "the channel is gone, or is private and I am not in it",
    "not_in_channel": "I am not in the channel",
}


def give_up_place(session: Session, team: str, place: str, reason: str, now: datetime) -> None:
    """Pause a place, give up what waits for it, and tell who watches there or subscribed."""
    if not store.subscriptions.pause(session, team, place, reason, now):
        return
    store.outbox.drop_waiting(session, team, place, reason)
    digest = store.subscriptions.subscription_of(session, team, place)
    people = {watch.who for watch in store.watches.watches_of(session, team, place)}
    people |= {digest.who} if digest else set()
    told = [
        Outgoing(f"paused {team} {place} {now.isoformat()} {who}", team, who, KIND, paused_answer(place, reason))
        for who in sorted(people - {place, ""})  # one's own conversation cannot be told that it is closed
    ]
    store.outbox.queue(session, told, now)


def give_up_team(session: Session, team: str, reason: str, now: datetime) -> None:
    """The bot is not installed there any more: pause every place. There is nobody left whom it could tell."""
    places = {watch.place for watch in store.watches.all_watches(session) if watch.team == team}
    places |= {digest.place for digest in store.subscriptions.subscriptions(session) if digest.team == team}
    for place in sorted(places):
        store.subscriptions.pause(session, team, place, reason, now)
    store.outbox.drop_waiting(session, team, None, reason)


def paused_answer(place: str, reason: str) -> Answer:
    """Slack's id of the place stands in it: the bot may not know its name."""
    why = WHY.get(reason, f"Slack answers {reason}")
    card = Card(
        headline=text(bold(f"Alerts and digests for channel {place} are paused: {why}.")),
        lines=(
            text("You set up a watch or the digest there. Nothing is lost: the watches are kept, and are silent."),
            text("Invite me to the channel and say “watch …” or “digest at 9” there, and they go on."),
        ),
        tone=Tone.WARNING,
    )
    return Answer(kind=KIND, cards=(card,))
