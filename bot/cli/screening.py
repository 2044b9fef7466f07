"""screen: one name, a stream of them, or a file."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import handlers.ask
from bot.answers.as_json import screening_as_json
from bot.cli.asking import HERE
from bot.cli.screening_files import file_options, refuse_files, screen_table, wish_of
from bot.cli.shell import emit, json_option, parts, terminal
from bot.cli.stream import answer_stdin
from bot.console import draw
from bot.errors import BadInput
from bot.garbage import collect_seldom
from bot.questions.ask import Ask, Kind, Subject
from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import pair_score
from bot.screening.words.birth_dates import read_birth_date
from handlers.ask.words import unanswerable
from handlers.desk import Desk

log = logging.getLogger("sanctions_bot.screening")

LONGEST_NAME = 1_000  # characters; the longest on any list has some 300, and no text is screened as one name


@click.command()
@click.argument("names", nargs=-1)
@click.option("--jsonl", is_flag=True, help="One request a line in, one answer a line out.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Screen the rows of FILE into this file.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 500), help="Results for each name.")
@click.option("--workers", type=click.IntRange(1, 256), help="FILE: how many processes; one a core without.")
@file_options
@json_option
def screen(
    names: tuple[str, ...],
    jsonl: bool,
    output: str | None,
    limit: int,
    workers: int | None,
    as_json: bool,
    **said: Any,
) -> None:
    """Screen names against the lists: one, streamed (--jsonl), or the rows of a table (FILE -o OUT)."""
    p = parts()
    if jsonl:
        settle(p.desk)
        answer_stdin(lambda request: screen_one(request, p.desk), lambda requests: meet(requests, p.desk))
        return
    if output is not None:
        screen_table(names, Path(output), wish_of(said), p.desk, as_json, workers or 0)
        return
    if any(said[option] is not None for option in said):
        raise BadInput("Columns are those of a file: give the file, and -o for the file of results.")
    refuse_files(names)
    if not names:
        raise BadInput("Screen whom? Give a name, --jsonl, or a file with -o.")
    if as_json:
        results = [{"name": n, **screened(Query(n), limit, p.desk)} for n in names]
        emit(results[0] if len(results) == 1 else {"answers": results})
        return
    question = Ask(Kind.SCREENING, text=", ".join(names), subjects=tuple(Subject(n) for n in names))
    draw(handlers.ask.answer(question, p.desk, HERE), terminal())


def settle(desk: Desk) -> None:
    """Read the lists, and let no garbage collection look at them again: each would take a tenth of a second, for
    nothing. What a later edition brings is looked at, if seldom; what it replaces is in no circle, and goes at once."""
    try:
        desk.snapshot()
    except Exception as error:  # each line tries again, and is told what is wrong
        log.warning("The lists could not be read before the first line: %s: %s", type(error).__name__, error)
    collect_seldom()


def screen_one(request: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """CONTRACT, screen --jsonl: a name or a pair."""
    if "pair" in request:
        pair = request["pair"]
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(x, str) for x in pair)):
            raise BadInput('"pair" must be two names')
        return {"score": round(pair_score(pair[0], pair[1], schema_of(request)), 4)}
    limit = 10 if request.get("limit") is None else request["limit"]
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= 500:
        raise BadInput('"limit" must be a whole number from 1 to 500')
    return screened(query_of(request), limit, desk)


def meet(requests: Sequence[Mapping[str, Any]], desk: Desk) -> None:
    """Look up the words of the names that are asked for at once, which costs less than one by one."""
    queries = []
    for request in requests:
        if "pair" not in request:
            with suppress(BadInput):  # it is refused when it is answered
                queries.append(Query(_text(request, "name")[:LONGEST_NAME], schema_of(request)))
    desk.snapshot().index.meet(queries)


def screened(query: Query, limit: int, desk: Desk) -> dict[str, Any]:
    """What the lists hold. Where none is loaded, or one is not all here, no match is no answer: `not_checked`."""
    snapshot = desk.snapshot()
    screening = snapshot.index.screen(query, limit)
    why = unanswerable(snapshot) if screening.verdict is Verdict.NO_MATCH else ""
    if why:
        screening = replace(screening, verdict=Verdict.NOT_CHECKED, ask_back=f"Not checked: {why}.")
    return screening_as_json(screening)


def query_of(request: Mapping[str, Any]) -> Query:
    """What a request asks. Raises BadInput where it asks nothing, or in a way that could be read wrongly."""
    identifiers = request.get("identifiers") or {}
    if not isinstance(identifiers, dict):
        raise BadInput('"identifiers" must be an object')
    name = _text(request, "name")
    if len(name) > LONGEST_NAME:
        raise BadInput(f'"name" is longer than {LONGEST_NAME:,} characters')
    named = {str(kind): _text(identifiers, kind, numbers=True) for kind in identifiers}
    if not name.strip() and not any(value.strip() for value in named.values()):
        raise BadInput('a request needs a "name" or "identifiers"')
    return Query(
        name=name,
        schema=schema_of(request),
        birth_date=read_birth_date(_text(request, "birth_date", numbers=True)),
        country=_text(request, "country"),
        identifiers=named,
    )


def _text(request: Mapping[str, Any], key: str, numbers: bool = False) -> str:
    """A string; a whole number too where people write years and identifiers as such; nothing where it is null."""
    value = request.get(key)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and numbers:
        return str(value)
    if not isinstance(value, str):
        raise BadInput(f'"{key[:40]}" must be a string')
    return value


def schema_of(request: Mapping[str, Any]) -> Schema | None:
    given = _text(request, "schema")
    if not given:
        return None
    try:
        return Schema(given)
    except ValueError as error:
        raise BadInput(f"unknown schema {given[:40]!r}; known: {', '.join(Schema)}") from error
