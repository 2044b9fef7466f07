"""What of an option is asked for: what it holds, who would come off, its versions, or its reach then and now."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bot.questions.ask import Ask, Kind


class Wants(StrEnum):
    CARD = "card"
    NAMES = "names"
    FACET = "facet"  # one thing about it alone
    VERSION = "version"  # one version as it was
    VERSIONS = "versions"  # what differs between two
    MEASURE = "measure"  # whether it changes one
    CAME = "came"  # what of it has come about
    THEN = "then"  # what its reach was on a day, and is now


def wants(question: Ask) -> Wants:
    """Of a question about one option; what none of its wishes says is the card."""
    wish, since = question.option, since_of(question)
    if wish.facet and question.kind is Kind.OPTION and not (wish.versions or question.cannot or question.filter):
        return Wants.FACET
    if wish.came:
        return Wants.CAME
    if len(wish.versions) == 2:
        return Wants.VERSIONS
    if wish.versions and question.kind is Kind.OPTION and not wish.versioned and not since:
        return Wants.VERSION
    if question.kind is Kind.CHANGES or wish.versions or (wish.versioned and not since):
        return Wants.VERSIONS
    if since:
        return Wants.THEN
    if question.measures and not question.cannot:
        return Wants.MEASURE
    return Wants.NAMES if wish.names or question.filter is not None else Wants.CARD


def since_of(question: Ask) -> date | None:
    """The day to compare an option's reach with."""
    period = question.period
    return question.as_of or (period.since or period.until if period else None)
