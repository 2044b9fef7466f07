"""What has come about of a watched option: told with the edition, in the digest, and when a license names somebody."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.options
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Answer, plain
from bot.blocks.render import render
from bot.sanctions.files.briefing import Briefing
from bot.sanctions.relief.license import License
from jobs.come_about import tell_licensed
from jobs.digest import digest_of
from store.database import open_engine, sessions, writing
from store.snapshot.snapshots import Snapshots
from tests.blocks.checks import assert_payload
from tests.conftest import NOON
from tests.jobs.landing import AN_HOUR, an_option_and_what_landed


@pytest.fixture(scope="module")
def landed(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with its store."""
    return an_option_and_what_landed(lists_dir, tmp_path_factory)


@pytest.fixture
def told(landed: Path, tmp_path: Path) -> sessionmaker[Session]:
    return sessions(open_engine(f"sqlite:///{shutil.copy(landed / 'bot.db', tmp_path)}"))


def over(here: sessionmaker[Session], landed: Path) -> Snapshots:
    """Of a copy of what landed; they share its index, for whom they find on the lists is the same."""
    return Snapshots(here, recheck_seconds=0, index_dir=landed)


def alerts(here: sessionmaker[Session]) -> list[Answer]:
    with here() as session:
        return [one.message.answer for one in store.telling.outbox.of_place(session, "T1", "C1", "alert")]


def licensed(here: sessionmaker[Session], key: str, issued: str, *parties: str) -> None:
    """A license is written down here, five hours after noon."""
    one = License(
        key=key,
        jurisdiction="US",
        title="Winding down",
        authorizes="Winding down of dealings.",
        parties=parties,
        issued=issued,
        status="active",
        as_of=issued,
        confidence="reported",
    )
    with writing(here) as session:
        store.briefing.save_briefing(session, Briefing(licenses=(one,)), NOON + 5 * AN_HOUR)


def test_who_came_off_by_an_edition_is_told_to_those_who_watch_the_option(told: sessionmaker[Session]):
    (answer,) = alerts(told)
    says = answer.text
    assert says.startswith("Option T (draft): by this edition, of the 5 that it would free, 3 have come off.")
    assert "Came off (3): Compania Guatemalteca de Niquel" in says
    assert "in no option here (3): Aleksey Leonidovich Fisun, 9H-OKO and SM Distribution Inc Fzco." in says
    assert "nothing is attributed to the draft. The option is not in force" in says.replace("\n", " ")
    assert "No longer reached" not in says
    assert "option S" not in says.lower()
    assert_payload(render(answer).blocks)


def test_the_digest_counts_what_has_come_about_since_the_option_was_made(told: sessionmaker[Session], landed: Path):
    snapshots = over(told, landed)
    (turn,) = digest_of(told, "C1", NOON + timedelta(days=2), snapshots)
    assert turn.status == "queued"
    headlines = [plain(card.headline) for card in turn.answer.cards]
    assert any(
        one.startswith("Come about of option T (draft, not in force): version 1 was made on 23 Nov 2026")
        and "of the 5 that it would free, 3 have come off, 1 is amended otherwise" in one
        for one in headlines
    )
    assert not any("option S" in one for one in headlines)
    (later,) = digest_of(told, "C1", NOON + timedelta(days=3), snapshots)
    assert "Come about" not in later.answer.text  # nothing landed since


def test_a_license_that_names_somebody_of_the_option_is_told_once(told: sessionmaker[Session], landed: Path):
    snapshots, later = over(told, landed), NOON + timedelta(days=1)
    assert tell_licensed(told, snapshots, later) == 0
    licensed(told, "GL 900", "2026-11-24", "Mayaniquel, S.A.")
    with told() as session:
        name = snapshots.newest().party("ofac-16713").name  # type: ignore[union-attr]
        assert store.briefing.licenses(session)[-1].key == "GL 900"
    assert tell_licensed(told, snapshots, later) == 0  # whom it names has come off
    licensed(told, "GL 901", "2026-11-24", name)
    assert tell_licensed(told, snapshots, later) == 1
    assert tell_licensed(told, snapshots, later) == 0
    says = alerts(told)[-1].text
    assert says.startswith("GL 901 (Winding down) names 1 of those whom option T selects (draft, not in force).")
    assert "Whether a dealing is allowed, its text decides." in says
    assert "in force today" not in says


def test_a_license_of_before_the_option_is_no_news_of_it(told: sessionmaker[Session], landed: Path):
    snapshots = over(told, landed)
    name = snapshots.newest().party("ofac-16713").name  # type: ignore[union-attr]
    licensed(told, "GL 902", "2025-01-15", name)
    assert tell_licensed(told, snapshots, NOON + timedelta(days=1)) == 0
