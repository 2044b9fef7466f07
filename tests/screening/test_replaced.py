"""An index that a newer one replaces."""

from __future__ import annotations

import weakref

from bot.garbage import no_collecting
from bot.screening.query import Query
from bot.screening.screen import Index
from tests.builders import a_person


def test_what_nobody_has_any_more_goes_at_once_though_no_garbage_is_looked_for() -> None:
    """What a stream holds at its start is never looked at again: a circle in it would stay for ever."""
    with no_collecting():
        index = Index.build([a_person("PETROV, Ivan Sergeevich")])
        index.screen(Query("Ivan Petrov, 12 Main Street"))
        index.mentions.find([("ivan",), ("petrov",)], [True, True])
        parts = [index, index.mentions, index._search, index._names, index._names.lexicon, index._parties]
        left = [weakref.ref(part) for part in parts]
        del index, parts
        assert not any(part() for part in left)
