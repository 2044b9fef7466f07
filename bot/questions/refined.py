"""A set of parties that was asked about, narrowed by what follows ("which of them fly the flag of Panama?"), with one
thing of it turned ("and persons?"), or asked for once more ("how many is that")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.questions.ask import Ask, Filter, Kind
from bot.questions.composing.ask import filled, unique
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import sets
from bot.questions.spotting.sheet import Sort

_OF_SETS = {Sort.COUNTRY, Sort.PROGRAMS, Sort.LISTS, Sort.DATE, Sort.BORN}


def refined(seen: Seen, before: Ask, today: date, *, led: bool) -> Ask | None:
    """The set that `before` asked for, as `seen` wants it; None where it asks something else. `led`: it begins with
    "and" or the like, so that what it names takes the place of what was named."""
    points = bool({"it", "only"} & seen.parts)
    by_itself = seen.describes_a_set and not (points or led)
    asks = seen.kinds or seen.by_sort or {"count", "every"} & seen.parts
    if (
        by_itself
        or not asks
        or seen.spans
        or seen.by_sort.keys() - _OF_SETS
        or not seen.parts <= sets.IDLE | sets.OF_A_SET
    ):
        return None
    given = filled(seen, Kind.PARTIES, today)
    of, now = before.filter or Filter(), given.filter or Filter()
    turned = led and not points
    programs = _joined(before.programs, given.programs, turned)
    lists = _joined(before.lists, given.lists, turned)
    several = (len(programs) > 1 and len(before.programs) > 1) or (len(lists) > 1 and len(before.lists) > 1)
    if (several and not of.together and (programs, lists) != (before.programs, before.lists)) or (
        before.kind is Kind.PROGRAM and not (now.schema or now.called or now.country or now.flag)
    ):
        return None
    kind = now if now.schema or now.called else of
    wanted = replace(
        of,
        **{name: getattr(kind, name) for name in ("called", "schema", "words", "craft")},
        country=_joined(of.country, now.country, turned),
        flag=_joined(of.flag, now.flag, turned),
        designated=now.designated or of.designated,
        born=now.born or of.born,
        together=of.together or len(programs) > 1 or len(lists) > 1,
        but=(*of.but, *now.but),
        unmet=(*of.unmet, *now.unmet),
    )
    kept = replace(before, kind=Kind.PARTIES, read=seen.row.text, unread=given.unread)
    return replace(kept, programs=programs, lists=lists, filter=wanted, period=given.period or before.period)


def _joined(before: tuple, given: tuple, turned: bool) -> tuple:  # type: ignore[type-arg]
    return given if turned and given else unique([*before, *given])
