"""Whether a name that is short of a listed one, or has another legal form, may mean that party: a person decides."""

from __future__ import annotations

from bot.sanctions.countries import regions
from bot.screening.index.bearers import Bearers
from bot.screening.index.parties import Parties
from bot.screening.index.places import Places
from bot.screening.judging.found import (
    ACRONYM_LEAST,
    TELLING_LEAST,
    UNIQUE_LEAST,
    Found,
    described_by,
    head_of,
    short_for,
    whole_of,
    word_of,
)
from bot.screening.weights import DESCRIBING, HALF_WORD, RARE_IN_TEXT, RARE_TOGETHER, RARE_WORD
from bot.screening.words.naming import Naming, Word
from bot.screening.words.weak_words import ARTICLES, COMMON_WORDS, ROLE_NAME


class ShortForms:
    """Tells by how rare the words are. Immutable."""

    def __init__(self, bearers: Bearers, parties: Parties, places: Places) -> None:
        self._bearers, self._parties, self._places = bearers, parties, places

    def may_be(self, asked: Naming, found: Found) -> bool:
        """Whether the question is a firm's name in another legal form, a slip or another firm; or is what stands for
        the name: its head, its one rare word and that it is a whole, or a word of it that tells."""
        if found.naming.has_surname and len(asked.core) > 1:  # most of what is found: told at once
            return False
        if found.likeness.only_form:
            return not found.weak
        if (name := whole_of(asked, found)) is not None:
            ordinary = len(name.text) < TELLING_LEAST or name.text in COMMON_WORDS or self._parties.is_craft(found.at)
            return not ordinary and self._bearers.count(name.text) <= RARE_IN_TEXT
        if (head := head_of(asked, found)) and self._tells(head) and not self._parties.is_craft(found.at):
            return True
        if (word := short_for(asked, found)) is not None:
            return self._bearers.count(word.text) <= RARE_WORD or self._adds_a_place(found)
        if self._parties.is_craft(found.at):  # half a ship's name is another's
            return False
        return self._stands_for(asked, found)

    def _stands_for(self, asked: Naming, found: Found) -> bool:
        """Whether the question is a word of a firm's name that stands for it: one that no other party has, wherever it
        stands, or a rare one that comes first of what tells."""
        word = word_of(asked, found)
        if word is None or word.text in COMMON_WORDS or word.role is not ROLE_NAME:
            return False
        parties = self._bearers.count(word.text)
        equal = word.text == asked.core[0].text
        if equal and parties == 1 and len(word.text) >= UNIQUE_LEAST:  # Tayyiba, Gaxgar
            return not self._is_place(word.text)
        described = described_by(asked, found, self._describes)
        if described is None:
            return False
        if len(word.text) < TELLING_LEAST:  # Suex, NTV: letters, of a short name
            letters = len(word.text) <= ACRONYM_LEAST
            few = parties <= (1 if letters else RARE_WORD)
            return few and (len(described[1]) <= 1 or (parties == 1 and not letters))
        two = sum(each.text not in ARTICLES for each in found.naming.words) == 2
        return parties <= (HALF_WORD if two else RARE_WORD)  # Sinaloa of SINALOA CARTEL; Azint, of eight words

    def _adds_a_place(self, found: Found) -> bool:
        """Whether a place is all that the list has more: KARNER D.O.O. LJUBLJANA."""
        added = [word.text for word in found.likeness.lacking if not word.light]
        return bool(added) and all(map(self._is_place, added))

    def _tells(self, head: list[Word]) -> bool:
        """Whether the head of a body's name means it: by a rare word, or by several that few names have together."""
        if any(word.role is ROLE_NAME and self._is_rare(word) for word in head):
            return True
        return len(head) > 1 and self._bearers.together(word.text for word in head) <= RARE_TOGETHER

    def _is_rare(self, word: Word) -> bool:
        """Whether a word may mean the one party that has it."""
        long = len(word.text) >= ACRONYM_LEAST and word.text not in COMMON_WORDS
        return long and self._bearers.count(word.text) <= RARE_WORD

    def _describes(self, text: str) -> bool:
        """Whether a word in the name of a firm says of what trade or place it is."""
        return text in COMMON_WORDS or self._is_place(text) or self._bearers.count(text) >= DESCRIBING

    def _is_place(self, text: str) -> bool:
        return text in self._places or text in regions()
