"""Which names the words of a question lead to, and which are left out before they are rated."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screening.index import rated
from bot.screening.index.candidates import Candidates
from bot.screening.index.names import Names
from bot.screening.index.subject import subjects_of
from bot.screening.words.naming import naming_of
from tests.builders import a_listing

WORDS = (
    "DERIPASKA OLEG OLGA VLADIMIROVICH ROSNEFT BANK OF RUSSIA OIL COMPANY OAO LLC GAZPROM MUHAMMAD ALI AL-RAHMAN HAJJI "
    "LADY IVANOV IVAN SERGEI TRADING STAR 2000 NORD STREAM KIM JONG UN J II STATE ATOMIC CORPORATION محمد"
)
NAMES = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=6).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(NAMES, min_size=1, max_size=40), NAMES)
def test_no_name_worth_a_look_is_left_out(listed: list[str], question: str) -> None:
    names = Names.of(subjects_of(a_listing(name, entity_id=f"ofac-{at}") for at, name in enumerate(listed)))
    all_rated, some_left_out = Candidates(names), Candidates(names)
    asked = naming_of(question)
    sought = all_rated.sought(asked)
    found, near = all_rated.by_words(sought)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rated, "FEW", 0)
        others, nearer = some_left_out.by_words(sought)
    assert others == found
    assert some_left_out.held_whole(asked, nearer) == all_rated.held_whole(asked, near)


def test_a_question_that_is_broken_off_leaves_nothing_behind() -> None:
    names = Names.of(subjects_of([a_listing("OLEG DERIPASKA"), a_listing("OLEG IVANOV", entity_id="ofac-2")]))
    candidates = Candidates(names)
    sought = candidates.sought(naming_of("Oleg Deripaska"))
    found = candidates.by_words(sought)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rated, "FEW", 0)
        patch.setattr(rated, "_heaviest", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            candidates.by_words(sought)
    assert candidates.by_words(sought)[0] == found
