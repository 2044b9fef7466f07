"""One entity of the European Union's list, whichever format it comes in.

Names repeat by language, inflected forms among them, and `strong` is true on every one: it says nothing. "00" and
"UNKNOWN" are no country. The one regulation of an entity is the latest act on it, not the one that listed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stdnum import imo

from bot.errors import RefusedEdition
from bot.lists.dates import birth_date
from bot.lists.scripts import in_latin, without_marks
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate, Identifier, Name, NameKind, Schema

Part = Mapping[str, str]  # the attributes of one element, by the names of the XML
_SCHEMATA = {"person": Schema.PERSON, "p": Schema.PERSON, "enterprise": Schema.ORGANIZATION, "e": Schema.ORGANIZATION}
_TYPES = {
    "passport": "passport",
    "id": "national_id",
    "ssn": "national_id",
    "regnumber": "registration",
    "tradelic": "registration",
    "fiscalcode": "tax_id",  # Russian ones are INN
    "taxid": "tax_id",
    "swiftbic": "bic",
    "imo": "imo",
}
_CONTACTS = {"PHONE": "phone", "FAX": "phone", "EMAIL": "email", "WEB": "website"}
_OWN = ("", "EN")  # languages in which the names of the act itself are given


@dataclass(slots=True)
class Entity:
    """The parts of an entity, as they are met."""

    own: Part
    kind: str = ""
    regulations: list[Part] = field(default_factory=list)
    names: list[Part] = field(default_factory=list)
    births: list[Part] = field(default_factory=list)
    citizenships: list[Part] = field(default_factory=list)
    identifications: list[Part] = field(default_factory=list)
    addresses: list[Part] = field(default_factory=list)
    contacts: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def merge(self, other: Entity) -> None:
        """Take in a second element of the same number: a party that stands under two programmes has one for each."""
        self.own = {**other.own, **self.own}
        for name in ("regulations", "names", "births", "citizenships", "identifications", "addresses", "contacts"):
            getattr(self, name).extend(getattr(other, name))
        self.remarks += other.remarks


def listing_of(key: str, file_name: str, entity: Entity) -> Listing:
    """The listing of an entity. Raises RefusedEdition where it has no number, no type or no name."""
    uid, schema = entity.own.get("logicalId", ""), _SCHEMATA.get(entity.kind.casefold())
    names = _names(entity.names)
    if not uid.isdecimal() or not names:
        raise RefusedEdition(f"{file_name} has an entity without a number or a name ({uid[:20]}): it is damaged.")
    if schema is None:
        raise RefusedEdition(f"{file_name} has the type {entity.kind[:30]!r} ({uid}), which the list does not have.")
    return Listing(
        list=key,
        entity_id=f"eu-fsf-{uid}",
        schema=schema,
        names=names,
        programs=_once(part.get("programme", "") for part in entity.regulations),
        identifiers=tuple(dict.fromkeys(_identifiers(entity))),
        birth_dates=tuple(dict.fromkeys(birth for part in entity.births if (birth := _birth(part)).text)),
        birth_places=_once(_place(part) for part in entity.births),
        citizenships=_once(map(_country, entity.citizenships)),
        genders=_once({"M": "Male", "F": "Female"}.get(part.get("gender", ""), "") for part in entity.names),
        addresses=tuple(dict.fromkeys(at for part in entity.addresses if (at := _address(part)) != Address())),
        titles=_once(text for part in entity.names for text in (part.get("title", ""), part.get("function", ""))),
        legal_basis=_once(map(_act, entity.regulations)),
        listed_on=entity.own.get("designationDate", "")[:10],
        notes=_once([*entity.remarks, entity.own.get("designationDetails", "")]),
    )


def _names(parts: Iterable[Part]) -> tuple[Name, ...]:
    """Every name as published, the primary one first: of those that the act itself gives in Latin letters, the first
    that was given. The oldest name has the lowest number, in whatever order the file writes them."""
    found: list[tuple[tuple[bool, bool, int], str, str]] = []
    for part in parts:
        text = without_marks(part.get("wholeName", "")) or _joined(part, "firstName", "middleName", "lastName")
        language, number = part.get("nameLanguage", "").upper(), part.get("logicalId", "")
        rank = (not in_latin(text), language not in _OWN, int(number) if number.isdecimal() else 0)
        if text:
            found.append((rank, text, "" if language in _OWN else language))
    if not found:
        return ()
    first = min(found)
    others = [one for one in found if one is not first]
    return (
        Name(first[1], language=first[2]),
        *(Name(text, NameKind.ALSO, language=language) for _, text, language in others),
    )


def _identifiers(entity: Entity) -> Iterable[Identifier]:
    if reference := entity.own.get("euReferenceNumber", ""):
        yield Identifier("other", reference, label="EU reference")
    if reference := entity.own.get("unitedNationId", ""):
        yield Identifier("other", reference, label="UN reference")
    for part in entity.identifications:
        number = " ".join((part.get("number") or part.get("latinNumber", "")).split())
        code = part.get("identificationTypeCode", "").casefold()
        kind = _TYPES.get(code, "other")
        if kind == "bic":
            number = number.replace(" ", "")
        if kind == "imo" and not imo.is_valid(number):
            kind = "imo_company"  # ships are not on this list, companies that own them are
        if number:
            label = part.get("identificationTypeDescription", "") or code
            yield Identifier(kind, number, _country(part), label, _document_note(part))
    for key, value in entity.contacts:
        if key in _CONTACTS and value:
            yield Identifier(_CONTACTS[key], value, label=key.casefold())


def _document_note(part: Part) -> str:
    said = [
        f"{word} {part[name]}"
        for word, name in (("issued", "issueDate"), ("from", "validFrom"), ("expires", "validTo"))
        if part.get(name)
    ]
    states = (
        ("expired", "knownExpired"),
        ("false", "knownFalse"),
        ("reported lost", "reportedLost"),
        ("revoked", "revokedByIssuer"),
        ("diplomatic", "diplomatic"),
    )
    said += [word for word, name in states if part.get(name) == "true"]
    if part.get("issuedBy"):
        said.append(f"by {part['issuedBy']}")
    return ", ".join([*said, *filter(None, [part.get("remark", "")])])


def _birth(part: Part) -> BirthDate:
    text = part.get("birthdate", "")[:10]
    if not text and part.get("year"):
        month, day = part.get("monthOfYear", ""), part.get("dayOfMonth", "")
        text = part["year"] + (f"-{month:0>2}" if month else "") + (f"-{day:0>2}" if month and day else "")
    if not text and part.get("yearRangeFrom"):
        first, last = part["yearRangeFrom"], part.get("yearRangeTo") or part["yearRangeFrom"]
        text = f"{first} to {last}" if first != last else first
    if text and part.get("circa") == "true":
        text = f"circa {text}"
    return birth_date(text)


def _place(part: Part) -> str:
    spot = _joined(part, "place", "city", "region", "zipCode", apart=", ")
    return ", ".join(filter(None, (spot, _country(part))))


def _country(part: Part) -> str:
    if part.get("countryIso2Code", "") in ("", "00"):
        return ""
    return part.get("countryDescription", "") or part["countryIso2Code"]


def _address(part: Part) -> Address:
    box = f"P.O. Box {part['poBox']}" if part.get("poBox") else ""
    street = ", ".join(filter(None, (part.get("street"), box, part.get("place"))))
    city = " ".join(filter(None, (_joined(part, "city", "region", apart=", "), part.get("zipCode"))))
    return Address(street, city, _country(part), part.get("remark", ""))


def _act(part: Part) -> str:
    """`2024/753 (OJ L23022024), 2024-02-23`."""
    return ", ".join(filter(None, (part.get("numberTitle", ""), part.get("publicationDate", "")[:10])))


def _joined(part: Part, *names: str, apart: str = " ") -> str:
    return apart.join(filter(None, (part.get(name, "").strip() for name in names)))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in (" ".join(one.split()) for one in texts) if text))
