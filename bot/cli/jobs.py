"""digest, deliver: one turn of these jobs, by hand."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

import store.telling.outbox
import store.telling.pauses
from bot.answers.as_json import answer_as_json
from bot.cli.shell import emit, json_option, parts, terminal
from bot.console import draw
from bot.errors import BadInput
from jobs.deliver import deliver as deliver_turn
from jobs.deliver import delivery_client
from jobs.digest import Turn, digest_of
from jobs.digest import digest as digest_turn
from jobs.discretion import Discretion
from store.database import writing

SAYS = {
    "queued": "queued: the next delivery sends it",
    "queued before": "queued before, once for this day",
    "silent": "nothing new, and the digest is silent then",
    "not due": "not due yet; so far it would say",
    "paused": "paused: the channel cannot be written to; it would say",
    "not subscribed": "this channel has no daily digest; the last day in short",
}
TERMINAL = "terminal"


@click.command()
@click.option("--channel", help="One channel, by its id: its digest, queued if it is due, shown in any case.")
@click.option("--now", help="Set the clock: an ISO time.")
@json_option
def digest(channel: str | None, now: str | None, as_json: bool) -> None:
    """Queue the digests that are due; where none is, show what the last day brought."""
    p = parts(now)
    seen = p.desk.snapshots
    turns = digest_of(p.sessions, channel, p.now(), seen) if channel else digest_turn(p.sessions, p.now(), seen)
    turns = turns or digest_of(p.sessions, TERMINAL, p.now(), seen)
    if as_json:
        emit({**as_object(turns[0]), "digests": [as_object(turn) for turn in turns]})
        return
    for turn in turns:
        if turn.place != TERMINAL:
            click.echo(f"Digest of {turn.place}: {SAYS[turn.status]}.")
        draw(turn.answer, terminal())


def as_object(turn: Turn) -> dict[str, Any]:
    return {"channel": turn.place, "team": turn.team, "status": turn.status, **answer_as_json(turn.answer)}


@click.command()
@click.option("--once", is_flag=True, help="One turn: at most one message to each channel.")
@click.option("--drop", metavar="CHANNEL", help="Give up what waits for a channel, by its id.")
@click.option("--now", help="Set the clock: an ISO time.")
@json_option
def deliver(once: bool, drop: str | None, now: str | None, as_json: bool) -> None:
    """Deliver what waits in the outbox to Slack, one turn."""
    if drop:
        _drop(drop, as_json)
        return
    if not once:
        raise BadInput("Say deliver --once: the worker (or run) is what delivers all the time.")
    p = parts(now)
    client = delivery_client(p.config.needed("slack_bot_token"), p.config.slack_api_url)
    turn = deliver_turn(p.sessions, client, p.now, discretion=Discretion(p.confidants))
    with p.sessions() as session:
        waiting = store.telling.outbox.waiting(session)
    if as_json:
        emit({**asdict(turn), "waiting": waiting})
    else:
        click.echo(f"{turn.sent} sent, {turn.put_off} put off, {turn.failed} given up; {waiting} still waiting.")


def _drop(place: str, as_json: bool) -> None:
    with writing(parts().sessions) as session:
        teams = {team for team, paused in store.telling.pauses.paused(session) if paused == place}
        dropped = sum(store.telling.outbox.drop_waiting(session, team, place) for team in sorted(teams))
    if not teams:
        raise BadInput(f"{place} is not paused: what waits for it is on its way.")
    if as_json:
        emit({"dropped": dropped, "channel": place})
    else:
        click.echo(f"{dropped} dropped that waited for {place}.")
