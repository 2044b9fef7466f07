"""Relief options and what they would do: the door to their parts. Definitions: docs/relief.md."""

from bot.sanctions.impact import Impact, Outcome, TermReach, evaluate, impact_facts, outcome_for
from bot.sanctions.option import ACTIONS, STATUSES, Group, ReliefOption, Selector, Term
from bot.sanctions.register import Register
from bot.sanctions.remains import Bond, Left, Remainder, left_of, what_is_left
from bot.sanctions.wording import duration_in_words, terms_in_words

__all__ = [
    "ACTIONS",
    "STATUSES",
    "Bond",
    "Group",
    "Impact",
    "Left",
    "Outcome",
    "Register",
    "ReliefOption",
    "Remainder",
    "Selector",
    "Term",
    "TermReach",
    "duration_in_words",
    "evaluate",
    "impact_facts",
    "left_of",
    "outcome_for",
    "terms_in_words",
    "what_is_left",
]
