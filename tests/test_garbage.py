"""When Python looks for garbage in circles."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.garbage import collect_seldom


class InACircle:
    """Something that refers to itself: only looking for garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_a_process_that_screens_one_name_after_another_looks_at_nothing_that_it_had_before():
    had = InACircle()
    collect_seldom()
    assert not any(one is had for one in gc.get_objects())


def test_what_such_a_process_leaves_behind_in_circles_goes_all_the_same():
    collect_seldom()
    left = weakref.ref(InACircle())
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    assert left() is None
    assert kept
