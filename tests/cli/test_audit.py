"""The audit on the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

import store.asking.questions
from store.asking.questions import Asked
from store.database import open_engine, sessions
from store.tables.asking import QuestionRow
from tests.cli.conftest import Run
from tests.conftest import NOON
from tests.once import opened


def test_the_audit_says_who_asked_what_and_which_options_they_saw(sanctions_bot: Run, tmp_path: Path):
    with opened(tmp_path).begin() as session:
        for days, options in ((0, ("B",)), (1, ())):
            asked = Asked("T1", "C1", "U1", "what's in option B?", "option", options=options)
            store.asking.questions.record(session, asked, NOON + timedelta(days=days))
    found = sanctions_bot("audit", "--json").json["questions"]
    assert [(one["who"], one["place"], one["options"]) for one in found] == [("U1", "C1", ["B"]), ("U1", "C1", [])]
    assert len(sanctions_bot("audit", "--since", "2026-11-24", "--json").json["questions"]) == 1
    assert len(sanctions_bot("audit", "--option", "b", "--json").json["questions"]) == 1
    assert "options shown: B" in sanctions_bot("audit").out
    assert sanctions_bot("audit", "--since", "soon").code == 2


def test_a_setting_that_names_nobody_is_refused(sanctions_bot: Run):
    for variable, value in (
        ("SANCTIONS_BOT_EDITORS", "maria"),
        ("SANCTIONS_BOT_CONFIDENTIAL_CHANNELS", "#legal"),
        ("SANCTIONS_BOT_CONFIDENTIAL_PEOPLE", "C0LEGAL"),
    ):
        ran = sanctions_bot("ask", "options", **{variable: value})
        assert ran.code == 2
        assert variable in ran.err


def asked(folder: Path) -> None:
    with opened(folder).begin() as session:
        for who, text in (("U1", "is Rosneft sanctioned?"), ("U2", "=cmd|' /C calc'!A0"), ("U1", "and Lukoil?")):
            store.asking.questions.record(
                session, Asked("T1", "C1", who, text, "screening", verdicts=("listed",)), NOON
            )


def test_the_record_is_verified_and_a_change_of_it_is_said(sanctions_bot: Run, tmp_path: Path):
    asked(tmp_path)
    found = sanctions_bot("audit", "verify", "--json").json
    assert (found["whole"], found["rows"], found["faults"]) == (True, 3, [])
    assert "The record is whole: 3 rows" in sanctions_bot("audit", "verify").out
    with sessions(open_engine(f"sqlite:///{tmp_path / 'bot.db'}")).begin() as session:
        session.execute(update(QuestionRow).where(QuestionRow.seq == 2).values(text="nothing"))
    ran = sanctions_bot("audit", "verify", "--json")
    assert (ran.code, ran.json["whole"], ran.json["faults"]) == (1, False, ["Row 2 was changed."])
    assert "THE RECORD IS NOT WHOLE." in sanctions_bot("audit", "verify").out
    assert sanctions_bot("audit", "verify", "--head", found["head"]).code == 1


def test_the_record_is_exported_as_csv_and_json(sanctions_bot: Run, tmp_path: Path):
    asked(tmp_path)
    rows = [*csv.DictReader(io.StringIO(sanctions_bot("audit", "export").out))]
    assert [row["who"] for row in rows] == ["U1", "U2", "U1"]
    assert rows[1]["text"] == "'=cmd|' /C calc'!A0"  # no spreadsheet runs it
    assert sanctions_bot("audit", "export", "--json").json["questions"][1]["text"] == "=cmd|' /C calc'!A0"
    for name in ("audit.csv", "audit.json"):
        assert sanctions_bot("audit", "export", "-o", str(tmp_path / name)).code == 0
    assert len(json.loads((tmp_path / "audit.json").read_text())["questions"]) == 3
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("audit.csv", "audit.json")} == {0o600}
    assert (tmp_path / "audit.csv").read_bytes().startswith(b"\xef\xbb\xbfat,team,place,who,text")
    ran = sanctions_bot("audit", "export", "-o", str(tmp_path / "nowhere/audit.csv"))
    assert (ran.code, "cannot be written" in ran.err) == (2, True)


def test_a_file_whose_name_says_no_form_is_not_written(sanctions_bot: Run, tmp_path: Path):
    asked(tmp_path)
    for name in ("audit.txt", "audit", "audit.xlsx"):
        ran = sanctions_bot("audit", "export", "-o", str(tmp_path / name))
        assert (ran.code, "neither .csv nor .json" in ran.err, (tmp_path / name).exists()) == (2, True, False)
    assert sanctions_bot("audit", "export", "-o", str(tmp_path / "audit.txt"), "--format", "json").code == 0
    assert len(json.loads((tmp_path / "audit.txt").read_text())["questions"]) == 3
    assert sanctions_bot("audit", "export", "-o", str(tmp_path / "audit.CSV"), "--json").code == 0
    assert (tmp_path / "audit.CSV").read_bytes().startswith(b"\xef\xbb\xbfat,")


def test_a_person_is_forgotten(sanctions_bot: Run, tmp_path: Path):
    asked(tmp_path)
    assert sanctions_bot("forget", "U1", "--json").json == {"person": "U1", "forgotten": 2}
    assert "U1" not in sanctions_bot("audit", "export").out
    listed = sanctions_bot("audit").out.splitlines()
    assert sum(line.endswith("a question whose words, name and place were deleted") for line in listed) == 2
    assert listed[-1].endswith(" UTC · 2 questions of one person were deleted")
    assert sanctions_bot("audit", "verify", "--json").json["whole"]
    assert sanctions_bot("forget", " ").code == 2
