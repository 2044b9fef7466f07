"""A set of parties that was asked about, narrowed by the next question, or with another thing in a place of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from bot.questions.ask import Ask, Filter, Kind, changed
from bot.questions.composing.ask import filled, unique
from bot.questions.composing.contents import TOLD
from bot.questions.composing.described import denials
from bot.questions.composing.seen import Seen
from bot.questions.picks import is_led
from bot.questions.spotting.lexicon import TERM, sets
from bot.questions.spotting.sheet import Sort

T = TypeVar("T")
_OF_SETS = {Sort.COUNTRY, Sort.PROGRAMS, Sort.LISTS, Sort.DATE, Sort.BORN}


def refined(seen: Seen, before: Ask, today: date) -> Ask | None:
    """The set that `before` asked for, as `seen` wants it; None where it asks something else. Where it begins with
    "and" or the like, or is a land alone ("Cuba?"), what it names takes the place of what was named."""
    led = is_led(seen) or (Sort.COUNTRY in seen.by_sort and len(seen.row.items) < 3 and seen.row.text.endswith("?"))
    leaves_out, back = leads_out(seen), bool(TOLD["back_to"].match(seen.row.text))
    led = led or back
    points, by_sort = bool({"it", "only"} & seen.parts) and not back, seen.by_sort.keys()
    asks = seen.kinds or "count" in seen.parts or Sort.COUNTRY in by_sort or leaves_out
    more = before.filter and (by_sort or "every" in seen.parts)
    told = sets.IDLE | sets.OF_A_SET | (sets.OF_DESIGNATION if Sort.DATE in by_sort else frozenset())
    others = {part for part in seen.parts if not part.startswith(TERM)} - told - {"without"}
    others = others or by_sort - _OF_SETS or (seen.spans and not leaves_out)
    if not (asks or more) or others or ("set" in seen.features and not (points or led or leaves_out)):
        return None
    given, of = filled(seen, Kind.PARTIES, today), before.filter or Filter()
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
    return changed(given, programs=programs, lists=lists, filter=wanted, period=given.period or before.period)


def leads_out(seen: Seen) -> bool:
    """Whether no more is said than who is left out: "without North Koreans", "ok, except for Dilbar"."""
    first = next((each for each in denials(seen) if each.part == "denied"), None)
    if first is None or "without" not in seen.row.parts[first.first]:
        return False
    return all(parts & sets.COURTESY for parts in seen.row.parts[: first.first])
