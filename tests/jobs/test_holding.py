"""A held edition is kept whole, told once, and put in force or left out by a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.asking.chain
import store.asking.questions
import store.lists.held
import store.telling.outbox
import store.telling.watches
from bot.errors import BadInput, Overtaken
from bot.lists.files import EditionFiles
from jobs import holding
from jobs.deciding import LoadOutcome
from jobs.loading import load
from jobs.refresh import refresh
from store.database import writing
from store.lists.editions import current_editions, fetch_of, record_fetch
from tests.conftest import NOON
from tests.databases import a_database
from tests.lists.files import sdn_file, sdn_row

Store = sessionmaker[Session]
KEY, OPERATORS = "us_ofac_sdn", "C0OPS"
ROWS = [sdn_row(number, f"PARTY {number:03} OF {number * 7919}") for number in range(1, 101)]
LATER = NOON + timedelta(hours=1)


def edition(rows: list[bytes], day: str) -> EditionFiles:
    return EditionFiles({"primary": sdn_file(*rows)}, day)


@pytest.fixture
def store_(tmp_path: Path) -> Store:
    sessions = a_database(tmp_path)
    assert put(sessions, edition(ROWS, "2024-01-04")).status == "applied"
    return sessions


def put(sessions: Store, given: EditionFiles) -> LoadOutcome:
    return load(sessions, KEY, given, None, NOON, operators=OPERATORS)


def entries(sessions: Store) -> int:
    with sessions() as session:
        return current_editions(session)[0].entries


DAMAGED = edition(ROWS[:60], "2024-01-05")


def test_the_guards_and_their_figures_are_named(store_: Store) -> None:
    held = put(store_, DAMAGED)
    assert (held.status, held.entries, held.removed) == ("held", 60, 40)
    assert "40 of 100 entries (40.0%), at most" in held.reason
    assert entries(store_) == 100


def test_operators_are_told_once_with_the_figures_and_two_buttons(store_: Store) -> None:
    for _ in range(3):
        put(store_, DAMAGED)
    with store_() as session:
        (told,) = store.telling.outbox.of_place(session, "", OPERATORS)
    (card,) = told.message.answer.cards
    assert "".join(run.text for run in card.headline) == "OFAC SDN list: the edition of 5 Jan 2024 is held."
    said = ["".join(run.text for run in line) for line in card.lines]
    assert said[0] == "60 entries: 0 added, 40 removed, 0 amended."
    assert "40 of 100 entries" in said[1]
    assert f"(such as PARTY 061 OF {61 * 7919}, ofac-61; PARTY 062 " in said[1]
    assert said[2] == "Until it is judged, the edition of 4 Jan 2024 stays in force, 1,054 days old."
    assert [action.label for action in card.actions] == ["Accept", "Reject"]
    assert card.actions[0].value.startswith(f"{KEY} 2024-01-05-")


def test_operators_are_told_of_an_edition_that_passes_and_is_odd(store_: Store) -> None:
    """Three of a hundred entries are gone: a publisher may do that, and a damaged file does."""
    assert put(store_, edition(ROWS[:97], "2024-01-05")).status == "applied"
    with store_() as session:
        (told,) = store.telling.outbox.of_place(session, "", OPERATORS)
    (card,) = told.message.answer.cards
    assert "".join(run.text for run in card.headline) == (
        "OFAC SDN list: the edition of 5 Jan 2024 is in force, and odd."
    )
    said = ["".join(run.text for run in line) for line in card.lines]
    assert said[0] == "97 entries: 0 added, 3 removed, 0 amended."
    assert said[1].startswith("3 entries were removed at once (3.0% of 100), 3 of them under ")
    assert "changes --list us_ofac_sdn --since 2024-01-04" in "".join(run.text for run in card.fine[0])


def test_operators_are_not_told_of_an_edition_like_any_other(store_: Store) -> None:
    assert put(store_, edition(ROWS[:98], "2024-01-05")).status == "applied"
    with store_() as session:
        assert store.telling.outbox.of_place(session, "", OPERATORS) == []


def test_an_accepted_edition_is_in_force_and_its_alerts_go_out_then(store_: Store) -> None:
    with writing(store_) as session:
        store.telling.watches.watch(session, "T1", "C1", f"list:{KEY}", "U1", NOON)
    put(store_, DAMAGED)
    with store_() as session:
        assert store.telling.outbox.of_place(session, "T1", "C1") == []
    outcome = holding.accept(store_, KEY, "U1", LATER)
    assert (outcome.status, outcome.removed, entries(store_)) == ("applied", 40, 60)
    with store_() as session:
        (alert,) = store.telling.outbox.of_place(session, "T1", "C1")
        assert store.lists.held.held_of(session, KEY) is None
    assert "40 delisted" in "".join(run.text for run in alert.message.answer.cards[0].headline)
    with pytest.raises(BadInput, match="No edition of the OFAC SDN list is held"):
        holding.accept(store_, KEY, "U1", LATER)


def test_once_accepted_it_is_told_no_more_that_the_refresh_failed(store_: Store) -> None:
    put(store_, DAMAGED)
    with writing(store_) as session:
        record_fetch(session, KEY, NOON, "Held by the guards: ...")
    holding.accept(store_, KEY, "U1", LATER)
    with store_() as session:
        fetch = fetch_of(session, KEY)
    assert fetch is not None
    assert (fetch.at, fetch.error) == (NOON, "")


def test_a_rejected_edition_stays_out_when_it_comes_again_and_nobody_is_asked_twice(store_: Store) -> None:
    put(store_, DAMAGED)
    holding.reject(store_, KEY, "U1", LATER)
    again = put(store_, DAMAGED)
    assert again.status == "held"
    assert again.reason.startswith("Rejected by U1 on ")
    assert entries(store_) == 100
    with store_() as session:
        assert store.lists.held.waiting(session) == []
        assert len(store.telling.outbox.of_place(session, "", OPERATORS)) == 1
    with pytest.raises(BadInput, match="its files are gone"):
        holding.accept(store_, KEY, "U1", LATER)


def test_a_sound_edition_takes_the_place_of_the_held_one(store_: Store) -> None:
    put(store_, DAMAGED)
    assert put(store_, edition([*ROWS, sdn_row(900, "NEW")], "2024-01-06")).status == "applied"
    with store_() as session:
        assert store.lists.held.held_of(session, KEY) is None


def test_a_button_judges_the_edition_that_it_was_made_for(store_: Store) -> None:
    first = put(store_, DAMAGED)
    second = put(store_, edition(ROWS[:50], "2024-01-06"))
    with pytest.raises(BadInput, match="a later one came"):
        holding.accept(store_, KEY, "U1", LATER, first.edition)
    assert holding.accept(store_, KEY, "U1", LATER, second.edition).entries == 50


def test_refresh_holds_says_so_with_the_list_and_goes_on(store_: Store, tmp_path: Path) -> None:
    folder = tmp_path / "mirror/ofac_sdn/2024-01-05"
    folder.mkdir(parents=True)
    for name, content in (("sdn.csv", DAMAGED.files["primary"]), ("add.csv", b"\x1a"), ("alt.csv", b"\x1a")):
        (folder / name).write_bytes(content)
    (folder / "sdn_comments.csv").write_bytes(b"\x1a")
    (outcome,) = refresh(store_, [KEY], tmp_path / "mirror", NOON, operators=OPERATORS)
    assert (outcome.status, outcome.failed) == ("held", False)
    with store_() as session:
        fetch = fetch_of(session, KEY)
    assert fetch is not None
    assert "Held by the guards" in fetch.error


def test_what_was_judged_or_overtaken_says_what_became_of_it(store_: Store) -> None:
    first, second = put(store_, DAMAGED), put(store_, edition(ROWS[:50], "2024-01-06"))
    with pytest.raises(Overtaken, match=r"of 5 Jan 2024 .* a later one came, the edition of 6 Jan 2024, and waits"):
        holding.reject(store_, KEY, "U1", LATER, first.edition)
    holding.reject(store_, KEY, "U1", LATER, second.edition)
    with pytest.raises(Overtaken, match="a later one came, the edition of 6 Jan 2024, and was rejected"):
        holding.accept(store_, KEY, "U1", LATER, first.edition)
    with pytest.raises(BadInput, match="edition of 6 Jan 2024 of the OFAC SDN list was rejected already"):
        holding.reject(store_, KEY, "U2", LATER, second.edition)
    third = put(store_, edition(ROWS[:40], "2024-01-07"))
    assert holding.accept(store_, KEY, "U1", LATER, third.edition).entries == 40
    with pytest.raises(BadInput, match=r"of 7 Jan 2024 .* was accepted already, and is in force"):
        holding.accept(store_, KEY, "U1", LATER, third.edition)
    with pytest.raises(Overtaken, match="not held any more: the edition of 7 Jan 2024 is in force"):
        holding.accept(store_, KEY, "U1", LATER, second.edition)


def test_two_who_accept_at_once_are_told_what_came_of_it(store_: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second has read what is held before the first is done."""
    held, real = put(store_, DAMAGED), holding.load

    def slower(*given: object, **named: object) -> LoadOutcome:
        monkeypatch.setattr(holding, "load", real)
        assert holding.accept(store_, KEY, "U1", LATER, held.edition).status == "applied"
        return replace(real(*given, **named), status="refused")  # type: ignore[arg-type]

    monkeypatch.setattr(holding, "load", slower)
    with pytest.raises(BadInput, match="was accepted already, and is in force"):
        holding.accept(store_, KEY, "U1", LATER, held.edition)


def test_who_judged_an_edition_stands_in_the_audit(store_: Store) -> None:
    put(store_, DAMAGED)
    holding.reject(store_, KEY, "U1", LATER)
    put(store_, edition(ROWS[:50], "2024-01-06"))
    holding.accept(store_, KEY, "U2", LATER)
    with store_() as session:
        rows = store.asking.questions.asked_since(session)
        assert store.asking.chain.verify(session).faults == ()
        assert store.asking.questions.recent_of(session, "", "U2", 5) == []
    assert [(one.who, one.kind) for one in rows] == [("U1", "judged a held edition"), ("U2", "judged a held edition")]
    assert rows[0].text.startswith("Rejected the held edition of 5 Jan 2024 of the OFAC SDN list (2024-01-05-")
    assert rows[1].text.endswith(": 50 entries, 0 added, 50 removed, 0 amended")
