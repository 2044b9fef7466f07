"""What ends when: an answer, a picture and a calendar file. Asked by fields: a span of days, or the days to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.document import Act, Action, Answer, Card, Text, bold, text
from bot.answers.sources import confidence
from bot.errors import BadInput
from bot.pictures import Chart, alt_text, draw_png
from bot.pictures.chart import Panel, Row
from bot.questions.ask import Kind
from bot.sanctions.briefing.dates import End, calendar, ends
from bot.sanctions.relief.license import day_has_passed
from handlers.ask import words
from handlers.ask.briefed import ask_license
from handlers.ask.option_lines import standing
from handlers.attached import Attachment
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

AHEAD = timedelta(days=365)
MOST = 12
NOT_RENEWALS = "An end that was seen may have been put off since; what was not seen is not here."


def answer(desk: Desk, since: date | None = None, until: date | None = None, asked: str = "") -> Answer:
    """What ends within a span of days; without one within a year from today."""
    snapshot, today = desk.snapshot(), desk.now().date()
    first, last = since or today, until or (since or today) + AHEAD
    found = found_between(snapshot, first, last)
    span = f"between {words.day(first)} and {words.day(last)}"
    many = words.count(len(found), "thing")
    headline = f"{many} known here {'ends' if len(found) == 1 else 'end'} {span}."
    lines = [end_line(one, today, snapshot) for one in found[:MOST]]
    if len(found) > MOST:
        lines.append(text(f"And {len(found) - MOST} more, in the calendar file."))
    lines += passed_lines(snapshot, today)
    value = f"{first.isoformat()},{last.isoformat()}"
    files = (
        Action(Act.FILE, "Calendar (.ics)", f"ends-ics:{value}", "These ends as a calendar file"),
        Action(Act.FILE, "Picture", f"ends-picture:{value}", "Picture of these ends"),
    )
    licenses = [snapshot.content.licenses[one.key] for one in found if one.kind == "license"]
    card = Card(
        headline=text(bold(headline)),
        lines=tuple(lines),
        fine=(text(NOT_RENEWALS),),
        actions=(*(files if found else ()), *(ask_license(one) for one in licenses[:3])),
        options=_options(found),
    )
    share = (Action(Act.SHARE, "Share in channel", asked),) if asked else ()
    return Answer(Kind.LICENSE, (card,), actions=share, facts={"licenses": [one.key for one in licenses]})


def found_between(snapshot: Snapshot, first: date, last: date) -> list[End]:
    content = snapshot.content
    return ends(content.licenses.values(), content.statements, snapshot.options, first.isoformat(), last.isoformat())


def end_line(one: End, today: date, snapshot: Snapshot) -> Text:
    """`18 Dec 2026, in 20 days: GL 115D (Civil nuclear energy). Second hand.`"""
    return text(
        bold(f"{words.day(one.day)}, {away(one.day, today)}: "), f"{said(one, snapshot, today)} {sure(one, snapshot)}"
    )


def said(one: End, snapshot: Snapshot, today: date | None = None) -> str:
    if one.kind == "license" and today and one.day < today.isoformat():  # whether it was renewed is another thing
        return f"{one.key} ({one.title}): the end that was seen."
    if one.kind == "license":
        return f"{one.key} ({one.title}) ends."
    if one.kind == "option":
        return f"option {one.key}, {one.title} ends."
    return words.stop(one.title)


def sure(one: End, snapshot: Snapshot) -> str:
    option = snapshot.option(one.key) if one.kind == "option" else None
    return f"({standing(option)})" if option else f"{confidence(one.confidence)}."


def away(day: str, today: date) -> str:
    days = (date.fromisoformat(day) - today).days
    if days == 0:
        return "today"
    return f"in {words.count(days, 'day')}" if days > 0 else f"{words.count(-days, 'day')} ago"


def passed_lines(snapshot: Snapshot, today: date) -> list[Text]:
    """Licenses whose day has come, without a successor that is known."""
    passed = [one for one in snapshot.content.licenses.values() if day_has_passed(one, today.isoformat())]
    if not passed:
        return []
    keys = words.listed([f"{one.key} ({words.day(one.ends)})" for one in sorted(passed, key=lambda one: one.ends)])
    return [text(bold("Past their day, and whether they were renewed is not known here: "), f"{keys}.")]


# ---- as files --------------------------------------------------------------


def calendar_file(desk: Desk, first: date, last: date) -> Attachment:
    snapshot = desk.snapshot()
    found = found_between(snapshot, first, last)
    titles = {(one.kind, one.key): f"{said(one, snapshot)} {sure(one, snapshot)}"[:200] for one in found}
    content = calendar(found, titles, f"{desk.now():%Y%m%dT%H%M%SZ}").encode()
    says = f"What ends between {words.day(first)} and {words.day(last)}, as far as it was seen. {NOT_RENEWALS}"
    return Attachment(f"what-ends-{first}-to-{last}.ics", content, says, _options(found))


def picture_file(desk: Desk, first: date, last: date) -> Attachment:
    """The ends by their distance from today: a bar each, the nearest on top."""
    found = found_between(desk.snapshot(), first, last)
    chart = chart_of(found, desk.now().date(), first, last)
    says = f"{chart.standing} {chart.title}"
    return Attachment(f"what-ends-{first}-to-{last}.png", draw_png(chart), says, _options(found), alt_text(chart))


def chart_of(found: Sequence[End], today: date, first: date, last: date) -> Chart:
    rows = tuple(
        Row(f"{words.day(one.day)}: {label(one)}", (max((date.fromisoformat(one.day) - today).days, 0),))
        for one in found[:MOST]
    )
    left = f" {len(found) - MOST} more are not drawn." if len(found) > MOST else ""
    panel = Panel(f"Days from {words.day(today)}", rows, f"As far as it was seen.{left}")
    title = f"What ends between {words.day(first)} and {words.day(last)}."
    return Chart("As far as it was seen; an end may have been put off since.", title, ("days",), (panel,), NOT_RENEWALS)


def label(one: End) -> str:
    """A license by its key, a statement by its first words: what a picture has room for."""
    return f"option {one.key}" if one.kind == "option" else one.key if one.kind == "license" else f"{one.title[:23]}…"


def _options(found: Sequence[End]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.key for one in found if one.kind == "option"))


def attachment(what: str, desk: Desk) -> Attachment:
    """The file that a button names: "ends-ics:2026-11-28,2027-11-28", "ends-picture:...". Raises BadInput where none
    is."""
    kind, _, span = what.partition(":")
    first, _, last = span.partition(",")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
        return {"ends-ics": calendar_file, "ends-picture": picture_file}[kind](desk, *days)
    except (ValueError, KeyError) as error:
        raise BadInput(
            "This button is from an older version and cannot be used any more. Ask again for a new one."
        ) from error
