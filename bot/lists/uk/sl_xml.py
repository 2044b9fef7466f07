"""UK-Sanctions-List.xml: `Designations` with a `Designation` for each person, entity or ship."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.uk.designation import CLOSED, Designation, Spelling, iso_day, listing_of
from bot.lists.xml_stream import Entries, child, children, fields_of, local, root_of, text_of
from bot.sanctions.listing import Listing
from bot.sanctions.packed import ids_of, kept
from bot.sanctions.party import Address

ROLES = (Role("xml", ("uk-sanctions-list.xml", "uk_sanctions_list.xml"), required=True),)
ROOT = "Designations"
CLOSED_ROOT = "ArrayOfFinancialSanctionsTarget"  # OFSI's ConList.xml
MAX_BYTES = 400_000_000
_LINES = tuple(f"AddressLine{number}" for number in range(1, 6))
# Elements of a person's, an entity's or a ship's details whose texts are facts, whatever they are wrapped in.
_DETAILS = frozenset(
    (
        *("DOB", "Nationality", "Position", "Gender", "Title", "TypeOfEntity", "Subsidiary", "ParentCompany"),
        *("BusinessRegistrationNumber", "IMONumber", "CurrentOwnerOperator", "PreviousOwnerOperator"),
        *("CurrentBelievedFlagOfShip", "PreviousFlag", "TypeOfShip", "TonnageOfShip", "LengthOfShip", "YearBuilt"),
        *("HullIdentificationNumber", "PhoneNumber", "Website", "EmailAddress"),
    )
)


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is DateGenerated. Raises RefusedEdition."""
    name, content = ROLES[0].names[0], files["xml"]
    if root_of(name, content).name == CLOSED_ROOT:
        raise RefusedEdition(CLOSED)
    published = [""]

    def entries() -> Iterator[Listing]:
        for element in Entries(name, content, ROOT, ("DateGenerated", "Designation"), MAX_BYTES, progress):
            if local(element) == "DateGenerated":
                published.append(iso_day(text_of(element)))
            else:
                yield listing_of(key, name, _designation(element))

    listings = kept(entries())
    guards.refuse_none(name, listings)
    guards.refuse_duplicates(name, ids_of(listings))
    return Reading(listings, published=published[-1])


def _designation(element: _Element) -> Designation:
    of = Designation(fields_of(element))
    of.add("SanctionsImposed", *(part.strip() for part in of.own.get("SanctionsImposed", "").split("|")))
    of.names += map(_spelling, children(child(element, "Names"), "Name"))
    for one in children(child(element, "NonLatinNames"), "NonLatinName"):
        of.scripts.append(text_of(child(one, "NameNonLatinScript")))
    of.addresses += filter(Address().__ne__, map(_address, children(child(element, "Addresses"), "Address")))
    for title in children(child(element, "Titles"), "Title"):
        of.add("Title", text_of(title))
    for details in _blocks(element):
        for one in details.iter():
            _add_detail(of, one)
    return of


def _blocks(element: _Element) -> Iterable[_Element]:
    wanted = ("IndividualDetails", "EntityDetails", "ShipDetails", "PhoneNumbers", "Websites", "EmailAddresses")
    return (one for one in element if local(one) in wanted)


def _add_detail(of: Designation, one: _Element) -> None:
    what = local(one)
    if what in _DETAILS and not len(one):
        of.add(what, text_of(one))
    elif what == "Location":
        said = fields_of(one)
        if place := ", ".join(filter(None, (said.get("TownOfBirth"), said.get("CountryOfBirth")))):
            of.birth_places.append(place)
    elif what in ("Passport", "NationalIdentifier") and len(one):
        said = fields_of(one)
        if number := said.get(f"{what}Number", ""):
            kind = "passport" if what == "Passport" else "national_id"
            of.documents.append((kind, number, said.get(f"{what}AdditionalInformation", "")))


def _spelling(element: _Element) -> Spelling:
    said = fields_of(element)
    text = " ".join(filter(None, (said.get(f"Name{number}") for number in range(1, 7))))
    return Spelling(text, said.get("NameType", ""), said.get("AliasStrength", ""))


def _address(element: _Element) -> Address:
    """Five lines, and the sixth is the town or the region."""
    said = fields_of(element)
    street = ", ".join(filter(None, (said.get(line) for line in _LINES)))
    town = " ".join(filter(None, (said.get("AddressLine6"), said.get("AddressPostalCode") or said.get("PostalCode"))))
    return Address(street, town, said.get("AddressCountry") or said.get("Country", ""))
