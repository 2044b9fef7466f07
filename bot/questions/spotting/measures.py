"""Measures as questions name them: the oil price cap, the directives."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from bot.questions.ask import Vocabulary
from bot.questions.data import table
from bot.questions.spotting.sheet import Sheet, Sort

_TABLE = table("measures")
_OTHER = re.compile(
    r" (?:on|for) (?:russian )?(?:lng|gas|natural gas|coal|gold|diamonds|metals|grain|uranium)\b", re.IGNORECASE
)


def mark_measures(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Mark measures by id, by title and by what people call them. Several ids where the words fit several."""
    low = sheet.text.casefold()
    for mid, forms, known in _by_id(tuple(vocabulary.measures.items())):
        if not any(form in low for form in forms):
            continue
        sheet.mark_all(Sort.MEASURES, known, partial(_called, ids=(mid,), vocabulary=Vocabulary()))
    for called, ids in _by_words() if any(word in low for word in _TABLE["telling"]) else ():
        sheet.mark_all(Sort.MEASURES, called, partial(_called, ids=ids, vocabulary=vocabulary))


def _called(match: re.Match[str], ids: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The measures that words call; none where they go on to something that no measure here caps."""
    return () if _OTHER.match(match.string, match.end()) else _known(_numbered(ids, match), vocabulary)


@lru_cache(maxsize=4)
def _by_id(measures: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Forms and patterns of ids and titles. Kept, since they change once an edition and every question reads them."""
    found = []
    for mid, title in measures:
        forms = tuple(form for form in (mid, title, title.split(" (")[0]) if len(form) > 11)
        if forms:
            any_form = "|".join(map(re.escape, forms))
            known = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
            found.append((mid, tuple(form.casefold() for form in forms), known))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:the )?(?:{measure['words']})(?![\w-])", re.IGNORECASE), tuple(measure["ids"]))
        for measure in _TABLE["measure"]
    )


def _numbered(ids: tuple[str, ...], match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    return tuple(i.format(n=groups.get("n") or groups.get("m")) for i in ids)


def _known(ids: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(i for i in ids if i in vocabulary.measures) if vocabulary.measures else ids
