"""Files dropped in the local workspace: fetched with the bot's token, screened, told of in one message, sent back."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from slack_sdk import WebClient
from sqlalchemy import select

from bot.errors import BadInput
from handlers.desk import Desk
from handlers.slack.batch.dropped import MANY, Dropped, dropped_in, fetch
from handlers.slack.batch.telling import Pace
from handlers.slack.front import DeskFront
from store.tables.asking import QuestionRow
from tests.batch.making import workbook
from tests.builders import a_person
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.slack.running import Running, running
from tests.store.builders import load

SMALL = "id,name,country\n1,Oleg Deripaska,RU\n2,Harbour Light Shipping,NL\n3,Igor Ivanovich Sechin,RU\n4,,DE\n"


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    sessions = a_database(tmp_path_factory.mktemp("batches"))
    load(sessions, "2023-12-28", [a_person(), a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16692")])
    return DeskFront(Desk(sessions, lambda: NOON))


@pytest.fixture(scope="module")
def bot(front: DeskFront) -> Iterator[Running]:
    with running(front, "socket") as found:
        yield found
        assert found.workspace.violations() == []


@pytest.fixture
def without(front: DeskFront) -> Iterator[Any]:
    """A workspace that has not granted a scope."""
    with running(front, "http") as found:

        def lacking(scope: str) -> Running:
            token = found.workspace.hub.state.tokens[found.workspace.bot_token]
            token.scopes = tuple(each for each in token.scopes if each != scope)
            return found

        yield lacking


def drop(bot: Running, place: str, content: str | bytes, name: str = "parties.csv", words: str = "") -> str:
    held = content if isinstance(content, bytes) else content.encode()
    return bot.workspace.attach(place, "maria", name, base64.b64encode(held).decode(), words)


def said_in_dm(bot: Running, ts: str) -> list[dict[str, Any]]:
    return [each for each in bot.workspace.direct("maria") if each["ts"] > ts and each.get("bot_id")]


def file_of(bot: Running, message: dict[str, Any]) -> bytes:
    content = bot.workspace.hub.state.files[message["files"][0]["id"]].content
    assert isinstance(content, bytes)
    return content


def table_of(message: dict[str, Any]) -> list[list[str]]:
    [table] = [block for block in message["blocks"] if block["type"] == "table"]
    return [[str(cell) for cell in row] for row in table["rows"]]


def test_a_file_in_a_direct_message_is_counted_told_in_a_table_and_sent_back(bot: Running) -> None:
    ts = drop(bot, "dm", SMALL)
    assert bot.workspace.wait(lambda: len(said_in_dm(bot, ts)) == 2, 20)
    told, sent = said_in_dm(bot, ts)
    assert told["text"].startswith("parties.csv: 2 LISTED, 0 POSSIBLE, 1 no match. 4 rows, 1 without a name.")
    assert "Columns taken: name: “name”, country: “country”. Read as text, commas, UTF-8." in told["text"]
    assert "No match means: in SDN 28 Dec 2023" in told["text"]
    rows = table_of(told)
    assert len(rows) == 3
    assert "Oleg Deripaska" in rows[1][0] + rows[2][0]
    assert sent["files"][0]["name"] == "parties-screened.csv"
    results = list(csv.DictReader(io.StringIO(file_of(bot, sent).decode("utf-8-sig"))))
    assert [row["verdict"] for row in results] == ["listed", "no_match", "listed", ""]
    assert [row["id"] for row in results] == ["1", "2", "3", "4"]


def test_a_workbook_beside_a_mention_comes_back_as_one_in_the_thread(bot: Running) -> None:
    book = workbook(("Parties", [["Customer name"], ["Oleg Deripaska"], ["Harbour Light"]]))
    ts = drop(bot, "general", book, "kyc.xlsx", f"<@{bot.workspace.hub.state.bot_user}> please")
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 2, 20)
    told, sent = bot.workspace.replies("general", ts)
    assert told["text"].startswith("kyc.xlsx: 1 LISTED, 0 POSSIBLE, 1 no match. 2 rows.")
    rows = list(load_workbook(io.BytesIO(file_of(bot, sent)))["Screened"].iter_rows(values_only=True))
    assert [row[1] for row in rows] == ["verdict", "listed", "no_match"]


def test_a_list_pasted_beyond_fifty_names_is_screened_as_a_file(bot: Running) -> None:
    names = [f"Harbour Light {n}" for n in range(MANY)] + ["Oleg Deripaska"]
    ts = bot.workspace.dm("maria", "screen these:\n" + "\n".join(names))
    assert bot.workspace.wait(lambda: len(said_in_dm(bot, ts)) == 2, 20)
    told, sent = said_in_dm(bot, ts)
    assert told["text"].startswith(f"pasted-names.csv: 1 LISTED, 0 POSSIBLE, {MANY} no match. {MANY + 1} rows.")
    assert sent["files"][0]["name"] == "pasted-names-screened.xlsx"


def test_what_is_not_sure_is_refused_in_the_one_message(bot: Running) -> None:
    ts = drop(bot, "dm", "ref,code\n1,A2\n")
    assert bot.workspace.wait(lambda: any("was not screened" in m["text"] for m in said_in_dm(bot, ts)), 20)
    [told] = said_in_dm(bot, ts)
    assert told["text"].startswith("parties.csv was not screened to its end.")
    assert "“ref”, “code”" in told["text"]
    assert "Send it again with a head in the first row, “Name” above the names" in told["text"]


def test_a_picture_beside_a_question_leaves_the_question(bot: Running) -> None:
    ts = drop(bot, "dm", b"\x89PNG", "photo.png", "is Oleg Deripaska sanctioned?")
    assert bot.workspace.wait(lambda: said_in_dm(bot, ts), 20)
    assert said_in_dm(bot, ts)[0]["text"].startswith("LISTED")


def test_cancelled_by_whoever_sent_it_a_file_is_left_and_no_result_sent(bot: Running) -> None:
    many = "name\n" + "".join(f"Harbour Light {n} Shipping Agency\n" for n in range(60_000))
    ts = drop(bot, "dm", many)
    assert bot.workspace.wait(lambda: said_in_dm(bot, ts), 20)
    [told] = said_in_dm(bot, ts)
    [button] = bot.workspace.buttons(told)
    assert button["text"]["text"] == "Cancel"
    assert bot.workspace.press("maria", told["ts"], button["action_id"]).ok
    assert bot.workspace.wait(lambda: "It was cancelled." in said_in_dm(bot, ts)[0]["text"], 60)
    assert len(said_in_dm(bot, ts)) == 1
    assert not bot.workspace.buttons(said_in_dm(bot, ts)[0])


def test_who_had_a_file_screened_is_kept_and_its_names_are_not(bot: Running, front: DeskFront) -> None:
    ts = drop(bot, "dm", SMALL, "kept.csv")
    assert bot.workspace.wait(lambda: len(said_in_dm(bot, ts)) == 2, 20)
    with front.sessions() as session:
        [row] = session.scalars(select(QuestionRow).where(QuestionRow.text.startswith("file kept.csv")))
    assert (row.text, row.who) == ("file kept.csv, 4 rows", "U0MARIA")


@pytest.mark.parametrize(
    ("scope", "says"), [("files:read", "the permission files:read"), ("files:write", "the permission files:write")]
)
def test_without_a_permission_the_answer_says_which(without: Any, scope: str, says: str) -> None:
    bot = without(scope)
    ts = drop(bot, "dm", SMALL)
    assert bot.workspace.wait(lambda: any(says in m["text"] for m in said_in_dm(bot, ts)), 20)
    texts = [message["text"] for message in said_in_dm(bot, ts)]
    assert any("2 LISTED" in text for text in texts) == (scope == "files:write")


@pytest.mark.parametrize(
    "url",
    [
        "https://files.slack.com.example.org/x",
        "http://files.slack.com/x",
        "https://example.org/?files.slack.com",
        "https://user@files.slack.com/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
    ],
)
def test_the_token_goes_to_slack_alone(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInput, match="does not lie with Slack"):
        fetch(Dropped("a.csv", "F1", url), tmp_path, WebClient(token="xoxb-test"))


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "a/b.csv", "a\\b.csv", "\x00.csv", "x" * 300 + ".csv"])
def test_a_name_from_slack_is_no_path(name: str) -> None:
    [found] = dropped_in({"files": [{"name": name, "id": "F1"}]}, "")
    assert "/" not in found.name
    assert "\\" not in found.name
    assert len(found.name) <= 100


def test_one_update_in_three_seconds_a_workspace() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    assert [pace.may("T1"), pace.may("T1"), pace.may("T2")] == [True, False, True]
    now[0] = 2.9
    assert not pace.may("T1")
    now[0] = 3.0
    assert pace.may("T1")


def test_fifty_lines_are_a_question_still() -> None:
    assert dropped_in({}, "\n".join(f"Name {n}" for n in range(MANY))) == []
