"""The shipped bot in the page: ask, share, follow a thread, look closer, watch."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
TYPING = 1_000  # ms between two questions of a person
PATIENCE = 60  # seconds, on a machine that may be busy elsewhere
VERDICT = re.compile("LISTED, (?:probably )?blocked: Rosneft Oil Company")


def test_a_newcomer_presses_a_question_and_reads_the_verdict_first(desk, tab):
    page = tab(desk)
    page.page.goto(desk)
    page.page.get_by_role("button", name="is Rosneft sanctioned?").wait_for()
    page.shot("01-first-sight")
    page.page.get_by_role("button", name="is Rosneft sanctioned?").click()
    answer = page.answer("Rosneft Oil Company")
    words = answer.locator(".blocks").inner_text()
    assert VERDICT.search(words.splitlines()[0])
    assert words.index("By name alone") < words.index("Checked:")
    assert "*" not in words  # labels are bold, not written out
    page.shot("02-answer-in-direct-message")


@pytest.mark.parametrize(
    ("person", "question", "words", "name"),
    [
        ("james", "what's in relief option B?", "Option B", "03-option-b"),
        ("yuki", "who is drafting the list?", "draft", "04-who-is-drafting"),
        ("erin", "how fresh are your lists?", "SDN", "05-how-fresh"),
    ],
)
def test_each_suggested_question_has_an_answer(desk, tab, person, question, words, name):
    page = tab(desk).go(person)
    page.page.get_by_role("button", name=question, exact=True).click()
    page.answer(words)
    page.shot(name)


def test_a_command_is_completed_answered_to_one_alone_and_shared(desk, tab):
    page = tab(desk).go("james", "C0GENERAL")
    box = page.page.get_by_role("combobox", name="Message #general")
    box.press_sequentially("/san")
    expect(page.page.get_by_role("option", name="/sanctions")).to_be_visible()
    box.press("Tab")
    expect(page.page.get_by_role("option", name="/sanctions check NAME")).to_be_visible()
    page.shot("06-command-completion")
    box.press_sequentially("check Sberbank")
    box.press("Enter")
    answer = page.answer("Sberbank")
    expect(answer).to_contain_text("Only visible to you")
    page.shot("07-only-visible-to-you")
    answer.get_by_role("button", name="More actions").click()
    page.shot("07a-further-actions")
    answer.get_by_role("menuitem", name="Share in channel").click()
    shared = page.answer("Shared by @James Okafor")
    expect(shared).not_to_contain_text("Only visible to you")
    said = page.page.locator("main article").filter(has_text="Only visible to you")
    expect(said).to_have_count(1)  # in the place of the answer stands what became of it
    expect(said).to_contain_text("Shared here")
    page.shot("08-shared")


def test_a_mention_is_answered_in_a_thread_that_can_be_followed(desk, tab):
    page = tab(desk).go("yuki", "C0DESK")
    box = page.page.get_by_role("combobox", name="Message #sanctions-desk")
    box.press_sequentially("@san")
    box.press("Enter")
    box.press_sequentially("is Lukoil sanctioned?")
    box.press("Enter")
    expect(page.last).to_contain_text("@sanctions is Lukoil sanctioned?")
    page.page.get_by_role("button", name=re.compile("1 reply")).click(timeout=20_000)
    thread = page.page.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("Lukoil")
    page.reply("@sanctions what would option A do to it?")
    expect(thread.locator("article")).to_have_count(4, timeout=20_000)
    page.shot("09-thread")
    page.page.keyboard.press("Escape")
    expect(thread).to_have_count(0)


def test_details_open_in_a_window_that_fills_and_closes(desk, tab):
    page = tab(desk).go("yuki")
    page.say("is Rosneft sanctioned?")
    page.answer("Rosneft Oil Company").get_by_role("button", name="Details").first.click()
    window = page.page.get_by_role("dialog", name="Listing")
    expect(window).to_contain_text("Names")
    expect(window).to_contain_text("ROSNEFT")
    page.looks("10-details")
    page.page.keyboard.press("Escape")
    expect(window).to_have_count(0)


def test_what_is_watched_stands_in_app_home(desk, tab):
    page = tab(desk).go("maria")
    page.say("is Sberbank sanctioned?")
    page.answer("Sberbank of Russia").get_by_role("button", name=re.compile("Watch")).first.click()
    expect(page.last).to_contain_text("watch", timeout=20_000, ignore_case=True)
    page.shot("11-watching")
    page.page.get_by_role("link", name="Home").click()
    home = page.page.get_by_role("region", name="Home")
    expect(home).to_contain_text("What you watch")
    expect(home.get_by_role("button", name=re.compile("Stop watching"))).to_be_visible()
    page.shot("12-app-home")
    home.get_by_role("button", name="How fresh are the lists?").click()
    expect(page.page.get_by_role("link", name="Messages").get_by_label("1 unread")).to_be_visible(timeout=20_000)


def test_a_name_that_means_harm_is_shown_as_it_was_typed(desk, tab):
    page = tab(desk).go("guest")
    hostile = "<img src=x onerror=alert(1)>"
    page.say(f"is {hostile} sanctioned?")
    expect(page.page.locator("main article").first).to_contain_text(hostile)
    page.page.locator("main article .app-tag").last.wait_for(timeout=20_000)
    expect(page.page.locator("main .blocks img")).to_have_count(0)
    page.shot("13-hostile-question")


def test_the_whole_conversation_by_keyboard_alone(desk, tab):
    page = tab(desk).go("erin", "C0SHARED")
    keys = page.page.keyboard
    expect(page.page.get_by_role("combobox", name="Message #deal-room")).to_be_focused()
    keys.type("@sanctions is Gazprombank sanctioned?")
    keys.press("Enter")
    reply = page.page.get_by_role("button", name=re.compile("1 reply"))
    reply.wait_for(timeout=20_000)
    for _ in range(12):
        if reply.evaluate("element => element === document.activeElement"):
            break
        keys.press("Shift+Tab")
    keys.press("Enter")
    thread = page.page.get_by_role("complementary", name="Thread")
    expect(thread.get_by_role("combobox")).to_be_focused()
    page.shot("14-keyboard")
    keys.press("Escape")
    expect(page.page.get_by_role("combobox", name="Message #deal-room")).to_be_focused()


NARROW = {"viewport": {"width": 390, "height": 780}}
DARK = {"color_scheme": "dark"}


@pytest.mark.parametrize(
    ("options", "person", "party", "name"),
    [
        (NARROW, "erin", "Rosneft", "15-narrow"),
        (DARK, "james", "Sberbank", "16-dark"),
        (NARROW | DARK, "guest", "Gazprombank", "17-narrow-dark"),
    ],
)
def test_it_fits_a_narrow_window_and_the_dark(desk, tab, options, person, party, name):
    page = tab(desk, **options).go(person)
    page.say(f"is {party} sanctioned?")
    page.answer(party).get_by_role("button", name="Details").first.wait_for()
    page.shot(name)
    overflow = page.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0


def test_the_left_side_of_a_narrow_window_comes_and_goes(desk, tab):
    page = tab(desk, **NARROW).go("maria")
    side = page.page.get_by_role("navigation", name="Workspace")
    expect(side).to_be_hidden()
    page.page.get_by_role("button", name="Menu", exact=True).click()
    expect(side).to_be_visible()
    page.shot("18-narrow-menu")
    side.get_by_role("link", name="general").click()
    expect(side).to_be_hidden()
    page.page.get_by_role("button", name="Menu", exact=True).click()
    expect(side).to_be_visible()
    page.page.keyboard.press("Escape")
    expect(side).to_be_hidden()


def test_answers_stand_in_the_order_of_the_questions(desk, tab):
    page = tab(desk).go("guest")
    page.say("Rosneft, Lukoil, Novatek and Sberbank - which of these would option B free, and what is left of them?")
    expect(page.last).to_contain_text("Rosneft, Lukoil")
    page.page.wait_for_timeout(TYPING)
    page.say("how fresh are your lists?")
    first, second = page.answer("Novatek", PATIENCE), page.answer("days old", PATIENCE)
    assert float(first.get_attribute("data-ts")) < float(second.get_attribute("data-ts"))
    said = page.page.locator("main article").all_inner_texts()
    assert "days old" in said[-1]
