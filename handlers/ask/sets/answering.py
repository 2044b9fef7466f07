"""Which or how many of a described set are listed: a count, the first rows, and what of it no list says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from bot.answers.document import Act, Action, Answer, Card, Table, Tone, bold, text
from bot.answers.standing_words import SHORT
from bot.errors import BadInput
from bot.questions.ask import Ask, Filter, Kind
from bot.sanctions.listing import Party
from handlers.ask import words
from handlers.ask.sets.describing import (
    as_json,
    caveats,
    counted,
    narrows,
    not_applied,
    not_known,
    strangers,
    too_common,
    typeless,
    unloaded,
    wallets_of,
)
from handlers.ask.sets.groups import counted_by, of_group, themselves
from handlers.ask.sets.matching import found_by
from handlers.attached import Attachment, cell
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

SHOWN = 20
LONGEST = 1_500  # characters of a set's words that a button can carry
COLUMNS = ("entity id", "name", "type", "standing", "lists", "programs", "countries", "listed on", "editions")


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    wanted = question.filter or Filter()
    told = not wanted.unmet or narrows(wanted, question)
    found = found_by(question, desk, snapshot) if told else []
    notes = words.edition_notes(desk, snapshot, question.lists)
    return Answer(
        kind=question.kind,
        cards=(card(found, wanted, question, desk, snapshot) if told else untold(wanted),),
        editions=notes,
        fine=(text(f"Counted in: {words.dated(notes) or 'no list'}. {words.missing_lists(snapshot)}".strip()),),
        actions=(*file_of(question, found), Action(Act.SHARE, "Share in channel", question.text)),
        facts={
            "filter": as_json(question, wanted),
            "count": None if wanted.unmet else len(found),
            "party_ids": [p.entity_id for p in found],
        },
    )


def file_of(question: Ask, found: Sequence[Party]) -> tuple[Action, ...]:
    """The button for the whole set as a table; it is found anew when pressed."""
    if not found or len(question.read) > LONGEST:
        return ()
    return (Action(Act.FILE, "Table (CSV)", f"set:{question.read}", "The whole set as a table"),)


def attachment(what: str, desk: Desk) -> Attachment:
    """The set that a button names, as CSV: "set:vessels flagged Panama". Raises BadInput where it is none."""
    reading = desk.understand(what.partition(":")[2], None)
    question = next((ask for ask in reading.asks if ask.kind is Kind.PARTIES), None)
    if question is None:
        raise BadInput("This set can only be read in its thread. Ask for it again, in one sentence.")
    snapshot = desk.snapshot()
    found, wanted = found_by(question, desk, snapshot), question.filter or Filter()
    notes = words.edition_notes(desk, snapshot, question.lists)
    says = " ".join(
        [*not_applied(wanted), counted(wanted, question, len(found)), f"Of: {words.dated(notes)}.", *caveats(wanted)]
    )
    return Attachment("listed-parties.csv", table(found, snapshot).encode(), says)


def table(found: Sequence[Party], snapshot: Snapshot) -> str:
    """A row a party. `listed on` is empty where its list gives no day."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    editions = ", ".join(f"{e.list} {e.published}" for e in words.in_order(snapshot.editions))
    for party in found:
        row = (
            party.entity_id,
            party.name,
            party.schema.value,
            SHORT[snapshot.standing(party)],
            " ".join(party.lists),
            "; ".join(party.programs),
            "; ".join(dict.fromkeys(c for listing in party.listings for c in listing.countries)),
            "; ".join(dict.fromkeys(listing.listed_on for listing in party.listings if listing.listed_on)),
            editions,
        )
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def untold(wanted: Filter) -> Card:
    """Of what nothing that was read narrows: all that is listed would be no answer."""
    unread = words.listed([words.quoted(said) for said in wanted.unmet])
    says = f"Nothing was counted: {unread} was not understood, and nothing else says which of all listed parties."
    return Card(headline=text(bold(says)), tone=Tone.WARNING)


def card(found: list[Party], wanted: Filter, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    more = [text(f"And {len(found) - SHOWN:,} more.")] if len(found) > SHOWN else []
    gaps = list(not_known(wanted, question, desk, snapshot))
    says = counted(wanted, question, len(found))
    no_kind = (wanted.words and wanted.called) or wanted.group
    if wanted.every or (no_kind and not found and not gaps):
        says = f"Whether {'all' if wanted.every else 'any'} are cannot be said: lists name parties, no kinds. {says}"
    if wanted.unlisted or (not question.lists and any(each.lists for each in wanted.but)):
        says = f"Who is not listed cannot be told or counted: lists hold only who is. {says}"
    if question.permission:
        says = f"Whom one may deal with cannot be told: lists name who is listed and clear nobody. Listed are: {says}"
    if not found and (unloaded(question, snapshot) or too_common(wanted, snapshot)):
        says = f"Not known. {gaps.pop(0)}"
    elif gaps:
        says = f"Not known in all; known here: {says}"
    return Card(
        headline=text(bold(" ".join([*not_applied(wanted), says]))),
        table=first_rows(found[:SHOWN], snapshot) if found else None,
        lines=(
            *more,
            *[
                text(line)
                for line in (
                    *gaps,
                    *(_of_group(found, wanted.group, snapshot) if wanted.group else ()),
                    *dict.fromkeys(caveats(wanted)),
                    *wallets_of(found, wanted),
                    *typeless(wanted, snapshot),
                    *strangers(wanted, snapshot),
                )
            ],
        ),
        tone=Tone.WARNING if gaps or not found else Tone.NEUTRAL,
    )


def _of_group(found: list[Party], group: str, snapshot: Snapshot) -> Iterator[str]:
    """By what those who were found are told to be of a group; where nobody was, who is listed of its very name."""
    if found:
        yield counted_by(found, of_group(group, snapshot))
    elif heads := list(themselves(group, snapshot)):
        yield f"Nobody is told to be of it. By its own name this is listed: {words.listed(heads)}."


def first_rows(found: Sequence[Party], snapshot: Snapshot) -> Table:
    """Who, how each stands and where, and under what."""
    rows = tuple(
        (words.who(one), words.stands(snapshot.standing(one), one.lists), words.listed(list(one.programs)))
        for one in found
    )
    return Table("The first of the set", ("Party", "Listed", "Programs"), rows)
