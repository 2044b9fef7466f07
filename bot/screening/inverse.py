"""Inverse screening: an edition's changes against a portfolio of names, in place of the whole portfolio against lists.

A portfolio changes seldom and an edition touches few parties, so the touched ones are looked up among the portfolio's
names. What is near is then screened as ever, against an index of the touched parties alone: the verdicts are those of
screening.
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
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import PARTICLES, STOCK_WORDS

TELLING = 2  # letters of a word of a name by which alone a customer may be called
NOT_ALONE = STOCK_WORDS | PARTICLES


class Portfolio:
    """The names of a portfolio, by what a party is called there: many customers may share one name.

    `members`: the ids of the customers by name, as given.
    """

    def __init__(self, index: Index, members: Mapping[str, tuple[str, ...]]) -> None:
        self._index, self._members = index, members

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
        likely = self._likely(against)
        for name in sorted(likely):
            screening = against.screen(Query(name))
            if screening.verdict in (Verdict.LISTED, Verdict.POSSIBLE):
                for member in self._members[name]:
                    yield member, screening

    def _likely(self, against: Index) -> set[str]:
        """The names that may find a changed party. Those that only words led to are looked at by their words first,
        which rules most of them out."""
        near: defaultdict[int, set[int]] = defaultdict(set)  # names of the portfolio, and those of the changes
        lettered: set[int] = set()
        for number in range(against.size):
            _, schema = against.party_of(number)
            for way in dict.fromkeys(_ways(against.name(number))):
                by_words, by_letters = self._index.may_be_asked_by(way, schema)
                lettered.update(by_letters)
                for at in (*by_words, *by_letters):
                    near[at].add(number)
        fields = {at: self._field_of(at) for at in near}
        numbers = sorted({one for own in fields.values() for one in own})
        namings = dict(zip(numbers, self._index.namings(numbers), strict=True))
        compared = against.near()
        compared.learn(namings.values())
        likely: set[str] = set()
        done: defaultdict[int, set[int]] = defaultdict(set)  # what the names of a field were compared with already
        for at, led in near.items():
            if (name := self._index.party_of(at)[0]) in likely:
                continue
            for one in fields[at]:
                left = led - done[one]
                open_to = set(left if at in lettered else compared.left_open(namings[one], left))
                done[one] |= open_to
                if open_to and compared.may_match(self._index.name(one), open_to):
                    likely.add(name)
                    break
        return likely

    def _field_of(self, at: int) -> list[int]:
        """The number of a portfolio's name that was led to; and those of the others that its field holds, where all are
        names of several words: SMITH, John is one name."""
        others = self._index.numbers_beside(at)
        return [at, *others] if all(" " in self._index.name(other) for other in others) else [at]


def _ways(name: str) -> Iterator[str]:
    """A listed name, and each of its telling words with the initials of the rest, as files have it: DERIPASKA, Oleg
    Vladimirovich is Deripaska O. V. and Deripaska, too."""
    yield name
    words = words_of(name)
    for at, word in enumerate(words):
        telling = len(word) >= TELLING and word not in NOT_ALONE and (word,) not in FORMS
        rest = [other for other in (*words[:at], *words[at + 1 :]) if other not in PARTICLES]
        if telling or (at == 0 and word in STOCK_WORDS):
            yield " ".join([word, *(other[0] for other in rest)])


def _listings(names: Iterable[str]) -> Iterator[Listing]:
    """The names as listings, each under all names that its field holds, so that either is found by the other; and as
    they are where capitals part no words: IbrahIm."""
    for name in names:
        parts = [reading.text for reading in readings_of(name, ()) if words_of(reading.text)]
        small = [each.lower() for each in (name, *parts) if len(words_of(each.lower())) < len(words_of(each))]
        held = (Name(name), *(Name(part) for part in dict.fromkeys([*parts, *small]) if part != name))
        yield Listing(list="portfolio", entity_id=name, schema=Schema.LEGAL_ENTITY, names=held)
