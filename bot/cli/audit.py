"""audit, forget: who asked what, where and when; whether that record is whole; a person's questions deleted."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import datetime, time
from pathlib import Path
from typing import Any

import click

import store.asking.chain
import store.asking.questions
from bot.batch.cells import harmless
from bot.cli.asking import iso_day
from bot.cli.shell import Parts, emit, json_option, parts
from bot.errors import BadInput
from bot.part_files import PartFile
from store.asking.chain import FORGETTING, FORGOTTEN
from store.asking.questions import Asked
from store.database import writing

COLUMNS = ("at", "team", "place", "who", "text", "kind", "verdicts", "options", "editions")


@click.group(invoke_without_command=True)
@click.option("--since", help="ISO date: from that day on.")
@click.option("--option", "key", help="Only answers that showed this option.")
@json_option
@click.pass_context
def audit(ctx: click.Context, since: str | None, key: str | None, as_json: bool) -> None:
    """The questions asked in Slack that are kept: who asked, where, when, and which options the answer showed. What is
    asked or screened on the command line is not."""
    if ctx.invoked_subcommand is not None:
        return
    shown = [one for one in kept(parts(), since) if key is None or key.upper() in one.options]
    if as_json:
        emit({"questions": [as_object(one) for one in shown]})
        return
    for one in shown:
        click.echo(f"{one.at:%Y-%m-%d %H:%M} UTC · {_line(one)}")


def _line(one: Asked) -> str:
    if one.kind == FORGOTTEN:
        return "a question whose words, name and place were deleted"
    if one.kind == FORGETTING:
        return one.text
    options = f" · options shown: {', '.join(one.options)}" if one.options else ""
    where = f" in {one.place}" if one.place else ""
    return f"{one.who or 'command line'}{where}: {one.text}{options}"


def kept(p: Parts, since: str | None) -> list[Asked]:
    day = iso_day(since, "--since")
    start = datetime.combine(day, time.min, tzinfo=p.zone) if day else None
    with p.sessions() as session:
        return store.asking.questions.asked_since(session, start)


@audit.command()
@click.option("--head", default="", help="A head that was noted before: it must still be in the record.")
@json_option
def verify(head: str, as_json: bool) -> None:
    """Whether the record is whole: nothing changed, nothing taken away. Ends with 1 where it is not."""
    p = parts()
    with p.sessions() as session:
        found = store.asking.chain.verify(session, head.strip())
    if as_json:
        emit({"whole": found.is_whole, **asdict(found), "faults": list(found.faults)})
    else:
        click.echo(says(found))
    if not found.is_whole:
        raise click.exceptions.Exit(1)


def says(found: store.asking.chain.Verdict) -> str:
    held = f"{found.rows:,} rows, {found.forgotten:,} of them without their words; {found.purged:,} purged before."
    if found.is_whole:
        return f"The record is whole: {held} Note its head elsewhere, to prove it later: {found.head}"
    return "\n".join(["THE RECORD IS NOT WHOLE.", *found.faults, held])


@audit.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, .csv or .json; else standard output.")
@click.option("--since", help="ISO date: from that day on.")
@click.option("--format", "form", type=click.Choice(("csv", "json")), help="CSV unless the file's name says otherwise.")
@json_option
def export(output: Path | None, since: str | None, form: str | None, as_json: bool) -> None:
    """The record as CSV or JSON."""
    form = form or ("json" if as_json and not output else _form_of(output))
    found = kept(parts(), since)
    rows = [as_object(one) for one in found]
    made = json.dumps({"questions": rows}, ensure_ascii=False) + "\n" if form == "json" else as_csv(rows)
    if output is None:
        click.echo(made, nl=False)
        return
    part = PartFile(output)
    try:
        part.path.write_text(made, encoding="utf-8" if form == "json" else "utf-8-sig", newline="")
        part.keep()
    except OSError as error:
        raise BadInput(f"{output} cannot be written: {error.strerror}.") from error
    finally:
        part.drop()
    if as_json:
        emit({"file": str(output), "questions": len(rows)})
    else:
        click.echo(f"{len(rows):,} questions written to {output}.")


def _form_of(output: Path | None) -> str:
    """By the name of the file; standard output is CSV."""
    suffix = output.suffix.casefold() if output else ".csv"
    if suffix not in (".csv", ".json"):
        raise BadInput(f"{output} is neither .csv nor .json: name it so, or say --format csv or --format json.")
    return suffix[1:]


def as_csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row[name] for name in COLUMNS)
        writer.writerow([harmless(" ".join(cell) if isinstance(cell, list) else str(cell or "")) for cell in cells])
    return out.getvalue()


@click.command()
@click.argument("person")
@json_option
def forget(person: str, as_json: bool) -> None:
    """Delete what one person asked (Slack's id of them), wherever they did. The record stays verifiable. Watches and
    digests that they set up, and what they saved of options, stay, as do files that were exported."""
    if not person.strip():
        raise BadInput("Say who, by Slack's id (U0123456789).")
    p = parts()
    with writing(p.sessions) as session:
        gone = store.asking.questions.forget(session, person.strip(), p.now())
    if as_json:
        emit({"person": person.strip(), "forgotten": gone})
    else:
        click.echo(f"{gone:,} questions of {person.strip()} were deleted.")


def as_object(one: Asked) -> dict[str, Any]:
    return {
        "at": one.at.isoformat() if one.at else None,
        "team": one.team,
        "place": one.place,
        "who": one.who,
        "text": one.text,
        "kind": one.kind,
        "verdicts": list(one.verdicts),
        "options": list(one.options),
        "editions": one.editions,
    }
