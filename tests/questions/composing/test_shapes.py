"""The table of shapes: what stands in a stretch, and what is asked by it."""

from __future__ import annotations

import pytest

from bot.questions.ask import Kind
from bot.questions.composing.shapes import kind_of, shapes


@pytest.mark.parametrize(
    ("features", "kind"),
    [
        ({"name", "listed"}, Kind.SCREENING),
        ({"name", "option"}, Kind.COVERAGE),
        ({"option2"}, Kind.COMPARISON),
        ({"option2", "option", "name"}, Kind.COVERAGE),
        ({"name", "day"}, Kind.HISTORY),
        ({"name", "day", "change+"}, Kind.CHANGES),
        ({"do:watch", "watch", "name"}, Kind.WATCH),
        ({"unwatch", "name"}, Kind.UNWATCH),
        ({"set", "kind", "listed"}, Kind.PARTIES),
        ({"set", "kind", "added"}, Kind.CHANGES),
        ({"term", "meaning"}, Kind.EXPLAIN),
        ({"license", "gl"}, Kind.LICENSE),
        ({"filler", "ordinary"}, None),
    ],
)
def test_the_first_shape_that_fits_tells_the_kind(features: set[str], kind: Kind | None) -> None:
    assert kind_of(frozenset(features)) is kind


def test_there_are_a_few_dozen_and_every_kind_that_can_be_asked_has_one() -> None:
    assert len(shapes("shapes.txt")) < 110
    assert {shape.tells for shape in shapes("shapes.txt")} == set(Kind)
