"""The UN Security Council's consolidated list, as XML. The key of an entry is its REFERENCE_NUMBER: DATAID is issued
anew now and then and VERSIONNUM never changes, so neither is a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content, whole
from bot.lists.dates import birth_date, one_date
from bot.lists.reading import Progress, Reading, Role, silent
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate, Identifier, Name, NameKind, Schema

MAX_BYTES = 64_000_000  # about 2 MB as published
ROLES = (Role("consolidated", ("consolidated.xml",), required=True, max_bytes=MAX_BYTES),)

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is the day of dateGenerated. Raises RefusedEdition."""
    name = ROLES[0].names[0]
    root = guards.xml_root(name, whole(files[ROLES[0].key]), "CONSOLIDATED_LIST", MAX_BYTES)
    entries = [*root.iterfind("INDIVIDUALS/INDIVIDUAL"), *root.iterfind("ENTITIES/ENTITY")]
    guards.refuse_none(name, entries)
    guards.refuse_duplicates(name, (_text(entry, "REFERENCE_NUMBER") for entry in entries))
    listings = []
    for done, entry in enumerate(entries):
        if done % 100 == 0:
            progress("reading", done, len(entries))
        listings.append(_listing(key, entry, name))
    progress("reading", len(entries), len(entries))
    return Reading(tuple(listings), published=one_date(root.get("dateGenerated", "")[:10])[0])


def _listing(key: str, entry: Element, file_name: str) -> Listing:
    reference = _text(entry, "REFERENCE_NUMBER")
    primary = " ".join(filter(None, (_text(entry, part) for part in _NAME_PARTS)))
    if not reference or not primary:
        raise RefusedEdition(f"{file_name} has an entry without a reference number or a name: it is damaged.")
    person = entry.tag == "INDIVIDUAL"
    births = list(_birth_dates(entry))
    return Listing(
        list=key,
        entity_id=f"unsc-{reference}",
        schema=Schema.PERSON if person else Schema.ORGANIZATION,
        names=(Name(primary), *_aliases(entry)),
        programs=tuple(_texts(entry, "UN_LIST_TYPE")),
        identifiers=tuple(_documents(entry)),
        birth_dates=tuple(birth for birth in births if birth.first),
        birth_places=tuple(_birth_places(entry)),
        nationalities=tuple(_texts(entry, "NATIONALITY/VALUE")),
        genders=tuple(_texts(entry, "GENDER")),
        addresses=tuple(_addresses(entry)),
        titles=(*_texts(entry, "TITLE/VALUE"), *_texts(entry, "DESIGNATION/VALUE")),
        listed_on=_text(entry, "LISTED_ON")[:10],
        updated_on=tuple(_texts(entry, "LAST_DAY_UPDATED/VALUE")),
        notes=tuple(_notes(entry, births)),
        remarks=_text(entry, "COMMENTS1"),
    )


def _text(element: Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _texts(element: Element, path: str) -> Iterable[str]:
    return (text for text in (" ".join((found.text or "").split()) for found in element.iterfind(path)) if text)


def _parts(element: Element, *tags: str) -> str:
    return ", ".join(filter(None, (_text(element, tag) for tag in tags)))


def _of(entry: Element, what: str) -> Iterable[Element]:
    """The elements whose names begin with the kind of entry: INDIVIDUAL_ALIAS, ENTITY_ALIAS."""
    return entry.iterfind(f"{entry.tag}_{what}")


def _aliases(entry: Element) -> Iterable[Name]:
    for script in _texts(entry, "NAME_ORIGINAL_SCRIPT"):
        yield Name(script, NameKind.ALSO)
    for alias in _of(entry, "ALIAS"):
        text, quality = _text(alias, "ALIAS_NAME"), _text(alias, "QUALITY").casefold()
        if text:
            yield Name(text, NameKind.FORMERLY if quality == "f.k.a." else NameKind.ALSO, weak=quality == "low")


def _documents(entry: Element) -> Iterable[Identifier]:
    for document in _of(entry, "DOCUMENT"):
        number = _text(document, "NUMBER")
        if not number:
            continue
        label = _text(document, "TYPE_OF_DOCUMENT2") or _text(document, "TYPE_OF_DOCUMENT")
        kind = f"{_text(document, 'TYPE_OF_DOCUMENT')} {label}".casefold()
        yield Identifier(
            type="passport" if "passport" in kind or "pasaporte" in kind or "passeport" in kind else "national_id",
            value=number,
            country=_text(document, "ISSUING_COUNTRY") or _text(document, "COUNTRY_OF_ISSUE"),
            label=label,
            note=_document_note(document),
        )


def _document_note(document: Element) -> str:
    said = (
        ("issued", _text(document, "DATE_OF_ISSUE")),
        ("in", _parts(document, "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE")),
        ("", _text(document, "NOTE")),
    )
    return ", ".join(f"{word} {text}".strip() for word, text in said if text)


def _birth_dates(entry: Element) -> Iterable[BirthDate]:
    """Every date of birth; one that is only a note has no span."""
    for birth in _of(entry, "DATE_OF_BIRTH"):
        text = _text(birth, "DATE")[:10] or _text(birth, "YEAR")
        if not text and _text(birth, "FROM_YEAR"):
            text = f"{_text(birth, 'FROM_YEAR')} to {_text(birth, 'TO_YEAR') or _text(birth, 'FROM_YEAR')}"
        if text and _text(birth, "TYPE_OF_DATE") == "APPROXIMATELY":
            text = f"circa {text}"
        note = _text(birth, "NOTE")
        read = birth_date(text)
        if text or note:
            yield BirthDate(f"{text} ({note})".strip() if note else text, read.first, read.last, read.circa)


def _birth_places(entry: Element) -> Iterable[str]:
    for place in _of(entry, "PLACE_OF_BIRTH"):
        text, note = _parts(place, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY"), _text(place, "NOTE")
        if text or note:
            yield f"{text} ({note})".strip() if note else text


def _addresses(entry: Element) -> Iterable[Address]:
    for at in _of(entry, "ADDRESS"):
        address = Address(
            street=_text(at, "STREET"),
            city=_parts(at, "CITY", "STATE_PROVINCE", "ZIP_CODE"),
            country=_text(at, "COUNTRY"),
            note=_text(at, "NOTE"),
        )
        if address != Address():
            yield address


def _notes(entry: Element, births: Iterable[BirthDate]) -> Iterable[str]:
    """What has no field of its own: what aliases say beside the name, dates of birth in words, other documents."""
    for alias in _of(entry, "ALIAS"):
        said = _parts(alias, "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE")
        if said:
            yield f"Alias {_text(alias, 'ALIAS_NAME')}: {said}"
    for birth in births:
        if not birth.first:
            yield f"Date of birth: {birth.text}"
    for document in _of(entry, "DOCUMENT"):
        if not _text(document, "NUMBER"):
            said = _parts(document, "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "ISSUING_COUNTRY", "NOTE")
            if said:
                yield f"Document: {said}"
    for kind in _texts(entry, "LIST_TYPE/VALUE"):
        if kind != "UN List":
            yield f"List type: {kind}"
