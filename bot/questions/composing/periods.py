"""The days that an ask is about: a period, a day in the past, each of several; and those by when something is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.questions.ask import Ask, Kind, Period, changed
from bot.questions.composing.contents import TOLD
from bot.questions.composing.seen import Seen
from bot.questions.composing.wishes import days_ahead
from bot.questions.spotting.days import Dated, as_moment, each_day, in_year, is_ambiguous, is_due
from bot.questions.spotting.lexicon import sets
from bot.questions.spotting.sheet import Sort, covered


def of_period(question: Ask, seen: Seen, today: date) -> Ask:
    """The ask with the days that it is about."""
    dates: list[Dated] = seen.by_sort.get(Sort.DATE, [])
    if question.kind is not Kind.CHANGES or not all(d.point for d in dates):
        dates = [d for d in dates if d.framed] or dates
    if question.kind in sets.AS_NOW:
        dates = [d for d in dates if d.period.since != today]
    now_or_then = question.kind in (Kind.SCREENING, Kind.HISTORY)
    planned = now_or_then and bool({"plan", "pause"} & seen.features)
    if question.kind is Kind.LICENSE and "ends" in seen.parts and not dates:
        return changed(question, period=days_ahead(seen.row.text, today))
    if not dates or question.digest or planned:  # when a digest is to come is no period of one
        return question
    if now_or_then and _is_due(dates, seen):
        return changed(question, kind=Kind.SCREENING)
    period = dates[0].period
    if len(dates) > 1 and question.kind is Kind.CHANGES and all(d.point for d in dates):
        days = [day for d in dates for day in (d.period.since, d.period.until) if day]
        period = Period(min(days), max(days), "; ".join(d.period.words for d in dates))
    if question.kind is Kind.LICENSE and "ends" in seen.parts:
        period = _ahead(period, seen, today)
    if TOLD["so_far"].search(seen.row.text):
        period = replace(period, until=min(today, period.until or today))
    notes = tuple(note for d in dates if (note := is_ambiguous(d.period)))
    return changed(question, period=period, notes=(*question.notes, *notes))


def _is_due(dates: list[Dated], seen: Seen) -> bool:
    """Whether a day only says by when a check is to be done, or when something happens: "please check X before Friday",
    "X unterschreibt am Montag"."""
    named = covered(seen.spans)
    others = (seen.row.parts[at] for at, item in seen.items if item.word and at not in named)
    happens = seen.is_bare and not seen.is_question and any(parts != {"filler"} for parts in others)
    asked = seen.parts & {"screen", "permission", "okay"} and not seen.parts & {"when", "removed", "added"}
    tells = any("was" in parts for parts in seen.row.parts)
    ahead = (is_due(day.period) and not TOLD["looks_back"].search(day.period.words) for day in dates)
    return bool(asked or happens) and not tells and all(ahead)


def _ahead(period: Period, seen: Seen, today: date) -> Period:
    """What ends "in December" ends in the next one: a span without a year that lies behind is of the year after."""
    told = TOLD["looks_back"].search(f"{period.words} {seen.row.text}")
    if not period.until or period.until >= today or told:
        return period
    since, until = (day and in_year(day, day.year + 1) for day in (period.since, period.until))
    return replace(period, since=since, until=until)


def dated(question: Ask, today: date) -> Ask:
    """Screening on a day is history; on today it is screening."""
    period = question.period
    if question.kind not in (Kind.SCREENING, Kind.HISTORY) or period is None:
        return question
    ahead = period.since and period.since >= today
    if ahead or (question.permission and not TOLD["looks_back"].search(period.words)):
        later = ahead and period.since != today and not question.permission
        note = (f"{period.words}: that day has not come; this is as of now.",) if later else ()
        return changed(question, kind=Kind.SCREENING, period=None, notes=question.notes + note)
    return changed(question, kind=Kind.HISTORY, as_of=as_moment(period, today))


def on_each_day(question: Ask, seen: Seen, today: date) -> list[Ask]:
    """A question of the past, once for each day that the stretch names: "on 24 Feb 2022 and on 28 Dec 2023"."""
    every = [day for d in seen.by_sort.get(Sort.DATE, []) for day in each_day(d.period, seen.row.text)]
    if question.kind is not Kind.HISTORY or not question.as_of or len(every) < 2:
        return [question]
    return [changed(question, period=day, as_of=as_moment(day, today)) for day in every]
