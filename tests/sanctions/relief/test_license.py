"""General licenses: whether one was in force on a day, as far as it was seen; their chains, keys and ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import BadInput
from bot.sanctions.files.briefing import read_briefing, write_briefing
from bot.sanctions.relief.license import (
    UNKNOWN,
    InForce,
    License,
    by_key,
    chain,
    day_has_passed,
    ending_soon,
    in_force,
    in_series,
    keys_in,
    series_of,
)
from tests.builders import shipped
from tests.conftest import ROOT

TEXT = (ROOT / "bot" / "data" / "relief" / "licenses.yml").read_text(encoding="utf-8")
SHIPPED = shipped("licenses.yml")
KNOWN = by_key(SHIPPED.licenses)
TODAY = "2026-11-28"


def test_all_licenses_are_shipped_with_their_source_and_make_the_round_trip():
    assert len(SHIPPED.licenses) == 106
    assert all(one.source and one.confidence != UNKNOWN for one in SHIPPED.licenses)
    assert read_briefing(write_briefing(SHIPPED), "again.yml") == SHIPPED


@pytest.mark.parametrize(
    ("key", "day", "was"),
    [
        ("GL 134", "2026-03-12", InForce.YES),  # the day of its issue
        ("GL 134", "2026-03-19", InForce.NO),  # replaced that day
        ("GL 134A", "2026-04-10", InForce.YES),
        ("GL 134A", "2026-04-11", InForce.NO),  # it ended as that day began
        ("GL 134B", "2026-04-16", InForce.NO),  # the gap before the next
        ("GL 134B", "2026-04-17", InForce.YES),
        ("GL 124B", "2026-06-26", InForce.YES),  # no end date: to the day on which it was last seen
        ("GL 124B", "2026-06-27", InForce.NOT_KNOWN),
        ("GL 124B", TODAY, InForce.NOT_KNOWN),
        ("GL 115D", TODAY, InForce.NOT_KNOWN),  # its end is later, but it was last seen in June
        ("GL 128C", "2026-06-01", InForce.YES),
        ("GL 128C", "2026-08-01", InForce.NOT_KNOWN),
        ("GL 128C", "2026-10-29", InForce.NO),  # whether another one came is not what is asked
        ("GL 13M", "2024-01-01", InForce.NOT_KNOWN),  # its issue was not seen
        ("GL 13M", "2026-04-12", InForce.NO),  # a successor of its successor came in January 2026
        ("GL 93", "2025-01-09", InForce.NOT_KNOWN),
        ("GL 93", "2025-01-10", InForce.NO),  # revoked
        ("Belarus GL 11", "2025-11-03", InForce.YES),
        ("Belarus GL 11", "2025-11-04", InForce.NO),  # archived
        ("UK INT/2025/7539056", "2025-11-28", InForce.YES),  # one of the United Kingdom holds on its last day
        ("UK INT/2025/7539056", "2025-11-29", InForce.NO),
        ("GL 104B", "2026-08-25", InForce.NO),
        ("GL 104B", "2026-09-02", InForce.YES),  # its end was not seen: to the day on which it was
        ("GL 104B", "2026-09-03", InForce.NOT_KNOWN),
    ],
)
def test_in_force_is_said_only_of_days_that_were_seen(key: str, day: str, was: InForce):
    assert in_force(KNOWN[key], day, KNOWN) is was


def test_no_license_is_said_to_be_in_force_after_the_day_on_which_it_was_last_seen():
    for one in SHIPPED.licenses:
        if one.as_of < TODAY:
            assert in_force(one, TODAY, KNOWN) is not InForce.YES, one.key


def test_the_line_of_a_license_is_told_from_either_end():
    line = [one.key for one in chain(KNOWN["GL 128B"], KNOWN)]
    assert line == ["GL 128", "GL 128A", "GL 128B", "GL 128C"]
    assert [one.key for one in chain(KNOWN["GL 121"], KNOWN)] == ["GL 121", "GL 124", "GL 124A", "GL 124B"]


def test_a_line_that_names_itself_ends():
    one, two = (
        License(key, "t", "a", "replaced", "2025-01-01", replaces=other, replaced_by=other)
        for key, other in (("GL 1", "GL 2"), ("GL 2", "GL 1"))
    )
    assert len(chain(one, by_key([one, two]))) == 2
    assert in_force(one, "2025-06-01", by_key([one, two])) is InForce.NO


def test_those_that_end_within_sixty_days():
    assert [one.key for one in ending_soon(SHIPPED.licenses, TODAY)] == ["GL 115D", "GL 55F"]
    assert [one.key for one in ending_soon(SHIPPED.licenses, "2026-12-19")] == []


def test_those_whose_day_has_passed_without_a_successor_that_is_known():
    passed = [one.key for one in SHIPPED.licenses if day_has_passed(one, TODAY)]
    assert "GL 128C" in passed
    assert "GL 130A" in passed
    assert "GL 128B" not in passed
    assert "GL 134C" not in passed  # seen to have ended


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("what does GL 128 say?", ("GL 128",)),
        ("can we pay Sberbank under gl8?", ("GL 8",)),
        ("general license 13 Q and GL 134c", ("GL 13Q", "GL 134C")),
        ("General Licence No. 8L", ("GL 8L",)),
        ("Belarus GL 11 or GL 11 (Ukraine)", ("Belarus GL 11", "GL 11 (Ukraine)")),
        ("OFSI INT/2025/8031092", ("UK INT/2025/8031092",)),
        ("GL 999Z", ("GL 999Z",)),
        ("a license for 30 days", ()),
        ("GLOBAL 3000 and 128 ships", ()),
    ],
)
def test_keys_are_read_as_people_write_them(text: str, keys: tuple[str, ...]):
    assert keys_in(text) == keys


def test_a_long_key_is_read_as_it_is_written():
    for key in KNOWN:
        assert keys_in(f"what does {key} say?", KNOWN) == (key,), key


def test_a_series_is_those_that_replace_each_other_and_no_other_regulations():
    assert series_of("GL 131 (July 2026, letter not seen)") == "GL 131"
    assert series_of("GL 26A (Ukraine)") == "GL 26 (Ukraine)"
    assert [one.key for one in in_series("GL 8", KNOWN)] == ["GL 8L", "GL 8K"]
    assert [one.key for one in in_series("GL 11", KNOWN)] == []


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("status: active", "status: fine", "'fine' is not known"),
        ("issued: 2024-12-18", "issued: soon", "must be a date"),
        ("expires: 2025-03-12", "expires: 2025-01-09", "before it was issued"),
        ("as_of: 2026-06-26", "as_of: null", "the day on which it was last seen"),
        ("- key: GL 2\n", "- key: GL 1B\n", "stands twice"),
        ("source: faq-mrs", "source: rumour", "not under sources"),
        ("  title: Marine Rescue Service\n", "", "title is missing"),
        ("ofac_pdf: https:", "ofac_pdf: file:", "must begin with https"),
    ],
)
def test_a_bad_license_is_refused_where_it_stands(was: str, becomes: str, reason: str):
    assert was in TEXT
    with pytest.raises(BadInput, match=reason) as refused:
        read_briefing(TEXT.replace(was, becomes, 1), "mine.yml")
    assert str(refused.value).startswith("mine.yml, line ")


def test_what_was_not_seen_stays_apart_from_what_is_not_there():
    assert KNOWN["GL 1B"].expires == ""
    assert KNOWN["GL 8K"].expires == UNKNOWN
    assert KNOWN["GL 2"].not_authorized == ""
    open_ended = replace(KNOWN["GL 2"], expires=UNKNOWN)
    assert in_force(open_ended, "2026-06-26", KNOWN) is InForce.YES
