"""What OFAC's structured formats share: a label and a value become the same facts as the remarks of its CSV give."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.errors import RefusedEdition
from bot.lists.dates import birth_date
from bot.lists.ofac import remarks as ofac_remarks
from bot.lists.ofac.identifiers import labelled
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Craft, Identifier, NameKind, Schema

PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
SDN = "us_ofac_sdn"
# A third of the non-SDN list stands under these and no other; on the SDN list at most two entries name one at all.
NON_SDN = frozenset({"NS-PLC", "CMIC-EO13959"})
TOO_MANY = 10
TYPES = {
    "individual": Schema.PERSON,
    "entity": Schema.ORGANIZATION,
    "vessel": Schema.VESSEL,
    "aircraft": Schema.AIRPLANE,
}
KINDS = {"a.k.a.": NameKind.ALSO, "f.k.a.": NameKind.FORMERLY, "n.k.a.": NameKind.NOW}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Labels of the formats that have a field for everything -> the field of a craft.
_CRAFT = {
    "Vessel Call Sign": "call_sign",
    "VESSEL TYPE": "type",
    "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "gross_tonnage",
    "Vessel Flag": "flag",
    "Vessel Owner": "owner",
}


@dataclass(slots=True)
class Facts:
    """The facts of one entry as they are met, sorted."""

    schema: Schema
    remarks: ofac_remarks.Remarks = field(default_factory=ofac_remarks.Remarks)
    craft: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)

    def add(self, label: str, value: str, country: str = "", note: str = "") -> None:
        """One labelled value: an identifier, a birth date, a directive, a note; whatever the label says it is."""
        label = label.replace("’", "'")
        of = self.remarks
        match label:
            case "Title":
                self.titles.append(value)
            case "Birthdate":
                of.birth_dates.append(birth_date(value))
            case "Place of Birth":
                of.birth_places.append(value)
            case "Nationality Country":
                of.nationalities.append(value)
            case "Citizenship Country":
                of.citizenships.append(value)
            case "Gender":
                of.genders.append(value)
            case _ if label in _CRAFT and self.schema is Schema.VESSEL:
                self.craft.setdefault(_CRAFT[label], value)
            case _:
                self._add_other(label, value, country, note)

    def _add_other(self, label: str, value: str, country: str, note: str) -> None:
        known = labelled(label, value, country, note, self.schema is Schema.VESSEL)
        if known:
            self.remarks.identifiers.append(known)
            return
        text = " ".join(filter(None, (label, value, f"({country})" if country else "", note)))
        if not ofac_remarks.add_phrase(self.remarks, text):
            self.remarks.notes.append(text)

    def add_remarks(self, text: str) -> None:
        """Free remarks. Links stand in them in one pair of brackets: `(Linked To: A; Linked To: B)`."""
        start = text.find("(Linked To:")
        if start >= 0 and text.endswith(")"):
            text = text[:start] + text[start + 1 : -1]
        for item in ofac_remarks.split(f"{text}."):  # the CSV's final dot, which these formats do not add
            ofac_remarks.add(self.remarks, item, self.schema is Schema.VESSEL)

    @property
    def whole_craft(self) -> Craft | None:
        return Craft(**self.craft) if self.craft else None

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """As the CSV has them: the call sign, which is a column there, first."""
        sign = self.craft.get("call_sign")
        return (*([Identifier("call_sign", sign, label="call sign")] if sign else []), *self.remarks.identifiers)


def full_name(last: str, first: str) -> str:
    """As the CSV writes it: `DERIPASKA, Oleg Vladimirovich`."""
    return f"{last}, {first}" if last and first else last or first


def schema_of(name: str, uid: str, kind: str) -> Schema:
    found = TYPES.get(kind.casefold())
    if found is None:
        raise RefusedEdition(f"{name} has the type {kind[:30]!r} at entry {uid[:20]}, which OFAC does not have.")
    return found


def refuse_other_list(key: str, name: str, listings: Iterable[Listing]) -> None:
    """Both lists come in files of the same shape: what only one of the two holds tells them apart."""
    if key == SDN:
        wrong = sum(bool(one.programs) and set(one.programs) <= NON_SDN for one in listings) > TOO_MANY
    else:
        wrong = any(one.schema in (Schema.VESSEL, Schema.AIRPLANE) for one in listings)
    if wrong:
        other = "non-SDN" if key == SDN else "SDN"
        raise RefusedEdition(f"{name} is the file of OFAC's {other} list, not of this one.")


def of_list(key: str, lists: Iterable[tuple[str, str]]) -> list[str]:
    """The dates on which a party was put on this list, "" where there is none; empty where it is not on it.

    `lists` holds names of OFAC's lists with dates. All but the SDN list are parts of the non-SDN list. "Consolidated
    List" is the day on which that list began: its parts say since when a party stands on them.
    """
    mine = [(name, day) for name, day in lists if (name == "SDN List") is (key == SDN)]
    own = [day for name, day in mine if name != "Consolidated List"]
    return own or [day for _, day in mine]


def refuse_mostly_other(key: str, name: str, kept: int, met: int) -> None:
    """A file of which the greater part stands on the other list is that list's."""
    if not met:
        raise RefusedEdition(f"{name} holds no entries.")
    if kept * 2 < met:
        other = "non-SDN" if key == SDN else "SDN"
        raise RefusedEdition(f"{name} is the file of OFAC's {other} list, not of this one.")


def address(said: Mapping[str, str], country: str) -> Address:
    """An address from its parts by OFAC's names for them, as the CSV writes it. A region stands for a country."""
    street = ", ".join(filter(None, (said.get("ADDRESS1"), said.get("ADDRESS2"), said.get("ADDRESS3"))))
    place = ", ".join(filter(None, (said.get("CITY"), said.get("STATE/PROVINCE"))))
    city = " ".join(filter(None, (place, said.get("POSTAL CODE", ""))))
    region = f"Region: {said['REGION']}" if said.get("REGION") else ""
    return Address(street, city, country or region)


def period(first: str, last: str, circa: bool = False) -> str:
    """A span of ISO days as OFAC writes it: `12 Mar 1960`, `Mar 1960`, `1960`, `1960 to 1962`, `circa 1960`."""
    try:
        begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    except ValueError:
        return ""
    word = "circa " if circa else ""
    if begin == end:
        return word + _day(begin)
    whole_years = (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return word + (str(begin.year) if begin.year == end.year else f"{begin.year} to {end.year}")
    if begin.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        months = dict.fromkeys((_day(begin)[3:], _day(end)[3:]))
        return word + " to ".join(months)
    return f"{word}{_day(begin)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"
