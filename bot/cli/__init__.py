"""The command line: `sanctions-bot`. Joins the parts; every command that prints a result takes --json."""

from __future__ import annotations

import click

from bot.cli.commands import Commands

WHERE = {
    "run": "running",
    "web": "running",
    "socket": "running",
    "worker": "running",
    "db": "running",
    "lists": "lists",
    "refresh": "lists",
    "ask": "asking",
    "screen": "screening",
    "changes": "asking",
    "digest": "jobs",
    "deliver": "jobs",
    "options": "relief",
    "briefing": "briefing",
    "licenses": "licenses",
    "audit": "audit",
    "forget": "audit",
    "config": "upkeep",
    "doctor": "upkeep",
}


@click.group(cls=Commands, where=WHERE, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Who is sanctioned, under what, and what a relief option would change."""
