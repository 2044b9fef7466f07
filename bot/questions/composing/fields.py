"""Fields of forms and of mails: what a label says, and names that stand in several fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from bot.questions.data import patterns
from bot.questions.spotting.lexicon import WORD, folded, is_everyday, lexicon, read, sets
from bot.screening.words.abbreviations import abbreviates

_MAIL = patterns("mail")
LEAST_LETTERS, MOST_LETTERS = 3, 6  # of a label that is abbreviated
_NAMES = ("given", "surname")


def parts_of(label: str) -> frozenset[str]:
    """The parts of a label that the lexicons know whole; none of another."""
    words = [folded(word) for word in WORD.findall(label)]
    size, parts = lexicon().longest(words, 0) if words else (0, frozenset())
    if size == len(words):
        return parts
    return _abbreviated(words[0]) if len(words) == 1 else frozenset()


@lru_cache(maxsize=1_000)
def _abbreviated(short: str) -> frozenset[str]:
    """The parts of the label that a few letters abbreviate: Chrtr, Recvr, Cgo."""
    labels = read("en")
    if not (LEAST_LETTERS <= len(short) <= MOST_LETTERS and short.isalpha()) or is_everyday(short):
        return frozenset()
    found = (
        part for part in ("nolabel", "label") if any(abbreviates(short, one) for one in labels[part] if " " not in one)
    )
    return frozenset([*found][:1])


def labelled(text: str) -> tuple[str, str]:
    """What stands before a colon as a label, and what behind it; "" and the text where none does."""
    found = _MAIL["label"].match(text) if ":" in text or "=" in text else None
    return (found[1], text[found.end() :]) if found else ("", text)


def parts_before(line: str) -> frozenset[str]:
    """The parts of what stands before the colon of a line."""
    return parts_of(labelled(line)[0])


def role_of(label: str) -> frozenset[str]:
    """The parts of the word of a label that says what it is: "name of the vessel", "ultimate consignee", "owner 2"."""
    found = frozenset[str]()
    for said in _MAIL["of_a_label"].split(label):
        words = [word for word in WORD.findall(folded(said)) if not word.isdigit()]
        ends = (parts_of(word) & sets.LABELS for word in (" ".join(words), *words[-1:], *words[:1]))
        found |= next(filter(None, ends), frozenset())
    return found


def asks(text: str) -> bool:
    """Whether words that ask stand in a text, none of them in capitals alone."""
    words = (word for word in WORD.findall(text) if not word.isupper())
    return any(lexicon().parts(folded(word)) & sets.OF_SENTENCES for word in words)


def with_words(texts: Iterable[str]) -> list[str]:
    """Those texts in which a word stands."""
    return [text for text in texts if re.search(r"\w", text)]


def whole_persons(lines: list[str]) -> list[str]:
    """Lines, a person whose names stand in fields of their own as one: "Surname: Skoch", "Given name: Varvara", "DOB:
    19/05/2002"."""
    found = list[str]()
    for named, run in groupby(lines, lambda line: bool(parts_before(line) & {*_NAMES})):
        fields = list(run)
        names = [line for part in _NAMES for line in fields if part in parts_before(line)]
        if named and len({*map(parts_before, names)}) > 1:
            fields = [f"name: {' '.join(labelled(line)[1].strip() for line in names)}"]
        for line in fields:
            if "born" in parts_before(line) and found and "label" in parts_before(found[-1]):  # Client: X, DOB: Y
                born = _MAIL["day_and_month"].sub("", labelled(line)[1].strip())  # which is which is not told
                found[-1] += f", born {born}"
            else:
                found.append(line)
    return found
