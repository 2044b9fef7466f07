"""The same party on the lists of other publishers: who is surely it, and who probably is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.document import Text, bold, text
from bot.answers.standing_words import SHORT
from bot.sanctions.display import readable
from bot.sanctions.effect import STRENGTH, effect_of
from bot.sanctions.listing import Listing, Party
from bot.sanctions.register import publisher_of, stands_on
from bot.sanctions.same_party import CRAFT, at_home_together, same_by_number, same_party, speaks_against
from bot.screening.query import Hit, Query, Reason
from handlers.ask import words
from store.snapshot.snapshot import Snapshot

NEAR, LOOKED_AT = 0.95, 10  # score of a name, beside the same day of birth; hits of one screening
MOST = 4  # of them in one line


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A party of another publisher. `sure`: it has an equal number or an equal full name, nothing is against it, and
    that publisher has no second such party; else the screening of the name finds it, or it is one of several."""

    party: Party
    sure: bool
    stands: str  # how it stands, in a word

    @property
    def publisher(self) -> str:
        return publisher_of(stands_on(self.party.listings[0]))


def elsewhere(party: Party, snapshot: Snapshot) -> tuple[Elsewhere, ...]:
    """Whom publishers list, who do not keep the lists that the party is found on, that is the same; the sure first.
    Who is only probable is told of a publisher of whom nobody is sure. A ship is never the same by its name."""
    home = _publishers(party.listings)
    same = _same(party.listings, home, snapshot)
    sure = _sure(same, snapshot)
    settled = {_publisher(one, snapshot) for one in sure}
    probable = [one for one in same if one not in sure]
    for one in _found(party, home, snapshot):
        listings = snapshot.register.listings_of(one)
        probable += [one, *_same(listings, home | _publishers(listings), snapshot)]
    open_to = [one for one in dict.fromkeys(probable) if _publisher(one, snapshot) not in settled]
    rest = [one for one in open_to if not _against(party.listings, snapshot.register.listings_of(one))]
    return tuple(_made(one, one in sure, snapshot) for one in (*sure, *rest))


def _made(entity_id: str, sure: bool, snapshot: Snapshot) -> Elsewhere:
    party = Party(entity_id, snapshot.register.listings_of(entity_id))
    return Elsewhere(party, sure, SHORT[snapshot.standing(party)])


def _publishers(listings: Iterable[Listing]) -> set[str]:
    return {publisher_of(stands_on(one)) for one in listings}


def _publisher(entity_id: str, snapshot: Snapshot) -> str:
    return publisher_of(stands_on(snapshot.register.listings_of(entity_id)[0]))


def _same(listings: Sequence[Listing], home: set[str], snapshot: Snapshot) -> list[str]:
    """The parties of publishers other than `home` that are the same by `same_party`; of several of one publisher those
    with an equal number alone, else those of the same country: a subsidiary bears its parent's name abroad."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)  # by publisher: ids, and how surely
    for one in listings:
        for other in snapshot.register.same_party_abroad(one, publisher_of(stands_on(one))):
            if (publisher := publisher_of(stands_on(other))) not in home:
                surely = 2 if same_by_number(one, other) else int(at_home_together(one, other))
                found[publisher][other.entity_id] = max(surely, found[publisher].get(other.entity_id, 0))
    return [one for ids in found.values() for one, surely in ids.items() if surely == max(ids.values())]


def _sure(same: Sequence[str], snapshot: Snapshot) -> list[str]:
    """Those of whom their publisher has no second."""
    number = Counter(_publisher(one, snapshot) for one in same)
    return [one for one in same if number[_publisher(one, snapshot)] == 1]


def _found(party: Party, home: set[str], snapshot: Snapshot) -> Iterator[str]:
    """Those that the screening of the party's name finds: LISTED, or nearly so and born on the same day; and bodies of
    the same country that are known by one of its names, as the EU's "Iranian Revolutionary Guard Corps" by IRGC."""
    if party.schema in CRAFT or not set(snapshot.register.publishers()) - home:
        return
    born = next((date.text for one in party.listings for date in one.birth_dates), "")
    for hit in snapshot.index.screen(Query(party.name, party.schema, born), LOOKED_AT).hits:
        listings = snapshot.register.listings_of(hit.entity_id)
        others = _publishers(listings) - home - {""}
        if others and not _against(party.listings, listings) and (hit.certain or _born_the_same_day(hit)):
            yield hit.entity_id
    for one in party.listings if party.schema.is_body else ():
        for other in snapshot.register.near_abroad(one, publisher_of(stands_on(one))):
            if publisher_of(stands_on(other)) not in home and at_home_together(one, other):
                yield other.entity_id


def _against(listings: Sequence[Listing], others: Sequence[Listing]) -> bool:
    return any(speaks_against(one, other) for one in listings for other in others)


def _born_the_same_day(hit: Hit) -> bool:
    return hit.score >= NEAR and any(reason.kind == "birth_date" for reason in hit.reasons)


def all_lists_of(party: Party, snapshot: Snapshot) -> frozenset[str]:
    """The lists that the party is on, those of other publishers with it on which surely the same one is."""
    sure = _sure(_same(party.listings, _publishers(party.listings), snapshot), snapshot)
    return frozenset(party.lists).union(*(Party(one, snapshot.register.listings_of(one)).lists for one in sure))


def entries_elsewhere(party: Party, snapshot: Snapshot, screened: bool = False) -> Iterator[Party]:
    """The entries on lists that the party is on none of, which are surely the same; and, of bodies of one country,
    those that share a full name with it or nearly so, with nothing against it: by name alone. Where it is `screened`,
    those, too, that the screening of its name finds."""
    register, found = snapshot.register, set[str]()
    for listing in party.listings:
        for other in register.near_abroad(listing, ""):
            if same_party(listing, other) or (party.schema.is_body and at_home_together(listing, other)):
                found.add(other.entity_id)
    found.update(_found(party, set(), snapshot) if screened else ())
    for one in sorted(found - {party.entity_id}):
        listings = register.listings_of(one)
        there = Party(one, listings)
        if set(there.lists).isdisjoint(party.lists) and not _against(party.listings, listings):
            yield there


def by_whom(found: Sequence[Elsewhere]) -> str:
    """`still listed by the EU and probably by the UK`; "" where nobody else is known to."""
    sure = list(dict.fromkeys(one.publisher for one in found if one.sure))
    probable = [each for each in dict.fromkeys(one.publisher for one in found) if each not in sure]
    if not sure:
        return f"probably still listed by the {words.listed(probable)}" if probable else ""
    also = f" and probably by the {words.listed(probable)}" if probable else ""
    return f"still listed by the {words.listed(sure)}{also}"


def named(one: Elsewhere, party: Party) -> str:
    """`EU (blocked)`, with the name that it has there where that is another."""
    there = readable(one.party.name, one.party.schema)
    as_named = "" if there.casefold() == readable(party.name, party.schema).casefold() else f", as {there}"
    return f"{words.listed([words.short_title(key) for key in one.party.lists])}{as_named} ({one.stands})"


def lines_of(found: Sequence[Elsewhere], party: Party) -> list[Text]:
    """`The same party on other lists: EU (blocked); UK (blocked).` and, apart, who is only probable."""
    lines = []
    for sure, what in ((True, "The same party on other lists"), (False, "Probably the same party")):
        those = [named(one, party) for one in found if one.sure is sure]
        if those:
            more = f"; and {len(those) - MOST} more" if len(those) > MOST else ""
            lines.append(text(bold(f"{what}: "), f"{'; '.join(those[:MOST])}{more}."))
    return lines


def joined(hits: Sequence[Hit], snapshot: Snapshot, lists: Sequence[str] = ()) -> list[Hit]:
    """The hits, each party once: where another publisher lists surely the same one its lists stand with the first.
    Two parties of one publisher are never made one. A party is told by its entry on a list that is asked about
    (`lists`), else by that of the list that is told first, not by the one whose spelling is nearest."""
    place = words.places(snapshot)

    def told(one: Hit) -> tuple[bool, int]:
        return not set(lists) & set(one.lists), min(place.get(key, len(place)) for key in one.lists)

    by_id = {hit.entity_id: hit for hit in hits}
    kept: list[Hit] = []
    gone: set[str] = set()
    for hit in hits:
        if hit.entity_id in gone:
            continue
        own = snapshot.register.listings_of(hit.entity_id)
        shown = {one.entity_id for one in kept}
        sure = _sure(_same(own, _publishers(own), snapshot), snapshot)
        same = [one for one in sure if one not in gone | shown]
        alike = [hit, *(by_id.get(one) or _as_known_there(hit, one, snapshot) for one in same)]
        if not hit.certain:
            alike = [one for one in alike if one.entity_id in by_id]
        gone.update(one.entity_id for one in alike)
        head = min(alike, key=told)
        held = dict.fromkeys(key for one in (head, *alike) for key in one.lists)
        kept.append(replace(head, lists=tuple(held), certain=hit.certain))
    return kept


def _as_known_there(hit: Hit, entity_id: str, snapshot: Snapshot) -> Hit:
    """The hit for the same party on another list, which does not have the name that matched: whose that is is said."""
    party = snapshot.party(entity_id)
    assert party is not None
    strongest = min(party.listings, key=lambda one: STRENGTH.index(effect_of(one)))
    whose = words.listed([words.short_title(key) for key in hit.lists])
    return replace(
        hit,
        entity_id=entity_id,
        name=party.name,
        schema=party.schema,
        reasons=(*hit.reasons, Reason("name", f"That name is from the {whose} list.")),
        lists=party.lists,
        programs=party.programs,
        effect=effect_of(strongest),
        standing=snapshot.standing(party),
        url=strongest.url,
    )
