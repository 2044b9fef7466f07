"""Finding the files of an edition, in a folder, by themselves, and in a mirror; and the register of lists."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bot.errors import BadInput, RefusedEdition
from bot.lists import mirror
from bot.lists.comparable import carried_over
from bot.lists.files import day_of, find_edition_files, missing_from
from bot.lists.publishers import LISTS, LOADABLE, known_list, title_of
from tests.lists.files import ADD, ALT, COMMENTS, SDN, UN_XML, sdn_file, sdn_row

KNOWN = LISTS["us_ofac_sdn"]


def test_a_folder_gives_the_files_of_the_edition_by_role_whatever_their_case(tmp_path: Path) -> None:
    folder = tmp_path / "2023-12-28"
    folder.mkdir()
    (folder / "SDN.CSV").write_bytes(SDN)
    (folder / "alt.csv.gz").write_bytes(gzip.compress(ALT))
    (folder / "notes.txt").write_text("not ours")
    found = find_edition_files(KNOWN, folder)
    assert (dict(found.files), found.day) == ({"primary": SDN, "alt": ALT}, "2023-12-28")
    assert missing_from(KNOWN, found.files) == ("add.csv", "sdn_comments.csv")


def test_one_file_is_enough_and_its_folder_gives_the_day(tmp_path: Path) -> None:
    (tmp_path / "2025-12").mkdir()
    path = tmp_path / "2025-12" / "list.csv"
    path.write_bytes(SDN)
    found = find_edition_files(KNOWN, path)
    assert (dict(found.files), found.day) == ({"primary": SDN}, "2025-12")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("alt.csv", "alone is no list"),
        ("cons_prim.csv", "is a file of the OFAC non-SDN list"),
        ("consolidated.xml", "is a file of the UN Security Council list"),
    ],
)
def test_a_file_whose_name_is_anothers_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(SDN)
    with pytest.raises(RefusedEdition, match=words):
        find_edition_files(KNOWN, tmp_path / name)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-12-28", "2023-12-28"),
        ("2025-12", "2025-12"),
        ("2024-05-04-broken-empty", ""),
        ("corrupt-2025-08-16", ""),
        ("2025-13", ""),
        ("2025", ""),
    ],
)
def test_a_folder_is_an_edition_if_a_date_names_it(name: str, day: str) -> None:
    assert day_of(name) == day


def test_the_mirror_lists_editions_the_newest_first_and_says_what_they_lack(tmp_path: Path) -> None:
    for day in ("2024-02-23", "2023-12-28", "2024-02", "2024-05-04-broken-empty"):
        (tmp_path / "ofac_sdn" / day).mkdir(parents=True)
        (tmp_path / "ofac_sdn" / day / "sdn.csv").write_bytes(SDN)
    found = mirror.folders(tmp_path, KNOWN)
    assert [folder.published for folder in found] == ["2024-02-23", "2024-02", "2023-12-28"]
    assert mirror.lacks(KNOWN, found[0]) == ["add.csv", "alt.csv", "sdn_comments.csv"]
    assert mirror.folders(tmp_path, LISTS["un_sc"]) == []
    with pytest.raises(BadInput, match="SANCTIONS_LISTS_MIRROR"):
        mirror.folders(tmp_path / "nowhere", KNOWN)


def test_rows_of_absent_files_are_carried_over_for_those_still_listed() -> None:
    kept = {"primary": SDN, "alt": ALT, "add": ADD, "comments": COMMENTS}
    now = sdn_file(sdn_row(36, "AEROCARIBBEAN AIRLINES"), sdn_row(999, "NEW"))
    carried = carried_over(KNOWN, {"primary": now}, kept)
    assert sorted(carried) == ["add", "alt", "comments"]
    assert KNOWN.reader is not None
    first, second = KNOWN.reader(KNOWN.key, {"primary": now, **carried}).listings
    assert [name.text for name in first.names] == ["AEROCARIBBEAN AIRLINES", "AERO-CARIBBEAN"]
    assert [address.city for address in first.addresses] == ["Havana"]
    assert [name.text for name in second.names] == ["NEW"]


def test_the_tail_of_a_remark_is_carried_over_with_that_very_remark_only() -> None:
    start = "x" * 1000
    before = sdn_file(sdn_row(1, "ONE", remarks=start), sdn_row(2, "TWO", remarks=start))
    now = sdn_file(sdn_row(1, "ONE", remarks=start), sdn_row(2, "TWO", remarks="y" * 1000))
    tails = b'1,"tail one"\r\n2,"tail two"\r\n\x1a'
    carried = carried_over(KNOWN, {"primary": now}, {"primary": before, "comments": tails})
    assert carried["comments"] == b"1,tail one\r\n\x1a"


def test_the_cut_of_a_remark_keeps_the_space_at_its_end() -> None:
    """The cut falls anywhere, also right after the space of "; "."""
    start = "DOB 1946; " + "x" * 988 + "; "
    assert len(start) == 1000
    files = {"primary": sdn_file(sdn_row(306, "BANK", remarks=start)), "comments": b'306,"POB Egypt."\r\n\x1a'}
    assert KNOWN.reader is not None
    (listing,) = KNOWN.reader(KNOWN.key, files).listings
    assert listing.birth_places == ("Egypt",)


def test_the_register_knows_five_lists_and_lists_of_ones_own() -> None:
    assert list(LISTS) == ["us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl"]
    assert tuple(LISTS) == LOADABLE
    assert known_list("ftm:my-list").title == "Own list my-list"
    assert title_of("starter") == "starter facts (not a full list)"
    assert title_of("gone") == "gone"
    for key in ("ftm:", "ftm:../etc", "sdn", "us_ofac_sdn\n"):
        with pytest.raises(BadInput, match="There is no list"):
            known_list(key)
    with pytest.raises(BadInput, match="cannot be loaded"):
        find_edition_files(known_list("starter"), Path())


def test_every_file_of_a_list_that_is_fetched_has_its_address() -> None:
    for known in LISTS.values():
        fetched = [one for one in known.formats if one.urls]
        assert fetched[0] is known.formats[0]
        assert all(set(one.urls) == {role.key for role in one.roles} for one in fetched)
    assert LISTS["us_ofac_cons"].urls["comments"].endswith("/exports/CONS_COMMENTS.CSV")


def test_a_un_entry_keeps_every_fact_of_its_element() -> None:
    known = LISTS["un_sc"]
    assert known.reader is not None
    reading = known.reader("un_sc", {"consolidated": UN_XML})
    badege, *_, al_qaida = reading.listings
    assert (badege.entity_id, badege.name, badege.programs) == ("unsc-CDi.001", "ERIC BADEGE", ("DRC",))
    assert [(name.text, name.weak) for name in badege.names[1:]] == [("Rumuli", True)]
    assert [(b.text, b.first, b.last, b.circa) for b in badege.birth_dates] == [
        ("circa 1971", "1971-01-01", "1971-12-31", True)
    ]
    assert [(i.type, i.value, i.country) for i in badege.identifiers] == [("passport", "OB 0243318", "Rwanda")]
    assert [(name.text, name.kind.value, name.weak) for name in al_qaida.names] == [
        ("AL-QAIDA", "primary", False),
        ("القاعدة", "aka", False),
        ("Al Qaeda", "fka", False),
    ]
    assert reading.published == "2026-02-27"


def test_a_packed_file_unpacks_to_no_more_than_its_own_format_has(tmp_path: Path) -> None:
    """64 MB is fifteen times OFAC's largest CSV file: a small file that unpacks to more is no list."""
    packed = gzip.compress(b"0" * 65_000_000)
    assert len(packed) < 100_000
    (tmp_path / "sdn.csv.gz").write_bytes(packed)
    with pytest.raises(RefusedEdition, match="unpacks to more than 64 MB"):
        find_edition_files(known_list("us_ofac_sdn"), tmp_path)
    (tmp_path / "consolidated.xml.gz").write_bytes(packed)
    with pytest.raises(RefusedEdition, match="unpacks to more than 64 MB"):
        find_edition_files(known_list("un_sc"), tmp_path)
