"""Tables and pictures as files: real answers, pressed and uploaded in the local workspace."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import store.options
from bot.errors import BadInput
from handlers.desk import Asker
from handlers.slack.front import DeskFront
from store.database import writing
from store.tables.asking import QuestionRow
from tests.conftest import NOON
from tests.handlers.slack.desks import a_shipped_front
from tests.handlers.slack.running import Running, running


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    return a_shipped_front(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def bot(front: DeskFront) -> Iterator[Running]:
    with running(front, "http") as found:
        yield found
        assert found.workspace.violations() == []


@pytest.fixture
def without_scope(front: DeskFront) -> Iterator[Running]:
    """A workspace that has not granted the optional scope."""
    with running(front, "http") as found:
        token = found.workspace.hub.state.tokens[found.workspace.bot_token]
        token.scopes = tuple(scope for scope in token.scopes if scope != "files:write")
        yield found


def press(bot: Running, user: str, message: dict[str, Any], label: str) -> None:
    named = [one for one in bot.workspace.buttons(message) if one["text"]["text"] == label]
    assert bot.workspace.press(user, message["ts"], named[0]["action_id"], named[0].get("chosen")).ok


def asked_in_general(bot: Running, text: str) -> tuple[str, dict[str, Any]]:
    ts = bot.workspace.mention("general", "james", text)
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    return ts, bot.workspace.replies("general", ts)[-1]


def asked_privately(bot: Running, text: str) -> dict[str, Any]:
    before = len(bot.workspace.ephemerals("maria"))
    bot.workspace.slash("maria", "general", "/sanctions", text)
    assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) > before)
    return bot.workspace.ephemerals("maria")[-1]


def files_in(bot: Running, messages: list[dict[str, Any]]) -> list[Any]:
    return [bot.workspace.hub.state.files[file["id"]] for message in messages for file in message.get("files", [])]


def test_the_table_comes_to_the_thread_of_its_button_and_says_how_the_option_stands(bot: Running):
    ts, message = asked_in_general(bot, "what's in relief option A?")
    press(bot, "james", message, "Table (CSV)")
    assert bot.workspace.wait(lambda: files_in(bot, bot.workspace.replies("general", ts)))
    (file,) = files_in(bot, bot.workspace.replies("general", ts))
    assert file.name == "option-A-v1-draft-illustrative-not-in-force.csv"
    rows = list(csv.DictReader(io.StringIO(file.content.decode())))
    assert rows[0]["outcome"] == "freed"
    assert {row["standing"] for row in rows} == {"draft, illustrative, not in force"}
    comment = bot.workspace.replies("general", ts)[-1]["text"]
    assert comment.startswith("Option A (draft, illustrative, not in force), version 1")


def test_a_picture_of_a_private_answer_comes_to_the_one_who_pressed(bot: Running):
    pytest.importorskip("matplotlib")
    message = asked_privately(bot, "compare A and B")
    before = len(bot.workspace.messages("general"))
    press(bot, "maria", message, "Picture")
    assert bot.workspace.wait(lambda: files_in(bot, bot.workspace.direct("maria")))
    (file,) = files_in(bot, bot.workspace.direct("maria"))
    assert file.name == "option-A-B-draft-illustrative-not-in-force.png"
    assert file.content.startswith(b"\x89PNG")
    assert len(bot.workspace.messages("general")) == before


def test_names_are_turned_page_by_page_by_buttons_that_say_all_they_need(bot: Running):
    ts, message = asked_in_general(bot, "what's in relief option A?")
    press(bot, "james", message, "Who would come off")
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 2)
    names = bot.workspace.replies("general", ts)[-1]
    assert names["text"].startswith("Option A (draft, illustrative, not in force): ")


def test_who_was_given_a_file_is_kept_with_the_questions(bot: Running, front: DeskFront):
    message = asked_privately(bot, "option B")
    press(bot, "maria", message, "Table (CSV)")

    def kept() -> list[QuestionRow]:
        with front.sessions() as session:
            return list(session.scalars(select(QuestionRow).where(QuestionRow.text.startswith("file option-B"))))

    assert bot.workspace.wait(kept)
    assert [(row.who, row.options) for row in kept()] == [("U0MARIA", '["B"]')]


def test_without_the_permission_the_answer_says_so_and_how_to_get_the_table(without_scope: Running):
    message = asked_privately(without_scope, "option B")
    press(without_scope, "maria", message, "Table (CSV)")
    assert without_scope.workspace.wait(lambda: len(without_scope.workspace.ephemerals("maria")) == 2)
    told = without_scope.workspace.ephemerals("maria")[-1]["text"]
    assert "has not given the bot the permission files:write" in told
    assert "sanctions-bot options impact KEY --csv FILE" in told


@pytest.mark.parametrize("what", ["names:Z", "picture:Z", "overlap:A,Z", "overlap:A", "odd:A", "", "names:"])
def test_a_button_for_what_is_not_there_is_refused_in_one_sentence(front: DeskFront, what: str):
    with pytest.raises(BadInput, match=r"There is no option|from an older version"):
        front.attachment(what, Asker("T1", "U1", "C1"))


def test_no_file_is_made_of_a_confidential_option_for_whoever_may_not_know_of_it(tmp_path: Path):
    front = a_shipped_front(tmp_path)
    with writing(front.sessions) as session:
        option = store.options.option(session, "B")
        assert option
        store.options.save_option(session, replace(option, confidential=True), "U0MARIA", "secret", NOON)
    said = []
    for what in ("names:B", "picture:B", "overlap:A,B", "names:Q"):
        with pytest.raises(BadInput) as refused:
            front.attachment(what, Asker("T1", "U1", "C1", known=True))
        said.append(str(refused.value))
    assert set(said) == {"There is no option B here.", "There is no option Q here."}
