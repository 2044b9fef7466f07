"""OFAC's *_ENHANCED.XML: listing dates, names in their own scripts, and links with the id of the other party.

OFAC's service hands out excerpts in the same format (a program, a country): `excerpt` says that a file is one. The
delta files use the same vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml.etree import _Element

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content
from bot.lists.ofac import parts
from bot.lists.reading import Progress, Reading, Role, silent
from bot.lists.scripts import is_latin, without_marks
from bot.lists.xml_stream import Entries, child, children, fields_of, local, text_of
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.packed import ids_of, kept
from bot.sanctions.party import Address, Name, NameKind

SDN_ROLES = (Role("enhanced", ("sdn_enhanced.xml",), required=True),)
CONS_ROLES = (Role("enhanced", ("cons_enhanced.xml", "consolidated_enhanced.xml"), required=True),)
ROOT = "sanctionsData"
MAX_BYTES = 600_000_000


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The entries of this list in one file; `published` is the day of dataAsOf. Raises RefusedEdition."""
    name = (SDN_ROLES if key == parts.SDN else CONS_ROLES)[0].names[0]
    published, excerpt, met = "", "", 0

    def entries() -> Iterator[Listing]:
        nonlocal published, excerpt, met
        for element in Entries(name, files["enhanced"], ROOT, ("publicationInfo", "entity"), MAX_BYTES, progress):
            if local(element) == "publicationInfo":
                published, excerpt = text_of(child(element, "dataAsOf"))[:10], _excerpt(element)
                continue
            met += 1
            dates = parts.of_list(key, lists_of(element))
            if dates:
                yield listing_of(key, name, element, min(filter(None, dates), default=""))

    listings = kept(entries())
    guards.refuse_duplicates(name, ids_of(listings))
    parts.refuse_mostly_other(key, name, len(listings), met)
    return Reading(kept(named(listings)), published=published, excerpt=excerpt)


def named(listings: Iterable[Listing]) -> Iterator[Listing]:
    """The listings, their links by name where the file gives only the number of a party that stands in it."""
    listings = kept(listings)
    names = {listing.entity_id: listing.name for listing in listings}
    for listing in listings:
        links = [replace(of, target=names.get(of.target, of.target)) for of in listing.relations]
        yield listing if tuple(links) == listing.relations else replace(listing, relations=tuple(links))


def _excerpt(info: _Element) -> str:
    """What the file was filtered by, but for the lists: `sanctionsProgram IRGC`."""
    filters = child(info, "filters")
    groups = () if filters is None else (one for one in filters if local(one) != "sanctionsLists")
    return ", ".join(f"{local(one)} {text_of(one)}" for group in groups for one in group)


def lists_of(entity: _Element) -> list[tuple[str, str]]:
    found = children(child(entity, "sanctionsLists"), "sanctionsList")
    return [(text_of(one), str(one.get("datePublished", ""))[:10]) for one in found]


def listing_of(key: str, file_name: str, entity: _Element, listed_on: str = "") -> Listing:
    """The listing that an `entity` element describes."""
    uid = str(entity.get("id", ""))
    own: dict[str, _Element] = {local(one): one for one in entity}
    info = fields_of(own["generalInfo"]) if "generalInfo" in own else {}
    names = tuple(_names(own.get("names")))
    if not uid.isdecimal() or not names or names[0].kind is not NameKind.PRIMARY:
        raise RefusedEdition(f"{file_name} has an entry without a number or a name: it is damaged.")
    facts = parts.Facts(parts.schema_of(file_name, uid, info.get("entityType", "")))
    for feature in own.get("features", ()):
        said = fields_of(feature)
        if value := said.get("value", ""):
            facts.add(said.get("type", ""), value)
    for document in own.get("identityDocuments", ()):
        _add_document(facts, document)
    facts.add_remarks(info.get("remarks", ""))
    found = facts.remarks
    return Listing(
        list=key,
        entity_id=f"ofac-{uid}",
        schema=facts.schema,
        names=(*names, *found.weak_names),
        programs=tuple(dict.fromkeys(_texts(own.get("sanctionsPrograms")))),
        identifiers=facts.identifiers,
        birth_dates=tuple(found.birth_dates),
        birth_places=tuple(found.birth_places),
        nationalities=tuple(found.nationalities),
        citizenships=tuple(found.citizenships),
        genders=tuple(found.genders),
        addresses=tuple(_addresses(own.get("addresses"))),
        titles=(info["title"],) if info.get("title") else (),
        craft=facts.whole_craft,
        relations=(*_relations(own.get("relationships")), *found.relations),
        directives=tuple(found.directives),
        secondary_sanctions=tuple(found.secondary_sanctions),
        measures=tuple(dict.fromkeys(_texts(own.get("sanctionsTypes")))),
        legal_basis=tuple(dict.fromkeys(_texts(own.get("legalAuthorities")))),
        listed_on=listed_on,
        notes=tuple(found.notes),
        remarks=info.get("remarks", ""),
        url=f"{parts.PAGE}{uid}",
    )


def _texts(group: _Element | None) -> Iterable[str]:
    return () if group is None else filter(None, map(text_of, group))


def _names(group: _Element | None) -> list[Name]:
    """The primary name first, then strong aliases, then weak ones; each in Latin letters before its own script."""
    found: list[tuple[int, Name]] = []
    for name in children(group, "name"):
        said = fields_of(name)
        primary, weak = said.get("isPrimary") == "true", said.get("isLowQuality") == "true"
        kind = parts.KINDS.get(said.get("aliasType", "").casefold(), NameKind.ALSO)
        spelt = [fields_of(one) for one in children(child(name, "translations"), "translation")]
        for one in spelt:
            text = without_marks(one.get("formattedFullName") or one.get("formattedLastName", ""))
            main = primary and one.get("isPrimary") == "true"
            if text:
                rank = 0 if main else 2 if weak else 1
                found.append((rank, Name(text, NameKind.PRIMARY if main else kind, weak=weak and not main)))
    return [name for _, name in sorted(found, key=lambda ranked: ranked[0])]


def _addresses(group: _Element | None) -> Iterable[Address]:
    for one in children(group, "address"):
        said: dict[str, str] = {}
        for translation in children(child(one, "translations"), "translation"):
            if translation is not None and is_latin(text_of(child(translation, "script"))):
                for part in children(child(translation, "addressParts"), "addressPart"):
                    fields = fields_of(part)
                    said.setdefault(fields.get("type", ""), fields.get("value", ""))
        address = parts.address(said, text_of(child(one, "country")))
        if address != Address():
            yield address


def _add_document(facts: parts.Facts, document: _Element) -> None:
    said = fields_of(document)
    note = " ".join(
        filter(
            None,
            (
                _dated("issued", child(document, "issueDate")),
                _dated("expires", child(document, "expirationDate")),
                "not valid" if said.get("isValid") == "false" else "",
            ),
        )
    )
    if number := said.get("documentNumber", ""):
        facts.add(said.get("type", ""), number, said.get("issuingCountry", ""), note)


def _dated(word: str, span: _Element | None) -> str:
    if span is None:
        return ""
    said = fields_of(span)
    text = parts.period(said.get("fromDateBegin", ""), said.get("toDateEnd", ""), said.get("isApproximate") == "true")
    return f"{word} {text}" if text else ""


def _relations(group: _Element | None) -> Iterable[Relation]:
    for one in children(group, "relationship"):
        other = child(one, "relatedEntity")
        if other is not None:
            uid = str(other.get("entityId", ""))
            yield Relation(
                text_of(other) or f"ofac-{uid}",
                label=text_of(child(one, "type")),
                target_id=f"ofac-{uid}" if uid else "",
            )
