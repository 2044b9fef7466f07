"""A question written as one line of plain text, so that a table of many can be read."""

from __future__ import annotations

from bot.questions.ask import Ask, Subject, Vocabulary
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.understand import understand
from tests.conftest import NOON

VOCABULARY = Vocabulary(
    options=("A", "B", "C"),
    programs=(
        "RUSSIA-EO14024",
        "UKRAINE-EO13660",
        "UKRAINE-EO13661",
        "UKRAINE-EO13662",
        "UKRAINE-EO13685",
        "RUSSIA-EO14065",
        "PEESA-EO14039",
        "BPI-RUSSIA-EO14024",
        "CAATSA - RUSSIA",
        "SDGT",
        "NPWMD",
        "GLOMAG",
        "IRAN",
        "CAR",
        "MAGNIT",
        "TCO",
        "UHRPA",
    ),
    measures={
        "oil-price-cap-crude": "Price cap on seaborne Russian crude oil",
        "oil-price-cap-products": "Price caps on seaborne Russian petroleum products",
        "ssi-directive-1": "Sectoral Directive 1 (finance)",
        "ssi-directive-2": "Sectoral Directive 2 (energy)",
        "ssi-directive-3": "Sectoral Directive 3 (defence)",
        "ssi-directive-4": "Sectoral Directive 4 (deepwater, Arctic offshore, shale oil)",
        "eo14024-directive-1a": "Directive 1A (sovereign debt)",
        "eo14024-directive-2": "Directive 2 (correspondent accounts)",
        "eo14024-directive-3": "Directive 3 (new debt and equity)",
        "eo14024-directive-4": "Directive 4 (central bank)",
    },
)


def in_words(question: Ask) -> str:
    """The question on one line: `screening: Rosneft; Lukoil [list us_ofac_sdn]`."""
    facts = [f"option {key}" for key in question.options]
    facts += [f"program {tag}" for tag in question.programs]
    facts += [f"list {key}" for key in question.lists]
    facts += [f"measure {mid}" for mid in question.measures]
    if question.period:
        facts.append(f"{question.period.since or ''}..{question.period.until or ''}")
    if question.as_of:
        facts.append(f"as of {question.as_of}")
    facts += ["permission"] * question.permission + ["not understood"] * (not question.understood)
    facts += [f"try {question.nearest}"] if question.nearest else []
    subjects = "; ".join(_subject(subject) for subject in question.subjects)
    return str(question.kind) + (f": {subjects}" if subjects else "") + (f" [{', '.join(facts)}]" if facts else "")


def _subject(subject: Subject) -> str:
    facts = [str(subject.schema)] if subject.schema else []
    facts += [f"born {subject.birth_date}"] if subject.birth_date else []
    facts += [f"from {subject.country}"] if subject.country else []
    facts += [f"{kind} {value}" for kind, value in subject.identifiers.items()]
    return subject.name + (f" ({', '.join(facts)})" if facts else "")


def turns(*said: str, listed: ListedNames = NO_NAMES) -> Ask:
    """The last ask of a thread."""
    before = None
    for text in said:
        before = understand(text, NOON, VOCABULARY, before, listed).last
    assert before
    return before


def seen_in(text: str, listed: ListedNames = NO_NAMES) -> Seen:
    return Seen.of(Stretch(text, Frame.PROSE), NOON.date(), VOCABULARY, listed)
