"""One listing whole, in a modal: names, numbers, addresses, programs, what the publisher remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.answers.document import EditionNote
from bot.answers.standing_words import SHORT
from bot.blocks import kit
from bot.blocks.kit import Block, Element
from bot.sanctions.effect import effect_in_words
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import Address, Identifier, Name, NameKind
from bot.sanctions.standing import Standing

View = dict[str, Any]
CALLBACK = "details"
ITEMS = 40  # of one kind; what is more is counted
VALUE = 1_000

KINDS = {NameKind.PRIMARY: "", NameKind.ALSO: "a.k.a.", NameKind.FORMERLY: "f.k.a.", NameKind.NOW: "n.k.a."}
LABELS = {
    "imo": "IMO number",
    "imo_company": "IMO company number",
    "mmsi": "MMSI",
    "call_sign": "Call sign",
    "passport": "Passport",
    "national_id": "National id",
    "tax_id": "Tax id",
    "registration": "Registration number",
    "bic": "BIC (SWIFT)",
    "lei": "LEI",
    "wallet": "Wallet",
    "isin": "ISIN",
    "ticker": "Ticker",
    "aircraft": "Aircraft number",
    "website": "Website",
    "email": "Email",
    "phone": "Phone",
}


def loading() -> View:
    """Opened at once, while the trigger still lives; `details`, or a whole answer, takes its place."""
    return _view([kit.rich(kit.section(kit.run("One moment…")))])


def failed(sentence: str) -> View:
    """Takes the place of `loading` when there is nothing to show."""
    return _view([kit.rich(kit.section(kit.run(sentence)))])


def with_blocks(blocks: list[Block], title: str = "Listing") -> View:
    """The same window around blocks that others made."""
    return _view(blocks, title)


def details(party: Party, standing: Standing, editions: Iterable[EditionNote], programs: Mapping[str, str]) -> View:
    """How a party stands, and everything published about it. `editions` give the lists' titles and dates;
    `programs` titles by tag."""
    notes = {note.list: note for note in editions}
    blocks: list[Block] = [kit.header(party.name)]
    blocks.append(kit.rich(kit.section(kit.run(f"Listed: {SHORT[standing]}", bold=True))))
    for at, listing in enumerate(party.listings):
        blocks += [kit.divider()] if at else []
        blocks += _listing(listing, notes.get(listing.list), programs)
    room = kit.VIEW_BLOCKS - 1
    if len(blocks) > room:
        blocks = [*blocks[:room], kit.rich(kit.section(kit.run("… and more than fits in one window.")))]
    return _view(blocks)


def _view(blocks: list[Block], title: str = "Listing") -> View:
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": kit.words(title, kit.VIEW_TITLE),
        "close": kit.words("Close", kit.VIEW_TITLE),
        "blocks": blocks,
    }


def _listing(listing: Listing, edition: EditionNote | None, programs: Mapping[str, str]) -> list[Block]:
    title = edition.title if edition else listing.list
    top = kit.section(kit.run(f"{title}: {effect_in_words(listing)}", bold=True))
    parts = [
        _group("Names", [_name(name) for name in listing.names]),
        _group("Programs", [_program(tag, programs) for tag in listing.programs]),
        _group("Directives", [f"Directive {d.number} under {d.order}" for d in listing.directives]),
        _group("Numbers and codes", [_identifier(one) for one in listing.identifiers]),
        _group("Born", [*(born.text for born in listing.birth_dates), *listing.birth_places]),
        _group("Nationality", [*listing.nationalities, *listing.citizenships]),
        _group("Titles", listing.titles),
        _group("Ship or aircraft", _craft(listing)),
        _group("Addresses", [_address(one) for one in listing.addresses]),
        _group("Linked to", [relation.target for relation in listing.relations]),
        _group("Secondary sanctions", listing.secondary_sanctions),
        _group("Remarks, as published", [listing.remarks] if listing.remarks else []),
    ]
    return [kit.rich(top), *(block for block in parts if block), _source(listing, edition.published if edition else "")]


def _group(title: str, values: Iterable[str]) -> Block | None:
    found = [kit.cut(kit.tidy(value), VALUE) for value in dict.fromkeys(values) if value.strip()]
    if not found:
        return None
    items: list[Element] = [kit.section(kit.run(value)) for value in found[:ITEMS]]
    if len(found) > ITEMS:
        items.append(kit.section(kit.run(f"… and {len(found) - ITEMS} more", italic=True)))
    return kit.rich(kit.section(kit.run(title, bold=True)), kit.bullets(*items))


def _name(name: Name) -> str:
    said = ", ".join(word for word in (KINDS[name.kind], "weak alias" if name.weak else "") if word)
    return f"{name.text} ({said})" if said else name.text


def _program(tag: str, titles: Mapping[str, str]) -> str:
    return f"{tag}: {titles[tag]}" if titles.get(tag) else tag


def _identifier(one: Identifier) -> str:
    label = one.label or LABELS.get(one.type, one.type)
    beside = ", ".join(word for word in (one.country, one.note) if word)
    return f"{label} {one.value} ({beside})" if beside else f"{label} {one.value}"


def _address(one: Address) -> str:
    return ", ".join(part for part in (one.street, one.city, one.country, one.note) if part)


def _craft(listing: Listing) -> list[str]:
    craft = listing.craft
    if craft is None:
        return []
    said = {
        "Type": craft.type,
        "Flag": craft.flag,
        "Call sign": craft.call_sign,
        "Tonnage": craft.tonnage,
        "Gross tonnage": craft.gross_tonnage,
        "Owner": craft.owner,
    }
    return [f"{word}: {value}" for word, value in said.items() if value]


def _source(listing: Listing, published: str) -> Block:
    said = f"Entry {listing.entity_id}"
    said += f" · list published {published}" if published else ""
    said += f" · listed on {listing.listed_on}" if listing.listed_on else ""
    elements = [kit.words(said)]
    if kit.web_address(listing.url):
        elements.append(kit.mrkdwn_link("The publisher's page", listing.url))
    return kit.context(*elements)
