"""What of an option has come about since it was made: in its own answer a line, asked for by itself a card."""

from __future__ import annotations

from collections.abc import Iterable

import store.options
from bot.answers.document import Card, Text, Tone, bold, text
from bot.answers.phrases import some_names
from bot.sanctions.listing import Edition
from bot.sanctions.relief.option import ReliefOption
from handlers.ask import words
from handlers.ask.relief.words import lead, unknown_option, unreckoned
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot
from store.snapshot.tracking import Tracked, tracked

NAMES = 10
NOT_ITS_DOING = "What happened is told, not why: nothing is attributed to the draft."


def track(option: ReliefOption, desk: Desk, snapshot: Snapshot) -> Tracked | None:
    """Of the version that is in force; None where none of its lists is loaded. Kept with the snapshot."""
    if unreckoned(option, snapshot):
        return None
    key = (option.key, option.version)
    found: Tracked | None = snapshot.tracked.get(key)
    if found is None:
        with desk.sessions() as session:
            made = next(
                one for one in store.options.versions(session, option.key) if one.option.version == option.version
            )
            found = snapshot.tracked[key] = tracked(session, made, snapshot)
    return found


def tracker_lines(option: ReliefOption, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """`Since version 1 was made ...: of the 187 that it would free, 3 have come off since.`"""
    found = track(option, desk, snapshot)
    return [text(bold("Come about since: "), summary(found))] if found else []


def tracker_card(key: str, desk: Desk, snapshot: Snapshot) -> Card:
    """What has come about, by name; and what came off and was in no option."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    found = track(option, desk, snapshot)
    if found is None:
        return Card(headline=text(bold(f"{lead(option)}. {unreckoned(option, snapshot)}")), tone=Tone.DRAFT)
    came, lines = found.came, []
    for title, ids in (
        ("Came off", came.delisted),
        ("A program was lifted from", came.lifted),
        ("Amended otherwise", came.amended),
    ):
        if ids:
            lines.append(text(bold(f"{title} ({len(ids):,}): "), words.stop(_names(ids, found, snapshot))))
    if came.licensed:
        said = [f"{_name(one, found, snapshot)} ({words.listed(list(keys))})" for one, keys in came.licensed.items()]
        lines.append(
            text(bold(f"Named by licenses issued since ({len(said):,}): "), words.stop(some_names(said, NAMES)))
        )
    off = came.off_elsewhere
    if off:
        title = f"Came off those lists and is in no option here ({len(off):,}): "
        lines.append(text(bold(title), words.stop(_names(off, found, snapshot))))
    elif found.moved_on:
        lines.append(text("Nobody came off those lists who is in no option here."))
    return Card(
        headline=text(bold(f"{lead(option)}: what has come about of it. "), capital(summary(found))),
        lines=tuple(lines),
        fine=(text(NOT_ITS_DOING),),
        tone=Tone.DRAFT,
    )


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def summary(found: Tracked) -> str:
    came, version = found.came, found.made.option.version
    made = f"version {version} was made on {words.day(found.made.at.date())}"
    late = [one for one in found.then if one.fetched_at[:19] > found.made.at.isoformat()[:19]]
    first = f" (the first held here of {words.listed([words.short_title(one.list) for one in late])})" if late else ""
    rested = f"{made}, counted from {_dated(found.then)}{first}"
    licensed = f"; licenses issued since name {len(came.licensed):,} of them" if came.licensed else ""
    if not found.moved_on:
        return f"{rested}; no later edition of its lists is loaded, so none can show{licensed}."
    off_freed = sum(one in came.freeing for one in came.delisted)
    said = (
        f"of the {len(came.freeing):,} that it would free, {off_freed:,} {'has' if off_freed == 1 else 'have'} come off"
    )
    apart = f" Off since and in no option: {len(came.off_elsewhere):,}."
    rest = [
        (len(came.delisted) - off_freed, "of those it would relieve came off"),
        (len(came.lifted), "lost a program"),
        (len(came.amended), "are amended otherwise"),
    ]
    more = "".join(f", {number:,} {what}" for number, what in rest if number)
    return f"{rested}, and by {_dated(found.now)}: {said}{more}{licensed}.{apart}"


def _dated(editions: Iterable[Edition]) -> str:
    return words.listed([f"{words.short_title(one.list)} {words.day(one.published)}" for one in editions])


def _names(ids: Iterable[str], found: Tracked, snapshot: Snapshot) -> str:
    return some_names([_name(one, found, snapshot) for one in ids], NAMES)


def _name(entity_id: str, found: Tracked, snapshot: Snapshot) -> str:
    if snapshot.party(entity_id):
        return words.name_of(snapshot, entity_id)
    return (found.names or {}).get(entity_id, entity_id)
