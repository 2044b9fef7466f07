"""What changed, who came on or went off, between which editions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import store.lists.changes
from bot.answers.differences import apart, in_words
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.ask import Ask, Period
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.display import readable
from bot.sanctions.party import Schema
from handlers.ask import words
from handlers.ask.briefed import reported_between, reported_lines
from handlers.ask.screening import in_order, screen
from handlers.desk import Desk
from store.lists.changes import RecordedChange
from store.snapshot.snapshot import Snapshot

SAYS = {
    ChangeKind.DESIGNATED: "designated",
    ChangeKind.DELISTED: "delisted",
    ChangeKind.AMENDED: "amended",
    ChangeKind.PROGRAM_ADDED: "program added",
    ChangeKind.PROGRAM_REMOVED: "program removed",
    ChangeKind.REKEYED: "listed under a new number",
}
COUNTED = {
    **{kind: f"{{:,}} {words_of}" for kind, words_of in SAYS.items()},
    ChangeKind.PROGRAM_ADDED: "a program added to {:,}",
    ChangeKind.PROGRAM_REMOVED: "a program removed from {:,}",
}
MOST_NAMES = 8
MOST_REPORTED = 10
DEFAULT_DAYS = 7


def answer(question: Ask, desk: Desk, entity: str | None = None) -> Answer:
    """What changed in the period asked for (else the last week), for the subjects asked for (or one entity id)."""
    snapshot = desk.snapshot()
    period = question.period or last_days(desk, DEFAULT_DAYS)
    with desk.sessions() as session:
        found = store.lists.changes.changes_between(
            session, period.since, period.until, question.lists, question.programs, entity
        )
    if question.subjects:
        ids = subject_ids(question, snapshot)
        found = [c for c in found if c.change.entity_id in ids]
    cards = list(edition_cards(found)) or [nothing(question, period, snapshot)]
    if question.subjects:
        cards[0] = replace(cards[0], lines=(*reported_of(question, snapshot), *cards[0].lines))
    if not (question.subjects or question.programs or entity):
        cards += reported(question, period, snapshot)
    notes = words.edition_notes(desk, snapshot, question.lists)
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        editions=notes,
        fine=(text(f"Compared: each edition with the one before it. In force now: {words.dated(notes)}."),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
        facts={"changes": [as_json(c) for c in found]},
    )


def last_days(desk: Desk, days: int) -> Period:
    today = desk.now().date()
    return Period(today - timedelta(days=days), today, f"the last {days} days")


def subject_ids(question: Ask, snapshot: Snapshot) -> set[str]:
    return {hit.entity_id for s in question.subjects for hit in in_order(screen(s, snapshot), snapshot)[:1]}


def edition_cards(found: Sequence[RecordedChange]) -> Iterator[Card]:
    """One card for each edition that changed something, newest first."""
    editions = dict.fromkeys((c.change.list, c.at, c.edition) for c in found)
    for key, at, edition in editions:
        part = [c for c in found if (c.change.list, c.at, c.edition) == (key, at, edition)]
        yield edition_card(key, at, part)


def edition_card(key: str, at: str, part: Sequence[RecordedChange]) -> Card:
    counted = Counter(c.change.kind for c in part)
    said = [COUNTED[kind].format(counted[kind]) for kind in ChangeKind if counted[kind]]
    headline = text(bold(f"{words.full_title(key)}, {words.day(at)}: {words.listed(said)}."))
    return Card(headline=headline, lines=tuple(kind_lines(part)))


def kind_lines(part: Sequence[RecordedChange]) -> Iterator[Text]:
    """A line for each kind of change; for amendments what many entries share, then each entry by itself."""
    for kind in ChangeKind:
        same = [c.change for c in part if c.change.kind is kind]
        if not same:
            continue
        if kind is ChangeKind.AMENDED:
            yield from amended_lines(same)
        elif kind in (ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED):
            yield from program_lines(kind, same)
        else:
            yield text(
                bold(f"{SAYS[kind].capitalize()}: "), words.stop(words.some([called(c) for c in same], MOST_NAMES))
            )


def amended_lines(changes: Sequence[Change]) -> Iterator[Text]:
    shared, own = apart(changes)
    yield from (text(one.sentence) for one in shared)
    for change, fields in own[:MOST_NAMES]:
        yield text("• ", bold("Amended: "), f"{called(change)}: ", words.stop("; ".join(in_words(f) for f in fields)))
    if len(own) > MOST_NAMES:
        yield text(f"And {words.count(len(own) - MOST_NAMES, 'more entry', 'more entries')} amended.")


def program_lines(kind: ChangeKind, changes: Sequence[Change]) -> Iterator[Text]:
    """`Program RUSSIA-EO14024 added: Igor Ivanovich Sechin and ...`: those of one tag together."""
    moved = "added" if kind is ChangeKind.PROGRAM_ADDED else "removed"
    by_tag: defaultdict[str, list[str]] = defaultdict(list)
    for change in changes:
        tags = [tag for f in change.fields for tag in (f.after if moved == "added" else f.before)]
        by_tag[words.listed(tags)].append(called(change))
    for tags_said, names in by_tag.items():
        yield text(bold(f"Program {tags_said} {moved}: "), words.stop(words.some(names, MOST_NAMES)))


def called(change: Change) -> str:
    """The name to read; which type it is of is not in a change, but only people have a comma and a given name."""
    surname, comma, given = change.name.partition(", ")
    person = bool(comma) and surname.isupper() and not given.isupper()
    return readable(change.name, Schema.PERSON if person else Schema.ORGANIZATION)


def reported_of(question: Ask, snapshot: Snapshot) -> list[Text]:
    """What others say was done with the parties, whenever it was: each with its day."""
    said: list[Text] = []
    for subject in question.subjects:
        one = screen(subject, snapshot)
        ids = [hit.entity_id for hit in in_order(one, snapshot)[:1]]
        said += reported_lines(ids, one.query, snapshot)
    return list(dict.fromkeys(said))


def reported(question: Ask, period: Period, snapshot: Snapshot) -> list[Card]:
    """What others say was put on or taken off in that time, where our editions are too old to show it."""
    lines = reported_between(period.since, period.until, question.lists, question.moved, snapshot)
    if not lines:
        return []
    more = [text(f"And {len(lines) - MOST_REPORTED} more in the briefing.")] if len(lines) > MOST_REPORTED else []
    says = f"Reported {period_words(period)}, and not in our editions ({len(lines)}); not the whole of what happened:"
    return [Card(headline=text(bold(says)), lines=(*lines[:MOST_REPORTED], *more), tone=Tone.DRAFT)]


def nothing(question: Ask, period: Period, snapshot: Snapshot) -> Card:
    """No change recorded is not the same as nothing changed: say what the editions allow."""
    if words.only_starter(snapshot):
        return Card(headline=text(bold("NOT KNOWN: no full list is loaded, so there is nothing to compare.")))
    who = f" for {words.listed([words.quoted(s.name) for s in question.subjects])}" if question.subjects else ""
    when = period_words(period)
    lines, unknown, quiet = [], [], []
    for edition in words.in_order(snapshot.editions):
        if question.lists and edition.list not in question.lists:
            continue
        title, published = words.full_title(edition.list), words.day(edition.published)
        if period.since and edition.first_day < period.since.isoformat():
            unknown.append(words.short_title(edition.list))
            lines.append(text(f"{title}: the newest edition here is of {published}, before that period: not known."))
        else:
            quiet.append(words.short_title(edition.list))
            lines.append(text(f"{title}: nothing recorded up to the edition of {published}."))
    lines += [text(f"{words.full_title(key)}: not loaded.") for key in question.lists if snapshot.edition(key) is None]
    if not quiet:
        says = f"NOT KNOWN what changed{who} {when}: no edition held here is of that time."
        return Card(headline=text(bold(says)), lines=tuple(lines), tone=Tone.NOT_LOADED)
    if unknown:
        rest = f"on {words.listed(quiet)} no change recorded"
        says = f"NOT KNOWN what changed{who} on {words.listed(unknown)} {when}; {rest}."
        return Card(headline=text(bold(says)), lines=tuple(lines), tone=Tone.NOT_LOADED)
    return Card(headline=text(bold(f"No change recorded{who} {when}.")), lines=tuple(lines))


def period_words(period: Period) -> str:
    since, until = period.since, period.until
    if since and until:
        return f"on {words.day(since)}" if since == until else f"from {words.day(since)} to {words.day(until)}"
    if since:
        return f"since {words.day(since)}"
    return f"up to {words.day(until)}" if isinstance(until, date) else "so far"


def as_json(recorded: RecordedChange) -> dict[str, object]:
    """CONTRACT, changes --json."""
    change = recorded.change
    return {
        "at": recorded.at,
        "list": change.list,
        "edition": recorded.edition,
        "entity_id": change.entity_id,
        "name": change.name,
        "kind": change.kind.value,
        "fields": {f.field: {"before": list(f.before), "after": list(f.after)} for f in change.fields},
        **({"was": change.was} if change.was else {}),
    }
