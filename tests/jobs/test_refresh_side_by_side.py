"""Publishers are asked side by side, over real HTTP: one that hangs stops no other, and a turn ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from jobs.refresh import refresh
from store.lists.editions import current_editions, fetch_of
from tests.conftest import NOON
from tests.databases import a_database
from tests.lists.files import ADD, ALT, COMMENTS, SDN, UN_XML, sdn_file, sdn_row
from tests.lists.publishers import OFAC, UN, Publishers, served
from tests.waiting import until

Store = sessionmaker[Session]
GENEROUS = 120.0  # seconds: for what comes at once on any machine
CONS = sdn_file(sdn_row(17022, "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", "UKRAINE-EO13662"))
NONE = b"\x1a"
FILES = {
    f"{OFAC}/sdn.csv": SDN,
    f"{OFAC}/alt.csv": ALT,
    f"{OFAC}/add.csv": ADD,
    f"{OFAC}/sdn_comments.csv": COMMENTS,
    f"{OFAC}/cons_prim.csv": CONS,
    f"{OFAC}/cons_alt.csv": NONE,
    f"{OFAC}/cons_add.csv": NONE,
    f"{OFAC}/cons_comments.csv": NONE,
    f"{UN}/consolidated.xml": UN_XML,
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_database(tmp_path)


@pytest.fixture
def publishers() -> Iterator[Publishers]:
    with served(Publishers(dict(FILES))) as them:
        yield them


def in_force(store: Store) -> set[str]:
    with store() as session:
        return {edition.list for edition in current_editions(session)}


@pytest.mark.parametrize(("hangs", "others"), [(UN, {"us_ofac_sdn", "us_ofac_cons"}), (OFAC, {"un_sc"})])
def test_while_one_publisher_hangs_the_lists_of_the_others_come_in_force(
    store: Store, publishers: Publishers, hangs: str, others: set[str]
) -> None:
    """It answers only once the others are in force: asked one after the other they would never be."""

    def hang(host: str) -> None:
        for _ in range(int(GENEROUS * 20)):
            if host != hangs or others <= in_force(store):
                return
            threading.Event().wait(0.05)
        raise AssertionError(f"only {in_force(store)} came in force while {hangs} hung")

    publishers.behave = hang
    with publishers.client() as client:
        outcomes = refresh(store, ("us_ofac_sdn", "us_ofac_cons", "un_sc"), None, NOON, client=client)
    assert [(one.list, one.status) for one in outcomes] == [
        ("us_ofac_sdn", "applied"),
        ("us_ofac_cons", "applied"),
        ("un_sc", "applied"),
    ]


def test_a_turn_ends_without_a_publisher_that_gives_nothing_and_takes_its_list_when_it_comes(
    store: Store, publishers: Publishers
) -> None:
    answers = threading.Event()

    def hang(host: str) -> None:
        answers.wait(GENEROUS)

    publishers.behave = hang
    with publishers.client() as client:
        (first,) = refresh(store, ("un_sc",), None, NOON, client=client, patience=0.01)
        (second,) = refresh(store, ("un_sc",), None, NOON, client=client, patience=0.01)
        assert first == second
        assert first.sentence == (
            "un_sc: failed. The publisher of the UN Security Council list has not given it in time; it is still "
            "being asked."
        )
        with store() as session:
            fetch = fetch_of(session, "un_sc")
        assert fetch is not None
        assert fetch.error == first.reason
        answers.set()
        assert until(lambda: not client.is_asking("un_sc"), GENEROUS)
    assert publishers.asked == [f"{UN}/resources/xml/en/consolidated.xml"]  # once: not again while it was asked
    assert in_force(store) == {"un_sc"}


def test_the_lists_of_one_publisher_are_asked_for_one_after_the_other(store: Store, publishers: Publishers) -> None:
    """OFAC answers 429 to two readers at once."""
    inside, most = [0], [0]
    lock = threading.Lock()

    def count(host: str) -> None:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        threading.Event().wait(0.02)
        with lock:
            inside[0] -= 1

    publishers.behave = count
    with publishers.client() as client:
        outcomes = refresh(store, ("us_ofac_sdn", "us_ofac_cons"), None, NOON, client=client)
    assert [one.status for one in outcomes] == ["applied", "applied"]
    assert most == [1]


def test_what_has_not_changed_is_not_sent_again_though_ofac_sends_on_to_another_address_each_time(
    store: Store, publishers: Publishers
) -> None:
    with publishers.client() as client:
        refresh(store, ("us_ofac_sdn", "un_sc"), None, NOON, client=client)
        given = len(publishers.given)
        again = refresh(store, ("us_ofac_sdn", "un_sc"), None, NOON, client=client)
    assert [one.status for one in again] == ["unchanged", "unchanged"]
    assert len(publishers.given) == given == 5
