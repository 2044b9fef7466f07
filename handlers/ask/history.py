"""What was so on a date: screened against the editions that were in force then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import store.editions
import store.listings
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.standing_words import SHORT
from bot.lists.publishers import LISTS
from bot.questions.question import Question, Subject
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.standing import AsOf
from bot.screening.query import Hit, Query, Screening, Verdict
from bot.screening.screen import Index
from handlers.ask import words
from handlers.ask.screening import NAME_ONLY
from handlers.desk import Desk


def answer(question: Question, desk: Desk) -> Answer:
    day = question.as_of or desk.now().date()
    keys = question.lists or tuple(LISTS)
    with desk.sessions() as session:
        editions = [e for key in keys if (e := store.editions.edition_on(session, key, day))]
        listings = [x for e in editions for x in store.listings.listings_on(session, e.list, day)]
        oldest = {
            key: min(store.editions.editions_of(session, key), key=lambda e: e.first_day, default=None) for key in keys
        }
    index = then_index(desk, editions, listings).judged_by(AsOf.of(editions, programs_ended(), day))
    screenings = tuple(index.screen(query(s), 10) for s in question.subjects)
    return Answer(
        kind=question.kind,
        cards=tuple(card(s, day, editions, listings) for s in screenings),
        screenings=screenings,
        editions=tuple(replace(words.note(desk, e), stale=False) for e in editions),
        fine=(text(NAME_ONLY), *gaps(day, keys, editions, oldest)),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def then_index(desk: Desk, editions: list[Edition], listings: list[Listing]) -> Index:
    """The index of that day: today's own where the same editions are in force, else one made for the question."""
    snapshot = desk.snapshot()
    if set(editions) == set(snapshot.editions):
        return snapshot.index
    return Index.build(listings).under(desk.settings.policy)


def query(subject: Subject) -> Query:
    return Query(subject.name, subject.schema, subject.birth_date, subject.country, subject.identifiers)


def card(screening: Screening, day: date, editions: list[Edition], listings: list[Listing]) -> Card:
    name, when = words.quoted(screening.query.name), words.day(day)
    rested = words.listed([f"{words.short_title(e.list)} of {words.day(e.published)}" for e in editions])
    if not editions:
        return Card(
            headline=text(bold(f"NOT KNOWN for {when}: no edition that old is kept here.")), tone=Tone.NOT_LOADED
        )
    if screening.verdict is Verdict.NO_MATCH:
        says = f"NO MATCH for {name} on {when} in the editions then in force here ({rested})."
        return Card(headline=text(bold(says)), tone=Tone.NO_MATCH)
    sure = screening.verdict is Verdict.LISTED
    said = "was LISTED" if sure else "was POSSIBLY listed"
    lines = [
        hit_line(hit, listings) for hit in sorted(screening.matches, key=lambda h: not h.certain)[: 1 if sure else 5]
    ]
    return Card(
        headline=text(bold(f"On {when} a party named {name} {said}."), f" Editions then in force here: {rested}."),
        lines=tuple(lines),
        tone=Tone.LISTED if sure else Tone.POSSIBLE,
    )


def hit_line(hit: Hit, listings: list[Listing]) -> Text:
    own = [x for x in listings if x.entity_id == hit.entity_id]
    where = "; ".join(f"{words.full_title(x.list)}: {words.listed(list(x.programs))}" for x in own)
    reasons = " ".join(reason.says for reason in hit.reasons)
    return text(bold(hit.name), f". {where}; {SHORT[hit.standing]}. {reasons}")


def gaps(day: date, keys: tuple[str, ...], editions: list[Edition], oldest: dict[str, Edition | None]) -> list[Text]:
    """Lists that had no edition here on that day: nothing is said of them."""
    had = {edition.list for edition in editions}
    lines = []
    for key in keys:
        if key in had:
            continue
        first = oldest[key]
        since = f"the oldest edition here is of {words.day(first.published)}" if first else "not loaded"
        lines.append(text(f"{words.full_title(key)}: not known for {words.day(day)} ({since})."))
    return lines
