"""Which lists are loaded, of which date, how old, and what is missing; a list that a question names comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import store.lists.editions
import store.lists.formats
import store.lists.held
from bot.answers.document import Answer, Card, EditionNote, Text, Tone, bold, link, text
from bot.lists.publishers import LISTS, known_list
from bot.questions.ask import Ask
from bot.sanctions.listing import Edition
from bot.sanctions.name_key import name_key
from bot.screening.query import Hit
from handlers.ask import words
from handlers.ask.elsewhere import Elsewhere
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

ODD = 400  # signs of a warning; `lists status --json` has all of it


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    notes = words.edition_notes(desk, snapshot)
    stale = [n for n in notes if n.stale]
    then = _on_its_day(question, desk)
    lines = [*then, *(text("• ", edition_line(n, desk, snapshot)) for n in notes)]
    missing = unheld(question, snapshot) | {key: words.full_title(key) for key in words.not_loaded(snapshot)}
    lines += [text("• ", bold(f"{title}: not loaded."), why_not(key, desk)) for key, title in missing.items()]
    says = f"{words.count(len(notes), 'list')} loaded"
    says += f", {len(stale)} of them stale." if stale else "."
    starter = words.starter_line(desk, snapshot)
    return Answer(
        kind=question.kind,
        cards=(
            Card(
                headline=text(bold(says)), lines=tuple(lines), tone=Tone.WARNING if stale or not notes else Tone.NEUTRAL
            ),
        ),
        editions=notes,
        fine=tuple(text(line) for line in (starter,) if line),
    )


def _on_its_day(question: Ask, desk: Desk) -> list[Text]:
    """How many entries the lists that are asked about had in our editions of the day that is asked about, or before."""
    day = question.period and (question.period.until or question.period.since)
    if not question.period or not day:
        return []
    with desk.sessions() as session:
        found = {key: store.lists.editions.edition_on(session, key, day) for key in question.lists or LISTS}
    said = (
        f"{words.full_title(key)}, our edition of {words.day(e.published)}: {e.entries:,} entries."
        if e
        else f"{words.full_title(key)}: no edition of that day or before is held."
        for key, e in found.items()
    )
    return [text(bold(f"{question.period.words}: "), " ".join(said), " Now:")]


def edition_line(note: EditionNote, desk: Desk, snapshot: Snapshot) -> Text:
    edition = snapshot.edition(note.list)
    assert edition is not None
    spec = known_list(note.list)
    old = f"{words.count(note.age_days, 'day')} old{', STALE' if note.stale else ''}"
    missing = (
        f" Without {words.listed(list(note.missing))}: aliases or tails of remarks may be missing."
        if note.missing
        else ""
    )
    with desk.sessions() as session:
        fetch = store.lists.editions.fetch_of(session, note.list)
        held = store.lists.held.held_of(session, note.list)
        unverified = store.lists.formats.unverified(session, edition)
    error = f" Last refresh failed: {fetch.error}" if fetch and fetch.error and not held else ""
    if held and not held.is_rejected:
        error = f" A newer edition, of {words.day(held.published)}, is held until a person has judged it."
    elif held:
        error = f" A newer edition, of {words.day(held.published)}, was rejected."
    seen = f" Read as {unverified}, unverified: no file as published has been read yet." if unverified else ""
    odd = f" {_odd(edition)}" if edition.odd else ""
    title = link(note.title, spec.home) if spec.home else bold(note.title)
    entries = words.count(edition.entries, "entry", "entries")
    return text(title, f", published {words.day(note.published)} ({old}): {entries}.{missing}{odd}{seen}{error}")


def _odd(edition: Edition) -> str:
    """That the guards warned of an edition and applied it, and of what."""
    more = "…" if len(edition.odd) > ODD else ""
    return f"In force, and odd: {edition.odd[:ODD].rstrip()}{more}"


def why_not(key: str, desk: Desk) -> str:
    with desk.sessions() as session:
        fetch = store.lists.editions.fetch_of(session, key)
        if key in store.lists.editions.read_now(session, desk.now()):
            return " It is loading now."
    if fetch and fetch.error:
        return f" Last refresh failed: {fetch.error}"
    return "" if key in LISTS and LISTS[key].reader else " This version cannot read it yet."


# ---- a list that a question names -----------------------------------------


def named_list(
    hits: Sequence[Hit], question: Ask, desk: Desk, snapshot: Snapshot, also: Sequence[Elsewhere] = ()
) -> tuple[str, str]:
    """A question that names a list is answered for that list first, then "elsewhere".

    Two pieces of the headline: what is said of the named lists, and "Elsewhere: " where the matches are on none of
    them. `hits` are all matches, the one that the answer is about first: another of them may stand on the named list,
    and then "not on" it would be false. `also`: who is told to be the same
    party on other lists, perhaps by another name.
    """
    said = [*not_loaded(question, snapshot)]
    probably = {key for other in also for key in other.party.lists}
    places = {key: _stands(hits, key, probably) for key in question.lists}
    for key in sorted(question.lists, key=lambda key: _PLACES.index(places[key])):
        edition = snapshot.edition(key)
        if edition is None:
            continue
        stale = ", stale" if words.note(desk, edition).stale else ""
        where = f"our {words.full_title(key)} of {words.day(edition.published)}{stale}"
        similar = places[key] == _PLACES[-1] and any(key in hit.lists for hit in hits)
        section = section_of(hits, key, snapshot) if places[key] == _PLACES[-1] else ""
        lead = "Not by this name on" if section else places[key]
        said.append(f"{lead} {where}{section}{'; a similar name is' if similar else ''}. ")
    elsewhere = bool(said) and not any(set(question.lists) & set(hit.lists) for hit in hits)
    return "".join(said), "Elsewhere: " if elsewhere else ""


_PLACES = ("On", "Probably on", "Perhaps on", "Not on")  # in the order in which they are told


def _stands(hits: Sequence[Hit], key: str, probably: AbstractSet[str]) -> str:
    """A sure match is the party that was meant: one that is less sure says nothing of where it stands."""
    on, probably_on, perhaps, not_on = _PLACES
    if hits and key in hits[0].lists:
        return on
    if key in probably:
        return probably_on
    rivals = [hit for hit in hits if hit.certain] if hits and hits[0].certain else hits
    return perhaps if any(key in hit.lists for hit in rivals) else not_on


def section_of(hits: Sequence[Hit], key: str, snapshot: Snapshot) -> str:
    """What a list that has no such party has under a program of that name: the Taliban of the UN."""
    called = {name_key(hit.name) for hit in hits[:1]}
    entries = (one for each in snapshot.register.by_id.values() for one in each if one.list == key)
    tags = [tag for one in entries for tag in one.programs if name_key(tag) in called]
    return f", which lists {len(tags):,} parties under the program {tags[0]}" if tags else ""


def not_loaded(question: Ask, snapshot: Snapshot) -> Iterator[str]:
    """What is said first of the lists that the question names and that are not here."""
    return (f"{title}: NOT LOADED. " for title in unheld(question, snapshot).values())


def unheld(question: Ask, snapshot: Snapshot) -> dict[str, str]:
    """Key and title of the lists that the question names and of which no edition is held, or that none here reads."""
    other = question.other_list
    unknown = {other: f"{other[:1].upper()}{other[1:]}"} if other else {}
    return unknown | {key: words.full_title(key) for key in question.lists if snapshot.edition(key) is None}


def loaded_of(question: Ask, snapshot: Snapshot) -> bool:
    """Whether a list is held that the question names."""
    return any(snapshot.edition(key) for key in question.lists)
