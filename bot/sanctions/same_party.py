"""Whether an entry of another publisher is the same party. Careful: a name alone misleads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.sanctions.countries import country_key
from bot.sanctions.display import parted
from bot.sanctions.listing import Listing
from bot.sanctions.name_key import name_key
from bot.sanctions.party import BirthDate, Identifier, Schema

# Numbers that one party alone bears. Websites, telephones, securities and "other" are shared or change hands.
TELLING = ("imo", "imo_company", "mmsi", "passport", "national_id", "tax_id", "registration", "bic", "lei", "wallet")
# Numbers that a country gives once to a party: two different ones are two parties.
UNIQUE = ("imo", "lei", "tax_id")
CIRCA_YEARS = 5  # how far "circa 1960" may be off: publishers differ by as much on the same person
CRAFT = (Schema.VESSEL, Schema.AIRPLANE)
NAMED = "name"
LIMITED = ("LLC", "OOO")  # every other form of `split_form` is one of shares
_GLOSS = re.compile(r"\s*\(([^()]+)\)\s*")
_SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "al", "el"})


def party_keys(listing: Listing) -> set[tuple[str, str]]:
    """What another entry must share for `same_party` to be worth asking: identifiers, full strong names, and of bodies
    those names bare of legal form and gloss."""
    keys = {(one.type, _bare(one)) for one in listing.identifiers if _telling(one)}
    keys |= {(NAMED, name) for name in _full_names(listing)}
    if listing.schema.is_body:
        keys |= {(NAMED, _bare_name(name.text)[0]) for name in listing.strong_names}
    return {key for key in keys if key[1]}


def _full_names(listing: Listing) -> set[str]:
    if listing.schema in CRAFT:
        return set()
    return {_full_name(name.text, listing.schema) for name in listing.strong_names} - {""}


def same_party(one: Listing, other: Listing) -> bool:
    """An equal identifier, or an equal full strong name of one type with nothing against it.

    Against it count: birth dates that cannot be one day, and another IMO number, LEI or tax number of the same
    country. A ship or an aircraft is never the same by its name. One word is a full name only for a body;
    and one of the two must be listed under the name, not only known by it, but where birth dates agree.
    Of bodies of one country a name says as much without its legal form and without what glosses it: "VTB Bank (Public
    Joint-Stock Company)" is VTB BANK PUBLIC JOINT STOCK COMPANY.
    """
    if not one.schema.may_be(other.schema):
        return False
    shared = party_keys(one) & party_keys(other)
    if _numbers_of(shared):
        return _by_number(one, other, shared)
    if not shared or speaks_against(one, other):
        return False
    names = _full_names(one) & _full_names(other)
    if names & _main_names(one, other):
        return True
    if not one.schema.is_body:
        return bool(names and one.birth_dates and other.birth_dates)
    return bool(shared) and at_home_together(one, other) and _listed_as({name for _, name in shared}, one, other)


def same_by_number(one: Listing, other: Listing) -> bool:
    """Whether two entries have an equal identifier of one country, and no birth dates that cannot be one day."""
    shared = party_keys(one) & party_keys(other)
    return bool(_numbers_of(shared)) and _by_number(one, other, shared)


def _by_number(one: Listing, other: Listing, shared: set[tuple[str, str]]) -> bool:
    return _countries_agree(one, other, shared) and not born_apart(one.birth_dates, other.birth_dates)


def _numbers_of(keys: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {key for key in keys if key[0] != NAMED}


def _listed_as(bare: set[str], one: Listing, other: Listing) -> bool:
    """Whether one of two bodies is listed under one of these bare names, and no legal form tells them apart."""
    ours, theirs = (
        {_bare_name(name.text) for name in listing.strong_names if _bare_name(name.text)[0] in bare}
        for listing in (one, other)
    )
    main = {_bare_name(one.name)[0], _bare_name(other.name)[0]}
    return any(
        name in main and name == like and (form == other_form or not (form and other_form))
        for name, form in ours
        for like, other_form in theirs
    )


def at_home_together(one: Listing, other: Listing) -> bool:
    """Whether both have an address, or a number, of one country: subsidiaries bear their parent's name abroad."""
    ours = {country_key(name) for name in one.countries}
    return not ours.isdisjoint(country_key(name) for name in other.countries)


@lru_cache(maxsize=50_000)
def _bare_name(text: str) -> tuple[str, str]:
    """A body's name as it is compared without its legal form and without a bracket that says nothing new (its
    abbreviation, its form, its name once more), and the kind of its form: "shares", "limited" or ""."""
    forms = []
    if found := _GLOSS.search(text) if "(" in text else None:
        gloss, form = parted(found[1])
        name = f"{text[: found.start()]} {text[found.end() :]}".strip()
        if _is_gloss(gloss, name):
            text, forms = name, [form]
    bare, form = parted(text)
    form = next((one for one in (form, *forms) if one), "")
    return name_key(bare), "limited" if form in LIMITED else "shares" if form else ""


def _is_gloss(gloss: str, name: str) -> bool:
    """Whether a bracket says the name's own words again, or is made of their first letters in order."""
    said, words = name_key(gloss).split(), name_key(name).split()
    if set(said) <= set(words):
        return True
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return len(said) == 1 and len(said[0]) > 2 and said[0] in ("".join(word[0] for word in words), initials)


def _main_names(one: Listing, other: Listing) -> set[str]:
    """Aliases are shared: Ansar Allah are the Houthis, and one name more of Hizballah; Abu Anas are several men. So one
    of the two must be listed under the name, or, of people, a birth date say the same."""
    return {_full_name(listing.name, listing.schema) for listing in (one, other)}


def speaks_against(one: Listing, other: Listing) -> bool:
    """Whether anything says that two entries are not one party, whatever their names."""
    born_on_other_days = born_apart(one.birth_dates, other.birth_dates)
    return not one.schema.may_be(other.schema) or born_on_other_days or _numbers_differ(one, other)


def _telling(identifier: Identifier) -> bool:
    return identifier.type in TELLING and len(_bare(identifier)) >= 6


def _bare(identifier: Identifier) -> str:
    return "".join(mark for mark in identifier.value.casefold() if mark.isalnum()).removeprefix("imo")


def _full_name(text: str, schema: Schema) -> str:
    """A person's name parts in any order, because publishers order them differently; a body's as they stand."""
    words = name_key(text).split()
    if schema.is_body:
        return " ".join(words)
    return " ".join(sorted(words)) if len(words) > 1 else ""


def _countries_agree(one: Listing, other: Listing, shared: set[tuple[str, str]]) -> bool:
    """Registers of two countries can give one number; an equal number counts where no two countries differ."""
    for left in one.identifiers:
        for right in other.identifiers:
            if left.type == right.type and (left.type, _bare(left)) in shared and _bare(left) == _bare(right):
                countries = {country_key(left.country), country_key(right.country)} - {""}
                if len(countries) < 2:
                    return True
    return False


def born_apart(ours: Iterable[BirthDate], theirs: Iterable[BirthDate]) -> bool:
    """Whether the birth dates of two entries cannot be one day. Nothing is said where either has none."""
    ours, theirs = [d for d in ours if d.first and d.last], [d for d in theirs if d.first and d.last]
    if not ours or not theirs:
        return False
    return not any(_may_be_one_day(a, b) for a in ours for b in theirs)


def _may_be_one_day(one: BirthDate, other: BirthDate) -> bool:
    if one.circa or other.circa:
        slack = CIRCA_YEARS
        return _year(one.first) - slack <= _year(other.last) and _year(other.first) - slack <= _year(one.last)
    return one.first <= other.last and other.first <= one.last


def _year(day: str) -> int:
    return int(day[:4])


def _numbers_differ(one: Listing, other: Listing) -> bool:
    for kind in UNIQUE:
        ours, theirs = _numbers(one, kind), _numbers(other, kind)
        for country in ours.keys() & theirs.keys():
            if not ours[country] & theirs[country]:
                return True
    return False


def _numbers(listing: Listing, kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for identifier in listing.identifiers:
        if identifier.type == kind:
            found.setdefault(country_key(identifier.country), set()).add(_bare(identifier))
    return found
