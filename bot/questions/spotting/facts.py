"""Facts beside a name: a date of birth, an identifier. An identifier that stands alone names its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.questions.spotting.days import read_day
from bot.questions.spotting.sheet import Sheet, Sort

_BORN = re.compile(
    r"[ ,;]*\(?(?:(?:who was |was |is )?born(?: on| in)?|d\.?o\.?b\.?|date of birth|birth ?date|year of birth|yob|b\.|"
    r"род(?:ился|илась|\.)?(?: в)?|дата рождения|г\. ?р\.)[ :=]*(?P<day>[\w ,./-]*?\b(?:19|20)\d\d\b(?:-\d\d?-\d\d?)?)"
    r"(?:\s*г(?:\.|ода|оду)?)?\)?"
    r"|[ ,]*\(?\b(?P<year>(?:\d\d?\.\d\d?\.)?(?:19|20)\d\d)\s*г\.?\s?р\.?\)?",
    re.IGNORECASE,
)
# type -> how people say it and what the number looks like
_NUMBERS: tuple[tuple[str, str], ...] = (
    ("imo", r"imo(?: (?:number|no\.?|#))?[ :#-]*(?P<v>\d{7})"),
    ("mmsi", r"mmsi(?: (?:number|no\.?))?[ :#-]*(?P<v>\d{9})"),
    ("tax_id", r"(?:inn|инн|tax id(?: no\.?)?|tin)[ :#-]*(?P<v>\d{8,12})|(?P<w>\d{10}|\d{12}) \(?(?:inn|инн)\b\)?"),
    ("registration", r"(?:ogrn(?:ip)?|огрн(?:ип)?|reg(?:istration)?(?: (?:number|no\.?)))[ :#-]*(?P<v>[\d-]{5,15})"),
    ("lei", r"lei(?: code)?[ :#-]*(?P<v>[a-z0-9]{18}\d\d)"),
    ("bic", r"(?:bic|swift(?:/bic| code)?)[ :#-]*(?P<v>[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)"),
    ("passport", r"(?:passport|паспорт)(?: (?:number|no\.?|№))?[ :#-]*(?P<v>(?=[a-z]*\d)[a-z0-9]{5,12})"),
    (
        "wallet",
        r"(?:(?:btc|bitcoin|eth|xbt|crypto|trx|usdt)? ?(?:wallet|address))[ :#-]*(?P<v>(?=\w*\d)[a-z0-9]{25,64})",
    ),
)
_BARE_NUMBERS: tuple[tuple[str, str], ...] = (
    ("imo", r"\d{7}"),
    ("mmsi", r"\d{9}"),
    ("tax_id", r"\d{10}|\d{12}"),
    ("registration", r"\d{13}|\d{15}"),
    ("lei", r"(?=[A-Z0-9]*\d)[A-Z0-9]{18}\d\d"),
    ("wallet", r"0x[0-9a-fA-F]{40}|(?:bc1|[13])[a-zA-HJ-NP-Z0-9]{25,59}|T[1-9A-HJ-NP-Za-km-z]{33}"),
    ("bic", r"[A-Z]{4}(?:RU|BY|IR|SY|CU|KP|UA|VE|CH|DE|GB|US|AE|TR|CN|HK|CY|LU|AT|KZ|AM)[A-Z0-9]{2}(?:[A-Z0-9]{3})?"),
)
_NUMBER_MARKS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:with )?(?:{p})(?![\w-])", re.IGNORECASE)) for kind, p in _NUMBERS
)
_BARE = tuple((kind, re.compile(rf"(?<![\w-])(?:{p})(?![\w-])")) for kind, p in _BARE_NUMBERS)
_ALL = (*_NUMBER_MARKS, *_BARE)
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
