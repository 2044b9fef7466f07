"""Words in, a Question out: `understand`. No language model, no store, no network."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.questions import followup
from bot.questions.clean import clean
from bot.questions.question import Kind, Question, Vocabulary
from bot.questions.reading import Reading


def understand(text: str, now: datetime, vocabulary: Vocabulary, before: Question | None = None) -> Question:
    """The question that `text` asks.

    `now` gives the day that "yesterday" counts from, in its own zone. `before` is the question before in the same
    thread, for "and Lukoil?". Never raises; what is not understood is HELP with `understood` False and, in
    `nearest`, a question that the bot can answer.
    """
    asked = clean(text)
    reading = Reading(asked, now.date(), vocabulary)
    question = followup.follow(reading, before) if before else None
    question = question or reading.question()
    if before:
        question = followup.refer_back(question, before, asked)
    elif any(followup.is_pronoun(s.name, asked) for s in question.subjects):
        question = Question(Kind.HELP, nearest="is Rosneft sanctioned?", understood=False)
    return replace(question, text=asked)
