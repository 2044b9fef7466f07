"""xmlFullSanctionsList_1_1: `export` with a `sanctionEntity` for each person or body."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from bot.lists import guards
from bot.lists.content import Content
from bot.lists.eu.entity import Entity, Part, listing_of
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.xml_stream import Entries, children, local, root_of, text_of

MAX_BYTES = 400_000_000  # 20 MB in May 2024
ROLES = (Role("xml", ("xmlfullsanctionslist_1_1.xml", "fsf.xml"), required=True, max_bytes=MAX_BYTES),)
ROOT = "export"
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
    entities: dict[str, Entity] = {}
    for element in Entries(name, content, ROOT, ("sanctionEntity",), MAX_BYTES, progress):
        entity = _entity(element)
        known = entities.setdefault(entity.own.get("logicalId", ""), entity)
        if known is not entity:
            known.merge(entity)
    listings = tuple(listing_of(key, name, entity) for entity in entities.values())
    guards.refuse_none(name, listings)
    return Reading(listings, published=root_of(name, content).attributes.get("generationDate", "")[:10])


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
