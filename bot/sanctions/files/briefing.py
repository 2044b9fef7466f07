"""The briefing as YAML: sourced statements, measures, programs, their ends and general licenses (`briefing.yml`,
`licenses.yml`). Round trip without loss."""

from __future__ import annotations

from collections.abc import Collection

import yaml

from bot.sanctions.briefing.measure import Level, Measure
from bot.sanctions.briefing.statement import ACTS, Briefing, Source, Statement
from bot.sanctions.files import parts
from bot.sanctions.files.licenses import plain_license, read_licenses
from bot.sanctions.files.marked import Field, read_document
from bot.sanctions.files.parts import CONFIDENCE, saying
from bot.sanctions.files.programs import read_ended, read_programs
from bot.sanctions.program import Ended, Program

_PARTS = ("as_of", "newest_material", "sources", "statements", "measures", "programs", "programs_ended", "licenses")
_STATEMENT_KEYS: tuple[str, ...] = ("id", "topic", "says", "source", "confidence", "date", "contradicts", "also")
_STATEMENT_KEYS += ("witnesses", "contradiction", "against", "note", "parties", "act", "list", "until", "later")
_MEASURE_KEYS: tuple[str, ...] = ("id", "title", "says", "parameters", "in_effect_since", "imposed_by")
_MEASURE_KEYS += ("legal_basis", "bases", "note", "source", "confidence", "history")
_LEVEL_KEYS = ("date", "jurisdiction", "parameters", "source", "confidence")


def read_briefing(text: str, name: str, known: Collection[str] = ()) -> Briefing:
    """A whole briefing. Every part may be absent; `source` names one of the file's own sources, or none; `contradicts`
    and `later` name statements of the file or of those `known` already.

    Raises BadInput naming the file, the line, the statement, measure or license and the reason.
    """
    top = read_document(text, name).mapping(_PARTS)
    sources = {key: _source(key, one) for key, one in top["sources"].mapping().items()} if "sources" in top else {}
    ended = read_ended(top["programs_ended"], sources) if "programs_ended" in top else {}
    return Briefing(
        sources=tuple(sources.values()),
        statements=tuple(_statements(top["statements"], sources, known)) if "statements" in top else (),
        measures=tuple(_measures(top["measures"], sources)) if "measures" in top else (),
        programs=tuple(read_programs(top["programs"]).values()) if "programs" in top else (),
        licenses=read_licenses(top["licenses"], sources) if "licenses" in top else (),
        ended=tuple(ended.values()),
        as_of=parts.day_of(top, "as_of"),
        newest_material=parts.day_of(top, "newest_material"),
    )


def _source(key: str, field: Field) -> Source:
    facts = field.at(f"source {key[:60]}").mapping(("publisher", "title", "date", "url", "kind"))
    return Source(
        key=key,
        publisher=parts.text_of(facts, "publisher"),
        title=parts.text_of(facts, "title"),
        date=parts.day_of(facts, "date"),
        url=parts.address_of(facts, "url"),
        kind=parts.text_of(facts, "kind"),
    )


def _statements(field: Field, sources: Collection[str], known: Collection[str]) -> list[Statement]:
    entries = parts.entries(field, "statement", "id", _STATEMENT_KEYS, ("id", "topic", "says", "confidence"))
    there = {*known, *(key for key, _ in entries)}
    return [_statement(key, facts, sources, there) for key, facts in entries]


def _statement(key: str, facts: parts.Facts, sources: Collection[str], there: Collection[str]) -> Statement:
    statement = Statement(
        id=key,
        topics=facts["topic"].texts(),
        says=facts["says"].text(),
        source=parts.source_of(facts, sources),
        confidence=facts["confidence"].one_of(CONFIDENCE),
        date=parts.day_of(facts, "date"),
        contradicts=_others(facts, "contradicts", "to contradict", there),
        also=parts.sources_of(facts, "also", sources),
        witnesses=parts.whole_of(facts, "witnesses"),
        contradiction=parts.text_of(facts, "contradiction"),
        against=parts.sources_of(facts, "against", sources),
        note=parts.text_of(facts, "note"),
        parties=parts.texts_of(facts, "parties"),
        act=facts["act"].one_of(ACTS) if "act" in facts else "",
        list=parts.text_of(facts, "list"),
        until=parts.day_of(facts, "until"),
        later=_others(facts, "later", "that came later", there),
    )
    if statement.act and not (statement.parties and statement.date and statement.list):
        raise facts["act"].bad(
            "an act needs the parties, the list and the date: who was put on or taken off what, when."
        )
    return statement


def _others(facts: parts.Facts, key: str, what: str, there: Collection[str]) -> tuple[str, ...]:
    found = parts.texts_of(facts, key)
    for other in found:
        if other not in there:
            raise facts[key].bad(f"there is no statement {other[:60]!r} {what}.")
    return found


def _measures(field: Field, sources: Collection[str]) -> list[Measure]:
    return [
        Measure(
            id=key,
            title=facts["title"].text(),
            says=parts.text_of(facts, "says"),
            in_effect_since=parts.day_of(facts, "in_effect_since"),
            imposed_by=parts.texts_of(facts, "imposed_by"),
            legal_basis=parts.text_of(facts, "legal_basis"),
            bases={name: one.text() for name, one in facts["bases"].mapping().items()} if "bases" in facts else {},
            parameters=facts["parameters"].values() if "parameters" in facts else {},
            note=parts.text_of(facts, "note"),
            source=parts.source_of(facts, sources),
            confidence=parts.confidence_of(facts),
            history=_history(facts["history"], sources) if "history" in facts else (),
        )
        for key, facts in parts.entries(field, "measure", "id", _MEASURE_KEYS, ("id", "title"))
    ]


def _history(field: Field, sources: Collection[str]) -> tuple[Level, ...]:
    found: list[Level] = []
    for number, item in enumerate(field.items(), 1):
        at = item.at(f"{field.where}, level {number}")
        facts = {key: one.at(at.where) for key, one in at.mapping(_LEVEL_KEYS, required=_LEVEL_KEYS[:3]).items()}
        level = Level(
            date=facts["date"].day(),
            jurisdiction=facts["jurisdiction"].text(),
            parameters=facts["parameters"].values(),
            source=parts.source_of(facts, sources),
            confidence=parts.confidence_of(facts),
        )
        if not level.date:
            raise facts["date"].bad("a level needs the day from which it is in effect.")
        if any((one.date, one.jurisdiction) == (level.date, level.jurisdiction) for one in found):
            raise at.bad(f"{level.jurisdiction[:20]} has two levels of {level.date}.")
        found.append(level)
    return tuple(found)


# ---- writing ---------------------------------------------------------------


def write_briefing(briefing: Briefing) -> str:
    """The file that `read_briefing` reads back as the same briefing."""
    document = saying(
        as_of=briefing.as_of,
        newest_material=briefing.newest_material,
        sources={one.key: _plain_source(one) for one in briefing.sources},
        statements=[_plain_statement(one) for one in briefing.statements],
        measures=[_plain_measure(one) for one in briefing.measures],
        programs={one.tag: _plain_program(one) for one in briefing.programs},
        programs_ended={one.tag: _plain_ended(one) for one in briefing.ended},
        licenses=[plain_license(one) for one in briefing.licenses],
    )
    return str(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110))


def _plain_source(one: Source) -> dict[str, object]:
    return saying(publisher=one.publisher, title=one.title, date=one.date, url=one.url, kind=one.kind)


def _plain_statement(one: Statement) -> dict[str, object]:
    return {
        "id": one.id,
        "topic": list(one.topics),
        **saying(source=one.source, also=list(one.also)),
        "confidence": one.confidence,
        **saying(
            witnesses=one.witnesses,
            date=one.date,
            parties=list(one.parties),
            act=one.act,
            list=one.list,
            until=one.until,
            contradicts=list(one.contradicts),
            later=list(one.later),
        ),
        "says": one.says,
        **saying(contradiction=one.contradiction, against=list(one.against), note=one.note),
    }


def _plain_measure(one: Measure) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        **saying(
            says=one.says,
            parameters=dict(one.parameters),
            in_effect_since=one.in_effect_since,
            imposed_by=list(one.imposed_by),
            legal_basis=one.legal_basis,
            bases=dict(one.bases),
            note=one.note,
            source=one.source,
            confidence=one.confidence,
            history=[_plain_level(level) for level in one.history],
        ),
    }


def _plain_level(one: Level) -> dict[str, object]:
    facts = {"date": one.date, "jurisdiction": one.jurisdiction, "parameters": dict(one.parameters)}
    return {**facts, **saying(source=one.source, confidence=one.confidence)}


def _plain_program(one: Program) -> dict[str, object]:
    facts = saying(authority=one.authority, date=one.date, effect=dict(one.effect), former=list(one.former))
    return {"title": one.title, **facts}


def _plain_ended(one: Ended) -> dict[str, object]:
    return saying(
        ended=one.ended,
        by=one.by,
        removed_from_list=one.removed_from_list,
        regulations_removed=one.regulations_removed,
        note=one.note,
        source=one.source,
        also=list(one.also),
        confidence=one.confidence,
        witnesses=one.witnesses,
    )
