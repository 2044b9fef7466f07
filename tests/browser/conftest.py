"""The page in a real Chromium: `make browser`. Not part of `make test`: collected with `-m browser` alone.

- `desk` is the shipped bot as a process of its own (`sanctions-bot run`) on the real lists, or on the starter set where
  they are absent; it lives for the whole run, so each test speaks as another person or in another channel.
- `workspace` (from tests/workspace) with `bolt` is the local Slack before a small Bolt app, for what the bot does not
  do: inputs, errors, broken rules.
- `tab` opens a page of either and fails on anything that a newcomer would not see: an error in the console, a request
  that leaves this machine, a breach of the content policy. Screenshots go to var/screenshots.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.workspace.server import LocalWorkspace
from tests.browser.starting import BOT, free_port, shipped
from tests.browser.tabs import Tab
from tests.conftest import ROOT, find_lists
from tests.handlers.ask.conftest import EDITIONS, just
from tests.workspace.bolt import Remembering, by_socket
from tests.workspace.conftest import MANIFEST, QUICK

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHOTS = ROOT / "var" / "screenshots"
WIDE = {"width": 1280, "height": 800}
COMMAND_SECONDS = 300  # loading a list, on a machine that may be busy elsewhere
OpenTab = Callable[..., Tab]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: drives the page in a real browser (make browser)")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return None if "browser" in str(config.getoption("-m")) else True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no chromium here (Debian: apt-get install chromium)")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (make browser)")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def desk_environment() -> Iterator[dict[str, str]]:
    """Of the shipped bot that `desk` runs: a command with it acts on the same store."""
    lists = find_lists()
    with tempfile.TemporaryDirectory() as folder:
        yield {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/sanctions.db",
            "SANCTIONS_BOT_LOCAL_PORT": str(free_port()),
            "SANCTIONS_BOT_LISTS": "us_ofac_sdn us_ofac_cons un_sc" if lists else "",
            "SANCTIONS_LISTS_MIRROR": str(just(EDITIONS, lists, Path(folder)) if lists else folder),
        }


@pytest.fixture(scope="session")
def desk(desk_environment: dict[str, str]) -> Iterator[str]:
    """The address of a workspace with the shipped bot in it."""
    if desk_environment["SANCTIONS_BOT_LISTS"]:
        command(desk_environment, "refresh")
    with shipped(desk_environment, SHOTS.parent / "browser.log") as address:
        yield address


def command(environment: dict[str, str], *words: str) -> None:
    """One command of the bot, to its end."""
    subprocess.run(
        [*BOT, *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=COMMAND_SECONDS
    )


@pytest.fixture
def workspace() -> Iterator[LocalWorkspace]:
    with LocalWorkspace(manifest=MANIFEST, settings=QUICK) as running:
        yield running


@pytest.fixture
def bolt(workspace: LocalWorkspace) -> Iterator[Remembering]:
    with by_socket(workspace) as app:
        yield app


@pytest.fixture
def tab(browser: Browser) -> Iterator[OpenTab]:
    """`tab(address, **options)` opens a page; options are Playwright's for a new context."""
    with ExitStack() as closing:

        def opened(address: str, **options: object) -> Tab:
            context = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]
            closing.callback(context.close)
            context.set_default_timeout(10_000)
            found = Tab(context.new_page(), address, SHOTS)
            closing.callback(found.check)
            return found

        yield opened


@pytest.fixture(scope="session", autouse=True)
def shots() -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for old in SHOTS.glob("*.png"):
        old.unlink()
