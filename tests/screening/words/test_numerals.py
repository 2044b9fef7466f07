"""Numerals as ships and firms bear them."""

from __future__ import annotations

import pytest

from bot.screening.words.numerals import as_digits, is_roman, same_number


@pytest.mark.parametrize(
    ("word", "digits"),
    [("ii", "2"), ("iv", "4"), ("xiv", "14"), ("xxxix", "39"), ("007", "7"), ("000", "0"), ("12", "12")],
)
def test_a_number_is_told_in_digits_without_leading_zeros(word: str, digits: str) -> None:
    assert as_digits(word) == digits


@pytest.mark.parametrize("word", ["", "iiii", "xl", "rosneft", "vx", "two"])
def test_what_is_no_number_up_to_thirty_nine_has_no_digits(word: str) -> None:
    assert as_digits(word) == same_number(word) == ""
    assert not is_roman(word)


@pytest.mark.parametrize(("one", "other"), [("ii", "2"), ("ix", "9"), ("x", "10"), ("xxi", "21")])
def test_a_number_is_the_same_in_the_other_way_of_writing(one: str, other: str) -> None:
    assert (same_number(one), same_number(other)) == (other, one)
    assert is_roman(one)
    assert not is_roman(other)
