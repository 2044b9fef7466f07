"""xmlFullSanctionsList_1_1: `export` with a `sanctionEntity` for each person or body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from bot.lists import guards
from bot.lists.content import Content
from bot.lists.eu.entity import Entity, Part, listing_of
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.xml_stream import Entries, children, local, root_of, text_of
from bot.sanctions.listing import Listing
from bot.sanctions.packed import kept

MAX_BYTES = 400_000_000  # 20 MB in May 2024
ROLES = (Role("xml", ("xmlfullsanctionslist_1_1.xml", "fsf.xml"), required=True, max_bytes=MAX_BYTES),)
ROOT, _ENTITY = "export", "sanctionEntity"
_PARTS = {
    "regulation": "regulations",
    "nameAlias": "names",
    "birthdate": "births",
    "citizenship": "citizenships",
    "identification": "identifications",
    "address": "addresses",
}


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is the day of generationDate. Raises RefusedEdition."""
    name, content = ROLES[0].names[0], files["xml"]
    several = _in_several_elements(name, content, progress)

    def entries() -> Iterator[Listing]:
        open_ones: dict[str, Entity] = {}
        for element in Entries(name, content, ROOT, (_ENTITY,), MAX_BYTES):
            uid = _uid(element)
            if uid in several:
                entity = open_ones.setdefault(uid, found := _entity(element))
                if entity is not found:
                    entity.merge(found)
                several[uid] -= 1
                if several[uid]:
                    continue
                yield listing_of(key, name, open_ones.pop(uid))
            else:
                yield listing_of(key, name, _entity(element))

    listings = kept(entries())
    guards.refuse_none(name, listings)
    return Reading(listings, published=root_of(name, content).attributes.get("generationDate", "")[:10])


def _in_several_elements(name: str, content: Content, progress: Progress) -> dict[str, int]:
    """The numbers of parties that have an element for each programme, and how many: so an entity can be told as soon as
    its last element is read."""
    met = Counter(map(_uid, Entries(name, content, ROOT, (_ENTITY,), MAX_BYTES, progress)))
    return {uid: many for uid, many in met.items() if many > 1}


def _uid(element: _Element) -> str:
    return " ".join(str(element.get("logicalId", "")).split())


def _entity(element: _Element) -> Entity:
    entity = Entity(_attributes(element))
    for one in element:
        match local(one):
            case "subjectType":
                entity.kind = str(one.get("code", ""))
            case "remark":
                entity.remarks.append(text_of(one))
            case part if part in _PARTS:
                getattr(entity, _PARTS[part]).append(_attributes(one))
                if part == "address":
                    entity.contacts += [
                        (str(said.get("key", "")), str(said.get("value", "")).strip())
                        for said in children(one, "contactInfo")
                    ]
    return entity


def _attributes(element: _Element) -> Part:
    said = {str(name): " ".join(str(value).split()) for name, value in element.attrib.items() if value}
    remarks = " ".join(text for one in children(element, "remark") if (text := text_of(one)))
    return {**said, "remark": remarks} if remarks else said
