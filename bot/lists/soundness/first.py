"""The first edition of a list: there is none before it, so it is held against what such a list usually holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from bot.lists.soundness.curve import Limit
from bot.lists.soundness.finding import Finding, counted
from bot.lists.soundness.kinds import ADDRESSES, ALIASES, BIRTH_DATES, IDENTIFIERS, KINDS, NAME, PROGRAMS, TEXTS, Kind
from bot.lists.soundness.text import damaged_of
from bot.sanctions.listing import Listing
from bot.sanctions.packed import ids_of
from bot.sanctions.party import Schema

FEW = 200  # entries: a list of fewer is somebody's own, and anything may be usual in it
SHARED_BY = 6  # entries of one name, more than any published list has
NAMED_ALIKE = Limit(0.01, 0.0, 0.01, 10)
WORDLESS = Limit(0.005, 0.0, 0.005, 3)
TEXT = Limit(0.005, 0.0, 0.005, 3)
SAME = Limit(0.04, 0.0, 0.04, 30)
LEAST = 0.8  # of the usual share
WELL_KNOWN = 0.2  # of the parties that everybody asks for, so many may be gone
FOR_YEARS = 3  # after the day on which they were noted down

# The shares of entries (birth dates: of persons) that have a kind of fact, the least of the editions measured:
# SDN of 2022 to 2024, non-SDN of 2025, UN of 2025 and 2026.
USUAL: Mapping[str, Mapping[str, float]] = {
    "us_ofac_sdn": {"programs": 1.0, "birth_dates": 0.97, "identifiers": 0.566, "aliases": 0.525, "addresses": 0.743},
    "us_ofac_cons": {"programs": 1.0, "birth_dates": 0.93, "identifiers": 0.78, "aliases": 0.91, "addresses": 0.88},
    "un_sc": {"programs": 1.0, "birth_dates": 0.927, "identifiers": 0.271, "aliases": 0.798, "addresses": 0.526},
}


def measures(
    key: str, listings: Sequence[Listing], silent: frozenset[str], well_known: frozenset[str] = frozenset()
) -> list[Finding]:
    """Everything that is looked at. `silent` are the kinds of fact whose file did not come; `well_known` the ids of
    parties that such an edition must hold (`expected`)."""
    if len(listings) < FEW:
        return []
    filled = [kind for kind in _FILLED if kind.key not in silent]
    return [*_names(listings), *_of_kinds(key, listings, TEXTS, filled), *_missing(listings, well_known)]


def measures_of(key: str, listings: Sequence[Listing], told: frozenset[str]) -> list[Finding]:
    """The same of the kinds of fact (by key) that are told for the first time; the rest was held against an edition
    before."""
    kinds = [kind for kind in KINDS if kind.key in told]
    return [*_of_kinds(key, listings, kinds, kinds)] if kinds and len(listings) >= FEW else []


def _of_kinds(
    key: str, listings: Sequence[Listing], kinds: Sequence[Kind], filled: Sequence[Kind]
) -> Iterator[Finding]:
    yield from _texts(listings, kinds)
    yield from _same(listings, kinds)
    for kind in filled:
        yield from _fill(key, kind, listings)


_FILLED = (PROGRAMS, BIRTH_DATES, IDENTIFIERS, ALIASES, ADDRESSES)


def expected(published: str, noted: Mapping[str, str]) -> frozenset[str]:
    """Of the parties noted down as listed on a day (ISO, by id), those that an edition of this date should hold."""
    day = _day(published)
    held = ((one, (day - _day(on)).days) for one, on in noted.items())
    return frozenset(one for one, days in held if 0 <= days <= FOR_YEARS * 365)


def _day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 7 else f"{text}-28")


def _names(listings: Sequence[Listing]) -> Iterator[Finding]:
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for listing in listings:
        bearers[next(iter(NAME.words(listing)), "")].append(listing.entity_id)
    alike = [one for several in bearers.values() if len(several) >= SHARED_BY for one in several]
    yield from counted("one name in many entries", alike, len(listings), NAMED_ALIKE)
    wordless = [one.entity_id for one in listings if sum(map(str.isalpha, one.name)) < 2]
    yield from counted("names without letters", wordless, len(listings), WORDLESS)


def _texts(listings: Sequence[Listing], kinds: Sequence[Kind]) -> Iterator[Finding]:
    wrong = damaged_of((one.entity_id, [text for kind in kinds for text in kind.raw(one)]) for one in listings)
    yield from counted("text that was read wrongly", wrong, len(listings), TEXT)


def _same(listings: Sequence[Listing], kinds: Sequence[Kind]) -> Iterator[Finding]:
    for kind in (one for one in (BIRTH_DATES, IDENTIFIERS, ALIASES) if one in kinds):
        often = Counter(chain.from_iterable(map(kind.raw, listings))).most_common(1)
        if often:
            having = [one.entity_id for one in listings if often[0][0] in kind.raw(one)]
            yield from counted(f"the same in many entries, {kind.title}", having, len(listings), SAME)


def _fill(key: str, kind: Kind, listings: Sequence[Listing]) -> Iterator[Finding]:
    usual = USUAL.get(key, {}).get(kind.key)
    if usual is None:
        return
    asked, without = 0, []
    for one in listings:
        if kind is not BIRTH_DATES or one.schema is Schema.PERSON:
            asked += 1
            if not kind.has(one):
                without.append(one.entity_id)
    limit = asked * (1 - LEAST * usual) if usual < 1 else asked * 0.01
    yield Finding(f"entries without {kind.title}", len(without), asked, limit, tuple(without[:3]))


def _missing(listings: Sequence[Listing], well_known: frozenset[str]) -> Iterator[Finding]:
    gone = sorted(well_known.difference(ids_of(listings)))
    if gone:
        yield Finding("well-known entries missing", len(gone), len(well_known), WELL_KNOWN * len(well_known),
                      tuple(gone[:3]))  # fmt: skip
