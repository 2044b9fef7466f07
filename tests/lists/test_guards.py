"""What is not a whole list is refused in one sentence; nothing is half read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadInput, RefusedEdition
from bot.lists.files import find_edition_files, unpacking
from bot.lists.publishers import known_list
from tests.lists.files import ADD, ALT, SDN, UN_XML

COMMENTS = b'306,"and the tail."\r\n\x1a'


def read(key: str, **files: bytes) -> None:
    known = known_list(key)
    assert known.reader is not None
    known.reader(known.key, files)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "sdn.csv is empty (0 bytes)."),
        (b"\xef\xbb\xbf \r\n\x1a", "is empty"),
        (b"<!DOCTYPE html><html><body>moved</body></html>", "is an HTML page"),
        (b"\xef\xbb\xbf \n\n<html lang='en'>", "is an HTML page"),
        (UN_XML, "is XML"),
        (ADD, "holds 6 columns in record 1 where 12 belong"),
        (SDN[:-40], "cut"),
        (SDN + b'999,"HALF A RO', "cut or damaged after record 3"),
        (SDN.replace(b"173,", b"36,"), "holds the entry 36 twice"),
        (SDN.replace(b'"individual"', b'"person"'), "has the type 'person'"),
        (SDN.replace(b"173,", b"ent_num,"), "no number or no name in record 2"),
        (SDN.decode().encode("utf-16"), "is not UTF-8"),
        (SDN.replace(b"CARIBBEAN", b"CARIB\xe9AN"), "is not UTF-8 text (byte 13"),
        (b"\x1a", "is empty"),
        (b"\r\n\r\n,\r\n", "holds 2 columns"),
    ],
)
def test_a_damaged_sdn_file_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition) as refusal:
        read("us_ofac_sdn", primary=content)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_the_file_cut_at_any_place_is_refused_or_lacks_whole_records() -> None:
    """A file cut between two records cannot be told from a shorter list: that it lost its end mark is said, and a
    loss of more than 5 % is held for a person."""
    known = known_list("us_ofac_sdn")
    assert known.reader is not None
    for size in range(1, len(SDN) - 1):
        try:
            reading = known.reader(known.key, {"primary": SDN[:size]})
        except RefusedEdition:
            continue
        names = {listing.name for listing in reading.listings}
        assert names <= {"AEROCARIBBEAN AIRLINES", "ANGLO-CARIBBEAN CO., LTD.", "BANCO NACIONAL DE CUBA"}
        assert reading.warnings


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            {"alt": ALT.replace(b"306,", b"99999,")},
            "alt.csv speaks of an entry that sdn.csv does not hold (such as 99999)",
        ),
        ({"add": ADD.replace(b"306,", b"99999,")}, "add.csv speaks of an entry"),
        ({"comments": COMMENTS.replace(b"306", b"15")}, "sdn_comments.csv speaks of an entry"),
        ({"alt": ALT.replace(b'"aka"', b'"alias"')}, "kind of alias 'alias'"),
    ],
)
def test_companions_of_another_publication_are_refused(files: dict[str, bytes], words: str) -> None:
    with pytest.raises(RefusedEdition) as refusal:
        read("us_ofac_sdn", primary=SDN, **files)
    assert words in str(refusal.value)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;">]>
<CONSOLIDATED_LIST>&l2;</CONSOLIDATED_LIST>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<CONSOLIDATED_LIST>&x;</CONSOLIDATED_LIST>"""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (BOMB, "document type or entities"),
        (EXTERNAL, "document type or entities"),
        (UN_XML[:-30], "is not well-formed XML"),
        (b"<sdnList></sdnList>", "its root is sdnList"),
        (b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "holds no entries"),
        (b"<html><body>Sorry</body></html>", "is an HTML page"),
        (SDN, "is not XML"),
        (UN_XML.replace(b"QDi.002", b"QDi.001"), "holds the entry QDi.001 twice"),
        (UN_XML.replace(b"<FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>BADEGE</SECOND_NAME>", b""), "without a reference"),
    ],
)
def test_a_damaged_un_file_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition) as refusal:
        read("un_sc", consolidated=content)
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n{"id":', "Line 2 is not JSON"),
        (b'{"id": "a", "schema": "Person"}', "Line 1 is no FollowTheMoney entity"),
        (b'{"schema": "Person", "properties": {"name": ["A"]}}', "Line 1 has no id"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', "Line 1 is a party without a name"),
        (b'{"id": "a", "schema": "Address", "properties": {}}', "holds no entries"),
        (b'{"a":' * 20_000, "is not JSON"),
        (b"a,b,c\n1,2,3\n", "neither FollowTheMoney JSON lines nor targets.simple.csv"),
        (b"id,schema,name\nx,Person\n", "Row 1 has the wrong number of columns"),
        (b"id,schema,name\nx,Person,A\nx,Person,B\n", "holds the entry x twice"),
    ],
)
def test_a_damaged_file_of_ones_own_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition) as refusal:
        read("ftm:own", entities=content)
    assert words in str(refusal.value)


def test_the_real_broken_downloads_are_refused(lists_dir: Path) -> None:
    sdn, un = known_list("us_ofac_sdn"), known_list("un_sc")
    assert sdn.reader is not None
    assert un.reader is not None
    empty = find_edition_files(sdn, lists_dir / "ofac_sdn/2024-05-04-broken-empty")
    with pytest.raises(RefusedEdition, match="empty"):
        sdn.reader(sdn.key, empty.files)
    corrupt = find_edition_files(un, lists_dir / "un/corrupt-2025-08-16")
    with pytest.raises(RefusedEdition, match=r"UTF-8|well-formed"):
        un.reader(un.key, corrupt.files)


def test_files_of_the_two_ofac_lists_are_told_apart_by_what_they_hold(lists_dir: Path) -> None:
    sdn = (lists_dir / "ofac_sdn/2023-12-28/sdn.csv").read_bytes()
    cons = (lists_dir / "ofac_cons/2025-12/cons_prim.csv").read_bytes()
    with pytest.raises(RefusedEdition, match="non-SDN list, not of this one"):
        read("us_ofac_sdn", primary=cons)
    with pytest.raises(RefusedEdition, match="SDN list, not of this one"):
        read("us_ofac_cons", primary=sdn)


def test_gzip_is_undone_within_bounds(tmp_path: Path) -> None:
    import gzip

    bomb = gzip.compress(b"0" * 1_000_000)
    assert len(b"".join(unpacking("x.gz", [bomb]))) == 1_000_000
    with pytest.raises(RefusedEdition, match="unpacks to more"):
        list(unpacking("x.gz", [bomb], max_bytes=1000))
    with pytest.raises(RefusedEdition, match="its gzip data has no end"):
        list(unpacking("x.gz", [bomb[:-20]]))
    with pytest.raises(RefusedEdition, match="not a whole gzip file"):
        list(unpacking("x.gz", [b"plain"]))


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file or folder"):
        find_edition_files(known_list("un_sc"), tmp_path / "nowhere")
    with pytest.raises(RefusedEdition, match=r"holds no consolidated\.xml"):
        find_edition_files(known_list("un_sc"), tmp_path)
