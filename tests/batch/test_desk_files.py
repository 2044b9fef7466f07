"""Files as desks have them, each right or refused: through the command line, into CSV and into a workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.batch.desk_files import FILES
from tests.batch.desk_files_banks import FILES as BANKS
from tests.batch.desk_files_blind import FILES as BLIND
from tests.batch.desk_files_fresh import FILES as FRESH
from tests.batch.desk_files_kept import FILES as KEPT
from tests.batch.making import DeskFile
from tests.cli.conftest import Run

EVERY = [*FILES, *KEPT, *BLIND, *BANKS, *FRESH]


# by turns: what is written in does not hang together with what it was read from
@pytest.mark.parametrize(("at", "file"), [*enumerate(EVERY)], ids=lambda one: getattr(one, "name", ""))
def test_a_file_is_right_or_refused(screened_with: Run, tmp_path: Path, at: int, file: DeskFile) -> None:
    source, target = tmp_path / file.name, tmp_path / ("out.xlsx" if at % 2 else "out.csv")
    source.write_bytes(file.content)
    done = screened_with("screen", str(source), "-o", str(target), "--json")
    if done.code == 2:
        assert file.refused, done.json["reason"]
        assert any(words in done.json["reason"] for words in file.refused.split("|")), done.json["reason"]
        assert not target.exists()
        return
    assert file.verdicts, done.out
    verdicts = verdicts_in(target)
    assert tuple(verdicts) == file.verdicts
    assert done.json["rows"] == len(verdicts)
    assert done.json["blank"] == verdicts.count("")
    assert {word: done.json[word] for word in ("listed", "possible", "no_match", "not_checked")} == {
        word: verdicts.count(word) for word in ("listed", "possible", "no_match", "not_checked")
    }
    if file.column:
        assert done.json["columns"]["name"] == file.column


def verdicts_in(target: Path) -> list[str]:
    if target.suffix == ".xlsx":
        head, *rows = load_workbook(target)["Screened"].iter_rows(values_only=True)
        at = head.index("verdict")
        return [str(row[at] or "") for row in rows]
    text = target.read_bytes().decode("utf-8-sig")
    delimiter = ";" if text.splitlines()[0].count(";") > text.splitlines()[0].count(",") else ","
    return [row["verdict"] for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)]
