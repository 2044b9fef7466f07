"""Options drafted, looked at, saved, approved and withdrawn in Slack, by the real app over both transports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import store.options
from bot.blocks.inputs import values_in
from bot.sanctions.relief.lifecycle import Editors
from bot.sanctions.relief.option import ReliefOption
from handlers.desk import Asker, Desk, DeskSettings
from handlers.permissions import MAY_NOT
from handlers.slack import option_windows
from handlers.slack.front import DeskFront
from jobs.deliver import deliver, delivery_client
from tests.blocks.checks import shown
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.handlers.slack.running import TRANSPORTS, Running, running

EDITORS = Editors(frozenset({"U0JAMES"}), admins=True)  # Maria is an admin


def a_front(folder: Path) -> DeskFront:
    sessions = a_begun_database(folder)
    return DeskFront(Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0, editors=EDITORS)))


@pytest.fixture
def front(tmp_path: Path) -> DeskFront:
    return a_front(tmp_path)


@pytest.fixture(params=TRANSPORTS)
def bot(request: pytest.FixtureRequest, front: DeskFront) -> Iterator[Running]:
    with running(front, request.param) as found:
        yield found
        assert found.workspace.violations() == []


@pytest.fixture
def web_bot(front: DeskFront) -> Iterator[Running]:
    with running(front, "http") as found:
        yield found
        assert found.workspace.violations() == []


# ---- what a person does and sees --------------------------------------------


def editor(bot: Running, who: str, text: str = "option B edit", channel: str = "general") -> dict[str, Any]:
    """The window that /sanctions opens, once it is there."""
    before = bot.workspace.modal(who)
    assert bot.workspace.slash(who, channel, "/sanctions", text).ok
    assert bot.workspace.wait(lambda: _id(bot.workspace.modal(who)) not in ("", _id(before)))
    return filled(bot, who)


def _id(view: dict[str, Any] | None) -> str:
    return str(view["id"]) if view else ""


def filled(bot: Running, who: str) -> dict[str, Any]:
    """The window in front, once the bot has filled it."""
    assert bot.workspace.wait(lambda: "One moment" not in words(bot, who))
    return window(bot, who)


def window(bot: Running, who: str) -> dict[str, Any]:
    found = bot.workspace.modal(who)
    assert found is not None
    return found


def words(bot: Running, who: str) -> str:
    found = bot.workspace.modal(who)
    return shown(found["blocks"]) if found else "One moment"


def previewed(bot: Running, who: str, **values: Any) -> str:
    """What the preview says of these changes."""
    sent = bot.workspace.submit(window(bot, who), {"why": "to see", **values})
    assert sent.ok, sent
    assert sent.errors == {}
    return words(bot, who)


def saved(bot: Running, who: str) -> str:
    assert bot.workspace.submit(window(bot, who), {}).ok
    return words(bot, who)


def step(bot: Running, who: str, move: str, why: str = "agreed in the meeting") -> Any:
    """A step in the option's life, taken from the window that says that it is saved, or from a card."""
    view = window(bot, who)
    action = next(e["action_id"] for b in view["blocks"] for e in b.get("elements", []) if e.get("value") == move)
    bot.workspace.press_in_view(view["id"], action)
    assert bot.workspace.wait(lambda: window(bot, who)["callback_id"] in ("option-move", "option-notice") and (
        window(bot, who)["hash"] != view["hash"]))  # fmt: skip
    return bot.workspace.submit(window(bot, who), {"why": why})


def from_card(bot: Running, who: str, act: str, value: str) -> dict[str, Any]:
    """The window behind a button of the card of option B."""
    count = len(bot.workspace.ephemerals(who))
    bot.workspace.slash(who, "general", "/sanctions", "option B")
    assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals(who)) > count)
    message, before = bot.workspace.ephemerals(who)[-1], bot.workspace.modal(who)
    press_in(bot, who, message, act, value)
    assert bot.workspace.wait(lambda: _id(bot.workspace.modal(who)) not in ("", _id(before)))
    return filled(bot, who)


def press_in(bot: Running, who: str, message: dict[str, Any], act: str, value: str) -> None:
    """A button of a message, or a choice of its menu."""
    for one in bot.workspace.buttons(message):
        name, _, carried = one.get("chosen", f"{one['action_id']} {one.get('value')}").partition(" ")
        if name.startswith(f"act:{act}:") and carried == value:
            bot.workspace.press(who, message["ts"], one["action_id"], one.get("chosen"))
            return
    raise AssertionError(f"no {act} {value}")


def newest(front: DeskFront, key: str = "B") -> ReliefOption:
    with front.sessions() as session:
        found = store.options.option(session, key)
    assert found is not None
    return found


def versions(front: DeskFront, key: str = "B") -> list[store.options.OptionVersion]:
    with front.sessions() as session:
        return store.options.versions(session, key)


# ---- drafting ---------------------------------------------------------------


def test_an_option_is_edited_looked_at_and_saved(bot: Running, front: DeskFront):
    view = editor(bot, "maria")
    assert view["callback_id"] == "option-edit"
    seen = previewed(bot, "maria", title="Ships only", why="as discussed on Monday")
    assert "draft, illustrative, not in force" in seen
    assert "Title changed" in seen
    assert "On the lists loaded here" in seen
    assert "Option B is saved as version 2 (draft, illustrative, not in force)." in saved(bot, "maria")
    made = versions(front)[0]
    assert (made.option.title, made.who, made.why) == ("Ships only", "U0MARIA", "as discussed on Monday")
    assert made.option.terms == versions(front)[1].option.terms


def test_a_new_option_is_drafted_term_by_term(bot: Running, front: DeskFront):
    view = editor(bot, "maria", "option new")
    first = {
        "t1-action": "delist-program",
        "t1-kind": "program",
        "t1-value": "russia-eo14024",
        "t1-only_type": "Vessel",
    }
    bot.workspace.press_in_view(view["id"], "form:add", values=first)
    assert bot.workspace.wait(lambda: "Term 2" in words(bot, "maria"))
    assert "Term 1: Lift one program only: Programs, by tag: russia-eo14024; only Vessel" in words(bot, "maria")
    assert "On the lists loaded here" in words(bot, "maria")
    seen = previewed(
        bot, "maria", key="e-1", title="Ships", **{"t2-action": "suspend", "t2-kind": "measure"},
        **{"t2-value": "oil-price-cap-crude", "t2-snap_back": "30 days"},
    )  # fmt: skip
    assert "Lifts RUSSIA-EO14024, and no other program, from vessels" in seen
    assert "30 days" in seen
    assert "saved as version 1" in saved(bot, "maria")
    assert newest(front, "E-1").terms[0].select[0].type == "Vessel"
    assert newest(front, "E-1").terms[1].snap_back == "P30D"


def test_what_is_wrong_stands_beside_its_input_and_nothing_typed_is_lost(bot: Running, front: DeskFront):
    view = editor(bot, "maria", "option new")
    typed = {"key": "no spaces", "title": "Ships", "why": "x", "t1-action": "license", "t1-kind": "program",
             "t1-value": "RUSIA-EO14024", "t1-duration": "half a year", "t1-exclude": "type: Boat"}  # fmt: skip
    sent = bot.workspace.submit(view, typed)
    assert set(sent.errors) == {"key", "t1-duration"}
    assert "write 180 days, 6 months" in sent.errors["t1-duration"]
    assert values_in(window(bot, "maria"))["t1-value"] == "RUSIA-EO14024"
    sent = bot.workspace.submit(window(bot, "maria"), {"key": "E", "t1-duration": "6 months"})
    assert "Do you mean RUSSIA-EO14024?" in sent.errors["t1-value"]
    sent = bot.workspace.submit(window(bot, "maria"), {"t1-value": "RUSSIA-EO14024"})
    assert "Boat" in sent.errors["t1-exclude"]
    assert bot.workspace.submit(window(bot, "maria"), {"t1-exclude": "type: Vessel"}).errors == {}


def test_terms_that_say_more_than_a_form_are_edited_as_yaml(web_bot: Running, front: DeskFront):
    view = editor(web_bot, "maria", "option C edit")
    terms = (
        values_in(view).get("terms")
        or next(b for b in view["blocks"] if b["block_id"] == "terms")["element"]["initial_value"]
    )
    sent = web_bot.workspace.submit(view, {"why": "x", "terms": terms.replace("P30D", "a month")})
    assert "Terms, line 10, term 1: snap_back" in sent.errors["terms"]
    assert sent.errors["terms"].count("a month") == 1
    assert "What changes against version 1" in previewed(web_bot, "maria", terms=terms.replace("P30D", "P60D"))
    saved(web_bot, "maria")
    assert newest(front, "C").terms[0].snap_back == "P60D"
    assert newest(front, "C").groups == versions(front, "C")[1].option.groups


def test_a_term_is_taken_out_and_what_stood_in_the_others_stays(web_bot: Running, front: DeskFront):
    view = editor(web_bot, "maria")
    web_bot.workspace.press_in_view(view["id"], "form:remove:1")
    assert web_bot.workspace.wait(lambda: "Term 4" not in words(web_bot, "maria"))
    previewed(web_bot, "maria")
    saved(web_bot, "maria")
    assert newest(front).terms == versions(front)[1].option.terms[1:]


def test_what_is_typed_survives_a_button_of_the_window(web_bot: Running):
    view = editor(web_bot, "maria", "option new")
    typed = {"title": "Ships", "t1-action": "license", "t1-kind": "type", "t1-value": "Boat", "why": "because"}
    web_bot.workspace.press_in_view(view["id"], "form:add", values=typed)
    assert web_bot.workspace.wait(lambda: "Term 2" in words(web_bot, "maria"))
    assert values_in(window(web_bot, "maria")) | {"title": "Ships", "why": "because"} == values_in(
        window(web_bot, "maria")
    )
    assert "Term 1: License dealings: Types of party: Boat" in words(web_bot, "maria")
    assert "Not whole yet: term 1 and 2." in words(web_bot, "maria")
    web_bot.workspace.press_in_view(view["id"], "form:remove:2")
    assert web_bot.workspace.wait(lambda: "Term 2" not in words(web_bot, "maria"))
    web_bot.workspace.press_in_view(view["id"], "form:yaml")
    assert web_bot.workspace.wait(lambda: "First mend this" in words(web_bot, "maria"))
    web_bot.workspace.press_in_view(view["id"], "form:open:1")
    assert web_bot.workspace.wait(lambda: "t3-value" in values_in(window(web_bot, "maria")))
    assert values_in(window(web_bot, "maria"))["t3-value"] == "Boat"
    web_bot.workspace.press_in_view(view["id"], "form:yaml", values={"t3-value": "Vessel"})
    assert web_bot.workspace.wait(lambda: "Terms, as YAML" in words(web_bot, "maria"))
    assert "type: Vessel" in values_in(window(web_bot, "maria"))["terms"]
    assert values_in(window(web_bot, "maria"))["why"] == "because"


def test_a_form_becomes_yaml_and_a_form_again(web_bot: Running):
    view = editor(web_bot, "maria", "option B edit")
    web_bot.workspace.press_in_view(view["id"], "form:yaml")
    assert web_bot.workspace.wait(lambda: "Terms, as YAML" in words(web_bot, "maria"))
    web_bot.workspace.press_in_view(view["id"], "form:rows")
    assert web_bot.workspace.wait(lambda: "Term 4" in words(web_bot, "maria"))
    assert "says the same as before" in previewed(web_bot, "maria") + saved(web_bot, "maria")


def test_hostile_words_are_refused_or_shown_as_they_are(web_bot: Running, front: DeskFront):
    view = editor(web_bot, "maria")
    sent = web_bot.workspace.submit(view, {"why": "x", "title": "gnp.\u202eexe"})
    assert "U+202E" in sent.errors["title"]
    title = "<!channel> *B* `x` <@U0JAMES> {0} %s'; DROP TABLE options; --"
    assert title in previewed(web_bot, "maria", title=title)
    saved(web_bot, "maria")
    assert newest(front).title == title
    web_bot.workspace.dm("james", "option B")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("james")) == 2)
    assert "<!channel>" not in web_bot.workspace.direct("james")[-1]["text"]


# ---- the life of an option --------------------------------------------------


def test_an_option_is_submitted_and_approved_by_another(bot: Running, front: DeskFront):
    editor(bot, "maria")
    previewed(bot, "maria", title="Ships only")
    saved(bot, "maria")
    assert step(bot, "maria", "submit B").errors == {}
    assert newest(front).status == "under_review"
    assert "approve B" not in str(window(bot, "maria"))
    from_card(bot, "james", "move", "approve B")
    assert bot.workspace.submit(window(bot, "james"), {"why": "checked"}).errors == {}
    made = versions(front)[0]
    assert (made.option.status, made.who, made.why) == ("proposed", "U0JAMES", "checked")


def test_the_author_does_not_approve(web_bot: Running, front: DeskFront):
    editor(web_bot, "maria")
    previewed(web_bot, "maria", title="Ships only")
    saved(web_bot, "maria")
    step(web_bot, "maria", "submit B")
    with pytest.raises(AssertionError, match="no move approve B"):
        from_card(web_bot, "maria", "move", "approve B")
    from_card(web_bot, "james", "move", "approve B")
    # James writes to it before he approves: then he is an author too.
    editor(web_bot, "james")
    previewed(web_bot, "james", summary="A word of mine")
    saved(web_bot, "james")
    step(web_bot, "james", "submit B")
    with pytest.raises(AssertionError, match="no move approve B"):
        from_card(web_bot, "james", "move", "approve B")
    assert newest(front).status == "under_review"


def test_who_approves_what_changed_meanwhile_is_told(web_bot: Running, front: DeskFront):
    editor(web_bot, "maria")
    previewed(web_bot, "maria", title="Ships only")
    saved(web_bot, "maria")
    step(web_bot, "maria", "submit B")
    approving = from_card(web_bot, "james", "move", "approve B")
    from_card(web_bot, "maria", "move", "withdraw B")
    assert web_bot.workspace.submit(window(web_bot, "maria"), {"why": "no longer wanted"}).errors == {}
    sent = web_bot.workspace.submit(approving, {"why": "checked"})
    assert "withdrawn" in sent.errors["why"]
    assert newest(front).status == "withdrawn"


def test_the_message_from_which_an_option_was_moved_says_who_moved_it_and_when(web_bot: Running, front: DeskFront):
    web_bot.workspace.dm("maria", "what's in option B?")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 2)
    message = web_bot.workspace.direct("maria")[-1]
    press_in(web_bot, "maria", message, "move", "submit B")
    assert web_bot.workspace.wait(lambda: (web_bot.workspace.modal("maria") or {}).get("callback_id") == "option-move")
    assert web_bot.workspace.submit(window(web_bot, "maria"), {"why": "ready"}).errors == {}
    assert web_bot.workspace.wait(lambda: "Submitted for review by" in str(web_bot.workspace.direct("maria")[-1]))
    said = shown(web_bot.workspace.direct("maria")[-1]["blocks"])
    assert "Option B (under review, illustrative, not in force)" in said
    assert web_bot.workspace.direct("maria")[-1]["ts"] == message["ts"]


def test_withdrawing_is_asked_back(web_bot: Running, front: DeskFront):
    web_bot.workspace.dm("maria", "what's in option B?")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 2)
    buttons = web_bot.workspace.buttons(web_bot.workspace.direct("maria")[-1])
    withdraw = next(b for b in buttons if b.get("value") == "withdraw B")
    assert "stay readable" in withdraw["confirm"]["text"]["text"]
    assert withdraw["style"] == "danger"


def test_editing_what_is_approved_makes_it_a_draft_again(web_bot: Running, front: DeskFront):
    with front.sessions.begin() as session:
        store.options.save_option(session, replace(newest(front), status="proposed"), "U0JAMES", "ok", NOON)
    editor(web_bot, "maria")
    previewed(web_bot, "maria", title="Ships only")
    saved(web_bot, "maria")
    assert newest(front).status == "draft"


# ---- two editors, forbidden people, lost windows ----------------------------


def test_the_second_of_two_editors_is_told_who_changed_what_and_keeps_his_words(bot: Running, front: DeskFront):
    editor(bot, "maria")
    editor(bot, "james")
    previewed(bot, "maria", title="Ships only", why="as agreed")
    saved(bot, "maria")
    previewed(bot, "james", summary="Mine", why="shorter")
    told = saved(bot, "james")
    assert "changed meanwhile" in told
    assert "Why: as agreed" in told
    assert "Ships only" in told
    assert {"type": "user", "user_id": "U0MARIA"} in [
        e for b in window(bot, "james")["blocks"] for part in b.get("elements", []) for e in part.get("elements", [])
    ]
    assert newest(front).version == 2
    assert "saved as version 3" in saved(bot, "james")
    assert (newest(front).summary, newest(front).title) == ("Mine", "Ships, pipelines, oil and gas")


@pytest.mark.parametrize("who", ["yuki", "guest"])
def test_who_may_not_edit_is_told_so(web_bot: Running, front: DeskFront, who: str):
    view = editor(web_bot, who, "option B edit", "sanctions-desk")
    assert "you are not one of them" in shown(view["blocks"])
    count = len(web_bot.workspace.ephemerals(who))
    web_bot.workspace.slash(who, "sanctions-desk", "/sanctions", "option B")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.ephemerals(who)) > count)
    assert "act:edit" not in str(web_bot.workspace.ephemerals(who)[-1])


@pytest.mark.parametrize("who", ["U0GUEST", "U0EXTERN"])
def test_guests_and_people_of_other_organisations_never_edit_even_where_named(tmp_path: Path, who: str):
    front = a_front(tmp_path)
    front.editing.desk.settings = DeskSettings(recheck_seconds=0, editors=Editors(frozenset({who})))
    with running(front, "http") as bot:
        channel = "C0DESK" if who == "U0GUEST" else "C0SHARED"
        client = bot.app.bolt.client
        asker = front.identify(Asker("T0LOCAL", who, channel), client)
        assert asker.is_guest or asker.is_external
        with pytest.raises(Exception, match="you are not one of them"):
            front.editing.open(asker, "B")


def test_a_submission_of_somebody_who_may_no_longer_edit_is_refused(web_bot: Running, front: DeskFront):
    editor(web_bot, "james")
    previewed(web_bot, "james", title="Mine")
    front.editing.desk.settings = DeskSettings(recheck_seconds=0, editors=Editors())
    assert "you are not one of them" in saved(web_bot, "james")
    assert newest(front).version == 1


def test_a_window_that_comes_too_late_is_said(front: DeskFront):
    with running(front, "http", trigger_seconds=-1) as bot:
        bot.workspace.slash("maria", "general", "/sanctions", "option B edit")
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"))
        assert "too little time" in bot.workspace.ephemerals("maria")[-1]["text"]


def test_an_option_that_is_not_there_is_said_in_the_usual_words(web_bot: Running):
    view = editor(web_bot, "maria", "option Z edit")
    assert "There is no option Z here. The options here are A, B and C." in shown(view["blocks"])


# ---- threads and alerts -----------------------------------------------------


def test_each_version_is_told_in_the_thread_and_to_those_who_watch(bot: Running, front: DeskFront):
    from_card(bot, "maria", "post", "B")
    assert (
        bot.workspace.submit(window(bot, "maria"), {"channel": "C0RANDOM"}).errors["channel"].startswith("The bot is")
    )
    assert bot.workspace.submit(window(bot, "maria"), {"channel": "C0DESK"}).errors == {}
    (announced,) = bot.workspace.messages("sanctions-desk")
    assert "act:edit" not in str(announced)
    bot.workspace.slash("yuki", "general", "/sanctions", "watch option B")
    assert bot.workspace.wait(lambda: bot.workspace.ephemerals("yuki"))
    editor(bot, "maria")
    previewed(bot, "maria", title="Ships only", why="as agreed")
    saved(bot, "maria")
    client = delivery_client(bot.workspace.bot_token, bot.workspace.api_url)
    assert deliver(front.sessions, client, lambda: NOON).sent == 2
    (told,) = bot.workspace.replies("sanctions-desk", announced["ts"])
    assert "Option B (draft, illustrative, not in force) is at version 2 now." in told["text"]
    assert "as agreed" in told["text"]
    assert "at version 2 now" in bot.workspace.messages("general")[-1]["text"]


# ---- one term at a time ----------------------------------------------------


def test_an_option_is_opened_with_its_terms_in_sentences_and_one_is_changed(bot: Running, front: DeskFront):
    view = editor(bot, "maria")
    assert not any(name.startswith("t") and "-value" in name for name in values_in(view))
    bot.workspace.press_in_view(view["id"], "form:open:3")
    assert bot.workspace.wait(lambda: any(name.endswith("-duration") for name in values_in(window(bot, "maria"))))
    duration = next(name for name in values_in(window(bot, "maria")) if name.endswith("-duration"))
    previewed(bot, "maria", **{duration: "6 months"})
    saved(bot, "maria")
    before, after = versions(front)[1].option.terms, newest(front).terms
    assert after[2].duration == "P6M"
    assert (after[:2], after[3:]) == (before[:2], before[3:])


def test_a_menu_offers_parties_programs_and_measures_while_somebody_types(bot: Running):
    view = editor(bot, "maria", "option new")
    offered = bot.workspace.suggest(view["id"], "form:find:1", "rosn")
    assert any(one["value"] == "entity=ofac-17022" and "Rosneft Oil Company" in one["text"]["text"] for one in offered)
    assert any(
        one["value"] == "program=RUSSIA-EO14024" for one in bot.workspace.suggest(view["id"], "form:find:1", "14024")
    )
    assert any(
        one["value"].startswith("measure=") for one in bot.workspace.suggest(view["id"], "form:find:1", "price cap")
    )
    assert bot.workspace.suggest(view["id"], "form:find:1", "zzyzx") == []


def test_what_is_chosen_in_the_menu_is_added_and_its_impact_shown(bot: Running, front: DeskFront):
    view = editor(bot, "maria", "option new")
    (rosneft, *_) = bot.workspace.suggest(view["id"], "form:find:1", "rosneft oil")
    bot.workspace.press_in_view(view["id"], "form:find:1", rosneft, values={"t1-action": "license"})
    assert bot.workspace.wait(lambda: values_in(window(bot, "maria")).get("t2-value") == "ofac-17022")
    assert values_in(window(bot, "maria"))["t2-kind"] == "entity"
    assert "On the lists loaded here: 0 parties would come off; 1 party would be partly relieved" in words(bot, "maria")


def test_an_option_is_begun_from_a_shortcut_and_in_plain_words(bot: Running):
    bot.workspace.shortcut("maria", "draft_option")
    assert bot.workspace.wait(lambda: "Term 1" in words(bot, "maria"))
    assert option_windows.wish_in("draft an option") == ""
    assert option_windows.wish_in("Please draft a new relief option") == ""
    assert option_windows.wish_in("what is in a draft option?") is None


@pytest.mark.parametrize("text", ["draft an option", "I'd like to draft a relief option", "create a new relief option"])
def test_draft_an_option_said_to_the_bot_is_answered_with_a_button_that_opens_the_window(web_bot: Running, text: str):
    """Slack gives no trigger with a message, and without one no window opens."""
    slack = web_bot.workspace
    slack.dm("maria", text)
    assert slack.wait(lambda: _drafting(slack.direct("maria")) is not None)
    message = _drafting(slack.direct("maria"))
    assert message is not None
    assert message["text"].startswith("A relief option is drafted in its window.")
    slack.press("maria", message["ts"], _button(message))
    assert slack.wait(lambda: "Term 1" in words(web_bot, "maria"))


def test_draft_an_option_said_in_a_channel_gives_the_button_too_and_only_editors_get_the_window(web_bot: Running):
    slack = web_bot.workspace
    slack.mention("general", "maria", "draft an option")
    assert slack.wait(lambda: _drafting(slack.messages("general")) is not None)
    message = _drafting(slack.messages("general"))
    assert message is not None
    slack.press("yuki", message["ts"], _button(message))
    assert slack.wait(lambda: MAY_NOT[:30] in words(web_bot, "yuki"))


def _drafting(messages: list[dict[str, Any]]) -> dict[str, Any] | None:
    return next((one for one in messages if any(_is_draft(e) for e in _elements(one))), None)


def _button(message: dict[str, Any]) -> str:
    return next(str(e["action_id"]) for e in _elements(message) if _is_draft(e))


def _is_draft(element: dict[str, Any]) -> bool:
    return str(element.get("action_id", "")).startswith("act:edit:") and element.get("value") == "new"


def _elements(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for b in message.get("blocks", []) for e in b.get("elements", [])]
