"""The index: listings in, hits out. Immutable once built; a new edition makes a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bot.sanctions.entity import Name, Schema
from bot.sanctions.listing import Listing
from bot.screening import evidence
from bot.screening.candidates import Candidates
from bot.screening.identifiers import Wanted, comparable, family
from bot.screening.naming import Namer, Naming
from bot.screening.normalise import visible
from bot.screening.query import MATCH, Hit, Query, Reason, Screening
from bot.screening.reasons import name_reasons
from bot.screening.registry import Bearer, Registry, wanted_of
from bot.screening.score import Likeness, compare
from bot.screening.spelling import How, Memory
from bot.screening.subject import Subject, subjects_of
from bot.screening.verdict import RARE_SURNAME, ask_back_for, is_common, is_equal, may_fit_alone, verdict_of

BELOW = MATCH - 0.02  # where a hit is put that must not be a match
WEAK_MOST = 0.9  # of a weak alias
SHORT_WEAK = 5  # letters
SINGLE_LEAST, SINGLE_ALIKE = 6, 0.86  # letters and likeness of a single word that is not spelt as listed
OTHER_IDENTIFIER = -0.15


@dataclass(frozen=True, slots=True)
class Found:
    """A subject that a name may mean, before the evidence beside the name."""

    at: int
    name: Name
    naming: Naming
    likeness: Likeness
    score: float
    latin: bool  # whether the question is in Latin letters

    @property
    def sure(self) -> bool:
        """An equal strong name."""
        return not self.name.weak and is_equal(self.likeness, latin=self.latin)

    @property
    def fits(self) -> bool:
        """A strong name of which the question leaves out a patronymic or middle name only."""
        return not self.name.weak and may_fit_alone(self.likeness, self.naming, latin=self.latin)


class Index:
    """Screens names against listings. `version` says which editions it was built from."""

    def __init__(self, subjects: tuple[Subject, ...], version: str = "") -> None:
        self.version = version
        self._subjects = subjects
        self._namer = Namer()
        self._names: list[tuple[int, Name]] = [(at, name) for at, s in enumerate(subjects) for name in s.names]
        persons = [_is_person(s.schema) for s in subjects]
        self._namings = [self._namer.name(name.text, person=persons[at]) for at, name in self._names]
        self._owner = np.array([at for at, _ in self._names], dtype=np.int64)
        self._candidates = Candidates(self._namings, self._namer)
        self._registry = Registry(subjects)

    @classmethod
    def build(cls, listings: Iterable[Listing], version: str = "") -> Index:
        """An index of all listings, one subject for each entity id. The order of the listings does not matter."""
        return cls(subjects_of(listings), version)

    @property
    def entities(self) -> int:
        """How many parties."""
        return len(self._subjects)

    @property
    def size(self) -> int:
        """How many names."""
        return len(self._names)

    def screen(self, query: Query, limit: int = 10) -> Screening:
        """The parties that the query may mean, best first, at most `limit`. Never raises, whatever the name holds."""
        wanted, rest = wanted_of(query)
        asked = Namer(mends=True).name(rest, person=_is_person(query.schema) if query.schema else None)
        found = self._by_name(asked, query.lists)
        common = self._common(asked, found)
        alone = self._alone(found)
        bearers = self._registry.find(wanted)
        found = sorted(found, key=lambda each: (-each.score, each.at))[: max(2 * limit, 30)]
        hits = [hit for each in found if (hit := self._hit(query, each, wanted, bearers, common, each.at == alone))]
        named = {each.at for each in found}
        hits += [hit for at, b in bearers.items() if at not in named and (hit := self._bearer_hit(query, b))]
        hits.sort(key=lambda hit: (-hit.score, not hit.certain, hit.name, hit.entity_id))
        faults = [each.fault for each in wanted if each.fault] if not any(hit.certain for hit in hits) else []
        ask = ask_back_for(visible(rest)) if common and not bearers else " ".join(faults)
        return Screening(query, verdict_of(hits), tuple(hits[: max(limit, 0)]), ask)

    def _common(self, asked: Naming, found: list[Found]) -> bool:
        """Whether the question is one common word."""
        if len(asked.core) != 1:
            return False
        if any(each.sure for each in found):  # Gazprom is in many names, and one party's own
            return is_common(asked.core[0], 0)
        holders = self._candidates.held_by(asked.core[0].text)
        return is_common(asked.core[0], len(np.unique(self._owner[holders])))

    def _by_name(self, asked: Naming, lists: frozenset[str]) -> list[Found]:
        """The best fit of each subject; by letters, too, where words do not lead to a match."""
        memory: Memory = {}
        best: dict[int, Found] = {}
        self._rate(asked, self._candidates.by_words(asked), memory, best, lists)
        if all(each.score < MATCH for each in best.values()):
            self._rate(asked, self._candidates.by_letters(asked), memory, best, lists)
        return list(best.values())

    def _rate(
        self, asked: Naming, names: list[int], memory: Memory, best: dict[int, Found], lists: frozenset[str]
    ) -> None:
        for number in names:
            at, name = self._names[number]
            if lists and not self._subjects[at].lists & lists:
                continue
            naming = self._namings[number]
            likeness = compare(asked, naming, memory)
            found = Found(at, name, naming, likeness, _capped(asked, likeness, name, naming), asked.latin)
            known = best.get(at)
            if found.score > 0.3 and (known is None or _rank(found) > _rank(known)):
                best[at] = found

    def _alone(self, found: list[Found]) -> int | None:
        """The one subject that a given name and a rare surname fit, if there is just one."""
        fits = [each for each in found if each.fits or each.sure]
        if len({each.at for each in fits}) != 1:
            return None
        bearers = {int(self._owner[n]) for text in fits[0].naming.surname for n in self._candidates.held_by(text)}
        return fits[0].at if len(bearers) <= RARE_SURNAME else None

    def _hit(
        self,
        query: Query,
        found: Found,
        wanted: tuple[Wanted, ...],
        bearers: dict[int, Bearer],
        common: bool,
        alone: bool,
    ) -> Hit | None:
        subject = self._subjects[found.at].on(query.lists)
        if subject is None:
            return None
        equal = found.sure
        score = found.score
        if common:
            score = min(score, 0.9 if equal else BELOW)
        findings = list(_findings(query, subject))
        if found.at in bearers:
            score, equal = 1.0, True
        elif other := _other_identifier(wanted, subject):
            findings.append(other)
        against = any(each.against for each in findings)
        score = _sum(score, findings) if found.at not in bearers else 1.0
        certain = found.at in bearers or ((equal or alone) and not against and not common and score >= MATCH)
        reasons = name_reasons(found.likeness, found.naming, found.name, latin=found.latin)
        if found.at in bearers:
            reasons.insert(0, _identifier_reason(bearers[found.at]))
        reasons += [each.reason for each in findings]
        return _made(subject, found.name, score, tuple(reasons), certain)

    def _bearer_hit(self, query: Query, bearer: Bearer) -> Hit | None:
        subject = self._subjects[bearer.at].on(query.lists)
        if subject is None:
            return None
        reasons = [_identifier_reason(bearer), *(each.reason for each in _findings(query, subject))]
        return _made(subject, subject.names[0], 1.0, tuple(reasons), True)


def pair_score(one: str, other: str, schema: Schema | None = None) -> float:
    """How alike two names are, 0 to 1; the better of the two readings, either as the listed one."""
    namer = Namer(mends=True)
    person = _is_person(schema) if schema else None
    first, second = namer.name(one, person=person), namer.name(other, person=person)
    return max(compare(first, second).score, compare(second, first).score)


def _is_person(schema: Schema) -> bool | None:
    return None if schema is Schema.LEGAL_ENTITY else schema is Schema.PERSON


def _capped(asked: Naming, likeness: Likeness, name: Name, naming: Naming) -> float:
    """Weak aliases count less; a short one alone, or one that is not spelt so, is never a match."""
    if len(asked.core) == 1 and not likeness.equal and not _single_enough(asked.core[0].text, likeness):
        return min(likeness.score, BELOW)
    if not name.weak:
        return likeness.score
    short = len(naming.core) == 1 and len(naming.core[0].text) <= SHORT_WEAK
    if short or any(pair.how is not How.EQUAL for pair in likeness.pairs):
        return min(likeness.score * 0.95, BELOW)
    return min(likeness.score * 0.95, WEAK_MOST)


def _single_enough(word: str, likeness: Likeness) -> bool:
    """Whether one word is alike enough to stand for a name: Rosnefft does, Honda for HODA does not."""
    if any(pair.how is How.EQUAL and pair.asked.text == word for pair in likeness.pairs):
        return True
    if likeness.run_together:
        return likeness.score >= 0.97
    alike = max((pair.alike for pair in likeness.pairs if pair.asked.text == word), default=1.0)
    return len(word) >= SINGLE_LEAST and alike >= SINGLE_ALIKE


def _rank(found: Found) -> tuple[bool, bool, float, bool, str]:
    """Which of a subject's names speaks for it: an equal one, one that may fit alone, the one most alike."""
    return (found.sure, found.fits, found.score, not found.name.weak, found.name.text)


def _findings(query: Query, subject: Subject) -> Iterator[evidence.Finding]:
    for found in (
        evidence.on_type(query.schema, subject.schema),
        evidence.on_birth(query.birth_date, subject.birth_dates),
        evidence.on_country(query.country, subject.countries),
    ):
        if found is not None:
            yield found


def _other_identifier(wanted: tuple[Wanted, ...], subject: Subject) -> evidence.Finding | None:
    """The list has another value of a kind that a party has but one of."""
    for each in wanted:
        if each.type not in ("imo", "inn", "ogrn", "lei"):
            continue
        lengths = {"inn": (10, 12), "ogrn": (13, 15)}.get(each.type)
        listed = [
            identifier.value
            for identifier in subject.identifiers
            if family(identifier.type) == family(each.type)
            and (lengths is None or len(comparable(each.type, identifier.value)) in lengths)
        ]
        if listed:
            says = f"The {each.type.upper()} differs: asked {each.value}, listed {listed[0]}."
            return evidence.Finding(OTHER_IDENTIFIER, Reason("identifier", says), against=True)
    return None


def _identifier_reason(bearer: Bearer) -> Reason:
    label = bearer.identifier.label or bearer.identifier.type.replace("_", " ").upper()
    return Reason("identifier", f"The identifier is equal: {label} {bearer.identifier.value}.")


def _sum(score: float, findings: list[evidence.Finding]) -> float:
    """Evidence for a hit lifts it only where the name is a match already: a birth year is shared by many."""
    change = sum(each.change for each in findings)
    if change > 0 and score < 0.7:
        return score
    return min(max(score + change, 0.0), 1.0)


def _made(subject: Subject, matched: Name, score: float, reasons: tuple[Reason, ...], certain: bool) -> Hit:
    lists = tuple(dict.fromkeys(listing.list for listing in subject.listings))
    return Hit(
        entity_id=subject.entity_id,
        name=subject.name,
        schema=subject.schema,
        matched=matched,
        score=round(score, 4),
        reasons=reasons,
        lists=lists,
        programs=subject.programs,
        effect=subject.effect,
        url=subject.url,
        certain=certain,
    )
