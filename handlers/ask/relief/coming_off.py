"""What if a party came off the lists, or those linked to it: evaluated like an option, said to be nobody's draft."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.document import Card, Tone, bold, text
from bot.sanctions.register import publisher_of
from bot.sanctions.relief.hypothesis import if_off
from bot.sanctions.relief.impact import evaluate
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import words
from handlers.ask.possible import candidate_actions, candidate_lines, supposing
from handlers.ask.relief.card import reach_lines
from handlers.ask.relief.coverage import doubt_lines, left_lines, now
from handlers.ask.relief.words import hypothesis_lead
from handlers.ask.screening import ask_back, in_order
from store.snapshot.snapshot import Snapshot


def off_cards(one: Screening, linked: bool, snapshot: Snapshot) -> list[Card]:
    """What would follow if the party came off, or those linked to it; who is meant must be sure."""
    name, hits = words.quoted(one.query.name), in_order(one, snapshot)
    if one.verdict is Verdict.NOT_CHECKED or one.ask_back:
        return [ask_back(one, snapshot)]
    if not hits:
        says = f"{name} was not found on the lists held here, so nothing follows for it."
        return [Card(headline=text(bold(says)), tone=Tone.NO_MATCH)]
    if len(hits) > 1 and not hits[0].certain:
        says = f"If who came off? {name} may mean several listed parties."
        return [which(says, hits[:5], snapshot)]
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    publishers = dict.fromkeys(filter(None, (publisher_of(listing.list) for listing in party.listings)))
    whom, cards = words.name_of(snapshot, party.entity_id), []
    for jurisdiction in publishers:
        option = if_off(party.entity_id, whom, jurisdiction, linked)
        impact = evaluate(option, snapshot.register)
        said = "" if linked else f" {now(party, snapshot)}"
        follows = reach_lines(option, impact, snapshot) if linked else left_lines(party, option, impact, snapshot)
        lines = (*doubt_lines(hits, party, snapshot), *follows)
        told = Card(headline=text(bold(f"{hypothesis_lead(option)}.{said}")), lines=lines, tone=Tone.DRAFT)
        cards.append(supposing(one, told))
    return cards


def which(says: str, hits: Sequence[Hit], snapshot: Snapshot) -> Card:
    """Who is meant a person must say."""
    return Card(
        headline=text(bold(says)),
        lines=tuple(candidate_lines(hits, snapshot)),
        tone=Tone.POSSIBLE,
        actions=candidate_actions(hits),
    )
