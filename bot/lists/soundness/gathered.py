"""What many entries say of one kind of fact, gathered in one pass: their texts are folded together, not one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import attrgetter

from bot.lists.soundness.kinds import IDENTIFIERS, Kind
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import Sign
from bot.sanctions.listing import Listing

AT_ONCE = 500  # listings
FREE = ("website", "email", "phone", "wallet", "other")  # numbers of no form, and not of one party alone
WORDED = ("titles", "nationalities", "citizenships", "addresses", "birth_places", "genders", "craft")
FORMED = ("name", "aliases", "birth_dates", "identifiers", "addresses")
FEW_NEW = 10  # entries, in which a word is that no entry had
COMMON_NEW = 0.012  # and so many of those that came or changed
LETTER, DIGIT = "a", "9"
_ALNUM = bytes(code for code in range(128) if chr(code).isalnum())
_ASCII_FORM = bytes.maketrans(_ALNUM, bytes(ord(DIGIT if chr(code).isdigit() else LETTER) for code in _ALNUM))


@dataclass
class Said:
    """The texts of some entries of one kind of fact, as published, without empty ones."""

    kind: Kind
    listings: Sequence[Listing]

    @cached_property
    def texts(self) -> list[str]:
        has, raw = attrgetter(self.kind.field), self.kind.raw
        return [text for one in self.listings if has(one) for text in raw(one) if text]

    @cached_property
    def ids(self) -> list[str]:
        """Whose the texts are."""
        has, raw = attrgetter(self.kind.field), self.kind.raw
        return [one.entity_id for one in self.listings if has(one) for text in raw(one) if text]

    @cached_property
    def values(self) -> list[str]:
        """The texts folded, "" for those without a letter or digit."""
        return self.kind.fold_all(self.texts)

    @cached_property
    def numbers(self) -> list[tuple[str, str]]:
        """Of identifiers: type, and value as published."""
        return [text.partition(" ")[::2] for text in self.texts]


def said(kind: Kind, listings: Iterable[Listing]) -> Iterator[Said]:
    """What the listings say, some hundreds of them at a time."""
    rest = iter(listings)
    while several := list(islice(rest, AT_ONCE)):
        yield Said(kind, several)


@dataclass(slots=True)
class Gathered:
    """Of the values and words that were asked for: whose they are, and which there are; and every form."""

    owners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def gathered(
    kind: Kind,
    listings: Iterable[Listing],
    values: frozenset[str] = frozenset(),
    words: frozenset[str] = frozenset(),
    forms: bool = True,
) -> Gathered:
    """What the listings say of these values and words (folded)."""
    all_of, forms = Gathered(), forms and kind.key in FORMED
    for some in said(kind, listings):
        if here := values and values.intersection(some.values):
            for one, value in zip(some.ids, some.values, strict=True):
                if value in here:
                    all_of.owners[value].add(one)
        if left := words - all_of.words:
            together = " ".join(some.values)
            if any(word in together for word in left):
                all_of.words |= left.intersection(_words(some.values))
        if forms:
            all_of.forms |= forms_of(some)
        elif not values and all_of.words == words:
            break  # no more are looked at than are needed
    return all_of


def _words(values: Iterable[str]) -> list[str]:
    """The words of folded texts."""
    return " ".join(values).replace("|", " ").split()


def forms_of(some: Said) -> set[str]:
    """`*` for a sign, `(…` and `…)` for one at an end; of what is nothing but digits `9`, and of a number its type and
    `9a9`: letters and digits as they follow each other."""
    texts, forms = some.texts, set[str]()
    if some.kind is IDENTIFIERS:
        numbers = some.numbers
        texts = [number for _, number in numbers if number]
        forms |= _number_forms(numbers)
    elif any(map(str.isdecimal, texts)):
        forms.add(DIGIT)
    forms |= {sign for sign in _signs("".join(texts)) if not sign.isalnum() and sign != " "}
    forms |= {f"{sign}…" for sign in {text[0] for text in texts} if not sign.isalnum()}
    return forms | {f"…{sign}" for sign in {text[-1] for text in texts} if not sign.isalnum()}


def _signs(text: str) -> set[str]:
    """What may be a sign in a text; of a plain one, the letters and digits are left out at once."""
    return set(text.encode().translate(None, _ALNUM).decode() if text.isascii() else text)


def _number_forms(numbers: Sequence[tuple[str, str]]) -> set[str]:
    """The forms of numbers, by their type: many numbers have the same form when letters and digits are told apart."""
    together = "\n".join([number for _, number in numbers])
    alike = together.encode().translate(_ASCII_FORM).decode().split("\n") if together.isascii() else []
    if len(alike) != len(numbers):
        alike = [number for _, number in numbers]
    several = {(of, form) for (of, _), form in zip(numbers, alike, strict=True) if form and of not in FREE}
    return {f"{of} {_form(form)}" for of, form in several}


@lru_cache(maxsize=50_000)
def _form(number: str) -> str:
    plain = (LETTER if sign.isalpha() else DIGIT if sign.isdigit() else sign for sign in number)
    return "".join(sign for sign, _ in groupby(plain))


def bearers(some: Said, forms: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Each of these forms with the id of every entry that has it."""
    texts = [*zip(some.ids, some.texts, strict=True)]
    if some.kind is IDENTIFIERS:
        for one, (of, number) in zip(some.ids, some.numbers, strict=True):
            if number and of not in FREE and (form := f"{of} {_form(number)}") in forms:
                yield form, one
        texts = [(one, number) for one, (_, number) in zip(some.ids, some.numbers, strict=True) if number]
    signs = {form for form in forms if len(form) == 1 and form != DIGIT}
    firsts = {form[0] for form in forms if len(form) == 2 and form[1] == "…"}
    lasts = {form[1] for form in forms if len(form) == 2 and form[0] == "…"}
    for one, text in texts:
        if not signs.isdisjoint(text):
            yield from ((sign, one) for sign in signs.intersection(text))
        if text[0] in firsts:
            yield f"{text[0]}…", one
        if text[-1] in lasts:
            yield f"…{text[-1]}", one
        if DIGIT in forms and text.isdecimal():
            yield DIGIT, one


class Fresh:
    """What came or was changed, and what the edition before says of it: each kind of fact is gone through once, for all
    findings together."""

    def __init__(self, found: Sequence[Sign], seen: Seen, with_forms: bool = True) -> None:
        self.seen, self._with_forms = seen, with_forms
        self._gained = {(sign.kind.key, sign.entity_id): sign.gained for sign in found if sign.gained}
        self._said: dict[str, list[Said]] = {}
        self._came: dict[str, list[tuple[str, str]]] = {}
        self._many_words: dict[str, frozenset[str]] = {}
        self._many = max(FEW_NEW, COMMON_NEW * (len(seen.pairs) + len(seen.added)))
        self._before: dict[str, Gathered] = {}

    def said(self, kind: Kind) -> list[Said]:
        """What came says, and what was changed in this kind of fact: much less than an edition."""
        if kind.key not in self._said:
            of = attrgetter(kind.field)
            changed = [now for was, now in self.seen.pairs if of(was) != of(now)]
            self._said[kind.key] = [*said(kind, changed), *said(kind, self.seen.added)]
        return self._said[kind.key]

    def came(self, kind: Kind) -> list[tuple[str, str]]:
        """The values (folded) that entries gained or came with, each with the id of the entry."""
        if kind.key not in self._came:
            came, gained = list[tuple[str, str]](), self._gained
            for some in self.said(kind):
                pairs = zip(some.ids, some.values, strict=True)
                if some.listings[0].entity_id in self.seen.old:
                    came += [(one, value) for one, value in pairs if value in gained.get((kind.key, one), ())]
                else:
                    came += [(one, value) for one, value in pairs if value]
            self._came[kind.key] = came
        return self._came[kind.key]

    def many_words(self, kind: Kind) -> frozenset[str]:
        """The words that many have of those that came or changed, and that no entry had before."""
        if kind.key not in self._many_words:
            words = Counter[str]()
            for some in self.said(kind):
                words.update(_words(some.values))
            self._many_words[kind.key] = frozenset(word for word, often in words.items() if often >= self._many)
        return self._many_words[kind.key] - self.before(kind).words if self._many_words[kind.key] else frozenset()

    def bearing(self, kind: Kind, words: frozenset[str]) -> dict[str, list[str]]:
        """Which entries have these words, where many have."""
        ids: dict[str, dict[str, None]] = {word: {} for word in sorted(words)}
        for some in self.said(kind):
            for one, value in zip(some.ids, some.values, strict=True):
                for word in words.intersection(_words([value])) if any(map(value.__contains__, words)) else ():
                    ids[word][one] = None
        return {word: [*several] for word, several in ids.items() if len(several) >= self._many}

    def before(self, kind: Kind) -> Gathered:
        """What the edition before says of what came, and every form that it has."""
        if kind.key not in self._before:
            values = frozenset(value for _, value in self.came(kind)) if kind.names_one else frozenset[str]()
            words = self._many_words.get(kind.key, frozenset[str]())
            self._before[kind.key] = gathered(kind, self.seen.old.values(), values, words, self._with_forms)
        return self._before[kind.key]
