"""Codes, made one by one and many at once."""

from __future__ import annotations

import gc
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screening.flat import FEW, Texts, code_of, codes_at, distinct
from bot.screening.index.codes import codes_of
from bot.screening.index.names import PIECE, pieces_by_name, pieces_of
from bot.screening.screen import Index
from bot.screening.words import phonetic
from bot.screening.words.traits import traits_of, traits_of_all
from tests.builders import a_person
from tests.screening.made_up_words import ANY_WORDS, LETTERS

TEXTS = st.lists(st.text(LETTERS + "0123456789", max_size=40), max_size=30)
WORDS = st.lists(ANY_WORDS, min_size=1, max_size=20)


@settings(deadline=None)
@given(TEXTS)
def test_codes_made_at_once_are_those_made_one_by_one(texts: list[str]) -> None:
    held = Texts.of(texts)
    assert held.codes().tolist() == [code_of(text) for text in texts]
    assert held.codes(in_order=True).tolist() == [code_of("".join(sorted(text))) for text in texts]
    assert held.codes(code_of("k")).tolist() == [code_of(f"k{text}") for text in texts]
    some = [len(text) % 2 == 0 for text in texts]
    few = [text for text, which in zip(texts, some, strict=True) if which]
    assert held.codes(which=np.array(some, dtype=np.bool_)).tolist() == [code_of(text) for text in few]


@settings(deadline=None)
@given(st.text(LETTERS, min_size=PIECE, max_size=60))
def test_codes_of_what_stands_at_places_are_those_of_the_pieces(text: str) -> None:
    places = np.arange(len(text) - PIECE + 1)
    found = codes_at(np.frombuffer(text.encode(), dtype=np.uint8), places, PIECE)
    assert found.tolist() == [code_of(text[at : at + PIECE]) for at in places.tolist()]


@settings(deadline=None)
@given(TEXTS)
def test_pieces_of_many_names_are_those_of_each(texts: list[str]) -> None:
    lookup, sizes = pieces_by_name(Texts.of(texts))
    assert sizes.tolist() == [len(pieces_of(text)) for text in texts]
    for at, text in enumerate(texts):
        assert all(at in lookup.ids(code) for code in pieces_of(text))


@settings(deadline=None)
@given(TEXTS)
def test_every_text_stands_once_among_those_of_its_length(texts: list[str]) -> None:
    seen = {}
    for places, letters in Texts.of(texts).by_length():
        seen |= {at: bytes(row).decode() for at, row in zip(places.tolist(), letters, strict=True)}
    assert [seen[at] for at in range(len(texts))] == texts


@settings(deadline=None)
@given(TEXTS.filter(bool))
def test_texts_given_as_lines_are_those_texts(texts: list[str]) -> None:
    lines = Texts.of_lines("\n".join(texts).encode())
    assert [lines[at] for at in range(len(lines))] == texts


@settings(deadline=None)
@given(TEXTS, st.data())
def test_texts_are_joined_so_many_each_and_told_from_others(texts: list[str], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=20)) if texts else []
    counts = np.array([len(numbers) // 2, 0, len(numbers) - len(numbers) // 2])
    joined = Texts.of(texts).joined(np.array(numbers, dtype=np.int32), counts)
    of_each = numbers[: counts[0]], [], numbers[counts[0] :]
    assert [joined[at] for at in range(3)] == ["".join([texts[number] for number in each]) for each in of_each]
    others = [data.draw(st.sampled_from([joined[at], "x", ""])) for at in range(3)]
    assert joined.differ(Texts.of(others)).tolist() == [joined[at] != others[at] for at in range(3)]


@settings(deadline=None)
@given(WORDS)
def test_sounds_and_traits_of_many_words_are_those_of_each(words: list[str]) -> None:
    lines = "\n".join(words)
    for of in (phonetic.key, phonetic.weak_keys, phonetic.skeleton, phonetic.sounded, phonetic.romanised):
        assert of(lines).split("\n") == [of(word) for word in words]
    arabic = [len(word) % 2 == 0 for word in words]
    alone = [traits_of(*each) for each in zip(words, arabic, strict=True)]
    assert [each.packed for each in traits_of_all(words, arabic)] == [each.packed for each in alone]


@settings(deadline=None)
@given(WORDS)
def test_codes_of_many_words_are_those_of_each(words: list[str]) -> None:
    made = [traits_of(word, len(word) % 2 == 0) for word in words]
    codes, places = codes_of(made)
    together = [set(codes[places == at].tolist()) for at in range(len(words))]
    assert together == [set(codes_of([word])[0].tolist()) for word in made]


@given(st.lists(st.integers(0, 20), max_size=50))
def test_distinct_values_are_in_order(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.int64)).tolist() == sorted(set(values))


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_collected_after_an_index_was_built_as_before(collects: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        Index.build([a_person()])
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()


@settings(deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_many_texts_read_at_once_are_those_read_one_by_one(texts: list[str], dice: random.Random) -> None:
    held = Texts.of(texts)
    wanted = [dice.randrange(len(texts)) for _ in range(FEW + 5)] + [len(texts) - 1]
    assert held.many(np.array(wanted)) == [texts[at] for at in wanted]
