"""The content that a new installation starts with: options, briefing. Users replace it with their own."""

from __future__ import annotations

from datetime import datetime
from importlib import resources

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.options
from bot.sanctions.files.briefing import read_briefing
from bot.sanctions.files.options import read_options
from store.database import writing

BY = "starter content"


def load_starter_content(sessions: sessionmaker[Session], now: datetime) -> None:
    """Store the illustrative options and the briefing where there are none yet."""
    with writing(sessions) as session:
        if not store.options.options_now(session):
            for option in read_options(packaged("options.yml"), "options.yml"):
                store.options.save_option(session, option, BY, "first start", now)
        if not store.briefing.statements(session):
            store.briefing.save_briefing(session, read_briefing(packaged("briefing.yml"), "briefing.yml"), now)


def packaged(name: str) -> str:
    return (resources.files("bot") / "data" / "relief" / name).read_text(encoding="utf-8")
