"""Birth dates as people and files write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.screening.words.birth_dates import PLACEHOLDERS, read_birth_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1953-01-31", "1953-01-31"), ("1953", "1953"), ("1953-01", "1953-01"), ("1953-00-00", "1953"),
        ("1953-01-31T00:00:00", "1953-01-31"), ("19530131", "1953-01-31"), ("31.01.1953", "1953-01-31"),
        ("31/01/1953", "1953-01-31"), ("01/31/1953", "1953-01-31"), ("03/04/1960", "1960"),
        ("04/04/1960", "1960-04-04"), ("12/31/1960", "1960-12-31"), ("31/12/1960", "1960-12-31"),
        ("12 Mar 1960", "1960-03-12"), ("March 12, 1960", "1960-03-12"), ("Mar 1960", "1960-03"),
        ("circa 1960", "1960"),
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(written: str, read: str) -> None:
    assert read_birth_date(written) == read


@pytest.mark.parametrize(
    "nothing", ["", " ", "0000-00-00", "00.00.0000", "1900-01-01", "01.01.1900", "N/A", "unknown", "-"]
)
def test_a_placeholder_is_none(nothing: str) -> None:
    assert read_birth_date(nothing) == ""


@pytest.mark.parametrize(
    "wrong", ["1953-02-30", "1953-13-01", "31 Jun 1960", "29.02.1953", "yesterday", "12345", "1202-01-05"]
)
def test_an_impossible_date_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        read_birth_date(wrong)


@given(st.dates(min_value=date(1900, 1, 2), max_value=date(2030, 1, 1)))
def test_every_day_is_read_as_it_is(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%d.%m.%Y}",
        f"{day:%d %b %Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert read_birth_date(written) == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        assert read_birth_date(text) not in PLACEHOLDERS
