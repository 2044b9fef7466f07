"""One turn of the refresh: each list on its own, from a mirror or from its publisher."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import httpx
import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.lists.fetch import ListClient
from bot.lists.publishers import LISTS, LOADABLE
from jobs.refresh import refresh
from jobs.starter import load_starter
from store.lists.editions import current_editions, fetch_of, read_now
from store.lists.listings import listings_now, listings_of
from tests.conftest import NOON
from tests.databases import a_database
from tests.lists.files import ADD, ALT, COMMENTS, SDN, UN_XML, sdn_file, sdn_row

Store = sessionmaker[Session]
CONS = sdn_file(sdn_row(17022, "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", "UKRAINE-EO13662"))
NONE = b"\x1a"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_database(tmp_path)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    root = tmp_path / "mirror"
    sdn = {"sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD, "sdn_comments.csv": COMMENTS}
    cons = {"cons_prim.csv": CONS, "cons_alt.csv": NONE, "cons_add.csv": NONE, "cons_comments.csv": NONE}
    lay(root / "ofac_sdn/2023-12-28", sdn)
    lay(root / "ofac_cons/2025-12", cons)
    lay(root / "un/2026-02-27", {"consolidated.xml": UN_XML})
    return root


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def in_force(store: Store) -> dict[str, str]:
    with store() as session:
        return {edition.list: edition.published for edition in current_editions(session)}


def error_of(store: Store, key: str) -> str:
    with store() as session:
        fetch = fetch_of(session, key)
    assert fetch is not None
    assert fetch.at == NOON
    return fetch.error


def test_every_list_of_the_mirror_is_taken_and_a_second_turn_finds_nothing_new(store: Store, mirror: Path) -> None:
    first = refresh(store, (), mirror, NOON)
    assert [one.list for one in first] == list(LOADABLE)
    assert [one.status for one in first] == ["applied"] * 3 + ["absent"] * 2
    assert in_force(store) == {"us_ofac_sdn": "2023-12-28", "us_ofac_cons": "2025-12", "un_sc": "2026-02-27"}
    again = refresh(store, (), mirror, NOON)
    assert [one.status for one in again] == ["unchanged"] * 3 + ["absent"] * 2
    assert again[-1].sentence == "gb_uksl: absent. The mirror holds no edition of the UK Sanctions List."
    assert not again[-1].failed
    assert error_of(store, "us_ofac_sdn") == ""


def test_lists_of_which_nothing_is_in_force_are_said_to_be_loading_until_the_turn_ends(
    store: Store, mirror: Path
) -> None:
    loading: list[tuple[str, ...]] = []

    def look(*_: object) -> None:
        with store() as session:
            loading.append(read_now(session, NOON))

    refresh(store, (), mirror, NOON, progress=look)
    assert loading[0] == tuple(sorted(LOADABLE))
    assert "us_ofac_sdn" not in loading[-1]
    with store() as session:
        assert read_now(session, NOON) == ()


def test_an_edition_read_beside_is_the_same(store: Store, mirror: Path) -> None:
    found = refresh(store, (), mirror, NOON, beside=True)
    assert [one.status for one in found] == ["applied"] * 3 + ["absent"] * 2
    assert in_force(store) == {"us_ofac_sdn": "2023-12-28", "us_ofac_cons": "2025-12", "un_sc": "2026-02-27"}
    assert [one.status for one in refresh(store, ["un_sc"], mirror, NOON, beside=True)] == ["unchanged"]


def test_a_newer_edition_that_is_broken_or_lacks_a_file_is_passed_over_and_said(store: Store, mirror: Path) -> None:
    lay(mirror / "ofac_sdn/2024-02-23", {"sdn.csv": SDN})
    shutil.copytree(mirror / "ofac_sdn/2023-12-28", mirror / "ofac_sdn/2024-03-01")
    (mirror / "ofac_sdn/2024-03-01/alt.csv").write_bytes(b"")
    lay(mirror / "ofac_sdn/2024-05-04-broken-empty", {"sdn.csv": b""})
    (outcome,) = refresh(store, ["us_ofac_sdn"], mirror, NOON)
    assert (outcome.status, outcome.published) == ("applied", "2023-12-28")
    assert outcome.passed_over == (
        "The edition of 2024-03-01 was passed over: alt.csv is empty (0 bytes).",
        "The edition of 2024-02-23 was passed over: it lacks add.csv, alt.csv, sdn_comments.csv.",
    )
    assert "passed over" in outcome.sentence


def test_a_mirror_without_a_whole_edition_fails_that_list_and_no_other(store: Store, mirror: Path) -> None:
    (mirror / "un/2026-02-27/consolidated.xml").write_bytes(b"<html></html>")
    outcomes = refresh(store, (), mirror, NOON)
    assert [one.status for one in outcomes] == ["applied", "applied", "failed", "absent", "absent"]
    assert outcomes[2].reason == "The mirror has no whole edition of the UN Security Council list."
    assert error_of(store, "un_sc") == outcomes[2].reason
    assert "un_sc" not in in_force(store)


def test_a_mirror_that_fell_behind_changes_nothing(store: Store, mirror: Path) -> None:
    refresh(store, ["un_sc"], mirror, NOON)
    (mirror / "un/2026-02-27").rename(mirror / "un/2025-04-19")
    (mirror / "un/2025-04-19/consolidated.xml").write_bytes(UN_XML.replace(b"QDi.002", b"QDi.003"))
    (outcome,) = refresh(store, ["un_sc"], mirror, NOON)
    assert (outcome.status, in_force(store)["un_sc"]) == ("unchanged", "2026-02-27")
    assert "is older than the one in force" in outcome.reason


def test_a_mirror_that_is_not_there_and_lists_that_are_not_fetched_fail_with_a_sentence(
    store: Store, tmp_path: Path
) -> None:
    gone, own, unknown = refresh(store, ["un_sc", "ftm:own", "nix"], tmp_path / "nowhere", NOON)
    assert "SANCTIONS_LISTS_MIRROR" in gone.reason
    assert "is not fetched" in own.reason
    assert "There is no list" in unknown.reason
    assert {one.status for one in (gone, own, unknown)} == {"failed"}


class Publishers:
    """Answers for all publishers, by the file asked for; what it has no answer for is 503."""

    def __init__(self, **bodies: bytes) -> None:
        self.bodies = {name.replace("__", "."): body for name, body in bodies.items()}

    def client(self) -> ListClient:
        transport = httpx.MockTransport(self.answer)
        return ListClient(httpx.Client(transport=transport, follow_redirects=True), pause=lambda seconds: None)

    def answer(self, request: httpx.Request) -> httpx.Response:
        body = self.bodies.get(request.url.path.rsplit("/", 1)[-1].casefold())
        if body is None:
            return httpx.Response(503)
        return httpx.Response(200, content=body, headers={"Last-Modified": "Thu, 26 Feb 2026 10:00:00 GMT"})


WHOLE = {"sdn__csv": SDN, "alt__csv": ALT, "add__csv": ADD, "sdn_comments__csv": COMMENTS, "consolidated__xml": UN_XML}


def test_lists_are_fetched_from_their_publishers_and_one_that_fails_stops_no_other(store: Store) -> None:
    outcomes = refresh(store, (), None, NOON, client=Publishers(**WHOLE).client())
    assert [(one.list, one.status) for one in outcomes] == [
        ("us_ofac_sdn", "applied"),
        ("us_ofac_cons", "failed"),
        ("un_sc", "applied"),
        ("eu_fsf", "failed"),
        ("gb_uksl", "failed"),
    ]
    assert "CONS_PRIM.CSV of sanctionslistservice.ofac.treas.gov" in error_of(store, "us_ofac_cons")
    assert in_force(store) == {"us_ofac_sdn": "2026-02-26", "un_sc": "2026-02-26"}


def test_a_failing_list_keeps_its_last_good_edition(store: Store) -> None:
    refresh(store, ["us_ofac_sdn"], None, NOON, client=Publishers(**WHOLE).client())
    for broken in (b"", b"<html></html>", SDN[:-40], sdn_file(sdn_row(36, "ALONE"))):
        client = Publishers(**{**WHOLE, "sdn__csv": broken}).client()
        (outcome,) = refresh(store, ["us_ofac_sdn"], None, NOON, client=client)
        assert outcome.failed, outcome
        assert error_of(store, "us_ofac_sdn") == outcome.reason
        with store() as session:
            assert current_editions(session)[0].entries == 3


def test_the_starter_facts_of_a_list_go_when_a_real_edition_of_it_lands(store: Store, mirror: Path) -> None:
    assert load_starter(store, NOON) > 40
    assert load_starter(store, NOON) > 40  # again: nothing changes
    refresh(store, ["us_ofac_cons"], mirror, NOON)
    with store() as session:
        left = {listing.taken_from for listing in listings_now(session, ["starter"])}
        (rosneft,) = listings_of(session, "ofac-17022")
    assert left == {"us_ofac_sdn", "un_sc"}
    assert rosneft.list == "us_ofac_cons"
    refresh(store, (), mirror, NOON)
    assert sorted(in_force(store)) == ["un_sc", "us_ofac_cons", "us_ofac_sdn"]
    assert load_starter(store, NOON) == 0


def test_the_shared_lists_give_the_newest_whole_edition_of_each(store: Store, lists_dir: Path) -> None:
    outcomes = refresh(store, ["us_ofac_cons", "un_sc"], lists_dir, NOON)
    assert [(one.published, one.entries) for one in outcomes] == [("2025-12", 442), ("2026-02-27", 1003)]


def test_a_newer_edition_that_is_not_whole_is_passed_over_for_an_older_one_in_the_same_format(
    store: Store, lists_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "ofac_sdn").symlink_to(lists_dir / "ofac_sdn")
    (outcome,) = refresh(store, ["us_ofac_sdn"], tmp_path / "lists", NOON)
    assert (outcome.published, outcome.entries) == ("2023-12-28", 13821)
    assert outcome.passed_over == (
        "The edition of 2024-02-23 was passed over: it lacks add.csv, alt.csv, sdn_comments.csv.",
    )


def test_the_shared_mirror_gives_the_newest_whole_edition_of_any_format(store: Store, lists_dir: Path) -> None:
    sdn, cons, _, eu, uk = refresh(store, (), lists_dir, NOON)
    assert (sdn.published, sdn.entries, sdn.passed_over) == ("2024-05-07", 14966, ())
    assert (cons.published, cons.entries) == ("2025-12", 442)
    assert (eu.published, eu.status) == ("2024-05-13", "applied")
    assert uk.status == "absent"  # a rebuilt edition is never taken by itself


def test_the_publishers_addresses_are_encrypted() -> None:
    assert all(url.startswith("https://") for known in LISTS.values() for url in known.urls.values())
