"""What the index knows of names, from the real lists."""

from __future__ import annotations

import pytest

from bot.screening.index.mentions import Mentions
from handlers.desk import Desk
from tests.handlers.ask.conftest import desk

__all__ = ["desk"]


@pytest.fixture(scope="session")
def listed(desk: Desk) -> Mentions:
    return desk.snapshot().index.mentions
