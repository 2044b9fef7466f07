"""A text of which every word has a capital, read as it would usually be written: "SABITI URGENT", "Rosneft Payment",
"THE CARGO OF BEHSHAD WAS SOLD TO HANSEN APS"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from bot.questions.spotting.items import in_small_letters, row_of
from bot.questions.spotting.lexicon import OF_FORMS, is_form, is_given, is_known, lexicon, sets
from bot.questions.spotting.names import SHORTEST, ListedNames, names_in
from bot.questions.spotting.sheet import Item, Row, Sort
from bot.screening.words.weak_words import COMMON_WORDS

_FEW = 16  # listed names that may hold a word which all the same is rather of a sentence: "team", "ok"
_SHORT = 4  # letters of a word that may be no participle: Reed
_SAYS = sets.WAYS | sets.BE | sets.FUNCTION_WORDS
_PAIR = 2  # words of a name, which may be a phrase of every day
_WAYS = sets.LIGHT - sets.JOINERS - sets.SPLITTERS - sets.ARTICLES  # SALE OF X TO Y


def with_small_words(row: Row, listed: ListedNames) -> Row:
    """The row, its words that are a sentence's and no name's in small letters, where no case tells them apart: all
    beside a name that the index knows, else those at both ends beside a word that nobody knows. A sentence that is read
    in small letters as a whole has its capitals back where a party is named."""
    items = row.items
    if row.text.isupper() and not row.shouted:
        return _with_named(row, listed)
    if len(items) < 2 or any(item.small or item.caseless for item in items):
        return row
    starts = [at for at, item in enumerate(items) if at == 0 or item.apart]
    small = {at for first, last in pairwise([*starts, len(items)]) for at in _of_a_sentence(row, first, last, listed)}
    return row_of(row.text, in_small_letters(items, small)) if small else row


def _with_named(row: Row, listed: ListedNames) -> Row:
    """A sentence in capitals with those of listed names, of firms up to their legal form and of words nobody knows."""
    items = [item.read_as(row.text[item.start : item.end]) if item.word else item for item in row.items]
    named = {*_listed_in(row, items, listed), *_firms_in(row, items)}
    if not named or listed.is_name(row.text):
        return row
    kept = named | {at for at, item in enumerate(items) if _is_strange(item)}
    kept |= {at for at, item in enumerate(items) if at - 1 in kept and item.ends_names and not item.apart}
    return row_of(row.text, in_small_letters(items, {*range(len(items))} - kept))


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
        idle = {at for at in says if row.items[at].sort is Sort.DATE or _is_idle(row.parts[at])}
        begins, closes = ([*takewhile(idle.__contains__, each)] for each in (own, own[::-1]))
        return (*begins, *closes) if strange and not formed else ()
    small = {at for at in own if at in says or _is_light(row, at)} - named
    for step in (1, -1):  # SOLD of "WAS SOLD"
        for at in own[::step]:
            if at - step in small and at not in named and _is_plain(row, at, listed):
                small.add(at)
    return small


def _is_idle(parts: frozenset[str]) -> bool:
    """Whether a word says nothing that a firm may be called: URGENT, and no Payments."""
    return bool(parts & sets.OF_CHAT) and "deal" not in parts


def _is_light(row: Row, at: int) -> bool:
    """Whether it is of grammar and of no legal form: no SE, DE of "S.A. DE C.V."."""
    item = row.items[at]
    light = item.word in _WAYS or (item.word in sets.LIGHT and _is_word(row, at))
    return len(item.word) > 1 and light and not item.form


def _is_word(row: Row, at: int) -> bool:
    """Whether it is no letter and of no legal form: no SE, nor what stands before one that ends a name."""
    item, then = row.items[at], row.follows(at + 1).word
    ends = then in OF_FORMS and (row.item(at + 2).apart or row.item(at + 2).word in OF_FORMS)
    return len(item.word) > 1 and not (item.form or item.word in OF_FORMS or ends)


def _is_own(row: Row, at: int) -> bool:
    return not (lexicon().plays(row.items[at].word) or row.items[at].word in COMMON_WORDS)


def _is_known(row: Row, at: int) -> bool:
    """Whether it is a word of every day, and no actor of policy."""
    return bool(row.parts[at]) and not row.parts[at] & sets.ACTORS


def _says(row: Row, at: int, listed: ListedNames) -> bool:
    """Whether a word says something and is rather of a sentence than of a name."""
    item = row.items[at]
    if item.sort is Sort.DATE:
        return not row.follows(at + 1).form
    word, parts = item.word, lexicon().parts(item.word)
    if not _is_word(row, at) or item.ends_names or item.generic or is_given(word) or parts & sets.ACTORS:
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


def _is_strange(item: Item) -> bool:
    return len(item.word) >= SHORTEST and item.word.isascii() and not is_known(item.word)


def _listed_in(row: Row, items: list[Item], listed: ListedNames) -> Iterator[int]:
    """The places of listed names: of two words that are a phrase of every day only behind a word of the way."""
    told = [bool(item.word) and (not is_known(item.word) or lexicon().is_rare(item.word)) for item in items]
    phrases = [act for act in row.acts if act.last - act.first >= _PAIR]
    for first, last, _, strong in names_in(items, listed, told):
        phrase = last - first <= _PAIR and any(act.first <= first and last <= act.last for act in phrases)
        plays = last - first == 1 and lexicon().plays(items[first].word)
        way = row.item(first - 1).word in sets.WAYS
        if strong and not plays and (way or not phrase):
            yield from range(first, last)


def _firms_in(row: Row, items: list[Item]) -> Iterator[int]:
    """The places of what stands before legal forms, back to a word that does something."""
    for at, item in enumerate(items):
        form, then = is_form(item.word) and not item.generic, row.follows(at + 1)
        if item.word in _SAYS:  # LARSEN AS PAID; and no PAID AS AGREED
            form = form and (then.apart or bool(row.parts[at + 1] & sets.DOING)) and not _leads(row.item(at - 1))
        if not at or item.apart or not (form or item.generic):
            continue
        first = at
        while first and not items[first].apart and not _leads(items[first - 1]):
            first -= 1
        towards = row.item(first - 1).word in sets.WAYS and lexicon().is_rare(items[first].word)  # to LARSEN SHIPPING
        if first < at and (form or towards):
            yield from range(first, at + 1)


def _leads(item: Item) -> bool:
    does = item.word in sets.MOVES or lexicon().parts(item.word) & sets.DOING
    plays = bool(does) and not is_given(item.word) and item.word not in sets.NAME_ENDS
    return not item.word or item.word in _SAYS | sets.SPLITTERS or item.word == "of" or plays
