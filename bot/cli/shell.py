"""What every command shares: the parts it needs, how it prints, how it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

import store.database
from bot import logs
from bot.cli.commands import emit
from bot.config import read_config
from bot.errors import BadInput
from bot.sanctions.relief.confidential import Confidants
from bot.sanctions.relief.lifecycle import Editors
from bot.workspace.people.seed import SECOND_EDITOR
from handlers.desk import Desk, DeskSettings
from jobs.starter import load_starter_content

YEARS = (1900, 2200)  # of the clock
PATIENCE = 0.1  # seconds that a question waits for a new edition to be read, before it is answered from the old one


class Parts:
    """The parts, made when first needed: settings, database, desk."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self.config = read_config()
        self._clock = clock
        logs.start(self.config.log_level)

    @cached_property
    def sessions(self) -> sessionmaker[Session]:
        """A database that is up to date, with the starter content in it when it is new."""
        self._say_if_new()
        engine = store.database.open_engine(self.database_url)
        store.database.upgrade(engine)
        sessions = store.database.sessions(engine)
        load_starter_content(sessions, self.now())
        return sessions

    def _say_if_new(self) -> None:
        """A mistyped DATABASE_URL shall not look like an empty one. Folders are made by `run` and `db upgrade`."""
        missing = store.database.missing_file(self.database_url)
        if missing is None:
            return
        if self.config.is_given("database_url") and not missing.parent.is_dir():
            raise BadInput(
                f"DATABASE_URL names {missing}, and there is no folder {missing.parent}. Mend the address, or let "
                "`sanctions-bot db upgrade` make both."
            )
        click.echo(f"sanctions-bot: there was no database {missing}: a new, empty one is made.", err=True)

    @property
    def zone(self) -> ZoneInfo:
        return self.config.timezone

    @property
    def database_url(self) -> str:
        return self.config.database_url.get_secret_value()

    def now(self) -> datetime:
        return self._clock() if self._clock else datetime.now(self.zone)

    @cached_property
    def desk(self) -> Desk:
        return Desk(
            self.sessions,
            self.now,
            DeskSettings(
                patience=PATIENCE,
                confidants=self.confidants,
                editors=self.editors,
                index_dir=self.index_dir,
                policy=self.config.policy,
            ),
        )

    @cached_property
    def index_dir(self) -> Path | None:
        """The folder of the stored index."""
        return self.config.index_dir or store.database.folder_beside(self.database_url)

    @cached_property
    def confidants(self) -> Confidants:
        """The channels and people of confidential options."""
        return Confidants(
            channels=frozenset(self.config.confidential_channels),
            people=frozenset(self.config.confidential_people),
        )

    @property
    def operators(self) -> str:
        """The channel that is told of editions that are held, or ""."""
        return self.config.operators_channel

    @cached_property
    def editors(self) -> Editors:
        """Who may edit and approve options; in the local workspace, where nothing else is set, a second person too, so
        that four eyes can be tried."""
        local = not self.config.has_slack and not self.config.is_given("editors")
        return Editors.named(frozenset({*self.config.editors, *({SECOND_EDITOR} if local else ())}))


def parts(now: str | None = None) -> Parts:
    """The parts for this run, with the clock held at `now` if one is given (ISO time; without a zone, UTC)."""
    if now is None:
        return Parts()
    held = parse_time(now)
    return Parts(lambda: held)


def parse_time(text: str, given_as: str = "--now") -> datetime:
    """An ISO time, without a zone UTC. Raises BadInput, also for years in which days before or after cannot be
    reckoned, or in which nobody asks."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{given_as}: {text[:40]!r} is not an ISO date or time, such as 2026-11-23T12:00.") from error
    if not YEARS[0] <= time.year <= YEARS[1]:
        raise BadInput(f"{given_as}: the year must be from {YEARS[0]} to {YEARS[1]}.")
    return time if time.tzinfo else time.replace(tzinfo=UTC)


__all__ = ["Parts", "emit", "json_option", "parse_time", "parts", "terminal"]


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--json: one JSON object on stdout and nothing else."""

    def remember(ctx: click.Context, _: click.Parameter, value: bool) -> bool:
        ctx.find_root().meta["json"] = value
        return value

    return click.option("--json", "as_json", is_flag=True, callback=remember, is_eager=True, help="One JSON object.")(
        command
    )


def terminal() -> Console:
    """Where results are drawn."""
    return Console(highlight=False, markup=False, soft_wrap=not sys.stdout.isatty())
