"""The briefing as YAML: `briefing.yml`, sourced statements, measures and program notes. Round trip without loss."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import yaml

from bot.sanctions.briefing.measure import Level, Measure
from bot.sanctions.briefing.statement import Briefing, Source, Statement
from bot.sanctions.files.marked import Field, read_document
from bot.sanctions.files.programs import read_programs
from bot.sanctions.program import Program

CONFIDENCE = ("reported", "official", "unknown")
_STATEMENT_KEYS = ("id", "topic", "says", "source", "confidence", "date", "contradicts")
_MEASURE_KEYS: tuple[str, ...] = ("id", "title", "says", "parameters", "in_effect_since", "imposed_by")
_MEASURE_KEYS += ("legal_basis", "note", "source", "confidence", "history")
_LEVEL_KEYS = ("date", "jurisdiction", "parameters", "source", "confidence")


def read_briefing(text: str, name: str, known: Collection[str] = ()) -> Briefing:
    """A whole briefing. Every part may be absent; `source` names one of the file's own sources, or none, and
    `contradicts` statements of the file or of those `known` already.

    Raises BadInput naming the file, the line, the statement or measure and the reason.
    """
    top = read_document(text, name).mapping(("sources", "statements", "measures", "programs"))
    sources = {key: _source(key, one) for key, one in top["sources"].mapping().items()} if "sources" in top else {}
    return Briefing(
        sources=tuple(sources.values()),
        statements=tuple(_statements(top["statements"], sources, known) if "statements" in top else ()),
        measures=tuple(_measures(top["measures"], sources) if "measures" in top else ()),
        programs=tuple(read_programs(top["programs"]).values()) if "programs" in top else (),
    )


def _source(key: str, field: Field) -> Source:
    facts = field.at(f"source {key[:60]}").mapping(("publisher", "title", "date", "url"))
    url = _text(facts, "url")
    if url and not url.startswith(("https://", "http://")):
        raise facts["url"].bad("url must begin with https:// or http://.")
    return Source(key, _text(facts, "publisher"), _text(facts, "title"), _day(facts, "date"), url)


def _statements(field: Field, sources: Collection[str], known: Collection[str]) -> list[Statement]:
    found: list[Statement] = []
    marked: list[tuple[Field, str]] = []
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
                contradicts=facts["contradicts"].texts() if "contradicts" in facts else (),
            )
        )
        marked += [(facts["contradicts"], other) for other in found[-1].contradicts]
    there = {*known, *(one.id for one in found)}
    for place, other in marked:
        if other not in there:
            raise place.bad(f"there is no statement {other[:60]!r} to contradict.")
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
                confidence=_confidence(facts),
                history=_history(facts["history"], sources) if "history" in facts else (),
            )
        )
    return found


def _history(field: Field, sources: Collection[str]) -> tuple[Level, ...]:
    found: list[Level] = []
    for number, item in enumerate(field.items(), 1):
        at = item.at(f"{field.where}, level {number}")
        facts = {key: one.at(at.where) for key, one in at.mapping(_LEVEL_KEYS, required=_LEVEL_KEYS[:3]).items()}
        level = Level(
            date=facts["date"].day(),
            jurisdiction=facts["jurisdiction"].text(),
            parameters=facts["parameters"].values(),
            source=_source_of(facts, sources),
            confidence=_confidence(facts),
        )
        if not level.date:
            raise facts["date"].bad("a level needs the day from which it is in effect.")
        if any((one.date, one.jurisdiction) == (level.date, level.jurisdiction) for one in found):
            raise at.bad(f"{level.jurisdiction[:20]} has two levels of {level.date}.")
        found.append(level)
    return tuple(found)


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


def _confidence(facts: Mapping[str, Field]) -> str:
    return facts["confidence"].one_of(CONFIDENCE) if "confidence" in facts else ""


def _text(facts: Mapping[str, Field], key: str) -> str:
    return facts[key].optional() if key in facts else ""


def _day(facts: Mapping[str, Field], key: str) -> str:
    return facts[key].day() if key in facts else ""


# ---- writing ---------------------------------------------------------------


def write_briefing(briefing: Briefing) -> str:
    """The file that `read_briefing` reads back as the same briefing."""
    document = _set(
        sources={one.key: _plain_source(one) for one in briefing.sources},
        statements=[_plain_statement(one) for one in briefing.statements],
        measures=[_plain_measure(one) for one in briefing.measures],
        programs={one.tag: _plain_program(one) for one in briefing.programs},
    )
    return str(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110))


def _plain_source(one: Source) -> dict[str, object]:
    return _set(publisher=one.publisher, title=one.title, date=one.date, url=one.url)


def _plain_statement(one: Statement) -> dict[str, object]:
    return {
        "id": one.id,
        "topic": list(one.topics),
        **_set(source=one.source),
        "confidence": one.confidence,
        **_set(date=one.date, contradicts=list(one.contradicts)),
        "says": one.says,
    }


def _plain_measure(one: Measure) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "says": one.says,
        **_set(
            parameters=dict(one.parameters),
            in_effect_since=one.in_effect_since,
            imposed_by=list(one.imposed_by),
            legal_basis=one.legal_basis,
            note=one.note,
            source=one.source,
            confidence=one.confidence,
            history=[_plain_level(level) for level in one.history],
        ),
    }


def _plain_level(one: Level) -> dict[str, object]:
    facts = {"date": one.date, "jurisdiction": one.jurisdiction, "parameters": dict(one.parameters)}
    return {**facts, **_set(source=one.source, confidence=one.confidence)}


def _plain_program(one: Program) -> dict[str, object]:
    facts = _set(authority=one.authority, date=one.date, effect=dict(one.effect), former=list(one.former))
    return {"title": one.title, **facts}


def _set(**facts: object) -> dict[str, object]:
    """Those that say something."""
    return {key: value for key, value in facts.items() if value}
