"""Is X sanctioned? The verdict first, then what it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.ask import Ask, Aspect, Kind, Subject
from bot.questions.picks import spoken_of
from bot.screening.judging.verdict import ask_back_for
from bot.screening.query import Hit, Query, Screening, Verdict
from handlers.ask import words
from handlers.ask.briefed import besides, license_lines, named_in_license, reported_in_short, reported_lines
from handlers.ask.elsewhere import joined
from handlers.ask.gone import lines_of_gone
from handlers.ask.inside import inside_words
from handlers.ask.listed import listed_card, of_the_name
from handlers.ask.possible import (
    MOST,
    candidate_actions,
    candidates_table,
    near_hits,
    nearest_words,
    nothing_near,
    picked_cards,
    possible_card,
)
from handlers.ask.sides import led
from handlers.ask.sources import loaded_of, named_list, not_loaded, unheld
from handlers.desk import Desk
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot

PERMISSION = (
    "Whether a dealing is allowed is not answered here: licenses, exemptions and the 50 Percent Rule are not evaluated."
)
NAME_ONLY = "About a name: compare the facts."
OWNERSHIP = "Ownership is not in the lists."


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in question.subjects)
    cards = (
        tuple(picked_cards(shown_of(question, snapshot), question, desk, snapshot))
        if question.pick
        else _told_once([card(s, question, desk, snapshot) for s in screenings], screenings)
    )
    notes = words.edition_notes(desk, snapshot)
    return Answer(
        kind=question.kind,
        cards=cards,
        screenings=screenings,
        editions=notes,
        fine=closing(question, desk, snapshot, screenings),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def _told_once(cards: Sequence[Card], screenings: Sequence[Screening]) -> tuple[Card, ...]:
    """A party that two of the names mean ("0x12d6... - tornado cash, blocked?") is told once, and that it is so."""
    told: dict[object, Card] = {}
    for at, (one, screening) in enumerate(zip(cards, screenings, strict=True)):
        key = one.headline if screening.verdict is Verdict.LISTED else at
        if first := told.get(key):
            also = text(f"{words.quoted(screening.query.name)} leads to the same entry.")
            one = replace(first, lines=(*first.lines, also))
        told[key] = one
    return tuple(told.values())


def card(screening: Screening, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    if screening.ask_back:
        first, back = "".join(not_loaded(question, snapshot)), ask_back(screening, snapshot)
        more = (*back.lines, text(words.missing_lists(snapshot)))
        return replace(back, headline=text(bold(first), *back.headline), lines=more) if first else back
    if screening.verdict is Verdict.NO_MATCH:
        return no_match(screening, question, desk, snapshot)
    hits = in_order(screening, snapshot, question.lists)
    if screening.verdict is Verdict.LISTED:
        return led(listed_card(hits, question, desk, snapshot), hits[:1], question, snapshot)
    return led(possible_card(hits, screening, question, desk, snapshot), hits[:MOST], question, snapshot)


def now_of(
    question: Ask, subjects: Sequence[Subject], desk: Desk, finds: Sequence[Verdict] = tuple(Verdict)
) -> list[Card]:
    """How parties are listed now, beside an answer about something else, which nobody may take for no match; those with
    other verdicts than `finds` are left out."""
    snapshot, now = desk.snapshot(), replace(question, kind=Kind.SCREENING, aspect=Aspect.NONE)
    found = (one for one in (screen(subject, snapshot) for subject in subjects) if one.verdict in finds)
    told = (card(one, now, desk, snapshot) for one in found)
    return [replace(one, headline=text(bold("Now, by our editions: "), *one.headline)) for one in told]


def candidates(screening: Screening, question: Ask, snapshot: Snapshot) -> list[Hit]:
    """The listed parties that the answer showed, in its order: those that could be meant, by number; of one that is
    listed it and the others of its very name."""
    if screening.ask_back:
        return near_hits(screening, snapshot)
    hits = in_order(screening, snapshot, question.lists)
    return of_the_name(hits) if screening.verdict is Verdict.LISTED else hits[:MOST]


def as_picked(question: Ask, snapshot: Snapshot) -> Ask:
    """What is asked of those that were picked: of the candidates that were shown, or else of all spoken of."""
    if not question.pick or not question.subjects:
        return question
    shown, spoken = shown_of(question, snapshot), spoken_of(question)
    # the one that could be meant is number 1; "the first" is of those in the thread
    of_one = question.pick.figured and shown and not shown[0].certain and question.pick.of(shown)
    if len(shown) < 2 and not of_one and len(spoken) > 1 and (meant := question.pick.of(spoken)):
        return replace(question, subjects=meant, pick=None)
    if question.kind is Kind.SCREENING:
        return question
    if picked := question.pick.of(shown):
        subject = question.subjects[0]
        return replace(question, subjects=tuple(replace(subject, entry=hit.entity_id) for hit in picked))
    undone = ("Nothing was changed.",) if question.kind in (Kind.WATCH, Kind.UNWATCH) else ()
    return replace(question, kind=Kind.SCREENING, notes=(*question.notes, *undone))  # which says so


def shown_of(question: Ask, snapshot: Snapshot) -> list[Hit]:
    """The candidates of which some were picked; none where several parties were asked about."""
    subject, *others = question.subjects
    return [] if others else candidates(screen(subject, snapshot), question, snapshot)


def in_order(screening: Screening, snapshot: Snapshot, lists: Sequence[str] = ()) -> list[Hit]:
    """Matches, those that alone would make the verdict LISTED first, and among these the ones on the lists that are
    asked about; of equals the one that most others are linked to, for that is the head of the group whose name they
    share, and then as the lists are told. What several publishers list as one party stands once, with all its lists."""
    linked, named = snapshot.linked_counts, set(lists)
    place = words.places(snapshot)

    def rank(hit: Hit) -> tuple[object, ...]:
        elsewhere = bool(named) and not named & set(hit.lists)
        told = min((place.get(key, len(place)) for key in hit.lists), default=0)
        return (not hit.certain, elsewhere and hit.certain, -hit.score, -linked.get(hit.entity_id, 0), told)

    return joined(sorted(screening.matches, key=rank), snapshot, lists)


# ---- NO MATCH --------------------------------------------------------------


def no_match(screening: Screening, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    """Never more than: no match in these lists as of these dates."""
    notes = words.edition_notes(desk, snapshot)
    name = words.quoted(screening.query.name)
    if why := words.unanswerable(snapshot, question.lists):
        return Card(headline=text(bold(f"NOT CHECKED: {name}: {why}.")), tone=Tone.NOT_LOADED)
    said = (words.missing_lists(snapshot), words.newer_held(desk), nearest_words(screening), OWNERSHIP)
    tail = " ".join(filter(None, said))
    first, elsewhere = named_list((), question, desk, snapshot)
    elsewhere = elsewhere if unheld(question, snapshot) else ""
    says = f"{first}{elsewhere}NO MATCH for {name} in {words.count(len(notes), 'list')}"
    reported = reported_in_short([], screening.query, snapshot)
    warned = reported or named_in_license(screening.query, snapshot)
    warned = warned or ("" if first else inside_words(screening.query.name, snapshot))
    gone = lines_of_gone(screening.query, desk, snapshot.version) if question.aspect is Aspect.STILL else []
    tone = Tone.NOT_LOADED if first and not loaded_of(question, snapshot) else Tone.NO_MATCH
    return Card(
        headline=text(bold(says), f" ({words.dated(notes)}).", bold(f" But {warned}") if warned else ""),
        lines=(*gone, text(tail), *briefed_lines(screening.query, desk, snapshot, told=bool(reported))),
        tone=Tone.WARNING if warned or gone else tone,
    )


def briefed_lines(query: Query, desk: Desk, snapshot: Snapshot, *, told: bool) -> list[Text]:
    """What the briefing has on somebody whom no list here holds; `told`: the headline says what was done already."""
    today = desk.now().date().isoformat()
    reported = besides(query, snapshot) if told else reported_lines([], query, snapshot)
    return [*reported, *license_lines(None, query, snapshot, today)]


def ask_back(screening: Screening, snapshot: Snapshot) -> Card:
    """One common word, or a number that cannot be right: the first sentence says what, the rest what to do; beside it
    the best three that it could mean."""
    first, _, rest = screening.ask_back.partition(". ")
    near, programs = near_hits(screening, snapshot), programs_called(screening.query.name, snapshot)
    todo = rest if rest and rest != words.stop(first) else ""
    common = screening.ask_back == ask_back_for(screening.query.name)
    said = f"None of these? {todo}" if near else f"{nothing_near(screening)} {todo}" if common else todo
    which = " Which of these is meant, if any?" if common and near else ""
    return Card(
        headline=text(bold(f"NOT CHECKED: {words.stop(first)}"), which),
        table=candidates_table(near, snapshot) if near else None,
        lines=(*((text(said.strip()),) if said.strip() else ()), *program_lines(programs, snapshot)),
        tone=Tone.WARNING,
        actions=(
            *candidate_actions(near),
            *(Action(Act.ASK, f"What is {tag}?", f"what is {tag}?") for tag in programs[:1]),
        ),
    )


def programs_called(word: str, snapshot: Snapshot) -> list[str]:
    """The tags that a word begins, itself first: "Syria" is on no list, but there are programs of that name."""
    called = re.compile(rf"{re.escape(word.upper())}(?![A-Z])")
    return sorted((tag for tag in snapshot.content.programs if called.match(tag)), key=len)


def program_lines(tags: Sequence[str], snapshot: Snapshot) -> list[Text]:
    ended = snapshot.content.ended
    said = [f"{tag} (ended on {words.day(ended[tag].ended)})" if tag in ended else tag for tag in tags]
    return [text(f"Programs of that name: {words.some(said, MOST)}. Lists name parties, no countries.")] if said else []


# ---- under every card ------------------------------------------------------


def closing(question: Ask, desk: Desk, snapshot: Snapshot, screenings: Sequence[Screening]) -> tuple[Text, ...]:
    """Said once: what the verdict is about, and which lists of which dates."""
    lines = []
    if question.permission:
        lines.append(text(PERMISSION))
    if any(s.verdict is not Verdict.NO_MATCH and not s.ask_back for s in screenings):
        notes = words.edition_notes(desk, snapshot)
        checked = f"Checked: {words.count(len(notes), 'list')} ({words.dated(notes)})."
        lines.append(text(" ".join(part for part in (checked, words.missing_lists(snapshot)) if part)))
    starter = words.starter_line(desk, snapshot)
    if starter:
        lines.append(text(starter))
    return tuple(lines)
