"""What a question denies or leaves out: which of several programs or options stay ("13661 ended but 14024 stayed"), and
what is taken out of a set ("Russian but not under RUSSIA-EO14024", "without tankers")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bot.questions.ask import Kind
from bot.questions.composing.contents import MARKS
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import KINDS, lexicon, sets
from bot.questions.spotting.sheet import Sort

_COUNTED = {Sort.WORD, Sort.PROGRAMS, Sort.LISTS, Sort.COUNTRY}  # what a list tells of a party
FLAGS = ("flag", "флаг", "прапор")


class Denial(NamedTuple):
    """Items `first` to `last` (exclusive) that deny a condition, which begins at `at`, where it is `understood`."""

    first: int
    at: int
    last: int
    understood: bool


def denials(seen: Seen) -> list[Denial]:
    """The conditions on a set that are denied or left out, in order."""
    starts = {at: at + 1 for at, item in enumerate(seen.row.items) if _denies(item.word)}
    starts |= {act.first: act.last for act in seen.row.acts if act.part == "without"}
    found: list[Denial] = []
    for first, behind in sorted(starts.items()):
        denial = _denial(seen, first, behind)
        if denial and not (found and first < found[-1].last):
            found.append(denial)
    return found


def _denial(seen: Seen, first: int, behind: int) -> Denial | None:
    """What is denied from a word on; None where it is nothing of a set: "not sure how many", "listed or not"."""
    items, end = seen.row.items, len(seen.row.items)
    at = next((n for n in range(behind, end) if not _is_light(seen, n)), end)
    if at < end and (last := _end_of(seen, at, items[first].word)):
        return Denial(first, at, last, understood=all(item.sort in _COUNTED for item in items[at:last]))
    if at == end or not any(_is_condition(seen, n) for n in range(first)):
        return None
    last = next((n for n in range(at + 1, end) if items[n].apart or _is_condition(seen, n)), end)
    while items[last - 1].word in sets.LIGHT:
        last -= 1
    return Denial(first, at, last, understood=False)


def _end_of(seen: Seen, at: int, denial: str) -> int:
    """Where the conditions end that begin at an item: those side by side, and those that "or" joins; 0 for none."""
    row, last = seen.row, at
    while _is_condition(seen, last) or (last > at and row.item(last).word.startswith(FLAGS)):
        last += 1
        if denial == "non":
            return last
    joined = row.item(last).word in sets.SPLITTERS and row.item(last + 1).sort is row.items[at].sort
    if last > at and joined:
        return _end_of(seen, last + 1, denial) or last
    return last if last > at else 0


def _is_condition(seen: Seen, at: int) -> bool:
    item = seen.row.item(at)
    return item.word in KINDS or at in seen.named or item.sort is not Sort.WORD


def _is_light(seen: Seen, at: int) -> bool:
    """Whether an item only leads to what is denied: "under", "listed on", "linked to"."""
    word = seen.row.items[at].word
    return word in sets.LIGHT or bool({"listed", "links"} & lexicon().parts(word))


def narrowing(seen: Seen, kind: Kind) -> Iterator[str]:
    """What narrows an ask and is not reckoned with: "only half of option A", "before the invasion"."""
    row = seen.row
    if kind is Kind.LICENSE:
        yield from (row.said(each.first, each.last) for each in denials(seen))
    if kind is Kind.HISTORY and not seen.values(Sort.DATE):  # before the invasion
        before = (act for act in seen.acts if act.part == "before")
        yield from (row.said(act.first, min(act.last + 1, len(row.items))) for act in before)
    shares = (at for at, item in seen.items if item.word in sets.SHARES)
    yield from (row.said(at, at + 3) for at in shares if row.item(at + 2).sort is Sort.OPTIONS)


def standing(seen: Seen, sort: Sort) -> tuple[Any, ...]:
    """The programs or options of which the words say that they stay, or do not end: a denial stands right before them,
    or one, or "stays", behind."""
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
        stays = found.get(at, False) or any(_denies(word) or word in sets.STAYING for word in words)
        found[at] = _is_left_out(seen, at) or (stays and not MARKS["gone"].search(" ".join(words)))
    return tuple(dict.fromkeys(each for at in places if found[at] for each in row.items[at].value))


def _denies(word: str) -> bool:
    return word in sets.DENYING or word.endswith(("n't", "n’t"))


def _is_left_out(seen: Seen, at: int) -> bool:
    """Whether "not", "without" or the like stands right before an item."""
    word = seen.row.item(at - 1).word
    return _denies(word) or "without" in lexicon().parts(word)
