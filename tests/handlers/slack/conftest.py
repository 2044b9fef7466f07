"""`bot` is the real app over both transports, before a front that remembers (`front`). `web_bot` is it over HTTP
alone: for what cannot depend on the transport, since each start takes its time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import TRANSPORTS, Running, running


@pytest.fixture
def front(tmp_path: Path) -> RememberingFront:
    return RememberingFront(tmp_path)


@pytest.fixture(params=TRANSPORTS)
def bot(request: pytest.FixtureRequest, front: RememberingFront) -> Iterator[Running]:
    with running(front, request.param) as found:
        yield found
        assert found.workspace.violations() == []


@pytest.fixture
def web_bot(front: RememberingFront) -> Iterator[Running]:
    with running(front, "http") as found:
        yield found
        assert found.workspace.violations() == []
