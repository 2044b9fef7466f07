"""What was so on a date: screened against the editions that were in force then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import store.editions
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.standing_words import SHORT
from bot.lists.publishers import LISTS
from bot.questions.question import Question, Subject
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Edition
from bot.sanctions.standing import AsOf
from bot.screening.query import Hit, Query, Screening, Verdict
from handlers.ask import words
from handlers.ask.screening import NAME_ONLY
from handlers.desk import Desk
from store.snapshot.past import Past


def answer(question: Question, desk: Desk) -> Answer:
    day = question.as_of or desk.now().date()
    keys = question.lists or tuple(LISTS)
    past = desk.past(day, keys)
    editions = sorted(past.editions, key=lambda e: keys.index(e.list))
    with desk.sessions() as session:
        oldest = {
            key: min(store.editions.editions_of(session, key), key=lambda e: e.first_day, default=None) for key in keys
        }
    index = past.index.judged_by(AsOf.of(editions, programs_ended(), day))
    screenings = tuple(index.screen(query(s), 10) for s in question.subjects)
    return Answer(
        kind=question.kind,
        cards=tuple(card(s, day, editions, past) for s in screenings),
        screenings=screenings,
        editions=tuple(replace(words.note(desk, e), stale=False) for e in editions),
        fine=(text(NAME_ONLY), *gaps(day, keys, editions, oldest)),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def query(subject: Subject) -> Query:
    return Query(subject.name, subject.schema, subject.birth_date, subject.country, subject.identifiers)


def card(screening: Screening, day: date, editions: list[Edition], past: Past) -> Card:
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
    lines = [hit_line(hit, past) for hit in sorted(screening.matches, key=lambda h: not h.certain)[: 1 if sure else 5]]
    return Card(
        headline=text(bold(f"On {when} a party named {name} {said}."), f" Editions then in force here: {rested}."),
        lines=tuple(lines),
        tone=Tone.LISTED if sure else Tone.POSSIBLE,
    )


def hit_line(hit: Hit, past: Past) -> Text:
    own = past.listings_of(hit.entity_id)
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
