"""Watches: stored for a channel or a person, and listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Tone, bold, person, text
from bot.questions.ask import Ask, Kind, Subject
from bot.sanctions.display import readable
from bot.sanctions.party import Schema
from bot.screening.query import Hit, Verdict
from handlers.ask import words
from handlers.ask.possible import candidate_actions, candidate_lines, near_hits
from handlers.ask.screening import in_order
from handlers.desk import Asker, Desk
from handlers.finding import screen
from store.database import writing
from store.snapshot.snapshot import Snapshot
from store.telling.watches import Watch

WHEN = (
    "When a new edition of a list changes it you are told here, in one message for each edition, "
    "soon after the edition is loaded."
)
_NAMESAKES = (Schema.PERSON, Schema.VESSEL, Schema.AIRPLANE)  # of one name two are two; a firm may have two entries
_CHANGES = {  # what is asked where several may be meant, and the button of each
    Kind.WATCH: ("Which {} should be watched?", Act.WATCH, "Watch"),
    Kind.UNWATCH: ("Which {} should no longer be watched?", Act.UNWATCH, "Stop watching"),
}
NOWHERE = "The command line cannot be written to: its watches show in “sanctions-bot digest --channel terminal”."


def watch(question: Ask, desk: Desk, asker: Asker) -> Answer:
    snapshot = desk.snapshot()
    wanted, cards = targets(question, snapshot)
    if question.provided:
        cards += [offered(what, Act.WATCH, snapshot) for what in wanted]
    else:
        cards += [begun(what, desk, snapshot, asker) for what in wanted]
    return Answer(kind=question.kind, cards=tuple(cards) or (ask_what(undone=question.provided),))


def begun(what: str, desk: Desk, snapshot: Snapshot, asker: Asker, where: str = "here") -> Card:
    """Watch one thing ("entity:ofac-17022") from now on, and say so."""
    with writing(desk.sessions) as session:
        new = store.telling.watches.watch(session, asker.team, asker.place, what, asker.user, desk.now())
    name = called(what, snapshot)
    return Card(
        headline=text(bold(f"{'Watching' if new else 'Already watching'} {name} {where}.")),
        lines=(text(when_told(asker)),),
        actions=(Action(Act.UNWATCH, "Stop watching", what, f"Stop watching {name}", sure(asker)),),
        options=options_in(what),
    )


def offered(what: str, act: Act, snapshot: Snapshot) -> Card:
    """An act that was asked for under a condition, which is a person's to judge: how it is done."""
    name, verb = called(what, snapshot), act.value
    return Card(
        headline=text(bold(f"Nothing was changed: whether to {verb} {name} is yours to judge.")),
        lines=(text(f"Press the button, or say “{verb} {name}”."),),
        actions=(Action(act, verb.capitalize(), what, f"{verb.capitalize()} {name}"),),
        options=options_in(what),
    )


def sure(asker: Asker) -> str:
    """What a button that ends a watch asks back: something only where others would miss it."""
    return "Nobody here will be told of it any more." if asker.is_among_others else ""


def watches(question: Ask, desk: Desk, asker: Asker) -> Answer:
    snapshot = desk.snapshot()
    with desk.sessions() as session:
        kept = seen(store.telling.watches.watches_of(session, asker.team, asker.place), snapshot)
    if question.subjects or question.options or question.programs:
        wanted, cards = targets(question, snapshot)
        since = {one.what: one for one in kept}
        cards += [_stands(what, since.get(what), snapshot) for what in wanted]
        return Answer(kind=question.kind, cards=tuple(cards))
    if not kept:
        return Answer(kind=question.kind, cards=(Card(headline=text(bold("Nothing is watched here."))),))
    card = Card(
        headline=text(bold(f"Watched here: {words.count(len(kept), 'thing')}.")),
        lines=tuple(text(f"{called(w.what, snapshot)}, since {words.day(w.at.date())}") for w in kept),
        fine=(text(when_told(asker)),),
        options=options_in(*(one.what for one in kept)),
    )
    return Answer(kind=question.kind, cards=(card,))


def _stands(what: str, kept: Watch | None, snapshot: Snapshot) -> Card:
    """Whether one thing is watched."""
    name, options = called(what, snapshot), options_in(what)
    if kept is None:
        begin = Action(Act.WATCH, "Watch", what, f"Watch {name}")
        says = text(bold(f"{name} is not watched here."), f" “watch {name}” begins it.")
        return Card(headline=says, actions=(begin,), options=options)
    says = text(bold(f"{name} is watched here, since {words.day(kept.at.date())}."))
    return Card(headline=says, lines=(text("Set up by ", person(kept.who), "."),) * bool(kept.team), options=options)


def seen(watches: Iterable[Watch], snapshot: Snapshot) -> list[Watch]:
    """Without those of options that are not there for whoever looks."""
    return [one for one in watches if is_there(one.what, snapshot)]


def is_there(what: str, snapshot: Snapshot) -> bool:
    kind, _, key = what.partition(":")
    return kind != "option" or snapshot.option(key) is not None


def options_in(*watched: str) -> tuple[str, ...]:
    """The keys of the options among what is watched."""
    return tuple(what.partition(":")[2] for what in watched if what.startswith("option:"))


def targets(question: Ask, snapshot: Snapshot) -> tuple[list[str], list[Card]]:
    """What to watch, as keys; and a card for each subject that is not one party."""
    wanted = [f"option:{key}" for key in question.options if snapshot.option(key)]
    wanted += [f"program:{tag}" for tag in question.programs]
    # "when X comes off the SDN list": the list says what of X is wanted
    wanted += [f"list:{key}" for key in question.lists if not question.subjects]
    cards = [
        Card(headline=text(bold(f"There is no option {key} here.")), tone=Tone.WARNING)
        for key in question.options
        if not snapshot.option(key)
    ]
    for subject in question.subjects:
        screening = screen(subject, snapshot)
        hits = in_order(screening, snapshot) or near_hits(screening, snapshot)
        namesakes = [hit for hit in hits if hit.certain and hit.schema in _NAMESAKES]
        if screening.verdict is Verdict.LISTED and len(namesakes) < 2 and not _contradict(hits):
            wanted.append(f"entity:{hits[0].entity_id}")
        elif hits:
            cards.append(_which(subject, hits[:5], question, snapshot))
        else:
            says = f"{words.quoted(subject.name)} is on no list that is loaded, so there is no entry to watch."
            says = f"{screening.ask_back} Nothing was changed." if screening.ask_back else says
            cards.append(Card(headline=text(bold(says)), tone=Tone.NO_MATCH))
    return wanted, cards


def _contradict(hits: Sequence[Hit]) -> bool:
    """Whether the name and the identifier that were asked for are not of one party."""
    other = any(reason.kind == "other_number" for reason in hits[0].reasons)
    return other or any(hit.is_numbered for hit in hits)


def _which(subject: Subject, hits: Sequence[Hit], question: Ask, snapshot: Snapshot) -> Card:
    """Of a name that means no one party for sure: who may be meant, each with its button; nobody is taken for it."""
    which, undone, actions = "Which {} do you mean?", "", candidate_actions(hits)
    if question.kind in _CHANGES:
        (which, act, verb), undone = _CHANGES[question.kind], " Nothing was changed."
        actions = tuple(
            Action(act, f"{verb} {n}", f"entity:{hit.entity_id}", f"{verb} {readable(hit.name, hit.schema)}")
            for n, hit in enumerate(hits, 1)
        )
    odd = " The name and the number contradict each other." * _contradict(hits)
    return Card(
        headline=text(bold(f"{which.format(words.quoted(subject.name))}{odd} A person must decide.{undone}")),
        lines=tuple(candidate_lines(hits, snapshot)),
        tone=Tone.POSSIBLE,
        actions=actions,
    )


def when_told(asker: Asker) -> str:
    return WHEN if asker.team else NOWHERE


def called(what: str, snapshot: Snapshot) -> str:
    kind, _, key = what.partition(":")
    if kind == "entity":
        return words.name_of(snapshot, key)
    if kind == "list":
        return words.full_title(key)
    return {"option": f"option {key}", "digest": "the daily digest"}.get(kind, key)


def ask_what(*, undone: bool = False) -> Card:
    asks = "Nothing was changed: watch what?" if undone else "Watch what?"
    return Card(headline=text(bold(f"{asks} Name a party, an option or a program: “watch Rosneft”.")))
