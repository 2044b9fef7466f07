"""Which names of a portfolio may be those of changed parties: by their words as the portfolio's index has them, and
where those leave it open by the score of the name. It costs a fraction of finding."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.screening.index.names import Names, Read
from bot.screening.judging.alignment import LONG_WORD
from bot.screening.judging.score import compare
from bot.screening.policy import MATCH
from bot.screening.search import Search
from bot.screening.weights import EXTRA, LEAST, PATRONYMIC
from bot.screening.words.legal_forms import may_be_mended
from bot.screening.words.naming import Naming, Word, naming_of
from bot.screening.words.normalise import may_be_servant
from bot.screening.words.published import letters_of
from bot.screening.words.spelling import CUT_FROM, LONG, Tables
from bot.screening.words.weak_words import Role

AT_ONCE = 256  # words of a portfolio of which it is looked up at once what they may mean


class Near:
    """Compares names with the few of an index of changes. Of one pass: what it has read is remembered."""

    def __init__(self, names: Names, search: Search) -> None:
        self._names, self._search = names, search
        self._listed: dict[int, tuple[Read, str]] = {}  # names as they are read, and their letters
        self._parties: dict[int, _Called] = {}
        self._meant: dict[tuple[str, bool], frozenset[int]] = {}  # the listed words that a word may mean

    def learn(self, namings: Iterable[Naming]) -> None:
        """Look up what the words of names may mean: many at once, for one by one that costs most."""
        words = {(word.text, word.traits.arabic): word.traits for naming in namings for word in naming.words}
        new = [traits for key, traits in words.items() if key not in self._meant]
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            for traits, found in zip(some, self._names.lexicon.variants(some), strict=True):
                self._meant[traits.text, traits.arabic] = frozenset(found.table)

    def left_open(self, asked: Naming, numbers: Iterable[int]) -> list[int]:
        """Of these listed names those whose party the name may still be, by its words alone: `learn` has met them.

        An upper bound: what the words of the name that are like none of the party's cost, were all others equal.
        """
        owners: dict[int, list[int]] = {}
        for number in numbers:
            owners.setdefault(int(self._names.owners[number]), []).append(number)
        return [number for owner, own in owners.items() if self._is_open(asked, self._called(owner)) for number in own]

    def may_match(self, text: str, numbers: Iterable[int]) -> bool:
        """Whether screening the text may find a party by one of these names, or by another of that party's."""
        asked = naming_of(text, is_listed=self._names.lexicon.holds)
        if not asked.words:
            return False
        tables, letters = self._search.tables_of(asked), letters_of(text)
        seen = set(numbers)
        likely: set[int] = set()
        for number in seen:
            score = self._may_fit(asked, letters, number, tables)
            if score >= MATCH:
                return True
            if score > LEAST:
                likely.update(self._called(int(self._names.owners[number])).numbers)
        return any(self._may_fit(asked, letters, number, tables) >= MATCH for number in likely - seen)

    def _may_fit(self, asked: Naming, letters: str, number: int, tables: Tables) -> float:
        """The score of one name; of one that stands whole in a longer text, and of one published so, a match's."""
        listed, own_letters = self._read(number)
        likeness = compare(asked, listed.naming, tables)
        if len(asked.core) > 1 and likeness.pairs and not any(not word.light for word in likeness.lacking):
            return MATCH
        score = self._search.judged(asked, listed, likeness).score
        return MATCH if score < MATCH and letters == own_letters else score

    def _is_open(self, asked: Naming, party: _Called) -> bool:
        if asked.short_form or any(word.traits.arabic for word in asked.words):
            return True
        agree = cost = 0.0
        covered: set[int] = set()
        strange: list[Word] = []
        for word in asked.words:
            meant = self._meant[word.text, False] & party.words
            covered |= meant
            if meant or _may_be_another(word.text, party):
                agree += (1 + word.weight) / 2  # as if it were paired with a name
            else:
                strange.append(word)
                cost += word.weight * (PATRONYMIC if word.role is Role.PATRONYMIC else 1)
        if agree >= MATCH * (agree + EXTRA * cost) or any(core <= covered for core in party.cores):
            return True
        return any(party.has_like(word.text) for word in strange) or party.is_written_so(asked)

    def _read(self, number: int) -> tuple[Read, str]:
        known = self._listed.get(number)
        if known is None:
            listed = next(self._names.read_all([number]))
            known = self._listed[number] = listed, letters_of(self._names.name(number).text)
        return known

    def _called(self, owner: int) -> _Called:
        known = self._parties.get(owner)
        if known is None:
            numbers = self._names.of_party(owner).tolist()
            known = self._parties[owner] = _Called.of(numbers, [self._read(number)[0].naming for number in numbers])
        return known


class _Called(NamedTuple):
    """What a party is called: the numbers of its names, their words, and how these may be written otherwise."""

    numbers: list[int]
    words: frozenset[int]
    cores: list[frozenset[int]]
    texts: frozenset[str]
    long: list[str]  # words that are looked at again
    letters: frozenset[str]  # initials
    together: frozenset[str]  # two words of a name as one
    compact: list[str]
    whole: list[str]  # names without their spaces, forms and all

    @classmethod
    def of(cls, numbers: list[int], namings: list[Naming]) -> _Called:
        each = [[word.text for word in naming.words] for naming in namings]
        texts = frozenset(text for own in each for text in own)
        return cls(
            numbers,
            frozenset(word.at for naming in namings for word in naming.words),
            [frozenset(word.at for word in naming.core) for naming in namings],
            texts,
            [text for text in texts if len(text) >= LONG_WORD],
            frozenset(text for text in texts if len(text) == 1),
            frozenset("".join(two) for own in each for two in permutations(own, 2)),
            [naming.compact for naming in namings],
            ["".join(own) for own in each],
        )

    def has_like(self, text: str) -> bool:
        """Whether a word may be paired with one of these though its codes led to none, or is two of them."""
        if text in self.together:
            return True
        if len(text) >= LONG_WORD:
            slips = 1 if len(text) == LONG_WORD else 2 if len(text) <= 8 else 3
            if _is_within(text, self.long, slips):
                return True
        return len(text) >= LONG and _is_within(text, self.together, 1)

    def is_written_so(self, asked: Naming) -> bool:
        """Whether the name is one of these but for its spaces, is cut off, or writes a word of these apart."""
        size, last = asked.size, asked.words[-1].text
        if size >= LONG and any(text.startswith(last) for text in self.texts):
            return True
        if size >= CUT_FROM and any(whole.startswith("".join([w.text for w in asked.words])) for whole in self.whole):
            return True
        if any(abs(len(own) - size) <= 1 and OSA.distance(own, asked.compact) <= 1 for own in self.compact):
            return True
        for two in permutations([word.text for word in asked.words], 2):
            joined = "".join(two)
            if joined in self.texts or (len(joined) >= LONG - 1 and _is_within(joined, self.long, 1)):
                return True
        return False


def _may_be_another(text: str, party: _Called) -> bool:
    """Whether a word may agree whatever its letters: a number or one misread, an initial or what one stands for; one
    that is put right before it is compared."""
    initial = len(text) == 1 or text[0] in party.letters
    return initial or not text.isalpha() or may_be_mended(text) or may_be_servant(text)


def _is_within(text: str, others: Iterable[str], slips: int) -> bool:
    return extractOne(text, others, scorer=OSA.distance, score_cutoff=slips) is not None
