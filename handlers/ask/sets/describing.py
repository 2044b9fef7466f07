"""A described set in words: what was read of it, and what of it no list says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from bot.questions.ask import Ask, Filter, Period, Subject
from bot.sanctions.effect import directives_of
from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.screening.query import Verdict
from handlers.ask import words
from handlers.ask.held import gaps_of, held
from handlers.ask.sets.groups import heads_in
from handlers.ask.sets.matching import FEW
from handlers.desk import Desk
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot

_CALLED = {
    Schema.VESSEL: ("vessel", "vessels"),
    Schema.AIRPLANE: ("aircraft", "aircraft"),
    Schema.PERSON: ("person", "persons"),
    Schema.CRYPTO_WALLET: ("party with wallets", "parties with wallets"),
}


def description(wanted: Filter, question: Ask, count: int) -> str:
    """`vessels under RUSSIA-EO14024, flag Panama`."""
    called = _CALLED.get(wanted.schema, ("party", "parties")) if wanted.schema else ("party", "parties")
    if wanted.schema is Schema.LEGAL_ENTITY and not wanted.words:
        called = ("entity", "entities")
    what = who = called[count != 1]
    if wanted.words:
        what = f"{who} with {words.listed([words.quoted(word) for word in wanted.words], 'or')} in a name"
    if wanted.craft:
        of_coin = wanted.schema is Schema.CRYPTO_WALLET
        what = (
            f"{who} of type {words.quoted(' '.join(wanted.craft))}" if not of_coin else f"{who} in {wanted.craft[-1]}"
        )
    tail, joint = [], "and" if wanted.together else "or"
    if question.programs:
        tail.append(f"under {words.listed(list(question.programs), joint)}")
    if directives := [one for measure in question.measures for one in directives_of(measure)]:
        said = [f"Directive {one.number} under EO {one.order.removeprefix('EO')}" for one in directives]
        tail.append(f"subject to {words.listed(said, 'or')}")
    if wanted.linked_to:
        tail.append(f"linked to {words.quoted(wanted.linked_to)}")
    if wanted.group:
        tail.append(f"of {words.quoted(wanted.group)}")
    if wanted.place:
        tail.append(f"with {words.quoted(wanted.place)} in an address or a place of birth")
    if wanted.initial:
        tail.append(f"with a name that begins with {words.quoted(wanted.initial)}")
    if wanted.named:
        tail.append(f"called {words.quoted(wanted.named)}")
    if wanted.designated:
        tail.append(f"designated {wanted.designated.words or days_of(wanted.designated)}")
    if wanted.born:
        tail.append(f"born {wanted.born.words or days_of(wanted.born)}")
    if wanted.country:
        tail.append(f"of {either(wanted.country)}")
    if wanted.flag:
        tail.append(f"with {either(wanted.flag)} in the entry")
    if question.lists:
        tail.append(f"on the {words.listed([words.full_title(key) for key in question.lists], joint)}")
    sets_out = ((each.filter or Filter(), each) for each in wanted.but)
    out = (f"without the {of.standing} {description(of, each, 2)}".replace("  ", " ") for of, each in sets_out)
    return ", ".join([" ".join([what, *tail]), *out])


def either(groups: tuple[tuple[str, ...], ...]) -> str:
    """`Germany or Austria`; of several groups one of each."""
    return " and of ".join(words.listed(list(group), "or") for group in groups)


def counted(wanted: Filter, question: Ask, count: int) -> str:
    return f"{count:,} {wanted.standing or 'listed'} {description(wanted, question, count)}."


def narrows(wanted: Filter, question: Ask) -> bool:
    """Whether anything that was read narrows the set, but for which lists it is on."""
    whole = Filter(called=wanted.called, unmet=wanted.unmet, every=wanted.every, unlisted=wanted.unlisted)
    return wanted != whole or bool(question.programs or question.measures)


def not_applied(wanted: Filter | None) -> list[str]:
    """The conditions that nothing read, so that what is told is of a wider set."""
    unread = words.listed([words.quoted(said) for said in wanted.unmet]) if wanted else ""
    return [f"Not applied: {unread}, not understood. Leaving it out:"] if unread else []


def caveats(wanted: Filter) -> Iterator[str]:
    """What of the description no list says."""
    if wanted.words and not wanted.called:
        asked = " ".join(wanted.words)
        yield f"Names are compared letter for letter here; “is {asked} sanctioned?” finds other spellings, too."
    if wanted.words and wanted.called:
        said = f"No list says who counts among {wanted.called}: words in names stand in for it"
        yield f"{said}, so some are missed and some are not meant."
    if wanted.group:
        yield "No list says who belongs to a group: its name in an entry, links, programs or remarks stand in for it."
    if wanted.standing or any(each.filter and each.filter.standing for each in wanted.but):
        yield "Blocked: probably blocked, too. Restricted: listed and not blocked, whatever the measure."
    if wanted.together:
        yield "The same party on lists of two publishers is told by a number or its full name; others may be missed."
    if any(each.lists for each in wanted.but):
        yield f"Who is left out is told by a number, its full name or, of {FEW} at most, by screening its name."
        yield "Whoever has another name there may still be counted: screen a party before you say where it is not."
    if wanted.place:
        yield "A place is looked for by its words in addresses and places of birth, as the lists spell them."
    if wanted.initial:
        yield "Looked at is the first name of an entry as it is published, surname first; other names are not."
    if wanted.linked_to:
        yield "“Linked To” is the publisher's word for a direct link; it states no stake."
    if wanted.flag:
        yield "A flag is that of the listing, as published; vessels change flags."
    if wanted.country:
        yield "The country is that of an address or nationality in the entry."
    for each in wanted.but:
        yield from caveats(each.filter or Filter())


def unloaded(question: Ask, snapshot: Snapshot) -> list[str]:
    """The lists that are asked about and not loaded."""
    loaded = {edition.list for edition in snapshot.editions}
    return [key for key in question.lists if key not in loaded]


def not_known(wanted: Filter, question: Ask, desk: Desk, snapshot: Snapshot) -> Iterator[str]:
    """Which lists cannot tell who is of the set: they are not loaded; or they give no days of designation, and no
    edition is as old as those asked for."""
    for key in unloaded(question, snapshot):
        yield f"The {words.full_title(key)} is not loaded."
    if asked_back := too_common(wanted, snapshot):
        yield asked_back
    if wanted.schema is Schema.AIRPLANE and wanted.country:
        yield "Entries of aircraft give a registration and hardly ever a country."
    if wanted.designated is None:
        return
    since = str(wanted.designated.since or "")
    dated = {one.list for listings in snapshot.register.by_id.values() for one in listings if one.listed_on}
    for key, editions in held(desk, question.lists).items():
        first = min(editions, key=lambda edition: edition.first_day)
        if key not in dated and since <= first.published:
            title, day = words.full_title(key), words.day(first.published)
            yield f"The {title} gives no day of listing, and the oldest edition kept here is of {day}."
            dated.add(key)
    told = gaps_of(question.lists, wanted.designated, desk)
    yield from (gap.says for gap in told if gap.says and gap.list not in dated)


def typeless(wanted: Filter, snapshot: Snapshot) -> Iterator[str]:
    """Of how many ships no list gives the type that is asked for."""
    of_ships = (one for one in (wanted, *(each.filter or wanted for each in wanted.but)) if one.craft)
    if any(one.schema is not Schema.CRYPTO_WALLET for one in of_ships):
        ships = [e for e in snapshot.register.by_id.values() if any(one.schema is Schema.VESSEL for one in e)]
        bare = sum(not any(one.craft and one.craft.type for one in listings) for listings in ships)
        yield f"The type of a ship is as its entry gives it; {bare:,} of {len(ships):,} listed vessels have none."


def wallets_of(found: Sequence[Party], wanted: Filter) -> Iterator[str]:
    """How many addresses the parties have, by their currency."""
    if wanted.schema is Schema.CRYPTO_WALLET and found:
        every = (i for party in found for listing in party.listings for i in listing.identifiers if i.type == "wallet")
        coins = Counter(label for label, _ in {(i.label, i.value) for i in every})
        most = sorted(coins.items(), key=lambda coin: (-coin[1], coin[0]))
        said = words.listed([f"{coin or 'other'} {n:,}" for coin, n in most])
        every_one = words.count(coins.total(), "address", "addresses")
        yield f"Parties are counted; they have {every_one}{f': {said}' if said else ''}."


def strangers(wanted: Filter, snapshot: Snapshot) -> Iterator[str]:
    """What is to be said of the party that links are to: that it is none, or who it only may be."""
    if not wanted.linked_to:
        return
    name, found = words.quoted(wanted.linked_to), screen(Subject(wanted.linked_to), snapshot)
    heads = heads_in(found, snapshot)
    if not heads and not found.ask_back:
        yield f"{name} is on no list that is loaded: no link to it can be found."
    elif len(heads) > 1:
        yield f"{name} may be {len(heads)} listed parties: links to any of them are counted."
    elif found.verdict is Verdict.POSSIBLE:
        yield f"{name} is only a possible match for {words.name_of(snapshot, heads[0])}: a person must decide."


def too_common(wanted: Filter, snapshot: Snapshot) -> str:
    """That a name alone says nothing of whom links are asked for; "" where it does."""
    return screen(Subject(wanted.linked_to), snapshot).ask_back if wanted.linked_to else ""


def days_of(period: Period) -> str:
    return f"from {period.since or 'the beginning'} to {period.until or 'now'}"


def as_json(question: Ask, wanted: Filter) -> dict[str, object]:
    given = {
        "schema": wanted.schema,
        "country": either(wanted.country),
        "flag": either(wanted.flag),
        "standing": wanted.standing,
        "word": " ".join(wanted.words),
        "craft": " ".join(wanted.craft),
        "program": list(question.programs),
        "list": list(question.lists),
        "linked_to": wanted.linked_to,
        "group": wanted.group,
        "named": wanted.named,
        "place": wanted.place,
        "initial": wanted.initial,
        "designated": _period(wanted.designated),
        "born": _period(wanted.born),
        "without": [as_json(each, each.filter or Filter()) for each in wanted.but],
        "unmet": list(wanted.unmet),
    }
    return {key: value for key, value in given.items() if value}


def _period(days: Period | None) -> dict[str, str | None] | None:
    return {"since": _iso(days.since), "until": _iso(days.until)} if days else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
