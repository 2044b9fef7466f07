"""What some entries say of one kind of fact: their texts, words and forms, folded together, not one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress, groupby, islice, repeat

from bot.lists.soundness.kinds import IDENTIFIERS, PLAIN, Kind
from bot.sanctions.listing import Listing

AT_ONCE = 500  # listings
FEW_PLACES = 100
FREE = ("website", "email", "phone", "wallet", "other")  # numbers of no form, and not of one party alone
_BETWEEN = "\0"  # texts
LETTER, DIGIT = "a", "9"
_OF_ALL = ((DIGIT, str.isdecimal), ("small letters", str.islower))  # forms of a whole text
_SMALL = bytes(ord(chr(code).lower()) for code in range(128)).ljust(256)
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != "\n")
_ALNUM = bytes(code for code in range(128) if chr(code).isalnum())
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
    def together(self) -> str:
        """The texts, one a line."""
        return "\n".join(self.texts)

    @cached_property
    def in_small_letters(self) -> str:
        """Those of plain texts."""
        return self.together.lower() if self.together.isascii() else ""

    @cached_property
    def ids(self) -> list[str]:
        """Whose the texts are."""
        ids = [one.entity_id for one in self.listings]
        whose = chain.from_iterable(map(repeat, ids, map(len, self._items)))
        return [*whose] if self.texts is self._with_empty else [*compress(whose, self._with_empty)]

    def ids_at(self, places: Sequence[int]) -> list[str]:
        """Whose the texts at these places are: of a few, quicker than all ids."""
        if len(places) > FEW_PLACES or self.texts is not self._with_empty:
            return [self.ids[at] for at in places]
        ends = [*accumulate(map(len, self._items))]
        return [self.listings[bisect_right(ends, at)].entity_id for at in places]

    @cached_property
    def _items(self) -> list[Sequence[object]]:
        return [*map(self.kind.items, self.listings)]

    @cached_property
    def _with_empty(self) -> list[str]:
        texts = self.kind.read(chain.from_iterable(self._items))
        return texts if isinstance(texts, list) else [*texts]

    @cached_property
    def values(self) -> list[str]:
        """The texts folded, "" for those without a letter or digit."""
        return self.kind.fold_all(self.texts)

    @cached_property
    def keys(self) -> list[str]:
        """The letters and digits of each text: texts that are equal when folded have the same."""
        texts, together = self.texts, self.together
        if not (plain := together.isascii()):
            together = "\n".join([text if text.isascii() else "" for text in texts])
        keys = together.encode().translate(_SMALL, _SIGNS).decode().split("\n") if texts else []
        if len(keys) != len(texts):  # a text of several lines
            keys = [text.encode(errors="ignore").translate(_SMALL, _SIGNS + b"\n").decode() for text in texts]
        at = [] if plain else [n for n, text in enumerate(texts) if not text.isascii()]
        for n, value in zip(at, self.kind.fold_all([texts[n] for n in at]), strict=True):
            keys[n] = key_of(value)
        return keys

    def having(self, keys: AbstractSet[str]) -> Iterator[tuple[str, str]]:
        """The values (folded) of these letters and digits, each with the id of its entry."""
        at = [] if keys.isdisjoint(self.keys) else [n for n, key in enumerate(self.keys) if key in keys]
        if not at:
            return iter(())
        texts = [self.texts[n] for n in at]
        distinct = [*dict.fromkeys(texts)]  # of addresses, hundreds are a country and nothing else
        values = dict(zip(distinct, self.kind.fold_all(distinct), strict=True))
        return zip(self.ids_at(at), map(values.__getitem__, texts), strict=True)

    def with_any(self, words: AbstractSet[str]) -> Iterator[tuple[str, str]]:
        """The values (folded) that may have any of these words, each with the id of its entry."""
        lines = self.in_small_letters.split("\n")
        if not self.together.isascii() or len(lines) != len(self.texts):  # a text may have several lines
            return zip(self.ids, self.values, strict=True)
        at = [n for n, line in enumerate(lines) if any(map(line.__contains__, words))]
        return zip(self.ids_at(at), self.kind.fold_all([self.texts[n] for n in at]), strict=True) if at else iter(())

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
        """`*` for a sign, `(…` and `…)` for one at an end; of what is nothing but digits `9`, `small letters` where
        all are, and of a number its type and `9a9`: letters and digits as they follow each other."""
        return forms_of(self)


def key_of(value: str) -> str:
    """The letters and digits of a folded text."""
    return "".join(filter(str.isalnum, value))


def said(kind: Kind, listings: Iterable[Listing]) -> Iterator[Said]:
    """What the listings say, some hundreds of them at a time."""
    rest = iter(listings)
    while several := list(islice(rest, AT_ONCE)):
        yield Said(kind, several)


def may_have(some: Said, words: Iterable[str]) -> bool:
    """Whether any of these words may be among them: of plain texts, whether it stands anywhere in them."""
    return not some.together.isascii() or any(map(some.in_small_letters.__contains__, words))


def words_among(some: Said, words: AbstractSet[str]) -> set[str]:
    """Which of these words there are: `words_of` and these, but quicker."""
    if not some.together.isascii():
        return {*words} & {*words_of(some)}
    spaced = f" {some.together.encode().translate(PLAIN).decode()} "
    return {word for word in words if f" {word} " in spaced}


def words_of(some: Said) -> list[str]:
    together = some.together
    return together.encode().translate(PLAIN).decode().split() if together.isascii() else words_within(some.values)


def words_within(values: Iterable[str]) -> list[str]:
    """The words of folded texts."""
    return " ".join(values).replace("|", " ").split()


def forms_of(some: Said) -> set[str]:
    """Every form in some texts."""
    texts, forms = some.texts, set[str]()
    if some.kind is IDENTIFIERS:
        texts = [*filter(None, some.numbers)]
        forms |= _number_forms(some)
    else:
        forms |= {form for form, is_so in _OF_ALL if any(map(is_so, texts))}
    forms |= {sign for sign in _signs("".join(texts)) if not sign.isalnum() and sign != " "}
    forms |= {f"{sign}…" for sign in {text[0] for text in texts} if not sign.isalnum()}
    return forms | {f"…{sign}" for sign in {text[-1] for text in texts} if not sign.isalnum()}


def having(some: Said, forms: AbstractSet[str]) -> AbstractSet[str]:
    """Which of these forms there are: `some.forms` and these, but quicker."""
    texts = some.numbers if some.kind is IDENTIFIERS else some.texts
    together = _BETWEEN.join(["", *texts, ""])
    found = {form for form in forms if any(probe in together for probe in _probes(form))}
    found |= {form for form, is_so in _OF_ALL if form in forms and any(map(is_so, texts))}
    if some.kind is IDENTIFIERS:
        found |= _number_forms(some)
    return found & forms


def _probes(form: str) -> Iterator[str]:
    """What shows a sign, or one at an end, in texts that are joined."""
    if len(form) == 1 and not form.isalnum():
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
    signs = {form for form in forms if len(form) == 1 and not form.isalnum()}
    firsts = {form[0] for form in forms if len(form) == 2 and form[1] == "…"}
    lasts = {form[1] for form in forms if len(form) == 2 and form[0] == "…"}
    whole = [(form, is_so) for form, is_so in _OF_ALL if form in forms]
    for one, text in texts:
        if not signs.isdisjoint(text):
            yield from ((sign, one) for sign in signs.intersection(text))
        if text[0] in firsts:
            yield f"{text[0]}…", one
        if text[-1] in lasts:
            yield f"…{text[-1]}", one
        for form, is_so in whole:
            if is_so(text):
                yield form, one
