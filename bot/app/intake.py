"""Where payloads come in, for both ways of serving: what is a question is kept, Slack is told that we have it, and only
then is it looked at, of one conversation in the order in which it came. However busy the answering is, an
acknowledgement waits for none of it.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from slack_bolt import App, BoltRequest
from sqlalchemy.orm import Session, sessionmaker

import store.asking.inbox
from bot.answers.document import Act
from bot.app.turns import Turn, Turns
from bot.errors import BotError
from handlers.slack.batch.window import is_wish
from handlers.slack.option_windows import wish_in
from handlers.slack.places import pressed
from handlers.slack.text import clean
from store.database import writing

log = logging.getLogger("sanctions_bot.app")

ACKNOWLEDGE_WITHIN = 0.3  # seconds: so long an acknowledgement waits for the store, no longer
TAKE_UP_SECONDS = 15.0  # between two looks for questions of processes that died
AT_ONCE = 500  # questions kept in one transaction
SETTLED = 0.004  # seconds without anything new at the door: so long a transaction waits for what else it can hold
LONGEST_SETTLING = 0.05
DOORS = 8
QUIET = 0.03  # seconds without anything new at the door: so long what came waits, for a crowd is acknowledged first
LONGEST_QUIET = 1.0
EMPTY = ("event_callback", "block_actions", "shortcut", "message_action")  # payloads that want nothing but "we have it"


def is_acknowledged_first(body: Mapping[str, Any]) -> bool:
    """Whether Slack wants no more than an empty acknowledgement. Windows and menus want an answer in it."""
    return body.get("type") in EMPTY or bool(body.get("command"))


def question_key(body: Mapping[str, Any]) -> str:
    """The key of a question, the first of those that `handlers.slack.asking` begins it under; "" where a payload is
    none: then nothing is lost but a press, which its person sees."""
    event = body.get("event")
    if body.get("command"):
        text = clean(str(body.get("text") or ""))
        asks = wish_in(text) is None and not is_wish(text)
        return f"command {body['trigger_id']}" if asks and body.get("trigger_id") else ""
    if isinstance(event, Mapping):
        direct = event.get("type") == "message" and event.get("channel_type") == "im" and not event.get("hidden")
        mention = event.get("type") == "app_mention"
        by_somebody = bool(event.get("user")) and not event.get("bot_id")
        return f"event {body['event_id']}" if (direct or mention) and by_somebody and body.get("event_id") else ""
    for action in body.get("actions") or ():
        name = str(action.get("action_id", ""))
        if name.startswith(f"act:{Act.ASK}:") and body.get("trigger_id"):
            return f"ask {body['trigger_id']}"
        if name.startswith(f"act:{Act.SHARE}:"):
            return pressed(body, action).key
    return ""


def line_of(body: Mapping[str, Any]) -> str:
    """The conversation that a payload is of: in it answers come in the order of the questions. Where it names none, its
    person's."""
    event, channel, user = body.get("event"), body.get("channel"), body.get("user")
    if isinstance(event, Mapping):
        return str(event.get("channel") or event.get("user") or "")
    if isinstance(channel, Mapping) and channel.get("id"):
        return str(channel["id"])
    return str(body.get("channel_id") or body.get("user_id") or (user.get("id") if isinstance(user, Mapping) else ""))


def said_at(body: Mapping[str, Any]) -> float | None:
    """When a message was written, in Slack's seconds, which tell two in one conversation apart; None of all else."""
    event = body.get("event")
    try:
        return float(event["ts"]) if isinstance(event, Mapping) else None
    except (KeyError, TypeError, ValueError):
        return None


class Kept(Future[None]):
    """Done once a question is in the store, at once where the payload is none; its place is taken already."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self.turn = turn


ON_THE_SPOT: ContextVar[bool] = ContextVar("on_the_spot", default=False)


class Listeners(ThreadPoolExecutor):
    """Where Bolt runs listeners. What was acknowledged already is listened to on the spot: one after the other, and
    none of it outruns another. What is to be acknowledged by its listener has a thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not ON_THE_SPOT.get():
            return super().submit(fn, *args, **kwargs)
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:
            done.set_exception(error)
        return done


Asked = tuple[str, dict[str, Any], Kept]


class Intake:
    """Keeps, hands over, and takes up what processes that died have left."""

    def __init__(self, bolt: App, sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> None:
        self._bolt, self._sessions, self._clock = bolt, sessions, clock
        self._asked: queue.SimpleQueue[Asked | None] = queue.SimpleQueue()
        self._doors = ThreadPoolExecutor(DOORS, thread_name_prefix="door")
        self._turns = Turns(self._doors, self._settle)
        self._arrived = 0.0
        self._unacknowledged: set[Kept] = set()
        self._closing = threading.Event()
        self._keeper = threading.Thread(target=self._go_on, name="intake", daemon=True)

    def open(self) -> None:
        """From now on questions are kept, and those of others taken up."""
        self._keeper.start()

    def close(self) -> None:
        """Keep what came, hand it over, and begin no more. Bolt gives a listener three seconds at most."""
        self._closing.set()
        self._asked.put(None)
        if self._keeper.is_alive():
            self._keeper.join(2.0)
        self._doors.shutdown(wait=True)

    def arriving(self) -> None:
        """Something is at the door."""
        self._arrived = time.monotonic()

    def keep(self, body: dict[str, Any]) -> Kept:
        """Take its place, and begin to keep it. Whoever calls this hands it over afterwards, or lets it go."""
        key = question_key(body)  # whatever is odd about it shows before it has a place that others wait behind
        kept = Kept(self._turns.take(line_of(body), said_at(body)))
        self._unacknowledged.add(kept)
        if key and not self._closing.is_set():
            self._asked.put((key, body, kept))
        else:
            kept.set_result(None)
        return kept

    def hand_over(self, request: BoltRequest, kept: Kept | None = None) -> None:
        """To Bolt and its listeners, soon. Slack has been told already: what goes wrong here is logged and no more."""
        if kept is not None:
            self._unacknowledged.discard(kept)
        turn = kept.turn if kept is not None else self._turns.take(line_of(request.body))
        try:
            self._turns.give(turn, lambda: self._dispatch(request))
        except RuntimeError:  # this process is ending
            log.warning("What was acknowledged last is left to another process")

    def let_go(self, kept: Kept) -> None:
        """Nobody was told that we have it: Slack sends it again."""
        self._unacknowledged.discard(kept)
        self._turns.give(kept.turn, lambda: None)

    def _settle(self) -> None:
        """Wait until the door is quiet: a crowd is acknowledged first, and one that was outrun comes in."""
        until = time.monotonic() + LONGEST_QUIET
        while not self._closing.is_set() and self._is_crowded() and time.monotonic() < until:
            time.sleep(QUIET / 3)

    def _dispatch(self, request: BoltRequest) -> None:
        ON_THE_SPOT.set(True)
        self._bolt.dispatch(request)

    def _is_crowded(self) -> bool:
        return bool(self._unacknowledged) or self._arrived + QUIET > time.monotonic()

    def _go_on(self) -> None:
        while not self._closing.is_set() or not self._asked.empty():
            try:
                first = self._asked.get(timeout=TAKE_UP_SECONDS)
            except queue.Empty:
                self.take_up()
                continue
            self._keep_all([first, *self._more()])

    def _more(self) -> list[Asked | None]:
        """What waits besides, and what comes with it: one transaction for all of a crowd."""
        until = time.monotonic() + LONGEST_SETTLING
        while self._arrived + SETTLED > time.monotonic() < until and not self._closing.is_set():
            time.sleep(SETTLED / 4)
        more: list[Asked | None] = []
        while len(more) < AT_ONCE and not self._asked.empty():
            more.append(self._asked.get())
        return more

    def _keep_all(self, asked: list[Asked | None]) -> None:
        taken = [one for one in asked if one is not None]
        now = self._clock()
        try:
            with writing(self._sessions) as session:
                store.asking.inbox.keep(session, [(key, body) for key, body, _ in taken], now)
        except BotError as error:  # they are answered all the same, unless this process dies first
            log.warning("%d questions could not be kept: %s", len(taken), error)
        except Exception:
            log.exception("%d questions could not be kept", len(taken))
        for _, _, kept in taken:
            if kept.set_running_or_notify_cancel():  # whoever waited may have waited long enough
                kept.set_result(None)

    def take_up(self) -> int:
        """One look for questions that were acknowledged and never answered; how many there were."""
        try:
            with writing(self._sessions) as session:
                found = store.asking.inbox.take_up(session, self._clock())
        except BotError as error:
            log.warning("Questions of others could not be looked for: %s", error)
            return 0
        for body in found:
            self.hand_over(BoltRequest(mode="socket_mode", body=body))
        if found:
            log.warning("%d questions that were not answered are taken up", len(found))
        return len(found)
