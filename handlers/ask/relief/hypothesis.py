"""What if? A program ended, two options came together, an option came without somebody: evaluated like an option that
is stored, and said to be nobody's draft. Asked by fields (`Supposed`): the words of a question are not looked at
here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.phrases import some_names
from bot.errors import BadInput
from bot.lists.starter import STARTER
from bot.questions.ask import Kind, OptionWish, Subject
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.register import publisher_of
from bot.sanctions.relief.hypothesis import if_programs_end, together, without
from bot.sanctions.relief.impact import Impact, Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.remains import what_is_left
from bot.screening.query import Hit, Screening, Verdict
from handlers.ask import words
from handlers.ask.option_lines import as_listed_for, deed_for, stays
from handlers.ask.possible import candidate_actions, supposing
from handlers.ask.relief.card import reach_lines
from handlers.ask.relief.coming_off import off_cards, which
from handlers.ask.relief.coverage import OUTCOMES, YES_OR_NO, doubt_lines, left_lines, now
from handlers.ask.relief.names import page_card
from handlers.ask.relief.words import NOT_LAW as OPTION_NOT_LAW
from handlers.ask.relief.words import hypothesis_lead as lead
from handlers.ask.relief.words import sentences, unknown_option, unreckoned
from handlers.ask.screening import PERMISSION, ask_back, in_order
from handlers.desk import Desk
from handlers.finding import screen
from store.snapshot.snapshot import Snapshot

NOT_LAW = "A hypothesis is drafted by nobody and is not law: the lists alone decide who is listed."
LINKED = 8
_WOULD = {
    Outcome.FREED: "would come off",
    Outcome.PARTLY_RELIEVED: "would be partly relieved and stay listed",
    Outcome.UNAFFECTED: "would not be reached",
}


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed: `programs` ended; or the `options` of these keys came, each by itself or all `together`,
    `without` some parties; or the `subjects` came `off` the lists. `subjects`: whom it is asked of; `linked`: of the
    parties linked to them, not of them. `wish`: of whom alone, where of nobody by name. `permission`: whether one may,
    which is not answered yes or no."""

    programs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    together: bool = False
    without: tuple[Subject, ...] = ()
    subjects: tuple[Subject, ...] = ()
    linked: bool = False
    off: bool = False
    wish: OptionWish = field(default_factory=OptionWish)
    permission: bool = False
    kind: Kind = Kind.COVERAGE
    text: str = ""


def answer(supposed: Supposed, desk: Desk) -> Answer:
    """What would be, for each subject; for nobody in particular, whom it would reach."""
    snapshot = desk.snapshot()
    screenings = tuple(screen(subject, snapshot) for subject in supposed.subjects)
    if supposed.off:
        cards = [card for one in screenings for card in off_cards(one, supposed.linked, snapshot)]
        return _answer(supposed, desk, snapshot, cards, screenings)
    options, troubles = _options(supposed, snapshot)
    left_out, doubts = _left_out(supposed.without, snapshot) if options else ([], [])
    if left_out is None:
        return _answer(supposed, desk, snapshot, doubts, screenings)
    if left_out:
        names = [words.name_of(snapshot, one.entity_id) for one in left_out]
        options = [without(option, [one.entity_id for one in left_out], names) for option in options]
    cards = [card for option in options for card in _cards(option, screenings, supposed, snapshot)]
    cards = [replace(card, options=tuple(dict.fromkeys(supposed.options))) for card in cards]
    return _answer(supposed, desk, snapshot, [*troubles, *doubts, *cards], screenings)


def _cards(option: ReliefOption, screenings: Sequence[Screening], supposed: Supposed, snapshot: Snapshot) -> list[Card]:
    impact = snapshot.impacts[option.key] if option.key else evaluate(option, snapshot.register)
    if not screenings:
        return [_whole(option, impact, supposed.wish, snapshot)]
    return [_card(one, option, impact, supposed, snapshot) for one in screenings]


def _options(supposed: Supposed, snapshot: Snapshot) -> tuple[list[ReliefOption], list[Card]]:
    """The options that are supposed; cards of what stands in their way."""
    ended = [if_programs_end(supposed.programs)] if supposed.programs else []
    unknown = [_no_program(tag) for tag in supposed.programs if tag not in snapshot.vocabulary.programs]
    if ended and not supposed.options:
        return ended, unknown
    missing = [unknown_option(key, snapshot) for key in supposed.options if snapshot.option(key) is None]
    found = [option for key in dict.fromkeys(supposed.options) if (option := snapshot.option(key))]
    if missing or not found:
        return [], missing or [_nothing_supposed()]
    if not supposed.together:
        return found, []
    try:
        return [together([*found, *ended]) if len(found) + len(ended) > 1 else found[0]], unknown
    except BadInput as error:
        return [], [Card(headline=text(bold(str(error))), tone=Tone.WARNING)]


def _left_out(subjects: Sequence[Subject], snapshot: Snapshot) -> tuple[list[Party] | None, list[Card]]:
    """The parties that are left out, and a card of each that the name only may mean; None where one is not sure."""
    out: list[Party] = []
    cards: list[Card] = []
    for subject in subjects:
        one = screen(subject, snapshot)
        hits = in_order(one, snapshot)
        if one.ask_back or not hits or (len(hits) > 1 and not hits[0].certain):
            says = (
                f"Without whom? {words.quoted(subject.name)} is not surely one of the parties on the lists held here."
            )
            actions = candidate_actions(hits[:5]) if hits and not one.ask_back else ()
            return None, [Card(headline=text(bold(says)), tone=Tone.WARNING, actions=actions)]
        party = snapshot.party(hits[0].entity_id)
        assert party is not None
        out.append(party)
        if one.verdict is Verdict.POSSIBLE:
            says = f"Left out is {words.who(party)}, for whom {words.quoted(subject.name)} is only a possible match."
            cards.append(Card(headline=text(says), tone=Tone.POSSIBLE))
    return out, cards


def _no_program(tag: str) -> Card:
    return Card(headline=text(bold(f"There is no program {tag} on the lists held here.")), tone=Tone.WARNING)


def _nothing_supposed() -> Card:
    return Card(headline=text(bold("Suppose what? Name a program or an option.")), tone=Tone.WARNING)


def _whole(option: ReliefOption, impact: Impact, wish: OptionWish, snapshot: Snapshot) -> Card:
    """How many it would reach, and who are the first of them; then what it is, and what would remain."""
    terms = [text(f"{n}. {said}") for n, said in enumerate(sentences(option, snapshot), 1)]
    if unreckoned(option, snapshot):
        return Card(
            headline=text(bold(f"{lead(option)}.")),
            lines=(*terms, *reach_lines(option, impact, snapshot)),
            tone=Tone.DRAFT,
        )
    card = page_card(option, impact, wish, snapshot)
    return replace(card, lines=(*card.lines, *terms, *reach_lines(option, impact, snapshot)))


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
        if supposed.linked:
            return _whose(name, hits[:5], option, impact, snapshot)
        return _candidates(name, hits[:5], option, impact, snapshot)
    party = snapshot.party(hits[0].entity_id)
    assert party is not None
    doubts = doubt_lines(hits, party, snapshot)
    if supposed.linked:
        return supposing(one, _linked(party, option, impact, doubts, snapshot))
    return supposing(one, _party(party, option, impact, doubts, supposed.permission, snapshot))


def _whose(name: str, hits: Sequence[Hit], option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Card:
    """Asked of the parties linked to a name that may mean several: what would be for those of each; whose are meant a
    person must say."""
    says = f"{lead(option)}: whose linked parties? {name} may mean several listed parties."
    asked = which(says, hits, snapshot)
    told = []
    for line, hit in zip(asked.lines, hits, strict=True):
        linked = snapshot.linked_to(hit.entity_id)
        said, deeds = _outcomes(linked, "this one", impact), _deeds(linked, impact)
        told.append(text(line, " ", bold(said), " " * bool(deeds), *deeds))
    return replace(asked, lines=tuple(told))


def _candidates(name: str, hits: Sequence[Hit], option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Card:
    """Of a name that may mean several, what would be for each: a person must decide which it is."""
    lines = []
    for n, hit in enumerate(hits, 1):
        party = snapshot.party(hit.entity_id)
        assert party is not None
        party = as_listed_for(option, party, snapshot)
        deed = deed_for(option, impact, party)
        outcome = outcome_for(impact, party.entity_id)
        left = [] if outcome is Outcome.FREED else what_is_left(option, impact, party, snapshot.register.editions)
        lines.append(
            text(
                bold(f"{n}. {words.who(party)}: {YES_OR_NO[outcome]}"),
                f": {f'it would {deed}{stays(impact, party, snapshot)}' if deed else 'not reached'}.",
                f" What stays: {words.stop('; '.join(one.removesuffix('.') for one in left))}" if left else "",
            )
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
        Outcome.FREED: f"that would {deed}{stays(impact, party, snapshot)}.",
        Outcome.PARTLY_RELIEVED: f"that would {deed}; {they.does('stays', 'stay')} listed.",
        Outcome.UNAFFECTED: f"that would not reach {they.object}.",
    }[outcome]
    verdict = (OUTCOMES if permission else YES_OR_NO)[outcome]
    return Card(
        headline=text(bold(f"{lead(option)}. {now(party, snapshot)} {verdict} for {words.who(party)}: {does}")),
        lines=(*doubts, *left_lines(party, option, impact, snapshot)),
        tone=Tone.DRAFT,
    )


def _linked(party: Party, option: ReliefOption, impact: Impact, doubts: Sequence[Text], snapshot: Snapshot) -> Card:
    """Of the parties linked to one, how many would be freed, partly relieved, or not reached."""
    linked = snapshot.linked_to(party.entity_id)
    lines = []
    for outcome, found in _by_outcome(linked, impact).items():
        names = words.stop(some_names([words.name_of(snapshot, one) for one in found], LINKED))
        lines.append(text(bold(f"{_WOULD[outcome][0].upper()}{_WOULD[outcome][1:]}: "), names))
    lines += _deeds(linked, impact)
    says = f"{lead(option)}. {_outcomes(linked, words.who(party), impact)}"
    return Card(headline=text(bold(says)), lines=(*doubts, *lines), tone=Tone.DRAFT)


def _by_outcome(linked: Sequence[str], impact: Impact) -> dict[Outcome, list[str]]:
    """The parties by what would become of them, without what becomes of none."""
    groups = {outcome: [one for one in linked if outcome_for(impact, one) is outcome] for outcome in Outcome}
    return {outcome: found for outcome, found in groups.items() if found}


def _outcomes(linked: Sequence[str], whom: str, impact: Impact) -> str:
    """`Of the 5 parties linked to X: 3 would come off and 2 would not be reached.`"""
    said = [f"{len(found)} {_WOULD[outcome]}" for outcome, found in _by_outcome(linked, impact).items()]
    many = words.count(len(linked), "party", "parties")
    return f"Of the {many} linked to {whom}: {words.listed(said)}." if said else f"Nobody listed is linked to {whom}."


def _deeds(linked: Sequence[str], impact: Impact) -> list[Text]:
    """What would be done for those who stay listed."""
    number = Counter(action for one in linked for action in impact.authorised.get(one, ()))
    freed = set(impact.freed)
    lifted = {one for _, one in impact.lifted if one in linked and one not in freed}
    said = [f"dealings with {number['license']:,} of them would be licensed"] if number["license"] else []
    said += [f"the sanctions on {number['suspend']:,} of them would be suspended"] if number["suspend"] else []
    said += [f"a program would be lifted from {len(lifted):,} of them"] if lifted else []
    return [text(f"{words.listed(said).capitalize()}; the listings stay.")] if said else []


def _answer(
    supposed: Supposed, desk: Desk, snapshot: Snapshot, cards: Sequence[Card], screenings: tuple[Screening, ...]
) -> Answer:
    official = [e.list for e in snapshot.editions if publisher_of(e.list)]
    notes = words.edition_notes(desk, snapshot, (*official, STARTER))
    rested = f"Reckoned on: {words.dated(notes)}." if notes else "No list is loaded."
    stored = bool(supposed.options) and not supposed.together and not supposed.without
    fine = [text(f"{OPTION_NOT_LAW if stored else NOT_LAW} {rested} {words.missing_lists(snapshot)}".rstrip())]
    if supposed.permission:
        fine.insert(0, text(PERMISSION))
    if starter := words.starter_line(desk, snapshot):
        fine.append(text(starter))
    keys = set(supposed.options)
    return Answer(
        kind=supposed.kind,
        cards=tuple(cards),
        screenings=screenings,
        editions=notes,
        illustrative=any(one.illustrative for one in snapshot.options if one.key in keys),
        fine=tuple(fine),
        actions=(Action(Act.SHARE, "Share in channel", supposed.text),) if supposed.text else (),
    )
