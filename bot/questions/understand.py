"""Words in, a Question out: `understand`. No language model, no store, no network."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.questions import followup, passage, prose
from bot.questions.clean import clean
from bot.questions.question import Kind, Question, Subject, Vocabulary
from bot.questions.reading import Reading
from bot.questions.spotting.names import ListedNames
from bot.questions.unread import confessed

_MOST = 12  # sentences read one by one; a longer text is read as a whole


def understand(
    text: str,
    now: datetime,
    vocabulary: Vocabulary,
    before: Question | None = None,
    listed: ListedNames | None = None,
) -> Question:
    """The question that `text` asks.

    `now` gives the day that "yesterday" counts from, in its own zone. `before` is the question before in the same
    thread, for "and Lukoil?". `listed` is what the index knows of names: what holds words that no name has is not
    screened. Never raises; what is not understood is HELP with `understood` False and, in
    `nearest`, a question that the bot can answer.
    """
    asked = clean(text)
    body = passage.unwrapped(asked)
    sentences = passage.sentences(body)
    question = _asked_in(sentences, now.date(), vocabulary, before) if 1 < len(sentences) <= _MOST else None
    question = replace(question or _sentence(body, now.date(), vocabulary, before), text=asked)
    return confessed(question, listed) if listed else question


def _sentence(asked: str, today: date, vocabulary: Vocabulary, before: Question | None) -> Question:
    """One question, which may lean on the one before."""
    if before:
        asked = followup.spelt_out(asked, before)
    reading = Reading(asked, today, vocabulary)
    question = followup.follow(reading, before) if before else None
    question = question or reading.question()
    if before and not question.understood:
        question = followup.cut_short(reading, before) or question
    if before:
        question = followup.refer_back(question, before, asked)
    if any(followup.is_pronoun(s.name, asked) for s in question.subjects):
        return Question(Kind.HELP, nearest="is Rosneft sanctioned?", understood=False)
    return question


def _asked_in(sentences: list[str], today: date, vocabulary: Vocabulary, before: Question | None) -> Question | None:
    """What several sentences ask together: "We got an invoice from X. Are they listed?"; None where none asks."""
    found: list[Question] = []
    for sentence in sentences:
        if not passage.asks(sentence):
            before = _told_in(sentence, today, vocabulary) or before
            continue
        question = _sentence(sentence, today, vocabulary, before)
        if question.understood and question.kind is not Kind.HELP:
            found.append(question)
            before = question
    return _together(found) if found else None


def _told_in(sentence: str, today: date, vocabulary: Vocabulary) -> Question | None:
    """The party that a sentence tells of, as what the next may call "they"; a name by itself tells of its bearer."""
    if name := passage.party_told_of(sentence):
        return Question(Kind.SCREENING, subjects=(Subject(name),))
    alone = _sentence(sentence, today, vocabulary, None) if prose.could_be_a_name(sentence) else None
    return alone if alone and alone.kind is Kind.SCREENING else None


def _together(found: list[Question]) -> Question:
    """The first question, with the parties and lists of those of its kind."""
    first = found[0]
    alike = [question for question in found if question.kind is first.kind]
    subjects: list[Subject] = []
    for question in alike:
        subjects += [subject for subject in question.subjects if subject not in subjects]
    return replace(
        first,
        subjects=tuple(subjects),
        lists=tuple(dict.fromkeys(key for q in alike for key in q.lists)),
        permission=any(q.permission for q in alike),
    )
