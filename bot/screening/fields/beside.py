"""What stands beside names in fields: the phrases of `data/field_words.txt`, and words as typed and folded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.screening.words.abbreviations import VOWELS, Vocabulary
from bot.screening.words.data import data_lines
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.weak_words import PARTICLES, words_in


def _read_words() -> dict[str, frozenset[str]]:
    found = {}
    for line in data_lines("field_words.txt"):
        kind, _, phrases = line.partition(": ")
        found[kind] = frozenset(" ".join(phrase.split()) for phrase in phrases.split("|"))
    return found


_WORDS = _read_words()
JOINERS, LEADS, SHIPS = _WORDS["joiner"], _WORDS["lead"], _WORDS["ship"]
HONORIFICS = _WORDS["honorific"]
STATES, ADDRESS, BRANCH = _WORDS["state"], _WORDS["address"], _WORDS["branch"]
BORN, VEHICLES, TAGS, MEASURES = _WORDS["born"], _WORDS["vehicle"], _WORDS["tag"], _WORDS["measure"]
BESIDE = frozenset(word for phrases in _WORDS.values() for phrase in phrases for word in phrase.split()[:1]) - PARTICLES
_LEADING = Vocabulary(sorted(phrase for phrase in LEADS | SHIPS if " " not in phrase and len(phrase) > 4))
_COMPOUNDED = tuple(sorted(word for word in SHIPS if " " not in word and len(word) > 5))
LONGEST_PHRASE = max(len(phrase.split()) for phrases in _WORDS.values() for phrase in phrases)
_SMALL_LETTERS = re.compile(r"[^\W\d_]\.(?:[^\W\d_]{1,2}\.)+")
_AMBIGUOUS = words_in("now ex called dit vormals antes")  # words of names, too, unless written small


class Token(NamedTuple):
    """A word as typed, and folded ("" of a sign)."""

    typed: str
    folded: str

    @property
    def is_small(self) -> bool:
        """Written without a capital where it could have one; i.A. and z.H. are, initials are not."""
        if not self.typed[:1].islower():
            return False
        return self.typed == self.typed.lower() or bool(_SMALL_LETTERS.fullmatch(self.typed))


class Reading(NamedTuple):
    """A name read in a field. `apart`: signs or known words part it from the rest; `alone`: nothing else in the field
    is a name, so the field is this name; `ship`: the field says that it is a ship's; `guess`: nobody surely wrote it
    as a name: it is made of an address on the net, or stands beside an "and"; `person`: only a person's can it be;
    `family`: the word of it that must be the surname, folded."""

    text: str
    apart: bool = True
    alone: bool = False
    ship: bool = False
    guess: bool = False
    person: bool = False
    family: str = ""


def phrase_at(tokens: Sequence[Token], at: int, phrases: frozenset[str], *, weak: bool = False) -> int:
    """How many tokens from here on make the longest of the phrases; 0 where none. `weak`: one short word does not
    do."""
    for size in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
        words = [token.folded for token in tokens[at : at + size]]
        if all(words) and " ".join(words) in phrases:
            if weak and size == 1 and (len(words[0]) < 3 or words[0] in _AMBIGUOUS):
                continue
            return size
    return 0


@lru_cache(maxsize=5_000)
def leads_shortened(word: str) -> bool:
    """Whether consonants alone abbreviate a word that leads to a name: VSL, of vessel; BNFCRY. No legal form."""
    return bool(_written_out(word))


@lru_cache(maxsize=5_000)
def is_kind_of_ship(phrase: str) -> bool:
    """Whether a phrase says of which kind a ship is, whole or by consonants alone, or a word ends in one that does:
    tanker, VSL, Seeschiff."""
    return phrase in SHIPS or phrase.endswith(_COMPOUNDED) or not SHIPS.isdisjoint(_written_out(phrase))


def _written_out(word: str) -> list[str]:
    short = 2 < len(word) < 8 and VOWELS.isdisjoint(word) and (word,) not in FORMS
    return _LEADING.meant_by(word) if short else []


def words_of_tokens(piece: Sequence[Token]) -> list[str]:
    return [word for token in piece for word in token.folded.split()]
