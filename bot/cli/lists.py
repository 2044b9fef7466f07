"""lists load, lists status, lists show, refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

import handlers.ask
import store.lists.counting
import store.lists.editions
import store.lists.formats
import store.lists.held
import store.telling.standing
from bot.cli.shell import emit, json_option, parts, terminal
from bot.cli.upkeep import delivery_findings, standing_as_json
from bot.console import draw
from bot.errors import BadInput
from bot.lists.fetch import ListClient, open_http
from bot.lists.publishers import LISTS, known_list
from bot.questions.ask import Ask, Kind
from handlers.ask import words
from jobs import holding
from jobs.deciding import LoadOutcome
from jobs.loading import load, reread
from jobs.refresh import refresh as refresh_lists

COMMAND_LINE = "the command line"


@click.group()
def lists() -> None:
    """Read published lists, and see what is loaded."""


@contextmanager
def bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere. Called with a step's name, what is done and what there is."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        tasks: dict[str, object] = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=total)
            progress.update(tasks[name], completed=done, total=total)  # type: ignore[arg-type]

        yield step


@lists.command("load")
@click.argument("key")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--published", help="When it was published: an ISO date, or a month.")
@click.option("--accept", is_flag=True, help="Load it although the guards would hold it.")
@json_option
def load_list(key: str, path: Path, published: str | None, accept: bool, as_json: bool) -> None:
    """Read a published file, or the folder that holds the files of one edition."""
    p = parts()
    with bar() as progress:
        outcome = load(
            p.sessions, key, path, published, p.now(), accept=accept, progress=progress, operators=p.operators
        )
    report(outcome, as_json)


def report(outcome: LoadOutcome, as_json: bool) -> None:
    if as_json:
        emit(dict(outcome.as_dict()))
    elif outcome.status != "refused":
        click.echo(load_words(outcome))
    if outcome.status == "refused":
        click.echo(f"sanctions-bot: {outcome.reason}", err=True)
        raise click.exceptions.Exit(2)


def load_words(outcome: LoadOutcome) -> str:
    """The outcome as a sentence; of an edition that is held, with what a person may do about it."""
    if outcome.status == "held":
        return (
            f"{outcome.list}: held, so not in force. {outcome.reason} "
            f"`lists accept {outcome.list}` puts it in force, `lists reject {outcome.list}` leaves it out."
        )
    if outcome.status != "applied":
        return f"{outcome.list}: {outcome.status}. {outcome.reason}".rstrip()
    return (
        f"{outcome.list}: {words.count(outcome.entries, 'entry', 'entries')} of {words.day(outcome.published)} loaded "
        f"({outcome.added:,} added, {outcome.removed:,} removed, {outcome.amended:,} amended). {outcome.reason}"
    ).rstrip()


@lists.command("accept")
@click.argument("key")
@json_option
def accept_list(key: str, as_json: bool) -> None:
    """Put the held edition of a list in force; its alerts go out now."""
    p = parts()
    with bar() as progress:
        outcome = holding.accept(p.sessions, key, COMMAND_LINE, p.now(), progress=progress)
    report(outcome, as_json)


@lists.command("reject")
@click.argument("key")
@json_option
def reject_list(key: str, as_json: bool) -> None:
    """Leave the held edition of a list out; the one in force stays."""
    p = parts()
    held = holding.reject(p.sessions, key, COMMAND_LINE, p.now())
    if as_json:
        emit({"list": key, "edition": held.edition, "published": held.published, "status": "rejected"})
    else:
        click.echo(f"{key}: the edition of {words.day(held.published)} is rejected. The one in force stays.")


@lists.command("reread")
@click.argument("key")
@json_option
def reread_list(key: str, as_json: bool) -> None:
    """Read the edition in force again from the files that are kept of it; nobody is told of anything."""
    p = parts()
    known_list(key)
    with bar() as progress:
        edition = reread(p.sessions, key, p.now(), progress)
    if as_json:
        emit({"list": key, "edition": edition.edition, "published": edition.published, "entries": edition.entries})
    else:
        entries = words.count(edition.entries, "entry", "entries")
        click.echo(f"{key}: the edition of {words.day(edition.published)} is read again, {entries}.")


@lists.command()
@json_option
def status(as_json: bool) -> None:
    """Each list: edition, published, fetched, entries, age, next refresh, last error."""
    p = parts()
    if not as_json:
        draw(handlers.ask.answer(Ask(Kind.SOURCES), p.desk), terminal())
        with p.sessions() as session:
            for finding in delivery_findings(store.telling.standing.standing(session), p.now()):
                click.echo(f"Delivery: {finding.says}.")
        return
    rows = []
    with p.sessions() as session:
        editions = {edition.list: edition for edition in store.lists.editions.current_editions(session)}
        waiting = {
            held.list: {"edition": held.edition, "published": held.published, "reason": held.reason}
            for held in store.lists.held.waiting(session)
        }
        for key in dict.fromkeys([*LISTS, *editions]):
            edition, fetch = editions.get(key), store.lists.editions.fetch_of(session, key)
            note = words.note(p.desk, edition) if edition else None
            rows.append(
                {
                    "list": key,
                    "title": known_list(key).title,
                    "loaded": edition is not None,
                    "edition": edition.edition if edition else None,
                    "published": edition.published if edition else None,
                    "fetched": edition.fetched_at if edition else None,
                    "entries": edition.entries if edition else 0,
                    "age_days": note.age_days if note else None,
                    "stale": note.stale if note else None,
                    "missing": list(edition.missing) if edition else [],
                    "last_try": fetch.at if fetch else None,
                    "last_error": (fetch.error or None) if fetch else None,
                    "held": waiting.get(key),
                    "odd": edition.odd or None if edition else None,
                    "format": edition.format if edition else None,
                    "unverified": store.lists.formats.unverified(session, edition) or None if edition else None,
                }
            )
        delivery = standing_as_json(store.telling.standing.standing(session))
    emit({"lists": rows, "delivery": delivery})


@lists.command()
@click.argument("key")
@click.option("--as-of", "as_of", help="The edition in force on this ISO date.")
@json_option
def show(key: str, as_of: str | None, as_json: bool) -> None:
    """What an edition holds, counted."""
    p = parts()
    known_list(key)
    day = parse_day(as_of) if as_of else None
    with p.sessions() as session:
        counted = asdict(store.lists.counting.counts(session, key, day))
    if as_json:
        emit(counted)
        return
    title = f"{known_list(key).title}, {words.day(counted['published'])}: {counted['entries']:,} entries"
    table = Table(title=title)
    table.add_column("what")
    table.add_column("count", justify="right")
    for what, n in counted.items():
        if isinstance(n, dict | int):
            for name, number in n.items() if isinstance(n, dict) else [("", n)]:
                table.add_row(f"{what} {name}".strip(), f"{number:,}")
    terminal().print(table)


def parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{text!r} is not an ISO date, such as 2024-02-23.") from error


@click.command()
@click.argument("keys", nargs=-1)
@json_option
def refresh(keys: tuple[str, ...], as_json: bool) -> None:
    """One turn of the refresh job: fetch the lists (or read the mirror) and load what is new and whole."""
    p = parts()
    wanted = keys or p.config.lists
    for key in wanted:
        known_list(key)
    with bar() as progress, closing(open_http(p.config.lists_gateway)) as http:
        outcomes = refresh_lists(
            p.sessions,
            wanted,
            p.config.lists_mirror,
            p.now(),
            ListClient(http),
            progress=progress,
            operators=p.operators,
        )
    if as_json:
        emit({"lists": [outcome.as_dict() for outcome in outcomes]})
    else:
        for outcome in outcomes:
            click.echo(outcome.sentence)
    if any(outcome.failed for outcome in outcomes):
        raise click.exceptions.Exit(1)
