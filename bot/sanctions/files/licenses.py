"""General licenses as YAML: `licenses.yml`, a part of a briefing. Round trip without loss."""

from __future__ import annotations

from collections.abc import Collection

from bot.sanctions.files import parts
from bot.sanctions.files.marked import Field
from bot.sanctions.relief.license import STATUSES, UNKNOWN, License

_REQUIRED = ("key", "title", "authorizes", "status", "as_of")
_KEYS: tuple[str, ...] = (*_REQUIRED, "jurisdiction", "programs", "authority", "not_authorized", "covers", "issued")
_KEYS += ("expires", "replaces", "replaced_by", "source", "also", "ofac_pdf", "url", "confidence", "witnesses", "note")
_COVERS = ("parties", "directives", "subject")


def read_licenses(field: Field, sources: Collection[str]) -> tuple[License, ...]:
    """The licenses of a list. `sources`: the keys of the file's own sources.

    A day may be `unknown`: it was not seen. `expires: null` is no end date; so is `not_authorized: null` not seen.
    """
    found = parts.entries(field, "license", "key", _KEYS, _REQUIRED)
    return tuple(_license(key, facts, sources) for key, facts in found)


def _license(key: str, facts: parts.Facts, sources: Collection[str]) -> License:
    covers = facts["covers"].mapping(_COVERS) if "covers" in facts else {}
    as_of = facts["as_of"].day()
    if not as_of:
        raise facts["as_of"].bad("a license needs the day on which it was last seen.")
    license = License(
        key=key,
        title=facts["title"].text(),
        authorizes=facts["authorizes"].text(),
        status=facts["status"].one_of(STATUSES),
        as_of=as_of,
        jurisdiction=parts.text_of(facts, "jurisdiction") or "US",
        programs=parts.texts_of(facts, "programs"),
        authority=parts.text_of(facts, "authority"),
        not_authorized=parts.text_of(facts, "not_authorized"),
        parties=parts.texts_of(covers, "parties"),
        directives=parts.texts_of(covers, "directives"),
        subject=parts.text_of(covers, "subject"),
        issued=_day_or_unknown(facts, "issued") or UNKNOWN,
        expires=_day_or_unknown(facts, "expires") if "expires" in facts else UNKNOWN,
        replaces=parts.text_of(facts, "replaces"),
        replaced_by=parts.text_of(facts, "replaced_by"),
        source=parts.source_of(facts, sources),
        also=parts.sources_of(facts, "also", sources),
        url=parts.address_of(facts, "url") or parts.address_of(facts, "ofac_pdf"),
        confidence=parts.confidence_of(facts) or UNKNOWN,
        witnesses=parts.whole_of(facts, "witnesses"),
        note=parts.text_of(facts, "note").strip(),
    )
    if license.issued != UNKNOWN and license.ends and license.ends < license.issued:
        raise facts["expires"].bad(f"the license ends on {license.ends}, before it was issued.")
    return license


def _day_or_unknown(facts: parts.Facts, key: str) -> str:
    """An ISO day, UNKNOWN where the file says so, "" for null."""
    if key not in facts or facts[key].is_null:
        return ""
    return UNKNOWN if facts[key].is_text(UNKNOWN) else facts[key].day()


def plain_license(one: License) -> dict[str, object]:
    """As the file has it."""
    return {
        "key": one.key,
        "jurisdiction": one.jurisdiction,
        **parts.saying(programs=list(one.programs), authority=one.authority),
        "title": one.title,
        "authorizes": one.authorizes,
        "not_authorized": one.not_authorized or None,
        "covers": {
            "parties": list(one.parties),
            "directives": list(one.directives),
            **parts.saying(subject=one.subject),
        },
        "issued": one.issued,
        "expires": one.expires or None,
        "replaces": one.replaces or None,
        "replaced_by": one.replaced_by or None,
        "status": one.status,
        "as_of": one.as_of,
        **parts.saying(source=one.source, also=list(one.also), url=one.url),
        "confidence": one.confidence,
        **parts.saying(witnesses=one.witnesses, note=one.note),
    }
