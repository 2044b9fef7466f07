"""Names that stand otherwise than the lists print them, as they may have been: ООО glued to a firm's name, initials
without dots, a Russian case, a letter lost. They are tried where nothing is found, and nothing is LISTED by them.

    OOOSTRELA        AV Novak        Borisa Chernyshova        Nicol?s Maduro Moros
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.screening.words.given_names import is_given_name
from bot.screening.words.normalise import words_of


class Rewritten(NamedTuple):
    """A name as it may have been. `person`: whether it is a person's; None of what may be either. `family`: the word of
    it that must be the surname. `whole`: no word of it may be left over."""

    text: str
    person: bool | None = None
    family: str = ""
    whole: bool = False


_GLUED = re.compile(r"(ooo|oao|zao|pao|too|ооо|оао|зао|пао|тоо|ao|ао)[\"«“]?([^\W\d_]{3,})(?:\W.*|$)", re.IGNORECASE)
SHORT_FORM, LEAST_BEHIND = 2, 5  # AO begins words: behind it stands a long one, in capitals
_INITIALS = re.compile(r"(?:([A-ZА-ЯЁ])([A-ZА-ЯЁ])\s+([^\W\d_]{3,})|([^\W\d_]{3,})\s+([A-ZА-ЯЁ])([A-ZА-ЯЁ]))")
_LOST = re.compile(r"(?<=[^\W\d_])[?\ufffd]+(?=[^\W\d_]|$|\s)|(?:^|(?<=\s))[?\ufffd](?=[^\W\d_]{2})")
_LETTERS = "aeiouysznclrdgt"
MOST_LOST = 2
WIDTHS = (30, 35, 40, 50, 70)  # characters of fields in payment messages and forms
LEAST_CUT = 3  # letters left of a word
MOST_WORDS = 4  # of a person's name
# The endings of cases and what a man's or a woman's name ends in without them: given name, surname; genitive and
# accusative, dative, instrumental.
_GIVEN = (
    ("ya", "y"),
    ("ya", ""),
    ("iya", "iy"),
    ("a", ""),
    ("yu", "y"),
    ("u", ""),
    ("em", "y"),
    ("om", ""),
    ("y", "a"),
    ("oy", "a"),
)
_FAMILY = (
    (r"(ov|ev|in|yn)a", ""), (r"(ov|ev|in|yn)u", ""), (r"(ov|ev|in|yn)ym", ""), (r"(ov|ev|in|yn)oy", "a"),
    (r"(sk)ogo", "iy"), (r"(sk)omu", "iy"), (r"(sk)oy", "aya"), (r"(kh|ko|uk|yan|an|ich|er|yk|ok)a", ""),
)  # fmt: skip
_ENDS = tuple("auyomауюяйымо")  # the last letters of any of these
_CASES = tuple((re.compile(rf"(\w{{2,}}?){ends}"), become) for ends, become in _FAMILY)


def rewritten(text: str, is_listed: Callable[[str], bool], begun: Callable[[str], list[str]]) -> Iterator[Rewritten]:
    """The names that a text may have been. `is_listed` tells a word that some listed name has, `begun` some of those
    that begin with some letters."""
    plain = text.strip()
    if glued := _GLUED.match(plain):
        form, name = glued.groups()
        if len(form) > SHORT_FORM or (len(name) >= LEAST_BEHIND and f"{form}{name}".isupper()):
            yield Rewritten(f"{form} {plain[glued.start(2) :]}", person=False)
    if initials := _INITIALS.fullmatch(plain):
        one, other, family, again, third, fourth = initials.groups()
        name = " ".join(words_of(family or again))
        yield Rewritten(f"{one or third}. {other or fourth}. {name}", person=True, family=name)
    if _LOST.search(text):
        yield from _with_letters(text, is_listed)
    if len(text) in WIDTHS or len(text) + 1 in WIDTHS:
        yield from _uncut(text, is_listed, begun)
    yield from _out_of_case(text, is_listed)


def _uncut(text: str, is_listed: Callable[[str], bool], begun: Callable[[str], list[str]]) -> Iterator[Rewritten]:
    """A text as long as a field, whose last word is none, with the listed words that begin so."""
    before, _, last = text.strip().rpartition(" ")
    word = last.casefold()
    if before and len(word) >= LEAST_CUT and word.isalpha() and not all(map(is_listed, words_of(word))):
        for whole in begun(word):
            yield Rewritten(f"{before} {whole}", person=False, whole=True)


def _with_letters(text: str, is_listed: Callable[[str], bool]) -> Iterator[Rewritten]:
    """The text with letters for those lost, each such that a listed word comes of it."""
    words = []
    for word in text.split():
        if not _LOST.search(word) or len(_LOST.findall(word)) > MOST_LOST:
            words.append(word)
            continue
        tried = (_LOST.sub(letter, word) for letter in _LETTERS)
        words.append(next((each for each in tried if all(map(is_listed, words_of(each)))), _LOST.sub("", word)))
    yield Rewritten(" ".join(words), whole=True)


def _out_of_case(text: str, is_listed: Callable[[str], bool]) -> Iterator[Rewritten]:
    """A Russian given name and surname in the nominative, where the given name is none as it stands."""
    typed = text.casefold().split()
    if not 1 < len(typed) <= MOST_WORDS or not (typed[0].endswith(_ENDS) and typed[-1].endswith(_ENDS)):
        return  # most names: told at once
    words = words_of(text)
    if len(words) < 2 or not all(word.isalpha() for word in words):
        return
    for order in (words, [*words[1:], words[0]]):  # the surname may come first
        given, family = order[0], order[-1]
        if is_given_name(given):
            continue
        names = [given.removesuffix(ends) + become for ends, become in _GIVEN if given.endswith(ends)]
        for name in (name for name in names if len(name) > 2 and is_listed(name)):
            for ends, become in _CASES:
                if found := ends.fullmatch(family):
                    surname = f"{found[1]}{found[2]}{become}"
                    yield Rewritten(f"{name} {surname}", person=True, family=surname)
