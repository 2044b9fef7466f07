"""One file of names from Slack: screened, told of in one message, and sent back."""

from __future__ import annotations

import logging
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

import store.asking.events
import store.asking.questions
from bot.answers.document import Answer
from bot.batch.columns import Wish
from bot.batch.screen import Job, Summary, screen_file
from bot.blocks.errors import sorry
from bot.blocks.render import Message, render
from bot.errors import BotError
from bot.questions.question import Kind
from handlers.desk import Asker
from handlers.slack.asking import claimed
from handlers.slack.batch.dropped import Dropped, fetch
from handlers.slack.batch.telling import Pace, done, stopped, under_way
from handlers.slack.front import Front
from handlers.slack.places import pressed
from handlers.slack.replies import whisper
from handlers.slack.work import Workers, slack_code
from store.database import reading, writing

log = logging.getLogger("sanctions_bot.slack")
RUNS, WAITING = 2, 50  # files screened at a time, each over all cores; files that wait
LACKING = {"missing_scope", "no_permission", "not_allowed_token_type", "file_uploads_disabled"}
NO_WRITE = (
    "The results cannot be sent as a file: this workspace has not given the bot the permission files:write. An "
    "administrator can add it; on the command line: sanctions-bot screen FILE -o OUT."
)
RESTARTS = "The bot is being restarted. Please send it again in a minute."


class Cancelled(Exception):
    """Somebody wants no more of it; `str` is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where something was dropped, by whom, and what."""

    asker: Asker
    channel: str
    thread: str
    once: tuple[str, ...]
    files: tuple[Dropped, ...]


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
        if not claimed(self._front, drop.once):
            return
        for file in drop.files:
            _Run(file, drop, client, self._front, self._pace, lambda: self._workers.is_stopping).go()


@dataclass(slots=True)
class _Run:
    file: Dropped
    drop: Drop
    client: WebClient
    front: Front
    pace: Pace
    is_stopping: Callable[[], bool]
    key: str = ""
    ts: str = ""

    def go(self) -> None:
        self.key = secrets.token_urlsafe(12)
        self.ts = _post(self.client, self.drop, render(under_way(self.file.name, {}, self._stop)))
        with tempfile.TemporaryDirectory(prefix="sanctions-bot-") as folder:
            try:
                self._screen(Path(folder))
            except Cancelled as why:
                self._say(stopped(self.file.name, str(why)))
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
            raise Cancelled(RESTARTS)
        if not self.pace.may(self.drop.asker.team):
            return
        with reading(self.front.sessions) as session:
            if store.asking.events.was_seen(session, _cancel_key(self.key)):
                raise Cancelled("It was cancelled.")
        self._say(under_way(self.file.name, counts, self._stop))

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
