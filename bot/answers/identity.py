"""What identifies a listed party, for a reader who must tell it from a namesake: the two best facts, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.phrases import day
from bot.sanctions.display import KIND_WORDS, capitals, readable, split_form
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import Identifier, NameKind, Schema

COUNTRY_SHORT = {"Russian Federation": "Russia", "Korea, North": "North Korea", "Korea, South": "South Korea"}
MOST = 6  # fields
FEW = 2  # values of one field
LONG = 90  # letters of one value
# Identifiers by how surely they tell one party from another.
_TELLING = (
    "imo",
    "wallet",
    "tax_id",
    "bic",
    "lei",
    "registration",
    "aircraft",
    "national_id",
    "passport",
    "imo_company",
)
_CALLED = {
    "imo": "IMO",
    "lei": "LEI",
    "bic": "BIC",
    "wallet": "Wallet",
    "tax_id": "Tax id",
    "registration": "Registration",
    "passport": "Passport",
    "national_id": "National id",
    "aircraft": "Aircraft",
    "imo_company": "IMO company",
    "mmsi": "MMSI",
}
_POSTCODE = re.compile(r"\s*\b\d{4,6}\b\s*")

Fields = tuple[tuple[str, str], ...]


def identified(party: Party) -> str:
    """`Rosneft Oil Company (INN 7706107510, Moscow)`: a name to read, with the two facts that identify best."""
    name = readable(party.name, party.schema)
    known = [f"{label} {value}" if label else value for label, value in telling(party)][:2]
    about = ", ".join(known) or KIND_WORDS.get(party.schema, "") or split_form(party.name)[1]
    return f"{name} ({about})" if about else name


def telling(party: Party) -> Fields:
    """What tells this party from a namesake, the best first; what needs no label has none."""
    place = _place(party)
    if party.schema is Schema.PERSON:
        found = [("born", _born(party)), ("", _first(_nationalities(party)) or place)]
    elif party.schema in (Schema.VESSEL, Schema.AIRPLANE):
        flag = next((one.craft.flag for one in party.listings if one.craft and one.craft.flag), "")
        found = [*_numbers(party)[:1], ("flag", short_country(flag)) if flag else ("", KIND_WORDS[party.schema])]
    else:
        found = [*_numbers(party)[:1], ("", place)]
    return tuple((label, value) for label, value in found if value)


def fields(party: Party) -> Fields:
    """Everything else that identifies, label and value: at most six."""
    said = {value for _, value in telling(party)[:2]}
    births = [_date(one.text) for listing in party.listings for one in listing.birth_dates]
    places = [place for listing in party.listings for place in listing.birth_places]
    posts = [title for listing in party.listings for title in listing.titles]
    made = [
        ("Born", _some([one for one in births if one not in said] + places)),
        ("Nationality", _some(one for one in _nationalities(party) if one not in said)),
        ("Post", _some(posts)),
        *((label, value) for label, value in _numbers(party) if value not in said),
        ("Form", split_form(party.name)[1]),
        *_craft(party, said),
        ("Place", "" if _place(party) in said else _place(party)),
        ("Formerly", _some(_named(party, NameKind.FORMERLY))),
        ("Also", _some(_named(party, NameKind.ALSO))),
    ]
    return tuple(dict.fromkeys((label, value[:LONG]) for label, value in made if value))[:MOST]


def _numbers(party: Party) -> list[tuple[str, str]]:
    """Identifiers, one of a sort, the most telling first."""
    every = [one for listing in party.listings for one in listing.identifiers if one.type in _TELLING]
    every.sort(key=lambda one: _TELLING.index(one.type))
    best: dict[str, str] = {}
    for one in every:
        best.setdefault(_called(one), one.value.removeprefix("IMO ").strip())
    return list(best.items())[:3]


def _called(one: Identifier) -> str:
    """The name that the trade has for a number: a Russian tax number is an INN, a register number of 13 an OGRN."""
    digits = one.value.replace(" ", "")
    if one.type == "tax_id" and "Russia" in one.country and len(digits) in (10, 12):
        return "INN"
    if one.type == "registration" and digits.isdecimal() and len(digits) in (13, 15):
        return "OGRN"
    return f"{_CALLED[one.type]} ({one.label})" if one.type == "wallet" and one.label else _CALLED[one.type]


def _born(party: Party) -> str:
    return next((_date(one.text) for listing in party.listings for one in listing.birth_dates), "")


def _date(published: str) -> str:
    """`07 Sep 1960` and `1960-09-07` as `7 Sep 1960`; other words stay."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published):
        return day(published)
    return re.sub(r"^0(?=\d )", "", published)


def _nationalities(party: Party) -> list[str]:
    named = (one for listing in party.listings for one in (*listing.nationalities, *listing.citizenships))
    return list(dict.fromkeys(short_country(one) for one in named))


def _place(party: Party) -> str:
    """The city of the first address, without its postcode; else a country."""
    addresses = [address for listing in party.listings for address in listing.addresses]
    city = next((_POSTCODE.sub(" ", one.city).strip(" /,;") for one in addresses if one.city), "")
    country = short_country(next(iter(party.listings[0].countries), ""))
    return capitals(city) or country


def _craft(party: Party, said: set[str]) -> list[tuple[str, str]]:
    craft = next((one.craft for one in party.listings if one.craft), None)
    if craft is None:
        return []
    known = [("Flag", short_country(craft.flag)), ("Type", craft.type), ("Owner", craft.owner)]
    return [(label, value) for label, value in known if value not in said]


def _named(party: Party, kind: NameKind) -> list[str]:
    names = dict.fromkeys(
        name.text for one in party.listings for name in one.names if name.kind is kind and not name.weak
    )
    shown = readable(party.name, party.schema).casefold()
    return sorted((name for name in map(capitals, names) if name.casefold() not in shown), key=len)


def short_country(name: str) -> str:
    return COUNTRY_SHORT.get(name, name)


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _some(values: Iterable[str]) -> str:
    every = list(dict.fromkeys(value for value in values if value))
    more = len(every) - FEW
    return "; ".join(every[:FEW]) + (f" and {more} more" if more > 0 else "")


def entry(listings: Iterable[Listing]) -> str:
    """The publisher's page of the first listing that has one, or ""."""
    return next((one.url for one in listings if one.url), "")
