"""Every kind of message in light, dark and 400 pixels wide (var/screenshots/5*): to be looked at; nothing sticks out.

The last of the browser tests: it loads a newer edition into the store that the others ask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from bot.blocks.render import render
from bot.workspace.server import LocalWorkspace
from handlers.desk import Desk
from jobs.digest import digest_of
from store.database import open_engine, sessions
from tests.browser.conftest import OpenTab, command
from tests.conftest import find_lists

pytestmark = pytest.mark.browser
PATIENCE = 90  # seconds, on a machine that may be busy elsewhere

# name, what is asked, and words of the answer
KINDS = (
    ("listed", "is Sberbank sanctioned?", "Sberbank of Russia"),
    ("possible", "is Karina Rotenberg sanctioned?", "POSSIBLE MATCH"),
    ("no-match", "is Acme Widgets GmbH sanctioned?", "NO MATCH"),
    ("ask-back", "is Victory sanctioned?", "None of these?"),
    ("was-listed", "is Grace Mugabe sanctioned?", "WAS LISTED"),
    ("several", "Rosneft, Lukoil and Novatek", "Novatek"),
    ("past", "when was Alisher Usmanov listed?", "oldest edition"),
    ("option", "what's in relief option B?", "Option B (draft, illustrative, not in force): Ships"),
    ("who-comes-off", "who would come off under option A?", "would come off"),
    ("coverage", "would option B free Rosneft?", "PARTLY"),
    ("comparison", "compare options A, B and C", "compared"),
    ("hypothesis", "if EO 14024 ends, is VTB Bank free?", "hypothesis"),
    ("measure", "what is the price cap?", "USD a barrel"),
    ("license", "what does GL 134C say?", "GL 134C"),
    ("licenses", "which licenses reach Lukoil?", "Lukoil"),
    ("ends", "what ends in December?", "GL 115D"),
    ("parties", "which vessels are under PEESA-EO14039?", "vessel"),
    ("sources", "how fresh are your lists?", "SDN"),
    ("help", "help", "ask"),
)
NAMES = "name;birth date\nOleg Deripaska;1968-01-02\nAcme Widgets GmbH;\nRosneft;\n"


@pytest.fixture
def lists() -> None:
    if find_lists() is None:
        pytest.skip("the real lists are not here (SANCTIONS_TEST_LISTS)")


def test_every_kind_of_answer(desk: str, tab: OpenTab, lists: None) -> None:
    page = tab(desk).go("erin")
    for number, (name, question, words) in enumerate(KINDS, 50):
        page.looks(f"{number}-{name}", page.answer_to(question, words, PATIENCE))


def test_a_file_of_names(desk: str, tab: OpenTab, lists: None) -> None:
    page = tab(desk).go("erin")
    file = {"name": "counterparties.csv", "mimeType": "text/csv", "buffer": NAMES.encode()}
    page.page.get_by_label("Attach a file").set_input_files(file)  # type: ignore[arg-type]
    page.looks("80-batch", page.answer("3 rows", PATIENCE))


def test_a_digest(
    desk: str, desk_environment: dict[str, str], workspace: LocalWorkspace, tab: OpenTab, lists: None
) -> None:
    made, now = sessions(open_engine(desk_environment["DATABASE_URL"])), datetime.now(UTC)
    (turn,) = digest_of(made, "C0GENERAL", now, Desk(made, lambda: now).snapshots)
    message = render(turn.answer)
    slack = WebClient(workspace.bot_token, base_url=workspace.api_url)
    slack.chat_postMessage(channel="C0GENERAL", text=message.text, blocks=message.blocks)
    page = tab(workspace.url).go("maria", "C0GENERAL")
    page.looks("83-digest", page.answer("Digest since"))


def test_home(desk: str, tab: OpenTab, lists: None) -> None:
    page = tab(desk).go("maria", "home")
    page.page.get_by_role("region", name="Home").get_by_text("Lists").first.wait_for()
    page.looks("81-home")


def test_an_alert(desk: str, desk_environment: dict[str, str], tab: OpenTab, lists: None) -> None:
    page = tab(desk).go("guest")
    page.say("watch RUSSIA-EO14024")
    page.answer("RUSSIA-EO14024", PATIENCE)
    folder = find_lists()
    command(desk_environment, "lists", "load", "us_ofac_sdn", str(folder / "ofac_sdn" / "2024-02-23"), "--accept")  # type: ignore[operator]
    page.looks("82-alert", page.answer("23 Feb 2024", PATIENCE))
