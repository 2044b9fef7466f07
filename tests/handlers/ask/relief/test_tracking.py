"""What of an option has come about since it was made: SDN of 28 Dec 2023 when it was made, of 23 Feb 2024 now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.answers.document import plain
from bot.questions.ask import Ask, Kind
from handlers.ask.relief.answering import option as option_answer
from handlers.ask.relief.tracker import tracker_card
from handlers.desk import Desk, DeskSettings
from tests.conftest import NOON
from tests.jobs.landing import an_option_and_what_landed
from tests.once import opened


@pytest.fixture(scope="module")
def tracking(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = an_option_and_what_landed(lists_dir, tmp_path_factory)
    settings = DeskSettings(recheck_seconds=0, index_dir=folder)
    return Desk(opened(folder), lambda: NOON + timedelta(days=1), settings)


def words_of(desk: Desk, key: str) -> str:
    card = tracker_card(key, desk, desk.snapshot())
    return "\n".join(plain(line) for line in (card.headline, *card.lines, *card.fine))


def test_who_came_off_since_an_option_was_made_is_counted_and_named(tracking: Desk):
    said = words_of(tracking, "T")
    assert "Version 1 was made on 23 Nov 2026, counted from SDN 28 Dec 2023, and by SDN 23 Feb 2024:" in said
    assert (
        "of the 5 that it would free, 3 have come off, 1 is amended otherwise. Off since and in no option: 3." in said
    )
    assert "Came off (3): Compania Guatemalteca de Niquel" in said
    assert "Amended otherwise (1): Francisco de Fatima Frederico Barros." in said
    assert "in no option here (3): Aleksey Leonidovich Fisun, 9H-OKO and SM Distribution Inc Fzco." in said
    assert "nothing is attributed to the draft" in said


def test_an_option_made_before_any_list_was_held_is_counted_from_the_first(tracking: Desk):
    assert "counted from SDN 28 Dec 2023 (the first held here of SDN), and by SDN 23 Feb 2024" in words_of(
        tracking, "A"
    )


def test_the_answer_about_an_option_tells_it(tracking: Desk):
    said = option_answer(Ask(Kind.OPTION, "option T", options=("T",)), tracking).text
    assert "Come about since: version 1 was made on 23 Nov 2026" in said
    assert said.startswith("Option T (draft, not in force)")


def test_an_option_that_is_not_there(tracking: Desk):
    assert words_of(tracking, "Z").startswith("There is no option Z here.")
