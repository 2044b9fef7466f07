"""Ask in, Answer out: over the store and the index, knowing nothing of Slack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.document import Answer, text
from bot.questions.ask import Ask, Kind, Reading
from handlers.ask import (
    briefing,
    changes,
    help,
    history,
    links,
    programs,
    screening,
    sources,
)
from handlers.ask.relief import answering as relief
from handlers.ask.relief import licenses
from handlers.ask.sets import answering as sets
from handlers.ask.watching import digest, ending, watches
from handlers.desk import Asker, Desk


def what_changed(question: Ask, desk: Desk) -> Answer:
    """In an option where the question names one and no party or program, else on the lists."""
    of_options = question.options and not (question.subjects or question.programs)
    return relief.changes(question, desk) if of_options else changes.answer(question, desk)


_ANSWERS = {
    Kind.SCREENING: screening.answer,
    Kind.OPTION: relief.option,
    Kind.OPTIONS: relief.options,
    Kind.COVERAGE: relief.coverage,
    Kind.COMPARISON: relief.comparison,
    Kind.CHANGES: what_changed,
    Kind.PROGRAM: programs.answer,
    Kind.MEASURE: briefing.measure,
    Kind.BRIEF: briefing.brief,
    Kind.SOURCES: sources.answer,
    Kind.LINKS: links.answer,
    Kind.HISTORY: history.answer,
    Kind.PARTIES: sets.answer,
    Kind.LICENSE: licenses.answer_to,
    Kind.EXPLAIN: help.explain,
    Kind.HELP: briefing.or_help,
}
_ANSWERS_FOR_SOMEBODY = {
    Kind.WATCH: watches.watch,
    Kind.UNWATCH: ending.unwatch,
    Kind.WATCHES: watches.watches,
    Kind.DIGEST: digest.answer,
}


def answer(question: Ask, desk: Desk, asker: Asker | None = None) -> Answer:
    """Answer a question that is understood, for whoever asks. What the question names is copied into the answer.

    What the asker may not know of is taken off the desk before anything else, so that no answer can rest on it.
    """
    desk = desk.seen_by(asker or Asker())
    question = screening.as_picked(question, desk.snapshot())
    if question.kind in _ANSWERS_FOR_SOMEBODY:
        given = _ANSWERS_FOR_SOMEBODY[question.kind](question, desk, asker or Asker())
    else:
        given = _ANSWERS[question.kind](question, desk)
    period = question.period
    said = how_read(question)
    if question.kind in (Kind.CHANGES, Kind.PARTIES):
        said += programs.not_counted(question.programs, desk.snapshot())
    if said:
        given = replace(given, fine=(*map(text, said), *given.fine))
    return replace(
        given,
        subjects=tuple(subject.name for subject in question.subjects),
        options=question.options,
        programs=question.programs,
        lists=question.lists,
        period={"since": iso(period.since), "until": iso(period.until)} if period else None,
        as_of=iso(question.as_of),
        version=desk.snapshot().version,
        read=question.read,
    )


def answer_all(reading: Reading, desk: Desk, asker: Asker | None = None) -> Answer:
    """Answer every ask of a message, in order; what nothing read is said."""
    given = [answer(question, desk, asker) for question in reading.asks]
    whole = given[0] if len(given) == 1 else together(given)
    if not reading.unread or not reading.first.understood:
        return replace(whole, unread=reading.unread)
    said = text(f"Not read, so not answered: {', '.join(f'“{span}”' for span in reading.unread)}.")
    return replace(whole, unread=reading.unread, fine=(said, *whole.fine))


def together(given: Sequence[Answer]) -> Answer:
    """Several answers as one: the cards of each in order, what is said once said once."""
    return replace(
        given[0],
        cards=tuple(card for one in given for card in one.cards),
        screenings=tuple(s for one in given for s in one.screenings),
        editions=tuple(dict.fromkeys(note for one in given for note in one.editions)),
        illustrative=any(one.illustrative for one in given),
        fine=tuple(dict.fromkeys(line for one in given for line in one.fine)),
        actions=tuple(dict.fromkeys(action for one in given for action in one.actions)),
        asks=tuple(given),
    )


def how_read(question: Ask) -> list[str]:
    """What a reader must know of how the question was read."""
    named = [f"I read: {', '.join(question.read_as)}."] if question.read_as else []
    return [*named, *question.notes]


def iso(day: object) -> str | None:
    return str(day) if day else None
