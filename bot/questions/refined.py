"""A set of parties that was asked about, or those in an option, narrowed by the next question, or with another thing in
a place of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from bot.questions.ask import Ask, Filter, Kind, Subject, changed
from bot.questions.composing.ask import filled, unique
from bot.questions.composing.contents import TOLD
from bot.questions.composing.described import denials
from bot.questions.composing.seen import Seen
from bot.questions.picks import is_led
from bot.questions.spotting.lexicon import KINDS, TERM, sets
from bot.questions.spotting.sheet import Sort

T = TypeVar("T")
_OF_OPTIONS = {Kind.OPTION, Kind.COVERAGE, Kind.COMPARISON}
_OF_SETS = {Sort.COUNTRY, Sort.PROGRAMS, Sort.LISTS, Sort.DATE, Sort.BORN}


def refined(seen: Seen, before: Ask, today: date) -> Ask | None:
    """The set that `before` asked for, or who is in its options, as `seen` wants it; None where it asks something else.
    Where it begins with "and" or the like, or is a land alone ("Cuba?"), what it names takes the place of what was
    named."""
    of_a_party = before.options and before.subjects and seen.features.isdisjoint({"of_them", "kind", "count"})
    if of_a_party or not (before.options or before.kind in sets.OF_SETS):
        return None
    led = is_led(seen) or (Sort.COUNTRY in seen.by_sort and len(seen.row.items) < 3 and seen.row.text.endswith("?"))
    leaves_out, back = leads_out(seen), bool(TOLD["back_to"].match(seen.row.text))
    led = led or back
    points, by_sort = bool({"it", "only"} & seen.parts) and not back, seen.by_sort.keys()
    asks = seen.kinds or ("count" in seen.parts and not before.options) or Sort.COUNTRY in by_sort or leaves_out
    more = bool(before.filter or (before.options and (points or {"born", "count"} & seen.parts)))
    more = more and bool(by_sort or "every" in seen.parts)
    told = sets.IDLE | sets.OF_A_SET | (sets.OF_DESIGNATION if Sort.DATE in by_sort else frozenset())
    others = {part for part in seen.parts if not part.startswith(TERM)} - told - {"without"}
    others = others or by_sort - _OF_SETS or (seen.spans and not leaves_out)
    leans = points or led or leaves_out or _is_open(seen, before)
    if not (asks or more) or others or ("set" in seen.features and not leans):
        return None
    given, of = filled(seen, Kind.PARTIES, today), before.filter or Filter(schema=before.option.schema)
    now = given.filter or Filter()

    def joined(had: Sequence[T], names: Sequence[T]) -> tuple[T, ...]:
        return tuple(names) if led and not points and names else unique([*had, *names])

    programs, lists = joined(before.programs, given.programs), joined(before.lists, given.lists)
    either = () if of.together else ((before.programs, programs), (before.lists, lists))
    if any(len(had) > 1 < len(names) != len(had) for had, names in either):
        return None  # under one of two, and under a third: no set says so
    kind = now if now.schema or now.called else of
    own: dict[str, Any] = {name: getattr(kind, name) for name in ("called", "schema", "words", "craft")}
    if of.flag and now.country and not now.flag and led and not points:  # flagged Panama; and Liberia?
        now = replace(now, flag=now.country, country=())
    own |= {name: joined(getattr(of, name), getattr(now, name)) for name in ("country", "flag")}
    own |= {name: getattr(now, name) or getattr(of, name) for name in ("designated", "born")}
    own |= {name: getattr(of, name) + getattr(now, name) for name in ("but", "unmet")}
    wanted = replace(of, **own, together=of.together or len(programs) > 1 or len(lists) > 1)
    asked, period = (Kind.OPTION, None) if before.options else (Kind.PARTIES, given.period or before.period)
    given = changed(given, kind=asked, options=before.options, period=period)
    return changed(given, programs=programs, lists=lists, filter=wanted)


def of_a_set(question: Ask, seen: Seen, before: Ask) -> Ask | None:
    """What an option does for the set that was asked for before: "which would B free", "what would it do for them";
    None where it is asked of no such set: "what's in B?", "which banks would C free"."""
    of_them = {"it", "count"} & seen.parts or "of_them" in seen.marks or {"what", "every"} <= seen.first
    of_options = question.kind in _OF_OPTIONS and question.options and before.kind in sets.OF_SETS
    if not of_options or question.subjects:
        return None
    if before.filter and before.filter.linked_to:  # of those linked to a party it is told one by one
        return changed(question, kind=Kind.COVERAGE, subjects=(Subject(before.filter.linked_to),), linked=True)
    if not of_them or question.filter or question.option.facet:
        return None
    wanted = before.filter or Filter()
    return changed(question, kind=Kind.OPTION, programs=before.programs, lists=before.lists, filter=wanted)


def _is_open(seen: Seen, before: Ask) -> bool:
    """Whether which or how many is asked, and no kind of party says of what, so that it is of those before: "how many
    are Russian", "which are tankers"; behind an option, too, where no list or program does: "how many vessels"."""
    words = [item.word for item in seen.row.items]
    be = next((at for at, word in enumerate(words) if word in sets.BE), len(words))
    named = seen.kinds and (KINDS.keys().isdisjoint(words) or not KINDS.keys().isdisjoint(words[:be]))
    told = "listed" in seen.parts or not seen.by_sort.keys().isdisjoint({Sort.LISTS, Sort.PROGRAMS})
    whole = "there" in words or (named and (told or not before.options or before.subjects))
    return not whole and ("count" in seen.parts or "what" in seen.first)


def leads_out(seen: Seen) -> bool:
    """Whether no more is said than who is left out: "without North Koreans", "ok, except for Dilbar"."""
    first = next((each for each in denials(seen) if each.part == "denied"), None)
    if first is None or "without" not in seen.row.parts[first.first]:
        return False
    return all(parts & sets.COURTESY for parts in seen.row.parts[: first.first])
