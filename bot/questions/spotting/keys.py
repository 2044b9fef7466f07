"""Bare keys of options: which letters of a text are such, and which are initials, of a heading, articles."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.ask import Vocabulary
from bot.questions.spotting import named
from bot.questions.spotting.lexicon import is_given, lexicon, sets
from bot.questions.spotting.sheet import Item, Row, Sort

_ASKS_OF_OPTIONS = {"compare", "free", "frees", "options", "ranks", "suppose"}
_NAMING = {Sort.NUMBER, Sort.QUOTED, Sort.BORN}


def with_keys(text: str, items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """Bare keys of options as such: "A vs B", "and C?", "would it be in B". A letter in small only where others are
    compared with it; beside what may be a name only where relief is spoken of, and never as its initial."""
    letters = ((at, named.option_key(item.text)) for at, item in enumerate(items) if len(item.word) == 1)
    keys = {at for at, key in letters if key in vocabulary.options}
    if not keys:
        return items
    row_of_keys = len(keys) > 2 and sorted(keys) == list(range(len(items) - len(keys), len(items)))  # status of a b c
    several = len({items[at].word for at in keys}) > 1  # not "a delisting and a license"
    said = several and any("compare" in lexicon().parts(item.word) for item in items)
    compared = said or row_of_keys or len(items) <= 3
    row, found = Row(text, tuple(items)), list(items)
    beside_names = any(_may_be_a_name(row, at) for at in range(len(items)) if at not in keys)
    asking = [n for n, each in enumerate(items) if lexicon().parts(each.word) & _ASKS_OF_OPTIONS]
    taken = set[int]()
    for at in sorted(keys):
        item = items[at]
        behind = row.follows(at + 1).word
        ends = row.item(at - 1).word in sets.UNDER and (row.item(at + 1).apart or behind in sets.SPLITTERS)
        ends = ends or (item.word != "a" and row.item(at - 1).word in sets.ASKING_VERBS and lexicon().knows(behind))
        leads = item.word == "a" or (item.word == "в" and behind)  # "в санкциях"
        stands = item.text.isupper() or ends or (compared and (len(keys) > 1 or not leads))
        if not stands or _is_of_others(row, at, keys) or _is_article(row, at):
            continue
        unsaid = beside_names and not _is_spoken_of(row, at, taken, asking)
        if not (unsaid or _is_of_the_word_before(row, at, taken, beside_names=beside_names)):
            found[at] = Item(item.text, "", Sort.OPTIONS, (named.option_key(item.text),), *item[4:])
            taken.add(at)
    return found


def _is_of_others(row: Row, at: int, keys: set[int]) -> bool:
    """Whether it is of a name beside it, of a form (A/S), or of "A and B Shipping"."""
    then = row.item(at + 1).word
    compares = then in sets.SPLITTERS or "compare" in lexicon().parts(then)  # A v C
    letter = len(then) == 1 and then.isalpha() and at + 1 not in keys and not compares  # A/S
    unknown = not row.item(at + 1).apart and len(then) > 1 and not lexicon().knows(then)  # b senin
    if letter or unknown or any(_is_of_a_name(row, other) for other in (at - 1, at + 1)):
        return True
    return at + 2 in keys and _is_of_a_name(row, at + 3) and row.items[at + 1].word in sets.AMPERSANDS


def _is_article(row: Row, at: int) -> bool:
    """Whether an A begins a sentence of other words: "A certain Petrov called"; not "A or B"."""
    after = row.follows(at + 1).word
    does = lexicon().parts(after) - {"ordinary", "filler", "sure", "new", "somebody"}
    return at == 0 and row.items[at].word == "a" and len(after) > 2 and not does


def _is_of_a_name(row: Row, at: int) -> bool:
    """Whether the item is a capital word that a letter may belong to. (Not the first word: any is capital there.)"""
    item = row.follows(at)
    return at > 0 and item.capital and len(item.text) > 1 and item.sort is Sort.WORD


def _may_be_a_name(row: Row, at: int) -> bool:
    item = row.items[at]
    if item.sort in _NAMING:
        return True
    strange = not lexicon().knows(item.word) or (at > 0 and item.capital and not lexicon().plays(item.word))
    return bool(item.word) and not item.word.isdigit() and strange


def _is_of_the_word_before(row: Row, at: int, taken: set[int], *, beside_names: bool) -> bool:
    """Whether it is an initial ("senin v b", "Kerimov A") or says which of several things that word means ("Annex B",
    "series A"). `taken`: the places of keys before it."""
    before = row.items[at - 1] if at and not row.items[at].apart else None
    if before is None or not before.word or at - 1 in taken:
        return False
    parts = lexicon().parts(before.word)
    if len(before.word) == 1:  # A v B; "в Б", but an initial behind another
        joins = before.word in sets.SPLITTERS or (at - 2 in taken and "compare" in parts)
        small = row.items[at].small and bool(row.follows(at - 1).word) and _may_be_a_name(row, at - 2)  # сенин в б
        return not joins and (small or "filler" not in parts or before.text.isupper())
    return not parts or is_given(before.word) or (parts <= {"ordinary", "deal"} and (beside_names or before.capital))


def _is_spoken_of(row: Row, at: int, taken: set[int], asking: Sequence[int]) -> bool:
    """Whether words of relief or of comparing (`asking`: their places) stand with a key, and it heads no list ("A:
    ..."); "in" and "if" lead to one, "or" to the next."""
    before = row.item(at - 1).word
    if before in sets.WITHIN or before in sets.SUPPOSING or (at - 2 in taken and before in sets.SPLITTERS):
        return True
    heads = row.before(at + 1).lstrip().startswith((":", ")"))
    return not heads and any(other != at for other in asking)
