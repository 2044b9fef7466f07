"""Question in, Answer out: over the store and the index, knowing nothing of Slack."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.document import Answer, text
from bot.questions.question import Kind, Question
from handlers.ask import briefing, digest, ending, history, links, programs, screening, sources, watches
from handlers.ask.relief import answering as relief
from handlers.ask.relief import licenses
from handlers.ask.subjects import separated
from handlers.desk import Asker, Desk
from store.snapshot.snapshot import Snapshot

_ANSWERS = {
    Kind.SCREENING: screening.answer,
    Kind.OPTION: relief.option,
    Kind.OPTIONS: relief.options,
    Kind.COVERAGE: relief.coverage,
    Kind.COMPARISON: relief.comparison,
    Kind.CHANGES: relief.changes,
    Kind.PROGRAM: programs.answer,
    Kind.MEASURE: briefing.measure,
    Kind.BRIEF: briefing.brief,
    Kind.SOURCES: sources.answer,
    Kind.LINKS: links.answer,
    Kind.HISTORY: history.answer,
    Kind.LICENSE: licenses.answer_to,
    Kind.HELP: briefing.or_help,
}
_ANSWERS_FOR_SOMEBODY = {
    Kind.WATCH: watches.watch,
    Kind.UNWATCH: ending.unwatch,
    Kind.WATCHES: watches.watches,
    Kind.DIGEST: digest.answer,
}


def answer(question: Question, desk: Desk, asker: Asker | None = None) -> Answer:
    """Answer a question that is understood, for whoever asks. What the question names is copied into the answer.

    What the asker may not know of is taken off the desk before anything else, so that no answer can rest on it.
    """
    desk = desk.seen_by(asker or Asker())
    question = separated(question, desk.snapshot())
    if question.kind in _ANSWERS_FOR_SOMEBODY:
        given = _ANSWERS_FOR_SOMEBODY[question.kind](question, desk, asker or Asker())
    else:
        given = _ANSWERS[question.kind](question, desk)
    period = question.period
    if question.read_as:
        given = replace(given, fine=(text(f"I read: {', '.join(question.read_as)}."), *given.fine))
    return replace(
        given,
        subjects=tuple(subject.name for subject in question.subjects),
        options=question.options,
        programs=question.programs,
        lists=question.lists,
        period={"since": iso(period.since), "until": iso(period.until)} if period else None,
        as_of=iso(question.as_of),
        shows=shown_options(given, desk.snapshot()),
        version=desk.snapshot().version,
    )


def shown_options(given: Answer, snapshot: Snapshot) -> tuple[str, ...]:
    """The options of which an answer says anything, found in its words: an answer cannot forget to name one."""
    said = given.text
    return tuple(o.key for o in snapshot.options if o.title in said or _names(o.key, said))


def _names(key: str, said: str) -> bool:
    return bool(re.search(rf"\b[Oo]ptions?\b[^.;\n]*?(?<![\w-]){re.escape(key)}(?![\w-])", said))


def iso(day: object) -> str | None:
    return str(day) if day else None
