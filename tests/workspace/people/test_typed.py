"""What a person types becomes the blocks that Slack's own composer makes."""

from __future__ import annotations

from bot.workspace.people.typed import rich_text
from tests.workspace.conftest import Desk


def elements(text: str) -> list[dict[str, object]]:
    return rich_text(text)[0]["elements"][0]["elements"]


def test_words_are_one_text():
    assert elements("is Rosneft sanctioned?") == [{"type": "text", "text": "is Rosneft sanctioned?"}]


def test_mentions_channels_and_links_are_elements_of_their_own():
    assert elements("<@U0BOT> see <#C0DESK|> and <http://rosneft.com|rosneft.com>!") == [
        {"type": "user", "user_id": "U0BOT"},
        {"type": "text", "text": " see "},
        {"type": "channel", "channel_id": "C0DESK"},
        {"type": "text", "text": " and "},
        {"type": "link", "url": "http://rosneft.com", "text": "rosneft.com"},
        {"type": "text", "text": "!"},
    ]


def test_what_was_escaped_is_shown_as_it_was_typed():
    assert elements("&lt;img src=x onerror=alert(1)&gt; &amp;amp;") == [
        {"type": "text", "text": "<img src=x onerror=alert(1)> &amp;"}
    ]


def test_nothing_typed_is_no_block():
    assert rich_text("") == []


def test_two_runs_of_the_workspace_share_no_event_id():
    """The app keeps the ids that it has seen in its database, which lives longer than one workspace."""
    seen = []
    for desk in (Desk(), Desk()):
        desk.dm("maria", "is Rosneft sanctioned?")
        seen += [event["event_id"] for event in desk.courier.events]
    assert len(set(seen)) == len(seen) == 2
