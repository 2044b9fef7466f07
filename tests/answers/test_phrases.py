"""Dates, counts and lists of names as a person reads them; how old an edition is, and from when it is stale."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.answers.phrases import age_days, count, day, edition_note, listed, some, some_names, stop
from bot.lists.publishers import known_list
from tests.store.builders import an_edition


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-12-28", "28 Dec 2023"),
        ("2024-01-05", "5 Jan 2024"),
        ("2025-12", "Dec 2025"),
        ("1960", "1960"),
        ("2026-11-28T23:59:00+00:00", "28 Nov 2026"),
        (date(2026, 2, 27), "27 Feb 2026"),
    ],
)
def test_a_day_a_month_and_a_year(iso: str | date, words: str) -> None:
    assert day(iso) == words


def test_one_and_many() -> None:
    assert [count(n, "entry", "entries") for n in (0, 1, 2, 13_821)] == [
        "0 entries",
        "1 entry",
        "2 entries",
        "13,821 entries",
    ]
    assert [count(n, "day") for n in (1, 2)] == ["1 day", "2 days"]


def test_names_in_a_row() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["A", "B"], "nor") == "A nor B"


def test_the_first_few_and_how_many_more() -> None:
    assert some(["VTB", "Otkritie"], 2) == "VTB and Otkritie"
    assert some(["VTB", "Otkritie", "Sovcombank"], 2) == "VTB, Otkritie and 1 more"
    assert some([str(n) for n in range(1_010)], 1) == "0 and 1,009 more"


def test_names_with_commas_of_their_own_stand_apart_by_semicolons() -> None:
    assert some_names(["VTB", "Otkritie", "Novikombank"], 2) == "VTB, Otkritie and 1 more"
    assert some_names(["Desarrollos, Ltda.", "VTB", "Otkritie"], 2) == "Desarrollos, Ltda.; VTB; and 1 more"
    assert some_names(["Desarrollos, Ltda.", "VTB"], 2) == "Desarrollos, Ltda.; VTB"
    assert some_names(["VTB", "Otkritie", "Desarrollos, Ltda."], 2) == "VTB, Otkritie and 1 more"


def test_a_sentence_ends_once() -> None:
    assert [stop("Bank VTB"), stop("Banco VTB Africa S.A.")] == ["Bank VTB.", "Banco VTB Africa S.A."]


def test_an_edition_of_a_month_is_as_old_as_the_first_day_of_it() -> None:
    now = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    assert age_days(an_edition("2026-11-28"), now) == 0
    assert age_days(an_edition("2026-11"), now) == 27
    late = datetime(2026, 11, 28, 23, 30, tzinfo=UTC) - timedelta(hours=24)
    assert age_days(an_edition("2026-11-27"), late.astimezone()) == 0  # days are of UTC, wherever the clock hangs


@pytest.mark.parametrize("key", ["us_ofac_sdn", "un_sc"])
def test_an_edition_is_stale_from_the_day_after_the_limit_of_its_list(key: str) -> None:
    limit, edition = known_list(key).stale_after_days, an_edition("2026-01-01", list=key)
    on_the_day = datetime(2026, 1, 1, 12, 0, tzinfo=UTC) + timedelta(days=limit)
    notes = [edition_note(edition, on_the_day), edition_note(edition, on_the_day + timedelta(days=1))]
    assert [(note.age_days, note.stale) for note in notes] == [(limit, False), (limit + 1, True)]
    assert notes[0].title == known_list(key).title


def test_another_limit_may_be_given_and_may_be_none_at_all() -> None:
    edition, now = an_edition("2026-01-01"), datetime(2026, 1, 2, tzinfo=UTC)
    assert [edition_note(edition, now, limit).stale for limit in (0, 1)] == [True, False]
