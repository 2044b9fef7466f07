"""What the menu of a term offers while somebody types: parties, programs, measures, groups, types and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.sanctions.party import Schema
from bot.sanctions.relief.option import LISTS, Group
from bot.screening.query import Query
from handlers.ask import words
from store.snapshot.snapshot import Snapshot

MOST = 20  # of one kind; Slack takes 100
WORDS = 75  # characters of what Slack shows

Offer = tuple[str, str]


def offers(typed: str, kind: str, groups: Sequence[Group], snapshot: Snapshot) -> list[Offer]:
    """Value and words of each, those of the kind that is chosen alone; before one is, the parties first."""
    every = {
        "entity": _parties(typed, snapshot),
        "program": _programs(typed, snapshot),
        "measure": _fitting(typed, "measure", snapshot.vocabulary.measures.items()),
        "group": _fitting(typed, "group", ((group.key, group.title or group.key) for group in groups)),
        "type": _fitting(typed, "type", ((schema.value, schema.value) for schema in Schema)),
        "list": _fitting(typed, "list", ((key, words.full_title(key)) for key in LISTS)),
    }
    chosen = [every[kind]] if kind in every else list(every.values())[:4]
    return [offer for found in chosen for offer in found][:100]


def _parties(typed: str, snapshot: Snapshot) -> list[Offer]:
    """By the beginnings of words; where nobody's name has them, by likeness."""
    found = snapshot.typeahead.find(typed, MOST)
    if not found and len(typed.strip()) > 2:
        hits = snapshot.index.screen(Query(typed), MOST).matches
        found = [(hit.entity_id, words.name_of(snapshot, hit.entity_id)) for hit in hits]
    return [(f"entity={one}", _party_words(one, name, snapshot)) for one, name in found]


def _party_words(entity_id: str, name: str, snapshot: Snapshot) -> str:
    party = snapshot.party(entity_id)
    tags = ", ".join(party.programs) if party else ""
    return _cut(f"{name} ({entity_id}; {tags})" if tags else f"{name} ({entity_id})")


def _programs(typed: str, snapshot: Snapshot) -> list[Offer]:
    programs = snapshot.content.programs
    titled = ((tag, programs[tag].title if tag in programs else "") for tag in snapshot.vocabulary.programs)
    return _fitting(typed, "program", ((tag, f"{tag}: {title}" if title else tag) for tag, title in titled))


def _fitting(typed: str, kind: str, known: Iterable[tuple[str, str]]) -> list[Offer]:
    """Those that have every word typed in their key or words."""
    wanted = typed.casefold().split()
    fits = [(key, said) for key, said in known if all(w in f"{key} {said}".casefold() for w in wanted)]
    return [(f"{kind}={key}", _cut(said)) for key, said in fits[:MOST]]


def _cut(said: str) -> str:
    return said if len(said) <= WORDS else f"{said[: WORDS - 1]}…"
