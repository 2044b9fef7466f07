"""What is left of a name however its words are ordered and its signs set."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.words.published import is_as_published, is_word_for_word, letters_of, letters_of_all


@pytest.mark.parametrize(
    ("text", "letters"),
    [("ADEL ABDUH FAREA'A", "adelabduhfareaa"), ("Łukasz Ødegård", "lukaszodegard"), ("P-561", "p561"), ("& – .", "")],
)
def test_letters_are_small_and_plain(text: str, letters: str) -> None:
    assert letters_of(text) == letters


@given(st.lists(st.text(max_size=30), min_size=1, max_size=20))
def test_letters_of_many_names_are_those_of_each(texts: list[str]) -> None:
    together = letters_of_all(texts)
    assert [together[at] for at in range(len(together))] == [letters_of(text) for text in texts]


@given(st.text(max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_words_changes_nothing(text: str, rng: random.Random) -> None:
    words = text.split()
    rng.shuffle(words)
    turned = " ".join(words)
    assert is_as_published(turned, text)
    assert sorted(letters_of(turned)) == sorted(letters_of(text))
    assert is_word_for_word(text, text)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("LEON", "NOEL"),
        ("李伟", "力伟"),
        ("Rama Li", "Mara Li"),
        ("AB CD", "CD ABE"),
        ("P-561", "P-651"),
        ("H&M", "HM"),
    ],
)
def test_other_words_of_the_same_letters_are_another_name(asked: str, listed: str) -> None:
    assert not is_as_published(asked, listed)


def test_word_for_word_is_in_order() -> None:
    assert is_word_for_word("temp hermit", "TEMP.HERMIT")
    assert not is_word_for_word("hermit temp", "TEMP.HERMIT")
    assert not is_word_for_word("temphermit", "TEMP.HERMIT")
