"""The command line: `sanctions-bot`. Joins the parts; every command that prints a result takes --json."""

from __future__ import annotations

import click

from bot.cli import asking, lists, relief, running, screening, upkeep
from bot.cli.shell import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Who is sanctioned, under what, and what a relief option would change."""


for command in (
    running.run,
    running.web,
    running.socket,
    running.worker,
    running.db,
    lists.lists,
    lists.refresh,
    asking.ask,
    screening.screen,
    asking.changes,
    asking.digest,
    relief.options,
    relief.briefing,
    upkeep.config,
    upkeep.doctor,
):
    main.add_command(command)
