"""A text without small letters that says something: its names stay in capitals, and all else is read as in small
letters, as the same text is usually written ("THE CARGO OF BEHSHAD WAS SOLD TO HANSEN APS")."""

from __future__ import annotations

from collections.abc import Container, Iterator

from bot.questions.spotting.items import row_of
from bot.questions.spotting.lexicon import OF_FORMS, is_form, is_given, is_known, lexicon, sets
from bot.questions.spotting.names import SHORTEST, ListedNames, names_in
from bot.questions.spotting.sheet import Item, Row, Sort

_SAYS = sets.WAYS | sets.BE | sets.FUNCTION_WORDS
_DOES = {"deal", "links", "somebody", "kin", "screen", "smalltalk"}
_PAIR = 2  # words of a name, which may be a phrase of every day


def as_usually_written(row: Row, listed: ListedNames) -> Row:
    """The row; of a sentence in capitals in which a party is named, with capitals only where one is."""
    if not row.text.isupper() or listed.is_name(row.text):
        return row
    items = [item._replace(text=row.text[item.start : item.end]) if item.word else item for item in row.items]
    known, firms = set(_listed_in(row, items, listed)), set(_firms_in(row, items))
    if not (known | firms) or not (row.shouted is False or _is_sentence(row, items, known, firms)):
        return row
    kept = known | firms | {at for at, item in enumerate(items) if _is_strange(item)}
    kept |= {at for at, item in enumerate(items) if at - 1 in kept and item.ends_names and not item.apart}
    plain = {at for at, item in enumerate(items) if (item.word or item.sort is Sort.DATE) and at not in kept}
    cased = (item._replace(text=item.text.lower()) if at in plain else item for at, item in enumerate(items))
    return row_of(row.text, list(cased))


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
            form = form and (then.apart or bool(row.parts[at + 1] & _DOES)) and not _leads(row.item(at - 1))
        if not at or item.apart or not (form or item.generic):
            continue
        first = at
        while first and not items[first].apart and not _leads(items[first - 1]):
            first -= 1
        towards = row.item(first - 1).word in sets.WAYS and lexicon().is_rare(items[first].word)  # to LARSEN SHIPPING
        if first < at and (form or towards):
            yield from range(first, at + 1)


def _does(item: Item) -> bool:
    return item.word in sets.MOVES or bool(lexicon().parts(item.word) & _DOES)


def _leads(item: Item) -> bool:
    plays = _does(item) and not is_given(item.word) and item.word not in sets.NAME_ENDS
    return not item.word or item.word in _SAYS | sets.SPLITTERS or item.word == "of" or plays


def _is_sentence(row: Row, items: list[Item], known: Container[int], firms: Container[int]) -> bool:
    """Whether words about the names say something of them: two of grammar, of a way or a dealing, one of these behind a
    name ("X PAID Y"), or what is of a listed one ("DISCHARGE OF BEHSHAD")."""
    rest = [at for at, item in enumerate(items) if item.word and at not in known and at not in firms]
    does = [at for at in rest if _does(items[at]) and not items[at].ends_names and items[at].word not in OF_FORMS]
    says = [at for at in rest if at in does or items[at].word in sets.OF_GRAMMAR]
    of = (at for at in rest if items[at].word == "of" and at - 1 in rest and at + 1 in known)
    between = any(at - 1 in known or at - 1 in firms for at in does)
    told = any(at in known for at in range(len(items)))
    return between or (told and (any(of) or len(says) > 1)) or (bool(does) and len(says) > len(does))
