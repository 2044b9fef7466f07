"""Who is linked to whom, as the lists say it. Stakes and control are not in the lists."""

from __future__ import annotations

from typing import Protocol

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.standing_words import SHORT
from bot.questions.ask import Ask, Aspect, Subject
from bot.sanctions.display import readable
from bot.sanctions.listing import Party, Relation
from bot.sanctions.pronoun import pronoun
from bot.sanctions.standing import Standing
from bot.screening.query import Verdict
from handlers.ask import words
from handlers.ask.listed import verdict
from handlers.ask.possible import MOST as CANDIDATES
from handlers.ask.possible import candidate_actions, candidates_table, supposing
from handlers.ask.screening import NAME_ONLY, ask_back, in_order
from handlers.desk import Desk
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot

MOST = 12
NO_OWNERS = "The lists do not say who owns whom."
NOT_OWNERSHIP = (
    "“Linked To” is the publisher's word for a direct link; it states no stake. The 50 Percent Rule is not evaluated."
)


def answer(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    if question.relative or question.officer:
        return Answer(kind=question.kind, cards=(no_relatives(question),), editions=words.edition_notes(desk, snapshot))
    cards = [card(subject, question, snapshot) for subject in question.subjects]
    notes = words.edition_notes(desk, snapshot)
    return Answer(
        kind=question.kind,
        cards=tuple(cards) or (Card(headline=text(bold("Linked to whom? Name a party."))),),
        editions=notes,
        fine=(text(NOT_OWNERSHIP), text(f"{NAME_ONLY} Checked: {words.dated(notes)}.")),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def no_relatives(question: Ask) -> Card:
    """A relative is not the man, and a firm's officer not the firm: nothing of the one is said of the other."""
    whose = words.listed([words.quoted(subject.name) for subject in question.subjects], "or")
    says = f"the lists name no {question.relative} of {whose} as such"
    says = f"the lists do not say who holds an office of {whose}" if question.officer else says
    rest = "Ask about the person by name." if question.officer else "No relative was checked: ask by name."
    return Card(
        headline=text(bold(f"Not possible to tell: {says}.")),
        lines=(text(rest),),
        tone=Tone.WARNING,
    )


def card(subject: Subject, question: Ask, snapshot: Snapshot) -> Card:
    screening = screen(subject, snapshot)
    hits = in_order(screening, snapshot)
    owner = question.aspect is Aspect.OWNER
    if screening.ask_back:
        return ask_back(screening, snapshot)
    if not hits:
        first = f"{NO_OWNERS} " if owner else ""
        says = f"{first}{words.quoted(subject.name)} is on no list that is loaded; its links are not known here."
        return Card(headline=text(bold(says)), tone=Tone.NO_MATCH)
    if screening.verdict is Verdict.POSSIBLE and len(hits) > 1:
        says = f"Which {words.quoted(subject.name)} do you mean? Nothing is said of links yet."
        shown = hits[:CANDIDATES]
        return Card(
            headline=text(bold(says)),
            table=candidates_table(shown, snapshot),
            lines=(text(NO_OWNERS),) if owner else (),
            tone=Tone.POSSIBLE,
            actions=candidate_actions(shown),
        )
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    linked = [p for i in snapshot.linked_to(party.entity_id) if (p := snapshot.party(i))]
    n = words.count(len(linked), "listed party", "listed parties") if linked else "No listed party"
    verb = "is" if len(linked) < 2 else "are"
    says = f"{n} {verb} linked to {words.who(party)}."
    they = pronoun(party.schema)
    if owner:
        says = f"The lists do not say who owns {words.who(party)}, nor what {they.does('owns', 'own')}."
        says += f" {n} {verb} linked to {they.object}."
    said = Card(
        headline=text(bold(says)),
        lines=(
            text(f"{verdict(party, snapshot)}."),
            *linked_lines(linked, snapshot),
            *own_links(party, snapshot),
        ),
        actions=(Action(Act.DETAILS, "Details", party.entity_id, f"Details for {party.name}"),),
    )
    return supposing(screening, said)


def linked_lines(linked: list[Party], snapshot: Snapshot) -> list[Text]:
    """By standing, the strongest first: who is blocked matters most."""
    named: dict[Standing, list[str]] = {standing: [] for standing in Standing}
    for party in sorted(linked, key=lambda p: p.name):
        named[snapshot.standing(party)].append(readable(party.name, party.schema))
    return [
        text(bold(f"{SHORT[standing].capitalize()} ({len(names):,}): "), words.stop(words.some(names, MOST)))
        for standing, names in named.items()
        if names
    ]


def own_links(party: Party, snapshot: Snapshot) -> list[Text]:
    """By name, also where the file gives only the number of a party that stands on the publisher's other list."""
    relations = [relation for listing in party.listings for relation in listing.relations]
    targets = dict.fromkeys(named(relation, snapshot) for relation in relations)
    return [text(f"It is itself linked to: {words.some(list(targets), 6)}.")] if targets else []


class Parties(Protocol):
    """Who is listed, by id: a snapshot."""

    def party(self, entity_id: str) -> Party | None: ...


def named(relation: Relation, parties: Parties) -> str:
    """The name of the other party: by its number where the file gives one and it is listed, else as published."""
    other = parties.party(relation.target_id) if relation.target_id else None
    return other.name if other else relation.target
