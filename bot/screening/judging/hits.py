"""Hits, made of what was found: the evidence beside the name weighed, and the reasons put into words."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from bot.sanctions.party import Identifier, Name, Schema
from bot.sanctions.standing import NOTHING_KNOWN, AsOf
from bot.screening.index.parties import Party
from bot.screening.index.registry import Bearer
from bot.screening.judging import evidence
from bot.screening.judging.found import Found
from bot.screening.judging.reasons import name_reasons
from bot.screening.judging.verdict import is_certain, is_of_ordinary_words
from bot.screening.policy import STANDARD, Policy
from bot.screening.query import Hit, Query, Reason
from bot.screening.weights import (
    BELOW,
    COMMON_ALONE,
    DECIDING,
    EXPLAINED,
    KINDRED,
    LIFTED,
    NEARLY_EQUAL,
    OTHER_IDENTIFIER,
)  # fmt: skip
from bot.screening.words.identifiers import SHARED, Wanted, comparable, family, kindred
from bot.screening.words.naming import Naming, naming_of


@dataclass(frozen=True, slots=True)
class Case:
    """What holds for all hits of one question. `common`: it is one common word; `alone`: the one party that a given
    name and a rare surname fit, as each publisher lists it; `bearers`: the parties with a wanted identifier;
    `asked`: the name as it is asked for."""

    query: Query
    wanted: tuple[Wanted, ...]
    bearers: Mapping[int, Bearer]
    common: bool
    alone: frozenset[int]
    asked: Naming
    policy: Policy = STANDARD
    as_of: AsOf = NOTHING_KNOWN

    def hit(self, found: Found, name: Name, party: Party) -> Hit:
        """The hit that a found name makes, with all that is known beside it."""
        score = found.score
        if self.common:
            score = min(score, COMMON_ALONE if found.sure else BELOW)
        findings = self._findings(party, found.at)
        if party.schema in evidence.WITHOUT_FORM and not (found.read and party.schema is Schema.PERSON):
            more = _forms_of(self.asked, but={word.text for word in found.naming.words})
            of_form = evidence.on_form(more - _forms_of(found.naming), party.schema)
            findings += [of_form] if of_form else []
        if findings:
            least = self.policy.possible_from if score >= self.policy.possible_from and _stays(found, findings) else 0.0
            score = max(_sum(score, findings), least)
        bearer = self.bearers.get(found.at)
        if bearer is not None:
            score = max(score, KINDRED) if bearer.differs else 1.0
        reasons: list[Reason] = []
        if score >= EXPLAINED or findings:
            reasons = name_reasons(found.likeness, found.naming, name, latin=found.latin)
        if found.read and reasons:
            how = "Read as" if found.respelt else "Read in the question"
            reasons.insert(0, Reason("read", f"{how}: “{found.read.title() if found.respelt else found.read}”."))
        if bearer is not None:
            reasons.insert(0, _identifier_reason(bearer))
        reasons += [each.reason for each in findings]
        of_many = found.sure and _is_alias_of_many(found, name, party)
        if of_many := of_many and not any(each.reason.kind == "birth_date" for each in findings):
            reasons.append(Reason("name", "Many people have this name, and here it is an alias only."))
        certain = is_certain(
            same_identifier=bearer is not None and not bearer.differs,
            equal=found.sure,
            alone=found.at in self.alone,
            common=self.common or of_many,
            contradicted=any(each.against for each in findings),
        )
        return self._made(party, name, score, tuple(reasons), certain)

    def bearer_hit(self, bearer: Bearer, party: Party, called: str) -> Hit:
        """The hit that an identifier makes, whatever the name. `called`: the other name that was asked for, "" for
        none."""
        other = f"The entry has no name like “{called}”: a new name, or another's number."
        reasons = [
            _identifier_reason(bearer),
            *([Reason("name" if bearer.differs else "other_name", other)] if called else []),
        ]
        reasons += [each.reason for each in self._findings(party, bearer.at)]
        score = KINDRED if bearer.differs else 1.0
        return self._made(party, party.primary, score, tuple(reasons), not bearer.differs)

    def _findings(self, party: Party, at: int) -> list[evidence.Finding]:
        query = self.query
        ordinary = bool(query.country) and is_of_ordinary_words(self.asked)
        same = at in self.bearers and not self.bearers[at].differs  # an IMO number may be a shipping company's
        findings = [
            query.schema and not same and evidence.on_type(query.schema, party.schema),
            query.birth_date and evidence.on_birth(query.birth_date, party.birth_dates),
            query.country and evidence.on_country(query.country, party.countries, tells=ordinary),
            self.wanted and at not in self.bearers and _other_identifier(self.wanted, party),
        ]
        return [each for each in findings if isinstance(each, evidence.Finding)]

    def _made(self, party: Party, matched: Name, score: float, reasons: tuple[Reason, ...], certain: bool) -> Hit:
        return Hit(
            entity_id=party.entity_id,
            name=party.name,
            schema=party.schema,
            matched=matched,
            score=round(score, 4),
            reasons=reasons,
            lists=party.lists,
            programs=party.programs,
            effect=party.effect,
            standing=party.standing(self.as_of),
            url=party.url,
            certain=certain and score >= self.policy.possible_from,
            possible_from=self.policy.possible_from,
        )


def _forms_of(naming: Naming, but: Set[str] = frozenset()) -> Set[str]:
    """The legal forms in a name, Inc. and Co. too, `but` for what are words of the name: a man may be called Sa."""
    return {word.kind for word in naming.words if word.kind and word.text not in but}


def _is_alias_of_many(found: Found, name: Name, party: Party) -> bool:
    """Whether a person is found by an alias that many people bear, and the person's own name has none of its words: Ali
    Hassan, of Mustafa Mohamed Fadhil."""
    if party.schema is not Schema.PERSON or name == party.primary or not found.naming.is_common:
        return False
    own = {word.text for word in naming_of(party.primary.text, person=True).core}
    return len(found.naming.core) > 1 and own.isdisjoint({word.text for word in found.naming.core})


def _stays(found: Found, findings: list[evidence.Finding]) -> bool:
    """Whether a match stays one whatever speaks against it: its name is equal, or nearly, or little speaks against it.
    Birth dates are mistyped on either side, and lists have wrong ones."""
    equal = found.sure or found.fits or found.likeness.equal or found.score >= NEARLY_EQUAL
    return equal or all(each.change > DECIDING for each in findings)


_ONE_OF = ("imo", "lei", "bic")  # what a party has but one of; of Russian numbers told by their length, INN and OGRN
_RUSSIAN = {"tax_id": ("INN", (10, 12)), "registration": ("OGRN", (13, 15))}
_TYPES = {"inn": "tax_id", "ogrn": "registration"}


def _other_identifier(wanted: tuple[Wanted, ...], party: Party) -> evidence.Finding | None:
    """The list has another value of a kind that a party has but one of, or a bank's code is another's; of another kind
    it is said that the entry has no such number."""
    typed = [each for each in wanted if each.type and each.type not in SHARED]
    for each in typed:
        asked = comparable(each.type, each.value)
        called, lengths = _RUSSIAN.get(_TYPES.get(each.type, each.type), (each.type.upper(), ()))
        if not (len(asked) in lengths if lengths else each.type in _ONE_OF):
            continue
        listed = [one.value for one in party.identifiers if _is_such(one, each.type, len(asked) if lengths else 0)]
        alike = kindred(each.type, each.value)
        if listed and not (alike and alike in [kindred(each.type, value) for value in listed]):
            says = f"The {called} differs: asked {each.value}, listed {listed[0]}."
            alone = each.type in ("imo", "lei")  # of numbers a slip is likelier than another party of the name
            return evidence.Finding(OTHER_IDENTIFIER * alone, Reason("other_number", says), against=alone)
    if not typed:
        return None
    called = f"{typed[0].type.replace('_', ' ')} {typed[0].value}"
    return evidence.Finding(0.0, Reason("number", f"The entry does not have {called}."))


def _is_such(listed: Identifier, type_: str, length: int) -> bool:
    """Whether a listed value is of a type, and as long, where its length tells what it is."""
    if not length:
        return family(listed.type) == family(type_)
    own = _TYPES.get(listed.type, listed.type) == _TYPES.get(type_, type_)
    return own and len(comparable(listed.type, listed.value)) == length


def _identifier_reason(bearer: Bearer) -> Reason:
    if bearer.differs:
        return Reason("identifier", bearer.differs)
    of_ship = bearer.identifier.type == "imo"  # "Vessel Registration Identification", a list calls it
    label = (not of_ship and bearer.identifier.label) or bearer.identifier.type.replace("_", " ").upper()
    return Reason("identifier", f"Same identifier: {label} {bearer.identifier.value}.")


def _sum(score: float, findings: list[evidence.Finding]) -> float:
    """Evidence for a hit lifts it only where the name is a match already: a birth year is shared by many."""
    change = sum(each.change for each in findings)
    if change > 0 and score < LIFTED:
        return score
    return min(max(score + change, 0.0), 1.0)
