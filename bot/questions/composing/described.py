"""The set of parties that is described: its kind, where it is from, whose it is, and what is taken out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bot.questions.ask import Ask, Filter, Kind, Period
from bot.questions.composing.contents import TOLD
from bot.questions.composing.denied import FLAGS, Denial, denials
from bot.questions.composing.seen import Seen
from bot.questions.spotting.days import days_of
from bot.questions.spotting.lexicon import CRAFT_TYPES, KINDS, TERM, KindOfParty, folded, sets
from bot.questions.spotting.sheet import Item, PartySpan, Sort, Surety, covered

_COUNTED = frozenset({Sort.PROGRAMS, Sort.LISTS, Sort.COUNTRY, Sort.WORD})  # what a list tells of a party
_UNCOUNTED = frozenset({Sort.MEASURES, Sort.OPTIONS, Sort.LICENSE})
_BETWEEN = sets.SPLITTERS | sets.LINKING | sets.WHERE | sets.HENCE


def narrowed(seen: Seen, kind: Kind) -> tuple[Seen, tuple[Ask, ...], tuple[str, ...]]:
    """What of a stretch describes a set, or changes of one; the sets that are taken out of it; and the conditions that
    nothing reads."""
    left_out = [*denials(seen), *_linked_to_a_set(seen)]
    out = tuple(_taken_out(seen, each) for each in left_out if _is_reckoned(each, seen))
    unmet = [seen.row.said(each.first, each.last) for each in left_out if not _is_reckoned(each, seen)]
    aside = frozenset(at for each in left_out for at in range(each.first, each.last))
    groups = kind is Kind.CHANGES or {"contains", "links"} & seen.parts
    spans = tuple(s for s in seen.spans if s.first not in aside and (groups or _may_be_a_group(s, seen)))
    rest = replace(seen, aside=aside, spans=spans)
    runs = _unread_in(rest, sets.SAID_OF_A_SET | (sets.SAID_OF_CHANGES if kind is Kind.CHANGES else set()))
    unmet += (rest.row.said(run[0], run[-1] + 1) for run in runs)
    rest = replace(rest, aside=aside.union(*runs))
    return rest, out, tuple(dict.fromkeys(unmet))


def _linked_to_a_set(seen: Seen) -> Iterator[Denial]:
    """Links to those who are no more than described: "aircraft linked to oligarchs"."""
    for act in (act for act in seen.acts if act.part == "links"):
        ahead = range(act.last, min(act.last + 4, len(seen.row.items)))
        at = next((n for n in ahead if seen.row.items[n].word in KINDS), 0)
        if at and seen.named.isdisjoint(range(act.first, at + 2)):
            yield Denial(act.first, at, at + 1, understood=False)


def _may_be_a_group(span: PartySpan, seen: Seen) -> bool:
    """Whether it is more than small words that nobody vouches for before a kind: "Chinese shipping companies"."""
    items = seen.row.items[span.first : span.last]
    return span.surety >= Surety.LISTED or any(item.word and item.capital for item in items)


def _unread_in(seen: Seen, read: frozenset[str]) -> list[list[int]]:
    """What else is said and no part of asking for a set, nor of what it is told by, side by side: "with a BIC", "built
    after 2010", "the UN list only". `read`: the parts that are."""
    placed, sorted_out = bool(seen.values(Sort.COUNTRY)), {"added", "removed", "both"} <= seen.parts
    asked = covered(act for act in seen.acts if act.part in sets.OF_TERMS)

    def is_read(at: int, item: Item) -> bool:
        parts = seen.row.parts[at]
        if item.word in KINDS and _is_another_kind(at, seen):
            return False
        if not item.word:
            return item.sort not in _UNCOUNTED and not (item.sort is Sort.LISTS and TOLD["of_part"].search(item.text))
        term = at not in asked and any(part.startswith(TERM) for part in parts)
        behind = "only" in parts and seen.row.item(at - 1).sort is Sort.LISTS  # no "only the vessels"
        if term or behind or item.word in sets.TIMING or item.word in sets.UNTOLD or (sorted_out and "both" in parts):
            return False
        return (
            item.word in sets.DESCRIBING
            or (placed and (item.word in sets.PLACING or item.word.startswith(FLAGS)))
            or not parts.isdisjoint(read)
        )

    runs = list[list[int]]()
    for at, item in seen.items:
        follows = bool(runs) and runs[-1][-1] == at - 1
        of_time = follows and item.word and len(runs[-1]) < 4 and seen.row.items[runs[-1][0]].word in sets.TIMING
        if not is_read(at, item) or of_time or (follows and item.sort is Sort.DATE):
            runs = [*runs[:-1], [*runs[-1], at]] if follows else [*runs, [at]]
    return runs


def _is_another_kind(at: int, seen: Seen) -> bool:
    """Whether it is a kind beside the one that is counted, and not the same more widely: "banks and tankers"."""
    kind, counted = KINDS[seen.row.items[at].word], seen.kinds[0] if seen.kinds else None
    if counted is None or counted == kind or not kind.schema:
        return False
    joined = sets.SPLITTERS & {seen.row.item(at - 1).word, seen.row.item(at + 1).word}
    return bool(joined or kind.words or kind.craft or kind.schema is not counted.schema)


def _is_reckoned(denial: Denial, seen: Seen) -> bool:
    """Whether the lists tell who is of what is denied."""
    items = [seen.row.items[at] for at in range(denial.at, denial.last)]
    return denial.understood and all(item.sort in _COUNTED for item in items)


def _taken_out(seen: Seen, denial: Denial) -> Ask:
    places = range(denial.first, denial.last)
    own = replace(
        seen,
        aside=frozenset(range(len(seen.row.items))).difference(places),
        spans=tuple(span for span in seen.spans if span.first in places),
    )
    linked = any("links" in seen.row.parts[at] for at in places)
    named = own.spans[0].subject.name if own.spans else ""
    wanted = replace(filter_of(own), linked_to=named * linked, named="" if linked else named, group="", unlisted=False)
    return Ask(Kind.PARTIES, programs=own.values(Sort.PROGRAMS), lists=own.values(Sort.LISTS), filter=wanted)


def filter_of(seen: Seen) -> Filter:
    """The set that is described, as far as it was read."""
    kind = seen.kinds[0] if seen.kinds else None
    named = [span.subject.name for span in seen.spans]
    names = " ".join(name for name in named if not any(name in other.split(" ")[1:] for other in named))
    linked = "links" in seen.features
    places = _countries(seen)
    return Filter(
        called=kind.called if kind else "",
        schema=kind.schema if kind else None,
        country=tuple(one.names for one in places if not one.flag),
        flag=tuple(one.names for one in places if one.flag),
        words=kind.words if kind else (),
        craft=_craft_of(seen, kind) if kind else (),
        linked_to=names if linked else "",
        group="" if linked else names,
        together=_is_together(seen),
        every="all" in seen.parts and "listed" in seen.parts and seen.is_question and not seen.first & {"explain"},
        unlisted="unlisted" in seen.features,
    )


def set_of(seen: Seen, out: tuple[Ask, ...], unmet: tuple[str, ...], kind: Kind) -> Filter | None:
    """The set that is asked about; of changes None where they are of everybody, or of parties by name."""
    wanted = filter_of(seen)
    births = ((day, days_of(day, date.max)) for day in seen.values(Sort.BORN))
    born = next((Period(*days, f"in {day}") for day, days in births if days), None)
    wanted = replace(wanted, born=born, but=out, unmet=unmet, unlisted=wanted.unlisted and not out)
    if kind is Kind.PARTIES:
        return wanted
    wanted = replace(wanted, every=False, together=False, unlisted=False)
    whole = wanted == Filter(called=wanted.called) or (seen.parties and not (out or unmet))
    return None if whole else wanted


def of_days(wanted: Filter, period: Period, seen: Seen) -> Filter:
    """The set of those who were designated in a period; where "born" stands before it, who was born then."""
    at = next(at for at, item in seen.items if item.sort is Sort.DATE)
    born = any(act.part == "born" and at - 2 <= act.last <= at for act in seen.row.acts)
    return replace(wanted, born=period) if born else replace(wanted, designated=period)


class _Countries(NamedTuple):
    """Countries of which a party is of one, and whether that is its flag."""

    places: list[int]
    names: tuple[str, ...]
    flag: bool


def _countries(seen: Seen) -> list[_Countries]:
    groups: list[list[int]] = []
    for at, item in seen.items:
        if item.sort is Sort.COUNTRY and not item.word:
            groups = (
                [*groups[:-1], [*groups[-1], at]] if groups and _joins(seen, groups[-1][-1], at) else [*groups, [at]]
            )
    flags = [at for at, item in seen.items if item.word.startswith(FLAGS)]
    flown = min(groups, key=lambda group: _distance(flags[0], group)) if flags and groups else None
    names = [tuple(dict.fromkeys(seen.row.items[at].value.name for at in group)) for group in groups]
    return [_Countries(group, own, group is flown) for group, own in zip(groups, names, strict=True)]


def places_read(seen: Seen) -> Iterator[str]:
    """Which country each place of another name was read as: Dubai."""
    for item in (item for _, item in seen.items if item.sort is Sort.COUNTRY and not item.word):
        abbreviated = item.value.people or item.text.isupper()
        if not abbreviated and folded(item.text)[:3] not in folded(item.value.name):
            yield f"“{item.text}” was read as {item.value.name}."


def _distance(at: int, group: list[int]) -> int:
    """How far a group stands from a word; behind it, it is nearer than before: "Russian vessels flagged in Panama"."""
    return min(2 * abs(place - at) - (place > at) for place in group)


def _joins(seen: Seen, one: int, other: int) -> bool:
    """Whether "or", "and" or a comma alone stands between two countries, so that either is meant."""
    between = [seen.row.items[at].word for at in range(one + 1, other)]
    if not between:
        return seen.row.items[other].after_comma or seen.is_parted(other)
    joined = not sets.SPLITTERS.isdisjoint(between) and _BETWEEN.issuperset(between)
    return joined and "both" not in seen.parts


def _is_together(seen: Seen) -> bool:
    """Whether each of several programs or lists is meant: "on both SDN and the UN list", "also on SDN", "under SDGT and
    under IRGC"."""
    programs, lists = seen.values(Sort.PROGRAMS), seen.values(Sort.LISTS)
    of_lists = len(lists) > 1 and bool({"both", "also"} & seen.parts)
    return of_lists or (len(programs) > 1 and ("both" in seen.parts | seen.first or _are_added(seen)))


def _are_added(seen: Seen) -> bool:
    """Whether "and", and no "or", stands between the programs."""
    places = [at for at, item in seen.items if item.sort is Sort.PROGRAMS]
    between = {seen.row.items[at].word for at in range(places[0], places[-1])}
    return not between.isdisjoint(sets.SPLITTERS) and between.isdisjoint(sets.EITHER)


def _craft_of(seen: Seen, kind: KindOfParty) -> tuple[str, ...]:
    """The words of a ship's type: those of the kind, and those before it, as in "crude oil tankers"."""
    at = next((at for at, item in seen.items if KINDS.get(item.word) == kind), 0)
    first = at
    while first > 0 and seen.row.items[first - 1].word in CRAFT_TYPES:
        first -= 1
    return (*(item.word for item in seen.row.items[first:at]), *kind.craft.split())
