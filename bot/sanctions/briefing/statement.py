"""The briefing: sourced statements, which are not law, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sanctions.briefing.measure import Measure
from bot.sanctions.program import Program


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    publisher: str = ""
    title: str = ""
    date: str = ""  # ISO
    url: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said. `confidence`: reported (a named outlet), official (a publisher of law),
    unknown (nobody has said: the honest "not known")."""

    id: str
    topics: tuple[str, ...]
    says: str
    source: str = ""  # key of a Source, or ""
    confidence: str = "unknown"
    date: str = ""  # ISO, where the statement is about one day
    contradicts: tuple[str, ...] = ()  # ids of statements that say otherwise; it need be marked on one side only


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing file."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    measures: tuple[Measure, ...] = ()
    programs: tuple[Program, ...] = ()
