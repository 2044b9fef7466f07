"""The rows of a file that most want to be looked at come first, whatever their place in it."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bot.batch.columns import Layout, Role
from bot.batch.judged import Judged
from bot.batch.worst import MOST, Worst
from bot.sanctions.standing import Standing

LAYOUT = Layout(1, True, ("name",), {Role.NAME: 0})
BLOCKED, RESTRICTED = Standing.BLOCKED.value, Standing.RESTRICTED.value


def worst(results: Sequence[tuple[str, Judged]]) -> list[str]:
    found = Worst()
    for name, judged in results:  # row by row, as a file is read
        found.see([(name,)], [judged], LAYOUT)
    return [name for name, _ in found.found]


def test_listed_before_possible_then_by_standing_then_by_score_then_as_in_the_file() -> None:
    rows = [
        ("possible", Judged("possible", BLOCKED, score=0.99)),
        ("restricted", Judged("listed", RESTRICTED, score=0.99)),
        ("weaker", Judged("listed", BLOCKED, score=0.90)),
        ("first", Judged("listed", BLOCKED, score=0.95)),
        ("second", Judged("listed", BLOCKED, score=0.95)),
        ("of no standing", Judged("listed", score=1.0)),
        ("no score", Judged("possible", BLOCKED)),
        ("nothing", Judged("no_match", score=0.7)),
        ("not checked", Judged("not_checked")),
        ("blank", Judged("")),
    ]
    expected = ["first", "second", "weaker", "restricted", "of no standing", "possible", "no score"]
    assert worst(rows) == expected
    assert worst([*rows[:3], *rows[4:], rows[3]]) == ["second", "first", *expected[2:]]


def test_the_strongest_ten_of_many_in_whatever_order_they_come() -> None:
    rows = [(f"{score:03}", Judged("possible", score=score / 1000)) for score in range(800, 1000)]
    best = [f"{score:03}" for score in range(999, 999 - MOST, -1)]
    assert worst(rows) == best
    random.Random(5).shuffle(rows)
    assert worst(rows) == best
