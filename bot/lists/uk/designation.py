"""One designation of the UK Sanctions List, whichever format it comes in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.errors import RefusedEdition
from bot.lists.dates import birth_date
from bot.lists.scripts import without_marks
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name, NameKind, Schema

CLOSED = (
    "This is OFSI's Consolidated List, which closed on 28 January 2026 and is kept up to date no more: "
    "load the UK Sanctions List."
)
_SCHEMATA = {"individual": Schema.PERSON, "entity": Schema.ORGANIZATION, "ship": Schema.VESSEL}
_UNIQUE_ID = re.compile(r"[A-Z]{2,5}\d{1,6}")
_DAY = re.compile(r"(\w\w)/(\w\w)/(\d{4})")
_IMO = re.compile(r"(?:IMO)?\s*(\d{7})")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as the list writes it. The spelling of `kind` differs from row to row: it is compared without case."""

    text: str
    kind: str = ""
    strength: str = ""


@dataclass(slots=True)
class Designation:
    """The facts of a designation as they are met. `own` are single texts, `many` lists, by the names of the XML."""

    own: Mapping[str, str]
    names: list[Spelling] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    documents: list[tuple[str, str, str]] = field(default_factory=list)  # type of identifier, number, note
    birth_places: list[str] = field(default_factory=list)
    many: dict[str, list[str]] = field(default_factory=dict)

    def add(self, what: str, *texts: str) -> None:
        of = self.many.setdefault(what, [])
        of += [text for text in texts if text and text not in of]

    def all(self, what: str) -> tuple[str, ...]:
        return tuple(self.many.get(what, ()))


def listing_of(key: str, file_name: str, of: Designation) -> Listing:
    """The listing of a designation. Raises RefusedEdition where it has no id, no type or no name."""
    uid, kind = of.own.get("UniqueID", ""), of.own.get("IndividualEntityShip", "")
    schema, names = _SCHEMATA.get(kind.casefold()), _names(of)
    if not _UNIQUE_ID.fullmatch(uid) or not names:
        raise RefusedEdition(f"{file_name} has a designation without an id or a name ({uid[:20]!r}): it is damaged.")
    if schema is None:
        raise RefusedEdition(f"{file_name} has the type {kind[:30]!r} ({uid}), which the list does not have.")
    regime = of.own.get("RegimeName", "")
    return Listing(
        list=key,
        entity_id=f"gb-{uid}",
        schema=schema,
        names=names,
        programs=(regime,) if regime else (),
        identifiers=tuple(dict.fromkeys(_identifiers(of, schema))),
        birth_dates=tuple(dict.fromkeys(map(_birth, of.all("DOB")))),
        birth_places=tuple(dict.fromkeys(of.birth_places)),
        nationalities=of.all("Nationality"),
        genders=of.all("Gender"),
        addresses=tuple(dict.fromkeys(of.addresses)),
        titles=(*of.all("Title"), *of.all("Position")),
        craft=_craft(of) if schema is Schema.VESSEL else None,
        relations=tuple(Relation(name, "owned_by", "Parent company") for name in of.all("ParentCompany")),
        measures=of.all("SanctionsImposed"),
        listed_on=iso_day(of.own.get("DateDesignated", "")),
        updated_on=tuple(filter(None, [iso_day(of.own.get("LastUpdated", ""))])),
        notes=tuple(_notes(of)),
    )


def _names(of: Designation) -> tuple[Name, ...]:
    """Every name as published. The first primary name leads: six designations have two. Low quality is weak."""
    found = [(without_marks(one.text), one) for one in of.names if one.text]
    primary = [one for _, one in found if " ".join(one.kind.casefold().split()) == "primary name"]
    first = primary[0] if primary else found[0][1] if found else None
    if first is None:
        return ()
    return (
        Name(without_marks(first.text)),
        *(Name(text, NameKind.ALSO, _is_weak(one)) for text, one in found if one is not first),
        *(Name(text, NameKind.ALSO) for text in map(without_marks, of.scripts) if text),
    )


def _is_weak(one: Spelling) -> bool:
    return one.strength.casefold().startswith("low")


def _identifiers(of: Designation, schema: Schema) -> Iterable[Identifier]:
    for label, field_name in (("OFSI group", "OFSIGroupID"), ("UN reference", "UNReferenceNumber")):
        if value := of.own.get(field_name, ""):
            yield Identifier("other", value, label=label)
    for text in of.all("IMONumber"):
        imo = _IMO.search(text)
        kind = "imo" if schema is Schema.VESSEL else "imo_company"
        yield Identifier(kind, imo[1], label="IMO") if imo else Identifier("other", text, label="IMO")
    for kind, number, note in of.documents:
        label = {"passport": "Passport", "national_id": "National identifier"}[kind]
        yield Identifier(kind, number, label=label, note=note)
    for text in of.all("BusinessRegistrationNumber"):
        yield Identifier("registration", text, label="Business registration number")
    for text in of.all("HullIdentificationNumber"):
        yield Identifier("other", text, label="Hull identification number")
    for kind, what in (("phone", "PhoneNumber"), ("website", "Website"), ("email", "EmailAddress")):
        for text in of.all(what):
            yield Identifier(kind, text, label=what)


def _craft(of: Designation) -> Craft | None:
    craft = Craft(
        type=", ".join(of.all("TypeOfShip")),
        tonnage=", ".join(of.all("TonnageOfShip")),
        flag=", ".join(of.all("CurrentBelievedFlagOfShip")),
        owner=", ".join(of.all("CurrentOwnerOperator")),
    )
    return None if craft == Craft() else craft


def _notes(of: Designation) -> Iterable[str]:
    for label, what in (
        ("Type of entity", "TypeOfEntity"),
        ("Subsidiary", "Subsidiary"),
        ("Previous owner or operator", "PreviousOwnerOperator"),
        ("Previous flag", "PreviousFlag"),
        ("Length of ship", "LengthOfShip"),
        ("Year built", "YearBuilt"),
    ):
        for text in of.all(what):
            yield f"{label}: {text}"
    if source := of.own.get("DesignationSource", ""):
        yield f"Designated by: {source.replace('|', ' and ')}"
    if text := of.own.get("OtherInformation", ""):
        yield text
    if text := of.own.get("UKStatementofReasons", ""):
        yield f"Statement of reasons: {text}"


def _birth(text: str) -> BirthDate:
    """`02/01/1968`; `dd/mm/1945` and `dd/03/1945` stand, letter for letter, where only a part is known."""
    parts = _DAY.fullmatch(text.strip())
    if not parts:
        return birth_date(text)
    day, month, year = parts[1], parts[2], parts[3]
    known = [year, *([month] if month.isdecimal() and month != "00" else [])]
    if len(known) == 2 and day.isdecimal() and day != "00":
        known.append(day)
    return birth_date("-".join(known))


def iso_day(text: str) -> str:
    """`22/08/2026` as an ISO date; "" where it is none."""
    parts = _DAY.fullmatch(text.strip()[:10])
    return f"{parts[3]}-{parts[2]}-{parts[1]}" if parts and (parts[1] + parts[2]).isdecimal() else ""
