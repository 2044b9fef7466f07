"""Which or how many of a described set are listed: a count, the first rows, and what of it no list says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

import store.lists.changes
from bot.answers.document import Act, Action, Answer, Card, Table, Tone, bold, text
from bot.answers.standing_words import SHORT
from bot.errors import BadInput
from bot.questions.ask import Ask, Filter, Kind, Period, Subject
from bot.sanctions.changes.comparison import ChangeKind
from bot.sanctions.countries import country_key
from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.screening.words.normalise import words_of
from handlers.ask import words
from handlers.ask.past import held
from handlers.ask.relief.files import Attachment
from handlers.ask.relief.names import cell
from handlers.ask.screening import in_order, screen
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

SHOWN = 20
LONGEST = 1_500  # characters of a set's words that a button can carry
COLUMNS = ("entity id", "name", "type", "standing", "lists", "programs", "countries", "listed on", "editions")
_BODIES = (Schema.COMPANY, Schema.ORGANIZATION, Schema.LEGAL_ENTITY)
_CALLED = {
    Schema.VESSEL: ("vessel", "vessels"),
    Schema.AIRPLANE: ("aircraft", "aircraft"),
    Schema.PERSON: ("person", "persons"),
    Schema.CRYPTO_WALLET: ("wallet", "wallets"),
}


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    wanted = question.filter or Filter()
    found = found_by(question, desk, snapshot)
    notes = words.edition_notes(desk, snapshot, question.lists)
    return Answer(
        kind=question.kind,
        cards=(card(found, wanted, question, desk, snapshot),),
        editions=notes,
        fine=(text(f"Counted in: {words.dated(notes) or 'no list'}. {words.missing_lists(snapshot)}".strip()),),
        actions=(*file_of(question, found), Action(Act.SHARE, "Share in channel", question.text)),
        facts={"filter": as_json(question, wanted), "count": len(found), "party_ids": [p.entity_id for p in found]},
    )


def found_by(question: Ask, desk: Desk, snapshot: Snapshot) -> list[Party]:
    found = matching(question, question.filter or Filter(), desk, snapshot)
    return sorted(found, key=lambda party: (party.name, party.entity_id))


def file_of(question: Ask, found: Sequence[Party]) -> tuple[Action, ...]:
    """The button for the whole set as a table; it is found anew when pressed."""
    if not found or len(question.read) > LONGEST:
        return ()
    return (Action(Act.FILE, "Table (CSV)", f"set:{question.read}", "The whole set as a table"),)


def attachment(what: str, desk: Desk) -> Attachment:
    """The set that a button names, as CSV: "set:vessels flagged Panama". Raises BadInput where it is none."""
    reading = desk.understand(what.partition(":")[2], None)
    question = next((ask for ask in reading.asks if ask.kind is Kind.PARTIES), None)
    if question is None:
        raise BadInput("This set can only be read in its thread. Ask for it again, in one sentence.")
    snapshot = desk.snapshot()
    found = found_by(question, desk, snapshot)
    said = description(question.filter or Filter(), question, len(found))
    notes = words.edition_notes(desk, snapshot, question.lists)
    says = " ".join([f"{len(found):,} listed {said}. Of: {words.dated(notes)}.", *caveats(question.filter or Filter())])
    return Attachment("listed-parties.csv", table(found, snapshot).encode(), says)


def table(found: Sequence[Party], snapshot: Snapshot) -> str:
    """A row a party. `listed on` is empty where its list gives no day."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    editions = ", ".join(f"{e.list} {e.published}" for e in words.in_order(snapshot.editions))
    for party in found:
        row = (
            party.entity_id,
            party.name,
            party.schema.value,
            SHORT[snapshot.standing(party)],
            " ".join(party.lists),
            "; ".join(party.programs),
            "; ".join(dict.fromkeys(c for listing in party.listings for c in listing.countries)),
            "; ".join(dict.fromkeys(listing.listed_on for listing in party.listings if listing.listed_on)),
            editions,
        )
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def matching(question: Ask, wanted: Filter, desk: Desk, snapshot: Snapshot) -> Iterator[Party]:
    """The parties on the loaded lists that fit all that was read of the description."""
    programs, lists = set(question.programs), set(question.lists)
    country, flag = country_key(wanted.country), country_key(wanted.flag)
    among = among_named(wanted, snapshot)
    came = designated(wanted.designated, question, desk, snapshot) if wanted.designated else None
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
        if wanted.craft and not is_craft(party, wanted.craft):
            continue
        if wanted.words and not has_word(party, wanted.words):
            continue
        if among is not None and not (entity_id in among or (wanted.group and has_all_words(party, wanted.group))):
            continue
        if came is not None and entity_id not in came:
            continue
        yield party


def among_named(wanted: Filter, snapshot: Snapshot) -> set[str] | None:
    """Ids of the parties that are linked to the named one, by the lists; and of a group the named one itself."""
    name = wanted.linked_to or wanted.group
    if not name:
        return None
    heads = heads_of(name, snapshot)
    linked = {one for head in heads for one in snapshot.linked_to(head)}
    return linked | set(heads) if wanted.group else linked


def heads_of(name: str, snapshot: Snapshot) -> list[str]:
    """Ids of the listed parties that surely bear a name; of all that may be meant, where none surely does."""
    hits = in_order(screen(Subject(name), snapshot), snapshot)
    return [hit.entity_id for hit in hits if hit.certain] or [hit.entity_id for hit in hits]


def designated(period: Period, question: Ask, desk: Desk, snapshot: Snapshot) -> set[str]:
    """Ids of those that the list says were listed in a period, or that came between two editions of it."""
    since, until = (str(period.since or ""), str(period.until or "9999"))
    said = {
        entity_id
        for entity_id, listings in snapshot.register.by_id.items()
        if any(since <= listing.listed_on <= until for listing in listings if listing.listed_on)
    }
    with desk.sessions() as session:
        found = store.lists.changes.changes_between(session, period.since, period.until, question.lists)
    return said | {one.change.entity_id for one in found if one.change.kind is ChangeKind.DESIGNATED}


def fits_schema(party: Party, schema: Schema) -> bool:
    if schema is Schema.CRYPTO_WALLET:
        return any(i.type == "wallet" for listing in party.listings for i in listing.identifiers)
    return party.schema in _BODIES if schema is Schema.LEGAL_ENTITY else party.schema is schema


def flags(party: Party) -> set[str]:
    """The flags of a craft, as the lists give them."""
    return {country_key(listing.craft.flag) for listing in party.listings if listing.craft and listing.craft.flag}


def is_craft(party: Party, wanted: tuple[str, ...]) -> bool:
    """Whether all the words are of the type that a list gives the ship: "crude tanker" of "Crude Oil Tanker"."""
    types = (set(words_of(listing.craft.type)) for listing in party.listings if listing.craft)
    return any(set(wanted) <= held for held in types)


def has_word(party: Party, wanted: tuple[str, ...]) -> bool:
    sought = {word for each in wanted for word in words_of(each)}
    return any(sought & set(words_of(name.text)) for listing in party.listings for name in listing.names)


def has_all_words(party: Party, name: str) -> bool:
    """Whether a name of the party holds each word of a group's name, "Rotenbergs" as "Rotenberg", too."""
    sought = [{word, word.removesuffix("s")} for word in words_of(name) if word not in ("group", "the")]
    names = (set(words_of(one.text)) for listing in party.listings for one in listing.names)
    return bool(sought) and any(all(forms & held for forms in sought) for held in names)


def card(found: list[Party], wanted: Filter, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    more = [text(f"And {len(found) - SHOWN:,} more.")] if len(found) > SHOWN else []
    gaps = list(unknown_before(wanted, question, desk, snapshot))
    says = f"{len(found):,} listed {description(wanted, question, len(found))}."
    if wanted.every or (wanted.words and not found and not gaps):
        says = f"Whether {'all' if wanted.every else 'any'} are cannot be said: lists name parties, no kinds. {says}"
    if gaps:
        says = f"Not known in all; known here: {says}"
    return Card(
        headline=text(bold(says)),
        table=first_rows(found[:SHOWN], snapshot) if found else None,
        lines=(
            *more,
            *[
                text(line)
                for line in (*gaps, *caveats(wanted), *typeless(wanted, snapshot), *strangers(wanted, snapshot))
            ],
        ),
        tone=Tone.WARNING if gaps or not found else Tone.NEUTRAL,
    )


def first_rows(found: Sequence[Party], snapshot: Snapshot) -> Table:
    """Who, how each stands and where, and under what."""
    rows = tuple(
        (words.who(one), words.stands(snapshot.standing(one), one.lists), words.listed(list(one.programs)))
        for one in found
    )
    return Table("The first of the set", ("Party", "Listed", "Programs"), rows)


def unknown_before(wanted: Filter, question: Ask, desk: Desk, snapshot: Snapshot) -> Iterator[str]:
    """Which lists cannot tell who was designated in the days asked for: no day is given, and no edition is so old."""
    if wanted.designated is None:
        return
    since = str(wanted.designated.since or "")
    dated = {one.list for listings in snapshot.register.by_id.values() for one in listings if one.listed_on}
    for key, editions in held(desk, question.lists).items():
        first = min(editions, key=lambda edition: edition.first_day)
        if key not in dated and since <= first.published:
            title, day = words.full_title(key), words.day(first.published)
            yield f"The {title} gives no day of listing, and the oldest edition kept here is of {day}."


def typeless(wanted: Filter, snapshot: Snapshot) -> Iterator[str]:
    """Of how many ships no list gives the type that is asked for."""
    if wanted.craft:
        ships = [e for e in snapshot.register.by_id.values() if any(one.schema is Schema.VESSEL for one in e)]
        bare = sum(not any(one.craft and one.craft.type for one in listings) for listings in ships)
        yield f"The type of a ship is as its entry gives it; {bare:,} of {len(ships):,} listed vessels have none."


def strangers(wanted: Filter, snapshot: Snapshot) -> Iterator[str]:
    """What is to be said of the party that links are to."""
    heads = heads_of(wanted.linked_to, snapshot) if wanted.linked_to else ["none"]
    if not heads:
        yield f"{words.quoted(wanted.linked_to)} is on no list that is loaded: no link to it can be found."
    elif len(heads) > 1:
        yield f"{words.quoted(wanted.linked_to)} may be {len(heads)} listed parties: links to any of them are counted."


def description(wanted: Filter, question: Ask, count: int) -> str:
    """`vessels under RUSSIA-EO14024, flag Panama`."""
    called = _CALLED.get(wanted.schema, ("party", "parties")) if wanted.schema else ("party", "parties")
    what = who = called[count != 1]
    if wanted.words:
        what = f"{who} with {words.listed([words.quoted(word) for word in wanted.words], 'or')} in a name"
    if wanted.craft:
        what = f"{who} of type {words.quoted(' '.join(wanted.craft))}"
    tail = []
    if question.programs:
        tail.append(f"under {words.listed(list(question.programs), 'and' if wanted.all_programs else 'or')}")
    if wanted.linked_to:
        tail.append(f"linked to {words.quoted(wanted.linked_to)}")
    if wanted.group:
        tail.append(f"of {words.quoted(wanted.group)}")
    if wanted.designated:
        tail.append(f"designated {wanted.designated.words or days_of(wanted.designated)}")
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
    if wanted.group:
        yield "No list says who belongs to a group: the name in an entry, or a “Linked To” it, stands in for that."
    if wanted.linked_to:
        yield "“Linked To” is the publisher's word for a direct link; it states no stake."
    if wanted.flag:
        yield "A flag is that of the listing, as published; vessels change flags."
    if wanted.country:
        yield "The country is that of an address or nationality in the entry."


def days_of(period: Period) -> str:
    return f"from {period.since or 'the beginning'} to {period.until or 'now'}"


def as_json(question: Ask, wanted: Filter) -> dict[str, object]:
    days = wanted.designated
    given = {
        "schema": wanted.schema,
        "country": wanted.country,
        "flag": wanted.flag,
        "word": " ".join(wanted.words),
        "craft": " ".join(wanted.craft),
        "program": list(question.programs),
        "list": list(question.lists),
        "linked_to": wanted.linked_to,
        "group": wanted.group,
        "designated": {"since": _iso(days.since), "until": _iso(days.until)} if days else None,
    }
    return {key: value for key, value in given.items() if value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
