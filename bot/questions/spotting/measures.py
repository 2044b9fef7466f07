"""Measures as questions name them: the oil price cap, the directives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial

from bot.questions.ask import Vocabulary
from bot.questions.data import patterns, standing_apart, table
from bot.questions.spotting.sheet import Sheet, Sort, beginnings

_TABLE, _OTHER = table("measures"), patterns("measures")["other"]


def mark_measures(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark measures by id, by title and by what people call them. Several ids where the words fit several."""
    low = sheet.text.casefold()
    for mid, begun, known in _by_id(tuple(vocabulary.measures.items())):
        if sheet.may_hold(begun):
            sheet.mark_all(Sort.MEASURES, known, partial(_called, ids=(mid,), known={}))
    for called, ids in _by_words() if any(word in low for word in _TABLE["telling"]) else ():
        sheet.mark_all(Sort.MEASURES, called, partial(_called, ids=ids, known=vocabulary.measures))


def _called(match: re.Match[str], ids: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    """The measures that words call; none where they go on to something that no measure here caps."""
    if _OTHER.match(match.string, match.end()):
        return ()
    groups = match.groupdict()
    every = (mid.format(n=groups.get("n") or groups.get("m")) for mid in ids)
    return tuple(mid for mid in every if not known or mid in known)


@lru_cache(maxsize=4)
def _by_id(measures: tuple[tuple[str, str], ...]) -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Beginnings and patterns of ids and titles. Kept: they change once an edition, and every question reads them."""
    found = []
    for mid, title in measures:
        forms = tuple(form for form in (mid, title, title.split(" (")[0]) if len(form) > 11)
        if forms:
            known = standing_apart(map(re.escape, forms), r"\w-")
            found.append((mid, beginnings(forms), known))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    every = _TABLE["measure"]
    return tuple((standing_apart(f"(?:the )?(?:{one['words']})", r"\w-"), tuple(one["ids"])) for one in every)
