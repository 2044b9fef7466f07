"""Facts beside a name: a date of birth, an identifier. An identifier that stands alone names its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.questions.data import table
from bot.questions.spotting.days import read_day
from bot.questions.spotting.sheet import Sheet, Sort

_BORN = re.compile(
    r"[ ,;]*\(?(?:(?:who was |was |is )?born(?: on| in)?|d\.?o\.?b\.?|date of birth|birth ?date|year of birth|yob|b\.|"
    r"род(?:ился|илась|\.)?(?: в)?|дата рождения|г\. ?р\.)[ :=]*(?P<day>[\w ,./-]*?\b(?:19|20)\d\d\b(?:-\d\d?-\d\d?)?)"
    r"(?:\s*г(?:\.|ода|оду)?)?\)?"
    r"|[ ,]*\(?\b(?P<year>(?:\d\d?\.\d\d?\.)?(?:19|20)\d\d)\s*г\.?\s?р\.?\)?",
    re.IGNORECASE,
)
_TABLE = table("identifiers")
_SAID = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:with )?(?:{words})(?![\w-])", re.IGNORECASE))
    for kind, words in _TABLE["said"].items()
)
_BARE = tuple((kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")) for kind, words in _TABLE["bare"].items())
_ALL = (*_SAID, *_BARE)
_WITHOUT_DIGITS = tuple(mark for mark in _ALL if mark[0] == "bic")


_ASIDE = re.compile(
    r"(?<![\w-])(?:(?:kpp|кпп|okpo|окпо|bik|бик|iban|account|acct|a/c|счет|счёт|р/с)[ :#№-]*[A-Z]{0,2}\d[\dA-Z]{5,33}"
    r"|[A-Z]{2}\d{2}(?=[A-Z0-9]*\d{6})[A-Z0-9]{11,30}|\d{18,20})(?![\w-])",
    re.IGNORECASE,
)


# Acts and bills of Congress and acts of the EU by their numbers: nobody is called so.
_ACTS = re.compile(
    r"(?<![\w.])(?:H\. ?R\.|S\.|H\.? ?Res\.|S\.? ?Res\.|Pub(?:lic|\.) L(?:aw|\.)|P\.L\."
    r"|Regulation(?: \((?:EU|EC)\))?|Directive \(EU\)"
    r"|Decision(?: \(CFSP\))?)(?: No\.?)? ?\d{1,4}(?:[-/]\d{1,4})?(?![\w-])"
)
_SHOUT_BEFORE = re.compile(r"[A-ZА-Я]{2,}[ ,.]+$")
_SHOUT_AFTER = re.compile(r"[ ,.]+[A-ZА-Я]{2,}")


def mark_facts(sheet: Sheet) -> None:
    """Mark dates of birth, identifiers that say what they are ("IMO 9253325"), and numbers that can be nothing else."""
    if sheet.has_digits:
        sheet.mark_all(Sort.ASIDE, _ASIDE, lambda m: m.group())
        sheet.mark_all(Sort.ASIDE, _ACTS, lambda m: m.group())
        sheet.mark_all(Sort.BORN, _BORN, lambda m: read_day(m["year"] or m["day"]))
    for kind, pattern in _ALL if sheet.has_digits else _WITHOUT_DIGITS:
        sheet.mark(Sort.NUMBER, list(_numbers(kind, pattern, sheet.text)))


def _numbers(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    for match in pattern.finditer(text):
        beside = _SHOUT_BEFORE.search(text[max(0, match.start() - 40) : match.start()]) or _SHOUT_AFTER.match(
            text, match.end()
        )
        if kind == "bic" and "v" not in pattern.groupindex and beside:
            continue  # AKTSIONERNOE OBSHCHESTVO: a word of a name that only looks like a code
        for number in filter(None, match.groupdict().values() or [match.group()]):
            yield match.start(), match.end(), (kind, number if kind == "wallet" else number.upper())
