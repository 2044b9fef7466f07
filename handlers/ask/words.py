"""Words that every answer uses: dates, lists, counts, and how old an edition is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from bot.answers import EditionNote
from bot.lists.register import LISTS, known_list
from bot.lists.starter import STARTER
from bot.sanctions.display import KIND_WORDS, readable, split_form
from bot.sanctions.listing import Edition, Listing, Party
from handlers.desk import Desk, Snapshot

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
COUNTRY_SHORT = {"Russian Federation": "Russia", "Korea, North": "North Korea"}


def day(iso: str | date) -> str:
    """`2023-12-28` -> `28 Dec 2023`; `2025-12` -> `Dec 2025`; a year stays."""
    parts = str(iso)[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def count(n: int, one: str, many: str = "") -> str:
    """`1 entry`, `13,821 entries`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def some(items: Sequence[str], most: int) -> str:
    """The first few, and how many more there are."""
    more = len(items) - most
    return listed(items) if more <= 0 else f"{', '.join(items[:most])} and {more:,} more"


def stop(sentence: str) -> str:
    """With one full stop at its end: a name may bring its own (S.A.)."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def quoted(name: str) -> str:
    return f"“{name}”"


def short_title(key: str) -> str:
    return known_list(key).short


def full_title(key: str) -> str:
    return known_list(key).title


def who(party: Party) -> str:
    """`Rosneft Oil Company (OJSC, Russia)`: a name to read, with what kind of party it is."""
    name = readable(party.name, party.schema)
    kind = KIND_WORDS.get(party.schema) or split_form(party.name)[1]
    country = next(iter(party.listings[0].countries), "")
    about = ", ".join(part for part in (kind, COUNTRY_SHORT.get(country, country)) if part)
    return f"{name} ({about})" if about else name


def name_of(snapshot: Snapshot, entity_id: str) -> str:
    """A party's name to read; its id where it is on no list that is loaded."""
    party = snapshot.party(entity_id)
    return readable(party.name, party.schema) if party else entity_id


def edition_notes(desk: Desk, snapshot: Snapshot, keys: Iterable[str] = ()) -> tuple[EditionNote, ...]:
    """What is loaded (or the named lists of it), each with its date and whether it is stale."""
    wanted = set(keys)
    return tuple(note(desk, e) for e in in_order(snapshot.editions) if not wanted or e.list in wanted)


def note(desk: Desk, edition: Edition) -> EditionNote:
    age = age_days(edition, desk.now())
    limit = desk.settings.stale_days.get(edition.list, known_list(edition.list).stale_after_days)
    return EditionNote(
        list=edition.list,
        title=full_title(edition.list),
        edition=edition.edition,
        published=edition.published,
        age_days=age,
        stale=age > limit,
        missing=edition.missing,
    )


def age_days(edition: Edition, now: datetime) -> int:
    """Days since publication. A month counts from its first day: an edition is never said to be younger than it is."""
    return (now.astimezone(UTC).date() - date.fromisoformat(edition.first_day)).days


def dated(notes: Sequence[EditionNote]) -> str:
    """`SDN 28 Dec 2023 (stale), non-SDN Dec 2025`; where all are stale that is said once."""
    same = len(notes) > 1 and all(n.stale for n in notes)
    said = [f"{short_title(n.list)} {day(n.published)}{' (stale)' if n.stale and not same else ''}" for n in notes]
    return f"{', '.join(said)}{'; all stale' if same else ''}"


def in_order(editions: Iterable[Edition]) -> list[Edition]:
    """Editions in the order of the register, a person's own lists last."""
    place = {key: at for at, key in enumerate(LISTS)}
    return sorted(editions, key=lambda e: (place.get(e.list, len(place)), e.list))


def not_loaded(snapshot: Snapshot) -> list[str]:
    """The keys of the published lists that the bot knows of and has no edition of."""
    loaded = {edition.list for edition in snapshot.editions}
    return [key for key in LISTS if key not in loaded]


def tags(listing: Listing) -> str:
    """The program tags of a listing, as published."""
    return listed(list(listing.programs)) or "no program named"


def missing_lists(snapshot: Snapshot) -> str:
    """`EU and UK are not loaded.` or nothing."""
    missing = [short_title(key) for key in not_loaded(snapshot)]
    return f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not loaded." if missing else ""


def starter_line(snapshot: Snapshot) -> str:
    """Every answer that rests on the starter set says so."""
    starter = snapshot.edition(STARTER)
    if starter is None:
        return ""
    return (
        f"Rests in part on the starter set: {starter.entries:,} facts noted down from older lists, not a full list. "
        "Load the lists (sanctions-bot refresh) before you rely on it."
    )


def only_starter(snapshot: Snapshot) -> bool:
    """Whether nothing but the starter set is loaded: then nothing at all follows from finding no match."""
    return all(edition.list == STARTER for edition in snapshot.editions)


def listed_where(listing: Listing, snapshot: Snapshot) -> str:
    """`OFAC SDN list, 28 Dec 2023`; a starter fact names the list that it was taken from."""
    if listing.list == STARTER:
        return f"Starter fact from the {full_title(listing.taken_from)} of {day(listing.taken_on)}"
    edition = snapshot.edition(listing.list)
    return full_title(listing.list) + (f", {day(edition.published)}" if edition else "")
