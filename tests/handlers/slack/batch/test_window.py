"""A file given in a window: from the shortcut, the Home tab and /sanctions screen; it goes the way of a dropped one."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.blocks import file_form
from bot.workspace.slack import interactions
from bot.workspace.slack.rendering import file_json
from bot.workspace.slack.rules.block_kit import check_blocks
from bot.workspace.slack.rules.views import check_view
from handlers.desk import Desk
from handlers.slack.batch.dropped import NO_READ
from handlers.slack.batch.window import NO_TABLE, is_wish
from handlers.slack.front import DeskFront
from store.asking import inbox
from tests.builders import a_person
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.slack.batch.test_batches import SMALL, file_of, said_in_dm
from tests.handlers.slack.running import TRANSPORTS, Running, running
from tests.store.builders import load

Opened = Callable[[Running], None]


@pytest.fixture
def front(tmp_path: Path) -> DeskFront:
    """With a store of its own: workspaces count their windows alike."""
    sessions = a_database(tmp_path)
    load(sessions, "2023-12-28", [a_person(), a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16692")])
    return DeskFront(Desk(sessions, lambda: NOON))


@pytest.fixture(params=TRANSPORTS)
def bot(front: DeskFront, request: pytest.FixtureRequest) -> Iterator[Running]:
    with running(front, request.param) as found:
        yield found
        assert found.workspace.violations() == []


def by_shortcut(bot: Running) -> None:
    assert bot.workspace.shortcut("maria", "screen_file").ok


def by_command(bot: Running) -> None:
    assert bot.workspace.slash("maria", "general", "/sanctions", "screen").ok


def by_home(bot: Running) -> None:
    bot.workspace.open_home("maria")
    assert bot.workspace.wait(lambda: bot.workspace.home("maria") is not None, 20)
    view = bot.workspace.home("maria")
    assert view is not None
    [button] = [
        element
        for block in view["blocks"]
        for element in block.get("elements") or ()
        if str(element.get("action_id", "")).startswith("act:screen-file:")
    ]
    assert bot.workspace.press_in_view(view["id"], button["action_id"]).ok


def window(bot: Running, opened: Opened = by_shortcut) -> dict[str, Any]:
    opened(bot)
    assert bot.workspace.wait(lambda: bot.workspace.modal("maria") is not None, 20)
    view = bot.workspace.modal("maria")
    assert view is not None
    return view


def given(*files: tuple[str, str | bytes]) -> dict[str, Any]:
    held = [(name, each if isinstance(each, bytes) else each.encode()) for name, each in files]
    return {file_form.FILES: [{"name": name, "content": base64.b64encode(each).decode()} for name, each in held]}


@pytest.mark.parametrize("opened", [by_shortcut, by_command, by_home])
def test_a_file_given_in_the_window_is_screened_and_sent_to_its_person(bot: Running, opened: Opened) -> None:
    view = window(bot, opened)
    before = bot.workspace.dm("maria", "help")
    assert bot.workspace.submit(view, given(("parties.csv", SMALL))).ok
    assert bot.workspace.modal("maria") is None
    assert bot.workspace.wait(lambda: sum("parties.csv" in m["text"] for m in said_in_dm(bot, before)) == 2, 30)
    told, sent = [message for message in said_in_dm(bot, before) if "parties.csv" in message["text"]]
    assert told["text"].startswith("parties.csv: 2 LISTED, 0 POSSIBLE, 1 no match. 4 rows, 1 without a name.")
    rows = list(csv.DictReader(io.StringIO(file_of(bot, sent).decode("utf-8-sig"))))
    assert [row["verdict"] for row in rows] == ["listed", "no_match", "listed", ""]


def test_several_files_are_told_of_each_by_itself_and_nothing_waits_afterwards(bot: Running, front: DeskFront) -> None:
    view = window(bot)
    before = bot.workspace.dm("maria", "help")
    assert bot.workspace.submit(view, given(("a.csv", SMALL), ("b.csv", "name\nOleg Deripaska\n"))).ok

    def told() -> list[str]:
        return [message["text"] for message in said_in_dm(bot, before)]

    assert bot.workspace.wait(lambda: any("b.csv, screened" in text for text in told()), 30)
    assert sum(text.startswith("a.csv: 2 LISTED") for text in told()) == 1
    assert sum(text.startswith("b.csv: 1 LISTED") for text in told()) == 1

    def nothing_waits() -> bool:
        with front.sessions() as session:
            return inbox.waiting(session) == 0

    assert bot.workspace.wait(nothing_waits, 20)


def test_what_is_no_table_is_said_beside_the_input(bot: Running) -> None:
    view = window(bot)
    outcome = bot.workspace.submit(view, given(("photo.png", b"\x89PNG")))
    assert outcome.errors == {file_form.FILES: "Only files of these types can be added: .csv, .tsv, .txt, .xlsx."}
    outcome = bot.workspace.submit(view, given(*((f"{n}.csv", SMALL) for n in range(6))))
    assert outcome.errors == {file_form.FILES: "At most 5 files can be added."}
    outcome = bot.workspace.submit(view, {})
    assert outcome.errors == {file_form.FILES: "Please complete this required field."}


def test_a_client_that_takes_any_file_is_told_by_us(bot: Running) -> None:
    view = window(bot)
    with bot.workspace.hub.lock:
        del bot.workspace.hub.state.views[view["id"]].body["blocks"][1]["element"]["filetypes"]
    outcome = bot.workspace.submit(view, given(("photo.png", b"\x89PNG")))
    assert outcome.errors == {file_form.FILES: NO_TABLE}


def test_without_files_read_the_window_does_not_open_and_the_answer_says_which(front: DeskFront) -> None:
    with running(front, "http") as bot:
        token = bot.workspace.hub.state.tokens[bot.workspace.bot_token]
        token.scopes = tuple(each for each in token.scopes if each != "files:read")
        before = bot.workspace.dm("maria", "help")
        by_shortcut(bot)
        assert bot.workspace.wait(lambda: any(NO_READ in m["text"] for m in said_in_dm(bot, before)), 20)


def test_an_input_of_files_stands_in_a_modal_alone() -> None:
    form = file_form.form()
    assert check_view(form, "modal") == []
    assert check_blocks(form["blocks"], "message")
    assert check_view({"type": "home", "blocks": form["blocks"]}, "home")


@pytest.mark.parametrize(
    "text", ["screen", "Screen a file", "upload", "check the spreadsheet", "screen my files of names!"]
)
def test_words_that_want_a_file_screened(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize("text", ["", "check", "screen Rosneft", "screen File Holdings Ltd", "check list", "list"])
def test_words_that_want_something_else(text: str) -> None:
    assert not is_wish(text)


def test_a_window_whose_process_died_after_its_acknowledgement_is_taken_up_by_another(front: DeskFront) -> None:
    with running(front, "http") as bot:
        view = window(bot)
        before = bot.workspace.dm("maria", "help")
        hub = bot.workspace.hub
        with hub.lock:
            file = bot.workspace.uploaded("parties.csv", base64.b64encode(SMALL.encode()).decode())
            shown, name = hub.state.views[view["id"]], file_form.FILES
            shown.values = {name: {name: {"type": "file_input", "files": [file_json(file)]}}}
            body = interactions.submitted(hub, bot.workspace.person("maria"), shown)
        key = f"window {view['id']} {body['view']['hash']}"
        with front.sessions.begin() as session:
            inbox.keep(session, [(key, body)], NOON - 2 * inbox.LAPSED)
        assert bot.app.intake.take_up() == 1
        assert bot.workspace.wait(
            lambda: any("parties.csv, screened" in m["text"] for m in said_in_dm(bot, before)), 60
        )
        assert sum("2 LISTED" in m["text"] for m in said_in_dm(bot, before)) == 1
