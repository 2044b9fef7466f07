"""What a process that serves does for its threads."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.app.stopping import spare_what_stays


class Loaded:
    """Something that refers to itself: only looking for garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_loaded_when_serving_begins_is_not_looked_through_again():
    loaded = Loaded()
    spare_what_stays()
    assert gc.is_tracked(loaded)
    assert not any(one is loaded for one in gc.get_objects())


def test_what_comes_later_is_still_tidied_away():
    spare_what_stays()
    later = Loaded()
    gone = weakref.ref(later)
    del later
    gc.collect()
    assert gone() is None
