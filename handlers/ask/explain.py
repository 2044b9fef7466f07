"""Words of the trade, what a score means, what the bot keeps: two sentences, each with its source."""

from __future__ import annotations

from bot.answers.document import Act, Action, Answer, Card, Text, bold, text
from bot.questions.question import Question
from bot.sanctions.briefing.terms import Term, glossary
from handlers.desk import Desk


def answer(question: Question, desk: Desk) -> Answer:
    found = [glossary()[key] for key in question.terms if key in glossary()]
    return Answer(
        kind=question.kind,
        cards=tuple(map(card, found)) or (unknown(),),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def card(term: Term) -> Card:
    called, _, rest = term.says.partition(": ")
    return Card(headline=text(bold(f"{called}: "), rest), lines=(source(term),))


def source(term: Term) -> Text:
    return text(f"Source: {term.source}.")


def unknown() -> Card:
    return Card(headline=text(bold("That word is not in the glossary here.")))
