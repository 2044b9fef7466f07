"""What the operators are told of an edition that the guards hold, and what they can do; and of one that is odd."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, link, text
from bot.answers.phrases import age_days, count, day
from bot.lists.publishers import known_list, title_of
from bot.sanctions.listing import Edition
from jobs.deciding import Decision
from store.lists.held import Held
from store.telling.outbox import Outgoing

KIND, ODD = "held", "odd edition"


def message(held: Held, in_force: Edition | None, channel: str, now: datetime) -> Outgoing:
    """The message for a channel, once for each edition that is held."""
    return Outgoing(f"held {held.list} {held.edition} {held.follows}", "", channel, KIND, answer(held, in_force, now))


def answer(held: Held, in_force: Edition | None, now: datetime) -> Answer:
    """`OFAC SDN list: the edition of 5 Jan 2024 is held.` with the figures of the guards and two buttons."""
    title, said = title_of(held.list), day(held.published)
    value = f"{held.list} {held.edition}"
    figures = f"{count(held.entries, 'entry', 'entries')}: {held.added:,} added, {held.removed:,} removed, "
    return Answer(
        kind=KIND,
        cards=(
            Card(
                headline=text(bold(f"{title}: the edition of {said} is held.")),
                lines=(
                    text(f"{figures}{held.amended:,} amended."),
                    text(held.reason),
                    stays(in_force, now),
                ),
                fine=(
                    *_page(held.list),
                    text(f"On the command line: sanctions-bot lists accept {held.list}, or reject."),
                ),
                tone=Tone.WARNING,
                actions=(
                    Action(
                        Act.ACCEPT_EDITION,
                        "Accept",
                        value,
                        f"Accept the edition of the {title} of {said}",
                        f"Put this edition of the {title} in force? Answers and alerts will rest on it.",
                    ),
                    Action(Act.REJECT_EDITION, "Reject", value, f"Reject the edition of the {title} of {said}"),
                ),
            ),
        ),
        lists=(held.list,),
    )


def _page(key: str) -> Iterator[Text]:
    """Where to look before anything is pressed."""
    if home := known_list(key).home:
        yield text("Before you press, look at some of these entries on ", link("the publisher's own page", home), ".")


def warnings(decision: Decision, before: Edition | None, channel: str) -> list[Outgoing]:
    """The message for a channel about an edition that is applied though it is odd: it passes, and not in silence."""
    edition, outcome = decision.edition, decision.outcome
    if not channel or not edition.odd or before is None:
        return []
    title, since = title_of(edition.list), before.last_day
    figures = f"{outcome.added:,} added, {outcome.removed:,} removed, {outcome.amended:,} amended."
    card = Card(
        headline=text(bold(f"{title}: the edition of {day(edition.published)} is in force, and odd.")),
        lines=(text(f"{count(edition.entries, 'entry', 'entries')}: {figures}"), text(edition.odd)),
        fine=(text(f"What changed: sanctions-bot changes --list {edition.list} --since {since}."),),
        tone=Tone.WARNING,
    )
    told = Answer(kind=ODD, cards=(card,), lists=(edition.list,))
    return [Outgoing(f"odd {edition.list} {edition.edition} {before.edition}", "", channel, ODD, told)]


def stays(in_force: Edition | None, now: datetime) -> Text:
    """What answers rest on meanwhile, and how old that is."""
    if in_force is None:
        return text("No edition of this list is in force: answers say that it is not loaded.")
    old = count(age_days(in_force, now), "day")
    return text(f"Until it is judged, the edition of {day(in_force.published)} stays in force, {old} old.")
