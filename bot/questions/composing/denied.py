"""What a question denies or leaves out: which of several programs or options stay ("13661 ended but 14024 stayed"), and
what is taken out of a set ("Russian but not under RUSSIA-EO14024", "without tankers").

A condition that is denied and not understood is said to be unread; it is never dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.questions.composing.contents import MARKS
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import CRAFT_TYPES, KINDS, lexicon, sets
from bot.questions.spotting.sheet import Sort, covered

_CONDITIONS = frozenset({Sort.PROGRAMS, Sort.LISTS, Sort.COUNTRY, Sort.OPTIONS, Sort.BORN, Sort.DATE, Sort.OTHER_LIST})
_LIGHT = sets.LINKING | sets.BEFORE_NAMES | sets.WHERE | sets.HENCE | sets.WITHIN | sets.ARTICLES | sets.DENYING


def standing(seen: Seen, sort: Sort) -> tuple[Any, ...]:
    """The programs or options of which the words say that they stay, or are not lifted: those that a denial stands right
    before, or of which one, or "stays", is said behind them."""
    row = seen.row
    places = [at for at, item in seen.items if item.sort is sort]
    found: dict[int, bool] = {}
    for n, at in reversed(list(enumerate(places))):
        then = places[n + 1] if n + 1 < len(places) else len(row.items)
        said = range(at + 1, next((i for i in range(at + 1, then) if row.items[i].apart), then))
        if said.stop == then in found and {row.items[i].word for i in said} <= sets.SPLITTERS:
            found[at] = found[then]  # EO 13661 and EO 14024 stay
        words = [row.items[i].word for i in said]
        while then in found and words and (words[-1] in sets.SPLITTERS or _denies(words[-1])):
            words.pop()  # ... and not the next
        stays = any(_denies(word) or word in sets.STAYING for word in words)
        gone = MARKS["gone"].search(" ".join(words)) is not None
        found[at] = _is_left_out(seen, at) or (found.get(at, False) or stays) and not gone
    stay = tuple(each for at in places if found[at] for each in row.items[at].value)
    return tuple(dict.fromkeys(stay))


def _denies(word: str) -> bool:
    return word in sets.DENYING or word.endswith(("n't", "n’t"))


def _is_left_out(seen: Seen, at: int) -> bool:
    """Whether "not", "without" or the like stands right before an item, and "the" or the like between."""
    while at > 0 and seen.row.items[at - 1].word in sets.ARTICLES:
        at -= 1
    return _denies(seen.row.item(at - 1).word) or any(a.part == "without" and a.last == at for a in seen.row.acts)
