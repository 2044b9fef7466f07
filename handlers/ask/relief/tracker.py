"""What of an option has come about since it was made: in its own answer a line, asked for by itself a card."""

from __future__ import annotations

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.answers.tracked import NOT_ITS_DOING, name_lines, summary
from bot.sanctions.relief.option import ReliefOption
from handlers.ask.relief.words import ask_option, lead, unknown_option, unreckoned
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot
from store.snapshot.tracking import track


def tracker_lines(option: ReliefOption, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """`Since version 1 was made ...: of the 187 that it would free, 3 have come off since.`"""
    found = track(option, desk.sessions, snapshot)
    return [text(bold("Come about since: "), summary(found))] if found else []


def tracker_card(key: str, desk: Desk, snapshot: Snapshot) -> Card:
    """What has come about, by name; and what came off and was in no option."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    found = track(option, desk.sessions, snapshot)
    if found is None:
        return Card(headline=text(bold(f"{lead(option)}. {unreckoned(option, snapshot)}")), tone=Tone.DRAFT)
    return Card(
        headline=text(bold(f"{lead(option)}: what has come about of it. "), capital(summary(found))),
        lines=tuple(name_lines(found)),
        fine=(text(NOT_ITS_DOING),),
        tone=Tone.DRAFT,
        actions=(ask_option(option), Action(Act.WATCH, "Watch", f"option:{key}", f"Watch option {key}")),
        options=(key,),
    )


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
