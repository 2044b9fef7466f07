"""ask, changes: the questions of the terminal, by the same path as in Slack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import click

import handlers.ask
import store.lists.changes
from bot.answers.as_json import answer_as_json
from bot.answers.document import Answer
from bot.cli.shell import Parts, emit, json_option, parse_time, parts, terminal
from bot.cli.stream import answer_stdin
from bot.console import draw
from bot.errors import BadInput
from bot.questions.ask import Ask, Kind, Period
from handlers.ask.changes import as_json as change_as_json
from handlers.desk import Asker, Desk

HERE = Asker(place="terminal")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--jsonl", is_flag=True, help='One {"id","text","now"?} a line in, one answer a line out.')
@click.option("--now", help="Set the clock: an ISO time.")
@json_option
def ask(words: tuple[str, ...], jsonl: bool, now: str | None, as_json: bool) -> None:
    """Ask a question in plain words."""
    p = parts(now)
    if jsonl:
        answer_stdin(lambda request: ask_one(request, p))
        return
    if not words:
        raise BadInput('Ask what? For example: sanctions-bot ask "is Rosneft sanctioned?"')
    answer = answer_to(" ".join(words), p.desk)
    if as_json:
        emit(answer_as_json(answer))
    else:
        draw(answer, terminal())


def answer_to(text: str, desk: Desk, thread: Sequence[str] = ()) -> Answer:
    """`thread`: what was written before in the same thread, oldest first."""
    before: Ask | None = None
    for earlier in thread:
        before = desk.understand(earlier, before).last
    return handlers.ask.answer_all(desk.understand(text, before), desk, HERE)


def ask_one(request: Mapping[str, Any], p: Parts) -> dict[str, Any]:
    text, now = request.get("text"), request.get("now")
    if not isinstance(text, str):
        raise BadInput('"text" must be a string')
    desk = p.desk
    if now is not None:
        if not isinstance(now, str):
            raise BadInput('"now" must be a time as a string')
        held = parse_time(now, '"now"')
        desk = desk.at(lambda: held)
    thread = request.get("thread") or []
    if not isinstance(thread, list) or not all(isinstance(earlier, str) for earlier in thread):
        raise BadInput('"thread" must be a list of strings')
    return answer_as_json(answer_to(text, desk, thread))


@click.command()
@click.option("--since", help="ISO date.")
@click.option("--until", help="ISO date.")
@click.option("--list", "lists", multiple=True, help="List key; may be given again.")
@click.option("--program", "programs", multiple=True, help="Program tag; may be given again.")
@click.option("--entity", help="Entity id.")
@json_option
def changes(
    since: str | None,
    until: str | None,
    lists: tuple[str, ...],
    programs: tuple[str, ...],
    entity: str | None,
    as_json: bool,
) -> None:
    """What changed between editions."""
    p = parts()
    period = Period(iso_day(since, "--since"), iso_day(until, "--until"))
    if as_json:
        with p.sessions() as session:
            found = store.lists.changes.changes_between(session, period.since, period.until, lists, programs, entity)
        emit({"changes": [change_as_json(c) for c in found]})
        return
    question = Ask(Kind.CHANGES, period=period, lists=lists, programs=programs)
    draw(handlers.ask.changes.answer(question, p.desk, entity), terminal())


def iso_day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise BadInput(f"{option}: {text!r} is not an ISO date, such as 2024-02-23.") from error
