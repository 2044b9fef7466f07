"""What many entries say of one kind of fact, gathered in one pass: their texts are folded together, not one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, compress, groupby, islice, repeat

from bot.lists.soundness.kinds import IDENTIFIERS, PLAIN, Kind
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import Sign
from bot.sanctions.listing import Listing

AT_ONCE = 500  # listings
FREE = ("website", "email", "phone", "wallet", "other")  # numbers of no form, and not of one party alone
WORDED = ("titles", "nationalities", "citizenships", "addresses", "birth_places", "genders", "craft")
FORMED = ("name", "aliases", "birth_dates", "identifiers", "addresses")
FEW_NEW = 6  # entries, in which a word is that no entry had
COMMON_NEW = 0.007  # and so many of those that came or changed
_BETWEEN = "\0"  # texts
LETTER, DIGIT = "a", "9"
_ALNUM = bytes(code for code in range(128) if chr(code).isalnum())
SMALL = bytes(ord(chr(code).lower()) for code in range(128)).ljust(256)
SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != "\n")
_ASCII_FORM = bytes.maketrans(_ALNUM, bytes(ord(DIGIT if chr(code).isdigit() else LETTER) for code in _ALNUM))


@dataclass
class Said:
    """The texts of some entries of one kind of fact, as published, without empty ones."""

    kind: Kind
    listings: Sequence[Listing]

    @cached_property
    def texts(self) -> list[str]:
        texts = self._with_empty
        return texts if all(texts) else [*filter(None, texts)]

    @cached_property
    def ids(self) -> list[str]:
        """Whose the texts are."""
        ids = [one.entity_id for one in self.listings]
        whose = chain.from_iterable(map(repeat, ids, map(len, map(self.kind.items, self.listings))))
        return [*whose] if self.texts is self._with_empty else [*compress(whose, self._with_empty)]

    @cached_property
    def _with_empty(self) -> list[str]:
        texts = self.kind.read(chain.from_iterable(map(self.kind.items, self.listings)))
        return texts if isinstance(texts, list) else [*texts]

    @cached_property
    def values(self) -> list[str]:
        """The texts folded, "" for those without a letter or digit."""
        return self.kind.fold_all(self.texts)

    @cached_property
    def types(self) -> list[str]:
        """Of identifiers."""
        return [number.type for one in self.listings for number in one.identifiers]

    @cached_property
    def numbers(self) -> list[str]:
        """Of identifiers, as published without their types."""
        return [number.value for one in self.listings for number in one.identifiers]

    @cached_property
    def alike(self) -> list[str]:
        """The numbers with one letter for any and one digit for any, where that is quickly done: many are the same."""
        together = "\n".join(self.numbers)
        alike = together.encode().translate(_ASCII_FORM).decode().split("\n") if together.isascii() else []
        return alike if len(alike) == len(self.numbers) else self.numbers

    @cached_property
    def forms(self) -> set[str]:
        """`*` for a sign, `(…` and `…)` for one at an end; of what is nothing but digits `9`, and of a number its type
        and `9a9`: letters and digits as they follow each other."""
        return forms_of(self)


def said(kind: Kind, listings: Iterable[Listing]) -> Iterator[Said]:
    """What the listings say, some hundreds of them at a time."""
    rest = iter(listings)
    while several := list(islice(rest, AT_ONCE)):
        yield Said(kind, several)


@dataclass(slots=True)
class Gathered:
    """Of the values, words and forms that were asked for: whose they are, and which there are."""

    owners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def gathered(
    kind: Kind,
    listings: Iterable[Listing],
    values: frozenset[str] = frozenset(),
    words: frozenset[str] = frozenset(),
    forms: frozenset[str] = frozenset(),
) -> Gathered:
    """What the listings say of these values and words (folded) and forms. No more are looked at than are needed."""
    all_of, keys = Gathered(), frozenset(_keys([*values])[0])
    for some in said(kind, listings):
        if keys:
            _add_owners(all_of, some, values, keys)
        if left := words - all_of.words:
            all_of.words |= left.intersection(_words_of(some))
        if missing := forms - all_of.forms:
            all_of.forms |= having(some, missing)
        if not values and all_of.words == words and all_of.forms == forms:
            break
    return all_of


def _add_owners(all_of: Gathered, some: Said, values: frozenset[str], keys: frozenset[str]) -> None:
    """Only texts that may be one of the values are folded: those of the same letters and digits, and those that are not
    ASCII."""
    found, plain = _keys(some.texts)
    if plain and keys.isdisjoint(found):
        return
    at = [n for n, key in enumerate(found) if key in keys or not (plain or some.texts[n].isascii())]
    for n, value in zip(at, some.kind.fold_all([some.texts[n] for n in at]), strict=True):
        if value in values:
            all_of.owners[value].add(some.ids[n])


def _keys(texts: Sequence[str]) -> tuple[list[str], bool]:
    """The letters and digits of each text, and whether all are ASCII; of one that is not, nothing that means anything.
    Texts that are equal when folded have the same."""
    together = "\n".join(texts)
    if not (plain := together.isascii()):
        together = "\n".join([text if text.isascii() else "" for text in texts])
    keys = together.encode().translate(SMALL, SIGNS).decode().split("\n") if texts else []
    if len(keys) != len(texts):  # a text of several lines
        keys = [text.encode(errors="ignore").translate(SMALL, SIGNS + b"\n").decode() for text in texts]
    return keys, plain


def _words_of(some: Said) -> list[str]:
    together = " ".join(some.texts)
    return together.encode().translate(PLAIN).decode().split() if together.isascii() else _words(some.values)


def _words(values: Iterable[str]) -> list[str]:
    """The words of folded texts."""
    return " ".join(values).replace("|", " ").split()


def forms_of(some: Said) -> set[str]:
    """Every form in some texts."""
    texts, forms = some.texts, set[str]()
    if some.kind is IDENTIFIERS:
        texts = [*filter(None, some.numbers)]
        forms |= _number_forms(some)
    elif any(map(str.isdecimal, texts)):
        forms.add(DIGIT)
    forms |= {sign for sign in _signs("".join(texts)) if not sign.isalnum() and sign != " "}
    forms |= {f"{sign}…" for sign in {text[0] for text in texts} if not sign.isalnum()}
    return forms | {f"…{sign}" for sign in {text[-1] for text in texts} if not sign.isalnum()}


def having(some: Said, forms: AbstractSet[str]) -> AbstractSet[str]:
    """Which of these forms there are: `some.forms` and these, but quicker."""
    texts = some.numbers if some.kind is IDENTIFIERS else some.texts
    together = _BETWEEN.join(["", *texts, ""])
    found = {form for form in forms if any(probe in together for probe in _probes(form))}
    if any(map(str.isdecimal, texts)):
        found.add(DIGIT)
    if some.kind is IDENTIFIERS:
        found |= _number_forms(some)
    return found & forms


def _probes(form: str) -> Iterator[str]:
    """What shows a sign, or one at an end, in texts that are joined."""
    if len(form) == 1 and form != DIGIT:
        yield form
    elif len(form) == 2 and form[1] == "…":
        yield f"{_BETWEEN}{form[0]}"
    if len(form) == 2 and form[0] == "…":
        yield f"{form[1]}{_BETWEEN}"


def _signs(text: str) -> set[str]:
    """What may be a sign in a text; of a plain one, the letters and digits are left out at once."""
    return set(text.encode().translate(None, _ALNUM).decode() if text.isascii() else text)


def _number_forms(some: Said) -> set[str]:
    """The forms of numbers, by their type."""
    several = {(of, form) for of, form in zip(some.types, some.alike, strict=True) if form and of not in FREE}
    return {f"{of} {_form(form)}" for of, form in several}


@lru_cache(maxsize=50_000)
def _form(number: str) -> str:
    plain = (LETTER if sign.isalpha() else DIGIT if sign.isdigit() else sign for sign in number)
    return "".join(sign for sign, _ in groupby(plain))


def bearers(some: Said, forms: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Each of these forms with the id of every entry that has it."""
    texts = [*zip(some.ids, some.texts, strict=True)]
    if some.kind is IDENTIFIERS:
        types = {form.partition(" ")[0] for form in forms if " " in form}
        for one, of, number in zip(some.ids, some.types, some.alike, strict=True):
            if of in types and number and (form := f"{of} {_form(number)}") in forms:
                yield form, one
        texts = [(one, number) for one, number in zip(some.ids, some.numbers, strict=True) if number]
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
        self._changed: defaultdict[str, list[Listing]] = defaultdict(list)
        for (_, now), fields in zip(seen.pairs, seen.fields, strict=True):
            for one in fields:
                self._changed[one].append(now)
        self._said: dict[str, list[Said]] = {}
        self._came: dict[str, list[tuple[str, str]]] = {}
        self._many_words: dict[str, frozenset[str]] = {}
        self._many = max(FEW_NEW, COMMON_NEW * (len(seen.pairs) + len(seen.added)))
        self._before: dict[str, Gathered] = {}

    def said(self, kind: Kind) -> list[Said]:
        """What came says, and what was changed in this kind of fact: much less than an edition."""
        if kind.key not in self._said:
            changed = self._changed[kind.field]
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

    def forms(self, kind: Kind) -> frozenset[str]:
        """The forms that came."""
        if kind.key not in FORMED or not self._with_forms:
            return frozenset()
        return frozenset().union(*(some.forms for some in self.said(kind)))

    def many_words(self, kind: Kind) -> frozenset[str]:
        """The words that many have of those that came or changed, and that no entry had before."""
        if kind.key not in self._many_words:
            words = Counter[str]()
            for some in self.said(kind):
                words.update(_words_of(some))
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
            self._before[kind.key] = gathered(kind, self.seen.old.values(), values, words, self.forms(kind))
        return self._before[kind.key]
