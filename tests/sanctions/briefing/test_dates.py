"""What ends when: durations are counted on the calendar, and the file is one that a calendar reads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sanctions.briefing.dates import End, after, calendar, ends, option_ends
from bot.sanctions.briefing.statement import Statement
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from tests.builders import shipped

LICENSES, STATEMENTS = shipped("licenses.yml").licenses, shipped("briefing.yml").statements


@pytest.mark.parametrize(
    ("start", "duration", "day"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2026-11-28", "P180D", "2027-05-27"),
        ("2026-11-28", "P1Y2M", "2028-01-28"),
        ("2026-12-30", "P2W", "2027-01-13"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-11-28", "PT12H", "2026-11-28"),
    ],
)
def test_a_duration_is_counted_on_the_calendar(start: str, duration: str, day: str):
    assert after(date.fromisoformat(start), duration).isoformat() == day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 5000))
def test_days_are_days(start: date, days: int):
    assert after(start, f"P{days}D") == start + timedelta(days=days)


def test_what_ends_in_the_year_to_come_comes_in_order():
    found = ends(LICENSES, STATEMENTS, (), "2026-11-28", "2027-11-28")
    days = [(one.day, one.key) for one in found]
    assert ("2026-12-18", "GL 115D") in days
    assert ("2026-12-18", "GL 55F") in days
    assert ("2027-04-07", "GL 135") in days
    assert ("2027-07-31", "eu-renewal") in days
    assert ("2027-10-22", "UK INT/2025/7598960") in days
    assert days == sorted(days, key=lambda one: one[0])
    assert all(one.key != "GL 128B" for one in found)  # replaced


def test_a_term_ends_where_the_option_has_a_day_to_count_from():
    terms = (Term("license", (Selector(entity="x"),), duration="P180D"), Term("delist", (Selector(entity="x"),)))
    draft = ReliefOption("A", "A", "draft", terms)
    assert option_ends(draft) == []
    enacted = ReliefOption("A", "A", "in_effect", terms, effective_from="2026-11-28")
    assert option_ends(enacted) == [End("2027-05-27", "option", "A", "term 1")]


def test_the_calendar_file_folds_and_escapes_and_ends_its_lines():
    statement = Statement("x", ("a",), "One; two, three\nand more. " * 9 + "É" * 80, until="2026-12-18")
    found = ends((), (statement,), (), "2026-01-01", "2027-01-01")
    file = calendar(found, {("statement", "x"): statement.says}, "20261128T090000Z")
    assert file.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert file.endswith("END:VCALENDAR\r\n")
    lines = file.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = file.replace("\r\n ", "")
    assert "SUMMARY:One\\; two\\, three\\nand more." in unfolded
    assert "É" * 80 in unfolded
    assert "DTSTART;VALUE=DATE:20261218\r\nDTEND;VALUE=DATE:20261219\r\n" in file


def test_two_ends_of_one_day_have_names_of_their_own():
    found = ends(LICENSES, (), (), "2026-12-18", "2026-12-18")
    file = calendar(found, {(one.kind, one.key): one.title for one in found}, "20261128T090000Z")
    uids = [line for line in file.split("\r\n") if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == 2
