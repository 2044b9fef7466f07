"""Relief options: what they hold, what they would do for a party, and how two differ. Drafts are never law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.document import Act, Action, Answer, Card, Tone, bold, text
from bot.lists.starter import STARTER
from bot.questions.ask import Ask, Filter
from bot.sanctions.effect import directives_of
from bot.sanctions.party import Schema
from bot.sanctions.register import publisher_of
from bot.screening.query import Screening
from handlers.ask import words
from handlers.ask.option_lines import standing, standings
from handlers.ask.relief import hypothesis
from handlers.ask.relief.card import option_card
from handlers.ask.relief.changes import then_card, version_card, versions_card
from handlers.ask.relief.comparison import comparison_cards
from handlers.ask.relief.coverage import coverage_cards
from handlers.ask.relief.facets import facet_card, of_measures
from handlers.ask.relief.hypothesis import Supposed
from handlers.ask.relief.intent import Wants, since_of, wants
from handlers.ask.relief.names import names_card
from handlers.ask.relief.tracker import tracker_card, tracker_lines
from handlers.ask.relief.words import NOT_LAW, ask_option, one_line
from handlers.ask.screening import PERMISSION
from handlers.ask.sets.describing import caveats, description, not_applied, typeless
from handlers.ask.sets.matching import of_set
from handlers.desk import Desk
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot


def option(question: Ask, desk: Desk) -> Answer:
    """What is in option B; who would come off; what changed in it; what it reaches now."""
    snapshot = desk.snapshot()
    keys = question.options or tuple(one.key for one in snapshot.options)
    cards = [_card(key, question, desk, snapshot) for key in keys]
    if question.cannot:  # the buttons are what it is about
        cards = [replace(card, instead=()) for card in cards]
    return _answer(question, desk, snapshot, [*refusal(question), *cards])


def refusal(question: Ask) -> list[Card]:
    """An act on an option that no words do: told with what does it."""
    if not question.cannot:
        return []
    key = question.options[0]
    says = f"Nothing was changed: words alone cannot “{question.cannot.said}”. "
    does = f"Use /sanctions option {key} edit, or the buttons under its answer in a direct message."
    return [Card(headline=text(bold(says), does), tone=Tone.WARNING, options=(key,))]


def _card(key: str, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    card = _one_card(key, question, desk, snapshot)
    return replace(card, options=(key,)) if snapshot.option(key) else card


def _one_card(key: str, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    wish, wanted, since = question.option, wants(question), since_of(question)
    known = snapshot.option(key)
    if wanted is Wants.FACET and wish.facet:
        return facet_card(key, wish.facet, desk, snapshot)
    if wanted is Wants.MEASURE:
        named = known is not None and any(term.measure in question.measures for term in known.terms)
        if known is None or named or not any(map(directives_of, question.measures)):
            return of_measures(key, question.measures, snapshot)
        card = _of_whom(key, question, desk, snapshot)
        return replace(card, lines=(text("None of its terms changes the directive itself."), *card.lines))
    if wanted is Wants.CAME:
        return tracker_card(key, desk, snapshot)
    if wanted is Wants.NAMES:
        return _of_whom(key, question, desk, snapshot)
    if wanted is Wants.VERSION:
        return version_card(key, wish.versions[0], desk, snapshot)
    if wanted is Wants.VERSIONS:
        return versions_card(key, wish.versions, since, desk, snapshot)
    if wanted is Wants.THEN:
        return then_card(key, since, desk, snapshot)
    card = option_card(key, snapshot)
    return replace(card, more=(*card.more, *tracker_lines(known, desk, snapshot))) if known else card


def _of_whom(key: str, question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    """Who is in an option; of those who are described alone, what no list says of them too."""
    wanted, wish = question.filter or Filter(), question.option
    if wanted.called and wanted.schema is Schema.PERSON:
        wanted = replace(wanted, words=())  # nobody is called an oligarch
    unapplied = "".join(f"{said} " for said in not_applied(wanted))
    asked = replace(question, filter=wanted, lists=() if question.unread else question.lists)
    of_type = wanted == Filter(called=wanted.called, schema=wanted.schema, unmet=wanted.unmet)
    if of_type and not (asked.programs or asked.measures or (asked.lists and question.filter)):
        return names_card(key, replace(wish, schema=wish.schema or wanted.schema), snapshot, whom=unapplied)
    whom = f"{unapplied}of the {description(wanted, asked, 2)}, "
    card = names_card(key, wish, snapshot, of_set(asked, desk, snapshot), whom)
    return replace(card, lines=(*card.lines, *map(text, caveats(wanted)), *map(text, typeless(wanted, snapshot))))


def changes(question: Ask, desk: Desk) -> Answer:
    """What changed in an option.

    A period asks for both: what was edited in it, and what changed of its reach because the lists did.
    """
    snapshot, since = desk.snapshot(), since_of(question)
    cards = []
    for key in question.options:
        cards.append(_card(key, question, desk, snapshot))
        if since and snapshot.option(key):
            cards.append(replace(then_card(key, since, desk, snapshot), options=(key,)))
    return _answer(question, desk, snapshot, cards)


def options(question: Ask, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    if not snapshot.options:
        return _answer(question, desk, snapshot, [Card(headline=text(bold("No relief option is stored here.")))])
    lines = [
        text(
            bold(f"Option {one.key} ({standing(one)}, version {one.version}): {words.stop(one_line(one.title))}"),
            f" {one.summary}",
        )
        for one in snapshot.options
    ]
    card = Card(
        headline=text(bold(f"{words.count(len(snapshot.options), 'relief option')}. {standings(snapshot.options)}")),
        lines=tuple(lines),
        tone=Tone.DRAFT,
        actions=tuple(ask_option(one) for one in snapshot.options[:5]),
        options=tuple(one.key for one in snapshot.options),
    )
    return _answer(question, desk, snapshot, [card])


def coverage(question: Ask, desk: Desk) -> Answer:
    if supposes(question):
        return hypothesis.answer(supposed_in(question), desk)
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in question.subjects)
    cards = [card for one in screenings for card in coverage_cards(one, question, snapshot)]
    if not screenings:
        cards = [Card(headline=text(bold("Which party do you mean? Name it, and the option if you like.")))]
    return _answer(question, desk, snapshot, cards, screenings)


def supposes(question: Ask) -> bool:
    """Whether something is supposed that nobody drafted, or it is asked of the parties linked to somebody."""
    ended = question.supposes and not question.options
    return ended or question.together or bool(question.without) or question.linked or question.off


def supposed_in(question: Ask) -> Supposed:
    """That the programs which a question names ended, that its options came together, or one without somebody."""
    return Supposed(
        programs=question.programs if question.together or not question.options else (),
        options=question.options,
        together=question.together,
        without=question.without,
        subjects=tuple(one for one in question.subjects if one not in question.without),
        linked=question.linked,
        off=question.off,
        wish=question.option,
        permission=question.permission,
        kind=question.kind,
        text=question.text,
    )


def comparison(question: Ask, desk: Desk) -> Answer:
    """Two options or more; one alone is compared with itself: on another day, or in another version."""
    if supposes(question):
        return hypothesis.answer(supposed_in(question), desk)
    snapshot = desk.snapshot()
    since = since_of(question)
    if len(set(question.options)) == 1 and (since or question.option.versions):
        key = question.options[0]
        card = then_card(key, since, desk, snapshot) if since else _card(key, question, desk, snapshot)
        card = replace(card, options=(key,)) if snapshot.option(key) else card
        return _answer(question, desk, snapshot, [card])
    keys = question.options or tuple(one.key for one in snapshot.options)
    return _answer(question, desk, snapshot, comparison_cards(keys, snapshot))


def _answer(
    question: Ask,
    desk: Desk,
    snapshot: Snapshot,
    cards: Sequence[Card],
    screenings: tuple[Screening, ...] = (),
) -> Answer:
    official = [e.list for e in snapshot.editions if publisher_of(e.list)]
    notes = words.edition_notes(desk, snapshot, (*official, STARTER))
    rested = f"Reckoned on: {words.dated(notes)}." if notes else "No list is loaded."
    fine = [text(f"{NOT_LAW} {rested} {words.missing_lists(snapshot)}".rstrip())]
    if question.permission:
        fine.insert(0, text(PERMISSION))
    if starter := words.starter_line(desk, snapshot):
        fine.append(text(starter))
    keys = set(question.options) or {one.key for one in snapshot.options}
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        illustrative=any(one.illustrative for one in snapshot.options if one.key in keys),
        fine=tuple(fine),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )
