"""briefing load, export and history on the command line."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.cli.conftest import Run

SMALL = """sources:
  paper: {publisher: A newspaper, date: 2026-11-20}
statements:
  - {id: plan, topic: [plan], says: There is no plan., source: paper, confidence: reported, contradicts: [request]}
"""


def test_the_briefing_comes_out_as_it_can_be_read_again(sanctions_bot: Run, tmp_path: Path) -> None:
    first = sanctions_bot("briefing", "export").out
    path = tmp_path / "briefing.yml"
    path.write_text(first, encoding="utf-8")
    assert sanctions_bot("briefing", "load", str(path), "--json").json == {
        "statements": 76, "measures": 12, "programs": 8, "programs_ended": 0, "licenses": 106, "sources": 141,
    }  # fmt: skip
    assert sanctions_bot("briefing", "export").out == first
    assert yaml.safe_load(first)["measures"][0]["history"][-1]["parameters"]["level"] == 44.1


def test_what_is_loaded_over_a_statement_is_its_next_version(sanctions_bot: Run, tmp_path: Path) -> None:
    path = tmp_path / "small.yml"
    path.write_text(SMALL, encoding="utf-8")
    sanctions_bot("briefing", "export")
    assert sanctions_bot("briefing", "load", str(path)).code == 0
    now, before = sanctions_bot("briefing", "history", "plan", "--json").json["versions"]
    assert (now["version"], now["who"], now["says"]) == (2, "command line", "There is no plan.")
    assert (now["source"]["publisher"], before["version"]) == ("A newspaper", 1)
    assert "There is no plan." in sanctions_bot("briefing", "history", "plan").out


def test_a_bad_briefing_is_refused_with_its_line_and_nothing_of_it_is_stored(
    sanctions_bot: Run, tmp_path: Path
) -> None:
    before = sanctions_bot("briefing", "export").out
    path = tmp_path / "bad.yml"
    path.write_text(SMALL.replace("[request]", "[nobody]"), encoding="utf-8")
    done = sanctions_bot("briefing", "load", str(path), "--json")
    assert (done.code, done.json["status"]) == (2, "refused")
    assert "bad.yml, line 4, statement plan: there is no statement 'nobody' to contradict." in done.err
    assert sanctions_bot("briefing", "export").out == before
    assert sanctions_bot("briefing", "history", "nobody").code == 2
