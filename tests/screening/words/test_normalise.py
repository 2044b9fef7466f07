"""Names as typed or published, as plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.screen import pair_score
from bot.screening.words.normalise import MAX_WORDS, misread, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1st International Bank", "First International Bank"),
        ("2nd Central Shipyard", "Second Central Shipyard"),
        ("Repair Plant of the 7th Army", "Repair plant of the SEVENTH army"),
        ("10TH ORDNANCE FACTORY", "Tenth Ordnance Factory"),
    ],
)
def test_an_ordinal_in_digits_is_the_word(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)
    assert pair_score(one, other) == 1.0


def test_an_ordinal_that_differs_is_another_name() -> None:
    assert pair_score("1st International Bank", "Second International Bank") < 0.8


@given(st.integers(0, 999), st.sampled_from(["st", "nd", "rd", "th"]))
def test_no_ordinal_is_taken_for_letters_misread(number: int, ending: str) -> None:
    assert misread(f"{number}{ending}") == f"{number}{ending}"


@pytest.mark.parametrize(
    ("typed", "word"), [("R0SNEFT", "rosneft"), ("IBRAH1M", "ibrahim"), ("DER1PASKA", "deripaska")]
)
def test_digits_among_letters_are_letters_misread(typed: str, word: str) -> None:
    assert words_of(typed) == [word]


@given(st.text(max_size=400))
def test_any_text_gives_few_plain_words(text: str) -> None:
    words = words_of(text)
    assert len(words) <= MAX_WORDS
    assert all(word.isascii() and word.isalnum() for word in words)


@given(st.text(alphabet="abcDEF 01.'&\"-,()\t", max_size=30))
def test_blanks_about_a_text_and_between_its_words_change_nothing(text: str) -> None:
    assert words_of(f" {text.replace(' ', '  ')} ") == words_of(text.strip())


def test_what_ends_in_initials_does_so_before_a_blank_too() -> None:
    assert words_of(" Mexico City D.F. ") == ["mexico", "city", "d", "f"]


def test_a_long_vowel_of_allah_may_be_written_twice() -> None:
    assert words_of("Hezbollaah") == words_of("Hezbollah")
    assert words_of("Ansar-e Hezbollaah") == words_of("Ansar-e Hezbollah")


@pytest.mark.parametrize("typed", ["ABN AMRO", "abn amro", "АБН Амро", "A.B.N. AMRO"])
def test_what_means_son_of_behind_a_name_is_a_word_at_its_beginning(typed: str) -> None:
    assert words_of(typed) == ["abn", "amro"]


@pytest.mark.parametrize(
    "typed",
    ["Usama abn Ladin", "ABN LADIN, Usama", "usama ibn ladin", "Bn Ladin Usama", "ابن لادن", "Abn Ladin Usama"],
)
def test_son_of_is_read_behind_a_name_before_a_comma_or_several_names_and_in_arabic_letters(typed: str) -> None:
    words = words_of(typed)
    assert "ibn" in words or "bin" in words
    assert "abn" not in words
