"""The starter facts that ship with the bot: a few dozen parties people ask about first, as published lists had them.

They are no list. Each says which list it was taken from and that list's date; a real edition replaces them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

import yaml

from bot.lists.dates import birth_date
from bot.sanctions.listing import Directive, Listing, Relation
from bot.sanctions.party import Identifier, Name, NameKind, Schema

STARTER = "starter"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, ten times as fast
_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="


def starter_listings() -> tuple[Listing, ...]:
    """Every starter fact, under the list key `starter`."""
    text = files("bot").joinpath("data", "starter", "parties.yml").read_text(encoding="utf-8")
    found: list[Listing] = []
    for part in yaml.load(text, Loader=_Loader)["lists"]:
        found += (_listing(part["list"], str(part["date"]), party) for party in part["parties"])
    return tuple(found)


def _listing(key: str, day: str, party: Mapping[str, Any]) -> Listing:
    entity_id = party["id"]
    return Listing(
        list=STARTER,
        entity_id=entity_id,
        schema=Schema(party["type"]),
        names=tuple(_names(party)),
        programs=tuple(party["programs"]),
        identifiers=tuple(_identifiers(party.get("identifiers", {}))),
        birth_dates=tuple(birth_date(str(text)) for text in party.get("born", ())),
        nationalities=tuple(party.get("nationality", ())),
        relations=tuple(Relation(name) for name in party.get("linked_to", ())),
        directives=tuple(Directive(*text.split(" ")) for text in party.get("directives", ())),
        url=f"{_PAGE}{entity_id.removeprefix('ofac-')}" if entity_id.startswith("ofac-") else "",
        taken_from=key,
        taken_on=day,
    )


def _names(party: Mapping[str, Any]) -> Iterable[Name]:
    yield Name(party["name"])
    for text in party.get("aka", ()):
        yield Name(text, NameKind.ALSO)
    for text in party.get("fka", ()):
        yield Name(text, NameKind.FORMERLY)
    for text in party.get("weak", ()):
        yield Name(text, NameKind.ALSO, weak=True)


def _identifiers(given: Mapping[str, list[str]]) -> Iterable[Identifier]:
    """By type; `inn` and `ogrn` are the Russian tax and registration numbers."""
    russian = {"inn": ("tax_id", "Tax ID No."), "ogrn": ("registration", "Registration Number")}
    for kind, values in given.items():
        for value in values:
            if kind in russian:
                of, label = russian[kind]
                yield Identifier(of, str(value), "Russia", label)
            else:
                yield Identifier(kind, str(value))
