"""The briefing: sourced statements, which are not law, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sanctions.briefing.measure import Measure
from bot.sanctions.program import Ended, Program
from bot.sanctions.relief.license import License

ACTS = ("listed", "delisted")


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    publisher: str = ""
    title: str = ""
    date: str = ""  # ISO
    url: str = ""
    kind: str = ""  # official_page, law_firm, outlet, third_party_file


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said, as of a day.

    `confidence`: official (a publisher of law), reported (a named outlet or law firm), second_hand (a third party's
    file says so: never shown as more), unknown (nobody has said: the honest "not known"). Days are ISO.
    """

    id: str
    topics: tuple[str, ...]
    says: str
    source: str = ""  # key of a Source, or ""
    confidence: str = "unknown"
    date: str = ""  # where the statement is about one day
    contradicts: tuple[str, ...] = ()  # ids of statements that say otherwise; it need be marked on one side only
    also: tuple[str, ...] = ()  # keys of further sources
    witnesses: int = 0  # source and also, independent of each other or not
    contradiction: str = ""  # how sources disagree
    against: tuple[str, ...] = ()  # keys of the sources that say otherwise
    note: str = ""
    parties: tuple[str, ...] = ()  # names of parties that it is about
    act: str = ""  # what it says was done to them on its date, one of ACTS; "" where it only names them
    list: str = ""  # key of the list of the act
    until: str = ""  # the day to which it holds, or on which what it says comes due
    later: tuple[str, ...] = ()  # ids of statements that came after it and are to be read with it


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing file. `newest_material`: the day (ISO) up to which its maker looked; `as_of`: when."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    measures: tuple[Measure, ...] = ()
    programs: tuple[Program, ...] = ()
    licenses: tuple[License, ...] = ()
    ended: tuple[Ended, ...] = ()
    as_of: str = ""
    newest_material: str = ""
