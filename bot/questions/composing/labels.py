"""What the labels of papers say: what stands before a colon, and which role it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from bot.questions.data import patterns
from bot.questions.spotting.lexicon import WORD, folded, is_everyday, lexicon, read, sets
from bot.questions.spotting.sheet import PartySpan, Row
from bot.screening.words.abbreviations import abbreviates

_MAIL = patterns("mail")
_OF_A_WORD = re.compile(r"\w")
_ABBREVIATED = range(3, 7)  # letters of a label that is abbreviated


@lru_cache(maxsize=4_000)
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
    if len(short) not in _ABBREVIATED or not short.isalpha() or is_everyday(short):
        return frozenset()
    labels = ((part, label) for part in ("nolabel", "label") for label in read("en")[part] if " " not in label)
    return frozenset([part for part, label in labels if abbreviates(short, label)][:1])


@lru_cache(maxsize=64)  # each line is asked for several times
def labelled(text: str) -> tuple[str, str]:
    """What stands before a colon as a label, and what behind it; "" and the text where none does."""
    found = _MAIL["label"].match(text) if ":" in text or "=" in text else None
    return (found[1], text[found.end() :]) if found else ("", text)


def parts_before(line: str) -> frozenset[str]:
    """The parts of what stands before the colon of a line."""
    return parts_of(labelled(line)[0])


@lru_cache(maxsize=4_000)
def role_of(label: str) -> frozenset[str]:
    """The parts of the word of a label that says what it is: "name of the vessel", "ultimate consignee", "owner 2"."""
    found = frozenset[str]()
    for said in _MAIL["of_a_label"].split(label):
        words = [word for word in WORD.findall(folded(said)) if not word.isdigit()]
        ends = (parts_of(word) & sets.LABELS for word in (" ".join(words), *words[-1:], *words[:1]))
        found |= next(filter(None, ends), frozenset())
    return found


def of_a_role(label: str) -> frozenset[str]:
    """What a party behind a label may be called by it: "issuing bank", and "bank"."""
    words = [word for word in WORD.findall(folded(label)) if not word.isdigit() and word not in sets.OF_A_LABEL]
    return frozenset([" ".join(words), *words[-1:]]) if words else frozenset()


def with_words(texts: Iterable[str]) -> list[str]:
    """Those texts in which a word stands."""
    return [text for text in texts if _OF_A_WORD.search(text)]


def with_role(span: PartySpan, row: Row, label: str = "") -> PartySpan:
    """The span with the label that it stands behind, in a field or in a sentence: "the buyer is X"."""
    led = next((at for at in (span.first - 1, span.first - 2) if at >= 0 and row.items[at].word not in sets.BE), -1)
    role = label or (row.items[led].text if led >= 0 and "label" in row.parts[led] else "")
    return replace(span, subject=replace(span.subject, role=role)) if role else span
