"""What of a relief option has come about, in words: said alike by answers, alerts and digests. What happened is told,
not why."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.document import Text, bold, text
from bot.answers.phrases import day, listed, some_names, stop
from bot.lists.publishers import known_list
from bot.sanctions.listing import Edition
from bot.sanctions.relief.tracker import ComeAbout, Tracked

NAMES = 10
NOT_ITS_DOING = "What happened is told, not why: nothing is attributed to the draft."


def summary(found: Tracked) -> str:
    """`version 1 was made on 23 Nov 2026, counted from SDN 28 Dec 2023, and by SDN 23 Feb 2024: of the 187 ...`"""
    came, version = found.came, found.made.option.version
    made = f"version {version} was made on {day(found.made.at.date())}"
    late = [one for one in found.then if one.fetched_at[:19] > found.made.at.isoformat()[:19]]
    first = f" (the first held here of {listed([known_list(one.list).short for one in late])})" if late else ""
    rested = f"{made}, counted from {_dated(found.then)}{first}"
    licensed = f"; licenses issued since name {len(came.licensed):,} of them" if came.licensed else ""
    if not found.moved_on:
        return f"{rested}; no later edition of its lists is loaded, so none can show{licensed}."
    apart = f" Off since and in no option: {len(came.off_elsewhere):,}."
    return f"{rested}, and by {_dated(found.now)}: {became(came)}{licensed}.{apart}"


def became(came: ComeAbout) -> str:
    """`of the 5 that it would free, 3 have come off, 1 is amended otherwise`."""
    freed = sum(one in came.freeing for one in came.delisted)
    whom = f"of the {len(came.freeing):,} that it would free, {_have(freed)} come off" if came.freeing else ""
    rest = [
        (len(came.delisted) - freed, "of those it would relieve came off"),
        (len(came.lifted), "lost a program"),
        (len(came.amended), "is amended otherwise" if len(came.amended) == 1 else "are amended otherwise"),
    ]
    more = [f"{number:,} {what}" for number, what in rest if number]
    return ", ".join([*filter(None, [whom]), *more]) or "nothing changed for those it would relieve"


def name_lines(found: Tracked) -> list[Text]:
    """Who came off, lost a program, is amended or licensed, by name; and who came off and is in no option."""
    came = found.came
    groups = (
        ("Came off", came.delisted),
        ("A program was lifted from", came.lifted),
        ("Amended otherwise", came.amended),
    )
    lines = [_line(title, [found.names[one] for one in ids]) for title, ids in groups if ids]
    if came.licensed:
        said = [f"{found.names[one]} ({listed(list(keys))})" for one, keys in came.licensed.items()]
        lines.append(_line("Named by licenses issued since", said))
    if came.off_elsewhere:
        title = "Came off those lists and is in no option here"
        lines.append(_line(title, [found.names[one] for one in came.off_elsewhere]))
    elif found.moved_on:
        lines.append(text("Nobody came off those lists who is in no option here."))
    return lines


def _line(title: str, names: list[str]) -> Text:
    return text(bold(f"{title} ({len(names):,}): "), stop(some_names(names, NAMES)))


def _have(number: int) -> str:
    return f"{number:,} {'has' if number == 1 else 'have'}"


def _dated(editions: Iterable[Edition]) -> str:
    return listed([f"{known_list(one.list).short} {day(one.published)}" for one in editions])
