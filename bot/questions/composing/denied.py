"""What a question denies or leaves out: which of several programs or options stay ("13661 ended but 14024 stayed"), and
what is taken out of a set ("Russian but not under RUSSIA-EO14024", "without tankers")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bot.questions.ask import Kind
from bot.questions.composing.contents import MARKS
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import CRAFT_TYPES, KINDS, sets
from bot.questions.spotting.sheet import Sort

FLAGS = ("flag", "флаг", "прапор")


class Denial(NamedTuple):
    """Items `first` to `last` (exclusive) that deny a condition, which begins at `at`, where it is `understood`."""

    first: int
    at: int
    last: int
    understood: bool


def denials(seen: Seen) -> list[Denial]:
    """The conditions on a set that are denied or left out, in order."""
    found: list[Denial] = []
    starts = {act.first: act.last for act in seen.row.acts if act.part == "without"}
    starts |= {at: at + 1 for at, item in enumerate(seen.row.items) if _denies(item.word) and at not in starts}
    for first, behind in sorted(starts.items()):
        if not found or first >= found[-1].last:
            found += filter(None, [_denial(seen, first, behind, certain=behind - first > 1)])
    return found


def _denial(seen: Seen, first: int, behind: int, *, certain: bool) -> Denial | None:
    """What is denied from a word on; None where it is nothing of a set: "not sure how many", "listed or not"."""
    row, at = seen.row, behind
    while at < len(row.items) and _is_light(seen, at) and not (row.items[at].apart and at > behind):
        at += 1
    if at >= len(row.items) or row.items[at].word == "only" or (row.items[at].apart and at > behind):
        return None
    if last := _end_of(seen, at, row.items[first].word):
        return Denial(first, at, last, understood=True)
    if not certain and not any(_is_condition(seen, n) for n in range(first)):
        return None
    last = at + 1
    while last < len(row.items) and not (row.items[last].apart or _is_condition(seen, last)):
        if row.items[last].word in sets.SPLITTERS | {"but"}:
            break
        last += 1
    while row.items[last - 1].word in sets.LIGHT:
        last -= 1
    return Denial(first, at, last, understood=False)


def _end_of(seen: Seen, at: int, denial: str) -> int:
    """Where the conditions end that begin at an item: those side by side, and those that "or" joins; 0 for none."""
    row, last = seen.row, at
    while _is_condition(seen, last) or (last > at and row.item(last).word.startswith(FLAGS)):
        last += 1
        if denial == "non":
            return last
    if last == at:
        return 0
    then = last + 1
    while row.item(last).word in sets.SPLITTERS and _is_light(seen, then):
        then += 1
    joined = row.item(last).word in sets.SPLITTERS and row.item(then).sort is row.items[at].sort
    return (_end_of(seen, then, denial) if joined else 0) or last


def _is_condition(seen: Seen, at: int) -> bool:
    item = seen.row.item(at)
    kind = item.word in KINDS or item.word in CRAFT_TYPES or at in seen.named
    return kind or (not item.word and item.start < item.end)


def _is_light(seen: Seen, at: int) -> bool:
    """Whether an item only leads to what is denied: "under", "listed on", "linked to"."""
    item = seen.row.item(at)
    leads = item.word in sets.LIGHT or bool(seen.row.parts[at : at + 1] and seen.row.parts[at] & {"listed", "links"})
    return bool(item.word) and leads and not _is_condition(seen, at)


def narrowing(seen: Seen, kind: Kind) -> Iterator[str]:
    """What narrows an ask and is not reckoned with: "only half of option A", "before the invasion"."""
    if kind is Kind.LICENSE or (kind is Kind.OPTION and seen.kinds):  # no option tells who is not in it
        yield from (seen.row.said(each.first, each.last) for each in denials(seen))
    if kind is Kind.HISTORY and not seen.values(Sort.DATE):  # before the invasion
        yield from (
            seen.row.said(a.first, min(a.last + 1, len(seen.row.items))) for a in seen.acts if a.part == "before"
        )
    for at, item in seen.items:
        share = at - 1 - (seen.row.item(at - 1).word == "of")
        if item.sort is Sort.OPTIONS and seen.row.item(share).word in sets.SHARES:
            yield seen.row.said(share, at + 1)


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
    """Whether "not", "without" or the like stands right before an item, and "the" or the like between."""
    while at > 0 and seen.row.items[at - 1].word in sets.ARTICLES:
        at -= 1
    return _denies(seen.row.item(at - 1).word) or any(a.part == "without" and a.last == at for a in seen.row.acts)
