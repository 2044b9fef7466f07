"""The life of a relief option: draft, under review, proposed, in effect or withdrawn; which moves there are, and who
may make them. Pure. Drawn in docs/relief.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.errors import BadInput
from bot.sanctions.relief.option import ReliefOption

DRAFT, UNDER_REVIEW, PROPOSED, IN_EFFECT, WITHDRAWN = "draft", "under_review", "proposed", "in_effect", "withdrawn"
ADMINS = "admins"


class Move(StrEnum):
    """A step from one status to another."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    ENACT = "enact"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which statuses a move leads, and where to. `by_another`: not by those who wrote what is approved."""

    before: tuple[str, ...]
    after: str
    by_another: bool = False


RULES = {
    Move.SUBMIT: Rule((DRAFT,), UNDER_REVIEW),
    Move.APPROVE: Rule((UNDER_REVIEW,), PROPOSED, by_another=True),
    Move.RETURN: Rule((UNDER_REVIEW,), DRAFT),
    Move.ENACT: Rule((PROPOSED,), IN_EFFECT),
    Move.WITHDRAW: Rule((DRAFT, UNDER_REVIEW, PROPOSED, IN_EFFECT), WITHDRAWN),
}
STATUS_WORDS = {
    DRAFT: "draft",
    UNDER_REVIEW: "under review",
    PROPOSED: "proposed",
    IN_EFFECT: "in effect",
    WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Made:
    """One version of an option: by whom, when and why."""

    option: ReliefOption
    who: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who would edit, as Slack knows them."""

    user: str
    is_admin: bool = False
    known: bool = False
    is_guest: bool = False
    is_external: bool = False


@dataclass(frozen=True, slots=True)
class Editors:
    """Who may edit and approve: people by id, and the workspace's admins and owners."""

    people: frozenset[str] = frozenset()
    admins: bool = True

    @classmethod
    def named(cls, words: Iterable[str]) -> Editors:
        """From the words of a setting: ids of people, and `admins`."""
        named = frozenset(words)
        return cls(named - {ADMINS}, ADMINS in named)

    def may(self, editor: Editor) -> bool:
        """Guests, people of other organisations and people whom Slack does not vouch for never may."""
        if not editor.known or editor.is_guest or editor.is_external or not editor.user:
            return False
        return editor.user in self.people or (self.admins and editor.is_admin)


def authors(history: Sequence[Made]) -> frozenset[str]:
    """Who wrote what is to be approved: everybody who changed the option since it was last proposed or in effect.

    `history` has every version, the newest first.
    """
    found = set()
    for at, made in enumerate(history):
        if made.option.status in (PROPOSED, IN_EFFECT):
            break
        before = history[at + 1].option if at + 1 < len(history) else None
        if before is None or content(before) != content(made.option) or made.option.status == UNDER_REVIEW:
            found.add(made.who)
    return frozenset(found)


def content(option: ReliefOption) -> ReliefOption:
    """The option apart from its standing: what an author writes."""
    return replace(option, status=DRAFT, version=1, effective_from="")


def moves(history: Sequence[Made], who: str) -> tuple[Move, ...]:
    """The moves that an editor can make now, in the order of their use."""
    return tuple(move for move in Move if history and not _trouble(move, history, who))


def moved(move: Move, history: Sequence[Made], who: str, today: date) -> ReliefOption:
    """The option after the move. Raises BadInput with the reason where the move is not to be made."""
    trouble = _trouble(move, history, who)
    if trouble:
        raise BadInput(trouble)
    option = replace(history[0].option, status=RULES[move].after)
    if move is Move.ENACT and not option.effective_from:
        return replace(option, effective_from=today.isoformat())
    return option


def edited(before: ReliefOption | None, draft: ReliefOption) -> ReliefOption:
    """What saving a draft makes: new words are a draft again, whatever was approved before; unchanged ones stay."""
    if before is not None and content(before) == content(draft) and before.effective_from == draft.effective_from:
        return replace(draft, status=before.status)
    return replace(draft, status=DRAFT)


def _trouble(move: Move, history: Sequence[Made], who: str) -> str:
    option, rule = history[0].option, RULES[move]
    if option.status not in rule.before:
        return (
            f"Option {option.key} is {STATUS_WORDS[option.status]}: only what is "
            f"{' or '.join(STATUS_WORDS[one] for one in rule.before)} can be made {STATUS_WORDS[rule.after]}."
        )
    if rule.by_another and who in authors(history):
        return "Whoever wrote an option does not approve it: somebody else has to."
    return ""
