"""Questions of one conversation are answered one after the other; others need not wait for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from handlers.slack.work import Workers

PATIENCE = 60  # seconds, on a machine that may be busy elsewhere


@pytest.fixture
def workers() -> Iterator[Workers]:
    running = Workers(threads=3)
    yield running
    running.drain(PATIENCE)


def test_what_is_quick_waits_for_what_is_slow_and_was_asked_before(workers: Workers) -> None:
    slow, done = threading.Event(), list[int]()

    def first() -> None:
        slow.wait(PATIENCE)
        done.append(1)

    workers.run(first, print, "maria")
    for number in (2, 3, 4):
        workers.run(lambda number=number: done.append(number), print, "maria")  # type: ignore[misc]
    other = threading.Event()
    workers.run(other.set, print, "james")
    assert other.wait(PATIENCE)  # another conversation goes on meanwhile
    assert done == []
    slow.set()
    assert workers.drain(PATIENCE) == 0
    assert done == [1, 2, 3, 4]


def test_a_question_that_fails_does_not_hold_up_the_next(workers: Workers) -> None:
    told, answered = list[str](), threading.Event()

    def fails() -> None:
        raise ValueError("broken")

    workers.run(fails, lambda message: told.append(message.text), "maria")
    workers.run(answered.set, print, "maria")
    assert answered.wait(PATIENCE)
    assert len(told) == 1


def test_a_line_begins_anew_when_all_of_it_was_done(workers: Workers) -> None:
    for _ in range(200):
        answered = threading.Event()
        workers.run(answered.set, print, "maria")
        assert answered.wait(PATIENCE)


def test_a_long_line_counts_as_waiting() -> None:
    few, slow, told = Workers(threads=1, waiting=2), threading.Event(), list[str]()
    few.run(lambda: slow.wait(PATIENCE) and None, print, "maria")
    for _ in range(5):
        few.run(lambda: None, lambda message: told.append(message.text), "maria")
    assert len(told) == 3
    assert all(words.startswith("Too many questions are waiting") or "Too many questions" in words for words in told)
    slow.set()
    assert few.drain(PATIENCE) == 0
