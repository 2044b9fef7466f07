"""What several editions lose together, though none of them loses more than an honest one: on the real non-SDN list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
from benchmarks.damage.documents import OfacCsv
from bot.lists.content import whole
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import LISTS
from jobs.deciding import LoadOutcome
from jobs.loading import load
from store.lists.editions import current_editions
from tests.conftest import NOON
from tests.databases import a_database

KEY, OPERATORS, FIRST = "us_ofac_cons", "C0OPS", date(2025, 12, 19)
Change = Callable[[OfacCsv, int], None]
Put = Callable[..., LoadOutcome]


@pytest.fixture
def put(lists_dir: Path, tmp_path: Path) -> Put:
    """Loads the list as it is after so many turns of a change, so many days after the first edition."""
    found = find_edition_files(LISTS[KEY], lists_dir / "ofac_cons/2025-12").files
    files = {role: whole(content) for role, content in found.items()}
    sessions: sessionmaker[Session] = a_database(tmp_path)

    def loaded(change: Change, turns: int, days: int, *, accept: bool = False) -> LoadOutcome:
        document = OfacCsv(files)
        for turn in range(turns):
            change(document, turn)
        day = (FIRST + timedelta(days=days)).isoformat()
        outcome = load(sessions, KEY, EditionFiles(document.files(), day), None, NOON, accept, operators=OPERATORS)
        with sessions() as session:
            warned = " ".join(str(told) for told in store.telling.outbox.of_place(session, "", OPERATORS))
            (edition,) = current_editions(session)
        if outcome.status == "applied" and not accept:
            assert ("Little by little" in outcome.reason) == ("Little by little" in edition.odd)
            assert "Little by little" not in outcome.reason or "Little by little" in warned
        return outcome

    return loaded


def two_entries(document: OfacCsv, turn: int) -> None:
    document.drop({(37 * turn + 11) % len(document), (37 * turn + 233) % len(document)})


def of_a_column(field: str, becomes: Callable[[str], str]) -> Change:
    def change(document: OfacCsv, turn: int) -> None:
        cells = {cell.owner: cell for cell in document.cells(field)}
        for owner in [*cells][turn * 34 : turn * 34 + 34 : 17]:
            cells[owner].set(becomes(cells[owner].text))

    return change


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (two_entries, "entries of all programs removed"),
        (of_a_column("name", lambda text: text[: len(text) // 2]), "name lost"),
        (of_a_column("program", lambda _: "RUSSIA-EO99999"), "programs lost"),
        (of_a_column("alias", lambda text: text[::-1]), "aliases lost"),
    ],
)
def test_two_entries_a_day_pass_and_are_told_once_they_are_many(put: Put, change: Change, kind: str):
    said = [put(change, turns, turns) for turns in range(6)]
    assert {one.status for one in said} == {"applied"}
    assert "Little by little" not in f"{said[0].reason} {said[1].reason}"
    assert "Little by little since the edition of 2025-12-19, 5 days before: " in said[5].reason
    assert kind in said[5].reason.partition("Little by little")[2]


def test_few_in_a_month_and_many_in_a_year_are_honest(put: Put):
    said = [put(two_entries, turns, turns * 40) for turns in range(5)]
    assert {one.status for one in said} == {"applied"}
    assert not any("Little by little" in one.reason for one in said)


def test_what_a_person_accepted_is_not_told_again_with_what_follows(put: Put):
    put(two_entries, 0, 0)
    assert put(two_entries, 15, 1).status == "held"
    put(two_entries, 15, 1, accept=True)
    for turns in (16, 17):
        following = put(two_entries, turns, turns)
        assert (following.status, "Little by little" in following.reason) == ("applied", turns == 17)
