"""A confidential option does not exist for those who may not know of it: in answers, buttons, Home, alerts, digests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import store.asking.questions
import store.lists.landed
import store.options
import store.telling.outbox
import store.telling.watches
from bot.answers.document import Answer, Card, text
from bot.blocks.home import home
from bot.blocks.render import render
from bot.sanctions.relief.confidential import Confidants
from bot.sanctions.relief.lifecycle import Editors
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from handlers.desk import Asker, Desk, DeskSettings
from handlers.slack.front import DeskFront
from jobs.deliver import deliver, delivery_client
from jobs.discretion import Discretion
from store.telling.outbox import Outgoing
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.handlers.slack.desks import QUESTIONS
from tests.handlers.slack.running import TRANSPORTS, Running, running
from tests.handlers.slack.test_option_editing import press_in

SECRETS = ("Quiet corridor", "harbour-list", "Ports of the corridor", "the sealed annex", "nobody outside the room")
SECRET = ReliefOption(
    key="Q",
    title=SECRETS[0],
    status="draft",
    terms=(
        Term("delist", (Selector(group="harbour-list"),)),
        Term("suspend", measure="oil-price-cap-crude", snap_back="P45D"),
    ),
    summary=f"A draft known to {SECRETS[4]}.",
    sources=(SECRETS[3],),
    groups=(Group("harbour-list", SECRETS[2], ("ofac-17022", "ofac-17018", "ofac-24283")),),
    confidential=True,
)
CONFIDANTS = Confidants(channels=frozenset({"C0LEGAL", "C0SHARED", "C0DESK"}), people=frozenset({"U0JAMES", "U0GUEST"}))
ASKED = (
    *(question for question in QUESTIONS if len(question) < 1_000),
    "what's in relief option Q?",
    "option Q",
    "show option Q version 1",
    "what changed in option Q?",
    "what changed between version 1 and version 2 of option Q?",
    "what does option Q reach now that it did not last week?",
    "who would come off under option Q?",
    "would option Q lift sanctions on Rosneft?",
    "which options cover Rosneft?",
    "what would free Rosneft?",
    "is Rosneft sanctioned?",
    "compare A and Q",
    "compare Q and B",
    "what is the crude price cap?",
    "is the oil price cap part of any option?",
    "watch option Q",
    "stop watching option Q",
    "what am I watching?",
    "Quiet corridor",
    "what is the harbour-list?",
    "is diesel capped?",
    "changes since 2022-01-01",
    "and Q?",
)
REFUSED = (
    "what's in relief option {}?",
    "show option {} version 2",
    "what changed in option {}?",
    "who would come off under option {}?",
    "would option {} lift sanctions on Rosneft?",
    "compare option A and option {}",
    "watch option {}",
)
# Who is not to know of it: a guest, somebody of another organisation, a member elsewhere, a member in person.
KEPT_OUT = {
    "a guest who is named": Asker("T0LOCAL", "U0GUEST", "U0GUEST", known=True, is_guest=True),
    "a guest in a channel that is named": Asker("T0LOCAL", "U0GUEST", "C0DESK", known=True, is_guest=True),
    "somebody else's in a shared channel": Asker(
        "T0LOCAL", "U0EXTERN", "C0SHARED", known=True, is_external=True, channel_shared=True
    ),
    "a member in a shared channel": Asker("T0LOCAL", "U0JAMES", "C0SHARED", known=True, channel_shared=True),
    "a member in another channel": Asker("T0LOCAL", "U0JAMES", "C0GENERAL", known=True),
    "a member who is not named": Asker("T0LOCAL", "U0YUKI", "U0YUKI", known=True),
    "an admin who is not named": Asker("T0LOCAL", "U0MARIA", "U0MARIA", known=True, is_admin=True),
    "somebody of whom Slack says nothing": Asker("T0LOCAL", "U0JAMES", "U0JAMES"),
}

AN_HOUR = 3_600.0  # seconds: where nothing is written but by the bot itself, what it holds need not be read again
THOROUGHLY = ("a guest who is named", "somebody else's in a shared channel", "a member in another channel")


def a_front(folder: Path, *options: ReliefOption, recheck_seconds: float = 0) -> DeskFront:
    folder.mkdir(exist_ok=True)
    sessions = a_begun_database(folder)
    with sessions.begin() as session:
        for option in options:
            store.options.save_option(session, option, "U0JAMES", "agreed in the sealed annex", NOON)
            store.options.save_option(session, replace(option, note="Second."), "U0JAMES", "as before", NOON)
    settings = DeskSettings(
        recheck_seconds=recheck_seconds, confidants=CONFIDANTS, editors=Editors(frozenset({"U0JAMES"}))
    )
    return DeskFront(Desk(sessions, lambda: NOON, settings))


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    return a_front(tmp_path_factory.mktemp("confidential"), SECRET, recheck_seconds=AN_HOUR)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    """The same installation, but for the option."""
    return a_front(tmp_path_factory.mktemp("plain"), recheck_seconds=AN_HOUR)


def asked(front: DeskFront, question: str, asker: Asker) -> Answer:
    return front.answer(front.understand(question, None, asker), asker)


def everything(answer: Answer) -> str:
    """All that leaves the bot: words, blocks, buttons."""
    message = render(answer)
    return json.dumps([message.text, message.blocks, answer.text, str(answer)], ensure_ascii=False)


@pytest.mark.parametrize("who", KEPT_OUT)
def test_every_question_is_answered_as_if_the_option_were_not_there(front: DeskFront, without: DeskFront, who: str):
    asker = KEPT_OUT[who]
    for question in ASKED if who in THOROUGHLY else ASKED[-8:]:
        answer, expected = asked(front, question, asker), asked(without, question, asker)
        said = everything(answer)
        assert [secret for secret in SECRETS if secret in said and secret not in question] == [], question
        assert render(answer) == render(expected), question
        assert answer.shows == expected.shows


@pytest.mark.parametrize("who", KEPT_OUT)
def test_the_refusal_is_that_of_an_option_that_does_not_exist(front: DeskFront, who: str):
    for question in REFUSED:
        hidden, unknown = (asked(front, question.format(key), KEPT_OUT[who]) for key in ("Q", "X"))
        for one in (hidden, unknown):
            assert any("here" in line for line in one.text.splitlines()), question
        assert everything(hidden) == re.sub(r"(?<![A-Za-z0-9])X(?![A-Za-z0-9])", "Q", everything(unknown)), question


@pytest.mark.parametrize(
    "asker",
    [Asker("T0LOCAL", "U0JAMES", "U0JAMES", known=True), Asker("T0LOCAL", "U0YUKI", "C0LEGAL", known=True), Asker()],
    ids=["in person", "in a channel that is named", "on the command line"],
)
def test_who_may_know_is_answered(front: DeskFront, asker: Asker):
    said = asked(front, "what's in relief option Q?", asker)
    assert SECRETS[0] in said.text
    assert said.shows == ("Q",)
    assert "option Q would" in asked(front, "is Rosneft sanctioned?", asker).text.lower().replace("q", "Q")


def test_an_option_that_names_its_own_is_for_those_alone(tmp_path: Path):
    front = a_front(tmp_path, replace(SECRET, channels=("C0GENERAL",), people=("U0YUKI",)))
    members = {"U0JAMES": False, "U0YUKI": True}
    for user, may in members.items():
        said = asked(front, "option Q", Asker("T0LOCAL", user, user, known=True)).text
        assert (SECRETS[0] in said) is may
    assert SECRETS[0] in asked(front, "option Q", Asker("T0LOCAL", "U0JAMES", "C0GENERAL", known=True)).text
    assert SECRETS[0] not in asked(front, "option Q", Asker("T0LOCAL", "U0JAMES", "C0LEGAL", known=True)).text


@pytest.mark.parametrize("who", KEPT_OUT)
def test_buttons_home_and_editing_know_nothing_of_it(front: DeskFront, who: str):
    asker = KEPT_OUT[who]
    assert front.watch("option:Q", asker).summary == "There is no option Q here."
    with front.sessions.begin() as session:  # watched while it could be
        store.telling.watches.watch(session, asker.team, asker.place, "option:Q", asker.user, NOON)
    assert "option Q" not in json.dumps(home(front.home(asker)))
    assert "option Q" not in asked(front, "what am I watching?", asker).text
    with pytest.raises(Exception, match=r"There is no option Q here\.|you are not one of them"):
        front.editing.open(asker, "Q")
    with pytest.raises(Exception, match="There is no option Q here"):
        front.attachment("names:Q", asker)


# ---- in Slack ---------------------------------------------------------------


@pytest.fixture
def slack_front(tmp_path: Path) -> DeskFront:
    return a_front(tmp_path / "slack", SECRET)


@pytest.fixture(params=TRANSPORTS)
def bot(request: pytest.FixtureRequest, slack_front: DeskFront) -> Iterator[Running]:
    with running(slack_front, request.param) as found:
        yield found
        assert found.workspace.violations() == []


@pytest.fixture
def web_bot(slack_front: DeskFront) -> Iterator[Running]:
    with running(slack_front, "http") as found:
        yield found
        assert found.workspace.violations() == []


def told(bot: Running, who: str, channel: str, question: str) -> str:
    count = len(bot.workspace.ephemerals(who))
    assert bot.workspace.slash(who, channel, "/sanctions", question).ok
    assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals(who)) > count)
    return json.dumps(bot.workspace.ephemerals(who)[-1], ensure_ascii=False)


def mentioned(bot: Running, who: str, channel: str, question: str) -> str:
    ts = bot.workspace.mention(channel, who, question)
    assert bot.workspace.wait(lambda: bot.workspace.replies(channel, ts))
    return json.dumps(bot.workspace.replies(channel, ts), ensure_ascii=False)


def test_slack_says_who_asks_and_where(bot: Running):
    question = "what's in relief option Q?"
    assert SECRETS[0] in told(bot, "james", "legal", question)
    assert SECRETS[0] in mentioned(bot, "maria", "legal", question)
    for said in (
        told(bot, "guest", "sanctions-desk", question),
        told(bot, "james", "general", question),
        mentioned(bot, "erin", "deal-room", question),
        mentioned(bot, "james", "deal-room", question),
    ):
        assert "There is no option Q here." in said
        assert SECRETS[0] not in said
    bot.workspace.dm("james", question)
    assert bot.workspace.wait(lambda: len(bot.workspace.direct("james")) == 2)
    assert SECRETS[0] in bot.workspace.direct("james")[-1]["text"]


def test_the_audit_says_who_saw_what(web_bot: Running, slack_front: DeskFront):
    told(web_bot, "james", "legal", "option Q")
    told(web_bot, "james", "general", "option Q")
    with slack_front.sessions() as session:
        kept = store.asking.questions.asked_since(session)
    assert [(one.who, one.place, "Q" in one.options) for one in kept] == [
        ("U0JAMES", "C0LEGAL", True),
        ("U0JAMES", "C0GENERAL", False),
    ]


def test_alerts_and_digests_leave_it_out_where_it_may_not_be_known(web_bot: Running, slack_front: DeskFront):
    bot, sessions = web_bot, slack_front.sessions
    client = delivery_client(bot.workspace.bot_token, bot.workspace.api_url)
    secret = Card(text(f"{SECRETS[0]}: 3 more."), options=("A", "Q"))
    public = Card(text("Rosneft changed."))
    places = ("C0LEGAL", "C0GENERAL", "C0SHARED", "U0JAMES", "U0YUKI", "U0GUEST")
    with sessions.begin() as session:
        for place in places:
            store.telling.outbox.queue(
                session, [Outgoing(f"a {place}", "T0LOCAL", place, "alert", Answer("alert", (secret, public)))], NOON
            )
    deliver(sessions, client, lambda: NOON, discretion=Discretion(CONFIDANTS))

    def read(place: str) -> str:
        at = bot.workspace.messages(place) if place[0] == "C" else bot.workspace.direct(place)
        return json.dumps(at[-1]) if at else ""

    for place in places:
        assert "Rosneft changed." in read(place)
        assert (SECRETS[0] in read(place)) is (place in ("C0LEGAL", "U0JAMES")), place


def test_a_message_of_nothing_else_is_not_sent(web_bot: Running, slack_front: DeskFront):
    bot, sessions = web_bot, slack_front.sessions
    client = delivery_client(bot.workspace.bot_token, bot.workspace.api_url)
    secret = Card(text(SECRETS[0]), options=("Q",))
    with sessions.begin() as session:
        store.telling.outbox.queue(
            session, [Outgoing("a", "T0LOCAL", "C0GENERAL", "alert", Answer("alert", (secret,)))], NOON
        )
    assert deliver(sessions, client, lambda: NOON, discretion=Discretion(CONFIDANTS)).failed == 1
    assert bot.workspace.messages("general") == []


def test_an_editor_may_not_post_it_elsewhere(web_bot: Running):
    workspace = web_bot.workspace
    said = json.loads(told(web_bot, "james", "legal", "option Q"))
    press_in(web_bot, "james", said, "post", "Q")

    def posting() -> dict[str, Any] | None:
        view = workspace.modal("james")
        return view if view and view["callback_id"] == "option-post" else None

    assert workspace.wait(posting)
    for channel in ("C0GENERAL", "C0SHARED"):
        assert "confidential" in workspace.submit(posting() or {}, {"channel": channel}).errors["channel"]
    assert workspace.submit(posting() or {}, {"channel": "C0LEGAL"}).errors == {}
    assert workspace.messages("general") == workspace.messages("deal-room") == []
    assert SECRETS[0] in workspace.messages("legal")[-1]["text"]
