"""The first whole edition of a list is in: told where people asked while noted facts stood in for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

import store.asking.questions
from bot.answers.document import Act, Action, Answer, Card, bold, text
from bot.answers.phrases import count, day
from bot.lists.publishers import title_of
from bot.lists.starter import STARTER
from store.lists.editions import current_editions
from store.lists.landed import Landed
from store.telling.outbox import Outgoing

KIND = "arrived"
ASKED_WITHIN = timedelta(days=1)


def messages(session: Session, landed: Landed, now: datetime) -> list[Outgoing]:
    """One to each place where something was asked since yesterday; none where a list was in force before, or where no
    starter set stood in."""
    stood_in = any(edition.list == STARTER for edition in current_editions(session))
    if landed.previous is not None or not stood_in:
        return []
    asked = store.asking.questions.asked_since(session, now - ASKED_WITHIN)
    places = sorted({(one.team, one.place or one.who) for one in asked if one.team and (one.place or one.who)})
    key = f"{KIND} {landed.edition.list} {landed.edition.edition}"
    return [Outgoing(f"{key} {team} {place}", team, place, KIND, told(landed)) for team, place in places]


def told(landed: Landed) -> Answer:
    edition = landed.edition
    entries = count(edition.entries, "entry", "entries")
    says = f"The {title_of(edition.list)} of {day(edition.published)} is in: {entries}."
    card = Card(
        headline=text(bold(says), " What you asked before rested on noted facts alone: ask it again."),
        actions=(Action(Act.ASK, "How fresh are the lists?", "how fresh are your lists?"),),
    )
    return Answer(kind=KIND, cards=(card,))
