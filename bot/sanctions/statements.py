"""Which statement of the briefing answers a question: by words, rare ones first."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from bot.sanctions.briefing import Statement

# Words that every question has: they say nothing about what is asked.
COMMON = frozenset(
    "a about already an and any anything are as at be been by can could did do does for from get had has have how i if in "
    "into is it its know known me my not of on or our really said say says she should so some tell that the their them "
    "then there these they this to us was we were what when which whom whose why will with would you your".split()
)
# Words of one meaning: a question uses one, a statement the other.
SAME = {
    "potus": "president",
    "trump": "president",
    "whitehouse": "house",
    "lawmaker": "congress",
    "legislature": "congress",
    "ease": "relief",
    "lift": "relief",
    "lifting": "relief",
    "easing": "relief",
    "paper": "draft",
    "write": "draft",
    "writing": "draft",
    "prepare": "draft",
    "preparing": "draft",
    "author": "draft",
    "exchange": "return",
    "quid": "return",
    "concession": "return",
    "concede": "return",
    "meet": "meeting",
    "met": "meeting",
    "negotiation": "talk",
    "phone": "contact",
    "call": "contact",
    "oligarch": "individual",
    "own": "owned",
    "owner": "owned",
    "ownership": "owned",
    "subsidiary": "owned",
    "turkey": "turkiye",
    "percent": "percent",
    "unilaterally": "alone",
}
# Russian words by their beginning, as questions ask of the same things.
RUSSIAN = {
    "составл": "draft",
    "готов": "draft",
    "пиш": "draft",
    "спис": "list",
    "президент": "president",
    "трамп": "president",
    "конгресс": "congress",
    "взамен": "return",
    "олигарх": "individual",
    "имен": "name",
    "имён": "name",
    "цел": "purpose",
    "зачем": "purpose",
    "переговор": "talk",
    "встреч": "meeting",
    "кто": "who",
    "где": "where",
    "отмен": "relief",
    "смягч": "relief",
    "ослаб": "relief",
    "процент": "percent",
}
ENOUGH = 0.34  # of the question's weight that a statement must carry; below it the honest answer is "not known"

UNKNOWN_WORD = 1.5


def stems(text: str) -> list[str]:
    """Lower-case words without endings and without the words that every question has."""
    folded = text.lower().replace("ü", "u").replace("%", " percent ").replace("white house", "whitehouse house")
    found = (word for word in re.findall(r"\w+", folded) if word not in COMMON and len(word) > 1)
    return [SAME.get(stem(word), stem(word)) for word in found]


def stem(word: str) -> str:
    for beginning, meaning in RUSSIAN.items():
        if word.startswith(beginning):
            return meaning
    for ending in ("ations", "ation", "ings", "ing", "ers", "ies", "er", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def best_statements(question: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements that answer the question, best first; empty when none carries enough of its words."""
    asked = set(stems(question))
    if not asked:
        return []
    bags = [(s, set(stems(" ".join(s.topics))), set(stems(s.says))) for s in statements]
    weight = {w: rarity(w, bags) for w in asked}
    total = sum(weight.values())
    scored = [
        (sum(weight[w] * (1.5 if w in t else w in b) for w in asked) / total + named(question, s), s)
        for s, t, b in bags
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best < ENOUGH:
        return []
    kept = sorted((x for x in scored if x[0] >= max(ENOUGH, 0.6 * best)), key=lambda x: -x[0])
    return [s for _, s in kept]


def named(question: str, statement: Statement) -> float:
    """A topic that stands in the question word for word ("which oligarchs") counts for more than its words."""
    low = question.lower()
    return max((0.25 * len(topic.split()) for topic in statement.topics if topic.lower() in low), default=0.0)


def rarity(word: str, bags: Sequence[tuple[Statement, set[str], set[str]]]) -> float:
    """A word of one statement tells more than a word of all. A word of none still counts: it was asked about."""
    n = sum(word in topics or word in says for _, topics, says in bags)
    return math.log(1 + len(bags) / (1 + n)) if n else UNKNOWN_WORD
