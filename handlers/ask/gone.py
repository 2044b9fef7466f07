"""Who is on no list now and was on one, by the editions held."""

from __future__ import annotations

from collections.abc import Sequence

import store.lists.spells
from bot.answers.document import Card, Text, Tone, bold, text
from bot.answers.identity import identified
from bot.sanctions.display import readable
from bot.sanctions.listing import Party
from bot.screening.query import Hit, Query
from bot.screening.screen import Index
from handlers.ask import words
from handlers.desk import Desk
from store.lists.spells import Spell

MOST = 3  # of one name


def gone_hits(asked: Query, desk: Desk, version: str) -> list[tuple[Hit, list[Spell]]]:
    """Parties that were on a list in an edition held here and are on none now, by name."""
    with desk.sessions() as session:
        left = store.lists.spells.listings_gone(session)
        hits = Index.build(left).under(desk.settings.policy).screen(asked, MOST).matches if left else ()
        return [(hit, store.lists.spells.spells_of(session, {hit.entity_id}, version)) for hit in hits]


def of_gone(gone: Sequence[tuple[Hit, list[Spell]]]) -> Card:
    """The past of the party most alike; of the others that they were taken off, too."""
    hit, spells = gone[0]
    party = Party(hit.entity_id, tuple(dict.fromkeys(one.listing for one in spells)))
    others = [text(f"Also of a similar name, and taken off: {readable(h.name, h.schema)}.") for h, _ in gone[1:]]
    sure = "WAS LISTED" if hit.certain else "WAS POSSIBLY LISTED"
    return Card(
        headline=text(bold(f"{sure}, taken off since: {identified(party)}.")),
        lines=(*(text(went(one)) for one in spells if one.gone), *others),
        tone=Tone.LIMITED,
    )


def lines_of_gone(asked: Query, desk: Desk, version: str) -> list[Text]:
    """Beside "no match", where it is asked who is still listed: who of this name was, and left."""
    left = [(hit, [one for one in spells if one.gone]) for hit, spells in gone_hits(asked, desk, version)]
    return [
        text(bold(f"{readable(hit.name, hit.schema)} was listed:"), f" {went(one)}")
        for hit, spells in left
        for one in spells
    ]


def went(spell: Spell) -> str:
    """From when to when a party was on a list, between which editions."""
    assert spell.gone is not None
    last, gone = words.day(spell.last.published), words.day(spell.gone.published)
    start = f"from {words.day(spell.first.published)}" + ("" if spell.before else " or before")
    return f"{words.full_title(spell.first.list)}: on it {start}; taken off between our editions of {last} and {gone}."
