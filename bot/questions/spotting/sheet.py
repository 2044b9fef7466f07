"""A text with its known phrases put under marks, each as long as what it covers, so that places stay what they were.

A phrase that says something by itself ("on the SDN list", "since March 1", "option B", a quotation) is spotted once,
the surest sort first; later patterns see a mark in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from bot.questions.ask import Subject
from bot.questions.spotting.lexicon import is_form, language_of, sets

MOST = 256  # spans of one sort in one text; what is beyond stays words


SHORT, BEGINNING = 3, 4  # letters by which a word is told
Beginnings = frozenset[str]
ANY = Beginnings()
Value = Callable[[re.Match[str]], Any]  # of a span, told from what was found
_WORD, _DIGIT, _YEAR = re.compile(r"[^\W\d_]+"), re.compile(r"\d"), re.compile(r"(?<!\d)\d{4}(?!\d)")


def beginnings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group()[:BEGINNING] for word in words if (found := _WORD.search(word.casefold())))


class Sort(Enum):
    """What a span says. The value is its mark, a character that cleaned text cannot hold."""

    WORD = ""
    QUOTED = "\ue000"
    LISTS = "\ue100"
    DATE = "\ue200"
    OPTIONS = "\ue300"
    PROGRAMS = "\ue400"
    MEASURES = "\ue500"
    BORN = "\ue600"
    NUMBER = "\ue700"
    COUNTRY = "\ue800"
    ZONE = "\ue900"
    LICENSE = "\ueb00"
    OTHER_LIST = "\uec00"  # a list that no reader knows
    LAW = "\ued00"
    INITIAL = "\uee00"  # what names begin with
    ASIDE = "\uea00"  # a number that names nobody: of an account, of a tax office

    __hash__ = object.__hash__  # Enum's own runs code at each look into a table


class Span(NamedTuple):
    start: int
    end: int
    sort: Sort
    value: Any


class Sheet:
    """The text as marked so far, and the spans."""

    def __init__(self, text: str) -> None:
        self.whole = self.text = text
        self.spans: list[Span] = []
        self._has_digits = _DIGIT.search(text) is not None
        self._begun = {word[:size] for word in _WORD.findall(text.casefold()) for size in (SHORT, BEGINNING)}

    @property
    def has_digits(self) -> bool:
        """Whether figures stand in it that are under no mark."""
        return self._has_digits and _DIGIT.search(self.text) is not None

    def may_hold(self, beginnings: frozenset[str]) -> bool:
        """Whether a word of the text begins with one of the beginnings (SHORT or BEGINNING letters): what
        a sort of span needs is looked for before the sort, which costs more."""
        return not beginnings.isdisjoint(self._begun)

    def mark(self, sort: Sort, spans: Iterable[tuple[int, int, Any]]) -> None:
        """Put the spans (start, end, value), which are in order, under marks."""
        if not (spans := list(spans)):
            return
        many = len(self.spans) + len(spans) > MOST
        count, pieces, done = many and sum(span.sort is sort for span in self.spans), list[str](), 0
        for start, end, value in spans:
            if start < done or count >= MOST:
                continue
            count += 1
            self.spans.append(Span(start, end, sort, value))
            pieces += [self.text[done:start], sort.value * (end - start)]
            done = end
        self.text = "".join([*pieces, self.text[done:]])

    def mark_all(self, sort: Sort, pattern: re.Pattern[str], value: Value, telling: Beginnings = ANY) -> None:
        """Mark every match of `pattern` for which `value` gives something; white space around it stays out. `telling`:
        the beginnings of words without which there is none."""
        if telling and telling.isdisjoint(self._begun):
            return
        found = []
        for match in pattern.finditer(self.text):
            if given := value(match):
                words = match.group()
                start = match.end() - len(words.lstrip())
                found.append((start, start + len(words.strip()), given))
        if found:
            self.mark(sort, found)


class Item(NamedTuple):
    """A word, or a span that says something by itself. `word` is folded, "" for a span; `apart`: what stands before it
    ends a name; `after_comma`: no more than a comma does. Of how it is written (told once of a word): `splits`: it
    stands between names, or behind one: ou, est, de, not OU, EST, DE; `form`: it is a legal form; `generic`: many names
    share it; `ends_names`: they end in it."""

    text: str
    word: str
    sort: Sort
    value: Any
    start: int
    end: int
    apart: bool
    after_comma: bool
    small: bool
    capital: bool
    splits: bool
    form: bool
    generic: bool
    ends_names: bool

    def read_as(self, text: str | None = None, word: str | None = None) -> Item:
        """It in other letters, or as another word."""
        return item_of(self.text if text is None else text, self.word if word is None else word, *self[2:8])

    @property
    def caseless(self) -> bool:
        """Whether it is written in a script without capitals: Arabic, Hangul, Chinese."""
        return self.text.isalpha() and self.text.lower() == self.text.upper()

    @property
    def unspaced(self) -> bool:
        """Whether it is written in a script that parts no words, or ties what it says to them: Chinese, Japanese,
        Korean."""
        return "\u3040" <= self.text[:1] <= "\u9fff" or "\uac00" <= self.text[:1] <= "\ud7a3"

    @property
    def names_a_year(self) -> bool:
        """Whether it is a day with its year, of which no name is: 1 May 2025."""
        return self.sort is Sort.DATE and _YEAR.search(self.text) is not None


def item_of(text: str, word: str, sort: Sort, value: Any, start: int, end: int, apart: bool, after_comma: bool) -> Item:
    return Item(text, word, sort, value, start, end, apart, after_comma, *_look_of(text, word))


@lru_cache(maxsize=4_000)
def _look_of(text: str, word: str) -> tuple[bool, bool, bool, bool, bool, bool]:
    small, capital = text.islower(), text[:1].isupper() or (text[:1].isdigit() and any(map(str.isupper, text)))
    splits = small and any(word in each for each in (sets.SPLITTERS, sets.BE, sets.HENCE))
    ends = word in sets.NAME_ENDS and not splits
    return small, capital, splits, is_form(word) and not splits, word in sets.GENERIC, ends


NOWHERE = item_of("", "", Sort.WORD, None, 0, 0, apart=True, after_comma=False)  # what stands beyond the ends of a row


class Act(NamedTuple):
    """Items `first` to `last` (exclusive) that play a part in asking."""

    part: str
    first: int
    last: int


class Surety(IntEnum):
    """Who vouches for a name."""

    NOBODY = 0  # words in small letters that are not known
    CAPITALS = 1  # written as a name is
    LISTED = 2  # the index, an identifier, a label
    QUOTED = 3


@dataclass(frozen=True, slots=True)
class PartySpan:
    """A name at items `first` to `last` (exclusive), facts beside it included. `owner`: it says whose the next is;
    `borne`: one word, which names on lists hold, or a quotation that is one; `place`: it is what a place is called;
    `formed`: it has a legal form."""

    first: int
    last: int
    subject: Subject
    surety: Surety
    owner: bool = False
    borne: bool = False
    place: bool = False
    formed: bool = False

    @property
    def sure(self) -> bool:
        """Whether the index, an identifier, a quotation or a legal form says that it is a name."""
        return self.surety > Surety.CAPITALS or self.formed

    @property
    def is_no_place(self) -> bool:
        """Whether the index knows it, or another says that it is a name, and it is no place's."""
        return not self.place and (self.borne or self.sure)


def covered(acts: Iterable[Act | PartySpan]) -> set[int]:
    """The places of the items of acts or spans."""
    found = set[int]()
    for each in acts:
        found.update(range(each.first, each.last))
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """The items of a stretch of text, in order, and the acts among them."""

    text: str
    items: tuple[Item, ...]
    acts: tuple[Act, ...] = ()
    parts: tuple[frozenset[str], ...] = ()  # what each item does in asking, by itself or in a phrase
    plays: frozenset[str] = frozenset()  # all of these: most rules wait for one
    words: frozenset[str] = frozenset()  # all words, likewise

    @property
    def shouted(self) -> bool:
        """Whether it stands in capitals that say something: it is no sentence that is read as in small letters."""
        return self.text.isupper() and not any(item.small for item in self.items)

    @property
    def german(self) -> bool:
        """Whether it is a German sentence, told by its commonest words: all nouns in it have capitals, and none of
        those that are known is a name for it."""
        if not any(item.capital for item in self.items[1:]):
            return False
        return language_of([i.word for at, i in enumerate(self.items) if i.small or (at == 0 and i.word)]) == "de"

    def item(self, at: int) -> Item:
        return self.items[at] if 0 <= at < len(self.items) else NOWHERE

    def follows(self, at: int) -> Item:
        """The item there, where nothing parts it from the one before."""
        return NOWHERE if self.item(at).apart else self.items[at]

    def said(self, first: int, last: int) -> str:
        """The text of items `first` to `last` (exclusive)."""
        return self.text[self.items[first].start : self.items[last - 1].end]

    def before(self, at: int) -> str:
        """The text between an item and the one before it; at the end, what is left."""
        return self.text[self.items[at - 1].end if at else 0 : self.items[at].start if at < len(self.items) else None]
