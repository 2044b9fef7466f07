"""Whoever set up a watch or a digest in a channel and has left: the channel takes it over, and is told."""

from __future__ import annotations

import logging
from datetime import datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.orm import Session, sessionmaker

import store.owners
import store.telling.outbox
from bot.answers.document import Answer, Card, bold, person, text
from bot.slack_people import Acquaintance
from jobs.refusals import refusal
from store.database import writing
from store.telling.outbox import Outgoing

log = logging.getLogger(__name__)

KIND = "handed over"


def hand_over(sessions: sessionmaker[Session], client: WebClient, now: datetime, people: Acquaintance) -> int:
    """One turn: how many places were handed over. While Slack does not say who somebody is nothing is changed."""
    with sessions() as session:
        owners = store.owners.owners(session)
    return sum(_handed_over(sessions, team, who, now) for team, who in owners if _has_left(who, client, people))


def _has_left(who: str, client: WebClient, people: Acquaintance) -> bool:
    try:
        return not people.learn_person(who, client).known
    except SlackApiError as error:
        return refusal(error).error in ("user_not_found", "users_not_found")
    except (SlackClientError, OSError):
        return False


def _handed_over(sessions: sessionmaker[Session], team: str, who: str, now: datetime) -> int:
    with writing(sessions) as session:
        places = store.owners.hand_over(session, team, who)
        told = [Outgoing(f"left {team} {place} {who}", team, place, KIND, _left(who)) for place in places]
        store.telling.outbox.queue(session, told, now)
    if places:
        log.info("owners: what somebody who left had set up is handed over in %d places", len(places))
    return len(places)


def _left(who: str) -> Answer:
    headline = text(person(who), bold(" has left. What they set up to be watched here, and the digest, go on."))
    line = text("Anybody of this workspace who is no guest can change or end it: “watches” shows what is watched.")
    return Answer(kind=KIND, cards=(Card(headline=headline, lines=(line,)),))
