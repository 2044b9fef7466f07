"""Which statement of the briefing answers a question: by words and what they mean, rare ones first.

The score of a statement is the part of the question's weight that it carries. A word that no statement has weighs more
than the rarest, a name more still: it was asked about, and is not answered. So what the briefing does not cover stays
unanswered.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.sanctions.briefing.glossary import asks_for_something, is_actor, is_generic, meanings, names
from bot.sanctions.briefing.statement import Statement

ENOUGH = 0.51  # of the question's weight that a statement must carry; below it the honest answer is "not known"
NEARLY_ALL = 0.9  # of it: what says so much answers, whatever else was asked for
GENERIC, ACTOR, NUMBER = 0.25, 0.5, 0.4
UNKNOWN, UNKNOWN_NAME = 1.2, 2.5  # a word of one statement alone weighs 1
NAMED = 2.0  # times the weight of a word, for a name that some statement has: it is what the question is about
IN_SAYS = 0.85  # of what the same word counts among the topics
WHOLE_TOPIC = 0.15  # more, for a topic whose words are all asked for
WORD_FOR_WORD = 0.3  # more, for one of several words that stands in the question as it is ("which oligarchs")
BESIDE = 0.7  # of the best score: what is shown beside it
TOPICS_SUGGESTED = 4


@dataclass(frozen=True, slots=True)
class Ranked:
    """`carried` is the part of the question's weight that the statement has; `score`, by which it stands, is a little
    more where it is the statement's topic."""

    statement: Statement
    carried: float
    score: float


@dataclass(frozen=True, slots=True)
class _Bag:
    """A statement as the meanings of its words."""

    statement: Statement
    topics: tuple[frozenset[str], ...]
    says: frozenset[str]

    @property
    def of_topics(self) -> frozenset[str]:
        return frozenset().union(*self.topics)

    def holds(self, meaning: str) -> bool:
        return meaning in self.says or any(meaning in topic for topic in self.topics)


def ranked(question: str, statements: Sequence[Statement], among: Collection[str] | None = None) -> list[Ranked]:
    """Statements with their scores, best first. `among`: ids that a search has found; none but they are ranked,
    while the rarity of words is that of all."""
    asked = list(dict.fromkeys(meanings(question)))
    bags = [_bag(statement) for statement in statements]
    named = names(question)
    weights = {meaning: _weight(meaning, bags, meaning in named) for meaning in asked}
    total = sum(weights.values())
    if not asks_for_something(question):
        return []
    kept = [bag for bag in bags if among is None or bag.statement.id in among]
    scored = [_ranked(bag, weights, total, _word_for_word(question, bag.statement)) for bag in kept]
    return sorted(scored, key=lambda one: -one.score)


def best_statements(
    question: str, statements: Sequence[Statement], among: Collection[str] | None = None, enough: float = ENOUGH
) -> list[Statement]:
    """The statements that answer the question, best first; empty when none carries `enough` of it (0 to 1)."""
    found = [one for one in ranked(question, statements, among) if one.carried >= enough]
    near = [one for one in found if one.score >= BESIDE * found[0].score]
    return [one.statement for one in _earlier_first(near)]


def _earlier_first(found: list[Ranked]) -> list[Ranked]:
    """The first; but where another of them names it as what came later, that one: it is told together with it."""
    lead = next((one for one in found[1:] if found[0].statement.id in one.statement.later), None)
    return [lead, *(one for one in found if one is not lead)] if lead else found


def suggested_topics(text: str, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Topics in use that a new text may be about: those whose words it has, the most telling first."""
    said = set(meanings(text))
    bags = [_bag(statement) for statement in statements]
    found: dict[str, float] = {}
    for bag in bags:
        for topic, words in zip(bag.statement.topics, bag.topics, strict=True):
            if words and words <= said:
                found[topic] = max(_weight(word, bags) for word in words)
    telling = sorted(found, key=lambda topic: -found[topic])
    return tuple(topic for topic in telling if found[topic] > GENERIC)[:TOPICS_SUGGESTED]


@lru_cache(maxsize=4_096)
def _bag(statement: Statement) -> _Bag:
    topics = tuple(frozenset(meanings(topic)) for topic in statement.topics)
    return _Bag(statement, topics, frozenset(meanings(statement.says)))


def _ranked(bag: _Bag, weights: dict[str, float], total: float, more: float) -> Ranked:
    on_topic = bag.of_topics
    carried = sum(
        weight * (1 if word in on_topic else IN_SAYS if word in bag.says else 0) for word, weight in weights.items()
    )
    whole = max(
        (sum(weights[w] for w in topic) for topic in bag.topics if topic and topic <= weights.keys()), default=0
    )
    return Ranked(bag.statement, carried / total, (carried + WHOLE_TOPIC * whole) / total + more)


def _word_for_word(question: str, statement: Statement) -> float:
    low = question.lower()
    return WORD_FOR_WORD if any(" " in topic and topic.lower() in low for topic in statement.topics) else 0


def _weight(meaning: str, bags: Sequence[_Bag], is_name: bool = False) -> float:
    """A word of one statement tells more than a word of many. A word of none tells what is not answered."""
    if is_generic(meaning):
        return GENERIC
    if is_actor(meaning):
        return ACTOR
    having = sum(bag.holds(meaning) for bag in bags)
    if not having:
        return NUMBER if meaning.isdigit() else UNKNOWN_NAME if is_name else UNKNOWN
    return max(GENERIC, math.log(1 + len(bags) / having) / math.log(1 + len(bags))) * (NAMED if is_name else 1)


def contradicting(first: Statement, days: Mapping[str, str], every: Sequence[Statement]) -> list[Statement]:
    """The statement and those that are marked, on either side, to contradict it, the newest first; empty when none is.

    `days` are the days (ISO) by a statement's id, where one is known.
    """
    marked = [s for s in every if s.id in first.contradicts or first.id in s.contradicts]
    return _newest_first((first, *marked), days) if marked else []


def on_other_days(first: Statement, beside: Sequence[Statement], days: Mapping[str, str]) -> list[Statement]:
    """The statement and, of those beside it (which answer the same question), the ones on the same topic that were said
    on another day, the newest first; empty when none was. They need not differ: things went on."""
    others = [s for s in beside if _said_on_another_day(first, s, days)]
    return _newest_first((first, *others), days) if others else []


def _newest_first(found: Sequence[Statement], days: Mapping[str, str]) -> list[Statement]:
    once = {s.id: s for s in found}
    return sorted(once.values(), key=lambda s: days.get(s.id, ""), reverse=True)


def _said_on_another_day(one: Statement, other: Statement, days: Mapping[str, str]) -> bool:
    day, other_day = days.get(one.id), days.get(other.id)
    same_topic = {t.lower() for t in one.topics} & {t.lower() for t in other.topics}
    return bool(same_topic and day and other_day and day != other_day and one.says != other.says)
