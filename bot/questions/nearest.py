"""The nearest thing the bot can do, for a question that it does not understand; and command words mended."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.questions.ask import Kind
from bot.questions.data import patterns, table
from bot.questions.spotting.lexicon import WORD, folded, is_given, language_of, lexicon, sets
from bot.questions.spotting.names import NO_NAMES, ListedNames

# questions that the bot answers, by kind
EXAMPLES = {Kind(kind): tuple(questions) for kind, questions in table("examples").items()}
_COMMANDS = tuple(table("names")["commands"])
_SIGNS = patterns("signs")
_USED = 1e-6  # the share of a word from where on it tells its language


def with_day_first(text: str) -> str:
    """A text that is not English with its days in strokes so that the day is read first: "né le 03/04/1971"."""
    if "/" not in text or not _SIGNS["strokes"].search(text):
        return text
    words = (w for w in WORD.findall(text) if w.islower() or lexicon().plays(folded(w)))
    foreign = language_of(map(folded, words), _USED) not in ("", "en")
    return _SIGNS["strokes"].sub(r"\1.\2.", text) if foreign else text


def nearest_to(text: str) -> str:
    """The example that shares most words with `text`."""
    every = [example for examples in EXAMPLES.values() for example in examples]
    best = process.extractOne(text.lower()[:300], every, scorer=fuzz.token_set_ratio, score_cutoff=55)
    return str(best[0]) if best else "is Rosneft sanctioned?"


def mended(text: str, listed: ListedNames = NO_NAMES) -> tuple[str, tuple[str, ...]]:
    """`text` with its first word mended where it is a mistyped command, and "option" before a key at its end; and what
    was mended, to be said. Only words in small letters that are not known, and not where the rest is but a legal form
    ("watsch gmbh"). Other slips are mended in their place (`spotting/slips.py`)."""

    def called(match: re.Match[str]) -> str:
        name, behind = match["who"], set[str]().union(*map(lexicon().parts, WORD.findall(folded(text)[match.end() :])))
        acts = behind & (sets.ON_WATCHES | sets.CHANGING_WATCHES | {"stop", "digest"})  # hey @lena, unwatch X
        known = not acts and name.isalpha() and listed.bearers(name) and not is_given(folded(name))
        return match[0] if known else f"{match['led']}@somebody"

    text = _SIGNS["addressed"].sub(called, _SIGNS["called"].sub("", text))
    rest = text.split()[1:]
    if rest and all(word.strip(".,").lower() in sets.NAME_ENDS for word in rest):
        return text, ()
    told: list[str] = []

    def mend(match: re.Match[str]) -> str:
        word = str(match.group())
        if text[: match.start()].endswith(('"', "'")) or lexicon().plays(word):
            return word  # of a name in quotation marks, or known
        known = lexicon().knows(word) and language_of([word], 0) in ("", "en")  # "wach" is German
        for near in () if known else ("option", "options") if match.start() else _COMMANDS:
            if OSA.distance(word, near) <= (1 if len(near) < 7 else 2):
                told.append(f"Read “{word}” as “{near}”.")
                return str(near)
        return word

    return with_day_first(_SIGNS["command"].sub(mend, text)), tuple(told)
