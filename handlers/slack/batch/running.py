"""One file of names from Slack: screened, told of in one message, and sent back."""

from __future__ import annotations

import logging
import secrets
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

import store.asking.events
import store.asking.inbox
import store.asking.questions
from bot.answers.document import Answer
from bot.batch.columns import Wish
from bot.batch.screen import Job, Summary, screen_file
from bot.blocks.errors import sorry
from bot.blocks.render import Message, render
from bot.errors import BotError
from bot.questions.ask import Kind
from handlers.desk import Asker
from handlers.slack.asking import begin, over, write
from handlers.slack.batch.dropped import Dropped, fetch
from handlers.slack.batch.telling import Pace, done, stopped, under_way
from handlers.slack.front import Front
from handlers.slack.places import pressed
from handlers.slack.replies import whisper
from handlers.slack.work import Workers, slack_code
from store.asking.events import Begun
from store.database import reading, writing

log = logging.getLogger("sanctions_bot.slack")
RUNS, WAITING = 2, 50  # files screened at a time, each over all cores; files that wait
LACKING = {"missing_scope", "no_permission", "not_allowed_token_type", "file_uploads_disabled"}
NO_WRITE = (
    "The results cannot be sent as a file: this workspace has not given the bot the permission files:write. An "
    "administrator can add it; on the command line: sanctions-bot screen FILE -o OUT."
)
RESTARTS = "The bot is being restarted. It begins with it anew in a minute or two; nothing need be sent again."
STOPPED_AGAIN = (
    "The bot was stopped in the middle of it twice, so it is not tried again. Please send the file again, in parts "
    "if it is large."
)
RENEWED = 20.0  # seconds between two signs that we are at it still
BEGINNINGS = 2  # of one drop: a file at which processes die is not tried for ever
TRIED = "tried"


class Cancelled(Exception):
    """Somebody wants no more of it; `str` is the sentence that says why."""


class Interrupted(Exception):
    """This process ends: another one begins anew."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where something was dropped, by whom, and what. `noted`: by a process that died at it, the ids of its messages by
    the number of the file, and how often it was begun."""

    asker: Asker
    channel: str
    thread: str
    once: tuple[str, ...]
    files: tuple[Dropped, ...]
    noted: Mapping[str, str] = field(default_factory=dict)


class Batches:
    """The files that are being screened, a few at a time."""

    def __init__(self, front: Front, workers: Workers) -> None:
        self._front, self._for_questions = front, workers
        self._pace = Pace()

    @cached_property
    def _workers(self) -> Workers:
        return self._for_questions.apart(RUNS, WAITING)

    def begin(self, drop: Drop, client: WebClient) -> None:
        """Screen what was dropped, soon. Once, however often Slack tells of it."""
        tell = partial(_post, client, drop)
        self._workers.run(lambda: self._work(drop, client), tell)

    def _work(self, drop: Drop, client: WebClient) -> None:
        begun = begin(self._front, drop.once)
        if begun is Begun.DONE:
            write(self._front, lambda session: store.asking.inbox.done(session, drop.once))
        if begun in (Begun.BUSY, Begun.DONE):
            return
        tried = int(drop.noted.get(TRIED, "0")) + 1
        _note(self._front, drop, TRIED, str(tried))
        how = store.asking.events.end
        try:
            for number, file in enumerate(drop.files):
                if drop.noted.get(f"{number} done"):
                    continue
                run = _Run(file, drop, client, self._front, self._pace, lambda: self._workers.is_stopping, number)
                run.go(drop.noted.get(str(number), ""), last=tried > BEGINNINGS)
        except Interrupted:  # whoever takes it up begins at once
            write(self._front, lambda session: store.asking.events.release(session, drop.once))
            return
        except Exception:
            write(self._front, lambda session: over(session, drop.once, how))
            raise
        write(self._front, lambda session: over(session, drop.once, how))


def _note(front: Front, drop: Drop, what: str, value: str) -> None:
    write(front, lambda session: store.asking.inbox.note(session, drop.once, what, value))


@dataclass(slots=True)
class _Run:
    file: Dropped
    drop: Drop
    client: WebClient
    front: Front
    pace: Pace
    is_stopping: Callable[[], bool]
    number: int
    key: str = ""
    ts: str = ""
    anew: bool = False
    renewed: float = 0.0

    def go(self, ts: str, *, last: bool) -> None:
        """Screen it, and tell of it in one message; `ts` is that of a process that died at it. `last`: that has
        happened too often, and is only told."""
        self.key, self.renewed = secrets.token_urlsafe(12), time.monotonic()
        self.ts, self.anew = ts, bool(ts)
        if ts:
            self._say(stopped(self.file.name, STOPPED_AGAIN) if last else self._under_way({}))
        else:
            self.ts = _post(self.client, self.drop, render(self._under_way({})))
            _note(self.front, self.drop, str(self.number), self.ts)
        if not (ts and last):
            self._go()
        _note(self.front, self.drop, f"{self.number} done", "yes")

    def _go(self) -> None:
        with tempfile.TemporaryDirectory(prefix="sanctions-bot-") as folder:
            try:
                self._screen(Path(folder))
            except Cancelled as why:
                self._say(stopped(self.file.name, str(why)))
            except Interrupted:
                self._say(stopped(self.file.name, RESTARTS))
                raise
            except BotError as error:
                self._say(stopped(self.file.name, str(error)))
            except Exception:
                self._say(stopped(self.file.name, "Something went wrong with it."))
                raise

    @property
    def _stop(self) -> str:
        return f"{self.key} {self.drop.asker.user}"

    def _screen(self, folder: Path) -> None:
        source = fetch(self.file, folder, self.client)
        target = folder / self.file.result_name
        with self.front.against_lists() as (against, notes):
            summary = screen_file(Job(source, target, against, Wish(), notes), self._look)
        self._record(summary, against.version)
        self._say(done(self.file.name, summary, against.editions))
        self._send(target)

    def _look(self, counts: Counter[str]) -> None:
        """Between two chunks: whether to go on, and, seldom enough, how far it is."""
        if self.is_stopping():
            raise Interrupted
        self._renew()
        if not self.pace.may(self.drop.asker.team):
            return
        with reading(self.front.sessions) as session:
            if store.asking.events.was_seen(session, _cancel_key(self.key)):
                raise Cancelled("It was cancelled.")
        self._say(self._under_way(counts))

    def _under_way(self, counts: Mapping[str, int]) -> Answer:
        return under_way(self.file.name, counts, self._stop, anew=self.anew)

    def _renew(self) -> None:
        """A sign, now and then, that we are at it still: else another process would take it up."""
        if time.monotonic() - self.renewed < RENEWED:
            return
        self.renewed, now = time.monotonic(), self.front.now()

        def sign(session: Session) -> None:
            store.asking.events.renew(session, self.drop.once, now)
            store.asking.inbox.hold(session, self.drop.once, now)

        write(self.front, sign)

    def _say(self, answer: Answer) -> None:
        """In the one message. Where that is gone, or Slack wants a rest, the next update tells."""
        message = render(answer)
        try:
            self.client.chat_update(channel=self.drop.channel, ts=self.ts, text=message.text, blocks=message.blocks)
        except SlackApiError as error:
            log.info("A message could not be updated: %s", slack_code(error) or "no reason given")

    def _send(self, target: Path) -> None:
        try:
            self.client.files_upload_v2(
                channel=self.drop.channel,
                thread_ts=self.drop.thread or None,
                file=str(target),
                filename=target.name,
                title=target.name,
                initial_comment=f"{self.file.name}, screened: each row with its verdict.",
            )
        except SlackApiError as error:
            if slack_code(error) not in LACKING:
                raise
            _post(self.client, self.drop, sorry(NO_WRITE))

    def _record(self, summary: Summary, version: str) -> None:
        """Who had a file screened is kept as a question is; its names are not."""
        asker = self.drop.asker
        asked = store.asking.questions.Asked(
            team=asker.team,
            place=asker.place,
            who=asker.user,
            text=f"file {self.file.name}, {summary.counts['rows']} rows",
            kind=Kind.SCREENING.value,
            editions=version,
            thread_ts=self.drop.thread,
        )
        with self.front.sessions.begin() as session:
            store.asking.questions.record(session, asked, self.front.now())


def _post(client: WebClient, drop: Drop, message: Message) -> str:
    """Where it was dropped, for all who see that; the id of the message."""
    posted = client.chat_postMessage(
        channel=drop.channel,
        thread_ts=drop.thread or None,
        text=message.text,
        blocks=message.blocks,
        unfurl_links=False,
        unfurl_media=False,
    )
    return str(posted.get("ts") or "")


def _cancel_key(run: str) -> str:
    return f"cancel {run}"


def cancel(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Cancel a file: whoever sent it may. The run may be in another process, so it is told by the store."""
    ack()
    press = pressed(body, action)
    tell = partial(
        whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user, thread=press.thread
    )

    def work() -> None:
        run, _, who = press.value.partition(" ")
        if who != press.asker.user:
            tell(sorry("Only whoever sent the file can cancel its screening."))
            return
        with writing(front.sessions) as session:
            store.asking.events.first_time(session, _cancel_key(run), front.now())

    workers.run(work, tell)
