"""What a compliance team may move: where POSSIBLE begins, what weak aliases count, what makes LISTED.

Each choice and what it costs, measured: docs/screening.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.errors import BadInput

Choice = TypeVar("Choice", bound=StrEnum)

MATCH = 0.80  # from here up a hit is at least POSSIBLE, unless a team says otherwise (CONTRACT, screen --jsonl)
LEAST_MATCH, MOST_MATCH = 0.70, 0.90


class Weak(StrEnum):
    """What is made of weak aliases, which the publisher itself does not count on."""

    OUT = "out"  # they find nobody
    BELOW = "below"  # they count less than strong names
    STRONG = "strong"  # as strong names


class Certainty(StrEnum):
    """What makes LISTED."""

    EQUAL = "equal"  # an equal full name or identifier
    RARE = "rare"  # and given name with a rare surname, where only a patronymic or middle name is left out


@dataclass(frozen=True, slots=True)
class Policy:
    """How careful screening is. The defaults are what every figure of the documents is measured with."""

    possible_from: float = MATCH
    weak: Weak = Weak.BELOW
    certainty: Certainty = Certainty.RARE

    @classmethod
    def read(cls, possible_from: str, weak: str, certainty: str) -> Policy:
        """The policy as a person writes it. Raises BadInput, with the choices there are."""
        try:
            threshold = float(possible_from)
        except ValueError:
            threshold = -1.0
        if not LEAST_MATCH <= threshold <= MOST_MATCH:
            raise BadInput(f"POSSIBLE may begin from {LEAST_MATCH:.2f} to {MOST_MATCH:.2f}, not at {possible_from!r}.")
        return cls(threshold, _one_of(Weak, weak, "weak aliases"), _one_of(Certainty, certainty, "LISTED"))


def _one_of(choices: type[Choice], given: str, what: str) -> Choice:
    try:
        return choices(given.casefold())
    except ValueError as error:
        raise BadInput(f"There is no choice {given!r} for {what}; there are {', '.join(choices)}.") from error


STANDARD = Policy()
