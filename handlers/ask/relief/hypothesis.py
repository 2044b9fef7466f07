"""What if? A program ended, two options came together, an option came without somebody: evaluated like an option that
is stored, and said to be nobody's draft. Asked by fields (`Supposed`): the words of a question are not looked at
here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.phrases import some_names
from bot.errors import BadInput
from bot.lists.starter import STARTER
from bot.questions.question import Kind, Subject
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.register import publisher_of
from bot.sanctions.relief.hypothesis import if_programs_end, together, without
from bot.sanctions.relief.impact import Impact, Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import words
from handlers.ask.option_lines import as_listed_for, deed_for
from handlers.ask.possible import candidate_actions
from handlers.ask.relief.card import reach_lines
from handlers.ask.relief.coverage import OUTCOMES, YES_OR_NO, doubt_lines, left_lines
from handlers.ask.relief.words import sentences, unknown_option, unreckoned
from handlers.ask.screening import PERMISSION, ask_back, in_order, screen
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot

NOBODYS = "a hypothesis, nobody's draft, not in force"
NOT_LAW = "A hypothesis is drafted by nobody and is not law: the lists alone decide who is listed."
LINKED = 8


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed: `programs` ended; or the `options` of these keys came, two or more of them together,
    `without` some parties. `subjects`: whom it is asked of; `linked`: of the parties linked to them, not of them.
    `permission`: whether one may, which is not answered yes or no."""

    programs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    without: tuple[Subject, ...] = ()
    subjects: tuple[Subject, ...] = ()
    linked: bool = False
    permission: bool = False
    text: str = ""


def answer(supposed: Supposed, desk: Desk) -> Answer:
    """What would be, for each subject; for nobody in particular, whom it would reach."""
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in supposed.subjects)
    option, troubles = _option(supposed, snapshot)
    if option is None:
        return _answer(supposed, desk, snapshot, troubles, screenings)
    impact = evaluate(option, snapshot.register)
    if screenings:
        cards = [_card(one, option, impact, supposed, snapshot) for one in screenings]
    else:
        cards = [_whole(option, impact, snapshot)]
    return _answer(supposed, desk, snapshot, [*troubles, *cards], screenings)


def _option(supposed: Supposed, snapshot: Snapshot) -> tuple[ReliefOption | None, list[Card]]:
    """The option that nobody drafted; cards of what stands in its way."""
    if supposed.programs:
        unknown = [tag for tag in supposed.programs if tag not in snapshot.vocabulary.programs]
        return if_programs_end(supposed.programs), [_no_program(tag) for tag in unknown]
    missing = [unknown_option(key, snapshot) for key in supposed.options if snapshot.option(key) is None]
    found = [option for key in dict.fromkeys(supposed.options) if (option := snapshot.option(key))]
    if missing or not found:
        return None, missing or [_nothing_supposed()]
    try:
        option = together(found) if len(found) > 1 else found[0]
    except BadInput as error:
        return None, [Card(headline=text(bold(str(error))), tone=Tone.WARNING)]
    if not supposed.without:
        return option, []
    out: list[Party] = []
    for subject in supposed.without:
        one = screen(subject, snapshot)
        hits = in_order(one, snapshot)
        if one.ask_back or not hits or (len(hits) > 1 and not hits[0].certain):
            says = (
                f"Without whom? {words.quoted(subject.name)} is not surely one of the parties on the lists held here."
            )
            return None, [Card(headline=text(bold(says)), tone=Tone.WARNING)]
        party = snapshot.party(hits[0].entity_id)
        assert party is not None
        out.append(party)
    return without(option, [one.entity_id for one in out], [words.name_of(snapshot, one.entity_id) for one in out]), []


def _no_program(tag: str) -> Card:
    return Card(headline=text(bold(f"There is no program {tag} on the lists held here.")), tone=Tone.WARNING)


def _nothing_supposed() -> Card:
    return Card(headline=text(bold("Suppose what? Name a program or an option.")), tone=Tone.WARNING)


def lead(option: ReliefOption) -> str:
    """`If RUSSIA-EO14024 ended (a hypothesis, nobody's draft, not in force)`."""
    return f"{option.title} ({NOBODYS})"


def _whole(option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Card:
    terms = [text(f"{n}. {said}") for n, said in enumerate(sentences(option, snapshot), 1)]
    return Card(
        headline=text(bold(f"{lead(option)}.")),
        lines=(*terms, *reach_lines(option, impact, snapshot)),
        tone=Tone.DRAFT,
    )


def _card(one: Screening, option: ReliefOption, impact: Impact, supposed: Supposed, snapshot: Snapshot) -> Card:
    name = words.quoted(one.query.name)
    if unknown := unreckoned(option, snapshot):
        return Card(headline=text(bold(f"{lead(option)}. {unknown}")), tone=Tone.DRAFT)
    if one.verdict is Verdict.NOT_CHECKED:
        return ask_back(one, snapshot)
    hits = in_order(one, snapshot)
    if one.ask_back or one.verdict is Verdict.NO_MATCH or not hits:
        says = f"{name} was not found on the lists held here, so nothing follows for it."
        return Card(headline=text(bold(f"{lead(option)}: {says}")), tone=Tone.NO_MATCH)
    if one.verdict is Verdict.POSSIBLE and len(hits) > 1:
        return _candidates(name, hits[:5], option, impact, snapshot)
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    doubts = doubt_lines(one, hits, party, snapshot)
    if supposed.linked:
        return _linked(party, option, impact, doubts, snapshot)
    return _party(party, option, impact, doubts, supposed.permission, snapshot)


def _candidates(name: str, hits: Sequence[Hit], option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Card:
    """Of a name that may mean several, what would be for each: a person must decide which it is."""
    lines = []
    for n, hit in enumerate(hits, 1):
        party = snapshot.party(hit.entity_id)
        assert party is not None
        party = as_listed_for(option, party, snapshot)
        deed = deed_for(option, impact, party)
        word = YES_OR_NO[outcome_for(impact, party.entity_id)]
        lines.append(
            text(f"{n}. ", bold(f"{words.who(party)}: {word}"), f": {f'it would {deed}' if deed else 'not reached'}.")
        )
    says = f"{lead(option)}: {name} may mean several listed parties; for each of them:"
    return Card(headline=text(bold(says)), lines=tuple(lines), tone=Tone.POSSIBLE, actions=candidate_actions(hits))


def _party(
    party: Party, option: ReliefOption, impact: Impact, doubts: Sequence[Text], permission: bool, snapshot: Snapshot
) -> Card:
    party = as_listed_for(option, party, snapshot)
    they, outcome = pronoun(party.schema), outcome_for(impact, party.entity_id)
    deed = deed_for(option, impact, party)
    does = {
        Outcome.FREED: f"that would {deed}.",
        Outcome.PARTLY_RELIEVED: f"that would {deed}; {they.does('stays', 'stay')} listed.",
        Outcome.UNAFFECTED: f"that would not reach {they.object}.",
    }[outcome]
    verdict = (OUTCOMES if permission else YES_OR_NO)[outcome]
    return Card(
        headline=text(bold(f"{lead(option)}. {verdict} for {words.who(party)}: {does}")),
        lines=(*doubts, *left_lines(party, option, impact, snapshot)),
        tone=Tone.DRAFT,
    )


def _linked(party: Party, option: ReliefOption, impact: Impact, doubts: Sequence[Text], snapshot: Snapshot) -> Card:
    """Of the parties linked to one, how many would be freed, partly relieved, or not reached."""
    linked = snapshot.linked_to(party.entity_id)
    groups = {outcome: [one for one in linked if outcome_for(impact, one) is outcome] for outcome in Outcome}
    title = {
        Outcome.FREED: "would come off",
        Outcome.PARTLY_RELIEVED: "would be partly relieved and stay listed",
        Outcome.UNAFFECTED: "would not be reached",
    }
    said = [f"{len(found)} {title[outcome]}" for outcome, found in groups.items() if found]
    names = {outcome: [words.name_of(snapshot, one) for one in found] for outcome, found in groups.items()}
    lines = [
        text(bold(f"{title[outcome][0].upper()}{title[outcome][1:]}: "), words.stop(some_names(found, LINKED)))
        for outcome, found in names.items()
        if found
    ]
    many = words.count(len(linked), "party", "parties")
    says = f"{lead(option)}. Of the {many} linked to {words.who(party)}: {words.listed(said) or 'nobody is listed'}."
    return Card(headline=text(bold(says)), lines=(*doubts, *lines), tone=Tone.DRAFT)


def _answer(
    supposed: Supposed, desk: Desk, snapshot: Snapshot, cards: Sequence[Card], screenings: tuple[Screening, ...]
) -> Answer:
    official = [e.list for e in snapshot.editions if publisher_of(e.list)]
    notes = words.edition_notes(desk, snapshot, (*official, STARTER))
    rested = f"Reckoned on: {words.dated(notes)}." if notes else "No list is loaded."
    fine = [text(f"{NOT_LAW} {rested} {words.missing_lists(snapshot)}".rstrip())]
    if supposed.permission:
        fine.insert(0, text(PERMISSION))
    if starter := words.starter_line(snapshot):
        fine.append(text(starter))
    keys = set(supposed.options)
    return Answer(
        kind=Kind.COVERAGE,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        illustrative=any(one.illustrative for one in snapshot.options if one.key in keys),
        fine=tuple(fine),
        actions=(Action(Act.SHARE, "Share in channel", supposed.text),) if supposed.text else (),
    )
