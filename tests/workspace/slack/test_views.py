"""Modals and the Home tab: triggers, stacks, hashes, external ids."""

from __future__ import annotations

import pytest

from bot.workspace.slack.interactions import new_trigger
from tests.workspace.conftest import home, modal, section, text_input


def test_a_trigger_opens_one_view_and_no_second(desk):
    trigger = desk.trigger()
    assert desk.error("views.open", trigger_id=trigger, view=modal()) == ""
    assert desk.error("views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"


def test_a_trigger_is_over_after_three_seconds(desk):
    trigger = desk.trigger()
    desk.time.now += 3.1
    assert desk.error("views.open", trigger_id=trigger, view=modal()) == "expired_trigger_id"


def test_a_made_up_trigger_is_invalid(desk):
    assert desk.error("views.open", trigger_id="1.2.3", view=modal()) == "invalid_trigger_id"


def test_a_view_that_breaks_a_limit_is_refused_and_its_trigger_kept(desk):
    trigger = desk.trigger()
    found = desk.call("views.open", trigger_id=trigger, view=modal(title="x" * 40))
    assert found["error"] == "invalid_arguments"
    assert "25" in found["response_metadata"]["messages"][0]
    assert desk.error("views.open", trigger_id=trigger, view=modal()) == ""


def test_three_modals_lie_on_one_another_and_no_fourth(desk):
    desk.open_modal(modal())
    codes = [desk.error("views.push", trigger_id=desk.trigger(), view=modal()) for _ in range(3)]
    assert codes == ["", "", "push_limit_reached"]


def test_an_update_with_an_old_hash_is_a_conflict(desk):
    opened = desk.open_modal(modal())["view"]
    args = {"view_id": opened["id"], "hash": opened["hash"], "view": modal(section("new"))}
    assert desk.error("views.update", **args) == ""
    assert desk.error("views.update", **args) == "hash_conflict"
    assert desk.error("views.update", view_id="V0NONE", view=modal()) == "not_found"


def test_an_external_id_names_one_view(desk):
    desk.open_modal(modal(external_id="check-1"))
    assert desk.error("views.update", external_id="check-1", view=modal(external_id="check-1")) == ""
    again = {"trigger_id": desk.trigger("james"), "view": modal(external_id="check-1")}
    assert desk.error("views.open", **again) == "duplicate_external_id"


def test_a_home_is_published_for_its_person_alone(desk):
    desk.call("views.publish", user_id="U0MARIA", view=home(section("Maria's watches")))
    assert desk.home("maria")["blocks"][0]["text"]["text"] == "Maria's watches"
    assert desk.home("james") is None


@pytest.mark.parametrize(
    ("view", "error"), [(home(*[section()] * 101), "invalid_arguments"), (modal(), "invalid_arguments")]
)
def test_a_home_of_101_blocks_or_a_modal_is_not_published(desk, view, error):
    assert desk.error("views.publish", user_id="U0MARIA", view=view) == error


def test_publishing_with_an_old_hash_is_a_conflict(desk):
    first = desk.call("views.publish", user_id="U0MARIA", view=home())["view"]["hash"]
    assert desk.error("views.publish", user_id="U0MARIA", view=home(), hash=first) == ""
    assert desk.error("views.publish", user_id="U0MARIA", view=home(), hash=first) == "hash_conflict"


def test_the_real_client_publishes_and_opens(workspace, slack):
    slack.views_publish(user_id="U0MARIA", view=home())
    assert workspace.home("maria")["type"] == "home"
    with workspace.hub.lock:
        trigger = new_trigger(workspace.hub, "U0MARIA")
    slack.views_open(trigger_id=trigger, view=modal(text_input()))
    assert workspace.modal("maria")["title"]["text"] == "Check a name"
