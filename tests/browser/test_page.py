"""The page before a small Bolt app: inputs, errors, people, what is unread, what was broken, hostile names."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.document import Act, Action, Answer, Card, EditionNote, Tone, bold, text
from bot.blocks.details import details
from bot.blocks.render import render
from bot.sanctions.listing import Party
from bot.sanctions.standing import Standing
from tests.builders import a_listing
from tests.workspace.conftest import actions, button, section

pytestmark = pytest.mark.browser
WORD_JOINER = "\u2060"  # keeps a written-out &lt; from being read as <; it shows as nothing
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "*bold* _it_ ~no~ `code` :skull: <!channel> <@U0MARIA>",
    "[a link](javascript:alert(1)) &lt;b&gt; &amp;",
    "\u202egnipihs NARI",
)


@pytest.fixture
def slack(workspace) -> WebClient:
    return WebClient(workspace.bot_token, base_url=workspace.api_url)


def test_names_from_lists_are_text_and_never_markup(workspace, slack, tab):
    cards = tuple(
        Card(
            headline=text(bold("LISTED, blocked: "), name),
            lines=(text(f"Listed as “{name}”."),),
            fine=(text(f"Entry 1, {name}"),),
            tone=Tone.LISTED,
            actions=(Action(Act.DETAILS, f"Details {name}", "ofac-1", f"Details for {name}"),),
        )
        for name in HOSTILE
    )
    message = render(Answer(kind="screening", cards=cards))
    slack.chat_postMessage(channel="C0GENERAL", text=message.text, blocks=message.blocks)
    page = tab(workspace.url).go("maria", "C0GENERAL")
    shown = page.answer("onerror").locator(".blocks").inner_text().replace(WORD_JOINER, "")
    for name in HOSTILE[:4]:
        assert shown.count(name) >= 3, name
    assert page.page.locator("main .blocks :is(img, script, code, em, a, .slack_user)").count() == 0
    page.shot("20-hostile-names")


def test_a_hostile_listing_in_the_details_window(workspace, bolt, slack, tab):
    listing = a_listing(HOSTILE[0], aka=HOSTILE[1:], remarks=HOSTILE[2])
    edition = EditionNote("us_ofac_cons", HOSTILE[1], "2025-12", "2025-12", 1, False)
    view = details(Party("ofac-1", (listing,)), Standing.BLOCKED, [edition], {"UKRAINE-EO13662": HOSTILE[0]})

    def show(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=view)

    bolt.app.action("look")(show)
    slack.chat_postMessage(channel="C0GENERAL", text="Look", blocks=[section("Look"), actions(button("look", "Look"))])
    page = tab(workspace.url).go("maria", "C0GENERAL")
    page.page.get_by_role("button", name="Look").click()
    window = page.page.get_by_role("dialog")
    for name in HOSTILE[:4]:
        expect(window).to_contain_text(name)
    expect(window.locator(":is(img, script, code, em, a)")).to_have_count(0)
    page.shot("21-hostile-details")


def test_an_error_stands_under_the_input_that_it_is_about(workspace, bolt, tab):
    page = tab(workspace.url).go("maria")
    page.say("hello")
    page.answer("You asked").get_by_role("button", name="Ask").click()
    window = page.page.get_by_role("dialog", name="Check a name")
    window.get_by_role("button", name="Check").click()
    expect(window.get_by_role("alert")).to_have_text("Please complete this required field.")
    window.get_by_role("textbox", name="Name").fill("ab")
    window.get_by_role("button", name="Check").click()
    expect(window.get_by_role("alert")).to_have_text("Too short")
    expect(window.get_by_role("textbox", name="Name")).to_be_focused()
    assert window.get_by_role("textbox", name="Name").get_attribute("aria-describedby") == window.get_by_role(
        "alert"
    ).get_attribute("id")
    page.shot("22-input-error")
    window.get_by_role("textbox", name="Name").fill("Rosneft")
    window.get_by_role("textbox", name="Name").press("Enter")
    expect(window).to_have_count(0)


def test_switching_person_shows_what_that_person_sees(workspace, slack, tab):
    slack.chat_postEphemeral(channel="C0DESK", user="U0GUEST", text="for the guest alone")
    slack.chat_postMessage(channel="C0DESK", text="for everybody")
    page = tab(workspace.url).go("maria", "C0DESK")
    expect(page.last).to_contain_text("for everybody")
    expect(page.page.get_by_text("for the guest alone")).to_have_count(0)
    page.page.get_by_role("button", name="You act as Maria Lindqvist, Admin").click()
    page.shot("23-people")
    page.page.keyboard.press("ArrowDown")
    page.page.get_by_role("menuitemradio", name="Gil Guest").press("Enter")
    places = page.page.get_by_role("navigation", name="Workspace")
    expect(places.get_by_role("link", name="board")).to_have_count(0)
    expect(places.get_by_role("link", name="sanctions-desk")).to_contain_text("2")
    places.get_by_role("link", name="sanctions-desk").click()
    expect(page.page.get_by_text("for the guest alone")).to_be_visible()
    expect(places.get_by_label("2 unread")).to_have_count(0)
    page.shot("24-guest")


def test_a_broken_rule_of_slack_is_red_in_the_traffic(workspace, bolt, slack, tab):
    page = tab(workspace.url).go("maria")
    with pytest.raises(SlackApiError):
        slack.chat_postMessage(channel="C0GENERAL", text="x", blocks=[section("a" * 3001)])
    page.say("hello")
    page.answer("You asked")
    page.page.get_by_role("button", name="Traffic, 1 rule broken").click()
    panel = page.page.get_by_role("complementary", name="Traffic")
    expect(panel).to_contain_text("must be less than 3001 characters")
    panel.get_by_role("button", name="rule broken: invalid_blocks").click()
    expect(panel.locator(".json")).to_contain_text('"where": "chat.postMessage"')
    page.shot("25-traffic")
    panel.get_by_label("Only what went wrong").check()
    expect(panel.locator(".entry:not(.wrong)")).to_have_count(0)


def test_what_cannot_be_done_is_said_where_it_was_tried(workspace, bolt, tab):
    page = tab(workspace.url).go("maria", "C0RANDOM")
    expect(page.page.get_by_text("sanctions is not in this channel")).to_be_visible()
    page.allow("status of 400")
    page.say("/nothing at all")
    expect(page.page.get_by_role("alert")).to_have_text("/nothing is not a valid command.")
    page.shot("26-refused")
    page.page.get_by_role("button", name="Add sanctions").click()
    expect(page.page.get_by_text("sanctions is not in this channel")).to_have_count(0)
