"""Questions of fact and policy, from the briefing: statement, source, date, confidence; statements that differ side by
side."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.document import Act, Action, Answer, Card, Text, Tone, bold, text
from bot.answers.sources import cited_all, confidence
from bot.questions.ask import Ask, HelpWith, Kind
from bot.sanctions.briefing.glossary import search_words
from bot.sanctions.briefing.search import ENOUGH, NEARLY_ALL, best_statements, contradicting, on_other_days
from bot.sanctions.briefing.statement import Statement
from bot.screening.query import Verdict
from handlers.ask import help, words
from handlers.ask.measures import measures_answer
from handlers.ask.screening import PERMISSION, now_of
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot
from store.statement_search import find_statements

MOST = 3
MOST_AT_ODDS = 6


def brief(question: Ask, desk: Desk) -> Answer:
    """The statement that answers, with what came later; those that contradict each other side by side; those of other
    days, the newest first; or that it is not known."""
    snapshot, today = desk.snapshot(), desk.now().date().isoformat()
    found = statements_for(question.search, desk, snapshot)
    fine = (text(PERMISSION),) if question.permission else ()
    if not found and question.terms:
        return replace(help.explain(question, desk), fine=fine)
    if not found:
        listed = now_of(question, question.beside, desk, (Verdict.LISTED,))
        return Answer(kind=question.kind, cards=(not_in_briefing(), *listed), fine=fine)
    first, *others = found
    every, said = snapshot.content.statements, days(snapshot)
    if marked := contradicting(first, said, every):
        cards = side_by_side(marked, snapshot, today)
    elif other_days := on_other_days(first, others, said):
        cards = in_time(other_days, snapshot, today)
    else:
        cards = [statement_card(first, others[: MOST - 1], snapshot, today)]
    return Answer(
        kind=question.kind,
        cards=tuple(cards),
        fine=fine,
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def measure(question: Ask, desk: Desk) -> Answer:
    """The measures that the question names, or else what the briefing says."""
    return measures_answer(question, desk.snapshot()) or brief(question, desk)


def or_help(question: Ask, desk: Desk) -> Answer:
    """Help; but what fits no known way of asking may still be a question of fact, and is looked for first."""
    if question.search and statements_for(question.search, desk, desk.snapshot()):
        return brief(replace(question, kind=Kind.BRIEF, help=HelpWith.MENU), desk)
    return help.answer(question, desk)


def told_of(asked: str, desk: Desk, snapshot: Snapshot) -> list[Card]:
    """The statement that says nearly all that was asked about somebody whom no list holds."""
    today = desk.now().date().isoformat()
    found = statements_for(asked, desk, snapshot, NEARLY_ALL)
    return [dated_card(one, snapshot, today) for one in found[:1]]


def statements_for(asked: str, desk: Desk, snapshot: Snapshot, enough: float = ENOUGH) -> list[Statement]:
    """Candidates by the store's search, ranked by what their words mean."""
    with desk.sessions() as session:
        candidates = find_statements(session, search_words(asked))
    return best_statements(asked, snapshot.content.statements, among=candidates, enough=enough)


def statement_card(first: Statement, others: list[Statement], snapshot: Snapshot, today: str) -> Card:
    later = [one for key in first.later if (one := snapshot.content.statement(key)) and one not in others]
    return replace(
        dated_card(first, snapshot, today),
        lines=(
            *told_beside(first, snapshot, today),
            *(also(s, snapshot, "Also") for s in others),
            *(also(s, snapshot, "Since then") for s in sorted(later, key=lambda s: s.date)),
        ),
    )


def side_by_side(differing: list[Statement], snapshot: Snapshot, today: str) -> list[Card]:
    """Statements that contradict each other, the newest first: none of them is called true."""
    shown = differing[:MOST_AT_ODDS]
    more = f" The newest {len(shown)} are here." if len(differing) > len(shown) else ""
    lead = Card(
        headline=text(bold(f"{len(differing)} statements on this differ."), " None of them is called true here."),
        lines=(text(f"The newest comes first.{more}"),),
        tone=Tone.WARNING,
    )
    return [lead, *(dated_card(s, snapshot, today) for s in shown)]


def in_time(found: list[Statement], snapshot: Snapshot, today: str) -> list[Card]:
    """Statements of different days on one topic, the newest first: what holds now stands before what held then."""
    shown = found[:MOST_AT_ODDS]
    return [dated_card(s, snapshot, today) for s in shown]


def dated_card(statement: Statement, snapshot: Snapshot, today: str) -> Card:
    """`Reported, 20 Nov 2025: ...`, with its source, how sources disagree, and whether its day has passed."""
    day = days(snapshot).get(statement.id, "")
    when = f", {words.day(day)}" if day else ""
    return Card(
        headline=text(bold(f"{confidence(statement.confidence)}{when}: "), statement.says),
        lines=tuple(told_beside(statement, snapshot, today)),
        tone=tone(statement),
    )


def told_beside(statement: Statement, snapshot: Snapshot, today: str) -> list[Text]:
    lines = [source_line(statement, snapshot)]
    if statement.contradiction:
        sources = (snapshot.content.sources.get(key) for key in statement.against)
        by = "; ".join(one.publisher for one in sources if one)
        lines.append(
            text(bold("Sources disagree: "), words.stop(statement.contradiction), f" Against: {by}." if by else "")
        )
    if statement.note:
        lines.append(text(words.stop(statement.note)))
    if statement.until and statement.until < today:
        day = words.day(statement.until)
        lines.append(text(bold(f"Its day, {day}, has passed: "), "what came after is not in this briefing."))
    return lines


def tone(statement: Statement) -> Tone:
    return Tone.NEUTRAL if statement.confidence == "official" else Tone.DRAFT


def days(snapshot: Snapshot) -> dict[str, str]:
    """The day from which each statement is: of its publication, or of which it speaks, whichever is the later."""
    found = ((s, snapshot.content.sources.get(s.source)) for s in snapshot.content.statements)
    return {s.id: day for s, source in found if (day := max(source.date if source else "", s.date))}


def not_in_briefing() -> Card:
    return Card(
        headline=text(bold("Not known to this briefing.")),
        lines=(text("It holds sourced statements only and does not guess."),),
        tone=Tone.WARNING,
        actions=(Action(Act.ASK, "Who drafts the list?", "who is drafting the list?"),),
    )


def source_line(statement: Statement, snapshot: Snapshot) -> Text:
    """Where it comes from, of what day, and how many say so."""
    sources = snapshot.content.sources
    about = f"About {words.day(statement.date)}. " if statement.date else ""
    if statement.source not in sources:
        return text(f"{about}Source: none. Nobody has said, as far as this briefing goes.")
    cites = cited_all(statement.source, statement.also, statement.witnesses, sources)
    return text(f"{about}Source: ", cites)


def also(statement: Statement, snapshot: Snapshot, lead: str) -> Text:
    day = days(snapshot).get(statement.id, "")
    when = f", {words.day(day)}" if day else ""
    return text(f"{lead}, {confidence(statement.confidence).lower()}{when}: {statement.says}")
