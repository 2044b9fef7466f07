"""Entries that are gone from the database: nobody is told NO MATCH then, and doctor says which list it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

from bot.answers.as_json import answer_as_json
from bot.errors import BadInput
from bot.lists.files import EditionFiles
from bot.questions.ask import Ask, Kind, Subject
from handlers.ask import answer
from handlers.batch import packed
from handlers.desk import Desk
from jobs.loading import load
from store.database import writing
from tests.cli.conftest import Run, runner
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.lists.files import ADD, ALT, COMMENTS, SDN, UN_XML

Store = sessionmaker[Session]
WHOLE = EditionFiles({"primary": SDN, "alt": ALT, "add": ADD, "comments": COMMENTS}, "2026-11-20")


@pytest.fixture
def store_(tmp_path: Path) -> Store:
    return a_begun_database(tmp_path, facts=False)


def load_both(store: Store) -> None:
    assert load(store, "us_ofac_sdn", WHOLE, None, NOON).status == "applied"
    assert load(store, "un_sc", EditionFiles({"consolidated": UN_XML}), None, NOON).status == "applied"


def lose(store: Store, where: str) -> None:
    with writing(store) as session:
        session.execute(sql(f"DELETE FROM entries WHERE {where}"))


def asked(store: Store, name: str) -> dict[str, object]:
    desk = Desk(store, lambda: NOON)
    return answer_as_json(answer(Ask(Kind.SCREENING, text=name, subjects=(Subject(name),)), desk))


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        ("list = 'us_ofac_sdn'", "only 0 of the 3 entries of the OFAC SDN list are here; see sanctions-bot doctor."),
        ("entity_id = 'ofac-306'", "only 2 of the 3 entries of the OFAC SDN list are here; see sanctions-bot doctor."),
    ],
)
def test_where_entries_are_gone_nobody_is_told_no_match(store_: Store, gone: str, says: str) -> None:
    load_both(store_)
    lose(store_, gone)
    found = asked(store_, "Banco Nacional de Cuba")
    assert found["verdicts"] == ["not_loaded"]
    assert f"NOT CHECKED: “Banco Nacional de Cuba”: {says}" in str(found["text"])
    assert "NO MATCH" not in str(found["text"])


def test_who_is_found_all_the_same_is_listed(store_: Store) -> None:
    load_both(store_)
    lose(store_, "entity_id = 'ofac-306'")
    assert asked(store_, "Eric Badege")["verdicts"] == ["listed"]


def test_no_file_is_screened_against_what_is_not_all_there(store_: Store, tmp_path: Path) -> None:
    load_both(store_)
    lose(store_, "entity_id = 'ofac-306'")
    with pytest.raises(BadInput, match=r"Nothing was checked: only 2 of the 3 entries of the OFAC SDN list are here"):
        packed(Desk(store_, lambda: NOON), tmp_path / "index")


def test_whole_lists_say_no_match(store_: Store) -> None:
    load_both(store_)
    assert asked(store_, "Nobody Whomsoever")["verdicts"] == ["no_match"]


@pytest.fixture
def sanctions_bot(store_: Store) -> Run:
    url = store_.kw["bind"].url.render_as_string(hide_password=False)
    return runner({"DATABASE_URL": url, "SANCTIONS_LISTS_MIRROR": "", "SANCTIONS_BOT_LISTS": "us_ofac_sdn,un_sc"})


def test_the_command_line_says_not_checked_where_no_list_is_loaded(sanctions_bot: Run) -> None:
    for ran in (
        sanctions_bot("screen", "--json", "Rosneft"),
        sanctions_bot("screen", "--jsonl", stdin='{"id": 1, "name": "Rosneft"}\n'),
    ):
        assert (ran.json["verdict"], ran.json["results"]) == ("not_checked", [])
        assert ran.json["reasons"] == ["Not checked: no list is loaded."]


def test_and_where_a_list_is_not_all_there(store_: Store, sanctions_bot: Run) -> None:
    load_both(store_)
    lose(store_, "list = 'us_ofac_sdn'")
    ran = sanctions_bot("screen", "--jsonl", stdin='{"id": 1, "name": "Banco Nacional de Cuba"}\n')
    assert ran.json["verdict"] == "not_checked"


def test_doctor_tells_in_one_line_which_list_is_not_all_there(store_: Store, sanctions_bot: Run) -> None:
    load_both(store_)
    lose(store_, "entity_id = 'ofac-306'")
    of = {one["what"]: one for one in sanctions_bot("doctor", "--json").json["findings"]}
    assert of["us_ofac_sdn"]["says"] == "2 entries are here where the edition has 3"
    assert not of["us_ofac_sdn"]["ok"]
    assert of["us_ofac_sdn"]["mend"] == "Read it again from what is kept of it: sanctions-bot lists reread us_ofac_sdn."
    assert "entries are here" not in of["un_sc"]["says"]
