"""Questions of fact and policy, from the briefing: statement, source, date, confidence; statements that differ side by
side."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.questions.question import Kind, Question
from bot.sanctions.briefing.glossary import search_words, stands_alone
from bot.sanctions.briefing.search import at_odds, best_statements
from bot.sanctions.briefing.statement import Source, Statement
from handlers.ask import help, words
from handlers.ask.measures import CONFIDENCE, cited, measures_answer
from handlers.ask.screening import PERMISSION
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot
from store.statement_search import find_statements

MOST = 3
MOST_AT_ODDS = 6


def brief(question: Question, desk: Desk) -> Answer:
    """The statement that answers, with those beside it; those that differ side by side; or that it is not known."""
    snapshot = desk.snapshot()
    found = statements_for(question.text, desk, snapshot)
    fine = (text(PERMISSION),) if question.permission else ()
    if not found:
        return Answer(kind=question.kind, cards=(not_in_briefing(),), fine=fine)
    first, *others = found
    differing = at_odds(first, others, days(snapshot), snapshot.content.statements)
    cards = side_by_side(differing, snapshot) if differing else [statement_card(first, others[: MOST - 1], snapshot)]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        fine=fine,
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def measure(question: Question, desk: Desk) -> Answer:
    """The measures that the question names, or else what the briefing says."""
    return measures_answer(question, desk.snapshot()) or brief(question, desk)


def or_help(question: Question, desk: Desk) -> Answer:
    """Help; but what fits no known way of asking may still be a question of fact, and is looked for first."""
    if not question.understood and stands_alone(question.text) and statements_for(question.text, desk, desk.snapshot()):
        return brief(replace(question, kind=Kind.BRIEF, understood=True), desk)
    return help.answer(question, desk)


def statements_for(asked: str, desk: Desk, snapshot: Snapshot) -> list[Statement]:
    """Candidates by the store's search, ranked by what their words mean."""
    with desk.sessions() as session:
        candidates = find_statements(session, search_words(asked))
    return best_statements(asked, snapshot.content.statements, among=candidates)


def statement_card(first: Statement, others: list[Statement], snapshot: Snapshot) -> Card:
    lines = [source_line(first, snapshot), *(also(s, snapshot) for s in others)]
    return Card(
        headline=text(bold(f"{CONFIDENCE[first.confidence]}: "), first.says), lines=tuple(lines), tone=tone(first)
    )


def side_by_side(differing: list[Statement], snapshot: Snapshot) -> list[Card]:
    """Statements that differ, the newest first: none of them is called true."""
    shown = differing[:MOST_AT_ODDS]
    more = f" The newest {len(shown)} are here." if len(differing) > len(shown) else ""
    lead = Card(
        headline=text(bold(f"{len(differing)} statements on this differ."), " None of them is called true here."),
        lines=(text(f"The newest comes first.{more}"),),
        tone=Tone.WARNING,
    )
    said = days(snapshot)
    return [lead, *(dated_card(s, said.get(s.id, ""), snapshot) for s in shown)]


def dated_card(statement: Statement, day: str, snapshot: Snapshot) -> Card:
    when = words.day(day) if day else "No date"
    return Card(
        headline=text(bold(f"{when}, {CONFIDENCE[statement.confidence].lower()}: "), statement.says),
        lines=(source_line(statement, snapshot),),
        tone=tone(statement),
    )


def tone(statement: Statement) -> Tone:
    return Tone.NEUTRAL if statement.confidence == "official" else Tone.DRAFT


def days(snapshot: Snapshot) -> dict[str, str]:
    """The day on which each statement was published, or, where that is not known, of which it speaks."""
    found = ((s, snapshot.content.sources.get(s.source)) for s in snapshot.content.statements)
    return {s.id: day for s, source in found if (day := (source.date if source else "") or s.date)}


def not_in_briefing() -> Card:
    return Card(
        headline=text(bold("Not known to this briefing.")),
        lines=(text("It holds sourced statements only and does not guess."),),
        tone=Tone.WARNING,
        actions=(Action(Act.ASK, "Who drafts the list?", "who is drafting the list?"),),
    )


def source_line(statement: Statement, snapshot: Snapshot) -> Text:
    """Where it comes from and of what day."""
    source = snapshot.content.sources.get(statement.source)
    if source is None:
        return text("Source: none. Nobody has said, as far as this briefing goes.")
    return text("Source: ", cited(source), f". {dates(statement, source)}".rstrip())


def dates(statement: Statement, source: Source) -> str:
    said = f"About {words.day(statement.date)}. " if statement.date else ""
    return f"{said}Published {words.day(source.date)}." if source.date else said


def also(statement: Statement, snapshot: Snapshot) -> Text:
    source = snapshot.content.sources.get(statement.source)
    date = f", {words.day(source.date)}" if source and source.date else ""
    return text(f"Also {CONFIDENCE[statement.confidence].lower()}{date}: {statement.says}")
