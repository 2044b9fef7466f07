"""OFAC's SDN_ADVANCED.XML and CONS_ADVANCED.XML: the United Nations' model, in which everything has a number.

Parties, places, documents, links and entries on lists stand in parts of the file of their own, joined by numbers.
"Unknown" is the sub-type of persons and of entities alike: the type is that of the sub-type's party type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from bot.errors import RefusedEdition
from bot.lists.content import Content
from bot.lists.ofac import parts
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.scripts import without_marks
from bot.lists.xml_stream import Entries, child, children, fields_of, local, text_of
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.packed import kept
from bot.sanctions.party import Address, Name, NameKind, Schema

SDN_ROLES = (Role("advanced", ("sdn_advanced.xml",), required=True),)
CONS_ROLES = (Role("advanced", ("cons_advanced.xml",), required=True),)
ROOT = "Sanctions"
MAX_BYTES = 600_000_000  # 127 MB reported for the SDN list in September 2026
_OF = (
    *("DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument"),
    *("DistinctParty", "ProfileRelationship", "SanctionsEntry"),
)
_TYPES = {"Individual": Schema.PERSON, "Entity": Schema.ORGANIZATION}
_CRAFTS = {"Vessel": Schema.VESSEL, "Aircraft": Schema.AIRPLANE}
_NAMES = ("Name", "Entity Name", "Vessel Name", "Aircraft Name", "Last Name")  # what a written name begins with


@dataclass(slots=True)
class _Party:
    schema: Schema
    names: list[Name]
    facts: parts.Facts
    addresses: list[Address]


@dataclass(slots=True)
class _File:
    """What has been read so far. Documents and places come before the parties that they are of."""

    name: str
    published: str = ""
    values: dict[str, dict[str, _Element]] = field(default_factory=dict)  # reference values: kind -> number -> element
    places: dict[str, Address] = field(default_factory=dict)
    documents: defaultdict[str, list[tuple[str, str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[str, _Party] = field(default_factory=dict)  # those of which no listing is made yet
    names: dict[str, str] = field(default_factory=dict)  # the primary names of all, by number
    relations: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    lists: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    programs: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    measures: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    bases: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def word(self, kind: str, number: str | None) -> str:
        """The text of a reference value, "" where the number is of none."""
        return text_of(self.values.get(kind, {}).get(number or ""))

    def name_of(self, uid: str) -> str:
        """The primary name of a party; its id where it is not in this file (it stands on the other list)."""
        return self.names.get(uid, f"ofac-{uid}")


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is DateOfIssue. Raises RefusedEdition."""
    name = (SDN_ROLES if key == parts.SDN else CONS_ROLES)[0].names[0]
    file = _File(name)
    for element in Entries(name, files["advanced"], ROOT, _OF, MAX_BYTES, progress):
        _READ[local(element)](file, element)
    dated = {uid: parts.of_list(key, file.lists[uid]) for uid in file.names}
    listings = kept(_listing(key, file, uid, dates) for uid, dates in dated.items() if dates)
    parts.refuse_mostly_other(key, name, len(listings), len(dated))
    return Reading(listings, published=file.published)


def _read_date(file: _File, element: _Element) -> None:
    parent = element.getparent()
    if parent is not None and local(parent) == ROOT:
        file.published = _iso(element)


def _read_values(file: _File, element: _Element) -> None:
    for group in element:
        for value in group:
            file.values.setdefault(local(value), {})[str(value.get("ID", ""))] = value
    element.getparent().remove(element)  # type: ignore[union-attr]  # kept as they are: they are few, and needed


def _read_place(file: _File, element: _Element) -> None:
    said: dict[str, str] = {}
    for part in children(element, "LocationPart"):
        value = next((text_of(child(one, "Value")) for one in children(part, "LocationPartValue")), "")
        said.setdefault(file.word("LocPartType", part.get("LocPartTypeID")), value)
    country = child(element, "LocationCountry")
    # The country of a citizenship is a place with one part, of a type called "Unknown", that names it.
    word = said.get("Unknown", "") if country is None else file.word("Country", country.get("CountryID"))
    file.places[str(element.get("ID", ""))] = parts.address(said, "" if word == "undetermined" else word)


def _read_document(file: _File, element: _Element) -> None:
    said = fields_of(element)
    notes = [file.word("IDRegDocDateType", one.get("IDRegDocDateTypeID")) for one in children(element, "DocumentDate")]
    dated = [
        f"{'expires' if 'Expir' in word else 'issued'} {_period(child(one, 'DatePeriod'))}"
        for word, one in zip(notes, children(element, "DocumentDate"), strict=True)
    ]
    valid = file.word("Validity", element.get("ValidityID"))
    note = " ".join([*dated, *([valid.casefold()] if valid not in ("", "Valid") else [])])
    label = file.word("IDRegDocType", element.get("IDRegDocTypeID"))
    country = file.word("Country", element.get("IssuedBy-CountryID"))
    if number := said.get("IDRegistrationNo", ""):
        file.documents[str(element.get("IdentityID", ""))].append((label, number, country, note))


def _read_party(file: _File, element: _Element) -> None:
    profile = child(element, "Profile")
    uid = "" if profile is None else str(profile.get("ID", ""))
    if profile is None or not uid.isdecimal():
        raise RefusedEdition(f"{file.name} has a party without a number: it is damaged.")
    if uid in file.parties:
        raise RefusedEdition(f"{file.name} holds the entry {uid} twice.")
    schema = _schema(file, profile)
    party = _Party(schema, [], parts.Facts(schema), [])
    for identity in children(profile, "Identity"):
        party.names += _names(file, identity)
        for label, number, country, note in file.documents.pop(str(identity.get("ID", "")), ()):
            party.facts.add(label, number, country, note)
    if not party.names or party.names[0].kind is not NameKind.PRIMARY:
        raise RefusedEdition(f"{file.name} has a party without a name ({uid}): it is damaged.")
    for feature in children(profile, "Feature"):
        _add_feature(file, party, feature)
    party.facts.add_remarks(text_of(child(element, "Comment")))
    file.parties[uid], file.names[uid] = party, party.names[0].text


def _schema(file: _File, profile: _Element) -> Schema:
    kind = file.values.get("PartySubType", {}).get(str(profile.get("PartySubTypeID", "")))
    found = None
    if kind is not None:
        found = _CRAFTS.get(text_of(kind)) or _TYPES.get(file.word("PartyType", kind.get("PartyTypeID")))
    if found is None:
        raise RefusedEdition(f"{file.name} has a party of a type that OFAC does not have ({profile.get('ID')}).")
    return found


def _names(file: _File, identity: _Element) -> list[Name]:
    groups = {
        str(group.get("ID", "")): file.word("NamePartType", group.get("NamePartTypeID"))
        for master in children(child(identity, "NamePartGroups"), "MasterNamePartGroup")
        for group in master
    }
    found: list[tuple[int, Name]] = []
    for alias in children(identity, "Alias"):
        word = file.word("AliasType", alias.get("AliasTypeID"))
        primary, weak = alias.get("Primary") == "true", alias.get("LowQuality") == "true"
        for spelt in children(alias, "DocumentedName"):
            main = primary and file.word("DocNameStatus", spelt.get("DocNameStatusID")) == "Primary Latin"
            kind = NameKind.PRIMARY if main else parts.KINDS.get(word.casefold(), NameKind.ALSO)
            if text := _written(spelt, groups):
                found.append((0 if main else 2 if weak else 1, Name(text, kind, weak=weak and not main)))
    return [name for _, name in sorted(found, key=lambda ranked: ranked[0])]


def _written(spelt: _Element, groups: Mapping[str, str]) -> str:
    """The parts of a name as the CSV writes them: the surname, a comma, the others."""
    last: list[str] = []
    others: list[str] = []
    for part in children(spelt, "DocumentedNamePart"):
        value = child(part, "NamePartValue")
        if value is not None and text_of(value):
            of = last if groups.get(str(value.get("NamePartGroupID", "")), "") in _NAMES else others
            of.append(text_of(value))
    return without_marks(parts.full_name(" ".join(last), " ".join(others)))


def _add_feature(file: _File, party: _Party, feature: _Element) -> None:
    label = file.word("FeatureType", feature.get("FeatureTypeID"))
    for version in children(feature, "FeatureVersion"):
        places = [file.places.get(str(one.get("LocationID", ""))) for one in children(version, "VersionLocation")]
        if label == "Location":
            party.addresses += [place for place in places if place and place != Address()]
            continue
        detail = child(version, "VersionDetail")
        value = _period(child(version, "DatePeriod")) or text_of(detail)
        if not value and detail is not None:
            value = file.word("DetailReference", detail.get("DetailReferenceID"))
        if value := value or next((place.country or place.city for place in places if place), ""):
            party.facts.add(label, value)


def _period(period: _Element | None) -> str:
    """A DatePeriod runs from the beginning of its start to the end of its end."""
    start, end = (None, None) if period is None else (child(period, "Start"), child(period, "End"))
    if start is None or end is None:
        return ""
    first, last = child(start, "From"), child(end, "To")
    if first is None or last is None:
        return ""
    return parts.period(_iso(first), _iso(last), "true" in (start.get("Approximate"), end.get("Approximate")))


def _iso(day: _Element) -> str:
    said = fields_of(day)
    numbers = [said.get(part, "") for part in ("Year", "Month", "Day")]
    if not all(number.isdecimal() for number in numbers):
        return ""
    year, month, of_month = map(int, numbers)
    return f"{year:04}-{month:02}-{of_month:02}"


def _read_relation(file: _File, element: _Element) -> None:
    label = file.word("RelationType", element.get("RelationTypeID"))
    former = "former: " if element.get("Former") == "true" else ""
    file.relations[str(element.get("From-ProfileID", ""))].append(
        (str(element.get("To-ProfileID", "")), former + label)
    )


def _read_entry(file: _File, element: _Element) -> None:
    uid = str(element.get("ProfileID", ""))
    events = list(children(element, "EntryEvent"))
    days = [_iso(day) for event in events if (day := child(event, "Date")) is not None]
    file.lists[uid].append((file.word("List", element.get("ListID")), min(filter(None, days), default="")))
    for event in events:
        basis = file.word("LegalBasis", event.get("LegalBasisID"))
        if basis not in ("", "Unknown"):
            file.bases[uid][basis] = None
    for measure in children(element, "SanctionsMeasure"):
        kind, comment = file.word("SanctionsType", measure.get("SanctionsTypeID")), text_of(child(measure, "Comment"))
        if kind != "Program":
            file.measures[uid][kind] = None
        elif comment:
            file.programs[uid][comment] = None


_READ = {
    "DateOfIssue": _read_date,
    "ReferenceValueSets": _read_values,
    "Location": _read_place,
    "IDRegDocument": _read_document,
    "DistinctParty": _read_party,
    "ProfileRelationship": _read_relation,
    "SanctionsEntry": _read_entry,
}


def _listing(key: str, file: _File, uid: str, dates: Iterable[str]) -> Listing:
    party = file.parties.pop(uid)
    found = party.facts.remarks
    relations = [
        Relation(file.name_of(to), label=label, target_id=f"ofac-{to}") for to, label in file.relations.get(uid, ())
    ]
    return Listing(
        list=key,
        entity_id=f"ofac-{uid}",
        schema=party.schema,
        names=(*party.names, *found.weak_names),
        programs=tuple(file.programs[uid]),
        identifiers=party.facts.identifiers,
        birth_dates=tuple(found.birth_dates),
        birth_places=tuple(found.birth_places),
        nationalities=tuple(found.nationalities),
        citizenships=tuple(found.citizenships),
        genders=tuple(found.genders),
        addresses=tuple(party.addresses),
        titles=tuple(party.facts.titles),
        craft=party.facts.whole_craft,
        relations=(*relations, *found.relations),
        directives=tuple(found.directives),
        secondary_sanctions=tuple(found.secondary_sanctions),
        measures=tuple(file.measures[uid]),
        legal_basis=tuple(file.bases[uid]),
        listed_on=min(filter(None, dates), default=""),
        notes=tuple(found.notes),
        url=f"{parts.PAGE}{uid}",
    )
