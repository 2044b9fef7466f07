"""A party that a name may mean, judged by the name alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from bot.screening.index.names import Read
from bot.screening.judging.score import Likeness
from bot.screening.judging.verdict import is_equal, is_one_romanisation, may_fit_alone
from bot.screening.weights import (
    BELOW,
    FORMED_ALIKE,
    OTHER_NUMBER,
    RUN_TOGETHER,
    SINGLE_SOUNDS,
    SINGLE_SPELT,
    WEAK,
    WEAK_MOST,
)
from bot.screening.words.naming import SHORT_WORD, Naming, Word
from bot.screening.words.phonetic import is_vowelless
from bot.screening.words.spelling import HOW_EQUAL, HOW_SOUND, HOW_SPELLING, HOW_VOWELS
from bot.screening.words.weak_words import ARTICLES, ROLE_FORM, ROLE_NAME, WHOLES

SHORT_WEAK = 5  # letters
_ALIKE = attrgetter("alike")
FORMED_LEAST = 4  # letters of a single word that is not spelt as listed, where the legal form agrees
# Letters of a single word that may stand for a longer name: the first of it, or any; a shorter one is letters.
ACRONYM_LEAST, TELLING_LEAST, UNIQUE_LEAST = 3, 5, 6
HEADS_END = ("of", "for")  # what stands behind the head of a body's name
ABBREVIATED = 2  # letters of a word before it that says where: SZ
SINGLE_LEAST = 6  # letters of a single word that is not spelt as listed
ARABIC_LESS = 2  # so many fewer of one in Arabic letters
LONG_TOGETHER = 10  # letters of one that differs in one letter from several: Gazpormneft


class Found(NamedTuple):
    """A party, by its number, and the one of its names that fits best, before the evidence beside the name."""

    at: int
    number: int  # of the name
    weak: bool
    naming: Naming
    likeness: Likeness
    score: float
    latin: bool  # whether the question is in Latin letters
    sure: bool  # an equal strong name
    read: str = ""  # the part of the question that it was found by; "" for the whole
    respelt: bool = False  # whether that is as English spells what another language wrote

    @property
    def fits(self) -> bool:
        """A strong name of which the question leaves out a patronymic or middle name only."""
        return not self.weak and not self.respelt and may_fit_alone(self.likeness, self.naming, latin=self.latin)

    def possible(self, score: float) -> Found:
        """The same at this score, and never LISTED by it."""
        return self._replace(sure=False, score=score)

    def of_another_number(self) -> Found:
        """The same, where a number that the question leaves out makes it another ship: an equal name has none."""
        likeness = self.likeness._replace(numbers_differ=True)
        return self._replace(score=round(self.score * OTHER_NUMBER, 4), likeness=likeness)

    @property
    def left_over(self) -> int:
        """Words of either name that the other lacks, small ones too."""
        return len(self.likeness.extra) + len(self.likeness.lacking)

    @property
    def rank(self) -> tuple[bool, bool, float, int, bool, int]:
        """Which of a party's names speaks for it: an equal one, one that may fit alone, the one most alike."""
        return (self.sure, self.fits, self.score, -self.left_over, not self.weak, -self.number)


def found_by(asked: Naming, listed: Read, likeness: Likeness) -> Found:
    """The party found by the listed name."""
    sure = not listed.weak and is_equal(likeness, latin=asked.latin)
    score = _capped(asked, likeness, listed)
    return Found(listed.owner, listed.number, listed.weak, listed.naming, likeness, score, asked.latin, sure)


def published_as(asked: Naming, listed: Read, *, word_for_word: bool) -> Found:
    """The party whose name the question is as it is published, though they read differently: POSSIBLE at least. Whose
    strong name it is word for word is found as by any equal name."""
    sure = word_for_word and not listed.weak
    likeness = Likeness(1.0 if sure else RUN_TOGETHER, equal=sure, published=True)
    score = min(likeness.score * WEAK, WEAK_MOST) if listed.weak else likeness.score
    return Found(listed.owner, listed.number, listed.weak, listed.naming, likeness, score, asked.latin, sure)


def short_for(asked: Naming, found: Found) -> Word | None:
    """The word of a firm's name that the question is, in the same legal form: Anninskii OOO, of Anninskii Elevator OOO.
    Whether the word is rare enough to mean that firm is for the caller to say."""
    return _one_of(asked, found) if asked.forms & found.naming.forms else None


def word_of(asked: Naming, found: Found) -> Word | None:
    """The word of a firm's name that the question is, and nothing else."""
    return None if found.naming.has_surname or not _is_bare(asked, found.naming) else _one_of(asked, found)


def described_by(asked: Naming, found: Found, describes: Callable[[str], bool]) -> tuple[Word, list[Word]] | None:
    """The first name in a firm's name that does not just describe it, where the question is that alone, and the names
    after it: Belavia, and Belarusian; Kwangson, of KOREA KWANGSON BANKING CORP. Whether it is rare, and the others
    describe, is for the caller to say. `describes`: whether a word says of what trade or place a firm is."""
    if (word := word_of(asked, found)) is None:
        return None
    names = [each for each in found.naming.core if each.role is ROLE_NAME]
    long = len(word.text) >= TELLING_LEAST  # letters may stand for anybody: Global Tankers LTD-ABB
    while names and word is not names[0] and (_is_abbreviated(names[0].text) or (long and describes(names[0].text))):
        names = names[1:]  # SZ DJI Technology is of Shenzhen, PMC Wagner a private military company
    if len(word.text) < ACRONYM_LEAST or not names or word is not names[0]:
        return None
    return word, names[1:]


def head_of(asked: Naming, found: Found) -> list[Word]:
    """The words that tell in the head of a body's name, where the question is that head: State Duma, of State Duma of
    the Federal Assembly. Whether one of them is rare, or all together are, is for the caller to say."""
    listed, likeness = found.naming, found.likeness
    if listed.has_surname or found.weak or likeness.numbers_differ:
        return []
    end = next((at for at, word in enumerate(listed.words) if word.text in HEADS_END), 0)
    if not end:
        return []
    head = listed.words[:end]
    same = {pair.asked: pair.listed for pair in likeness.pairs if pair.how is HOW_EQUAL and pair.listed in head}
    told = [word for word in head if not word.light]
    names = {word for word in told if word.role is ROLE_NAME}
    whole = names <= set(same.values()) and same.keys() >= set(asked.core)
    return told if whole and (names or set(told) <= set(same.values())) else []


def whole_of(asked: Naming, found: Found) -> Word | None:
    """The one word that is a firm's whole name, where the question adds that it is the whole: Podolskkabel Group. Any
    other word may make another firm of the family. Whether the word is rare is for the caller to say."""
    listed, likeness = found.naming, found.likeness
    if len(listed.core) != 1 or listed.has_surname or found.weak or likeness.forms_differ or likeness.numbers_differ:
        return None
    added = [word.text for word in likeness.extra if not word.light]
    pair = next((pair for pair in likeness.pairs if pair.listed is listed.core[0]), None)
    if not added or not WHOLES.issuperset(added) or pair is None or pair.how is not HOW_EQUAL:
        return None
    return pair.listed if pair.listed.role is ROLE_NAME else None


def _is_bare(asked: Naming, listed: Naming) -> bool:
    """Whether the question is one word, but for the article that is listed before it: Al Manar, of AL MANAR TV."""
    if len(asked.words) == 1:
        return True
    return len(asked.core) == 1 and ARTICLES & listed.particles >= {w.text for w in asked.words} - {asked.core[0].text}


def _is_abbreviated(text: str) -> bool:
    return len(text) <= ABBREVIATED or is_vowelless(text)


def _one_of(asked: Naming, found: Found) -> Word | None:
    likeness = found.likeness
    if len(asked.core) != 1 or found.weak or likeness.numbers_differ:
        return None
    meant = [pair for pair in likeness.pairs if pair.asked is asked.core[0] and pair.asked.role is ROLE_NAME]
    same = [pair.listed for pair in meant if pair.how is HOW_EQUAL or is_one_romanisation(pair)]
    return same[0] if same else None


def _capped(asked: Naming, likeness: Likeness, listed: Read) -> float:
    """Weak aliases count less. Asked as it is published, one is always a match, HTS and GRU too; a short one with other
    words, or one that is not spelt so, never is."""
    if len(asked.core) == 1 and not likeness.equal and not _single_enough(asked.core[0].text, likeness):
        return min(likeness.score, BELOW)
    if not listed.weak:
        return likeness.score
    short = len(listed.naming.core) == 1 and len(listed.naming.core[0].text) <= SHORT_WEAK
    whole = is_equal(likeness, latin=asked.latin)
    if not whole and (short or any(pair.how is not HOW_EQUAL for pair in likeness.pairs)):
        return min(likeness.score * WEAK, BELOW)
    return min(likeness.score * WEAK, WEAK_MOST)


def _single_enough(word: str, likeness: Likeness) -> bool:
    """Whether one word is alike enough to stand for a name: Rosnefft is, Honda for HODA, Iberia for SIBERIA are not."""
    meant = max((pair for pair in likeness.pairs if pair.asked.text == word), default=None, key=_ALIKE)
    together = likeness.run_together and (likeness.score >= RUN_TOGETHER or len(word) >= LONG_TOGETHER)
    if meant is None or meant.how is HOW_EQUAL:
        return together or meant is not None
    if together or (meant.alike >= FORMED_ALIKE and len(word) >= FORMED_LEAST and _forms_agree(likeness)):
        return True
    first = meant.listed.text[:2]
    if meant.how is HOW_SPELLING and word[0] != first[0] and word[:2] != first[::-1]:
        return False
    unwritten = meant.asked.traits.arabic  # short vowels are: حماس is Hamas, القاعدة al-Qaida
    least = SINGLE_LEAST - (meant.how is HOW_VOWELS) - ARABIC_LESS * unwritten
    sounds = SINGLE_SPELT if unwritten else SINGLE_SOUNDS
    return len(word) >= least and meant.alike >= (sounds if meant.how is HOW_SOUND else SINGLE_SPELT)


def _forms_agree(likeness: Likeness) -> bool:
    """Whether both names have the same legal form, and no other word beside it."""
    forms = any(pair.how is HOW_EQUAL and pair.listed.role is ROLE_FORM for pair in likeness.pairs)
    return forms and not any(not word.light for word in (*likeness.extra, *likeness.lacking))


def are_beside(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether the words around a listed name may stand beside it, as leads and addresses do. A number or one word after
    it makes another name: KUM UN SAN 6, VENTORA MINING QUILLANE. So does one before it, but for that of an invoice."""
    lead, tail = ([word for word in words if word.role is ROLE_NAME] for words in (before, after))
    if any(word.number for word in (*(() if lead else before[-1:]), *after[:1])):
        return False
    return len(tail) != 1 if lead else len(tail) > 1


def is_remnant(part: Naming, text: str, *, alone: bool) -> bool:
    """Whether a letter or two are what signs left over of a field, and no name: the x of =HYPERLINK("x")."""
    short = all(len(word.text) <= SHORT_WORD for word in part.words)
    written = text.isupper() or (len(part.words) > 1 and text.istitle())  # Yi Li is a name
    return short and not alone and not (len(text) > 1 and written)
