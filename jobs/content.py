"""The content that a new installation starts with: options, briefing. Users replace it with their own."""

from __future__ import annotations

from dataclasses import replace
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
    """Store the illustrative options, the briefing and the licenses where there are none yet. An installation that
    began before licenses were shipped gets them, and the statements that it lacks; what it holds stays as it is."""
    with writing(sessions) as session:
        if not store.options.options_now(session):
            for option in read_options(packaged("options.yml"), "options.yml"):
                store.options.save_option(session, option, BY, "first start", now)
        if not store.briefing.licenses(session):
            held = {statement.id for statement in store.briefing.statements(session)}
            for name in ("briefing.yml", "licenses.yml"):
                shipped = read_briefing(packaged(name), name)
                new = tuple(one for one in shipped.statements if one.id not in held)
                store.briefing.save_briefing(session, replace(shipped, statements=new), now, BY)


def packaged(name: str) -> str:
    return (resources.files("bot") / "data" / "relief" / name).read_text(encoding="utf-8")
