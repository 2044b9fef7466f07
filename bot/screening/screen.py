"""The index: listings in, hits out. Immutable once built; a new edition makes a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from pathlib import Path

import numpy as np

from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.sanctions.same_party import born_apart
from bot.sanctions.standing import NOTHING_KNOWN, AsOf
from bot.screening.fields.readings import Reading, is_host, may_hold_more, readings_of
from bot.screening.flat import Ids
from bot.screening.index import stored
from bot.screening.index.candidates import Candidates, Sought
from bot.screening.index.lexicon import tables_between
from bot.screening.index.mentions import Mentions
from bot.screening.index.names import Names, Read, is_person
from bot.screening.index.parties import Parties, Party
from bot.screening.index.places import Places
from bot.screening.index.registry import Registry, wanted_of
from bot.screening.index.subject import subjects_of
from bot.screening.judging.found import Found, found_by, short_for
from bot.screening.judging.hits import Case
from bot.screening.judging.score import Likeness, compare, window_of
from bot.screening.judging.verdict import alone_of, ask_back_for, ask_who, is_common, verdict_of
from bot.screening.policy import MATCH, STANDARD, Policy, Weak
from bot.screening.query import Query, Screening, Verdict
from bot.screening.weights import COMMON_PART, GUESSED, HELD, LEAST, SHORT_FORM
from bot.screening.words.naming import SHORT_WORD, Naming, Word, naming_of
from bot.screening.words.normalise import visible
from bot.screening.words.nothing import says_nothing
from bot.screening.words.weak_words import COMMON_WORDS, Role

RARE_WORD = 2  # parties of one publisher that have a word in a name which alone may mean them
RARE_IN_TEXT, LETTERS_IN_TEXT = 20, 8  # of a name in a text: bearers of its rarest word; its letters


class Index:
    """Screens names against listings. `version` says which editions it was built from.

    Immutable, but for what is remembered of words and parties already met; safe for many threads at once.
    """

    def __init__(self, names: Names, parties: Parties, registry: Registry, places: Places, version: str = "") -> None:
        self.version = version
        self._places = places
        self._names, self._parties, self._registry = names, parties, registry
        self._candidates = Candidates(names)
        self.mentions = Mentions(names)
        self._policy, self._as_of = STANDARD, NOTHING_KNOWN
        names.warm()

    @classmethod
    def build(cls, listings: Iterable[Listing], version: str = "") -> Index:
        """An index of all listings, one party for each entity id. The order of the listings does not matter."""
        subjects = subjects_of(listings)
        parties = Parties.of(subjects)
        return cls(Names.of(subjects), parties, Registry.of(subjects, parties), Places.of(subjects), version)

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
        other._policy = policy
        return other

    def judged_by(self, as_of: AsOf) -> Index:
        """The same index, its hits with the standing that they have by these editions and ended programs."""
        other = copy(self)
        other._as_of = as_of
        return other

    def looking_at(self, most: int) -> Index:
        """The same index, looking closely at up to `most` names for each question: for who wants all that are near."""
        other = copy(self)
        other._candidates = Candidates(self._names, most)
        return other

    @property
    def entities(self) -> int:
        """How many parties."""
        return len(self._parties)

    @property
    def size(self) -> int:
        """How many names."""
        return len(self._names)

    def screen(self, query: Query, limit: int = 10) -> Screening:
        """The parties that the query may mean, best first, at most `limit`. Never raises, whatever the name holds."""
        wanted, rest = wanted_of(query)
        person = is_person(query.schema) if query.schema else None
        asked = naming_of(rest, person=person, is_listed=self._names.lexicon.holds)
        found, held = self._by_name(asked, query.lists) if not is_host(rest) else ([], [])
        if not any(each.sure for each in found):
            asked, found = self._in_parts(rest, asked, found, held, query)
        common = self._common(asked, found)
        alone = alone_of(found, self._policy, self._bearers_of, self._parties, self._may_be_one)
        bearers = self._registry.find(wanted) if wanted else {}
        if not wanted and says_nothing(rest) and not any(each.sure for each in found):
            return Screening(query, Verdict.NOT_CHECKED, (), ask_who(visible(rest)))
        beside = bool(query.schema or query.birth_date or query.country or wanted)
        found.sort(key=lambda each: (-each.score, each.left_over, each.at))
        del found[max(2 * limit, 30) if beside else max(limit, 0) :]
        case = Case(query, wanted, bearers, common, alone, self._policy, self._as_of)
        hits = [
            case.hit(each, self._names.name(each.number), party)
            for each in found
            if (party := self._party(each.at, query))
        ]
        named = {each.at for each in found} if bearers else set()
        others = [(b, party) for at, b in bearers.items() if at not in named and (party := self._party(at, query))]
        hits += [case.bearer_hit(bearer, party) for bearer, party in others]
        hits.sort(key=lambda hit: (-hit.score, not hit.certain))  # stable: ties stay in the order found
        faults = [each.fault for each in wanted if each.fault] if not any(hit.certain for hit in hits) else []
        hits_told, verdict = tuple(hits[: max(limit, 0)]), verdict_of(hits)
        if common and not bearers:  # asked back: nothing was found, and nothing was looked for either
            unsaid = Verdict.NOT_CHECKED if verdict is Verdict.NO_MATCH else verdict
            return Screening(query, unsaid, hits_told, ask_back_for(visible(rest)))
        return Screening(query, verdict, hits_told, " ".join(faults))

    def _party(self, at: int, query: Query) -> Party | None:
        return self._parties[at].on(query.lists)

    def _common(self, asked: Naming, found: list[Found]) -> bool:
        """Whether the question is one common word."""
        if len(asked.core) != 1:  # Abdullah is read as two words
            return asked.compact == "abdlah"
        if asked.titles and any(each.sure and len(each.naming.core) > 1 for each in found):  # the ship Lady Mariia
            return False
        if any(each.sure for each in found):  # Gazprom is in many names, and one party's own
            return is_common(asked.core[0], 0)
        return is_common(asked.core[0], self._bearing(asked.core[0].text))

    def _bearers_of(self, text: str) -> Ids:
        """The parties that have the word in a name, some perhaps twice."""
        return self._names.owners[self._names.held_by(text)]

    def _bearing(self, text: str) -> int:
        """How many parties of one publisher have the word in a name, at most."""
        return self._parties.most_of_one(self._bearers_of(text))

    def _may_be_one(self, one: Found, other: Found) -> bool:
        """Whether two publishers may mean one person, whose given name and surname are those asked for: by the birth
        dates where both have any, else by the whole name."""
        ours, theirs = self._parties[one.at].birth_dates, self._parties[other.at].birth_dates
        if ours and theirs:
            return not born_apart(ours, theirs)
        return one.naming.core_code == other.naming.core_code

    def _in_parts(
        self, text: str, asked: Naming, found: list[Found], held: list[Found], query: Query
    ) -> tuple[Naming, list[Found]]:
        """What the names in the field find, beside what the whole found; and the name that was asked for: the whole, or
        the one name that is in the field."""
        best = {each.at: each for each in found}
        person = is_person(query.schema) if query.schema else None
        more = may_hold_more(text, [word.text for word in asked.words], self._places)
        for reading in readings_of(text, self._places) if more else ():
            part = naming_of(reading.text, person=person, is_listed=self._names.lexicon.holds)
            if _is_remnant(part, reading):
                continue
            own = [each for each in self._by_name(part, query.lists)[0] if self._is_read(each, part, reading)]
            for each in own:
                read = each._replace(read=reading.text)
                if reading.guess or not (reading.apart or reading.ship or part.forms or len(part.core) > 1):
                    read = read.possible(min(each.score, GUESSED))
                elif not reading.alone and not part.forms and self._common(part, [each]):
                    read = read.possible(COMMON_PART)
                _keep(best, read)
            if reading.alone and any(each.sure for each in own):
                asked = part
        if all(each.score < MATCH for each in best.values()):
            for each in held:
                _keep(best, each)
        return asked, list(best.values())

    def _is_read(self, found: Found, part: Naming, reading: Reading) -> bool:
        """Whether a part of a field is enough to find a party: all of a name, or most of one that signs part. Denise
        Davis is a person, though DENISE is listed and Davis is a place."""
        if not (reading.apart or reading.ship or part.forms) and len(part.core) == 1 and is_common(part.core[0], 0):
            return False
        if found.sure:
            return True
        if found.score < MATCH or (reading.ship and found.naming.has_surname):
            return False
        if len(part.core) == 1:
            return reading.alone and reading.apart
        telling = any(word.role is not Role.STOCK for word in part.core)
        return found.fits or (reading.apart and telling)

    def _held_in(self, sought: Sought, numbers: list[int]) -> list[Found]:
        """The listed names that stand in a longer question, word beside word, though nothing tells where they begin."""
        asked = sought.naming
        made = []
        for listed in self._names.read_all(np.array(numbers, dtype=np.int64)):
            window = window_of(asked, listed.naming, sought.tables)
            if window is None or listed.weak or not self._is_telling(listed.naming):
                continue
            if not _are_beside(asked.words[: window.start], asked.words[window.stop :]):
                continue
            part = Naming(asked.words[window], rough=asked.rough, latin=asked.latin)
            likeness = compare(part, listed.naming, sought.tables[window])
            found = found_by(part, listed, likeness)
            if found.sure:
                read = " ".join(word.text for word in part.words)
                made.append(found._replace(read=read).possible(HELD))
        return made

    def _is_telling(self, naming: Naming) -> bool:
        """Whether a name of a firm or a ship tells enough to be found in the middle of a text: several words, one
        rare."""
        if naming.has_surname or len(naming.core) < 2 or naming.size < LETTERS_IN_TEXT:
            return False
        own = [word.text for word in naming.core if word.role is Role.NAME and word.text not in COMMON_WORDS]
        return any(self._bearing(text) <= RARE_IN_TEXT for text in own)

    def _by_name(self, asked: Naming, lists: frozenset[str]) -> tuple[list[Found], list[Found]]:
        """The best fit of each party; by letters, too, where words do not lead to a match. And the names that the
        question
        holds whole beside other words."""
        best: dict[int, Found] = {}
        if not asked.words or not self.size:
            return [], []
        among = self._parties.on(lists) if lists else None
        sought = self._candidates.sought(asked)
        same = self._candidates.same_letters(asked, among)
        likely, near = self._candidates.by_words(sought, among)
        self._rate(sought, dict.fromkeys([*same, *likely]), best)
        if sought.has_strange_words and all(each.score < MATCH for each in best.values()):
            self._rate(sought, self._candidates.by_letters(asked, among), best)
        if any(each.score >= MATCH for each in best.values()):
            return list(best.values()), []
        whole = self._candidates.held_whole(asked, near, among)
        return list(best.values()), self._held_in(sought, whole) if whole else []

    def _rate(self, sought: Sought, numbers: Iterable[int], best: dict[int, Found]) -> None:
        asked, tables = sought.naming, sought.tables
        weak = self._policy.weak
        for listed in self._names.read_all(np.array(list(numbers), dtype=np.int64)):
            if listed.weak and weak is not Weak.BELOW:
                if weak is Weak.OUT:
                    continue
                listed = listed._replace(weak=False)
            likeness = compare(asked, listed.naming, tables)
            if likeness.score > LEAST:
                found, known = self._judged(asked, listed, likeness), best.get(listed.owner)
                if found.score > LEAST and (known is None or found.rank > known.rank):
                    best[listed.owner] = found

    def _judged(self, asked: Naming, listed: Read, likeness: Likeness) -> Found:
        found = found_by(asked, listed, likeness)
        word = short_for(asked, found) if found.score < SHORT_FORM else None
        if word is None or self._bearing(word.text) > RARE_WORD:
            return found
        return found._replace(score=SHORT_FORM)


def _are_beside(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether the words around a listed name may stand beside it, as leads and addresses do. A number or one word after
    it makes another name: KUM UN SAN 6, VENTORA MINING QUILLANE."""
    lead, tail = ([word for word in words if word.role is Role.NAME] for words in (before, after))
    if any(word.number for word in (*before[-1:], *after[:1])):
        return False
    return len(tail) != 1 if lead else len(tail) > 1


def _is_remnant(part: Naming, reading: Reading) -> bool:
    """Whether a letter or two are what signs left over of a field, and no name: the x of =HYPERLINK("x")."""
    short = all(len(word.text) <= SHORT_WORD for word in part.words)
    return short and not reading.alone and not (len(reading.text) > 1 and reading.text.isupper())


def _keep(best: dict[int, Found], found: Found) -> None:
    known = best.get(found.at)
    if known is None or found.rank > known.rank:
        best[found.at] = found


def pair_score(one: str, other: str, schema: Schema | None = None) -> float:
    """How alike two names are, 0 to 1; the better of the two readings, either as the listed one."""
    person = is_person(schema) if schema else None
    first, second = (naming_of(text, person=person, is_listed=lambda word: False) for text in (one, other))
    return max(_compared(first, second), _compared(second, first))


def _compared(asked: Naming, listed: Naming) -> float:
    """The likeness to a name that is taken as the one listed."""
    tables = tables_between([word.traits for word in asked.words], [word.traits for word in listed.words])
    return compare(asked, listed.numbered(), tables).score
