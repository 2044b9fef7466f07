"""The digest on request: what the last day brought, and how the lists stand."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import Answer
from bot.questions.question import Question
from handlers.ask import changes, sources
from handlers.desk import Desk


def answer(question: Question, desk: Desk) -> Answer:
    """Changes of the period asked for, or of the last day; then the lists with their age."""
    period = question.period or changes.last_days(desk, 1)
    changed = changes.answer(replace(question, period=period), desk)
    stand = sources.answer(question, desk)
    return replace(changed, cards=(*changed.cards, *stand.cards), fine=stand.fine)
