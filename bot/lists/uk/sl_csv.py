"""UK-Sanctions-List.csv: a line with the report's date, the header, and a row for each name with each address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.errors import RefusedEdition
from bot.lists import csv_stream, guards
from bot.lists.content import Content, head
from bot.lists.dates import one_date
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.uk.designation import CLOSED, Designation, Spelling, iso_day, listing_of
from bot.sanctions.listing import Listing
from bot.sanctions.packed import kept
from bot.sanctions.party import Address

ROLES = (Role("csv", ("uk-sanctions-list.csv", "uk_sanctions_list.csv"), required=True),)
MAX_BYTES = 200_000_000
NEEDED = frozenset({"Unique ID", "Name 6", "Name type", "Regime Name", "Designation Type", "Sanctions Imposed"})
_OWN = {
    "Last Updated": "LastUpdated",
    "Unique ID": "UniqueID",
    "OFSI Group ID": "OFSIGroupID",
    "UN Reference Number": "UNReferenceNumber",
    "Regime Name": "RegimeName",
    "Designation Type": "IndividualEntityShip",
    "Designation source": "DesignationSource",
    "Other Information": "OtherInformation",
    "UK Statement of Reasons": "UKStatementofReasons",
    "Date Designated": "DateDesignated",
}
_MANY = {
    "Sanctions Imposed": "SanctionsImposed",
    "Title": "Title",
    "D.O.B": "DOB",
    "Nationality(/ies)": "Nationality",
    "Position": "Position",
    "Gender": "Gender",
    "Type of entity": "TypeOfEntity",
    "Subsidiaries": "Subsidiary",
    "Parent company": "ParentCompany",
    "Business registration number (s)": "BusinessRegistrationNumber",
    "IMO number": "IMONumber",
    "Current owner/operator (s)": "CurrentOwnerOperator",
    "Previous owner/operator (s)": "PreviousOwnerOperator",
    "Current believed flag of ship": "CurrentBelievedFlagOfShip",
    "Previous flags": "PreviousFlag",
    "Type of ship": "TypeOfShip",
    "Tonnage of ship": "TonnageOfShip",
    "Length of ship": "LengthOfShip",
    "Year Built": "YearBuilt",
    "Hull identification number (HIN)": "HullIdentificationNumber",
    "Phone number": "PhoneNumber",
    "Website": "Website",
    "Email address": "EmailAddress",
}
_DOCUMENTS = (
    ("passport", "Passport number", "Passport additional information"),
    ("national_id", "National Identifier number", "National Identifier additional information"),
)
_NAME_PARTS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_LINES = tuple(f"Address Line {number}" for number in range(1, 6))
_OFSI = ("Group Type", "Group ID")  # columns of OFSI's ConList.csv
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}")

Row = Mapping[str, str]


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is the date of the first line. Raises RefusedEdition."""
    name = ROLES[0].names[0]
    if all(column.encode() in head(files["csv"], 4000) for column in _OFSI):
        raise RefusedEdition(CLOSED)
    _, columns, records = _opened(name, files["csv"])
    left = csv_stream.rows_of_each(name, columns, records, "Unique ID")
    published, columns, records = _opened(name, files["csv"])

    def designations() -> Iterator[Listing]:
        open_ones: dict[str, Designation] = {}
        for number, row in enumerate(csv_stream.rows(name, columns, records), 1):
            if number % 5000 == 0:
                progress("reading", number, number)
            uid = row["Unique ID"]
            of = open_ones.get(uid)
            if of is None:
                of = open_ones[uid] = Designation({_OWN[column]: row.get(column, "") for column in _OWN})
            _add(of, row)
            left[uid] -= 1
            if not left[uid]:
                yield listing_of(key, name, open_ones.pop(uid))

    listings = kept(designations())
    guards.refuse_none(name, listings)
    return Reading(listings, published=published)


def _opened(name: str, content: Content) -> tuple[str, list[str], Iterator[list[str]]]:
    """The date of the line before the header, or "", the columns, and the records after them."""
    records = csv_stream.records(name, content, MAX_BYTES)
    published, columns = "", list[str]()
    for _ in range(2):
        columns = csv_stream.first_record(name, records)
        if set(columns) >= NEEDED:
            return published, columns, records
        published = _day(" ".join(columns))
    raise RefusedEdition(f"{name} is another file: it has no column {sorted(NEEDED - set(columns))[0]}.")


def _day(text: str) -> str:
    """`Report Date: 08-Oct-2026`, and other ways to write a day, as an ISO date; "" where there is none."""
    found = _DATE.search(text)
    if not found:
        return ""
    day = found[0] if found[0][:4].isdecimal() else found[0].replace("-", " ")
    return iso_day(day) or one_date(day)[0]


def _add(of: Designation, row: Row) -> None:
    """What a row adds: all but the name and the address stands on every row of the designation again."""
    spelling = Spelling(
        " ".join(filter(None, (row.get(part, "") for part in _NAME_PARTS))),
        row.get("Name type", ""),
        row.get("Alias strength", ""),
    )
    if spelling.text and spelling not in of.names:
        of.names.append(spelling)
    if script := row.get("Name non-latin script", ""):
        of.scripts.append(script)
    street = ", ".join(filter(None, (row.get(line) for line in _LINES)))
    town = " ".join(filter(None, (row.get("Address Line 6"), row.get("Address Postal Code"))))
    address = Address(street, town, row.get("Address Country", ""))
    if address != Address() and address not in of.addresses:
        of.addresses.append(address)
    for column, what in _MANY.items():
        of.add(what, *(part.strip() for part in row.get(column, "").split("|")))
    for kind, column, note in _DOCUMENTS:
        document = (kind, row.get(column, ""), row.get(note, ""))
        if document[1] and document not in of.documents:
            of.documents.append(document)
    if place := ", ".join(filter(None, (row.get("Town of birth"), row.get("Country of birth")))):
        of.birth_places.append(place)
