"""Who may end what others set up in a place; that it is asked back, told to everybody there, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import handlers.ask
import store.telling.outbox
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Act, Action, Answer, plain
from handlers.desk import Asker, Desk
from handlers.slack.front import DeskFront
from store.telling.outbox import Outgoing
from store.telling.subscriptions import Subscription
from tests.conftest import NOON
from tests.handlers.slack.desks import a_shipped_front

CHANNEL = "C0DESK"
OWNER = Asker("T1", "U0OWNER", CHANNEL, known=True)
MEMBER = Asker("T1", "U0MEMBER", CHANNEL, known=True)
ADMIN = replace(MEMBER, user="U0ADMIN", is_admin=True)
GUEST = replace(MEMBER, user="U0GUEST", is_guest=True)
STRANGER = replace(MEMBER, user="U0ELSE", is_external=True)
STRANGE_ADMIN = replace(STRANGER, is_admin=True)
UNKNOWN = Asker("T1", "U0WHO", CHANNEL)
WHAT = {"the digest": "digest:daily", "Rosneft": "entity:ofac-17022"}
Say = Callable[[str, Asker], Answer]


class Clock:
    now = NOON


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def front(tmp_path: Path, clock: Clock) -> DeskFront:
    sessions = a_shipped_front(tmp_path).sessions
    return DeskFront(Desk(sessions, lambda: clock.now))


@pytest.fixture
def say(front: DeskFront) -> Say:
    def say(words: str, asker: Asker) -> Answer:
        return front.answer(front.understand(words), asker)

    say("watch Rosneft", OWNER)
    say("digest at 9", OWNER)
    return say


def digest_of(front: DeskFront, place: str = CHANNEL) -> Subscription | None:
    with front.sessions() as session:
        return store.telling.subscriptions.subscription_of(session, "T1", place)


def kept(front: DeskFront, what: str) -> str:
    """Who set it up, "" where it is there no more."""
    with front.sessions() as session:
        watch = store.telling.watches.watch_of(session, "T1", CHANNEL, what)
        digest = store.telling.subscriptions.subscription_of(session, "T1", CHANNEL)
    found = digest if what == "digest:daily" else watch
    return found.who if found else ""


def told(front: DeskFront) -> list[Outgoing]:
    with front.sessions() as session:
        return [one.message for one in store.telling.outbox.of_place(session, "T1", CHANNEL)]


def buttons(answer: Answer) -> list[Action]:
    return [action for card in answer.cards for action in card.actions]


@pytest.mark.parametrize("what", WHAT.values())
@pytest.mark.parametrize("asker", [GUEST, STRANGER, STRANGE_ADMIN, UNKNOWN], ids=lambda one: one.user)
def test_a_guest_a_person_of_another_company_and_one_unknown_end_nothing_of_others(
    front: DeskFront, say: Say, what: str, asker: Asker
):
    answer = front.unwatch(what, asker)
    assert "You may not end this here: nothing was done." in answer.text
    assert buttons(answer) == []
    assert kept(front, what) == "U0OWNER"
    assert told(front) == []


@pytest.mark.parametrize("words", ["stop watching Rosneft", "stop the digest"])
@pytest.mark.parametrize("asker", [GUEST, STRANGER, UNKNOWN], ids=lambda one: one.user)
def test_nor_are_they_asked_whether_they_are_sure(front: DeskFront, say: Say, words: str, asker: Asker):
    answer = say(words, asker)
    assert "nothing was done" in answer.text
    assert buttons(answer) == []


@pytest.mark.parametrize("asker", [GUEST, STRANGER, UNKNOWN], ids=lambda one: one.user)
@pytest.mark.parametrize("words", ["digest at 23", "quiet digest every day", "digest on weekdays"])
def test_nor_do_they_change_when_the_digest_comes(front: DeskFront, say: Say, words: str, asker: Asker):
    before = digest_of(front)
    assert "You may not change this here" in say(words, asker).text
    assert digest_of(front) == before


@pytest.mark.parametrize("what", WHAT.values())
@pytest.mark.parametrize("asker", [replace(OWNER, is_guest=True), OWNER, MEMBER, ADMIN], ids=lambda one: one.user)
def test_whoever_set_it_up_members_and_admins_may_and_everybody_there_is_told_who_did(
    front: DeskFront, say: Say, what: str, asker: Asker
):
    front.unwatch(what, asker)
    assert kept(front, what) == ""
    (message,) = told(front)
    headline = message.answer.cards[0].headline
    assert headline[0].user == asker.user
    assert plain(headline).endswith("in this channel.")


@pytest.mark.parametrize(("name", "what"), WHAT.items())
def test_the_words_are_asked_back_and_the_button_does_it(front: DeskFront, say: Say, name: str, what: str):
    answer = say(f"stop {'watching ' if name == 'Rosneft' else ''}{name}", MEMBER)
    assert answer.text.startswith("Stop ")
    assert "Set up by U0OWNER on 23 Nov 2026." in answer.text
    assert kept(front, what) == "U0OWNER"
    (sure,) = buttons(answer)
    assert (sure.act, sure.value) == (Act.UNWATCH, what)
    front.unwatch(sure.value, MEMBER)
    assert kept(front, what) == ""


@pytest.mark.parametrize("what", WHAT.values())
def test_one_press_takes_it_back_as_it_was_and_only_once(front: DeskFront, say: Say, what: str):
    before = digest_of(front)
    front.unwatch(what, MEMBER)
    (undo,) = buttons(told(front)[0].answer)
    assert undo.act is Act.WATCH
    assert front.watch(undo.value, GUEST).text.startswith("Taken back")
    assert kept(front, what) == "U0OWNER"
    assert digest_of(front) == before
    assert "took it back" in told(front)[-1].answer.text
    assert not front.watch(undo.value, GUEST).text.startswith("Taken back")


def test_after_a_day_it_is_not_taken_back_but_can_be_set_up_anew(front: DeskFront, say: Say, clock: Clock):
    for what in WHAT.values():
        front.unwatch(what, MEMBER)
    clock.now = NOON + timedelta(days=1, seconds=1)
    assert "more than a day ago" in front.watch("digest:daily", MEMBER).text
    assert digest_of(front) is None
    assert front.watch("entity:ofac-17022", MEMBER).text.startswith("Watching")
    assert kept(front, "entity:ofac-17022") == "U0MEMBER"


def test_in_ones_own_conversation_it_is_done_at_once_and_nobody_else_is_told(front: DeskFront, say: Say):
    mine = Asker("T1", "U0GUEST", "U0GUEST", known=True, is_guest=True)
    say("watch Rosneft", mine)
    say("digest at 9", mine)
    assert say("stop watching Rosneft", mine).text.startswith("No longer watching")
    assert say("stop the digest", mine).text.startswith("The daily digest is stopped")
    assert digest_of(front, "U0GUEST") is None
    with front.sessions() as session:
        assert store.telling.outbox.of_place(session, "T1", "U0GUEST") == []


def test_what_is_not_there_is_not_ended_and_nobody_is_told(front: DeskFront, say: Say):
    assert "Was not watching" in front.unwatch("entity:ofac-36", MEMBER).text
    front.unwatch("digest:daily", MEMBER)
    assert "There was no daily digest" in front.unwatch("digest:daily", MEMBER).text
    assert len(told(front)) == 1


def test_a_change_of_the_digests_hour_is_told_to_everybody_there(front: DeskFront, say: Say):
    say("digest at 17", MEMBER)
    (message,) = told(front)
    assert "every day at 17:00" in message.answer.text
    assert any(run.user == "U0MEMBER" for run in message.answer.cards[0].headline)


def test_the_digest_since_the_end_of_october_ends_nothing(front: DeskFront, say: Say):
    for words in ("digest since the end of October", "digest since the pause", "digest for the end of the month"):
        say(words, MEMBER)
        assert kept(front, "digest:daily") == "U0OWNER"


def test_the_command_line_ends_its_own_watches_at_once(front: DeskFront, say: Say):
    nobody = Asker(place="terminal")
    say("watch Rosneft", nobody)
    assert handlers.ask.answer_all(
        front.understand("unwatch Rosneft"), Desk(front.sessions, lambda: NOON), nobody
    ).text.startswith("No longer watching")


def test_all_that_is_watched_ends_with_one_press_is_told_and_taken_back_with_one(front: DeskFront, say: Say):
    say("watch Lukoil", MEMBER)
    say("watch option C", OWNER)
    asked = say("unwatch everything", MEMBER)
    assert asked.text.startswith("Stop watching all 3 things here? Nothing was changed yet.")
    assert kept(front, "entity:ofac-17022") == "U0OWNER"
    (sure,) = buttons(asked)
    assert front.unwatch(sure.value, MEMBER).text.startswith("No longer watching 3 things")
    assert [kept(front, what) for what in ("entity:ofac-17022", "option:C")] == ["", ""]
    assert kept(front, "digest:daily") == "U0OWNER"
    (undo,) = buttons(told(front)[-1].answer)
    assert "Taken back: all that was watched is watched again" in front.watch(undo.value, MEMBER).text
    assert [kept(front, what) for what in ("entity:ofac-17022", "option:C")] == ["U0OWNER", "U0OWNER"]
    assert "more than a day ago" in front.watch(undo.value, MEMBER).text


@pytest.mark.parametrize(
    "words", ["stop all alerts", "unwatch all", "stop watching everything", "больше не следи за всем"]
)
def test_everything_is_said_in_many_ways_and_ended_at_once_where_nobody_else_is(front: DeskFront, say: Say, words: str):
    mine = Asker("T1", "U0MEMBER", "U0MEMBER", known=True)
    say("watch Rosneft", mine)
    say("watch option B", mine)
    ended = say(words, mine).text
    assert ended.startswith("No longer watching 2 things here.")
    assert "option B" in ended
    assert "“watch …” begins one again" in ended
    assert say("unwatch everything", mine).text.startswith("Nothing is watched here: nothing was changed.")


def test_a_guest_ends_only_what_the_guest_set_up_when_ending_everything(front: DeskFront, say: Say):
    say("watch option B", GUEST)
    answer = front.unwatch("all:watches", GUEST)
    assert answer.text.startswith("No longer watching 1 thing")
    assert "1 watch that others set up stay: you may not end them." in answer.text
    assert kept(front, "entity:ofac-17022") == "U0OWNER"


@pytest.mark.parametrize("words", ["unwatch", "unwatch the list", "stop watching", "stop everything", "stop all of it"])
def test_without_a_thing_nothing_is_ended(front: DeskFront, say: Say, words: str):
    assert say(words, MEMBER).text.startswith("Nothing was changed: unwatch what?")
    assert kept(front, "entity:ofac-17022") == "U0OWNER"


@pytest.mark.parametrize("words", ["if so, watch it", "if so add it to my watchlist", "if yes, alert me to changes"])
def test_a_watch_under_a_condition_is_not_begun_but_said_how(words: str, front: DeskFront) -> None:
    given = front.answer(front.understand(f"is Rosneft sanctioned? {words}"), MEMBER)
    assert "Nothing was changed: whether to watch Rosneft Oil Company is yours to judge." in _last(given)
    assert Action(Act.WATCH, "Watch", WHAT["Rosneft"], "Watch Rosneft Oil Company") in given.cards[-1].actions
    assert "Nothing is watched here." in _last(front.answer(front.understand("what am i watching"), MEMBER))


def test_a_watch_is_not_ended_under_a_condition(say: Say) -> None:
    given = say("is Rosneft sanctioned? if not, unwatch it", OWNER)
    assert "Nothing was changed: whether to unwatch Rosneft Oil Company" in _last(given)


def _last(given: Answer) -> str:
    return plain(given.cards[-1].headline)
