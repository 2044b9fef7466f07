"""Listed names that a longer question holds, word beside word, though nothing in it tells where they begin: SALARY LEI
ZHANG, Senator Ahmed Foruzandeh, SHIPPED ON BOARD BAVAND AT BANDAR. Such a name is POSSIBLE and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import attrgetter

from bot.screening.index.bearers import Bearers
from bot.screening.index.candidates import Sought
from bot.screening.index.names import Names, Read
from bot.screening.judging.found import TELLING_LEAST, UNIQUE_LEAST, Found, are_beside, found_by
from bot.screening.judging.score import Likeness, compare, window_of
from bot.screening.judging.verdict import may_fit_alone
from bot.screening.weights import HELD, PERSON_HELD, RARE_IN_TEXT, RARE_SURNAME, RARE_WORD, TWO_WORDS
from bot.screening.words.naming import Naming, Word
from bot.screening.words.romanisation import is_syllable
from bot.screening.words.spelling import HOW_EQUAL
from bot.screening.words.weak_words import COMMON_WORDS, ROLE_FORM, ROLE_NAME, ROLE_PARTICLE, ROLE_STOCK

Beside = tuple[bool, bool, bool]  # whether there are words before a name, among its own, and after it

LETTERS_IN_TEXT = 8  # of a firm's name in a text
TELLING_TOGETHER = 3  # words of a firm's name that tell it even where each is ordinary: Premier Gold Refinery


class Held:
    """Finds listed names in longer questions."""

    def __init__(self, names: Names, bearers: Bearers) -> None:
        self._names, self._bearers = names, bearers

    def find(self, sought: Sought, numbers: Sequence[int], whole: Mapping[int, Found]) -> Iterator[Found]:
        """The parties of the names of these numbers that the question holds; of a person, the given name and the
        surname are enough where the surname is rare. `whole`: what the whole question is for a party, by its number."""
        for listed in self._names.read_all(numbers):
            if listed.weak or _says_more(whole.get(listed.owner), listed):
                continue
            in_text = self._person_in if listed.naming.has_surname else self._firm_in
            found = in_text(sought, listed)
            if found is not None:
                yield found

    def of_one_word(self, sought: Sought) -> Iterator[Found]:
        """The parties of whose names the one word stands in the question behind a number, a letter or a small word, as
        in a line of a list or a sentence: No 3 GORGE LIMITED, THE CARGO OF BEHSHAD. Hardly anybody else has the word.
        """
        asked = sought.naming
        for at, word in enumerate(asked.words):
            if not at or word.role is not ROLE_NAME or len(word.text) < TELLING_LEAST:
                continue
            end = at + 1 + sum(1 for _ in takewhile(lambda each: each.role is ROLE_FORM, asked.words[at + 1 :]))
            if not self._is_rare(word.text, formed=end > at + 1):
                continue
            if not _begins_anew(asked.words[:at], asked.words[end:]):
                continue
            part = Naming(asked.words[at:end], rough=asked.rough, latin=asked.latin)
            for listed in self._names.read_all(self._names.held_by(word.text).tolist()):
                if listed.weak or listed.naming.has_surname or len(listed.naming.core) > 1:
                    continue
                found = found_by(part, listed, compare(part, listed.naming, sought.tables[at:end]))
                if found.sure:
                    yield found._replace(read=_text_of(part.words)).possible(HELD)

    def _is_rare(self, text: str, *, formed: bool) -> bool:
        """Whether hardly anybody has the word, and it is no word of everybody's. `formed`: a legal form follows."""
        long = len(text) >= (TELLING_LEAST if formed else UNIQUE_LEAST)
        return long and text not in COMMON_WORDS and 0 < self._bearers.count(text) <= RARE_WORD

    def _firm_in(self, sought: Sought, listed: Read) -> Found | None:
        asked = sought.naming
        window = window_of(asked, listed.naming, sought.tables)
        if window is None or not self._is_telling(listed.naming):
            return None
        if not are_beside(asked.words[: window.start], asked.words[window.stop :]):
            return None
        part = Naming(asked.words[window], rough=asked.rough, latin=asked.latin)
        found = found_by(part, listed, compare(part, listed.naming, sought.tables[window]))
        return found._replace(read=_text_of(part.words)).possible(HELD) if found.sure else None

    def _is_telling(self, naming: Naming) -> bool:
        """Whether a name of a firm or a ship tells enough to be found in the middle of a text: several words, one
        rare; or more of them, though all are ordinary."""
        if len(naming.core) < 2 or naming.size < LETTERS_IN_TEXT:
            return False
        names = [word.text for word in naming.core if word.role is ROLE_NAME]
        if len(naming.core) >= TELLING_TOGETHER and names:
            return True
        own = [text for text in names if text not in COMMON_WORDS]
        return any(self._bearers.count(text) <= RARE_IN_TEXT for text in own)

    def _person_in(self, sought: Sought, listed: Read) -> Found | None:
        asked, naming = sought.naming, listed.naming
        likeness = compare(asked, naming, sought.tables)
        weight = sum(pair.listed.weight for pair in likeness.pairs if not pair.listed.light)
        if weight < TWO_WORDS or asked.rough != naming.rough or not self._is_person(likeness, naming):
            return None
        inside = _inside(asked, likeness)
        if inside is None or any(word.number and not word.text.isdigit() for word in likeness.extra):
            return None
        if asked.forms or any(word.role is ROLE_STOCK for word in likeness.extra):
            return None  # a firm called after somebody
        beside = _around([pair.asked for pair in likeness.pairs], asked.words)
        if naming.is_common and not (beside == _BEFORE and self._is_unknown(likeness.extra)):
            return None  # Salary Lei Zhang may be LEI ZHANG; Ali Hassan Reza is somebody else
        if all(is_syllable(word.text) for word in (*naming.core, *likeness.extra)):
            return None  # Jahng Yu Jin is no YU, Jin
        if self._says_otherwise(asked, listed, likeness, beside):
            return None
        found = found_by(asked, listed, likeness)
        if not inside:
            found = found._replace(read=_text_of([pair.asked for pair in likeness.pairs]))
        return found.possible(PERSON_HELD)

    def _is_unknown(self, words: Iterable[Word]) -> bool:
        """Whether no list has any of the words in a name."""
        return not any(len(self._bearers.of(word.text)) for word in words)

    def _is_person(self, likeness: Likeness, naming: Naming) -> bool:
        """Whether all that tells the person is there, letter for letter."""
        without = likeness._replace(extra=())
        if any(not word.light for word in likeness.lacking):
            rare = all(self._bearers.count(text) <= RARE_SURNAME for text in naming.surname)
            return rare and may_fit_alone(without, naming, latin=True)
        return all(pair.how is HOW_EQUAL for pair in likeness.pairs if not pair.listed.light)

    def _says_otherwise(self, asked: Naming, listed: Read, likeness: Likeness, beside: Beside) -> bool:
        """Whether the list has the person under a fuller name, with another word in the place of one that is more here:
        Igor Verh Plotnitsky is not Igor PLOTNITSKY, whom it calls Igor Venediktovich, too."""
        if any(pair.listed.family for pair in likeness.pairs if pair.asked is _first(asked, likeness)):
            beside = (beside[0], beside[2], beside[1] or beside[2])  # after the given name may be a middle one
        same = {pair.listed.text for pair in likeness.pairs if not pair.listed.light}
        for other in self._names.read_all(self._names.of_party(listed.owner).tolist()):
            words = sorted(other.naming.words, key=_FAMILY)
            held = [word for word in words if word.text in same]
            if len(held) != len(same) or len(held) == len(other.naming.core):
                continue
            if any(mine and their for mine, their in zip(beside, _around(held, words), strict=True)):
                return True
        return False


def _says_more(whole: Found | None, listed: Read) -> bool:
    """Whether the party has another name that agrees with more of the question, and is not the same."""
    return whole is not None and len(whole.likeness.pairs) > len(listed.naming.words)


def _begins_anew(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a name may begin behind these words and end before those: behind what numbers a line, where nothing
    follows; behind a small word, where not one word alone does, or a firm's, which would be its own."""
    more = sum(word.role is ROLE_NAME or bool(word.number) for word in after)
    if before[-1].role is ROLE_PARTICLE and len(before) > 1:
        return more != 1 and not (after and after[0].role is ROLE_STOCK)
    numbered = bool(before[-1].number) or len(before[-1].text) == 1 or not before[-1].text.isalpha()
    return numbered and not more


_BEFORE: Beside = (True, False, False)
_FAMILY = attrgetter("family")


def _first(asked: Naming, likeness: Likeness) -> Word:
    """The first word of the question that stands for one of the listed name."""
    paired = [pair.asked for pair in likeness.pairs if not pair.listed.light]
    return next(word for word in asked.words if word in paired)


def _around(held: Sequence[Word], words: Sequence[Word]) -> Beside:
    """Whether there are telling words before those that are held, among them, and after them."""
    places = [at for at, word in enumerate(words) if word in held]
    first, last = places[0], places[-1]
    others = [at for at, word in enumerate(words) if word not in held and not word.light]
    return any(at < first for at in others), any(first < at < last for at in others), any(at > last for at in others)


def _inside(asked: Naming, likeness: Likeness) -> int | None:
    """How many telling words stand among those of the person: one at most, None where the name is torn apart."""
    held = [pair.asked for pair in likeness.pairs if not pair.listed.light]
    places = [at for at, word in enumerate(asked.words) if word in held]
    among = [word for word in asked.words[places[0] : places[-1]] if word not in held and not word.light]
    return len(among) if len(among) <= 1 else None


def _text_of(words: Iterable[Word]) -> str:
    return " ".join([word.text for word in words]).title()
