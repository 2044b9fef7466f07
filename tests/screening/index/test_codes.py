"""The codes that lead from a typed word to a listed one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screening.index.codes import BONES, CONSONANTS, FORM, LETTERS, LONGEST, MISREAD, SOUND, codes_asked, codes_of
from bot.screening.index.lexicon import Lexicon
from bot.screening.words.traits import traits_of
from tests.screening import made_up_words
from tests.screening.made_up_words import words_a_letter_apart


def kept_codes(listed: str, arabic: bool = False) -> set[int]:
    codes, owners = codes_of([traits_of(listed, arabic)])
    assert not owners.any()
    return set(codes.tolist())


def shared(typed: str, listed: str, *, from_arabic: bool = False, to_arabic: bool = False, known: bool = False) -> int:
    """What the codes say that the two words share, as bits. `known`: a list has the typed word as it is."""
    kept = kept_codes(listed, to_arabic)
    asked, says = next(codes_asked([traits_of(typed, from_arabic)], lambda word: known))
    bits = 0
    for code, said in zip(asked, says, strict=True):
        bits |= said if code in kept else 0
    return bits


@settings(deadline=None, max_examples=400)
@given(words_a_letter_apart(LONGEST))
def test_words_a_letter_apart_share_a_code(pair: tuple[str, str]) -> None:
    assert shared(*pair) & LETTERS


@settings(deadline=None, max_examples=200)
@given(st.text(made_up_words.LETTERS, min_size=2, max_size=80), st.booleans())
def test_a_word_of_any_length_shares_a_code_with_itself(word: str, arabic: bool) -> None:
    assert shared(word, word, from_arabic=arabic, to_arabic=arabic) & LETTERS


@settings(deadline=None)
@given(st.text("0123456789", min_size=1, max_size=12))
def test_numbers_have_no_codes(number: str) -> None:
    assert kept_codes(number) == set()


@settings(deadline=None)
@given(st.sampled_from(made_up_words.LETTERS), st.booleans())
def test_single_letters_have_no_codes(letter: str, arabic: bool) -> None:
    assert kept_codes(letter, arabic) == set()


def test_numbers_and_letters_are_found_as_they_are_and_not_otherwise() -> None:
    lexicon = Lexicon.of((word, False) for word in ("7885", "7886", "78", "a", "b", "ab"))
    for word in ("7885", "a"):
        assert list(lexicon.variants([traits_of(word)])[0].table) == [lexicon.number(word)]


@pytest.mark.parametrize(
    ("typed", "listed", "bond"),
    [
        ("kadafi", "gadhafi", SOUND),
        ("rhmn", "rahman", BONES),
        ("vra", "vieira", BONES),  # three letters, that no list has so
        ("sasha", "aleksandr", FORM),
        ("mykolaivna", "nikolaevna", FORM),
        ("salirn", "salim", MISREAD),
        ("salirnrahrnan", "salimrahman", MISREAD),
    ],
)
def test_words_that_are_no_letter_apart_are_led_to_by_what_they_share(typed: str, listed: str, bond: int) -> None:
    assert shared(typed, listed) & bond


@pytest.mark.parametrize(("typed", "listed"), [("oleg", "deripaska"), ("rosneft", "gazprom"), ("ra", "iran")])
def test_words_that_share_nothing_share_no_code(typed: str, listed: str) -> None:
    assert not shared(typed, listed)


def test_two_consonants_lead_nowhere_from_a_word_that_a_list_has_or_that_is_not_so_short() -> None:
    assert not shared("vra", "vieira", known=True) & BONES
    assert not shared("vara", "vieira") & BONES


@pytest.mark.parametrize(("typed", "listed"), [("mhmd", "muhammad"), ("fdzl", "fazl"), ("fdzl", "fadil")])
def test_consonants_lead_from_arabic_letters_to_latin_ones(typed: str, listed: str) -> None:
    assert shared(typed, listed, from_arabic=True) & CONSONANTS


def test_consonants_lead_from_latin_letters_to_arabic_ones_alone() -> None:
    assert shared("muhammad", "mhmd", to_arabic=True) & CONSONANTS
    assert not shared("mohamad", "muhammad") & CONSONANTS
