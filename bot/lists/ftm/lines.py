"""FollowTheMoney JSON lines: one entity a line. Parties become listings; what other entities say of them
(ownership, family, posts, sanctions) is added to the parties that they name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.dates import birth_date
from bot.lists.reading import Progress
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import Address, Craft, Identifier, Name, NameKind, Schema

SCHEMATA = {schema.value: schema for schema in Schema} | {"PublicBody": Schema.ORGANIZATION}

# Property -> (identifier type, label). The order is the order in a listing.
IDENTIFIERS: Mapping[str, tuple[str, str]] = {
    "imoNumber": ("imo", "IMO"),
    "mmsi": ("mmsi", "MMSI"),
    "callSign": ("call_sign", "call sign"),
    "passportNumber": ("passport", "passport"),
    "idNumber": ("national_id", "id number"),
    "innCode": ("tax_id", "INN"),
    "taxNumber": ("tax_id", "tax number"),
    "vatCode": ("tax_id", "VAT"),
    "ogrnCode": ("registration", "OGRN"),
    "registrationNumber": ("registration", "registration number"),
    "uniqueEntityId": ("other", "UEI"),
    "kppCode": ("other", "KPP"),
    "okpoCode": ("other", "OKPO"),
    "permId": ("other", "PermID"),
    "dunsCode": ("other", "DUNS"),
    "swiftBic": ("bic", "BIC"),
    "leiCode": ("lei", "LEI"),
    "publicKey": ("wallet", ""),
    "isinCode": ("isin", "ISIN"),
    "ticker": ("ticker", "ticker"),
    "serialNumber": ("aircraft", "serial number"),
    "website": ("website", "website"),
    "email": ("email", "email"),
    "phone": ("phone", "phone"),
}
_NAMES = (("name", NameKind.ALSO), ("alias", NameKind.ALSO), ("previousName", NameKind.FORMERLY))
_WEAK = ("weakAlias", "abbreviation")

# Schema of a link -> (property of the one it is said of, property of the other, word for the relation).
_LINKS: Mapping[str, tuple[str, str, str]] = {
    "Ownership": ("asset", "owner", "owned_by"),
    "Directorship": ("director", "organization", "director_of"),
    "Employment": ("employee", "employer", "employed_by"),
    "Membership": ("member", "organization", "member_of"),
    "Family": ("person", "relative", "family_of"),
    "Associate": ("person", "associate", "associate_of"),
    "Representation": ("agent", "client", "acts_for"),
    "UnknownLink": ("subject", "object", "linked_to"),
}

Properties = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Entity:
    id: str
    schema: str
    caption: str
    properties: Properties
    target: bool


@dataclass(slots=True)
class _Said:
    """What other entities of the file say of one party."""

    relations: list[Relation] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)


def read_lines(key: str, text: str, progress: Progress) -> tuple[Listing, ...]:
    """The parties in the file. One that the file itself says is no target is not listed, only named by others."""
    lines = text.split("\n")  # not splitlines: names may hold other separators
    entities = []
    for number, line in enumerate(lines, 1):
        if number % 2000 == 0:
            progress("reading", number, len(lines))
        if line.strip():
            entities.append(_entity(line, number))
    progress("reading", len(lines), len(lines))
    parties = [entity for entity in entities if entity.schema in SCHEMATA and entity.target]
    guards.refuse_none("the file", parties)
    guards.refuse_duplicates("the file", (entity.id for entity in entities))
    said = _gather(entities)
    return tuple(_listing(key, entity, said.get(entity.id, _Said())) for entity in parties)


def _entity(line: str, number: int) -> _Entity:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RefusedEdition(f"Line {number:,} is not JSON: the file is cut or damaged.") from error
    if not isinstance(data, dict) or not isinstance(data.get("properties"), dict):
        raise RefusedEdition(f"Line {number:,} is no FollowTheMoney entity.")
    id_, schema = data.get("id"), data.get("schema")
    if not isinstance(id_, str) or not id_ or not isinstance(schema, str):
        raise RefusedEdition(f"Line {number:,} has no id or no schema.")
    properties = {name: _values(values) for name, values in data["properties"].items()}
    caption = data.get("caption")
    caption = caption if isinstance(caption, str) else ""
    if schema in SCHEMATA and not (properties.get("name") or caption.strip()):
        raise RefusedEdition(f"Line {number:,} is a party without a name.")
    return _Entity(id_, schema, caption.strip(), properties, data.get("target") is not False)


def _values(values: Any) -> list[str]:
    found = values if isinstance(values, list) else [values]
    return [value.strip() for value in found if isinstance(value, str) and value.strip()]


def _gather(entities: list[_Entity]) -> Mapping[str, _Said]:
    names = {entity.id: _primary(entity) for entity in entities if entity.schema in SCHEMATA}
    addresses = {entity.id: _address(entity.properties) for entity in entities if entity.schema == "Address"}
    said: defaultdict[str, _Said] = defaultdict(_Said)
    for entity in entities:
        facts = entity.properties
        if entity.schema in _LINKS:
            one, other, word = _LINKS[entity.schema]
            for subject in facts.get(one, []):
                for target in facts.get(other, []):
                    said[subject].relations.append(Relation(names.get(target, target), word))
        elif entity.schema == "Sanction":
            for subject in facts.get("entity", []):
                said[subject].programs += facts.get("programId") or facts.get("program", [])
                said[subject].dates += facts.get("listingDate") or facts.get("startDate", [])
        elif entity.schema in ("Passport", "Identification"):
            for subject in facts.get("holder", []):
                said[subject].identifiers += _numbers(entity)
        for address in facts.get("addressEntity", []):
            if address in addresses:
                said[entity.id].addresses.append(addresses[address])
    return said


def _numbers(entity: _Entity) -> list[Identifier]:
    kind = "passport" if entity.schema == "Passport" else "national_id"
    country = _first(entity.properties, "country")
    label = _first(entity.properties, "type")
    return [Identifier(kind, number, country, label) for number in entity.properties.get("number", [])]


def _listing(key: str, entity: _Entity, said: _Said) -> Listing:
    facts = entity.properties
    addresses = [Address(street=text) for text in facts.get("address", [])] or said.addresses
    countries = [Address(country=code) for code in facts.get("country", [])]
    return Listing(
        list=key,
        entity_id=entity.id,
        schema=SCHEMATA[entity.schema],
        names=_names(entity),
        programs=_once(facts.get("programId", []), said.programs, facts.get("program", [])),
        identifiers=(*_identifiers(entity), *said.identifiers),
        birth_dates=tuple(birth_date(text) for text in facts.get("birthDate", [])),
        birth_places=tuple(facts.get("birthPlace", [])),
        nationalities=tuple(facts.get("nationality", [])),
        citizenships=tuple(facts.get("citizenship", [])),
        genders=tuple(facts.get("gender", [])),
        addresses=tuple(dict.fromkeys([*addresses, *countries])),
        titles=_once(facts.get("title", []), facts.get("position", [])),
        craft=_craft(facts),
        relations=tuple(dict.fromkeys(said.relations)),
        listed_on=min(said.dates, default="")[:10],
        notes=_once(facts.get("notes", []), facts.get("summary", [])),
        url=next((url for url in facts.get("sourceUrl", []) if url.startswith(("https://", "http://"))), ""),
    )


def _primary(entity: _Entity) -> str:
    return _first(entity.properties, "name") or entity.caption


def _names(entity: _Entity) -> tuple[Name, ...]:
    primary = _primary(entity)
    names = [Name(primary)]
    seen = {primary}
    strong = [(text, kind, False) for prop, kind in _NAMES for text in entity.properties.get(prop, [])]
    weak = [(text, NameKind.ALSO, True) for prop in _WEAK for text in entity.properties.get(prop, [])]
    for text, kind, is_weak in [*strong, *weak]:
        if text not in seen:
            seen.add(text)
            names.append(Name(text, kind, is_weak))
    return tuple(names)


def _identifiers(entity: _Entity) -> list[Identifier]:
    """By property; a number that stands under two of them (innCode and taxNumber) is kept once."""
    found: dict[tuple[str, str], Identifier] = {}
    for prop, (named, label) in IDENTIFIERS.items():
        # A company's IMO number is of another number space than a ship's.
        kind = "imo_company" if named == "imo" and entity.schema != "Vessel" else named
        currency = _first(entity.properties, "currency") if kind == "wallet" else ""
        for value in entity.properties.get(prop, []):
            found.setdefault((kind, value), Identifier(kind, value, label=label or currency))
    return list(found.values())


def _craft(facts: Properties) -> Craft | None:
    craft = Craft(
        call_sign=_first(facts, "callSign"),
        type=_first(facts, "type"),
        tonnage=_first(facts, "deadweightTonnage"),
        gross_tonnage=_first(facts, "grossRegisteredTonnage"),
        flag=_first(facts, "flag"),
    )
    return None if craft == Craft() else craft


def _address(facts: Properties) -> Address:
    street = _first(facts, "full") or _first(facts, "street")
    return Address(street, _first(facts, "city") if street != _first(facts, "full") else "", _first(facts, "country"))


def _first(facts: Properties, prop: str) -> str:
    values = facts.get(prop)
    return values[0] if values else ""


def _once(*lists: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))
