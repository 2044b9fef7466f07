"""What is wished of an answer beside what it is about: of an option, a set, a measure."""

from __future__ import annotations

import re

from bot.questions.ask import Facet, Filter, Kind, OptionWish
from bot.questions.composing.seen import Seen, schema_of
from bot.questions.data import patterns, standing_apart, table
from bot.questions.spotting.lexicon import folded
from bot.questions.spotting.sheet import Sort

_PATTERNS = patterns("wishes")
_WHERE = {place: standing_apart(words) for place, words in table("wishes")["where"].items()}
_FACETS = {Facet(facet): re.compile(words, re.IGNORECASE) for facet, words in table("wishes")["facets"].items()}


def option_wish(seen: Seen, kind: Kind) -> OptionWish:
    text = seen.row.text
    versions = tuple(int(n) for found in _PATTERNS["version"].finditer(text) for n in found.groups() if n)[:2]
    page = _PATTERNS["page"].search(text)
    names = bool(page) or bool(_PATTERNS["who"].search(text) and not _PATTERNS["author"].search(text))
    return OptionWish(
        names=names and kind is Kind.OPTION,
        page=max(1, int(page[1])) if page else 1,
        schema=schema_of(seen),
        stays=bool(_PATTERNS["stays"].search(text)),
        versions=versions,
        versioned=bool((_PATTERNS["changed"] if versions else _PATTERNS["versions"]).search(text)),
        facet=facet_of(text) if kind is Kind.OPTION and len(seen.values(Sort.OPTIONS)) == 1 else None,
    )


def facet_of(text: str) -> Facet | None:
    """The one thing about an option that is asked for; the first that the words ask for."""
    return next((facet for facet, words in _FACETS.items() if words.search(text)), None)


def places_of(text: str) -> tuple[str, ...]:
    """Whose level of a measure is asked for."""
    return tuple(key for key, words in _WHERE.items() if words.search(text))


def filter_of(seen: Seen) -> Filter:
    """The set that is described, as far as it was read."""
    kind = seen.kinds[0] if seen.kinds else None
    countries = [item for _, item in seen.items if item.sort is Sort.COUNTRY]
    flag = "flag" in folded(seen.row.text) or "флаг" in folded(seen.row.text)
    country = countries[0].value.name if countries else ""
    names = " ".join(span.subject.name for span in seen.spans)
    linked = "links" in seen.parts
    return Filter(
        called=kind.called if kind else "",
        schema=kind.schema if kind else None,
        country="" if flag else country,
        flag=country if flag else "",
        words=kind.words if kind else (),
        linked_to=names if linked else "",
        group="" if linked else names,
        all_programs=len(seen.values(Sort.PROGRAMS)) > 1 and "both" in seen.parts | seen.first,
        every="all" in seen.parts and "listed" in seen.parts and seen.is_question and not seen.first & {"explain"},
        counted="count" in seen.parts,
    )
