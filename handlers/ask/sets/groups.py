"""Who belongs to a group. No list says so; its names, links, programs and remarks do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.questions.ask import Subject
from bot.sanctions.listing import Listing, Party
from bot.sanctions.name_key import name_key
from bot.sanctions.party import Name
from bot.screening.query import Screening
from bot.screening.words.normalise import words_of
from handlers.ask import words
from handlers.ask.screening import in_order
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot

_LITTLE = {"group", "the", "of"}
_SHORT = 2  # letters of an acronym that may be of others; words of an alias that tells by itself
_BY_FIELDS = ("us_ofac_sdn", "us_ofac_cons")  # of which remarks are fields in a row; those without one are in `notes`


def of_group(name: str, snapshot: Snapshot) -> Callable[[Party], str]:
    """By what a party is told to be of a group: a name, a link, a program or its remarks; "" where by nothing."""
    heads = heads_of(name, snapshot)
    linked = {one for head in heads for one in snapshot.linked_to(head)}
    called = [words_without_little(each) for each in (name, *_sure_names(name, snapshot))]
    tags = set(programs_called(name, snapshot))
    said = re.compile("|".join(rf"\b{re.escape(' '.join(each))}s?\b" for each in called if each) or "(?!)")
    sought = [{word, word.removesuffix("s")} for word in called[0]]

    def has(text: str) -> bool:
        held = set(words_of(text))
        return bool(sought) and all(forms & held for forms in sought)

    def told_by(party: Party) -> str:
        if party.entity_id in heads or any(has(one.text) for listing in party.listings for one in listing.names):
            return "a name"
        targets = (relation.target for listing in party.listings for relation in listing.relations)
        if party.entity_id in linked or any(map(has, targets)):
            return "“Linked To”"
        if program := next((tag for tag in party.programs if tag in tags), ""):
            return f"the program {program}"
        texts = (" ".join(words_of(text)) for listing in party.listings for text in _prose(listing))
        return "remarks or title alone" if any(map(said.search, texts)) else ""

    return told_by


def words_without_little(name: str) -> list[str]:
    return [word for word in words_of(name) if word not in _LITTLE]


def _prose(listing: Listing) -> Iterator[str]:
    yield from (*listing.titles, *listing.notes)
    if listing.list not in _BY_FIELDS:
        yield listing.remarks


def _sure_names(name: str, snapshot: Snapshot) -> Iterator[str]:
    """What those are called who surely bear the name, so that they are known by another: Hizballah of Hezbollah; by
    strong aliases of several words, or of a few capitals (ISIL of ISIS)."""
    for hit in screen(Subject(name), snapshot).hits:
        if hit.certain and (party := snapshot.party(hit.entity_id)):
            yield party.name
            yield from (one.text for listing in party.listings for one in listing.names if not one.weak and _tells(one))


def _tells(name: Name) -> bool:
    """Whether an alias points at its bearer wherever it stands."""
    acronym = name.text.isupper() and name.text.isalpha() and len(name.text) > _SHORT
    return not name.language and (acronym or len(words_without_little(name.text)) >= _SHORT)


def programs_called(name: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The programs that are called as a group is: a list's own section."""
    wanted = {name_key(each) for each in (name, *_sure_names(name, snapshot))}
    tags = {tag for entry in snapshot.register.by_id.values() for listing in entry for tag in listing.programs}
    return tuple(sorted(tag for tag in tags if name_key(tag) in wanted))


def counted_by(found: Sequence[Party], told_by: Callable[[Party], str]) -> str:
    """By what those who were found are told to be of the group."""
    counts = Counter(map(told_by, found))
    return f"Told by {words.listed([f'{by} ({n:,})' for by, n in counts.most_common()])}." if counts else ""


def heads_of(name: str, snapshot: Snapshot) -> list[str]:
    """Ids of the listed parties that surely bear a name; of all that may be meant, where none surely does."""
    return heads_in(screen(Subject(name), snapshot), snapshot)


def heads_in(found: Screening, snapshot: Snapshot) -> list[str]:
    """The same, of what was found by the name."""
    hits = in_order(found, snapshot)
    return [hit.entity_id for hit in hits if hit.certain] or [hit.entity_id for hit in hits]


def themselves(name: str, snapshot: Snapshot) -> Iterator[str]:
    """Who is listed of the very name of a group."""
    parties = map(snapshot.party, heads_of(name, snapshot)[:3])
    return (words.who(party) for party in parties if party)
