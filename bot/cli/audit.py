"""audit: who asked what, where and when, and which options the answers showed."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import click

import store.questions
from bot.cli.asking import iso_day
from bot.cli.shell import emit, json_option, parts
from store.questions import Asked


@click.command()
@click.option("--since", help="ISO date: from that day on.")
@click.option("--option", "key", help="Only answers that showed this option.")
@json_option
def audit(since: str | None, key: str | None, as_json: bool) -> None:
    """The questions that are kept: who asked, where, when, and which options the answer showed."""
    p = parts()
    day = iso_day(since, "--since")
    start = datetime.combine(day, time.min, tzinfo=p.zone) if day else None
    with p.sessions() as session:
        found = store.questions.asked_since(session, start)
    shown = [one for one in found if key is None or key.upper() in one.options]
    if as_json:
        emit({"questions": [as_object(one) for one in shown]})
        return
    for one in shown:
        options = f" · options shown: {', '.join(one.options)}" if one.options else ""
        click.echo(f"{one.at:%Y-%m-%d %H:%M} UTC · {one.who or 'command line'} in {one.place}: {one.text}{options}")


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
