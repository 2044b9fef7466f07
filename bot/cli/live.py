"""doctor --live: each publisher is read once, nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator

import store.lists.editions
import store.lists.formats
from bot.cli.shell import Parts
from bot.lists.fetch import ListClient
from bot.lists.live import Look, look
from bot.lists.publishers import LISTS
from handlers.ask import words
from store.database import writing

MEND = (
    "See what the publisher says about its files. Until it can be read the last good edition stays, and says its age."
)


def looks(p: Parts, client: ListClient) -> Iterator[Look]:
    """Every format of this installation's lists that can be fetched. One that was read is verified from then on."""
    snapshot = p.desk.snapshot()
    tags = frozenset({*snapshot.content.programs, *snapshot.program_counts})
    for known in (LISTS[key] for key in p.config.lists if key in LISTS):
        for of in (one for one in known.formats if one.urls):
            found = look(client, known, of, tags, snapshot.edition(known.key))
            if not found.failure:
                with writing(p.sessions) as session:
                    store.lists.formats.record_read(session, known.key, of.key, found.entries, found.published, p.now())
            yield found


def sentence(found: Look) -> str:
    """`read, 19,391 entries of 23 Sep 2026. It has ...`"""
    if found.failure:
        return found.failure
    of = f" of {words.day(found.published)}" if found.published else ""
    same = "" if found.differs else " All is as known."
    return " ".join([f"read, {words.count(found.entries, 'entry', 'entries')}{of}.{same}", *found.differs])
