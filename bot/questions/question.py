"""What a question is once it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.sanctions.party import Schema


class Kind(StrEnum):
    SCREENING = "screening"
    OPTION = "option"
    OPTIONS = "options"
    COVERAGE = "coverage"  # a party and relief together
    COMPARISON = "comparison"
    CHANGES = "changes"
    PROGRAM = "program"
    MEASURE = "measure"
    BRIEF = "brief"
    SOURCES = "sources"
    WATCH = "watch"
    UNWATCH = "unwatch"
    WATCHES = "watches"
    DIGEST = "digest"
    LINKS = "links"
    HISTORY = "history"
    LICENSE = "license"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Subject:
    """A party that the question names. `name` is in the question's own words, without possessive, quotes,
    "born 1956" or "the vessel"; what those said stands in the other fields. Identifiers by type."""

    name: str
    schema: Schema | None = None
    birth_date: str = ""
    country: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Period:
    """Days, inclusive. An open end is None. `words` are the question's own ("since March 1")."""

    since: date | None = None
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What questions can name that is not a party: read from the store once per edition or edit."""

    options: tuple[str, ...] = ()  # keys: A, B, C
    programs: tuple[str, ...] = ()  # official tags
    measures: Mapping[str, str] = field(default_factory=dict)  # id -> title
    topics: tuple[str, ...] = ()  # topics of the briefing's statements


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. What it names, not what was found; `text` is the question as asked, cleaned."""

    kind: Kind
    text: str = ""
    subjects: tuple[Subject, ...] = ()
    options: tuple[str, ...] = ()  # capitals; an unknown Z stays
    programs: tuple[str, ...] = ()  # official tags
    lists: tuple[str, ...] = ()  # list keys
    measures: tuple[str, ...] = ()  # measure ids
    period: Period | None = None
    as_of: date | None = None
    # permission: "can we pay X?" gets the listing and that licences are not evaluated, never yes or no
    permission: bool = False
    # for HELP: the nearest thing the bot can do, as a question to press; "" when help itself was asked for
    nearest: str = ""
    understood: bool = True
    read_as: tuple[str, ...] = ()  # the names that the index found in a text which says no more than that
    unread: tuple[str, ...] = ()  # spans that nothing read, in the text's own words
