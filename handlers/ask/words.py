"""Words that every answer uses: dates, lists, counts, and how old an edition is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import store.lists.editions
import store.lists.held
from bot.answers.document import EditionNote
from bot.answers.identity import short_country
from bot.answers.phrases import count as count
from bot.answers.phrases import day as day
from bot.answers.phrases import edition_note
from bot.answers.phrases import listed as listed
from bot.answers.phrases import some as some
from bot.answers.phrases import stop as stop
from bot.answers.standing_words import SHORT
from bot.lists.publishers import LISTS, UNREAD, known_list
from bot.lists.starter import STARTER
from bot.sanctions.display import KIND_WORDS, readable, split_form
from bot.sanctions.files.programs import regime_of
from bot.sanctions.listing import Edition, Listing, Party
from bot.sanctions.standing import Standing
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


def quoted(name: str) -> str:
    return f"“{name}”"


def short_title(key: str) -> str:
    return UNREAD.get(key) or known_list(key).short


def full_title(key: str) -> str:
    return UNREAD.get(key) or known_list(key).title


def stands(standing: Standing, lists: Iterable[str]) -> str:
    """`blocked (SDN and non-SDN)`: how a party stands, and on which lists."""
    return f"{SHORT[standing]} ({listed([short_title(key) for key in lists])})"


def places(snapshot: Snapshot) -> dict[str, int]:
    """Where each list stands in the order in which lists are told."""
    return {edition.list: n for n, edition in enumerate(in_order(snapshot.editions))}


def who(party: Party) -> str:
    """`Rosneft Oil Company (OJSC, Russia)`: a name to read, with what kind of party it is."""
    name = readable(party.name, party.schema)
    kind = KIND_WORDS.get(party.schema) or split_form(party.name)[1]
    country = short_country(next(iter(party.listings[0].countries), ""))
    about = ", ".join(part for part in (kind, country) if part)
    return f"{name} ({about})" if about else name


def name_of(snapshot: Snapshot, entity_id: str) -> str:
    """A party's name to read; its id where it is on no list that is loaded."""
    party = snapshot.party(entity_id)
    return readable(party.name, party.schema) if party else entity_id


def edition_notes(desk: Desk, snapshot: Snapshot, keys: Iterable[str] = ()) -> tuple[EditionNote, ...]:
    """What is loaded (or the named lists of it), each with its date and whether it is stale."""
    wanted = set(keys)
    return tuple(
        replace(note(desk, e), broken=e.list in snapshot.broken)
        for e in in_order(snapshot.editions)
        if not wanted or e.list in wanted
    )


def note(desk: Desk, edition: Edition) -> EditionNote:
    return edition_note(edition, desk.now(), desk.settings.stale_days.get(edition.list))


def dated(notes: Sequence[EditionNote]) -> str:
    """`SDN 28 Dec 2023 (stale), non-SDN Dec 2025`; where all are stale that is said once."""
    same = len(notes) > 1 and all(n.stale for n in notes)
    return f"{', '.join(one_dated(n, same) for n in notes)}{'; all stale' if same else ''}"


def one_dated(note: EditionNote, told: bool) -> str:
    """The starter set has no date of its own: each of its facts says which list it was taken from."""
    if note.list == STARTER:
        return "the starter set"
    return f"{short_title(note.list)} {day(note.published)}{' (stale)' if note.stale and not told else ''}"


def in_order(editions: Iterable[Edition]) -> list[Edition]:
    """Editions in the order of the register, a person's own lists last."""
    place = {key: at for at, key in enumerate(LISTS)}
    return sorted(editions, key=lambda e: (place.get(e.list, len(place)), e.list))


def not_loaded(snapshot: Snapshot) -> list[str]:
    """The keys of the published lists that the bot knows of and has no edition of."""
    loaded = {edition.list for edition in snapshot.editions}
    return [key for key in LISTS if key not in loaded]


def tags(listing: Listing) -> str:
    """The program tags of a listing, as published; a code of the EU's with what it stands for."""
    return listed([_titled(listing.list, tag) for tag in listing.programs]) or "no program named"


def _titled(list_key: str, tag: str) -> str:
    regime = regime_of(list_key, tag)
    return f"{tag} ({regime.title})" if regime and regime.title not in tag else tag


def missing_lists(snapshot: Snapshot) -> str:
    """`EU and UK are not loaded.` or nothing."""
    missing = [short_title(key) for key in not_loaded(snapshot)]
    return f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not loaded." if missing else ""


def newer_held(desk: Desk) -> str:
    """`A newer edition of the OFAC SDN list, of 5 Jan 2024, waits to be judged: nobody was looked for in it.` or
    nothing."""
    with desk.sessions() as session:
        waiting = store.lists.held.waiting(session)
    which = [f"the {full_title(held.list)}, of {day(held.published)}" for held in waiting]
    if not which:
        return ""
    head = f"A newer edition of {which[0]}, waits" if len(which) == 1 else f"Newer editions wait ({'; '.join(which)})"
    return f"{head} to be judged: nobody was looked for in {'it' if len(which) == 1 else 'them'}."


def unanswerable(snapshot: Snapshot, keys: Iterable[str] = ()) -> str:
    """Why nothing follows from finding no match (in these lists), as what follows "NOT CHECKED:"; or ""."""
    if only_starter(snapshot):
        return "it is not in the starter set, and no full list is loaded" if snapshot.editions else "no list is loaded"
    wanted = set(keys)
    broken = [key for key in snapshot.broken if not wanted or key in wanted]
    if not broken:
        return ""
    of = [f"{snapshot.held[key]:,} of the {edition.entries:,} entries of the {full_title(key)}"
          for key in broken if (edition := snapshot.edition(key))]  # fmt: skip
    return f"only {listed(of)} are here; see sanctions-bot doctor"


def starter_line(desk: Desk, snapshot: Snapshot) -> str:
    """Every answer that rests on the starter set says so, and which lists are being read."""
    starter = snapshot.edition(STARTER)
    if starter is None:
        return ""
    return (
        f"Rests in part on the starter set: {starter.entries:,} facts noted down from older lists, not a full list. "
        + (reading_words(desk) or "Load the lists (sanctions-bot refresh) before you rely on it.")
    )


def reading_words(desk: Desk) -> str:
    """`Loading now: the OFAC SDN list. When it is in, it is told here.`"""
    with desk.sessions() as session:
        keys = store.lists.editions.read_now(session, desk.now())
    if not keys:
        return ""
    them = "it is" if len(keys) == 1 else "one is"
    return f"Loading now: the {listed([full_title(key) for key in keys])}. When {them} in, it is told here."


def only_starter(snapshot: Snapshot) -> bool:
    """Whether nothing but the starter set is loaded: then nothing at all follows from finding no match."""
    return all(edition.list == STARTER for edition in snapshot.editions)


def listed_where(listing: Listing, snapshot: Snapshot) -> str:
    """`OFAC SDN list, 28 Dec 2023`; a starter fact names the list that it was taken from."""
    if listing.list == STARTER:
        return f"Starter fact from the {full_title(listing.taken_from)} of {day(listing.taken_on)}"
    edition = snapshot.edition(listing.list)
    return full_title(listing.list) + (f", {day(edition.published)}" if edition else "")
