"""Which parties on the loaded lists fit a description."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import store.lists.changes
from bot.questions.ask import Ask, Filter, Period, changed
from bot.sanctions.changes.comparison import ChangeKind
from bot.sanctions.countries import country_key
from bot.sanctions.effect import directives_of, is_under
from bot.sanctions.listing import Party
from bot.sanctions.party import BirthDate, Schema
from bot.sanctions.register import publisher_of
from bot.sanctions.standing import Standing
from bot.screening.words.legal_forms import forms_in
from bot.screening.words.normalise import words_of
from handlers.ask import words
from handlers.ask.elsewhere import all_lists_of, entries_elsewhere
from handlers.ask.sets.groups import heads_of, of_group
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

FEW = 300  # parties of a set whose names are screened, some milliseconds each
_BODIES = (Schema.COMPANY, Schema.ORGANIZATION, Schema.LEGAL_ENTITY)

_BLOCKED = {Standing.BLOCKED, Standing.PROBABLY_BLOCKED}
STANDINGS = {"blocked": _BLOCKED, "restricted": {*Standing} - _BLOCKED - {Standing.WAS_LISTED}}


def found_by(question: Ask, desk: Desk, snapshot: Snapshot) -> list[Party]:
    """The parties of the set, by name; of what is taken out by list or program the same party is taken out that is
    listed elsewhere, in a set of few as the screening finds it."""
    is_of_it = of_set(question, desk, snapshot)
    every = (Party(entity_id, listings) for entity_id, listings in snapshot.register.by_id.items())
    found = [*filter(is_of_it, every)]
    few = len(found) <= FEW
    gone = [of_set(each, desk, snapshot) for each in (question.filter or Filter()).but if each.lists or each.programs]

    def is_out(party: Party) -> bool:
        return any(out(one) for one in entries_elsewhere(party, snapshot, screened=few) for out in gone)

    found = [party for party in found if not is_out(party)] if gone else found
    return sorted(found, key=lambda party: (party.name, party.entity_id))


def of_set(question: Ask, desk: Desk, snapshot: Snapshot) -> Callable[[Party], bool]:
    """What tells whether a party is of the set that is described, and of none that is taken out of it."""
    wanted = question.filter or Filter()
    fits = fitting(question, wanted, desk, snapshot)
    out = [(each.lists, of_set(changed(each, lists=()), desk, snapshot)) for each in wanted.but]

    def is_of_it(party: Party) -> bool:
        return fits(party) and not any(gone(party) and is_also_on(party, on, snapshot) for on, gone in out)

    return is_of_it


def fitting(question: Ask, wanted: Filter, desk: Desk, snapshot: Snapshot) -> Callable[[Party], bool]:
    """What tells whether a party fits all that was read of the description."""
    programs, lists = one_of_each(question, wanted, snapshot)
    countries, flown = [
        [{country_key(name) for name in group} for group in each] for each in (wanted.country, wanted.flag)
    ]
    among = among_named(wanted, snapshot)
    told_by = of_group(wanted.group, snapshot) if wanted.group else lambda party: ""
    came = designated(wanted.designated, question, desk, snapshot) if wanted.designated else None
    schema, born = wanted.schema, wanted.born
    directives = {one for measure in question.measures for one in directives_of(measure)}
    tests: list[tuple[object, Callable[[Party], bool]]] = [
        (lists, lambda party: is_on(party, lists, snapshot)),
        (programs, lambda party: in_each(programs, set(party.programs))),
        (directives, lambda party: any(is_under(one, directives) for one in party.listings)),
        (schema, lambda party: schema is None or fits_schema(party, schema)),
        (countries, lambda party: in_each(countries, countries_of(party))),
        (flown, lambda party: in_each(flown, flags(party))),
        (born, lambda party: born is None or any(is_born(born, birth) for birth in births_of(party))),
        (wanted.standing, lambda party: snapshot.standing(party) in STANDINGS[wanted.standing]),
        (wanted.place, lambda party: has_place(party, wanted.place)),
        (wanted.initial, lambda party: begins_with(party, wanted.initial)),
        (wanted.craft, lambda party: is_craft(party, wanted.craft)),
        (wanted.words, lambda party: has_word(party, wanted.words)),
        (among is not None, lambda party: party.entity_id in (among or ())),
        (wanted.group, lambda party: bool(told_by(party))),
        (came is not None, lambda party: party.entity_id in (came or ())),
    ]
    asked = [test for wish, test in tests if wish]
    return lambda party: all(test(party) for test in asked)


def countries_of(party: Party) -> set[str]:
    return {country_key(country) for listing in party.listings for country in listing.countries}


def births_of(party: Party) -> Iterator[BirthDate]:
    return (birth for listing in party.listings for birth in listing.birth_dates)


def in_each(groups: list[set[str]], held: set[str]) -> bool:
    """Whether one of each group is held."""
    return not any(group.isdisjoint(held) for group in groups)


def one_of_each(question: Ask, wanted: Filter, snapshot: Snapshot) -> tuple[list[set[str]], list[set[str]]]:
    """Of programs and of lists: sets of which a party has one each. Where several are meant together each program is a
    set, and so are a publisher's lists ("both UN and OFAC"), or each list where all are of one publisher."""
    programs, lists = set(question.programs), set(question.lists)
    place = words.places(snapshot)
    if not wanted.together:
        return [programs] if programs else [], [lists] if lists else []
    publishers = dict.fromkeys(publisher_of(key) for key in sorted(lists, key=lambda key: place.get(key, len(place))))
    parted = [{key for key in lists if publisher_of(key) == publisher} for publisher in publishers]
    return [{each} for each in programs], parted if len(parted) > 1 else [{key} for key in sorted(lists)]


def is_on(party: Party, lists: list[set[str]], snapshot: Snapshot) -> bool:
    """Whether a party is on a list of each set. It is told by its entry on the first; of another publisher's the entry
    of surely the same party counts."""
    if lists[0].isdisjoint(party.lists):
        return False
    return len(lists) == 1 or not any(asked.isdisjoint(all_lists_of(party, snapshot)) for asked in lists[1:])


def is_also_on(party: Party, lists: tuple[str, ...], snapshot: Snapshot) -> bool:
    """Whether a party, or surely the same one of another publisher, is on one of the lists; on none that is named."""
    return not lists or not set(lists).isdisjoint(all_lists_of(party, snapshot))


def among_named(wanted: Filter, snapshot: Snapshot) -> set[str] | None:
    """Ids of the parties that are linked to the named one, by the lists, or of the named one itself."""
    name = wanted.linked_to or wanted.named
    if not name:
        return None
    heads = heads_of(name, snapshot)
    return {one for head in heads for one in snapshot.linked_to(head)} if wanted.linked_to else set(heads)


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


def is_born(period: Period, birth: BirthDate) -> bool:
    """Whether a birth date, as far as it is known, may lie in a period."""
    return bool(birth.first) and birth.first <= str(period.until or "9999") and str(period.since or "") <= birth.last


def fits_schema(party: Party, schema: Schema) -> bool:
    if schema is Schema.CRYPTO_WALLET:
        return any(i.type == "wallet" for listing in party.listings for i in listing.identifiers)
    return party.schema in _BODIES if schema is Schema.LEGAL_ENTITY else party.schema is schema


def flags(party: Party) -> set[str]:
    """The flags of a craft, as the lists give them."""
    return {country_key(listing.craft.flag) for listing in party.listings if listing.craft and listing.craft.flag}


def is_craft(party: Party, wanted: tuple[str, ...]) -> bool:
    """Whether all the words are of the type that a list gives the ship: "crude tanker" of "Crude Oil Tanker"; or of the
    currency of a wallet."""
    if any(one.label in wanted for listing in party.listings for one in listing.identifiers if one.type == "wallet"):
        return True
    types = (set(words_of(listing.craft.type)) for listing in party.listings if listing.craft)
    return any(set(wanted) <= held for held in types)


def has_place(party: Party, place: str) -> bool:
    """Whether an address or a place of birth in an entry has the words of a place."""
    sought = set(words_of(place))
    for listing in party.listings:
        texts = (" ".join(filter(None, (one.street, one.city, one.country))) for one in listing.addresses)
        if any(sought <= set(words_of(text)) for text in (*texts, *listing.birth_places)):
            return True
    return False


def begins_with(party: Party, letters: str) -> bool:
    """Whether the name of an entry begins with some letters as it is published, signs before it aside."""
    names = (listing.name.casefold().lstrip("'’‘`\"( ") for listing in party.listings)
    return any(name.startswith(letters.casefold()) for name in names)


def has_word(party: Party, wanted: tuple[str, ...]) -> bool:
    """Whether a word stands in a name of the party; "-bank" where it ends one, "air-" where it begins it, legal forms
    aside: "Sovcombank OJSC" and no "Sberbank Leasing"."""
    sought = [f" {' '.join(words_of(each))} " for each in wanted if "-" not in each]  # Abdullah is read as two
    ends = tuple(each[1:] for each in wanted if each.startswith("-"))
    begins = {each[:-1] for each in wanted if each.endswith("-")}

    def is_in(name: str) -> bool:
        held = words_of(name)
        if any(each in f" {' '.join(held)} " for each in sought):
            return True
        if not any(word.endswith(ends) if ends else False for word in held) and begins.isdisjoint(held):
            return False
        forms = {at for start, end, _ in forms_in(held) for at in range(start, end)}
        bare = [word for at, word in enumerate(held) if at not in forms]
        return bool(bare) and ((bool(ends) and bare[-1].endswith(ends)) or bare[0] in begins)

    return any(is_in(name.text) for listing in party.listings for name in listing.names)
