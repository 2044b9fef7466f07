"""Which or how many of a described set are listed: a count, the first rows, and what of it no list says."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.document import Act, Action, Answer, Card, Tone, bold, text
from bot.questions.question import Filter, Question
from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.screening.words.countries import country_key
from bot.screening.words.normalise import words_of
from handlers.ask import words
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

SHOWN = 20
_BODIES = (Schema.COMPANY, Schema.ORGANIZATION, Schema.LEGAL_ENTITY)
_PLURAL = {
    Schema.VESSEL: "vessels",
    Schema.AIRPLANE: "aircraft",
    Schema.PERSON: "persons",
    Schema.CRYPTO_WALLET: "wallets",
}


def answer(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    wanted = question.filter or Filter()
    found = sorted(matching(question, wanted, snapshot), key=lambda party: party.name)
    notes = words.edition_notes(desk, snapshot, question.lists)
    return Answer(
        kind=question.kind,
        cards=(card(found, wanted, question, snapshot),),
        editions=notes,
        fine=(text(f"Counted in: {words.dated(notes) or 'no list'}. {words.missing_lists(snapshot)}".strip()),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
        facts={"filter": as_json(question, wanted), "count": len(found), "party_ids": [p.entity_id for p in found]},
    )


def matching(question: Question, wanted: Filter, snapshot: Snapshot) -> Iterator[Party]:
    """The parties on the loaded lists that fit all that was read of the description."""
    programs, lists = set(question.programs), set(question.lists)
    country, flag = country_key(wanted.country), country_key(wanted.flag)
    for entity_id, listings in snapshot.register.by_id.items():
        party = Party(entity_id, listings)
        if lists and not lists & set(party.lists):
            continue
        if programs and not (
            programs <= set(party.programs) if wanted.all_programs else programs & set(party.programs)
        ):
            continue
        if wanted.schema and not fits_schema(party, wanted.schema):
            continue
        if country and country not in {country_key(c) for listing in listings for c in listing.countries}:
            continue
        if flag and flag not in flags(party):
            continue
        if wanted.words and not has_word(party, wanted.words):
            continue
        yield party


def fits_schema(party: Party, schema: Schema) -> bool:
    if schema is Schema.CRYPTO_WALLET:
        return any(i.type == "wallet" for listing in party.listings for i in listing.identifiers)
    return party.schema in _BODIES if schema is Schema.LEGAL_ENTITY else party.schema is schema


def flags(party: Party) -> set[str]:
    """The flags of a craft, as the lists give them."""
    return {country_key(listing.craft.flag) for listing in party.listings if listing.craft and listing.craft.flag}


def has_word(party: Party, wanted: tuple[str, ...]) -> bool:
    sought = {word for each in wanted for word in words_of(each)}
    return any(sought & set(words_of(name.text)) for listing in party.listings for name in listing.names)


def card(found: list[Party], wanted: Filter, question: Question, snapshot: Snapshot) -> Card:
    rows = [text(f"• {words.who(party)}: {words.listed(list(party.programs))}") for party in found[:SHOWN]]
    more = [text(f"And {len(found) - SHOWN:,} more.")] if len(found) > SHOWN else []
    said = description(wanted, question)
    return Card(
        headline=text(bold(f"{len(found):,} listed {said}.")),
        lines=(*[text(line) for line in caveats(wanted)], *rows, *more),
        tone=Tone.NEUTRAL,
    )


def description(wanted: Filter, question: Question) -> str:
    """`vessels under RUSSIA-EO14024, flag Panama`."""
    what = _PLURAL.get(wanted.schema, "parties") if wanted.schema and not wanted.words else "parties"
    if wanted.words:
        who = _PLURAL.get(wanted.schema, "parties") if wanted.schema else "parties"
        what = f"{who} with {words.listed([words.quoted(word) for word in wanted.words], 'or')} in a name"
    tail = []
    if question.programs:
        tail.append(f"under {words.listed(list(question.programs), 'and' if wanted.all_programs else 'or')}")
    if wanted.country:
        tail.append(f"of {wanted.country}")
    if wanted.flag:
        tail.append(f"with {wanted.flag} in the entry")
    if question.lists:
        tail.append(f"on the {words.listed([words.full_title(key) for key in question.lists], 'or')}")
    return " ".join([what, *tail])


def caveats(wanted: Filter) -> Iterator[str]:
    """What of the description no list says."""
    if wanted.words and wanted.called:
        said = f"No list says who counts among {wanted.called}: words in names stand in for it"
        yield f"{said}, so some are missed and some are not meant."
    if wanted.flag:
        yield "A flag is that of the listing, as published; vessels change flags."
    if wanted.country:
        yield "The country is that of an address or nationality in the entry."


def as_json(question: Question, wanted: Filter) -> dict[str, object]:
    given = {"schema": wanted.schema, "country": wanted.country, "flag": wanted.flag, "word": " ".join(wanted.words),
             "program": list(question.programs), "list": list(question.lists)}  # fmt: skip
    return {key: value for key, value in given.items() if value}
