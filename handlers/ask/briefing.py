"""Questions of fact and policy, from the briefing: statement, source, date, confidence."""

from __future__ import annotations

from bot.answers import Act, Action, Answer, Card, Text, Tone, bold, link, text
from bot.questions.question import Question
from bot.sanctions.briefing import Source, Statement
from bot.sanctions.measure import Measure
from bot.sanctions.statements import best_statements
from handlers.ask import words
from handlers.ask.standing import standing
from handlers.desk import Desk, Snapshot

CONFIDENCE = {
    "reported": "Reported",
    "official": "Official",
    "unknown": "Not known",
}
MOST = 3


def brief(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    found = best_statements(question.text, snapshot.content.statements)[:MOST]
    if not found:
        return Answer(kind=question.kind, cards=(not_in_briefing(question),))
    first, *others = found
    lines = [source_line(first, snapshot), *(also(s, snapshot) for s in others)]
    card = Card(
        headline=text(bold(f"{CONFIDENCE[first.confidence]}: "), first.says),
        lines=tuple(lines),
        tone=Tone.NEUTRAL if first.confidence == "official" else Tone.DRAFT,
    )
    return Answer(kind=question.kind, cards=(card,), actions=(Action(Act.SHARE, "Share in channel", question.text),))


def not_in_briefing(question: Question) -> Card:
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


def cited(source: Source) -> Text:
    words_of = f"{source.publisher}, {source.title}" if source.title else source.publisher
    return text(link(words_of, source.url)) if source.url else text(words_of)


def dates(statement: Statement, source: Source) -> str:
    said = f"About {words.day(statement.date)}. " if statement.date else ""
    return f"{said}Published {words.day(source.date)}." if source.date else said


def also(statement: Statement, snapshot: Snapshot) -> Text:
    source = snapshot.content.sources.get(statement.source)
    date = f", {words.day(source.date)}" if source and source.date else ""
    return text(f"Also {CONFIDENCE[statement.confidence].lower()}{date}: {statement.says}")


# ---- measures --------------------------------------------------------------


def measure(question: Question, desk: Desk) -> Answer:
    snapshot = desk.snapshot()
    found = [m for m in snapshot.content.measures if m.id in question.measures]
    if not found:
        return brief(question, desk)
    return Answer(
        kind=question.kind,
        cards=tuple(measure_card(m, snapshot) for m in found),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def measure_card(found: Measure, snapshot: Snapshot) -> Card:
    since = f" In effect since {words.day(found.in_effect_since)}." if found.in_effect_since else ""
    lines = [text(found.says)]
    if found.parameters:
        lines.append(text(bold("Level: "), parameters(found)))
    lines.append(text(f"Imposed by: {words.listed(list(found.imposed_by))}. Legal basis: {found.legal_basis}."))
    if found.note:
        lines.append(text(found.note))
    lines += option_lines(found, snapshot)
    source = snapshot.content.sources.get(found.source)
    fine = text(f"{CONFIDENCE.get(found.confidence, '')}. Source: ", cited(source) if source else "none", ".")
    return Card(headline=text(bold(f"{found.title}."), since), lines=tuple(lines), fine=(fine,))


def parameters(found: Measure) -> str:
    """`60 USD a barrel`; two levels with their names."""
    values = dict(found.parameters)
    currency, unit = values.pop("currency", ""), values.pop("unit", "")
    said = [
        f"{value} {currency}{f' a {unit}' if unit else ''}{'' if key == 'level' else f' ({named(key)})'}"
        for key, value in values.items()
    ]
    return f"{words.listed(said)}."


def named(key: str) -> str:
    return {
        "level_premium": "products that trade above crude, such as diesel",
        "level_discount": "products that trade below crude, such as fuel oil",
    }.get(key, key.replace("_", " "))


def option_lines(found: Measure, snapshot: Snapshot) -> list[Text]:
    verbs = {"suspend": "suspend", "amend": "amend", "delist": "end", "license": "license"}
    return [
        text(f"Relief: option {o.key} would {verbs[t.action]} it ({standing(o)}).")
        for o in snapshot.options
        for t in o.terms
        if t.measure == found.id
    ]
