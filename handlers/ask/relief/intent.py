"""What of an option is asked for: what it holds, who would come off, its versions, or its reach then and now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.questions.question import Kind, Question
from bot.sanctions.party import Schema

_PAGE = re.compile(r"\b(?:page|стр(?:аница|\.)?) ?(\d{1,4})\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:who|whom|names|everyone|everybody|кто|кого)\b"
    r"|\b(?:which|what|list|show)\b.*?\b(?:part(?:y|ies)|persons?|people|individuals|compan(?:y|ies)|firms|entit(?:y|ies)|"
    r"vessels?|ships?|tankers|aircraft|planes)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"\b(?:draft(?:s|ed|ing)|wrote|writ(?:es|ten|ing)|propos\w+|approv\w+|sign(?:s|ed)|behind|author\w*|leak\w*|made|"
    r"edited|changed|owns?|sees?|watch(?:es|ing)?|asks?|asked|wants?|supports?|opposes?|decides?)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:still|stays?|remains?|remaining|left|bound|blocked|not (?:come off|freed|covered|reached))\b|\bостан\w+",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:versions? ?|v\.? ?)(\d{1,4})(?:\D{1,20}?(?:versions? ?|v\.? ?)?(\d{1,4}))?\b", re.IGNORECASE
)
_VERSIONS = re.compile(
    r"\bversions?\b|\b(?:changed|changes|change|edited|edits|revised|revisions?|amended|differ\w*|new)\b.*\boption|"
    r"\boption\b.*\b(?:changed|changes|edited|edits|revised|revisions?|history|differ\w*)\b|\bhistory\b|\bизмени\w+",
    re.IGNORECASE,
)
_TYPES = (
    (re.compile(r"\b(?:vessels?|ships?|tankers)\b", re.IGNORECASE), Schema.VESSEL),
    (re.compile(r"\b(?:aircraft|planes|airplanes)\b", re.IGNORECASE), Schema.AIRPLANE),
    (re.compile(r"\b(?:persons?|people|individuals)\b", re.IGNORECASE), Schema.PERSON),
    (re.compile(r"\b(?:compan(?:y|ies)|firms|entit(?:y|ies)|organi[sz]ations?)\b", re.IGNORECASE), Schema.LEGAL_ENTITY),
)

_MAY_WE = re.compile(
    r"\b(?:can|may|could|should|are|am|is it (?:legal|allowed|lawful|ok|okay|safe)) (?:we|i|one|us|to|for us)\b"
    r"|\bможно ли\b|\bможем ли\b",
    re.IGNORECASE,
)


class Wants(StrEnum):
    CARD = "card"
    NAMES = "names"
    VERSION = "version"  # one version as it was
    VERSIONS = "versions"  # what differs between two
    THEN = "then"  # what its reach was on a day, and is now


@dataclass(frozen=True, slots=True)
class Wish:
    """`page` counts from 1. `stays`: only who would stay listed. `versions` are the numbers named, `since` the day to
    compare with."""

    wants: Wants
    page: int = 1
    schema: Schema | None = None
    stays: bool = False
    versions: tuple[int, ...] = ()
    since: date | None = None


def wish_of(question: Question) -> Wish:
    """Read from the words of a question about one option; what none of them says is the card."""
    text = question.text
    numbers = tuple(int(n) for found in _VERSION.finditer(text) for n in found.groups() if n)[:2]
    if len(numbers) == 2:
        return Wish(Wants.VERSIONS, versions=numbers)
    if numbers and question.kind is Kind.OPTION and not re.search(r"\bchang|\bdiffer|\bsince\b", text, re.IGNORECASE):
        return Wish(Wants.VERSION, versions=numbers)
    since = _since(question)
    if question.kind is Kind.CHANGES or numbers or (_VERSIONS.search(text) and not since):
        return Wish(Wants.VERSIONS, versions=numbers, since=since)
    if since:
        return Wish(Wants.THEN, since=since)
    if (page := _PAGE.search(text)) or (_WHO.search(text) and not _AUTHOR.search(text)):
        schema = next((kind for pattern, kind in _TYPES if pattern.search(text)), None)
        number = max(1, int(page[1])) if page else 1
        return Wish(Wants.NAMES, page=number, schema=schema, stays=bool(_STAYS.search(text)))
    return Wish(Wants.CARD)


def asks_permission(question: Question) -> bool:
    """Whether it asks what one may do: then the answer is neither yes nor no."""
    return question.permission or bool(_MAY_WE.search(question.text))


def _since(question: Question) -> date | None:
    period = question.period
    return question.as_of or (period.since or period.until if period else None)
