"""A message becomes a statement of the briefing: the shortcut, the window, saving, and what the thread is told."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

import store.asking.events
import store.asking.questions
import store.briefing
from bot.answers.phrases import day, listed
from bot.blocks import inputs, kit, statement_form
from bot.blocks.errors import sorry
from bot.blocks.render import Message
from bot.blocks.statement_form import CONFIDENCE, CONFIDENCES, DATE, PUBLISHER, SAYS, TOPICS, Prefilled
from bot.errors import BadInput, NotAllowed
from bot.sanctions.briefing.search import suggested_topics
from bot.sanctions.briefing.statement import Source, Statement
from handlers.desk import Asker
from handlers.permissions import may_edit
from handlers.slack import views
from handlers.slack.front import Front
from handlers.slack.places import asker_in
from handlers.slack.replies import post, whisper
from handlers.slack.text import clean
from handlers.slack.work import Workers, slack_code
from store.database import writing

log = logging.getLogger("sanctions_bot.slack")

SHORTCUT = "add_to_briefing"
MAY_NOT = "The briefing is edited by people whom this installation names; you are not one of them."
NO_LINK = "The bot cannot link to this message, so it would have no source. Invite the bot to this channel first."
UNSEEN = "It is saved, but the thread was not told: the bot is not in that channel."
MOST_TOPICS, LONGEST_TOPIC = 8, 60


@dataclass(frozen=True, slots=True)
class Origin:
    """The message that a statement is made of, as it travels with the window."""

    channel: str
    ts: str
    thread: str
    link: str

    @property
    def key(self) -> str:
        """The id of the statement and of its source: the same message added again is its next version."""
        return f"slack-{self.channel}-{self.ts}"


def register(app: App, front: Front, workers: Workers) -> None:
    app.shortcut(SHORTCUT)(partial(begin, front=front, workers=workers))
    app.view(statement_form.CALLBACK)(partial(save, front=front, workers=workers))


def begin(
    ack: Ack,
    body: dict[str, Any],
    client: WebClient,
    respond: Respond,
    context: BoltContext,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """The shortcut "Add to briefing" on a message: open the window, filled in, for those who may edit."""
    ack()
    channel = (body.get("channel") or {}).get("id") or ""
    asker = _asker(body, channel)
    tell = partial(whisper, respond=respond, client=client, channel=channel, user=asker.user)

    def fill(view_id: str) -> None:
        _check(front, asker, client)
        message = body.get("message") or {}
        origin = _origin(channel, message, client)
        said = one_line(clean(message.get("text", ""), context.bot_user_id or ""))
        with front.sessions() as session:
            given = prefilled(session, origin, said)
        view = statement_form.form(given, json.dumps([origin.channel, origin.ts, origin.thread, origin.link]))
        client.views_update(view_id=view_id, view=view)

    def show(view_id: str, message: Message) -> None:
        client.views_update(view_id=view_id, view=statement_form.around(message.blocks))

    def fill_soon(view_id: str) -> None:
        workers.run(partial(fill, view_id), partial(show, view_id))

    waiting, trigger, again = statement_form.loading(), body.get("trigger_id", ""), "Please use the shortcut again."
    views.open_at_once(waiting, trigger, fill_soon, tell, again=again, client=client, workers=workers)


def save(
    ack: Ack, body: dict[str, Any], view: dict[str, Any], client: WebClient, *, front: Front, workers: Workers
) -> None:
    """The window is sent: what cannot be saved is said beside its input; else save, and tell the thread."""
    origin = Origin(*json.loads(view["private_metadata"]))
    values = inputs.values_in(view)
    wrong = errors_in(values, front.now().date())
    if wrong:
        ack(response_action="errors", errors=wrong)
        return
    ack()
    asker = _asker(body, origin.channel)
    in_person = partial(_tell_in_person, client=client, user=asker.user)

    def work() -> None:
        _check(front, asker, client)
        statement, source = made_of(values, origin)
        version = _saved(front, statement, source, asker, view["id"])
        if version:
            _tell_thread(statement, source, version, origin, asker, client)

    workers.run(work, in_person)


def prefilled(session: Session, origin: Origin, said: str) -> Prefilled:
    """What the message says; or what was saved of it before."""
    before = store.briefing.statement_versions(session, origin.key)
    if before:
        old, source = before[0].statement, before[0].source
        publisher, when = (source.publisher, source.date) if source else ("", "")
        return Prefilled(old.says, publisher, when, old.topics, old.confidence, origin.link, before[0].version)
    topics = suggested_topics(said, store.briefing.statements(session))
    said_on = datetime.fromtimestamp(float(origin.ts), UTC).date().isoformat()
    return Prefilled(said, "", said_on, topics, "reported", origin.link)


def errors_in(values: Mapping[str, str], today: date) -> dict[str, str]:
    """What cannot be saved, by input."""
    wrong = {}
    if not one_line(values.get(SAYS, "")):
        wrong[SAYS] = "Write what is said."
    if not one_line(values.get(PUBLISHER, "")):
        wrong[PUBLISHER] = "Name who says so: a statement without a source is none."
    topics = topics_in(values)
    if not topics:
        wrong[TOPICS] = "Name at least one topic: questions find the statement by it."
    elif len(topics) > MOST_TOPICS or any(len(topic) > LONGEST_TOPIC for topic in topics):
        wrong[TOPICS] = f"At most {MOST_TOPICS} topics, of at most {LONGEST_TOPIC} characters each."
    if values.get(DATE, "") > today.isoformat():
        wrong[DATE] = "That day has not come yet."
    if values.get(CONFIDENCE) not in CONFIDENCES:
        wrong[CONFIDENCE] = "Choose how sure it is."
    return wrong


def made_of(values: Mapping[str, str], origin: Origin) -> tuple[Statement, Source]:
    source = Source(origin.key, one_line(values[PUBLISHER]), "", values.get(DATE, ""), kit.web_address(origin.link))
    says, topics = one_line(values[SAYS]), topics_in(values)
    return Statement(origin.key, topics, says, origin.key, values[CONFIDENCE]), source


def topics_in(values: Mapping[str, str]) -> tuple[str, ...]:
    named = (one_line(part) for part in re.split(r"[,;\n]", values.get(TOPICS, "")))
    return tuple({topic.casefold(): topic for topic in named if topic}.values())


def one_line(words: str) -> str:
    """Without what cannot be seen, in one line: what is saved can be written to a file and read again."""
    return " ".join(kit.tidy(words).split())


def _saved(front: Front, statement: Statement, source: Source, asker: Asker, view_id: str) -> int:
    """Save statement, source, search words and audit in one transaction; its version, or 0 where it was done before."""
    now = front.now()
    with writing(front.sessions) as session:
        if not store.asking.events.first_time(session, f"statement {asker.team} {view_id}", now):
            return 0
        before = store.briefing.statement_versions(session, statement.id)
        if before:  # what the window does not show is kept
            old = before[0].statement
            statement = replace(statement, date=old.date, contradicts=old.contradicts)
        version = store.briefing.save_statement(session, statement, source, asker.user, now)
        store.asking.questions.record(session, _audit(statement, version, asker), now)
    return version


def _audit(statement: Statement, version: int, asker: Asker) -> store.asking.questions.Asked:
    return store.asking.questions.Asked(
        team=asker.team,
        place=asker.place,
        who=asker.user,
        text=f"Added to the briefing: {statement.id}, version {version}",
        kind=store.asking.questions.ADDED,
    )


def _tell_thread(
    statement: Statement, source: Source, version: int, origin: Origin, asker: Asker, client: WebClient
) -> None:
    about = f"{source.publisher}{f', {day(source.date)}' if source.date else ''}. Topics: {listed(statement.topics)}."
    about += f" Version {version}." if version > 1 else ""
    confidence = "not known" if statement.confidence == "unknown" else statement.confidence
    message = statement_form.added(statement.says, confidence, asker.user, about)
    try:
        post(message, client=client, channel=origin.channel, thread=origin.thread or origin.ts)
    except SlackApiError as error:
        log.warning("A thread could not be told of a statement: %s", slack_code(error) or "no reason given")
        _tell_in_person(sorry(UNSEEN), client=client, user=asker.user)


def _origin(channel: str, message: Mapping[str, Any], client: WebClient) -> Origin:
    """The message with its link. BadInput where the bot cannot see it."""
    try:
        link = str(client.chat_getPermalink(channel=channel, message_ts=message["ts"])["permalink"])
    except SlackApiError as error:
        raise BadInput(NO_LINK) from error
    return Origin(channel, message["ts"], message.get("thread_ts") or "", link)


def _check(front: Front, asker: Asker, client: WebClient) -> None:
    """Raises NotAllowed."""
    if not may_edit(front.identify(asker, client), front.editors):
        raise NotAllowed(MAY_NOT)


def _asker(body: Mapping[str, Any], channel: str) -> Asker:
    user = body.get("user") or {}
    team = (body.get("team") or {}).get("id") or user.get("team_id") or ""
    return asker_in(team, user.get("id", ""), channel)


def _tell_in_person(message: Message, *, client: WebClient, user: str) -> None:
    opened = client.conversations_open(users=user)
    post(message, client=client, channel=(opened.get("channel") or {}).get("id", user))
