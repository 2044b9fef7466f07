"""Inverse screening: an edition's changes against a portfolio of names, in place of the whole portfolio against the
lists.

A portfolio changes seldom and an edition touches few parties, so the touched ones are looked up among the
portfolio's names. What
is near is then screened as ever, against an index of the touched parties alone: the verdicts are those of screening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, Schema
from bot.screening.fields.readings import readings_of
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index
from bot.screening.words.normalise import words_of

LOOKED_AT = 128  # portfolio names looked at for each name of a touched party
NEAR = 500  # of them, kept for screening


class Portfolio:
    """The names of a portfolio, by what a party is called there: many customers may share one name.

    `members`: the ids of the customers by name, as given.
    """

    def __init__(self, index: Index, members: Mapping[str, tuple[str, ...]]) -> None:
        self._index, self._members = index.looking_at(LOOKED_AT), members

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> Portfolio:
        """From ids and names, in any order; blank names are left out."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for member, name in names:
            if name.strip():
                members[name].append(member)
        by_name = {name: tuple(ids) for name, ids in members.items()}
        return cls(Index.build(_listings(by_name), "portfolio"), by_name)

    def save(self, path: Path) -> None:
        """Store the index of names; the members are the caller's to keep."""
        self._index.save(path)

    def __len__(self) -> int:
        return sum(map(len, self._members.values()))

    def touched_by(self, changed: Iterable[Listing]) -> Iterator[tuple[str, Screening]]:
        """The customers that a touched party may be, by id, each with the screening of its name against the touched
        parties. `changed`: listings that were added or amended, as they are now."""
        touched = tuple(changed)
        if not touched:
            return
        against = Index.build(touched, "changes")
        asked = {text for listing in touched for name in listing.names for text in _ways(name.text, listing.schema)}
        near = {found for text in sorted(asked) for found in self._near(text)}
        for name in sorted(near):
            screening = against.screen(Query(name))
            if screening.verdict in (Verdict.LISTED, Verdict.POSSIBLE):
                for member in self._members[name]:
                    yield member, screening

    def _near(self, name: str) -> set[str]:
        """The portfolio's names that may be this one."""
        return {hit.entity_id for hit in self._index.screen(Query(name), NEAR).hits}


def _ways(name: str, schema: Schema) -> Iterator[str]:
    """A listed name, and of a person the surname with initials, as files have it: DERIPASKA, Oleg Vladimirovich is
    Deripaska O. V., too."""
    yield name
    surname, comma, given = name.partition(",")
    letters = [word[0] for word in words_of(given)]
    if schema is Schema.PERSON and comma and letters:
        yield " ".join([surname, *letters])
        yield f"{surname} {letters[0]}"


def _listings(names: Iterable[str]) -> Iterator[Listing]:
    """The names as listings, each under all names that its field holds, so that either is found by the other."""
    for name in names:
        parts = [reading.text for reading in readings_of(name, ()) if words_of(reading.text)]
        held = (Name(name), *(Name(part) for part in dict.fromkeys(parts) if part != name))
        yield Listing(list="portfolio", entity_id=name, schema=Schema.LEGAL_ENTITY, names=held)
