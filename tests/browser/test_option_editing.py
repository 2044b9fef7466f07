"""A relief option is edited, looked at, saved, submitted, approved by another, and told to whom it matters."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SHOTS, OpenTab
from tests.browser.starting import free_port, shipped
from tests.browser.tabs import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # ms; the jobs of `run` deliver every two seconds, on a machine that may be busy elsewhere
TITLE = "Pipelines, oil and gas"
SUMMARY = "Pipelines come off; dealings with eight companies are licensed; the crude price cap is suspended."
WHY = "as agreed on Monday"
STANDING = "Option B (draft, illustrative, not in force)"


@pytest.fixture
def editing_desk(tmp_path: Path) -> Iterator[str]:
    """The shipped bot on the starter set, where besides the admins Yuki may edit. Its options are its own: those of
    `desk` stay as the other tests read them."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/sanctions.db",
        "SANCTIONS_BOT_LOCAL_PORT": str(free_port()),
        "SANCTIONS_BOT_LISTS": "",
        "SANCTIONS_LISTS_MIRROR": str(tmp_path),
    }
    with shipped(environment, SHOTS.parent / "browser-editing.log") as address:
        yield address


def window(page: Tab, name: str) -> Locator:
    """The window in front, once it is there and filled."""
    found = page.page.get_by_role("dialog", name=name, exact=True)
    found.wait_for(timeout=PATIENCE)
    return found


def test_an_option_is_edited_previewed_approved_by_another_and_told_to_its_watcher(editing_desk: str, tab: OpenTab):
    james = tab(editing_desk).go("james")
    james.say("watch option B")
    expect(james.answer("watch", 30)).to_contain_text("option B", ignore_case=True)

    maria = tab(editing_desk).go("maria", "C0DESK")
    maria.say("/sanctions option B edit")
    form = window(maria, "Option B")
    form.get_by_label("Title", exact=True).fill(TITLE)
    maria.shot("40-edit-form")
    form.get_by_label("Summary").fill(SUMMARY)
    form.get_by_label("Why this version is made").fill(WHY)
    form.get_by_role("button", name="Change term 3").click()
    form.get_by_label("For how long").fill("6 months")
    form.get_by_role("button", name="Add a term").click()
    expect(form.get_by_text("Term 3: License dealings")).to_contain_text("for 6 months", timeout=PATIENCE)
    maria.looks("40a-one-term-at-a-time")
    form.get_by_label("What it does").select_option("License dealings")
    finder = form.get_by_role("combobox", name=re.compile("Type a name"))
    finder.fill("rosneft oil")
    offered = form.locator("datalist option").first
    offered.wait_for(state="attached", timeout=PATIENCE)
    finder.fill(str(offered.get_attribute("value")))
    expect(form.get_by_label("Which, one a line")).to_have_value("ofac-17022", timeout=PATIENCE)
    expect(form.get_by_text("On the lists loaded here")).to_be_visible(timeout=PATIENCE)
    expect(form.get_by_text("ofac-17022: Rosneft Oil Company")).to_be_visible()
    maria.shot("40b-found-while-typing")
    form.get_by_role("button", name="Take out term 5").click()
    expect(form.get_by_text("Term 5")).to_have_count(0, timeout=PATIENCE)
    form.get_by_role("button", name="Take out term 1").click()
    expect(form.get_by_text("Term 4")).to_have_count(0, timeout=PATIENCE)
    form.get_by_role("button", name="Edit the terms as YAML").click()
    # The bot writes these from what came with the press: nothing is saved yet.
    expect(form.get_by_label("Terms, as YAML")).to_have_value(re.compile("P6M"), timeout=PATIENCE)
    expect(form.get_by_label("Title", exact=True)).to_have_value(TITLE)
    form.get_by_role("button", name="Preview").click()

    preview = window(maria, "Preview")
    expect(preview).to_contain_text(STANDING)
    expect(preview).to_contain_text("What changes against version 1")
    expect(preview).to_contain_text("for 6 months")
    expect(preview).to_contain_text("5 no longer reached (would have come off): Baltic Leader")
    expect(preview).to_contain_text(WHY)
    maria.looks("41-preview")
    preview.get_by_role("button", name="Save", exact=True).click()
    saved = window(maria, "Saved")
    expect(saved).to_contain_text("saved as version 2")
    expect(james.answer("Option B", 30)).to_contain_text("at version 2 now", timeout=PATIENCE)

    saved.get_by_role("button", name="Submit for review").click()
    asked = window(maria, "Submit for review")
    asked.get_by_label("Why", exact=True).fill("ready to be read")
    asked.get_by_role("button", name="Submit for review").click()
    expect(window(maria, "Saved")).to_contain_text("saved as version 3")
    expect(maria.page.get_by_role("button", name="Approve")).to_have_count(0)
    maria.looks("42-submitted")

    yuki = tab(editing_desk).go("yuki", "C0DESK")
    yuki.say("/sanctions option B")
    yuki.answer("Option B", 30).get_by_role("button", name="Approve").click()
    asked = window(yuki, "Approve")
    asked.get_by_label("Why", exact=True).fill("checked")
    asked.get_by_role("button", name="Approve", exact=True).click()
    expect(window(yuki, "Saved")).to_contain_text("saved as version 4")
    yuki.shot("43-approved")

    alert = james.answer("at version 4 now", 30)
    expect(alert).to_contain_text("checked")
    expect(alert).to_contain_text("Yuki Tanaka")
    james.looks("44-alert", alert)
