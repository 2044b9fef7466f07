"""One name or two? Words alone cannot tell "Tinkoff Bank and Alfa Bank" from "Marks and Spencer"; the lists can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.questions.question import Question, Subject
from bot.screening.query import Query, Verdict
from store.snapshot.snapshot import Snapshot

JOINED = re.compile(r"\s+(?:and|or|nor|und|et|и|или)\s+|\s*[&/+]\s*|\s*,\s+", re.IGNORECASE)


def separated(question: Question, snapshot: Snapshot) -> Question:
    """The question with joined names taken apart where the whole is on no list and a part is LISTED by itself.

    A listed party must not hide behind the name beside it.
    """
    subjects = tuple(part for subject in question.subjects for part in parts(subject, snapshot))
    return replace(question, subjects=subjects) if subjects != question.subjects else question


def parts(subject: Subject, snapshot: Snapshot) -> Iterator[Subject]:
    names = [name for name in JOINED.split(subject.name) if name.strip()]
    apart = len(names) > 1 and not subject.identifiers and not matches(subject.name, snapshot)
    if apart and any(is_listed(name, snapshot) for name in names):
        yield from (replace(subject, name=name.strip()) for name in names)
    else:
        yield subject


def matches(name: str, snapshot: Snapshot) -> bool:
    """Whether the whole is a name on a list; a name read in a part of it does not count."""
    found = snapshot.index.screen(Query(name), 1).matches
    return any(reason.kind != "read" for hit in found for reason in hit.reasons[:1])


def is_listed(name: str, snapshot: Snapshot) -> bool:
    return snapshot.index.screen(Query(name), 1).verdict is Verdict.LISTED
