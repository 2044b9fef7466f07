"""Answers as JSON, field by field as CONTRACT.md has them."""

from __future__ import annotations

from typing import Any

from bot.answers.document import Answer
from bot.lists.starter import STARTER
from bot.screening.query import Hit, Screening, Verdict


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """CONTRACT, ask --json: every ask, and the fields of the first again beside those of the whole."""
    asks = answer.asks or (answer,)
    return {
        **ask_as_json(asks[0]),
        "asks": [ask_as_json(ask) for ask in asks],
        "unread": list(answer.unread),
        "text": answer.text,
        "editions": [
            {
                "list": note.list,
                "title": note.title,
                "edition": note.edition,
                "published": note.published,
                "age_days": note.age_days,
                "stale": note.stale,
                "missing": list(note.missing),
            }
            for note in answer.editions
        ],
        "illustrative": answer.illustrative,
    }


def ask_as_json(answer: Answer) -> dict[str, Any]:
    """One thing asked. `screenings` adds the results behind each verdict; `facts` what a kind has beside."""
    loaded = {note.list for note in answer.editions}
    broken = {note.list for note in answer.editions if note.broken}
    return {
        "kind": answer.kind,
        "read": answer.read,
        "subjects": list(answer.subjects),
        "options": list(answer.options),
        "programs": list(answer.programs),
        "lists": list(answer.lists),
        "period": answer.period,
        "as_of": answer.as_of,
        "verdicts": [verdict_word(s, answer.lists, loaded, broken) for s in answer.screenings],
        "screenings": [screening_as_json(s) for s in answer.screenings],
        "text": answer.text,
        **answer.facts,
    }


def verdict_word(screening: Screening, named: tuple[str, ...], loaded: set[str], broken: set[str]) -> str:
    """The verdict; but where no full list (or none that the question names) is loaded, or one of them is not all here,
    no match is no answer."""
    full = loaded - {STARTER}
    asked = full & set(named) if named else full
    if screening.verdict is Verdict.NO_MATCH and (not asked or asked & broken):
        return "not_loaded"
    return screening.verdict.value


def screening_as_json(screening: Screening) -> dict[str, Any]:
    given: dict[str, Any] = {
        "verdict": screening.verdict.value,
        "results": [hit_as_json(hit) for hit in screening.hits],
    }
    if screening.verdict is Verdict.NOT_CHECKED:
        given["reasons"] = [screening.ask_back]
    if screening.ask_back:
        given["ask_back"] = screening.ask_back
    return given


def hit_as_json(hit: Hit) -> dict[str, Any]:
    return {
        "entity_id": hit.entity_id,
        "name": hit.name,
        "matched_name": hit.matched.text,
        "score": round(hit.score, 4),
        "match": hit.is_match,
        "lists": list(hit.lists),
        "programs": list(hit.programs),
        "effect": hit.effect.value,
        "standing": hit.standing.value,
        "reasons": [reason.says for reason in hit.reasons],
        "url": hit.url or None,
    }
