"""Who was on a list in an edition held here and is on none now."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.desk import Desk
from jobs.loading import load
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.ask.conftest import Ask, asking


@pytest.fixture(scope="module")
def ask(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The non-SDN list of Aug 2025 and of Dec 2025: Evren Kayakiran left between them."""
    sessions = a_database(tmp_path_factory.mktemp("gone"))
    for edition in ("ofac_cons/2025-08", "ofac_cons/2025-12"):
        assert load(sessions, "us_ofac_cons", lists_dir / edition, None, NOON).status == "applied"
    return asking(Desk(sessions, lambda: NOON))


@pytest.mark.parametrize(
    "asked",
    [
        "is Evren Kayakiran still listed?",
        "Evren Kayakiran is still sanctioned, isn't he?",
        "Эврен Каякиран всё ещё под санкциями?",
    ],
)
def test_who_left_is_told_where_it_is_asked_whether_he_is_still_listed(ask: Ask, asked: str) -> None:
    lines = ask(asked).text.splitlines()
    assert "NO MATCH for “" in lines[0]
    assert lines[1].startswith(
        "Evren Kayakiran was listed: OFAC non-SDN list: on it from Aug 2025 or before; taken off"
    )


def test_who_never_was_listed_is_told_of_as_ever(ask: Ask) -> None:
    assert "was listed" not in ask("is Zorblax Trading still listed?").text


def test_that_he_was_taken_off_is_told_where_that_is_asked(ask: Ask) -> None:
    assert ask("was Evren Kayakiran delisted?").text.startswith("WAS LISTED, taken off since: Evren Kayakiran")
