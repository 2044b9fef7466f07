"""options show, impact and compare: tables, pictures, versions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run, runner
from tests.databases import a_begun_database_url


@pytest.fixture
def sanctions_bot(tmp_path: Path) -> Run:
    """On the parties of the starter set."""
    return runner({"DATABASE_URL": a_begun_database_url(tmp_path), "SANCTIONS_LISTS_MIRROR": ""})


def test_everybody_whom_an_option_reaches_is_written_as_a_table(sanctions_bot: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    given = sanctions_bot("options", "impact", "A", "--csv", str(target), "--json").json
    with target.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {row["entity id"] for row in rows} == {*given["freed"], *given["partly_relieved"]}
    assert rows
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_the_json_of_an_impact_counts_by_type_and_says_what_remains(sanctions_bot: Run) -> None:
    given = sanctions_bot("options", "impact", "B", "--json").json
    assert sum(count["freed"] for count in given["by_type"].values()) == len(given["freed"])
    assert set(given["remains"]) == set(given["partly_relieved"])
    assert {left["bond"] for left in given["remains"].values()} <= {
        "blocked",
        "sectoral",
        "cannot_tell",
        "restricted",
    }


def test_a_comparison_has_a_cell_for_each_pair_of_outcomes_and_they_add_up(sanctions_bot: Run) -> None:
    given = sanctions_bot("options", "compare", "a", "b", "--json").json
    cells = [one for cell in given["outcomes"] for one in cell["entities"]]
    assert len(cells) == len(set(cells))
    assert set(cells) == {*given["only"]["A"], *given["only"]["B"], *given["both"]}
    assert sanctions_bot("options", "compare", "a", "A").code == 2


@pytest.mark.parametrize("command", [("show", "B"), ("compare", "A", "B")])
def test_a_picture_is_written_as_png_and_as_nothing_else(
    sanctions_bot: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    pytest.importorskip("matplotlib")
    target = tmp_path / "picture.png"
    assert sanctions_bot("options", *command, "--plot", str(target)).code == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    refused = sanctions_bot("options", *command, "--plot", str(tmp_path / "picture.jpg"))
    assert refused.code == 2
    assert "has to end in .png" in refused.err


def test_a_file_that_cannot_be_written_is_refused_in_one_line(sanctions_bot: Run, tmp_path: Path) -> None:
    refused = sanctions_bot("options", "impact", "B", "--csv", str(tmp_path / "no" / "b.csv"))
    assert refused.code == 2
    assert "b.csv cannot be written" in refused.err


def test_old_versions_stay_readable(sanctions_bot: Run, tmp_path: Path) -> None:
    changed = tmp_path / "options.yml"
    written = sanctions_bot("options", "export").out.replace("Ships, pipelines, oil and gas", "Ships alone")
    changed.write_text(written, encoding="utf-8")
    sanctions_bot("options", "load", str(changed), "--why", "shorter")
    given = sanctions_bot("options", "show", "B", "--version", "1", "--json").json
    assert given["title"] == "Ships, pipelines, oil and gas"
    assert [(one["version"], one["why"]) for one in given["versions"]] == [(2, "shorter"), (1, "first start")]
    assert "Version 1, superseded" in given["text"].splitlines()[0]
    assert sanctions_bot("options", "show", "B", "--version", "9").code == 2
