"""What options would do to a listed party, in one line of its answer; and what is told of the party beside."""

from __future__ import annotations

import pytest

from bot.answers.document import plain
from bot.sanctions.listing import Party
from bot.screening.query import Query
from handlers.ask.listed import fields, since_fields, verdict
from handlers.ask.option_lines import relief_lines
from handlers.desk import Desk

DRAFT = "(draft, illustrative, not in force)"


def party(name: str, desk: Desk) -> Party:
    snapshot = desk.snapshot()
    hit = next(hit for hit in snapshot.index.screen(Query(name)).hits if hit.certain)
    found = snapshot.party(hit.entity_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "says", "options"),
    [
        ("FORTUNA", "option B would lift PEESA-EO14039 from it, yet it stays listed", ("B",)),
        ("Rosneft Oil Company", "option B would license dealings with it", ("B",)),
        (
            "DILBAR",
            "option A would license dealings with it; option B would lift RUSSIA-EO14024 from it, and so take it off "
            "the US lists",
            ("A", "B"),
        ),
    ],
)
def test_each_option_says_what_it_would_do_and_whether_the_party_stays_listed(
    desk: Desk, name: str, says: str, options: tuple[str, ...]
) -> None:
    (line,), keys = relief_lines(party(name, desk), desk.snapshot())
    assert plain(line) == f"Relief: {says} {DRAFT}."
    assert keys == options


def test_whom_no_option_reaches_has_no_line(desk: Desk) -> None:
    assert relief_lines(party("MAHAN AIR", desk), desk.snapshot()) == ([], ())


def test_since_when_is_told_of_editions_and_not_as_the_day_of_a_listing(desk: Desk) -> None:
    ship = party("FORTUNA", desk)
    assert verdict(ship, desk.snapshot()).startswith("LISTED, blocked: Fortuna (IMO ")
    told = dict(since_fields(ship, desk, desk.snapshot()))
    assert told == {"In our SDN editions since": "28 Dec 2023 or before (our oldest edition)"}
    assert not dict(fields(ship)).keys() & told.keys()
