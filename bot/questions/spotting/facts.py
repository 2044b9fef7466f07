"""Facts beside a name: a date of birth, an identifier. An identifier that stands alone names its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.questions.data import patterns, standing_apart, table
from bot.questions.spotting.days import read_day
from bot.questions.spotting.sheet import Sheet, Sort

_TABLE, _PATTERNS = table("identifiers"), patterns("identifiers")
_SAID = [(kind, standing_apart(f"(?:with )?(?:{said})", r"\w-")) for kind, said in _TABLE["said"].items()]
_BARE = [(kind, standing_apart(bare, r"\w-", re.NOFLAG)) for kind, bare in _TABLE["bare"].items()]


def mark_facts(sheet: Sheet) -> None:
    """Mark dates of birth, identifiers that say what they are ("IMO 9253325"), and numbers that can be nothing else."""
    if sheet.has_digits:
        sheet.mark_all(Sort.ASIDE, _PATTERNS["aside"], lambda m: m.group())
        sheet.mark_all(Sort.BORN, _PATTERNS["born"], lambda m: read_day(m["year"] or m["day"]))
    for kind, pattern in (*_SAID, *_BARE):
        if sheet.has_digits or kind == "bic":
            sheet.mark(Sort.NUMBER, _numbers(kind, pattern, sheet.text))


def _numbers(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    for match in pattern.finditer(text):
        if kind == "bic" and "v" not in pattern.groupindex and _is_shouted(match):
            continue
        for number in filter(None, match.groupdict().values() or [match.group()]):
            yield *match.span(), (kind, number if kind == "wallet" else number.upper())


def _is_shouted(match: re.Match[str]) -> bool:
    """AKTSIONERNOE OBSHCHESTVO: a word of a name that only looks like a code."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    return bool(_PATTERNS["shout_before"].search(before) or _PATTERNS["shout_after"].match(match.string, match.end()))
