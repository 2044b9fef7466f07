"""What was so: on a day, by the editions in force then; ever, since when and until when, by all editions held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import store.lists.editions
from bot.answers.document import Act, Action, Answer, Card, EditionNote, Text, Tone, bold, text
from bot.answers.identity import identified
from bot.answers.phrases import edition_note
from bot.answers.standing_words import SHORT, headline
from bot.lists.publishers import LISTS
from bot.questions.ask import Ask, Aspect, Subject
from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Edition, Party
from bot.sanctions.standing import AsOf
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import past, words
from handlers.ask.briefed import act_lines, said_of
from handlers.ask.briefing import told_of
from handlers.ask.listed import verdict
from handlers.desk import Desk
from handlers.finding import screen, screened
from store.snapshot.past import Past
from store.snapshot.snapshot import Snapshot

SHOWN = 3


def answer(question: Ask, desk: Desk) -> Answer:
    """On a day where one is named, and nothing else is asked; else over all the time that the editions tell of."""
    aspect = question.aspect
    period = question.period
    comes_or_goes = aspect in (Aspect.LEFT, Aspect.SINCE)
    of_days = comes_or_goes and period is not None and period.since != period.until  # delisted in 2025
    today = aspect is not Aspect.NONE and question.as_of == desk.now().date()
    if question.as_of is None or today or of_days:
        return past.answer(question, desk, aspect)
    return on_a_day(question, desk, question.as_of)


def on_a_day(question: Ask, desk: Desk, day: date) -> Answer:
    keys = question.lists or tuple(LISTS)
    then = desk.past(day, keys)
    editions = sorted(then.editions, key=lambda e: keys.index(e.list))
    with desk.sessions() as session:
        oldest = {
            key: min(store.lists.editions.editions_of(session, key), key=lambda e: e.first_day, default=None)
            for key in keys
        }
    as_of = AsOf.of(editions, programs_ended(), day)
    index = then.index.judged_by(as_of)
    notes = then_notes(desk, editions, day)
    unknown = [key for key in keys if oldest[key] and key not in {e.list for e in editions}]
    snapshot = desk.snapshot()
    screenings = tuple(screened(s, index, party_of=snapshot.party) for s in question.subjects)
    cards = [with_acts(card(s, day, notes, unknown, then, as_of), s, day, snapshot) for s in screenings]
    now = [as_of_today(s, found, snapshot) for s, found in zip(question.subjects, screenings, strict=True)]
    cards = [replace(each, lines=(*line, *each.lines)) for each, line in zip(cards, now, strict=True)]
    if all(s.verdict is Verdict.NO_MATCH for s in screenings):
        cards = [*told_of(question.search, desk, snapshot), *cards]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        fine=tuple(gaps(day, keys, editions, oldest)),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def with_acts(said: Card, screening: Screening, day: date, snapshot: Snapshot) -> Card:
    """With what was done by that day, as statements say: our editions of then may be too old to show it."""
    ids = [hit.entity_id for hit in screening.matches[:SHOWN]]
    done = [one for one in said_of(ids, screening.query, snapshot) if one.date <= day.isoformat()]
    return replace(said, lines=(*act_lines(done, snapshot), *said.lines))


def as_of_today(subject: Subject, then: Screening, snapshot: Snapshot) -> tuple[Text, ...]:
    """How a party stands today that is not found on the day: it is not clear because nothing is known of then."""
    if then.verdict is not Verdict.NO_MATCH:
        return ()
    now = screen(subject, snapshot)
    parties = [party for hit in now.matches if (party := snapshot.party(hit.entity_id))]
    if not parties or now.verdict is Verdict.NOT_CHECKED:
        return ()
    if now.verdict is Verdict.LISTED:
        return (text(bold(f"Now, by our editions: {verdict(parties[0], snapshot)}.")),)
    hits = words.listed([f"{identified(party)}, {SHORT[snapshot.standing(party)]}" for party in parties[:SHOWN]], "or")
    return (text(bold("Now, by our editions: POSSIBLE MATCH:"), f" {hits}; a person must decide."),)


def then_notes(desk: Desk, editions: list[Edition], day: date) -> tuple[EditionNote, ...]:
    """The editions as they were on that day: whether an edition was stale then, not today."""
    then = datetime.combine(day, time(12), UTC)
    return tuple(edition_note(one, then, desk.settings.stale_days.get(one.list)) for one in words.in_order(editions))


def card(
    screening: Screening,
    day: date,
    notes: tuple[EditionNote, ...],
    unknown: list[str],
    then: Past,
    as_of: AsOf,
) -> Card:
    name, when = words.quoted(screening.query.name), words.day(day)
    if not notes:
        says = f"NOT KNOWN for {when}: no edition that old is kept here."
        return Card(headline=text(bold(says), f" Nothing is said of {name}."), tone=Tone.NOT_LOADED)
    if screening.verdict is Verdict.NOT_CHECKED:
        return Card(headline=text(bold("NOT CHECKED:"), f" {screening.ask_back}"), tone=Tone.WARNING)
    if screening.verdict is Verdict.NO_MATCH:
        return no_match(name, when, notes, unknown)
    hits = sorted(screening.matches, key=lambda h: not h.certain)
    rested = text(f"By our editions of then: {words.dated(notes)}.")
    if screening.verdict is Verdict.LISTED:
        party = Party(hits[0].entity_id, tuple(then.listings_of(hits[0].entity_id)))
        says = f"On {when}{by_old(notes, party.lists)}: {headline(party.listings, as_of, identified(party))}."
        return Card(headline=text(bold(says)), lines=(*where_lines(party), rested), tone=Tone.LISTED)
    many = words.count(len(hits), "party", "parties")
    return Card(
        headline=text(
            bold(f"On {when}{by_old(notes, hits[0].lists)}: POSSIBLE MATCH for {name}:"),
            f" {many} listed then could be meant.",
        ),
        lines=(*(hit_line(hit, then) for hit in hits[:SHOWN]), rested),
        tone=Tone.POSSIBLE,
    )


def by_old(notes: tuple[EditionNote, ...], lists: Sequence[str]) -> str:
    """Said before the verdict where every edition that it rests on was stale by that day."""
    rested = [note for note in notes if note.list in lists]
    if not rested or not all(note.stale for note in rested):
        return ""
    return f", by a list of {words.listed([words.day(note.published) for note in rested])} (stale by then)"


def no_match(name: str, when: str, notes: tuple[EditionNote, ...], unknown: list[str]) -> Card:
    """No match of a day is said only where every list that is held has an edition of then, and none was stale."""
    old = [f"{words.short_title(note.list)} {words.day(note.published)}" for note in notes if note.stale]
    lists = words.listed([f"the {words.short_title(key)} list" for key in unknown], "or")
    if unknown or old:
        stale = f"our {words.listed(old)} {'were' if len(old) > 1 else 'was'} stale by then"
        says = f"NOT KNOWN for {when}: {f'no edition of then is kept of {lists}' if unknown else stale}."
        held = f"{name} is not on our {words.dated(notes)}."
        return Card(headline=text(bold(says)), lines=(text(held),), tone=Tone.NOT_LOADED)
    says = f"NO MATCH for {name} on {when} in {words.count(len(notes), 'list')}"
    return Card(headline=text(bold(says), f" ({words.dated(notes)})."), tone=Tone.NO_MATCH)


def where_lines(party: Party) -> list[Text]:
    return [text(f"{words.full_title(one.list)}: {words.tags(one)}.") for one in party.listings]


def hit_line(hit: Hit, then: Past) -> Text:
    party = Party(hit.entity_id, tuple(then.listings_of(hit.entity_id)))
    where = words.listed([words.short_title(key) for key in party.lists])
    reasons = " ".join(reason.says for reason in hit.reasons[:2])
    return text("• ", bold(identified(party)), f": {SHORT[hit.standing]}, {where}. {reasons}")


def gaps(day: date, keys: tuple[str, ...], editions: list[Edition], oldest: dict[str, Edition | None]) -> list[Text]:
    """Lists that had no edition here on that day: nothing is said of them."""
    had = {edition.list for edition in editions}
    since = {
        key: f"our oldest edition is of {words.day(first.published)}"
        for key, first in oldest.items()
        if first and key not in had
    }
    lines = [text(f"{words.full_title(key)}: not known for {words.day(day)} ({why}).") for key, why in since.items()]
    missing = [words.short_title(key) for key in keys if oldest[key] is None]
    return [*lines, text(f"Not loaded: {', '.join(missing)}.")] if missing else lines
