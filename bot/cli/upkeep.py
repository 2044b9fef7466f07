"""config, doctor: what is set, and what is wrong with this installation and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import click
from rich.table import Table

import store.editions
from bot.cli.shell import Parts, emit, json_option, parts, terminal
from bot.config import Config
from bot.errors import BotError
from handlers.ask import words
from store.database import answering


@click.command()
@json_option
def config(as_json: bool) -> None:
    """Every setting: its value (secrets masked), where that came from, what it means."""
    values = Config.read(os.environ).values
    if as_json:
        rows = [
            {"variable": v.setting.variable, "value": v.shown, "source": v.source, "meaning": v.setting.meaning}
            for v in values
        ]
        emit({"settings": rows})
        return
    table = Table("variable", "value", "source", "meaning")
    for v in values:
        table.add_row(v.setting.variable, v.shown, v.source, v.setting.meaning)
    terminal().print(table)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `mend` says what to do when it is not well."""

    what: str
    well: bool
    says: str
    mend: str = ""


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """What is wrong with this installation, and how to mend it."""
    found = list(findings(parts()))
    if as_json:
        rows = [{"what": f.what, "ok": f.well, "says": f.says, "mend": f.mend or None} for f in found]
        emit({"ok": all(f.well for f in found), "findings": rows})
    else:
        for f in found:
            click.echo(f"{'ok    ' if f.well else 'MEND  '}{f.what}: {f.says}")
            if not f.well:
                click.echo(f"      {f.mend}")
    if not all(f.well for f in found):
        raise click.exceptions.Exit(1)


def findings(p: Parts) -> Iterator[Finding]:
    try:
        with answering(p.sessions) as session:
            editions = store.editions.current_editions(session)
    except BotError as error:
        yield Finding("database", False, str(error).splitlines()[0], "Check DATABASE_URL and that the server runs.")
        return
    yield Finding("database", True, "reachable and up to date")
    yield from slack_findings(p.config)
    mend = "Run `sanctions-bot refresh`, or set SANCTIONS_LISTS_MIRROR to a folder of lists."
    for key in p.config.text("lists").split():
        edition = next((e for e in editions if e.list == key), None)
        if edition is None:
            yield Finding(key, False, "not loaded", mend)
            continue
        note = words.note(p.desk, edition)
        age = f"{words.day(edition.published)}, {words.count(note.age_days, 'day')} old"
        says = f"{age}, stale" if note.stale else age
        if note.missing:
            says += f", without {', '.join(note.missing)}"
        yield Finding(key, not note.stale and not note.missing, says, mend)


def slack_findings(config: Config) -> Iterator[Finding]:
    if not config.has_slack:
        yield Finding("Slack", True, "no token: `run` starts the local Slack")
        return
    if config.text("slack_app_token") or config.text("slack_signing_secret"):
        yield Finding("Slack", True, "tokens are set")
    else:
        yield Finding(
            "Slack",
            False,
            "SLACK_BOT_TOKEN alone cannot receive anything",
            "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.",
        )
