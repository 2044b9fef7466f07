"""The index: listings in, hits out. Immutable once built; a new edition makes a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from pathlib import Path

from bot.garbage import no_collecting
from bot.sanctions.listing import Listing
from bot.sanctions.party import NameKind, Schema
from bot.sanctions.same_party import born_apart
from bot.sanctions.standing import NOTHING_KNOWN, AsOf
from bot.screening.fields.hosts import is_host
from bot.screening.index import stored
from bot.screening.index.lexicon import tables_between
from bot.screening.index.mentions import Mentions
from bot.screening.index.names import Names, is_person
from bot.screening.index.parties import Parties, Party
from bot.screening.index.places import Places
from bot.screening.index.registry import Registry, wanted_of
from bot.screening.index.subject import Subject, subjects_of
from bot.screening.judging.found import Found
from bot.screening.judging.hits import Case
from bot.screening.judging.score import compare
from bot.screening.judging.verdict import (
    alone_of,
    ask_back_for,
    ask_holder,
    ask_in_latin,
    ask_who,
    verdict_of,
)
from bot.screening.near import Near
from bot.screening.policy import STANDARD, Policy
from bot.screening.query import Hit, Query, Screening, Verdict
from bot.screening.search import Search
from bot.screening.words.identifiers import is_account
from bot.screening.words.naming import Naming, naming_of
from bot.screening.words.normalise import visible
from bot.screening.words.nothing import says_nothing
from bot.screening.words.scripts import is_in_own_script


class Index:
    """Screens names against listings. `version` says which editions it was built from.

    Immutable, but for what is remembered of words and parties already met; safe for many threads at once.
    """

    def __init__(self, names: Names, parties: Parties, registry: Registry, places: Places, version: str = "") -> None:
        self.version = version
        self._places = places
        self._names, self._parties, self._registry = names, parties, registry
        self._search = Search(names, parties, places)
        self.mentions = Mentions(names, places)
        self._policy, self._as_of = STANDARD, NOTHING_KNOWN

    @classmethod
    def build(cls, listings: Iterable[Listing], version: str = "") -> Index:
        """An index of all listings, one party for each entity id. The order of the listings does not matter."""
        with no_collecting():
            return cls._of(subjects_of(listings), version)

    @classmethod
    def _of(cls, subjects: Sequence[Subject], version: str) -> Index:
        """What it is built of is gone when garbage is looked for again, which looks at all that came meanwhile."""
        parties, names = Parties.of(subjects), Names.of(subjects)
        return cls(names, parties, Registry.of(subjects, parties), Places.of(subjects), version)

    @classmethod
    def load(cls, path: Path) -> Index:
        """The index stored at `path`, mapped into memory. Raises UnusableIndex where it must be built anew: the file
        is absent, damaged, or of another version of the program. Whether its `version` is the wanted one is for the
        caller to say."""
        arrays, meta = stored.load(path)
        parties = Parties.read(arrays, meta["lists"])
        places = Places.read(arrays)
        return cls(Names.read(arrays), parties, Registry.read(arrays, parties), places, meta["version"])

    def save(self, path: Path) -> None:
        """Store the index at `path`, whole or not at all."""
        arrays = {**self._names.arrays(), **self._parties.arrays(), **self._registry.arrays(), **self._places.arrays()}
        stored.save(path, arrays, {"version": self.version, "lists": self._parties.meta()})

    def under(self, policy: Policy) -> Index:
        """The same index, judging as a team's policy says."""
        other = copy(self)
        other._policy, other._search = policy, self._search.under(policy.weak)
        return other

    def judged_by(self, as_of: AsOf) -> Index:
        """The same index, its hits with the standing that they have by these editions and ended programs."""
        other = copy(self)
        other._as_of = as_of
        return other

    def may_be_asked_by(self, name: str, schema: Schema) -> tuple[list[int], list[int]]:
        """The names here, by number, that may be meant for this name of a list, by words and by letters: see
        `inverse`."""
        return self._search.may_be_asked_by(name, is_person(schema))

    def near(self) -> Near:
        """What compares names with those here: see `inverse`."""
        return Near(self._names, self._search)

    def namings(self, numbers: Sequence[int]) -> Iterator[Naming]:
        """Names as they were read, by their numbers."""
        for listed in self._names.read_all(numbers):
            yield listed.naming

    def name(self, number: int) -> str:
        """A name by its number."""
        return self._names.name(number).text

    def numbers_beside(self, number: int) -> list[int]:
        """The numbers of the other names of the party of a name."""
        own: list[int] = self._names.of_party(int(self._names.owners[number])).tolist()
        return [each for each in own if each != number]

    def party_of(self, number: int) -> tuple[str, Schema]:
        """The entity id and the type of the party of a name."""
        party = self._parties[int(self._names.owners[number])]
        return party.entity_id, party.schema

    @property
    def entities(self) -> int:
        """How many parties."""
        return len(self._parties)

    @property
    def size(self) -> int:
        """How many names."""
        return len(self._names)

    def meet(self, queries: Iterable[Query]) -> None:
        """Read some queries that will be screened: their words are looked up at once, which costs less."""
        self._search.meet((wanted_of(query)[1], is_person(query.schema) if query.schema else None) for query in queries)

    def screen(self, query: Query, limit: int = 10) -> Screening:
        """The parties that the query may mean, best first, at most `limit`. Never raises, whatever the name holds."""
        wanted, rest = wanted_of(query)
        person = is_person(query.schema) if query.schema else None
        asked, found = self._search.find(rest, person, query.lists)
        if wanted or len(query.name) > len(rest):  # numbers in ships' names, IMO 9198082 ("GLOBAL STAR"); long names
            found = self._search.with_published(query.name, found, query.lists)
        common = self._search.is_common(asked, found)
        alone = alone_of(found, self._policy, self._search.bearers.of, self._parties, self._may_be_one)
        bearers = self._registry.find(wanted) if wanted else {}
        told = any(each.tells for each in wanted) or any(each.sure for each in found)
        if not (told or bearers) and self._search.may_say_nothing(rest, person) and says_nothing(rest):
            return Screening(query, Verdict.NOT_CHECKED, (), ask_who(visible(rest)))
        if not bearers and is_account(rest):
            return Screening(query, Verdict.NOT_CHECKED, (), ask_holder(visible(rest)))
        beside = bool(query.schema or query.birth_date or query.country or wanted)
        found.sort(key=lambda each: (-each.score, each.left_over, each.at))
        del found[max(2 * limit, 30) if beside else max(limit, 0) :]
        case = Case(query, wanted, bearers, common, alone, asked, self._policy, self._as_of)
        hits = self._hits(case, found, rest)
        # Of those who bear the name, who bears it today; ties stay in the order found.
        hits.sort(key=lambda hit: (-hit.score, not hit.certain, hit.matched.kind is NameKind.FORMERLY))
        faults = [each.fault for each in wanted if each.fault] if not any(hit.certain for hit in hits) else []
        hits_told, verdict = tuple(hits[: max(limit, 0)]), verdict_of(hits)
        if common and not bearers:  # asked back: nothing was found, and nothing was looked for either
            unsaid = Verdict.NOT_CHECKED if verdict is Verdict.NO_MATCH else verdict
            return Screening(query, unsaid, hits_told, ask_back_for(visible(rest)))
        if verdict is Verdict.NO_MATCH and is_in_own_script(rest):
            return Screening(query, Verdict.NOT_CHECKED, hits_told, ask_in_latin(visible(rest)))
        return Screening(query, verdict, hits_told, " ".join(faults))

    def _hits(self, case: Case, found: Sequence[Found], name: str) -> list[Hit]:
        """The hits of those found by the `name` that stands beside identifiers, and of other bearers of these."""
        hits = [
            case.hit(each, self._names.name(each.number), party)
            for each in found
            if (party := self._party(each.at, case.query))
        ]
        if not case.bearers:
            return hits
        named = {each.at for each in found}
        is_number = name.strip().casefold() in map(str.casefold, case.query.identifiers.values())
        called = visible(name) if case.asked.core and not (is_number or says_nothing(name) or is_host(name)) else ""
        others = [
            (b, party) for at, b in case.bearers.items() if at not in named and (party := self._party(at, case.query))
        ]
        return hits + [case.bearer_hit(bearer, party, called) for bearer, party in others]

    def _party(self, at: int, query: Query) -> Party | None:
        return self._parties[at].on(query.lists)

    def _may_be_one(self, one: Found, other: Found) -> bool:
        """Whether two publishers may mean one person, whose given name and surname are those asked for: by the birth
        dates where both have any, else by the whole name."""
        ours, theirs = self._parties[one.at].birth_dates, self._parties[other.at].birth_dates
        if ours and theirs:
            return not born_apart(ours, theirs)
        return one.naming.core_code == other.naming.core_code


def pair_score(one: str, other: str, schema: Schema | None = None) -> float:
    """How alike two names are, 0 to 1; the better of the two readings, either as the listed one."""
    person = is_person(schema) if schema else None
    first, second = (naming_of(text, person=person, is_listed=lambda word: False) for text in (one, other))
    return max(_compared(first, second), _compared(second, first))


def _compared(asked: Naming, listed: Naming) -> float:
    """The likeness to a name that is taken as the one listed."""
    tables = tables_between([word.traits for word in asked.words], [word.traits for word in listed.words])
    return compare(asked, listed.numbered(), tables).score
