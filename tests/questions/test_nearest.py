"""Commands that are misspelt, and the nearest to what is not understood."""

from __future__ import annotations

import pytest

from bot.questions.ask import Vocabulary
from bot.questions.nearest import mended, nearest_to
from bot.questions.understand import understand
from tests.conftest import NOON


@pytest.mark.parametrize(
    ("typed", "read", "told"),
    [
        ("chekc Rosneft", "check Rosneft", "Read “chekc” as “check”."),
        ("/sanctions unwach Rosneft", "unwatch Rosneft", "Read “unwach” as “unwatch”."),
        ("digets", "digest", "Read “digets” as “digest”."),
    ],
)
def test_a_misspelt_command_is_mended_and_that_is_said(typed: str, read: str, told: str) -> None:
    assert mended(typed) == (read, (told,))
    assert understand(typed, NOON, Vocabulary()).first.notes == (told,)


@pytest.mark.parametrize("typed", ["watsch gmbh", "Chekc Rosneft", "is checkov sanctioned?", "check Wach Bank"])
def test_a_name_is_not_mended(typed: str) -> None:
    assert mended(typed) == (typed, ())


def test_the_nearest_shares_words() -> None:
    assert nearest_to("options pls which are there now") == "which relief options are there?"
