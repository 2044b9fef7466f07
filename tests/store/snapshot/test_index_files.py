"""The stored index: found again at the next start, and never worth an error."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from bot.sanctions.listing import Listing
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from store.snapshot.index_files import AN_HOUR, IndexFiles
from tests.builders import a_listing, a_person

DERIPASKA, ROSNEFT = a_person(), a_listing()


class Listed:
    """Listings that remember how often they were read: an index that is built reads them once."""

    def __init__(self, *listings: Listing) -> None:
        self.listings, self.read = listings, 0

    def __call__(self) -> tuple[Listing, ...]:
        self.read += 1
        return self.listings


def finds(index: Index, name: str) -> bool:
    return index.screen(Query(name)).verdict is Verdict.LISTED


def stored(folder: Path) -> list[Path]:
    return sorted(folder.glob("names-*.index"), key=lambda path: path.stat().st_mtime)


def test_a_start_on_the_same_lists_finds_the_index_and_builds_none(tmp_path: Path):
    listed = Listed(DERIPASKA)
    first = IndexFiles(tmp_path).index_of("content", listed)
    again = IndexFiles(tmp_path).index_of("content", listed)
    assert listed.read == 1
    assert again.screen(Query("Oleg Deripaska")) == first.screen(Query("Oleg Deripaska"))
    assert finds(again, "Oleg Deripaska")


def test_the_folder_is_made_and_holds_one_file_and_nothing_else(tmp_path: Path):
    index = IndexFiles(tmp_path / "var" / "index").index_of("content", Listed(DERIPASKA))
    assert [path.name for path in (tmp_path / "var" / "index").iterdir()] == [f"names-{index.version[:16]}.index"]


def test_half_an_index_that_somebody_killed_left_behind_is_taken_away_and_one_that_is_being_written_is_not(
    tmp_path: Path,
):
    old, new, other = (
        tmp_path / name for name in ("names-a.index.1.part", "names-b.index.2.part", "past-c.index.3.part")
    )
    for part in (old, new, other):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (part.stat().st_atime, part.stat().st_mtime - AN_HOUR - 60))
    IndexFiles(tmp_path).index_of("content", Listed(DERIPASKA))
    assert [part.exists() for part in (old, new, other)] == [False, True, True]


def test_without_a_folder_nothing_is_stored_and_each_start_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    listed = Listed(DERIPASKA)
    for _ in range(2):
        assert finds(IndexFiles(None).index_of("content", listed), "Oleg Deripaska")
    assert listed.read == 2
    assert list(tmp_path.iterdir()) == []


def test_other_content_has_another_index(tmp_path: Path):
    files = IndexFiles(tmp_path)
    files.index_of("one", Listed(DERIPASKA))
    other = files.index_of("other", Listed(ROSNEFT))
    assert finds(other, "Rosneft Oil Company")
    assert not finds(other, "Oleg Deripaska")
    assert len(stored(tmp_path)) == 2


def test_a_damaged_file_is_told_of_in_one_line_built_anew_and_replaced(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    listed = Listed(DERIPASKA)
    IndexFiles(tmp_path).index_of("content", listed)
    [path] = stored(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    for _ in range(2):
        assert finds(IndexFiles(tmp_path).index_of("content", listed), "Oleg Deripaska")
    assert listed.read == 2
    assert stored(tmp_path) == [path]
    [line] = caplog.records
    assert line.levelno == logging.WARNING
    assert path.name in line.getMessage()
    assert line.getMessage().endswith("It is built anew.")
    assert "DERIPASKA" not in caplog.text.upper()


def test_a_file_under_the_name_of_another_is_not_taken_for_it(tmp_path: Path):
    files = IndexFiles(tmp_path)
    files.index_of("one", Listed(DERIPASKA))
    [one] = stored(tmp_path)
    files.index_of("other", Listed(ROSNEFT))
    [other] = set(stored(tmp_path)) - {one}
    other.write_bytes(one.read_bytes())
    listed = Listed(ROSNEFT)
    assert finds(files.index_of("other", listed), "Rosneft Oil Company")
    assert listed.read == 1


@pytest.mark.parametrize("folder", [".", "folder"])
def test_where_no_file_can_be_written_it_is_said_in_one_line_and_questions_are_answered(
    folder: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "file").write_text("This is no folder.")
    index = IndexFiles(tmp_path / "file" / folder).index_of("content", Listed(DERIPASKA))
    assert finds(index, "Oleg Deripaska")
    [line] = caplog.records
    assert line.levelno == logging.WARNING
    assert str(tmp_path / "file") in line.getMessage()
    assert "SANCTIONS_BOT_INDEX_DIR" in line.getMessage()
    assert "DERIPASKA" not in caplog.text.upper()


def test_the_two_newest_files_are_kept_and_those_of_others_left_alone(tmp_path: Path):
    (tmp_path / "sanctions.db").write_text("")
    (tmp_path / "other.index").write_text("")
    files = IndexFiles(tmp_path)
    for age, content in ((3, "oldest"), (2, "older"), (1, "old")):
        files.index_of(content, Listed(DERIPASKA))
        newest = stored(tmp_path)[-1]
        os.utime(newest, (newest.stat().st_atime, newest.stat().st_mtime - 3600 * age))
    before = stored(tmp_path)
    files.index_of("new", Listed(DERIPASKA))
    after = stored(tmp_path)
    assert len(after) == 2
    assert after[0] == before[-1]
    assert {path.name for path in tmp_path.iterdir()} - {path.name for path in after} == {"sanctions.db", "other.index"}
