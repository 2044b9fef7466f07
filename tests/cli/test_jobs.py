"""digest and deliver, by hand."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_the_digest_of_a_channel_is_one_object_that_says_what_became_of_it(sanctions_bot: Run):
    found = sanctions_bot("digest", "--channel", "C0DESK", "--now", "2026-11-23T12:00", "--json")
    assert found.code == 0
    assert (found.json["channel"], found.json["status"], found.json["kind"]) == ("C0DESK", "not subscribed", "digest")
    assert found.json["text"].startswith("Nothing new since 22 Nov 2026, 12:00.")


def test_delivery_by_hand_is_one_turn_and_needs_a_token(sanctions_bot: Run):
    forgot = sanctions_bot("deliver")
    assert (forgot.code, "deliver --once" in forgot.err) == (2, True)
    tokenless = sanctions_bot("deliver", "--once", "--json")
    assert tokenless.code == 2
    assert "SLACK_BOT_TOKEN" in tokenless.json["reason"]
