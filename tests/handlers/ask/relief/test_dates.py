"""What ends when, said, drawn and put into a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.errors import BadInput
from handlers.ask.relief.dates import answer, attachment, chart_of, found_between
from handlers.desk import Desk

TODAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def test_what_ends_is_said_with_its_day_its_distance_and_how_sure_it_is(desk: Desk):
    said = answer(desk.at(lambda: TODAY)).text
    assert "18 Dec 2026, in 20 days: GL 115D (Civil nuclear energy) ends. Second hand." in said
    assert "7 Apr 2027, in 130 days: GL 135 (Diesel of Russian origin) ends. Second hand." in said
    assert "31 Jul 2027, in 245 days: The Council renewed" in said
    assert "Past their day, and whether they were renewed is not known here:" in said
    assert "GL 128C (29 Oct 2026)" in said


def test_a_span_of_days(desk: Desk):
    given = answer(desk.at(lambda: TODAY), date(2026, 12, 1), date(2026, 12, 31))
    assert given.text.startswith("2 things known here end between 1 Dec 2026 and 31 Dec 2026.")
    assert given.facts["licenses"] == ["GL 115D", "GL 55F"]


def test_the_calendar_file_has_an_entry_for_each(desk: Desk):
    made = attachment("ends-ics:2026-12-01,2026-12-31", desk.at(lambda: TODAY))
    assert made.name == "what-ends-2026-12-01-to-2026-12-31.ics"
    assert made.content.count(b"BEGIN:VEVENT") == 2
    assert b"SUMMARY:GL 115D (Civil nuclear energy) ends. Second hand." in made.content


def test_a_picture_has_the_nearest_first(desk: Desk):
    found = found_between(desk.snapshot(), date(2026, 11, 28), date(2027, 11, 28))
    chart = chart_of(found, TODAY.date(), date(2026, 11, 28), date(2027, 11, 28))
    counts = [row.counts[0] for row in chart.panels[0].rows]
    assert counts == sorted(counts)
    assert counts[0] == 20


@pytest.mark.parametrize("what", ["ends-ics:soon,later", "ends-ics:", "ends-map:2026-01-01,2026-02-01"])
def test_a_button_of_another_version_is_refused(desk: Desk, what: str):
    with pytest.raises(BadInput, match="older version"):
        attachment(what, desk)
