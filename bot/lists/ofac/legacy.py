"""OFAC's SDN.XML and CONSOLIDATED.XML, under the namespace of the service of 2024 or the one before it.

`idList` is not only identifiers: gender, directives and remarks of all kinds stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from lxml.etree import _Element

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content
from bot.lists.ofac import parts
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.xml_stream import Entries, child, children, fields_of, local, text_of
from bot.sanctions.listing import Listing
from bot.sanctions.packed import ids_of, kept
from bot.sanctions.party import Address, Name

MAX_BYTES = 400_000_000  # 21 MB in May 2024, 29 MB reported in September 2026
SDN_ROLES = (Role("xml", ("sdn.xml",), required=True, max_bytes=MAX_BYTES),)
CONS_ROLES = (Role("xml", ("consolidated.xml", "cons.xml"), required=True, max_bytes=MAX_BYTES),)
ROOT = "sdnList"
_CITY = ("city", "stateOrProvince")


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is Publish_Date. Raises RefusedEdition."""
    name = (SDN_ROLES if key == parts.SDN else CONS_ROLES)[0].names[0]
    info: dict[str, str] = {}

    def entries() -> Iterator[Listing]:
        for element in Entries(name, files["xml"], ROOT, ("publshInformation", "sdnEntry"), MAX_BYTES, progress):
            if local(element) == "sdnEntry":
                yield _listing(key, name, element)
            else:
                info.update(fields_of(element))
                _day(name, info.get("Publish_Date", ""))

    listings = kept(entries())
    guards.refuse_none(name, listings)
    guards.refuse_duplicates(name, ids_of(listings))
    guards.refuse_other_count(name, _count(info.get("Record_Count", "")), len(listings))
    parts.refuse_other_list(key, name, listings)
    return Reading(listings, published=_day(name, info["Publish_Date"]) if info else "")


def _day(name: str, text: str) -> str:
    """`05/07/2024` is the 7th of May."""
    try:
        return datetime.strptime(text, "%m/%d/%Y").date().isoformat()
    except ValueError:
        raise RefusedEdition(f"{name} was published {text[:20]!r}, which is no date.") from None


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _listing(key: str, file_name: str, entry: _Element) -> Listing:
    own: dict[str, str] = {}
    lists: dict[str, _Element] = {}
    for one in entry:
        name = local(one)
        if len(one):
            lists[name] = one
        else:
            own[name] = text_of(one)
    uid = own.get("uid", "")
    primary = parts.full_name(own.get("lastName", ""), own.get("firstName", ""))
    if not uid.isdecimal() or not primary:
        raise RefusedEdition(f"{file_name} has an entry without a number or a name: it is damaged.")
    facts = parts.Facts(parts.schema_of(file_name, uid, own.get("sdnType", "")))
    _gather(facts, lists)
    facts.add_remarks(own.get("remarks", ""))
    found = facts.remarks
    aliases = list(_aliases(file_name, lists.get("akaList")))
    strong, weak = [name for name in aliases if not name.weak], [name for name in aliases if name.weak]
    return Listing(
        list=key,
        entity_id=f"ofac-{uid}",
        schema=facts.schema,
        names=(Name(primary), *strong, *weak, *found.weak_names),
        programs=tuple(dict.fromkeys(text_of(one) for one in lists.get("programList", ()) if text_of(one))),
        identifiers=facts.identifiers,
        birth_dates=tuple(found.birth_dates),
        birth_places=tuple(found.birth_places),
        nationalities=tuple(found.nationalities),
        citizenships=tuple(found.citizenships),
        genders=tuple(found.genders),
        addresses=tuple(_addresses(lists.get("addressList"))),
        titles=(own["title"],) if own.get("title") else (),
        craft=facts.whole_craft,
        relations=tuple(found.relations),
        directives=tuple(found.directives),
        secondary_sanctions=tuple(found.secondary_sanctions),
        notes=tuple(found.notes),
        remarks=own.get("remarks", ""),
        url=f"{parts.PAGE}{uid}",
    )


def _gather(facts: parts.Facts, lists: Mapping[str, _Element]) -> None:
    for tag, field, label in (
        ("dateOfBirthList", "dateOfBirth", "Birthdate"),
        ("placeOfBirthList", "placeOfBirth", "Place of Birth"),
        ("nationalityList", "country", "Nationality Country"),
        ("citizenshipList", "country", "Citizenship Country"),
    ):
        for item in lists.get(tag, ()):
            if value := text_of(child(item, field)):
                facts.add(label, value)
    for one in children(lists.get("idList"), "id"):
        said = fields_of(one)
        if value := said.get("idNumber", ""):
            facts.add(said.get("idType", ""), value, said.get("idCountry", ""), _dates(said))
    if "vesselInfo" in lists:
        said = fields_of(lists["vesselInfo"])
        craft = {
            "call_sign": said.get("callSign"),
            "type": said.get("vesselType"),
            "tonnage": said.get("tonnage"),
            "gross_tonnage": said.get("grossRegisteredTonnage"),
            "flag": said.get("vesselFlag"),
            "owner": said.get("vesselOwner"),
        }
        facts.craft = {name: value for name, value in craft.items() if value}


def _dates(said: Mapping[str, str]) -> str:
    issued, expires = said.get("issueDate", ""), said.get("expirationDate", "")
    return " ".join(filter(None, (f"issued {issued}" if issued else "", f"expires {expires}" if expires else "")))


def _aliases(file_name: str, found: _Element | None) -> Iterable[Name]:
    for alias in children(found, "aka"):
        said = fields_of(alias)
        kind = parts.KINDS.get(said.get("type", "").casefold())
        if kind is None or said.get("category", "") not in ("strong", "weak"):
            raise RefusedEdition(
                f"{file_name} has the kind of alias {said.get('type', '')[:30]!r}, {said.get('category', '')[:30]!r}, "
                "which OFAC does not have."
            )
        if text := parts.full_name(said.get("lastName", ""), said.get("firstName", "")):
            yield Name(text, kind, weak=said["category"] == "weak")


def _addresses(found: _Element | None) -> Iterable[Address]:
    """As the CSV writes them: the city, the province and the postal code in one cell."""
    for one in children(found, "address"):
        said = fields_of(one)
        street = ", ".join(filter(None, (said.get("address1"), said.get("address2"), said.get("address3"))))
        place = ", ".join(filter(None, (said.get(part, "") for part in _CITY)))
        city = " ".join(filter(None, (place, said.get("postalCode", ""))))
        address = Address(street, city, said.get("country", ""))
        if address != Address():
            yield address
