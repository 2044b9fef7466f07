"""What screening is asked and what it says: the seam that the index stands behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.sanctions.effect import Effect
from bot.sanctions.party import Name, Schema
from bot.sanctions.standing import Standing
from bot.screening.policy import MATCH


class Verdict(StrEnum):
    LISTED = "listed"
    POSSIBLE = "possible"
    NO_MATCH = "no_match"
    NOT_CHECKED = "not_checked"  # the name says nothing of whom is meant


@dataclass(frozen=True, slots=True)
class Query:
    """A name to screen, with what else is known of its bearer.

    `birth_date` is ISO or a year; `country` a name or an ISO code; `identifiers` by type ({"imo": "9253325"}).
    `lists` keeps the search to these list keys; empty means all that are loaded.
    """

    name: str
    schema: Schema | None = None
    birth_date: str = ""
    country: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit scores as it does, as a sentence. `kind`: name, weak, identifier, type, birth_date, country; number,
    other_number and other_name where of the name and the identifier that were asked for it has but one."""

    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed party that a query may mean. `matched` is the listed name (or identifier's bearer) that fitted.

    `certain` tells whether this hit alone would make the verdict LISTED; `possible_from`, from which score on it is a
    match. `url` is the publisher's page, or "".
    """

    entity_id: str
    name: str
    schema: Schema
    matched: Name
    score: float
    reasons: tuple[Reason, ...]
    lists: tuple[str, ...]
    programs: tuple[str, ...]
    effect: Effect
    standing: Standing
    url: str = ""
    certain: bool = False
    possible_from: float = MATCH

    @property
    def is_numbered(self) -> bool:
        """Whether it has the identifier that was asked for, and another name than the one beside it."""
        return any(reason.kind == "other_name" for reason in self.reasons)

    @property
    def is_match(self) -> bool:
        return self.score >= self.possible_from


@dataclass(frozen=True, slots=True)
class Screening:
    """The outcome for one query: hits best first, those that are no match too, up to the limit asked for.

    `ask_back` is set when the query is one common word ("bank", "Ali"): a sentence asking for more.
    """

    query: Query
    verdict: Verdict
    hits: tuple[Hit, ...]
    ask_back: str = ""

    @property
    def matches(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.is_match)
