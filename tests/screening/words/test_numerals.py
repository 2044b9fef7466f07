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
    assert as_digits(word) == ""
    assert not is_roman(word)


@pytest.mark.parametrize("word", ["", "iiii", "rosneft", "thirteen", "0", "40"])
def test_what_is_no_number_or_one_that_has_no_other_way_of_writing_stays(word: str) -> None:
    assert same_number(word) == []


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("ii", ["2", "two"]),
        ("2", ["ii", "two"]),
        ("two", ["2", "ii"]),
        ("ix", ["9", "nine"]),
        ("ten", ["10", "x"]),
        ("xxi", ["21"]),
        ("21", ["xxi"]),
    ],
)
def test_a_number_is_the_same_in_the_other_ways_of_writing(one: str, others: list[str]) -> None:
    assert same_number(one) == others
