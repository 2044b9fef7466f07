"""screen FILE -o OUT: the options that say what a file does not, and the summary."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from bot.batch.columns import Wish
from bot.batch.heads import Role
from bot.batch.screen import Job, Progress, Summary, screen_file
from bot.cli.shell import emit
from bot.errors import BadInput, BotError
from handlers.batch import against_lists
from handlers.desk import Desk

TABLES = (
    *(".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".gz", ".zip"),
    *(".json", ".jsonl", ".parquet", ".pdf", ".docx", ".html"),
)


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--name-column and its like, one for each role of a column; --head and --no-head."""
    for role in reversed(Role):
        option = f"--{role.value.replace('_', '-')}-column"
        says = f"FILE: the column of the {role.value.replace('_', ' ')}, by its head, its letter or its number."
        command = click.option(option, role.value, metavar="COLUMN", help=says, hidden=role is not Role.NAME)(command)
    command = click.option("--sheet", help="FILE: which sheet of a workbook.")(command)
    says = "FILE: whether its first row is a head."
    return click.option("--head/--no-head", "head", default=None, help=says)(command)


def wish_of(said: Mapping[str, Any]) -> Wish:
    return Wish({role: said[role.value] for role in Role if said[role.value]}, said["head"], said["sheet"] or "")


def refuse_files(names: Sequence[str]) -> None:
    """Raises BadInput for the name of a file: it is not a name to screen."""
    for name in names:
        if os.path.isfile(name) or os.path.splitext(name)[1].casefold() in TABLES:
            raise BadInput(
                f"{name[:80]} is a file: say with -o where the results go (sanctions-bot screen FILE -o OUT)."
            )


def screen_table(names: Sequence[str], target: Path, wish: Wish, desk: Desk, as_json: bool, workers: int) -> None:
    if len(names) != 1:
        raise BadInput("Give one file to screen, and -o for the file of results.")
    with against_lists(desk) as (against, notes):
        job = Job(Path(names[0]), target, against, wish, notes, workers)
        try:
            summary = screen_file(job, _shown(as_json))
        except KeyboardInterrupt:
            raise Stopped(f"Stopped. Nothing is in {target} yet; the same command goes on from here.") from None
    emit(summary.as_json()) if as_json else click.echo(in_words(summary, target))


class Stopped(BotError):
    """Somebody pressed Ctrl-C."""


def _shown(as_json: bool) -> Progress:
    """How far it is, on stderr, where a person looks on."""
    if as_json or not sys.stderr.isatty():
        return lambda done: None

    def show(done: Counter[str]) -> None:
        click.echo(
            f"\r{done.total():,} rows, {done['listed']:,} listed, {done['possible']:,} possible", nl=False, err=True
        )

    return show


def in_words(summary: Summary, target: Path) -> str:
    """The summary as a person reads it."""
    counts, taken = summary.counts, ", ".join(f"{role}: “{head}”" for role, head in summary.columns.items())
    lines = [
        f"{counts['rows']:,} rows: {counts['listed']:,} listed, {counts['possible']:,} possible, "
        f"{counts['no_match']:,} no match, {counts['not_checked']:,} not checked, {counts['blank']:,} without a name.",
        f"Columns taken: {taken}. Read as {summary.read_as}.",
        f"The results are in {target}.",
    ]
    if summary.above:
        lines.insert(2, f"{summary.above} rows above the head were left out.")
    if summary.resumed:
        lines.insert(1, f"{summary.resumed:,} of them had been screened before the run was stopped.")
    return "\n".join(lines)
