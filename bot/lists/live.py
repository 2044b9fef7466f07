"""One look at what a publisher gives today: can it be had, can it be read, and what is otherwise than we know it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from bot.errors import BotError, RefusedEdition
from bot.lists.fetch import ListClient
from bot.lists.files import EditionFiles, told_format
from bot.lists.formats import Format
from bot.lists.publishers import KnownList
from bot.lists.reading import Reading
from bot.sanctions.listing import Edition

OTHERWISE = 0.05  # of the entries in force: so many more or fewer are told
TAGS = 5  # unknown programs that are named


@dataclass(frozen=True, slots=True)
class Look:
    """A format of a list as its publisher gives it. `failure` says why it could not be had or read, or is ""; `differs`
    are sentences about what is otherwise than known."""

    list: str
    format: str
    title: str
    entries: int = 0
    published: str = ""
    failure: str = ""
    differs: tuple[str, ...] = ()


def look(client: ListClient, known: KnownList, of: Format, tags: Collection[str], in_force: Edition | None) -> Look:
    """Fetch and read one format. `tags` are the programs that are known; nothing is loaded."""
    try:
        given = client.fetch(known, of=of)
        told = told_format(known, given.files[of.required.key])
        if told is not of:
            raise RefusedEdition(f"{of.required.names[0]} came as {told.title}, not as {of.title}.")
        reading = of.reader(known.key, given.files)
        again = client.fetch(known, of=of)
    except BotError as error:
        return Look(known.key, of.key, of.title, failure=str(error))
    differs = [
        *_moved(client, known, of),
        *_sent_again(given, again),
        *(one.sentence for one in reading.left_out),
        *reading.warnings,
        *_unknown(reading, tags),
        *_undated(given, reading),
        *_sized(reading, in_force),
    ]
    published = reading.published or given.day
    return Look(known.key, of.key, of.title, len(reading.listings), published, differs=tuple(differs))


def _moved(client: ListClient, known: KnownList, of: Format) -> list[str]:
    now = client.addresses(known, of)
    return [f"The publisher's page links to {now[role]} now." for role, url in of.urls.items() if now[role] != url]


def _sent_again(given: EditionFiles, again: EditionFiles) -> list[str]:
    """A file that has not changed is answered by 304, and is the very same in memory then."""
    sent = [role for role, content in given.files.items() if again.files[role] is not content]
    return ["Asked again at once, the server sends the file again: it knows no 304."] if sent else []


def _unknown(reading: Reading, tags: Collection[str]) -> list[str]:
    found = Counter(tag for one in reading.listings for tag in one.programs if tag not in tags)
    named = ", ".join(f"{tag} ({count:,})" for tag, count in found.most_common(TAGS))
    more = f" and {len(found) - TAGS} more" if len(found) > TAGS else ""
    return [f"Programs that are not known: {named}{more}."] if found else []


def _undated(given: EditionFiles, reading: Reading) -> list[str]:
    return [] if reading.published or given.day else ["Neither the file nor its server says when it was published."]


def _sized(reading: Reading, in_force: Edition | None) -> list[str]:
    entries = len(reading.listings)
    if in_force is None or abs(entries - in_force.entries) <= OTHERWISE * in_force.entries:
        return []
    return [f"It has {entries:,} entries, the edition in force ({in_force.published}) {in_force.entries:,}."]
