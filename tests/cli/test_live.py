"""doctor --live against servers on this machine that behave as the publishers do, with what these have published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from benchmarks.damage.documents import EU as EU_SHAPE
from benchmarks.damage.documents import UK as UK_SHAPE
from benchmarks.damage.documents import Xml, thinned
from bot.cli.live import looks, sentence
from bot.cli.shell import Parts
from bot.cli.upkeep import live_findings
from bot.lists.content import whole
from bot.lists.files import find_edition_files
from bot.lists.live import Look
from bot.lists.publishers import LISTS
from jobs.loading import load
from store.lists.editions import current_editions
from tests.cli.conftest import Run, runner
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.lists.files import UN_XML
from tests.lists.publishers import EU, OFAC, UN, Publishers, served
from tests.lists.publishers import UK as UK_HOST

Store = sessionmaker[Session]
CSV = ("cons_prim.csv", "cons_add.csv", "cons_alt.csv", "cons_comments.csv")


@pytest.fixture
def publishers() -> Iterator[Publishers]:
    with served(Publishers()) as them:
        yield them


@pytest.fixture
def store_(tmp_path: Path) -> Store:
    return a_begun_database(tmp_path, facts=False)


@pytest.fixture
def environment(store_: Store, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    url = store_.kw["bind"].url.render_as_string(hide_password=False)
    given = {"DATABASE_URL": url, "SANCTIONS_LISTS_MIRROR": "", "SANCTIONS_BOT_LISTS": "us_ofac_cons,un_sc"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return given


@pytest.fixture
def sanctions_bot(environment: dict[str, str]) -> Run:
    return runner(environment)


def looked(publishers: Publishers) -> dict[str, Look]:
    with publishers.client() as client:
        return {f"{one.list} {one.format}": one for one in looks(Parts(lambda: NOON), client)}


@pytest.fixture
def non_sdn(lists_dir: Path, publishers: Publishers) -> None:
    for name in CSV:
        publishers.files[f"{OFAC}/{name}"] = (lists_dir / "ofac_cons/2025-12" / name).read_bytes()
    publishers.files[f"{OFAC}/consolidated.xml"] = (lists_dir / "ofac_cons/2025-03-28/consolidated.xml").read_bytes()


@pytest.mark.usefixtures("environment", "non_sdn")
def test_every_format_is_read_and_nothing_is_loaded(publishers: Publishers, store_: Store) -> None:
    publishers.files[f"{UN}/consolidated.xml"] = UN_XML
    found = looked(publishers)
    assert sentence(found["us_ofac_cons csv"]) == "read, 442 entries of 26 Feb 2026. All is as known."
    assert sentence(found["us_ofac_cons xml"]) == "read, 443 entries of 28 Mar 2025. All is as known."
    assert sentence(found["un_sc xml"]) == "read, 4 entries of 27 Feb 2026. All is as known."
    with store_() as session:
        assert current_editions(session) == []


@pytest.mark.usefixtures("environment", "non_sdn")
def test_what_cannot_be_had_or_read_is_said_and_stops_no_other(publishers: Publishers) -> None:
    publishers.files[f"{UN}/consolidated.xml"] = b"<!DOCTYPE html><html><body>Maintenance</body></html>"
    publishers.files[f"{OFAC}/consolidated.xml"] = publishers.files[f"{OFAC}/consolidated.xml"][:-5000]
    found = looked(publishers)
    assert found["un_sc xml"].failure == "consolidated.xml of scsanctions.un.org came as an HTML page, not as a list."
    assert "is not well-formed XML" in found["us_ofac_cons xml"].failure
    assert not found["us_ofac_cons csv"].failure


@pytest.mark.usefixtures("environment", "non_sdn")
def test_what_is_otherwise_than_known_is_told(publishers: Publishers, store_: Store) -> None:
    publishers.files[f"{UN}/consolidated.xml"] = UN_XML
    assert load(store_, "un_sc", _path(publishers, store_), None, NOON).status == "applied"
    publishers.files[f"{UN}/consolidated.xml"] = UN_XML.replace(b">DRC<", b">Atlantis<")
    main = publishers.files[f"{OFAC}/cons_prim.csv"]
    publishers.files[f"{OFAC}/cons_prim.csv"] = main.replace(b"\x1a", b"").replace(b"NS-PLC", b"NEW-TAG")
    found = looked(publishers)
    assert found["us_ofac_cons csv"].differs == (
        "cons_prim.csv lacks the end mark of a file that comes straight from OFAC.",
        "Programs that are not known: NEW-TAG (78).",
    )
    assert found["un_sc xml"].differs == ("Programs that are not known: Atlantis (1).",)


def _path(publishers: Publishers, store: Store) -> Path:
    folder = Path(store.kw["bind"].url.database).parent / "2026-02-26"
    folder.mkdir()
    (folder / "consolidated.xml").write_bytes(publishers.files[f"{UN}/consolidated.xml"])
    return folder


def uk_in_small(lists_dir: Path) -> bytes:
    """One in twenty designations of the rebuilt edition."""
    files = find_edition_files(LISTS["gb_uksl"], lists_dir / "uk_sl/2026-08-22-rebuilt").files
    return thinned(Xml({"xml": whole(files["xml"])}, UK_SHAPE), 20).files()["xml"]


def eu_in_small(lists_dir: Path) -> bytes:
    """One in twenty entries of the EU's list."""
    files = find_edition_files(LISTS["eu_fsf"], lists_dir / "eu_fsf/2024-05-13").files
    role = next(iter(files))
    return thinned(Xml({role: whole(files[role])}, EU_SHAPE), 20).files()[role]


def test_the_uk_list_is_read_where_its_page_says_that_it_is_now(
    publishers: Publishers, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, lists_dir: Path
) -> None:
    monkeypatch.setenv("SANCTIONS_BOT_LISTS", "gb_uksl,eu_fsf")
    publishers.uk_at = "/moved/2026/UK_Sanctions_List.xml"
    publishers.files[f"{UK_HOST}/uk_sanctions_list.xml"] = uk_in_small(lists_dir)
    found = looked(publishers)
    uk = found["gb_uksl xml"]
    assert (uk.failure, uk.published) == ("", "2026-08-22")
    assert uk.differs[0] == f"The publisher's page links to https://{UK_HOST}/moved/2026/UK_Sanctions_List.xml now."
    assert found["eu_fsf xml"].failure.startswith(f"xmlFullSanctionsList_1_1 of {EU} could not be fetched")


@pytest.mark.usefixtures("non_sdn")
def test_the_command_reads_each_publisher_as_it_behaves(
    publishers: Publishers, sanctions_bot: Run, lists_dir: Path
) -> None:
    """doctor --live as an operator runs it: OFAC sends on to signed addresses, the UK's list is where its page says,
    the EU asks for a token, and all answer 304 to who has the file."""
    publishers.files[f"{UN}/consolidated.xml"] = UN_XML
    publishers.files[f"{UK_HOST}/uk-sanctions-list.xml"] = uk_in_small(lists_dir)
    publishers.files[f"{EU}/xmlfullsanctionslist_1_1"] = eu_in_small(lists_dir)
    settings = {
        "SANCTIONS_BOT_LISTS": "us_ofac_cons,un_sc,eu_fsf,gb_uksl",
        "SANCTIONS_BOT_LISTS_GATEWAY": publishers.address,
    }
    says = {one["what"]: one for one in sanctions_bot("doctor", "--live", "--json", **settings).json["findings"]}
    read = {what: one["says"] for what, one in says.items() if one["says"].startswith("read, ")}
    assert {what.partition(" ")[0] for what in read} == {"us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl"}
    assert not [one for one in read.values() if "sends the file again" in one]
    assert any("X-Amz-Signature" in path for path in publishers.asked)
    assert any(path.startswith("www.gov.uk/") for path in publishers.asked)

    publishers.eu_token = "another"
    said = sanctions_bot("doctor", "--live", **settings).out
    assert "came as an HTML page, not as a list" in said


@pytest.mark.usefixtures("non_sdn")
def test_refresh_goes_through_the_gateway_too(publishers: Publishers, sanctions_bot: Run) -> None:
    publishers.files[f"{UN}/consolidated.xml"] = UN_XML
    ran = sanctions_bot("refresh", "us_ofac_cons", "un_sc", SANCTIONS_BOT_LISTS_GATEWAY=publishers.address)
    assert "us_ofac_cons: applied" in ran.out
    assert "un_sc: applied" in ran.out
    refused = sanctions_bot("refresh", "un_sc", SANCTIONS_BOT_LISTS_GATEWAY="file:///etc/passwd")
    assert refused.code == 2
    assert "SANCTIONS_BOT_LISTS_GATEWAY" in refused.err


def test_a_format_is_unverified_in_lists_status_until_its_real_file_was_read(
    publishers: Publishers, sanctions_bot: Run, monkeypatch: pytest.MonkeyPatch, lists_dir: Path, store_: Store
) -> None:
    monkeypatch.setenv("SANCTIONS_BOT_LISTS", "gb_uksl")
    small = uk_in_small(lists_dir)
    path = Path(store_.kw["bind"].url.database).parent / "UK-Sanctions-List.xml"
    path.write_bytes(small)
    assert load(store_, "gb_uksl", path, "2026-08-22", NOON, accept=True).status == "applied"
    said = "Read as UK-Sanctions-List.xml, unverified: no file as published has been read yet."
    assert said in " ".join(sanctions_bot("lists", "status").out.split())
    assert unverified(sanctions_bot) == "UK-Sanctions-List.xml"
    publishers.files[f"{UK_HOST}/uk-sanctions-list.xml"] = small
    with publishers.client() as client:
        findings = {one.what: one for one in live_findings(Parts(lambda: NOON), client)}
    assert findings["gb_uksl as UK-Sanctions-List.xml"].well
    assert not findings["gb_uksl as UK-Sanctions-List.csv"].well
    assert said not in " ".join(sanctions_bot("lists", "status").out.split())
    assert unverified(sanctions_bot) is None


def unverified(sanctions_bot: Run) -> str | None:
    rows = sanctions_bot("lists", "status", "--json").json["lists"]
    found: str | None = next(row["unverified"] for row in rows if row["list"] == "gb_uksl")
    return found
