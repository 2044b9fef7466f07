"""A text of which every word has a capital, read as it would usually be written: "SABITI URGENT", "Rosneft Payment",
"THE CARGO OF BEHSHAD WAS SOLD"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, takewhile

from bot.questions.spotting.items import row_of
from bot.questions.spotting.lexicon import OF_FORMS, is_given, lexicon, sets
from bot.questions.spotting.names import ListedNames, names_in
from bot.questions.spotting.sheet import Row, Sort
from bot.screening.words.weak_words import COMMON_WORDS

_FEW = 16  # listed names that may hold a word which all the same is rather of a sentence: "team", "ok"
_SOMEBODY = {"actor", "policy"}
_SHORT = 4  # letters of a word that may be no participle: Reed
_WAYS = sets.LIGHT - sets.JOINERS - sets.SPLITTERS - sets.ARTICLES  # SALE OF X TO Y


def with_small_words(row: Row, listed: ListedNames) -> Row:
    """The row, its words that are a sentence's and no name's in small letters, where no case tells them apart: all
    beside a name that the index knows, else those at both ends beside a word that nobody knows."""
    items = row.items
    if len(items) < 2 or any(item.small or item.caseless for item in items):
        return row
    starts = [at for at, item in enumerate(items) if at == 0 or item.apart]
    small = {at for first, last in pairwise([*starts, len(items)]) for at in _of_a_sentence(row, first, last, listed)}
    lower = (item._replace(text=item.text.lower()) if at in small else item for at, item in enumerate(items))
    return row_of(row.text, tuple(lower)) if small else row


def _of_a_sentence(row: Row, first: int, last: int, listed: ListedNames) -> Iterable[int]:
    """Which items of a part without a break are of a sentence."""
    items, own = row.items[first:last], range(first, last)
    says = {at for at in own if _says(row, at, listed)}
    if not says and all(item.word not in _WAYS for item in items):
        return ()
    found = (m for m in names_in(items, listed, [True] * len(items)) if m.strong)
    runs = (range(first + m.start, first + m.end) for m in found)
    named = {at for run in runs if not says.issuperset(run) and (len(run) > 1 or _is_own(row, run[0])) for at in run}
    named |= {at for at in own if listed.is_surname(row.items[at].text) and not _is_known(row, at)}
    if not named:
        strange = any(item.word.isalpha() and not lexicon().knows(item.word) for item in items)
        formed = any(item.form or item.generic for item in items)
        begins, closes = ([*takewhile(says.__contains__, each)] for each in (own, own[::-1]))
        return (*begins, *closes) if strange and not formed else ()
    small = {at for at in own if at in says or _is_light(row, at)} - named
    for step in (1, -1):  # SOLD of "WAS SOLD"
        for at in own[::step]:
            if at - step in small and at not in named and _is_plain(row, at, listed):
                small.add(at)
    return small


def _is_light(row: Row, at: int) -> bool:
    """Whether it is of grammar and of no legal form: no SE, DE of "S.A. DE C.V."."""
    item = row.items[at]
    return (
        len(item.word) > 1 and (item.word in _WAYS or (item.word in sets.LIGHT and _is_word(row, at))) and not item.form
    )


def _is_word(row: Row, at: int) -> bool:
    """Whether it is no letter and of no legal form: no SE, nor what stands before one that ends a name."""
    item, then = row.items[at], row.follows(at + 1).word
    ends = then in OF_FORMS and (row.item(at + 2).apart or row.item(at + 2).word in OF_FORMS)
    return len(item.word) > 1 and not (item.form or item.word in OF_FORMS or ends)


def _is_own(row: Row, at: int) -> bool:
    return not (lexicon().plays(row.items[at].word) or row.items[at].word in COMMON_WORDS)


def _is_known(row: Row, at: int) -> bool:
    """Whether it is a word of every day, and no actor of policy."""
    return bool(row.parts[at]) and not row.parts[at] & _SOMEBODY


def _says(row: Row, at: int, listed: ListedNames) -> bool:
    """Whether a word says something and is rather of a sentence than of a name."""
    item = row.items[at]
    if item.sort is Sort.DATE:
        return not row.follows(at + 1).form
    word, parts = item.word, lexicon().parts(item.word)
    if not _is_word(row, at) or item.ends_names or item.generic or is_given(word) or parts & _SOMEBODY:
        return False
    if row.parts[at] - parts or (at and "filler" in parts and "smalltalk" in row.parts[at - 1]):
        return True  # a phrase: false positive; hi team
    if parts <= {"ordinary"}:
        return word.endswith("ed") and len(word) > _SHORT and _is_plain(row, at, listed)
    return listed.bearers(item.text) <= (1 if parts <= {"ordinary", "filler"} else _FEW)  # First, Long


def _is_plain(row: Row, at: int, listed: ListedNames) -> bool:
    """Whether it is an everyday word that no listed name holds and none is made of."""
    word = row.items[at].word
    return word not in COMMON_WORDS and lexicon().knows(word) and not listed.bearers(word) and _is_word(row, at)
