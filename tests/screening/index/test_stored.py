"""The stored index: the same answers as the one it was made from, or a refusal."""

from __future__ import annotations

import threading
from pathlib import Path
from zlib import crc32

import pytest

from bot.sanctions.party import BirthDate, Identifier
from bot.screening.index.stored import UnusableIndex
from bot.screening.query import Query, Screening
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

PARTIES = [
    a_listing(aka=("ROSNEFT",), identifiers=(Identifier("tax_id", "7706107510", "Russia", "Tax ID No."),)),
    a_person(birth_dates=(BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02"),), nationalities=("Russia",)),
    a_person("محمد علي", entity_id="ofac-2", weak=("RQ",)),
    a_listing("Łódź Trading “Ω” GmbH", entity_id="ofac-3", list="eu_fsf"),
]
QUESTIONS = [
    Query("Rosneft"),
    Query("7706107510"),
    Query("Oleg Deripaska", birth_date="1968"),
    Query("Oleg Deripasko", country="ru"),
    Query("محمد علی"),
    Query("Lodz Trading"),
    Query("Lodz Trading", lists=frozenset({"eu_fsf"})),
    Query("Lodz Trading", lists=frozenset({"un_sc"})),
]


def answers(index: Index) -> list[Screening]:
    return [index.screen(question) for question in QUESTIONS]


@pytest.fixture
def built() -> Index:
    return Index.build(PARTIES, version="editions of today")


@pytest.fixture
def file(built: Index, tmp_path: Path) -> Path:
    built.save(tmp_path / "names.index")
    return tmp_path / "names.index"


def test_a_stored_index_answers_as_the_one_it_was_made_from(built: Index, file: Path) -> None:
    loaded = Index.load(file)
    assert answers(loaded) == answers(built)
    assert (loaded.version, loaded.size, loaded.entities) == ("editions of today", built.size, built.entities)


def test_an_empty_index_can_be_stored(tmp_path: Path) -> None:
    Index.build([]).save(tmp_path / "names.index")
    assert Index.load(tmp_path / "names.index").screen(Query("Rosneft")).hits == ()


def test_storing_leaves_nothing_else_behind_and_replaces_what_was_there(file: Path, built: Index) -> None:
    Index.build(PARTIES[:1], version="another").save(file)
    assert Index.load(file).version == "another"
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(file: Path, part: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(UnusableIndex):
        Index.load(file)


def test_a_file_with_any_damaged_array_is_refused(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    header = int.from_bytes(whole[8:12], "little") + 16
    refused = 0
    for at in range(8, header, 97):
        damaged = whole.copy()
        damaged[at] ^= 0x01
        file.write_bytes(damaged)
        with pytest.raises(UnusableIndex):
            Index.load(file)
        refused += 1
    assert refused > 5
    whole[header + 3] ^= 0x10
    file.write_bytes(whole)
    with pytest.raises(UnusableIndex, match="damaged"):
        Index.load(file)


def test_a_file_of_another_version_of_the_program_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    length = int.from_bytes(whole[8:12], "little")
    at = whole.index(b'"matching": "') + len(b'"matching": "')
    other = whole[:at] + (b"0" if whole[at : at + 1] != b"0" else b"1") + whole[at + 1 :]

    check = crc32(other[16 : 16 + length]).to_bytes(4, "little")
    file.write_bytes(other[:12] + check + other[16:])
    with pytest.raises(UnusableIndex, match="another version"):
        Index.load(file)


@pytest.mark.parametrize("content", [b"", b"hello", b"SANCTIDX", b"PK\x03\x04" * 400])
def test_a_file_that_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(UnusableIndex):
        Index.load(tmp_path / "x")


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndex):
        Index.load(tmp_path / "absent")
    with pytest.raises(UnusableIndex):
        Index.load(tmp_path)


def test_threads_that_store_it_at_once_all_do_and_nothing_is_left_behind(tmp_path: Path, built: Index) -> None:
    path, begin, failed = tmp_path / "names.index", threading.Barrier(8), []

    def store() -> None:
        begin.wait()
        try:
            for _ in range(10):
                built.save(path)
                Index.load(path)
        except (OSError, UnusableIndex) as error:
            failed.append(repr(error))

    threads = [threading.Thread(target=store) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert list(tmp_path.iterdir()) == [path]


def test_many_threads_get_the_same_answers(file: Path) -> None:
    index = Index.load(file)
    expected = answers(index)
    wrong: list[int] = []

    def ask(number: int) -> None:
        for _ in range(20):
            if answers(index) != expected:
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
