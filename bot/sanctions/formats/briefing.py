"""The briefing as YAML: `briefing.yml`, sourced statements, measures and program notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.sanctions.briefing import Briefing, Source, Statement
from bot.sanctions.formats.marked import Field, read_document
from bot.sanctions.formats.programs import read_programs
from bot.sanctions.measure import Measure

CONFIDENCE = ("reported", "official", "unknown")
_STATEMENT_KEYS = ("id", "topic", "says", "source", "confidence", "date")
_MEASURE_KEYS: tuple[str, ...] = ("id", "title", "says", "parameters", "in_effect_since", "imposed_by")
_MEASURE_KEYS += ("legal_basis", "note", "source", "confidence")


def read_briefing(text: str, name: str) -> Briefing:
    """A whole briefing. Every part may be absent; `source` names one of the file's own sources, or none.

    Raises BadInput naming the file, the line, the statement or measure and the reason.
    """
    top = read_document(text, name).mapping(("sources", "statements", "measures", "programs"))
    sources = {key: _source(key, one) for key, one in top["sources"].mapping().items()} if "sources" in top else {}
    return Briefing(
        sources=tuple(sources.values()),
        statements=tuple(_statements(top["statements"], sources) if "statements" in top else ()),
        measures=tuple(_measures(top["measures"], sources) if "measures" in top else ()),
        programs=tuple(read_programs(top["programs"]).values()) if "programs" in top else (),
    )


def _source(key: str, field: Field) -> Source:
    facts = field.at(f"source {key[:60]}").mapping(("publisher", "title", "date", "url"))
    url = _text(facts, "url")
    if url and not url.startswith(("https://", "http://")):
        raise facts["url"].bad("url must begin with https:// or http://.")
    return Source(key, _text(facts, "publisher"), _text(facts, "title"), _day(facts, "date"), url)


def _statements(field: Field, sources: Collection[str]) -> list[Statement]:
    found: list[Statement] = []
    for item, key, facts in _entries(field, "statement", _STATEMENT_KEYS, ("id", "topic", "says", "confidence")):
        _once(item, key, [one.id for one in found])
        found.append(
            Statement(
                id=key,
                topics=facts["topic"].texts(),
                says=facts["says"].text(),
                source=_source_of(facts, sources),
                confidence=facts["confidence"].one_of(CONFIDENCE),
                date=_day(facts, "date"),
            )
        )
    return found


def _measures(field: Field, sources: Collection[str]) -> list[Measure]:
    found: list[Measure] = []
    for item, key, facts in _entries(field, "measure", _MEASURE_KEYS, ("id", "title", "says")):
        _once(item, key, [one.id for one in found])
        found.append(
            Measure(
                id=key,
                title=facts["title"].text(),
                says=facts["says"].text(),
                in_effect_since=_day(facts, "in_effect_since"),
                imposed_by=facts["imposed_by"].texts() if "imposed_by" in facts else (),
                legal_basis=_text(facts, "legal_basis"),
                parameters=facts["parameters"].values() if "parameters" in facts else {},
                note=_text(facts, "note"),
                source=_source_of(facts, sources),
                confidence=facts["confidence"].one_of(CONFIDENCE) if "confidence" in facts else "",
            )
        )
    return found


def _entries(
    field: Field, kind: str, known: Collection[str], required: Collection[str]
) -> list[tuple[Field, str, dict[str, Field]]]:
    found = []
    for number, item in enumerate(field.items(), 1):
        facts = item.at(f"{kind} number {number}").mapping(known, required=required)
        key = facts["id"].text()
        found.append((item, key, {name: one.at(f"{kind} {key[:60]}") for name, one in facts.items()}))
    return found


def _once(item: Field, key: str, others: Collection[str]) -> None:
    if key in others:
        raise item.bad(f"the id {key[:60]!r} stands twice.")


def _source_of(facts: Mapping[str, Field], sources: Collection[str]) -> str:
    source = _text(facts, "source")
    if source and source not in sources:
        raise facts["source"].bad(f"the source {source[:60]!r} is not under sources.")
    return source


def _text(facts: Mapping[str, Field], key: str) -> str:
    return facts[key].optional() if key in facts else ""


def _day(facts: Mapping[str, Field], key: str) -> str:
    return facts[key].day() if key in facts else ""
