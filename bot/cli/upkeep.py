"""config, doctor: what is set, and what is wrong with this installation and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import click
from rich.table import Column, Table

import store.lists.counting
import store.lists.editions
import store.telling.outbox
import store.telling.standing
from bot.cli.live import MEND, looks, sentence
from bot.cli.shell import Parts, emit, json_option, parts, terminal
from bot.config import Config, problems, read_config, setting_rows
from bot.errors import BotError
from bot.lists.fetch import ListClient, open_http
from handlers.ask import words
from store.database import answering, writing
from store.telling.standing import Standing


@click.command()
@json_option
def config(as_json: bool) -> None:
    """Every setting: its value (secrets masked), where that came from, what it means."""
    settings = list(setting_rows(read_config()))
    if as_json:
        keys = ("variable", "value", "source", "meaning")
        emit({"settings": [dict(zip(keys, row, strict=True)) for row in settings]})
        return
    table = Table(Column("variable", no_wrap=True, min_width=max(len(row[0]) for row in settings)))
    for head in ("value", "source", "meaning"):
        table.add_column(head, overflow="fold")  # never cut: a name or an address is to be copied
    for row in settings:
        table.add_row(*row)
    terminal().print(table)


LATE = timedelta(hours=1)
REREAD = "Read it again from what is kept of it: sanctions-bot lists reread {}."
AWAY = {
    "token_revoked": "Install the app again and set SLACK_BOT_TOKEN; what waits is sent then.",
    "account_inactive": "Install the app again and set SLACK_BOT_TOKEN; what waits is sent then.",
    "invalid_auth": "Set SLACK_BOT_TOKEN to the bot token of the app's OAuth page; what waits is sent then.",
    "not_authed": "Set SLACK_BOT_TOKEN to the bot token of the app's OAuth page; what waits is sent then.",
    "missing_scope": "Add the scope that is named to the app and install it again; what waits is sent then.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `mend` says what to do when it is not well."""

    what: str
    well: bool
    says: str
    mend: str = ""


@click.command()
@click.option("--live", is_flag=True, help="Read each publisher's files once, and say what is otherwise than known.")
@click.option("--resend", is_flag=True, help="Send the messages that failed once more; the worker does it.")
@json_option
def doctor(live: bool, resend: bool, as_json: bool) -> None:
    """What is wrong with this installation, and how to mend it."""
    wrong = [Finding("settings", False, says, "Mend the environment, then run doctor again.") for says in problems()]
    if wrong:
        report(wrong, None, as_json)
        return
    p = parts()
    if resend:
        with writing(p.sessions) as session:
            again = store.telling.outbox.resend(session, p.now())
        if not as_json:
            click.echo(f"{words.count(again, 'message')} that failed will be sent once more.")
    found = list(findings(p))
    if live and found[0].well:
        with closing(open_http(p.config.lists_gateway)) as http:
            found += live_findings(p, ListClient(http))
    delivery = None
    if as_json and found[0].well:
        with p.sessions() as session:
            delivery = standing_as_json(store.telling.standing.standing(session))
    report(found, delivery, as_json)


def report(found: list[Finding], delivery: dict[str, Any] | None, as_json: bool) -> None:
    """Exit code 1 where anything is not well."""
    if as_json:
        lines = [{"what": f.what, "ok": f.well, "says": f.says, "mend": f.mend or None} for f in found]
        emit({"ok": all(f.well for f in found), "findings": lines, "delivery": delivery})
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
            editions = store.lists.editions.current_editions(session)
            held = store.lists.counting.held(session)
    except BotError as error:
        yield Finding("database", False, str(error).splitlines()[0], "Check DATABASE_URL and that the server runs.")
        return
    yield Finding("database", True, "reachable and up to date")
    yield from slack_findings(p.config)
    with p.sessions() as session:
        yield from delivery_findings(store.telling.standing.standing(session), p.now())
    mend = "Run `sanctions-bot refresh`, or set SANCTIONS_LISTS_MIRROR to a folder of lists."
    for key in p.config.lists:
        edition = next((e for e in editions if e.list == key), None)
        if edition is None:
            yield Finding(key, False, "not loaded", mend)
            continue
        if held[key] != edition.entries:
            says = f"{held[key]:,} entries are here where the edition has {edition.entries:,}"
            yield Finding(key, False, says, REREAD.format(key))
            continue
        note = words.note(p.desk, edition)
        age = f"{words.day(edition.published)}, {words.count(note.age_days, 'day')} old"
        says = f"{age}, stale" if note.stale else age
        if note.missing:
            says += f", without {', '.join(note.missing)}"
        yield Finding(key, not note.stale and not note.missing, says, mend)


def live_findings(p: Parts, client: ListClient) -> Iterator[Finding]:
    """What the publishers give today, format by format."""
    for found in looks(p, client):
        yield Finding(f"{found.list} as {found.title}", not found.failure, sentence(found), MEND)


def delivery_findings(standing: Standing, now: datetime) -> Iterator[Finding]:
    """What waits, what failed and why, which places and workspaces take nothing."""
    for hold in standing.holds:
        says = (
            f"nothing is sent to workspace {hold.team} since {hold.since:%d %b %Y, %H:%M} UTC: Slack says {hold.reason}"
        )
        yield Finding("delivery", False, says, AWAY.get(hold.reason.partition(":")[0], "It is tried again by itself."))
    for (team, place), pause in sorted(standing.paused.items()):
        says = f"{place} of {team} takes no messages since {pause.since:%d %b %Y}: Slack says {pause.reason}"
        mend = f"Invite the bot there, or drop what waits: sanctions-bot deliver --drop {place}."
        yield Finding("delivery", False, says, mend)
    if standing.failed:
        why = "; ".join(f"{count} {reason}" for reason, count in standing.failures.items())
        mend = "Send them once more: sanctions-bot doctor --resend. The log names each by its number."
        yield Finding("delivery", False, f"{words.count(standing.failed, 'message')} failed: {why}", mend)
    late = standing.oldest is not None and now - standing.oldest > LATE
    says = f"{words.count(standing.waiting, 'message')} waiting, {standing.repeated} told a second time in doubt"
    if standing.oldest is not None:
        says += f"; the oldest since {standing.oldest:%d %b %Y, %H:%M} UTC"
    yield Finding("delivery", not late, says, "Is a worker running? See its log.")


def standing_as_json(standing: Standing) -> dict[str, Any]:
    """How delivery stands: what waits, what failed and why, which places and workspaces take nothing."""
    return {
        "waiting": standing.waiting,
        "oldest": standing.oldest.isoformat() if standing.oldest else None,
        "failed": standing.failed,
        "failures": dict(standing.failures),
        "repeated": standing.repeated,
        "paused": [
            {"team": team, "channel": place, "reason": pause.reason, "since": pause.since.isoformat()}
            for (team, place), pause in sorted(standing.paused.items())
        ],
        "held": [
            {"team": hold.team, "reason": hold.reason, "since": hold.since.isoformat()} for hold in standing.holds
        ],
    }


def slack_findings(config: Config) -> Iterator[Finding]:
    if not config.has_slack:
        yield Finding("Slack", True, "no token: `run` starts the local Slack")
        return
    if config.slack_app_token.get_secret_value() or config.slack_signing_secret.get_secret_value():
        yield Finding("Slack", True, "tokens are set")
    else:
        yield Finding(
            "Slack",
            False,
            "SLACK_BOT_TOKEN alone cannot receive anything",
            "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.",
        )
