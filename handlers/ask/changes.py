"""What changed, who came on or went off, between which editions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import store.lists.changes
import store.lists.spells
from bot.answers.differences import apart, in_words
from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.ask import Ask, Filter, Period, changed
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.display import readable
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import Schema
from handlers.ask import words
from handlers.ask.briefed import reported_between, reported_lines
from handlers.ask.held import Gap, gaps_of
from handlers.ask.screening import in_order, now_of
from handlers.ask.sets.describing import description, not_applied
from handlers.ask.sets.matching import of_set
from handlers.desk import Desk
from handlers.finding import screen
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
MOVED = {
    "added": {ChangeKind.DESIGNATED, ChangeKind.PROGRAM_ADDED},
    "removed": {ChangeKind.DELISTED, ChangeKind.PROGRAM_REMOVED},
    "amended": set(ChangeKind) - {ChangeKind.DESIGNATED, ChangeKind.DELISTED},
}


def answer(question: Ask, desk: Desk, entity: str | None = None) -> Answer:
    """What changed in the period asked for (else the last week, or all that the editions held show), for the subjects
    or the set asked for (or one entity id)."""
    snapshot = desk.snapshot()
    period = question.period or last_days(desk, DEFAULT_DAYS)
    found = recorded(question, period, desk, snapshot, entity)
    wide = not_applied(question.filter)
    if not (found or question.period) and (found := recorded(question, Period(), desk, snapshot, entity)):
        period = Period()
        wide.insert(
            0, "No days were named, and of the last 7 days no edition is held: all that the editions here show."
        )
    gaps = gaps_of(question.lists, period, desk)
    dated = [] if entity else list(dated_cards(question, period, gaps, desk))
    cards = list(edition_cards(found, of_whom(question))) or [nothing(question, period, gaps, snapshot, bool(dated))]
    if found:
        cards[-1] = replace(cards[-1], lines=(*cards[-1].lines, *(text(gap.says) for gap in gaps if gap.says)))
    cards = [*dated, *cards]
    if wide:
        cards.insert(0, Card(headline=text(bold(" ".join(wide))), tone=Tone.WARNING))
    if question.subjects:
        cards[0] = supposing(question, cards[0], snapshot, doubts=bool(found))
        told = {c.change.entity_id for c in found}
        hits = ((s, in_order(screen(s, snapshot), snapshot)) for s in question.subjects)
        # of whom nothing changed; all, where no days were named: "New order from X received today" may ask no more
        left = [
            s
            for s, every in hits
            if not (question.period and every and every[0].certain) or told.isdisjoint(hit.entity_id for hit in every)
        ]
        cards += [] if words.only_starter(snapshot) else now_of(question, left, desk)
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


def recorded(question: Ask, period: Period, desk: Desk, snapshot: Snapshot, entity: str | None) -> list[RecordedChange]:
    """The changes of a period of what is asked about: of lists, programs, parties or a set, of some kinds alone."""
    with desk.sessions() as session:
        found = store.lists.changes.changes_between(
            session, period.since, period.until, question.lists, question.programs, entity
        )
        gone = store.lists.spells.listings_gone(session) if found and question.filter else []
    if question.subjects:
        ids = subject_ids(question, snapshot)
        found = [c for c in found if c.change.entity_id in ids]
    if kinds := {kind for moved in question.moved for kind in MOVED[moved]}:
        found = [c for c in found if c.change.kind in kinds]
    if question.filter is None:
        return found
    is_of_it = of_set(changed(question, programs=(), lists=()), desk, snapshot)
    left: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in gone:
        left[listing.entity_id].append(listing)
    every = {c.change.entity_id: snapshot.register.by_id.get(c.change.entity_id, ()) for c in found}
    parties = (Party(key, tuple(listings or left[key])) for key, listings in every.items())
    of_it = {party.entity_id for party in parties if party.listings and is_of_it(party)}
    return [c for c in found if c.change.entity_id in of_it]


def of_whom(question: Ask) -> str:
    """The set whose changes are asked for, in words."""
    whole = changed(question, programs=(), lists=())
    said = description(question.filter or Filter(), whole, 2)
    return "" if said == description(Filter(), whole, 2) else said


def subject_ids(question: Ask, snapshot: Snapshot) -> set[str]:
    """The parties that are asked about; of a name that is only a possible match, all that it may mean."""
    found = (in_order(screen(subject, snapshot), snapshot) for subject in question.subjects)
    return {hit.entity_id for hits in found for hit in hits[: 1 if hits and hits[0].certain else None]}


def supposing(question: Ask, said: Card, snapshot: Snapshot, *, doubts: bool) -> Card:
    """What changed, with what others report, led by whose it may be where a name finds only who may be meant."""
    said = replace(said, lines=(*reported_of(question, snapshot), *said.lines))
    found = ((subject, in_order(screen(subject, snapshot), snapshot)) for subject in question.subjects)
    doubtful = [words.quoted(subject.name) for subject, hits in found if hits and not hits[0].certain]
    if not (doubts and doubtful):
        return said
    are = "is" if len(doubtful) == 1 else "are"
    first = text(bold(f"If {words.listed(doubtful)} {are} among these, which a person must decide: "))
    return replace(said, headline=(*first, *said.headline), tone=Tone.POSSIBLE)


def edition_cards(found: Sequence[RecordedChange], whose: str) -> Iterator[Card]:
    """One card for each edition that changed something, newest first; `whose`: the set that was asked for."""
    editions = dict.fromkeys((c.change.list, c.at, c.edition) for c in found)
    for key, at, edition in editions:
        part = [c for c in found if (c.change.list, c.at, c.edition) == (key, at, edition)]
        yield edition_card(key, at, part, whose)


def edition_card(key: str, at: str, part: Sequence[RecordedChange], whose: str) -> Card:
    counted = Counter(c.change.kind for c in part)
    said = [COUNTED[kind].format(counted[kind]) for kind in ChangeKind if counted[kind]]
    of_set = f", {whose}" if whose else ""
    headline = text(bold(f"{words.full_title(key)}, {words.day(at)}{of_set}: {words.listed(said)}."))
    return Card(headline=headline, lines=tuple(kind_lines(part)))


def dated_cards(question: Ask, period: Period, gaps: Sequence[Gap], desk: Desk) -> Iterator[Card]:
    """Who was listed in a period by the days that a list itself gives, as the UN's does, where the editions held do not
    tell; one card for each such list that names somebody."""
    if question.subjects or period == Period() or "added" not in question.moved:
        return
    snapshot, since, until = desk.snapshot(), str(period.since or ""), str(period.until or "9999")
    is_of_it = of_set(changed(question, lists=()), desk, snapshot)
    every = [one for listings in snapshot.register.by_id.values() for one in listings]
    came = [one for one in every if one.listed_on and since <= one.listed_on <= until]
    for key in (gap.list for gap in gaps if gap.says):
        own = [one for one in came if one.list == key and is_of_it(Party(one.entity_id, (one,)))]
        names = [readable(one.name, one.schema) for one in sorted(own, key=lambda one: (one.listed_on, one.name))]
        if names:
            whose = f", {said}" if (said := of_whom(question)) else ""
            says = f"{words.full_title(key)}{whose}, by the days of listing that it gives: {len(names):,} listed"
            line = text(words.stop(words.some(names, MOST_NAMES)), " Who was taken off since is not among them.")
            yield Card(headline=text(bold(f"{says} {period_words(period)}.")), lines=(line,))


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
        hits = in_order(one, snapshot)
        ids = [hit.entity_id for hit in hits[:1] if hit.certain or len(hits) == 1]
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


def nothing(question: Ask, period: Period, gaps: Sequence[Gap], snapshot: Snapshot, other: bool) -> Card:
    """No change recorded is not the same as nothing changed: say what the editions allow. `other`: beside what a list
    itself tells."""
    if words.only_starter(snapshot):
        return Card(headline=text(bold("NOT KNOWN: no full list is loaded, so there is nothing to compare.")))
    named = [words.quoted(s.name) for s in question.subjects] or [*filter(None, [of_whom(question)])]
    who, when = f" for {words.listed(named)}" if named else "", period_words(period)
    unknown = [words.short_title(gap.list) for gap in gaps if gap.says]
    quiet = [words.short_title(gap.list) for gap in gaps if not gap.says]
    lines = [text(gap.says or f"{words.full_title(gap.list)}: nothing recorded {gap.up_to}.") for gap in gaps]
    lines += [text(f"{words.full_title(key)}: not loaded.") for key in question.lists if snapshot.edition(key) is None]
    if not quiet:
        why = (
            "the editions held here do not show it"
            if any(gap.dated for gap in gaps)
            else "no edition held here is of that time"
        )
        says = f"NOT KNOWN what {'else ' * other}changed{who} {when}: {why}."
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
