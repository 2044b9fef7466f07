"""A new version of an option is told: in its threads, and to those who watch it. Queued with the version itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

import store.drafts
import store.options
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, person, plain, text
from bot.sanctions.relief.lifecycle import Made
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.versions import version_changes
from handlers.ask import words
from handlers.ask.relief.changes import reach_of_versions
from handlers.ask.relief.words import NOT_LAW, ask_option, lead, measure_titles, party_names
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot
from store.telling.outbox import Outgoing

KIND = "option version"
CHANGES = 8


def compose_news(option: ReliefOption, base: int, who: str, why: str, desk: Desk) -> Answer:
    """What is to be told of the version of an option that follows `base` (0: it is new). Composed before the version is
    saved, for whom it reaches takes a while to find, and while a transaction writes others wait."""
    before = None
    if base:
        with desk.sessions() as session:
            before = store.options.option(session, option.key, base)
    if before is not None and before.confidential and not option.confidential:
        before = None  # who learns of the option now may not read what it said while it was confidential
    made = Made(replace(option, version=base + 1), who, why, desk.now())
    return news(made, before, desk.snapshot())


def queue_news(session: Session, option: ReliefOption, answer: Answer, now: datetime) -> int:
    """Queue, in the transaction that saves it, what is to be told of a version; how many messages that is. Whether a
    place may know of a confidential option is looked at when the message is delivered, for then Slack can be asked."""
    key, version = option.key, option.version
    threads = {(one.team, one.channel): one.ts for one in store.drafts.threads_of(session, key)}
    watching = {
        (one.team, one.place): "" for one in store.telling.watches.all_watches(session) if one.what == f"option:{key}"
    }
    messages = [
        Outgoing(f"version {team} {place} {key} {version}", team, place, KIND, answer, thread)
        for (team, place), thread in {**watching, **threads}.items()
    ]
    return store.telling.outbox.queue(session, messages, now)


def news(made: Made, before: ReliefOption | None, snapshot: Snapshot) -> Answer:
    """What is new, by whom and why. Standing first."""
    option = made.option
    said = "is new here" if before is None else f"is at version {option.version} now"
    card = Card(
        headline=text(bold(f"{lead(option)} {said}.")),
        lines=(
            text("By ", person(made.who), f". Why: {words.stop(made.why or 'not stated')}"),
            *_changes(before, option, snapshot),
        ),
        fine=(text(NOT_LAW),),
        tone=Tone.DRAFT,
        actions=(
            ask_option(option),
            Action(Act.UNWATCH, "Stop watching", f"option:{option.key}", f"Stop watching option {option.key}"),
        ),
        options=(option.key,),
    )
    return Answer(kind=KIND, cards=(card,), options=(option.key,), illustrative=option.illustrative)


def _changes(before: ReliefOption | None, after: ReliefOption, snapshot: Snapshot) -> Iterator[Text]:
    if before is None:
        return
    names = party_names((before, after), snapshot)
    said = version_changes(before, after, names, measure_titles(snapshot))
    for one in said[:CHANGES]:
        yield text(f"• {one}")
    if len(said) > CHANGES:
        yield text(f"And {words.count(len(said) - CHANGES, 'more change')}.")
    if before.terms != after.terms or before.groups != after.groups:
        for line in reach_of_versions(before, after, snapshot):
            yield text(plain(line))
