"""Delivery to the real local Slack over HTTP, with everything that goes wrong there, under the shipped scopes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from slack_sdk import WebClient
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

import store.options
import store.telling.outbox
import store.telling.pauses
import store.telling.standing
import store.telling.subscriptions
import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, bold, text
from bot.errors import Unreachable
from bot.sanctions.relief.confidential import Confidants
from bot.sanctions.relief.option import ReliefOption, Term
from bot.workspace.server import LocalWorkspace
from jobs.deliver import AWAY, BACKOFF, TRIES, Delivered, Pace, deliver, delivery_client
from jobs.discretion import Discretion
from jobs.undeliverable import OFTEN
from store.database import writing
from store.telling.outbox import LEASE, Outgoing, Sent, claim, queue
from tests.conftest import NOON
from tests.store.conftest import migrated_postgres, postgres, session_factory

__all__ = ["migrated_postgres", "postgres", "session_factory"]  # both databases

A_SECOND = timedelta(seconds=1)
TEAM, DESK, GENERAL = "T0LOCAL", "C0DESK", "C0GENERAL"
NEWS = "Igor Ivanovich Sechin: program RUSSIA-EO14024 added."
REPEAT = "This may be a repeat"


class Clock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def later(self, wait: timedelta) -> None:
        self.now += wait


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def slack() -> Iterator[LocalWorkspace]:
    with LocalWorkspace() as running:  # the shipped manifest: no history of channels may be read
        yield running


@pytest.fixture
def workspace(slack: LocalWorkspace) -> LocalWorkspace:
    """Served once for the module; each test finds it empty and whole."""
    with slack.hub.lock:
        slack.hub.state.messages.clear()
        slack.hub.rates.buckets.clear()
        slack.archive(DESK, False)
        slack.invite_bot(DESK)
    return slack


Turn = Callable[..., Delivered]


@pytest.fixture
def client(workspace: LocalWorkspace) -> WebClient:
    return delivery_client(workspace.bot_token, workspace.api_url)


@pytest.fixture
def turn(sessions: sessionmaker[Session], client: WebClient, clock: Clock) -> Turn:
    def turn(**given: object) -> Delivered:
        return deliver(sessions, client, clock, pace=Pace(sleep=lambda _: None), **given)  # type: ignore[arg-type]

    return turn


@pytest.fixture
def a_confidential_option(sessions: sessionmaker[Session]) -> str:
    secret = ReliefOption("Q", "Quiet corridor", "draft", (Term("suspend", measure="x"),), confidential=True)
    with writing(sessions) as session:
        store.options.save_option(session, secret, "U0JAMES", "agreed", NOON)
    return secret.key


def put(sessions: sessionmaker[Session], *keys: str, place: str = DESK, news: str = NEWS) -> None:
    answer = Answer(kind="alert", cards=(Card(headline=text(bold(news))),))
    with writing(sessions) as session:
        queue(session, [Outgoing(key, TEAM, place, "alert", answer) for key in keys], NOON)


def state_of(sessions: sessionmaker[Session], key: str) -> Sent:
    with sessions() as session:
        kept = [one for place in (DESK, GENERAL) for one in store.telling.outbox.of_place(session, TEAM, place)]
    return next(one for one in kept if one.message.key == key)


def texts(workspace: LocalWorkspace, channel: str = DESK) -> list[str]:
    return [message["text"] for message in workspace.messages(channel)]


def watched(sessions: sessionmaker[Session], place: str = DESK, who: str = "U0MARIA") -> None:
    with writing(sessions) as session:
        store.telling.watches.watch(session, TEAM, place, "list:us_ofac_sdn", who, NOON)


def test_a_message_arrives_once_in_blocks_that_slack_takes(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    put(sessions, "alert 1")
    assert turn() == Delivered(sent=1)
    clock.later(2 * A_SECOND)
    assert turn() == Delivered()
    assert texts(workspace) == [NEWS]
    assert state_of(sessions, "alert 1").ts == workspace.messages(DESK)[0]["ts"]
    assert workspace.violations() == []


def test_a_person_is_told_in_their_own_conversation(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn
):
    put(sessions, "alert 1", place="U0MARIA")
    turn()
    assert [message["text"] for message in workspace.direct("maria")] == [NEWS]


def test_a_channel_gets_one_message_a_second_and_others_theirs(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    put(sessions, "alert 1", "alert 2")
    put(sessions, "alert 3", place=GENERAL)
    assert turn().sent == 2
    clock.later(A_SECOND / 2)
    assert turn().sent == 0
    clock.later(A_SECOND / 2)
    assert turn().sent == 1


# --- Slack asks to wait, fails, is away ---


def test_slack_that_asks_to_wait_is_left_alone_that_long(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.faults.rate_limit("chat.postMessage", retry_after=30)
    put(sessions, "alert 1")
    put(sessions, "alert 2", place=GENERAL)
    assert turn() == Delivered(put_off=1)
    clock.later(29 * A_SECOND)
    assert turn() == Delivered()
    clock.later(A_SECOND)
    assert turn() == Delivered(sent=2)
    assert state_of(sessions, "alert 1").attempts == 0


def test_a_wait_that_slack_asks_for_counts_from_its_answer_not_from_the_beginning_of_the_turn(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, turn: Turn, clock: Clock
):
    class Slow(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            clock.later(25 * A_SECOND)
            return client.chat_postMessage(**arguments)  # type: ignore[arg-type]

    workspace.faults.rate_limit("chat.postMessage", retry_after=30)
    put(sessions, "alert 1")
    deliver(sessions, Slow(token="xoxb-slow"), clock)
    clock.later(29 * A_SECOND)
    assert turn() == Delivered()
    clock.later(A_SECOND)
    assert turn() == Delivered(sent=1)


def test_a_slow_turn_gives_no_message_to_two_workers(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, clock: Clock
):
    """Each message has a lease of its own, from when it is claimed: the last of a slow turn as well as the first."""
    places = [DESK, GENERAL, "C0LEGAL", "U0MARIA", "U0JAMES", "U0YUKI"]
    for place in places:
        put(sessions, f"alert {place}", place=place)
    other: list[Delivered] = []

    class Slow(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            clock.later(LEASE - A_SECOND)
            other.append(deliver(sessions, client, clock, "two"))
            return client.chat_postMessage(**arguments)  # type: ignore[arg-type]

    first = deliver(sessions, Slow(token="xoxb-slow"), clock, "one")
    assert first.sent + sum(turn.sent for turn in other) == len(places)
    assert first.repeated + sum(turn.repeated for turn in other) == 0
    assert len(workspace.hub.state.messages) == len(places)


def test_a_call_that_slack_failed_to_answer_is_made_once_more_says_so_and_is_counted(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.faults.server_error("chat.postMessage")
    put(sessions, "alert 1")
    assert turn() == Delivered(put_off=1)
    clock.later(BACKOFF[0])
    assert turn() == Delivered(sent=1, repeated=1)
    (said,) = texts(workspace)
    assert REPEAT in said
    assert state_of(sessions, "alert 1").repeats == 1
    with sessions() as session:
        assert store.telling.standing.standing(session).repeated == 1


def test_a_crash_after_slack_took_it_is_told_once_more_and_marked(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, turn: Turn, clock: Clock
):
    put(sessions, "alert 1")
    crashed(sessions, client, clock)
    clock.later(LEASE)
    assert turn() == Delivered(sent=1, repeated=1)
    first, second = texts(workspace)
    assert REPEAT not in first
    assert REPEAT in second


def test_no_history_is_read_ever(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, turn: Turn, clock: Clock
):
    put(sessions, "alert 1", place="U0MARIA")
    crashed(sessions, client, clock)
    clock.later(LEASE)
    turn()
    calls = [entry.kind + str(entry.data) for entry in workspace.hub.journal.entries("api")]
    assert calls
    assert not [call for call in calls if "conversations.history" in call or "conversations.replies" in call]


def test_a_crash_between_claim_and_call_loses_nothing(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    put(sessions, "alert 1")
    with writing(sessions) as session:
        claim(session, NOON, "the one that died")
    clock.later(A_SECOND)
    assert turn() == Delivered()
    clock.later(LEASE)
    assert turn().sent == 1
    assert len(texts(workspace)) == 1


def test_two_deliverers_at_once_send_each_message_once(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn
):
    for place in (DESK, GENERAL, "C0LEGAL", "U0MARIA", "U0JAMES", "U0YUKI"):
        put(sessions, f"alert {place}", place=place)
    with ThreadPoolExecutor(2) as pool:
        turns = list(pool.map(lambda _: turn(), range(2)))
    assert sum(turn.sent for turn in turns) == 6
    assert len(workspace.hub.state.messages) == 6


@pytest.mark.parametrize("outage", [timedelta(minutes=5), timedelta(days=30)])
def test_a_slack_that_is_not_reached_is_waited_for_however_long_and_nothing_is_marked(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, outage: timedelta
):
    nobody = delivery_client("xoxb-nobody", "http://127.0.0.1:1/api")
    put(sessions, "alert 1", "alert 2")
    until = NOON + outage
    for _ in range(20):
        assert deliver(sessions, nobody, clock).failed == 0
        clock.later(AWAY[-1])
    clock.now = max(until, clock.now)
    deliver(sessions, nobody, clock)
    clock.later(AWAY[-1])
    assert turn().sent == 1
    clock.later(A_SECOND)
    assert turn().sent == 1
    assert texts(workspace) == [NEWS, NEWS]
    assert state_of(sessions, "alert 1").repeats == 0


def test_one_message_that_slack_never_answers_is_given_up_alone_while_others_arrive(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, clock: Clock
):
    class Choking(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            if "the bad one" in str(arguments["text"]):
                workspace.faults.server_error("chat.postMessage")
            return client.chat_postMessage(**arguments)  # type: ignore[arg-type]

    choking = Choking(token="xoxb-choking")
    put(sessions, "bad", news="the bad one")
    put(sessions, "behind it")
    for n in range(TRIES + 1):
        assert state_of(sessions, "bad").state == "waiting"
        put(sessions, f"other {n}", place=GENERAL)
        deliver(sessions, choking, clock)
        clock.later(AWAY[0])
        deliver(sessions, choking, clock)
        clock.later(BACKOFF[-1])
        workspace.hub.rates.buckets.clear()  # an hour has passed by the bot's clock, and none by Slack's
    assert state_of(sessions, "bad").state == "failed"
    assert any(state_of(sessions, f"other {n}").state == "sent" for n in range(TRIES))
    for _ in range(TRIES + 2):
        clock.later(AWAY[-1])
        workspace.hub.rates.buckets.clear()
        deliver(sessions, choking, clock)
    assert state_of(sessions, "behind it").state == "sent"
    assert [state_of(sessions, f"other {n}").state for n in range(TRIES + 1)] == ["sent"] * (TRIES + 1)


# --- what cannot be told fails alone ---


@pytest.mark.parametrize("word", ["invalid_blocks", "msg_too_long", "a_word_of_next_year", "as_user_not_supported"])
def test_a_message_that_slack_refuses_fails_alone_and_the_channel_goes_on(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, word: str
):
    workspace.faults.fail("chat.postMessage", word)
    put(sessions, "alert 1", "alert 2")
    assert turn() == Delivered(failed=1)
    assert state_of(sessions, "alert 1").failure == word
    clock.later(A_SECOND)
    assert turn() == Delivered(sent=1)
    with sessions() as session:
        assert store.telling.standing.standing(session).failures == {word: 1}


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"kind": 7}', '{"kind":"alert","cards":[{"headline":[{"text":7}]}]}', ""]
)
def test_a_row_that_cannot_be_read_or_drawn_fails_alone(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, damage: str
):
    put(sessions, "damaged", "behind it")
    put(sessions, "elsewhere", place=GENERAL)
    with writing(sessions) as session:
        session.execute(sql("UPDATE outbox SET answer = :damage WHERE key = 'damaged'"), {"damage": damage})
    for _ in range(2):
        turn()
        clock.later(A_SECOND)
    assert state_of(sessions, "behind it").state == state_of(sessions, "elsewhere").state == "sent"
    with sessions() as session:
        standing = store.telling.standing.standing(session)
    assert standing.failed == 1
    assert standing.waiting == 0


def test_what_failed_is_sent_again_when_an_operator_says_so(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.faults.fail("chat.postMessage", "invalid_blocks")
    put(sessions, "alert 1")
    turn()
    with writing(sessions) as session:
        assert store.telling.outbox.resend(session, clock()) == 1
    clock.later(A_SECOND)
    assert turn() == Delivered(sent=1)


# --- away and back ---


@pytest.mark.parametrize("word", ["token_revoked", "account_inactive", "invalid_auth", "missing_scope", "not_authed"])
def test_an_installation_that_is_away_loses_nothing_and_mutes_nobody(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, word: str
):
    watched(sessions)
    put(sessions, "alert 1", "alert 2")
    put(sessions, "alert 3", place=GENERAL)
    for _ in range(12):
        workspace.faults.fail("chat.postMessage", word)
        assert turn() == Delivered(put_off=1)
        clock.later(AWAY[-1])
    with sessions() as session:
        standing = store.telling.standing.standing(session)
        assert len(store.telling.watches.all_watches(session)) == 1
    assert (standing.waiting, standing.failed, standing.paused) == (3, 0, {})
    assert standing.holds[0].reason.startswith(word)
    assert standing.holds[0].since == NOON
    for _ in range(2):
        turn()
        clock.later(A_SECOND)
    assert texts(workspace) == [NEWS, NEWS]
    with sessions() as session:
        assert store.telling.standing.standing(session).holds == ()


@pytest.mark.parametrize("trouble", ["is_archived", "not_in_channel", "channel_not_found"])
def test_a_channel_that_takes_nothing_is_waited_for_and_who_watches_there_is_told_once(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, trouble: str
):
    watched(sessions)
    put(sessions, "alert 1", "alert 2")
    for _ in range(5):
        if trouble == "is_archived":
            workspace.archive(DESK)
        else:
            workspace.faults.fail("chat.postMessage", trouble)
        turn()
        clock.later(OFTEN)
    (told,) = workspace.direct("maria")
    assert told["text"].startswith(f"Alerts and digests for channel {DESK} are paused: ")
    with sessions() as session:
        assert store.telling.outbox.waiting(session) == 2
        assert set(store.telling.pauses.paused(session)) == {(TEAM, DESK)}
        assert len(store.telling.watches.all_watches(session)) == 1  # what changes meanwhile is queued for it
    workspace.archive(DESK, False)
    for _ in range(2):
        turn()
        clock.later(A_SECOND)
    assert texts(workspace) == [NEWS, NEWS]
    with sessions() as session:
        assert store.telling.pauses.paused(session) == {}


def test_somebody_who_watches_there_again_need_not_wait_for_the_next_try(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.faults.fail("chat.postMessage", "not_in_channel")
    put(sessions, "alert 1")
    turn()
    clock.later(A_SECOND)
    assert turn() == Delivered()
    with writing(sessions) as session:
        store.telling.watches.watch(session, TEAM, DESK, "list:us_ofac_sdn", "U0MARIA", clock())
    assert turn() == Delivered(sent=1)


def test_a_paused_channel_holds_up_no_other(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.archive(DESK)
    put(sessions, "alert 1")
    put(sessions, "alert 2", place=GENERAL)
    assert turn() == Delivered(sent=1, put_off=1)


def test_an_operator_can_drop_what_waits_for_a_place(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn
):
    workspace.archive(DESK)
    put(sessions, "alert 1", "alert 2")
    turn()
    with writing(sessions) as session:
        assert store.telling.outbox.drop_waiting(session, TEAM, DESK) == 2
        assert store.telling.outbox.resend(session, NOON) == 0


# --- clocks ---


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1), timedelta(days=400)])
def test_a_clock_that_goes_back_stops_nothing(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock, back: timedelta
):
    put(sessions, "alert 1", "alert 2")
    assert turn().sent == 1
    clock.later(-back)
    turn()  # finds the jump
    clock.later(A_SECOND)
    assert turn().sent + len(texts(workspace)) >= 2
    assert len(texts(workspace)) == 2


def test_a_wait_is_as_long_after_the_clock_went_back_as_it_was(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    workspace.faults.rate_limit("chat.postMessage", retry_after=30)
    put(sessions, "alert 1")
    turn()
    clock.later(-timedelta(days=1))
    assert turn() == Delivered()
    clock.later(29 * A_SECOND)
    assert turn() == Delivered()
    clock.later(A_SECOND)
    assert turn() == Delivered(sent=1)


def test_a_day_forward_and_back_delays_nothing(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, clock: Clock
):
    put(sessions, "alert 1", "alert 2", "alert 3")
    turn()
    clock.later(timedelta(days=1))
    turn()
    clock.later(-timedelta(days=1))
    turn()
    clock.later(A_SECOND)
    turn()
    assert len(texts(workspace)) == 3


def test_the_pace_of_a_channel_is_kept_by_a_clock_that_nobody_sets():
    at, slept = [100.0], []
    pace = Pace(lambda: at[0], slept.append)
    pace.keep(TEAM, DESK)
    pace.told(TEAM, DESK)
    pace.keep(TEAM, GENERAL)
    assert slept == []
    at[0] += 0.25
    pace.keep(TEAM, DESK)
    assert slept == [0.75]
    pace.told(TEAM, DESK)
    at[0] += 5
    pace.keep(TEAM, DESK)
    assert slept == [0.75]


# --- a store that is held; confidential options; the log ---


def test_what_slack_took_is_written_down_when_the_store_can_be_written_again(
    sessions: sessionmaker[Session],
    workspace: LocalWorkspace,
    turn: Turn,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
):
    put(sessions, "alert 1")
    real, failures = store.telling.outbox.sent, iter([Unreachable("held"), Unreachable("held")])

    def held(*arguments: object) -> None:
        for failure in failures:
            raise failure
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(store.telling.outbox, "sent", held)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert turn() == Delivered(sent=1)
    clock.later(LEASE)
    assert turn() == Delivered()
    assert texts(workspace) == [NEWS]


def test_connections_that_the_database_ends_while_slack_is_called_lose_nothing_and_tell_nothing_twice(
    session_factory: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, clock: Clock
):
    """PostgreSQL restarted, or killed, between the call and what is written down of it; SQLite has nobody to kill."""

    class Killing(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            if session_factory.kw["bind"].dialect.name == "postgresql":
                with session_factory() as session:
                    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    session.execute(sql(f"{ended} AND datname = current_database()"))
            return client.chat_postMessage(**arguments)  # type: ignore[arg-type]

    put(session_factory, "alert 1", "alert 2")
    killing = Killing(token="xoxb-killing")
    for _ in range(4):
        deliver(session_factory, killing, clock)
        clock.later(A_SECOND)
    assert texts(workspace) == [NEWS, NEWS]


def test_a_confidential_alert_waits_while_slack_does_not_say_who_reads_there(
    sessions: sessionmaker[Session],
    workspace: LocalWorkspace,
    turn: Turn,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    a_confidential_option: str,
):
    card = Card(
        text(f"Option {a_confidential_option}: 3 more."),
        actions=(Action(Act.UNWATCH, "Stop watching", f"option:{a_confidential_option}"),),
        options=(a_confidential_option,),
    )
    with writing(sessions) as session:
        queue(session, [Outgoing("alert 1", TEAM, DESK, "alert", Answer("alert", (card,)))], NOON)
    discretion = Discretion(Confidants(channels=frozenset({DESK})))
    for trouble in ("server error", "ratelimited", "unknown word") * 6:
        if trouble == "server error":
            workspace.faults.server_error("conversations.info")
        elif trouble == "ratelimited":
            workspace.faults.rate_limit("conversations.info", retry_after=5)
        else:
            workspace.faults.fail("conversations.info", "a_word_of_next_year")
        assert turn(discretion=discretion) == Delivered(put_off=1)
        clock.later(BACKOFF[-1])
    assert texts(workspace) == []
    assert turn(discretion=discretion) == Delivered(sent=1)
    assert REPEAT not in texts(workspace)[0]


def test_what_is_delivered_is_logged_without_its_words(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, turn: Turn, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("INFO")
    workspace.faults.fail("chat.postMessage", "invalid_blocks")
    put(sessions, "alert 1")
    turn()
    assert "is given up: invalid_blocks" in caplog.text
    assert "Sechin" not in caplog.text


def crashed(sessions: sessionmaker[Session], client: WebClient, clock: Clock) -> None:
    """A worker sends the message and dies before it can write that down."""

    class Died(BaseException):
        """The process is gone."""

    class Dying(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            client.chat_postMessage(**arguments)  # type: ignore[arg-type]
            raise Died

    with pytest.raises(Died):
        deliver(sessions, Dying(token="xoxb-dying"), clock)
