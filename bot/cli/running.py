"""run, web, socket, worker, db: the processes."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import click
from slack_sdk import WebClient

import store.database
from bot.app.http import serve_http
from bot.app.judging import HeldEditions
from bot.app.slack import DRAIN_SECONDS, SlackApp, SlackSettings, build_app
from bot.app.socket_mode import connect_socket, hang_up, serve_socket
from bot.cli.shell import Parts, parts
from bot.errors import BadInput
from bot.lists.fetch import ListClient, open_http
from bot.workspace.server import LocalWorkspace
from bot.workspace.terminal import chat
from handlers.slack.front import DeskFront
from jobs.deliver import delivery_client
from jobs.schedule import Job, JobSettings, Worker, table
from jobs.starter import load_starter

log = logging.getLogger(__name__)

CONVERSATION = "local-workspace.json"


def slack_app(p: Parts) -> SlackApp:
    """The Bolt app, connected to the Slack of the settings."""
    settings = SlackSettings(
        bot_token=p.config.needed("slack_bot_token"),
        signing_secret=p.config.slack_signing_secret.get_secret_value(),
        api_url=p.config.slack_api_url,
    )
    return build_app(settings, DeskFront(p.desk), judge=HeldEditions(p.sessions, p.now, p.operators))


def slack_client(p: Parts) -> WebClient | None:
    """What delivers, to the Slack of the settings; None without a token."""
    if not p.config.has_slack:
        return None
    return delivery_client(p.config.slack_bot_token.get_secret_value(), p.config.slack_api_url)


def jobs_of(p: Parts, slack: WebClient | None, publishers: ListClient) -> tuple[Job, ...]:
    settings = JobSettings(
        lists=p.config.lists,
        mirror=p.config.lists_mirror,
        refresh_every=timedelta(minutes=p.config.refresh_minutes),
        retention=timedelta(days=p.config.retention_days),
        confidants=p.confidants,
        operators=p.operators,
        beside=True,
    )
    return table(p.sessions, p.now, settings, slack, publishers, p.desk.snapshots)


@contextmanager
def jobs_beside(p: Parts, slack: WebClient | None) -> Iterator[None]:
    """The scheduled jobs on threads of this process."""
    stopping = threading.Event()

    def wait(seconds: float) -> None:
        """Between two tries: cut short when the process is to end."""
        stopping.wait(seconds)

    with closing(open_http(p.config.lists_gateway)) as http:
        worker = Worker(jobs_of(p, slack, ListClient(http, pause=wait)), stopping)
        worker.start()
        try:
            yield
        finally:
            worker.stop(DRAIN_SECONDS)


def warm(p: Parts) -> None:
    """Read what the first question needs while this process begins to serve."""
    threading.Thread(target=p.desk.warm, name="warm", daemon=True).start()


@click.command()
def run() -> None:
    """Everything in one process: the bot and its jobs; with a local Slack where there are no tokens."""
    p = parts()
    click.echo("Sanctions bot: opening the database…")
    store.database.open_engine(p.database_url).dispose()  # makes what is missing: this sets up
    facts = load_starter(p.sessions, p.now())
    if facts:
        log.info("No full list is loaded yet: %d starter facts stand in", facts)
    click.echo("Reading the lists that are loaded…")
    p.desk.snapshot()  # the index is built before the first question waits for it
    with suppress(KeyboardInterrupt):  # Ctrl-C is how it is ended
        _serve(p)


def _serve(p: Parts) -> None:
    warm(p)
    if p.config.has_slack:
        app, token = slack_app(p), p.config.needed("slack_app_token")
        with jobs_beside(p, slack_client(p)):
            serve_socket(app, token)
        return
    run_locally(p)


def run_locally(p: Parts) -> None:
    """A local Slack, the bot connected to it as to any other, and a chat on this terminal."""
    if not p.config.is_given("log_level"):
        logging.getLogger().setLevel(logging.WARNING)  # the terminal belongs to the chat
    with local_workspace(p) as workspace:
        settings = SlackSettings(workspace.bot_token, workspace.signing_secret, workspace.api_url)
        app = build_app(settings, DeskFront(p.desk), judge=HeldEditions(p.sessions, p.now, p.operators))
        handler = connect_socket(app, workspace.app_token)
        try:
            with jobs_beside(p, delivery_client(workspace.bot_token, workspace.api_url)):
                chat(workspace, sys.stdin, sys.stdout)
        finally:
            hang_up(handler)
            app.drain()


@contextmanager
def local_workspace(p: Parts) -> Iterator[LocalWorkspace]:
    """Running on its own port; on any free one where that is taken and nobody asked for it. What was said in it is kept
    beside the database."""
    folder = store.database.folder_beside(p.database_url)
    keep = _readable(folder / CONVERSATION) if folder else None
    try:
        workspace = LocalWorkspace(port=p.config.local_port, keep=keep).start()
    except BadInput:
        if p.config.is_given("local_port"):
            raise
        workspace = LocalWorkspace().start()  # another one runs there, and keeps what is said in it
    try:
        yield workspace
    finally:
        workspace.stop()


def _readable(path: Path) -> Path:
    """Where the conversation is kept; one that cannot be read is set aside, and said."""
    try:
        LocalWorkspace(keep=path)
    except BadInput as error:
        aside = path.with_suffix(".unreadable")
        path.replace(aside)
        click.echo(f"{error} It is set aside as {aside.name}, and a new one begins.", err=True)
    return path


@click.command()
def web() -> None:
    """Answer Slack over signed HTTP."""
    p = parts()
    p.config.needed("slack_signing_secret")
    app = slack_app(p)
    warm(p)
    serve_http(app, p.config.port, p.config.host)


@click.command()
def socket() -> None:
    """Answer Slack by Socket Mode."""
    p = parts()
    token = p.config.needed("slack_app_token")
    app = slack_app(p)
    warm(p)
    serve_socket(app, token)


@click.command()
def worker() -> None:
    """Run the scheduled jobs."""
    p = parts()
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    with jobs_beside(p, slack_client(p)):
        stopping.wait()


@click.group()
def db() -> None:
    """The database."""


@db.command()
def upgrade() -> None:
    """Bring the database up to date."""
    p = parts()
    store.database.upgrade(store.database.open_engine(p.config.database_url.get_secret_value()))
    click.echo("The database is up to date.")
