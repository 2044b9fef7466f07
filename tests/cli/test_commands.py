"""The command line as scripts use it: one JSON object, exit codes, streams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import WHERE
from tests.cli.conftest import Run

FTM = {
    "id": "NK-zala",
    "schema": "Company",
    "caption": "Zala Aero Group",
    "properties": {"name": ["ZALA AERO GROUP"], "alias": ["ЗАЛА АЭРО"]},
}
ASK_FIELDS = {
    "kind",
    "subjects",
    "options",
    "programs",
    "lists",
    "period",
    "as_of",
    "verdicts",
    "text",
    "editions",
    "illustrative",
}


@pytest.fixture
def ftm_file(tmp_path: Path) -> Path:
    path = tmp_path / "entities.ftm.json"
    path.write_text(json.dumps(FTM, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_a_followthemoney_file_is_loaded_and_screened_in_a_stream(sanctions_bot: Run, ftm_file: Path) -> None:
    done = sanctions_bot("lists", "load", "ftm:bench", str(ftm_file), "--json")
    assert done.code == 0
    assert done.json["status"] == "applied"
    assert done.json["entries"] == 1
    requests = [
        {"id": "1", "name": "Zala Aero Group", "limit": 3},
        {"id": "2", "pair": ["Zala Aero", "Zala Aero Group"]},
        {"id": "3"},
        {"id": "4", "name": "Nobody Of That Name"},
    ]
    stdin = "".join(json.dumps(r) + "\n" for r in requests) + "this is no JSON\n"
    first, pair, bad, nobody, broken = sanctions_bot("screen", "--jsonl", stdin=stdin).lines
    assert (first["id"], first["verdict"]) == ("1", "listed")
    assert first["results"][0]["entity_id"] == "NK-zala"
    assert set(first["results"][0]) == {
        "entity_id", "name", "matched_name", "score", "match", "lists", "programs", "effect", "standing",
            "reasons", "url",
    }  # fmt: skip
    assert first["results"][0]["reasons"]
    assert 0 <= pair["score"] <= 1
    assert bad["id"] == "3"
    assert "name" in bad["error"]
    assert (nobody["id"], nobody["verdict"]) == ("4", "no_match")
    assert broken["id"] is None
    assert broken["error"]


def test_a_birth_date_that_cannot_be_is_an_error_of_its_line(sanctions_bot: Run, ftm_file: Path) -> None:
    sanctions_bot("lists", "load", "ftm:bench", str(ftm_file), "--json")
    dates = ["1999-02-30", "0000-00-00", "1900-01-01", 1970, "soon", True, ""]
    requests = [{"id": at, "name": "Zala Aero Group", "birth_date": day} for at, day in enumerate(dates)]
    lines = sanctions_bot("screen", "--jsonl", stdin="".join(json.dumps(r) + "\n" for r in requests)).lines
    assert [line["id"] for line in lines if "error" in line] == [0, 4, 5]
    assert {line["verdict"] for line in lines if "error" not in line} == {"listed"}


def test_asking_for_json_gives_the_fields_of_the_contract(loaded: Run) -> None:
    given = loaded("ask", "--json", "is Bank of Russia sanctioned?").json
    assert set(given) >= ASK_FIELDS
    assert (given["kind"], given["subjects"], given["verdicts"]) == ("screening", ["Bank of Russia"], ["listed"])
    assert [(e["list"], e["published"], e["stale"]) for e in given["editions"]] == [
        ("us_ofac_cons", "2025-12", True),
        ("un_sc", "2026-02-27", True),
    ]
    assert given["screenings"][0]["results"][0]["entity_id"] == "ofac-31695"


def test_questions_stream_with_a_clock_of_their_own(loaded: Run) -> None:
    lines = [
        {"id": 1, "text": "what changed last week?", "now": "2026-03-02T09:00:00Z"},
        {"id": 2, "text": 7},
        {"id": 3, "text": "sources", "now": "not a time"},
    ]
    one, two, three = loaded("ask", "--jsonl", stdin="".join(json.dumps(x) + "\n" for x in lines)).lines
    assert (one["id"], one["period"]) == (1, {"since": "2026-02-23", "until": "2026-03-01"})
    assert (two["id"], "text" in two["error"]) == (2, True)
    assert (three["id"], "ISO" in three["error"]) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lists", "load", "us_ofac_sdn", "no-such-file", "--json"), "no-such-file"),
        (("lists", "load", "nonsense", "x", "--json"), "nonsense"),
        (("lists", "show", "un_sc", "--json"), "No edition of un_sc is loaded"),
        (("options", "show", "Q", "--json"), "There is no option Q"),
        (("options", "load", "no-such-file.yml", "--json"), "no-such-file.yml"),
        (("ask", "--json"), "Ask what?"),
        (("ask", "--json", "--now", "yesterday", "sources"), "ISO"),
        (("changes", "--since", "soon", "--json"), "ISO date"),
    ],
)
def test_bad_input_is_one_line_and_an_object_and_exit_2(
    sanctions_bot: Run, arguments: tuple[str, ...], says: str
) -> None:
    done = sanctions_bot(*arguments)
    assert done.code == 2
    assert done.json["status"] == "refused"
    assert says in done.json["reason"]
    assert done.err.count("\n") == 1
    assert says in done.err


def test_a_wrong_option_is_exit_2(sanctions_bot: Run) -> None:
    assert sanctions_bot("ask", "--nonsense").code == 2


def test_an_empty_download_is_refused_and_the_last_good_edition_stays(loaded: Run, lists_dir: Path) -> None:
    done = loaded("lists", "load", "us_ofac_sdn", str(lists_dir / "ofac_sdn/2024-05-04-broken-empty"), "--json")
    assert (done.code, done.json["status"]) == (2, "refused")
    corrupt = loaded("lists", "load", "un_sc", str(lists_dir / "un/corrupt-2025-08-16"), "--json")
    assert (corrupt.code, corrupt.json["status"]) == (2, "refused")
    assert loaded("lists", "show", "un_sc", "--json").json["entries"] == 1003


def test_the_index_is_stored_beside_the_database_or_where_the_setting_says(
    sanctions_bot: Run, ftm_file: Path, tmp_path: Path
) -> None:
    sanctions_bot("lists", "load", "ftm:bench", str(ftm_file))
    first = sanctions_bot("screen", "Zala Aero Group", "--json")
    [stored] = tmp_path.glob("names-*.index")
    made = stored.stat().st_mtime_ns
    assert sanctions_bot("screen", "Zala Aero Group", "--json") == first
    assert stored.stat().st_mtime_ns == made
    elsewhere = sanctions_bot("screen", "Zala Aero Group", "--json", SANCTIONS_BOT_INDEX_DIR=str(tmp_path / "index"))
    assert elsewhere == first
    assert [path.name for path in (tmp_path / "index").iterdir()] == [stored.name]


def test_names_of_settings_are_whole_in_a_narrow_terminal(sanctions_bot: Run) -> None:
    done = sanctions_bot("config", COLUMNS="80")
    assert "SANCTIONS_BOT_CONFIDENTIAL_CHANNELS " in done.out
    assert "…" not in done.out


def test_settings_are_printed_with_secrets_masked(sanctions_bot: Run) -> None:
    done = sanctions_bot(
        "config", "--json", SLACK_BOT_TOKEN="xoxb-secret", DATABASE_URL="postgresql://u:hunter2@localhost/db"
    )
    assert "xoxb-secret" not in done.out
    assert "hunter2" not in done.out
    token = next(s for s in done.json["settings"] if s["variable"] == "SLACK_BOT_TOKEN")
    assert (token["value"], token["source"]) == ("(set)", "environment")


def test_a_number_that_is_none_names_its_variable(sanctions_bot: Run) -> None:
    done = sanctions_bot("config", PORT="eighty")
    assert (done.code, done.err) == (2, "sanctions-bot: PORT must be a whole number, not 'eighty'.\n")


def test_a_team_says_where_possible_begins(sanctions_bot: Run, ftm_file: Path) -> None:
    sanctions_bot("lists", "load", "ftm:bench", str(ftm_file))
    usual = sanctions_bot("screen", "Zala Aerro Holding Grupp", "--json").json
    quiet = sanctions_bot("screen", "Zala Aerro Holding Grupp", "--json", SANCTIONS_BOT_POSSIBLE_FROM="0.90").json
    assert 0.80 <= usual["results"][0]["score"] < 0.90
    assert (usual["verdict"], usual["results"][0]["match"]) == ("possible", True)
    assert (quiet["verdict"], quiet["results"][0]["match"]) == ("no_match", False)


def test_a_policy_that_cannot_be_names_its_variables(sanctions_bot: Run) -> None:
    done = sanctions_bot("screen", "Rosneft", SANCTIONS_BOT_POSSIBLE_FROM="2")
    assert done.code == 2
    assert done.err.startswith("sanctions-bot: POSSIBLE may begin from 0.70 to 0.90, not at '2'.")
    assert "SANCTIONS_BOT_POSSIBLE_FROM" in done.err


@pytest.mark.parametrize(
    ("command", "given", "missing"),
    [
        ("socket", {}, "SLACK_APP_TOKEN"),
        ("web", {}, "SLACK_SIGNING_SECRET"),
        ("web", {"SLACK_SIGNING_SECRET": "s"}, "SLACK_BOT_TOKEN"),
    ],
)
def test_a_missing_token_names_its_variable(
    sanctions_bot: Run, command: str, given: dict[str, str], missing: str
) -> None:
    done = sanctions_bot(command, **given)
    assert done.code == 2
    assert f"{missing} is not set" in done.err


def test_doctor_says_what_is_wrong_and_how_to_mend_it(sanctions_bot: Run) -> None:
    done = sanctions_bot("doctor", "--json")
    assert done.code == 1
    found = {f["what"]: f for f in done.json["findings"]}
    assert found["database"]["ok"]
    assert found["us_ofac_sdn"]["says"] == "not loaded"
    assert "sanctions-bot refresh" in found["us_ofac_sdn"]["mend"]


def test_the_options_come_out_as_they_can_be_read_again(sanctions_bot: Run, tmp_path: Path) -> None:
    exported = tmp_path / "options.yml"
    exported.write_text(sanctions_bot("options", "export").out, encoding="utf-8")
    again = sanctions_bot("options", "load", str(exported), "--json").json
    assert [(o["option"], o["new"]) for o in again["options"]] == [("A", False), ("B", False), ("C", False)]


def test_the_impact_of_an_option_has_the_fields_of_the_contract(sanctions_bot: Run) -> None:
    given = sanctions_bot("options", "impact", "b", "--json").json
    assert list(given)[:10] == [
        "option", "version", "status", "illustrative", "terms", "freed", "partly_relieved", "measures",
        "still_listed_elsewhere", "linked_left_blocked",
    ]  # fmt: skip
    assert given["measures"] == ["oil-price-cap-crude"]


@pytest.mark.parametrize("command", sorted(WHERE))
def test_every_command_explains_itself(sanctions_bot: Run, command: str) -> None:
    done = sanctions_bot(command, "--help")
    assert done.code == 0
    assert len(done.out.splitlines()) > 3
