"""Names that stand otherwise than the lists print them, as they may have been: ООО glued to a firm's name, initials
without dots, a Russian case, a letter lost or misread, a word cut short. They are tried where nothing is found, and
nothing is LISTED by them.

    OOOSTRELA        AV Novak        Borisa Chernyshova        Nicol?s Maduro Moros
    TRlGRON LOJlSTlK        FDEZ. VALENCIA        GLOBUS TURKEY LOJ.        Cheng Yen-hsiung
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product, zip_longest
from typing import NamedTuple

from bot.screening.words.foreign import as_listed, with_article
from bot.screening.words.given_names import in_spanish, is_given_name
from bot.screening.words.legal_forms import FORM_WORDS, FORMS
from bot.screening.words.normalise import words_of
from bot.screening.words.romanisation import in_pinyin


class Rewritten(NamedTuple):
    """A name as it may have been. `person`: whether it is a person's; None of what may be either. `family`: the word of
    it that must be the surname. `whole`: no word of it may be left over."""

    text: str
    person: bool | None = None
    family: str = ""
    whole: bool = False


_GLUED = re.compile(r"(ooo|oao|zao|pao|too|ооо|оао|зао|пао|тоо|ao|ао)[\"«“]?([^\W\d_]{3,})(?:\W.*|$)", re.IGNORECASE)
SHORT_FORM, LEAST_BEHIND = 2, 5  # AO begins words: behind it stands a long one, in capitals
_TOO = re.compile(r"T\.?O\.?O\.?\s+(.+)|(.+?)[\s,]+T\.?O\.?O\.?|ТОО\s+(.+)|(.+?)[\s,]+ТОО")
_INITIALS = re.compile(  # without full stops, or with them a legal form: Miller A.B.
    r"(?:([A-ZА-ЯЁ])\.?([A-ZА-ЯЁ])\.?\s+([^\W\d_]{3,})|([^\W\d_]{3,}),?\s+([A-ZА-ЯЁ])\.?([A-ZА-ЯЁ])\.?)"
)
_LOST = re.compile(r"(?<=[^\W\d_])[?\ufffd]+(?=[^\W\d_]|$|\s)|(?:^|(?<=\s))[?\ufffd]{1,2}(?=[^\W\d_]{2})")
_LOST_SIGN = re.compile("[?\ufffd]")
_LETTERS = "isoaeuyznclrdgt"  # of which the first are tried in more places
MOST_LOST, MOST_TOGETHER = 4, 3  # letters of a word that are lost; of those that are lost beside another one
# What letters among capitals were read as: LlMlTED, AL-RASH|D, RO$NEFT. Other digits are put right with each name.
_MISREAD = str.maketrans("l|!$€¢@3467", "IIISECAEAGT")
_MISREAD_SIGN = re.compile("[A-Z][l|!$€¢@3467][A-Z]|[A-Z]{2}[l|!$€¢@3467]|[l|!$€¢@3467][A-Z]{2}")
LEAST_CAPITALS = 3  # of a word with a misread letter
_ABBREVIATED = re.compile(r"(?<!\w)([^\W\d_]{3,7})\.(?=\s|$)")
MOST_TRIED = 6  # readings of abbreviated words
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
    if limited := _TOO.fullmatch(plain):  # a limited company of Kazakhstan, and in small letters a word
        yield Rewritten(f"OOO {next(filter(None, limited.groups()))}", person=False)
    if initials := _INITIALS.fullmatch(plain):
        one, other, family, again, third, fourth = initials.groups()
        name = " ".join(words_of(family or again))
        yield Rewritten(f"{one or third}. {other or fourth}. {name}", person=True, family=name)
    if ("?" in text or "\ufffd" in text) and _LOST.search(text):
        yield from _with_letters(text, is_listed)
    if _MISREAD_SIGN.search(text):
        yield from _well_read(text, is_listed)
    if "." in text:
        yield from _written_out(text, is_listed, begun)
    if (names := in_spanish(text)) != text:
        yield Rewritten(names, person=True)
    yield from (Rewritten(name, person=True, family=family) for name, family in with_article(text, is_listed))
    yield from map(Rewritten, as_listed(text, is_listed))
    yield from (Rewritten(name, person=True, family=name.split()[0]) for name in in_pinyin(text, is_listed))
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


def _well_read(text: str, is_listed: Callable[[str], bool]) -> Iterator[Rewritten]:
    """The text with the letters that were misread among capitals, where listed words come of it."""
    made = " ".join(_capitals(word, is_listed) if _MISREAD_SIGN.search(word) else word for word in text.split())
    if made != " ".join(text.split()):
        yield Rewritten(made, whole=True)


def _capitals(word: str, is_listed: Callable[[str], bool]) -> str:
    read = word.translate(_MISREAD)
    enough = sum(map(str.isupper, word)) >= LEAST_CAPITALS and read.isupper()
    known = all(is_listed(each) or each in FORM_WORDS for each in words_of(read))
    return read if enough and known else word


def _written_out(text: str, is_listed: Callable[[str], bool], begun: Callable[[str], list[str]]) -> Iterator[Rewritten]:
    """The text with a word that a full stop cuts short as listed words go on: LOJ. of Lojistik."""
    tried = 0
    for found in _ABBREVIATED.finditer(text):
        short = found[1].casefold()
        if (short,) in FORMS or is_listed(short) or not short.isascii():
            continue
        for whole in begun(short):
            if tried == MOST_TRIED:
                return
            tried += 1
            written = whole.upper() if found[1].isupper() else whole.title()
            yield Rewritten(f"{text[: found.start()]}{written}{text[found.end() :]}", person=False, whole=True)


def _with_letters(text: str, is_listed: Callable[[str], bool]) -> Iterator[Rewritten]:
    """The text with letters for those lost, each such that a listed word comes of it."""
    yield Rewritten(" ".join(_refilled(word, is_listed) for word in text.split()), whole=True)


def _refilled(word: str, is_listed: Callable[[str], bool]) -> str:
    lost = len(_LOST_SIGN.findall(word)) if _LOST.search(word) else 0
    if not 0 < lost <= MOST_LOST:
        return word
    few = _LETTERS if lost < MOST_TOGETHER else _LETTERS[: len(_LETTERS) // 2]
    ways = [*zip(*[_LETTERS] * lost, strict=True), *(product(few, repeat=lost) if 1 < lost <= MOST_TOGETHER else ())]
    for way in ways:
        letters = [letter.upper() if word.isupper() else letter for letter in way]
        tried = "".join(map("".join, zip_longest(_LOST_SIGN.split(word), letters, fillvalue="")))
        if all(is_listed(each) or each in FORM_WORDS for each in words_of(tried)):
            return tried
    return _LOST_SIGN.sub("", word)


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
