"""Nothing confidential is told where it may not be known: looked at last, when a message is about to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

import store.options
from bot.answers.document import Answer
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.slack_people import Acquaintance
from store.telling.outbox import Outgoing


@dataclass(frozen=True)
class Discretion:
    """`confidants` are those of the settings. Slack is asked who a place is only where something is confidential."""

    confidants: Confidants = Confidants()  # noqa: RUF009 (a frozen value)
    acquaintance: Acquaintance = field(default_factory=Acquaintance)

    def of(self, message: Outgoing, sessions: sessionmaker[Session], client: WebClient) -> Outgoing | None:
        """The message without the cards that its place may not know of; None where no card is left.

        Raises what the SDK raises (SlackApiError, SlackClientError, OSError) where Slack does not say who reads there.
        """
        named = set(message.answer.shows)
        if not named:
            return message
        with sessions() as session:
            found = [store.options.option(session, key) for key in sorted(named)]
        secret = [option for option in found if option is not None and option.confidential]
        if not secret:
            return message
        place = self.audience(message.place, client)
        hidden = {option.key for option in secret if not may_see(option, place, self.confidants)}
        answer = without(message.answer, hidden)
        return replace(message, answer=answer) if answer.cards else None

    def audience(self, place: str, client: WebClient) -> Audience:
        """Who reads what is written in a place: everybody in a channel, or the person."""
        if place[:1] in ("C", "G"):
            return Audience(place, known=True, is_shared=self.acquaintance.learn_shared(place, client))
        person = self.acquaintance.learn_person(place, client)
        return Audience(place, place, person.known, person.is_guest, person.is_external)


def without(answer: Answer, hidden: set[str]) -> Answer:
    """The answer without the cards of these options."""
    return replace(answer, cards=tuple(card for card in answer.cards if hidden.isdisjoint(card.options)))
