"""The parties that texts of ours name (licenses, statements), linked to the listings of the same parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, Schema
from bot.screening.query import Hit, Query, Screening, Verdict
from bot.screening.screen import Index
from bot.screening.weights import ALONE

TEXTS = "briefing"  # the list key under which the names of texts are indexed


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, and the listed parties that bear it; none where the lists hold no such party. `reason` tells
    why they are taken for the same: "listed as “LUKOIL OAO”"."""

    name: str
    entity_ids: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class NamedParties:
    """Every name that the texts have. A name that no list holds is still found by a name like it."""

    by_name: Mapping[str, Named]
    index: Index = field(repr=False)

    @classmethod
    def of(cls, names: Iterable[str], lists: Index) -> NamedParties:
        """`lists`: the index of what is listed."""
        found = {name: _named(name, lists) for name in dict.fromkeys(names)}
        return cls(found, Index.build(_as_listing(name) for name in found))

    def of_party(self, entity_id: str) -> tuple[Named, ...]:
        """The names by which the texts have a listed party."""
        return tuple(one for one in self.by_name.values() if entity_id in one.entity_ids)

    def like(self, query: Query) -> tuple[Named, ...]:
        """The names in the texts that a query may mean, best first, whether a list holds their bearer or not."""
        hits = self.index.screen(Query(query.name), len(self.by_name)).matches
        return tuple(self.by_name[hit.entity_id] for hit in hits)


def _named(name: str, lists: Index) -> Named:
    sure = _bearers(lists.screen(Query(name)))
    return Named(name, tuple(hit.entity_id for hit in sure), f"listed as “{sure[0].matched.text}”" if sure else "")


def _bearers(screening: Screening) -> list[Hit]:
    """Those whose name it surely is; else the one party that it fits alone: a text of ours speaks of listed parties."""
    if screening.verdict is Verdict.LISTED:
        return [hit for hit in screening.hits if hit.certain]
    matches = [hit for hit in screening.matches if not screening.ask_back]
    return matches if len(matches) == 1 and matches[0].score >= ALONE else []


def _as_listing(name: str) -> Listing:
    return Listing(TEXTS, name, Schema.LEGAL_ENTITY, (Name(name),))
