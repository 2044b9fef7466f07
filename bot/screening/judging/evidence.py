"""What is known beside the name (type, birth date, country, identifiers), for or against a hit, and in words.

It is added to the score of the name. A contradiction of at least DECIDING takes a hit of a merely similar name below
MATCH; it stays in the results, lower and with its reason. An equal name stays a match whatever speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from bot.sanctions.countries import country_key
from bot.sanctions.party import BirthDate, Schema
from bot.screening.query import Reason
from bot.screening.weights import (
    NEAR_YEAR,
    OTHER_COUNTRY,
    OTHER_DAY,
    OTHER_TYPE,
    OTHER_YEAR,
    SAME_COUNTRY,
    SAME_DAY,
    SAME_YEAR,
)
from bot.screening.words.birth_dates import is_placeholder

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
COUNTRY_AGREES = "Same country."
WITHOUT_FORM = frozenset({Schema.PERSON, Schema.VESSEL, Schema.AIRPLANE})  # what has no legal form
_TYPE_WORDS = {
    Schema.PERSON: "a person",
    Schema.COMPANY: "a company",
    Schema.ORGANIZATION: "an organization",
    Schema.LEGAL_ENTITY: "a legal entity",
    Schema.VESSEL: "a vessel",
    Schema.AIRPLANE: "an aircraft",
    Schema.CRYPTO_WALLET: "a wallet",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of evidence. `against` rules out certainty, whatever the score."""

    change: float
    reason: Reason
    against: bool = False


def on_type(asked: Schema | None, listed: Schema) -> Finding | None:
    if asked is None or asked.may_be(listed):
        return None
    says = f"The question is about {_TYPE_WORDS[asked]}, the list has {_TYPE_WORDS[listed]}."
    return Finding(OTHER_TYPE, Reason("type", says), against=True)


def on_form(more: Set[str], listed: Schema) -> Finding | None:
    """A legal form, which no person, ship or aircraft has: Serena GmbH is not the tanker Serena, nor Mark Taylor Ltd
    the man."""
    if not more or listed not in WITHOUT_FORM:
        return None
    says = f"The question gives a legal form, the list has {_TYPE_WORDS[listed]}."
    return Finding(0.0, Reason("type", says), against=True)


def on_birth(asked: str, listed: Iterable[BirthDate]) -> Finding | None:
    """The listed date that agrees best decides: lists give several where they are unsure."""
    wanted = _DATE.search(asked)
    spans = [(date, date.first, date.last or date.first) for date in listed if date.first]
    spans = [(date, first, last) for date, first, last in spans if first != last or not is_placeholder(first)]
    if wanted is None or not spans or is_placeholder(asked.strip()):
        return None
    return max((_compare(wanted, *span) for span in spans), key=lambda found: found.change)


def _compare(wanted: re.Match[str], date: BirthDate, first: str, last: str) -> Finding:
    year, month, day = (int(part or 0) for part in wanted.groups())
    low, high = int(first[:4]), int(last[:4])
    off = max(low - year, year - high, 0)
    if off:
        change = NEAR_YEAR if off == 1 or (date.circa and off <= 3) else OTHER_YEAR
        says = f"Birth year differs by {off}: asked {year}, listed {date.text}."
        return Finding(change, Reason("birth_date", says), against=True)
    exact = len(first) == 10 and first == last
    if day and exact:
        given = f"{year:04d}-{month:02d}-{day:02d}"
        if given == first:
            return Finding(SAME_DAY, Reason("birth_date", "Same date of birth."))
        if first[5:] == "01-01":  # how lists write a year alone
            return Finding(SAME_YEAR, Reason("birth_date", "Same birth year; the list may know the year only."))
        says = f"Same birth year, another day: asked {given}, listed {date.text}."
        return Finding(OTHER_DAY, Reason("birth_date", says), against=True)
    return Finding(SAME_YEAR, Reason("birth_date", f"Date of birth agrees with the listed {date.text}."))


def on_country(asked: str, listed: Iterable[str], *, tells: bool = False) -> Finding | None:
    """`tells`: whether the name alone does not, so that another country makes it another's: Ministry of Defence."""
    named = [name for name in listed if name]
    if not asked.strip() or not named:
        return None
    if country_key(asked) in {country_key(name) for name in named}:
        return Finding(SAME_COUNTRY, Reason("country", COUNTRY_AGREES))
    says = f"Country differs: asked {asked.strip()}, listed {', '.join(named[:3])}."
    return Finding(OTHER_COUNTRY, Reason("country", says), against=tells)
