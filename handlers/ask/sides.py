"""What comes first where one side of a listing is asked about: why, under which program, or with what risk for others
than US persons."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.document import Card, Text, bold, text
from bot.questions.ask import Ask, Aspect
from bot.sanctions.listing import Party
from bot.screening.query import Hit
from handlers.ask import words
from handlers.ask.elsewhere import elsewhere
from handlers.ask.listed import RISK, risk_fields
from store.snapshot.snapshot import Snapshot

LONGEST = 300  # characters of published reasons; the rest is under Details
NO_REASONS = "The reason is not known here: the lists give programs, not reasons. "
_REASONS = "Statement of reasons: "


def led(card: Card, hits: list[Hit], question: Ask, snapshot: Snapshot) -> Card:
    """A card about these candidates with what was asked about them before all else."""
    parties = [party for hit in hits if (party := snapshot.party(hit.entity_id))]
    first: list[Text] = []
    lead = ""
    if question.why and parties:
        same = [one.party for party in parties for one in elsewhere(party, snapshot) if one.sure]
        first += reasons_of([*parties, *same])
        lead += "" if first else NO_REASONS
    if question.aspect is Aspect.RISK and len(parties) == 1:
        first.append(risk_of(parties[0]))
        card = replace(card, fields=tuple(one for one in card.fields if one[0] != RISK))
    first += [under_program(tag, parties) for tag in question.programs if parties]
    headline = text(bold(lead), *card.headline) if lead else card.headline
    return replace(card, headline=headline, lines=(*first, *card.lines))


def reasons_of(parties: list[Party]) -> list[Text]:
    """The publisher's own words, where its list has them: the UK's does."""
    return [
        text(f"Why, by the {words.full_title(listing.list)}: {words.quoted(_short(note.removeprefix(_REASONS)))}")
        for party in parties
        for listing in party.listings
        for note in listing.notes
        if note.startswith(_REASONS)
    ][:1]


def risk_of(party: Party) -> Text:
    """Whether the entry states it. That it does not is no word on whether there is a risk."""
    for _, risks in risk_fields(party):
        return text(bold(f"{RISK}: "), f"the entry states it ({risks}).")
    return text(bold(f"{RISK}: "), "the entry states none; that alone does not say there is none.")


def under_program(tag: str, parties: list[Party]) -> Text:
    """Whether the entry stands under a program that was named, or which of the candidates do; what it stands under."""
    under = [str(at) for at, party in enumerate(parties, 1) if tag in party.programs]
    if len(parties) > 1:
        which = f"number {words.listed(under)}" if under else "none of those shown"
        return text(bold(f"Under {tag}: "), f"{which}, by our editions.")
    if under:
        return text(bold(f"Under {tag}: "), "yes, by our edition.")
    lists = words.listed([words.short_title(key) for key in parties[0].lists])
    others = words.listed(list(parties[0].programs)) or "no program"
    return text(bold(f"Under {tag}: "), f"no; by our edition ({lists}) it is under {others}.")


def _short(said: str) -> str:
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]}…"
