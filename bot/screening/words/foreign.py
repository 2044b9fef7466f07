"""Names as other languages write them.

Out of Cyrillic in Latin letters: Wjatscheslaw Wolodin, Siergiej Szojgu and Sergejs Lavrovs are listed as VOLODIN,
Vyacheslav, SHOIGU, Sergei and LAVROV, Sergei. In another alphabet those that are no names of its languages: Махан Эйр,
Ким Чен Ын, فلاديمير بوتين for MAHAN AIR, KIM, Jong Un and PUTIN, Vladimir. And bodies whose names are translated: Corps
des gardiens de la révolution islamique.

The rules stand in `data/foreign_spellings.txt`, `data/other_alphabets.txt` and `data/translated_words.txt`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.screening.words.data import data_lines, data_parts
from bot.screening.words.normalise import words_of
from bot.screening.words.romanisation import is_syllable
from bot.screening.words.scripts import is_all_arabic, is_latin, to_latin
from bot.screening.words.weak_words import TITLES, words_in

MOST_CHARS = 200
BEGINNING, SHORT_STEM = 3, 2  # letters by which a word is told to be none that is translated
COMPOUND = 10  # letters of a German word that may be several: Volksarmee, Atomenergieorganisation


class _Language(NamedTuple):
    marks: re.Pattern[str]
    letters: re.Pattern[str]
    written: tuple[str, ...]

    def in_english(self, text: str) -> str:
        return self.letters.sub(lambda found: self.written[(found.lastindex or 1) - 1], text)


def _language(line: str) -> _Language:
    named, _, rules = line.partition(" | ")
    read, written = zip(*(rule.rsplit("=", 1) for rule in rules.split()), strict=True)
    marks, letters = named.split()[1:], "|".join(f"({each})" for each in read)
    return _Language(_pattern("|".join(marks)), _pattern(letters), written)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("$", r"(?!\w)"))


_LINES = data_lines("foreign_spellings.txt")
_LANGUAGES = tuple(map(_language, _LINES))
_ANY_MARK = re.compile("|".join(each.marks.pattern for each in _LANGUAGES))  # most names bear none: told at once
_UNMARKED = [language for line, language in zip(_LINES, _LANGUAGES, strict=True) if line.split()[0].endswith("*")]
_RUSSIAN = next(language for line, language in zip(_LINES, _LANGUAGES, strict=True) if line.startswith("russian "))
_MAY_BE_SPELT = re.compile(
    "ch|gue|ou|j|ine\\b|lá\\b|w[aeijo]|ow\\b|[oe]ff?\\b"
)  # of what these languages write otherwise, what is frequent
_READ, _OWN = data_parts("other_alphabets.txt")
_ALPHABETS, _NATIVE = tuple(map(_language, _READ)), _pattern("|".join(mark for line in _OWN for mark in line.split()))
_ENGLISH: dict[str, tuple[str, ...]] = {
    word: tuple(english.split())
    for english, _, words in (line.partition(" | ") for line in data_lines("translated_words.txt"))
    for word in words.split()
}
# Most names have none of them, which is told at once.
_BEGINNINGS = {word.rstrip("*")[:BEGINNING] for word in _ENGLISH}
_SHORT_STEMS = {word.rstrip("*") for word in _ENGLISH if len(word.rstrip("*")) <= SHORT_STEM}
_STEMS = sorted({word.rstrip("*") for word in _ENGLISH}, key=len, reverse=True)
_TAILS = [*_STEMS, *{word for words in _ENGLISH.values() for word in words}]
_HEAD = re.compile(rf"({'|'.join(_STEMS)})e?[ns]?(?={'|'.join(_TAILS)})")
_APART = re.compile(r"[\s'’-]+")
_LATIN = re.compile("[a-z]{2}")
_ADJECTIVE = re.compile("[А-ЯЁІЇЄ][а-яёіїє-]+(?:[ьс]к|[нв])(?:ий|ый|ая|ое|а|е)")
_ARTICLE = re.compile("(?<!\\w)[وبل]?ال(?=[\u0621-\u06ff]{3})")
_SMALL = words_in(
    "de des du del della der die das la las los dos do da d l et y und e of the pour para für zur zum von for à"
)


@lru_cache(maxsize=1_000)  # of a name that is screened with others it is asked twice: when they are met, and alone
def in_english(text: str) -> tuple[str, ...]:
    """A name as lists in English may write it, if it bears the marks of another language's way to write it, or words of
    bodies and firms that English has others for; each reading once. In small letters."""
    typed = unicodedata.normalize("NFC", text[:MOST_CHARS].casefold())
    made = [*_respelt(typed), *_translated(typed)]
    if not (typed.isascii() or is_latin(typed)):
        made += [_RUSSIAN.in_english(name) for name in (to_latin(typed), *made) if _RUSSIAN.marks.search(name)]
    return tuple(dict.fromkeys(name for name in made if name != typed))


def _respelt(typed: str) -> Iterator[str]:
    if not is_latin(typed):
        if _LATIN.search(typed) or _NATIVE.search(typed):
            return  # a label in Latin letters is for the reading of fields; its own language's name is read already
        made = (each.in_english(typed) for each in _ALPHABETS if each.marks.search(typed))
        yield from (name if is_all_arabic(name) else to_latin(name) for name in made)  # without vowels, and compared so
    elif _ANY_MARK.search(typed):
        yield from (each.in_english(typed) for each in _LANGUAGES if each.marks.search(typed))


def as_listed(text: str, is_listed: Callable[[str], bool]) -> Iterator[str]:
    """A name without such marks as each language may have written it, where a word that is not listed becomes one that
    is: Patrouchev is patrushev, Jamenei is khamenei. In small letters. No syllable of East Asia is read so: Youn."""
    typed = text[:MOST_CHARS].casefold()
    if not _MAY_BE_SPELT.search(typed):  # many names: told at once
        return
    words = unicodedata.normalize("NFC", typed).split()
    strange = [word for word in words if _MAY_BE_SPELT.search(word) and not is_syllable(word)]
    if not strange or not is_latin(typed):
        return
    strange = [word for word in strange if not (is_listed(word) or all(map(is_listed, words_of(word))))]
    for language in _UNMARKED if strange else ():
        made = {word: language.in_english(word) for word in strange}
        known = {word: name for word, name in made.items() if name != word and all(map(is_listed, words_of(name)))}
        if known:
            yield " ".join(known.get(word, word) for word in words)


def with_article(text: str, is_listed: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """A name with an article that French writes as it sounds before an Arabic surname, and the surname, but
    that of a title: Mohamed Essoughayer is Mohamed al-Sughayer. In small letters. No listed word is read so."""
    if not _MAY_HAVE_ARTICLE.search(text):
        return
    words = text.casefold().split()
    for at, word in enumerate(words):
        if (found := _WITH_ARTICLE.fullmatch(word)) and not is_listed(word):
            double, hush, plain = found.groups()
            name = "sh" + hush if hush else double or plain
            spelt = " ".join([*words[:at], f"al-{name}", *words[at + 1 :]])
            name, spelt = (_FRENCH.sub(lambda each: _AS_ENGLISH[each[0]], each) for each in (name, spelt))
            yield spelt, "" if name in TITLES else name


_MAY_HAVE_ARTICLE = re.compile(r"(?<![^\W_])[Ee](?:[SsDdRrNnZzTt]{2}|[Cc][Hh]|[Ll])")
_WITH_ARTICLE = re.compile(
    r"e(?:(?:s(?=s)|d(?=d)|r(?=r)|n(?=n)|z(?=z)|t(?=t)|l(?=l))([a-z]{4,})|(?:ch){1,2}([aoei][a-z]{2,})|l([bdfghjkmnqrstwz][a-z]{3,}))"
)
_AS_ENGLISH = {"ou": "u", "ch": "sh", "dj": "j", "gu": "g"}
_FRENCH = re.compile("|".join(_AS_ENGLISH))


def _translated(typed: str) -> Iterator[str]:
    """With the words of bodies and firms in English, each way that English has."""
    words = _APART.split(typed if typed.isascii() else _ARTICLE.sub("", typed))
    if not any(map(_may_be_translated, words)):
        return
    parts = [part for word in words for part in _parts(word) if part not in _SMALL]
    english = [_english_of(part) for part in parts]
    if any(english):
        for way in (0, -1):
            yield " ".join(put[way] if put else to_latin(part) for part, put in zip(parts, english, strict=True))


def describes_a_body(name: str, text: str) -> bool:
    """Whether a name that a text begins with is an adjective, and what bodies are called stands behind it in small
    letters: Уральский банк."""
    _, _, behind = text.strip().partition(f"{name} ")
    return bool(_ADJECTIVE.fullmatch(name)) and behind[:1].islower() and _may_be_translated(behind)


def _may_be_translated(word: str) -> bool:
    return word[:BEGINNING] in _BEGINNINGS or word[:SHORT_STEM] in _SHORT_STEMS


@lru_cache(maxsize=4_000)  # names of firms share words
def _parts(word: str) -> tuple[str, ...]:
    """The words of a compound: Volksarmee, Atomenergieorganisation."""
    if len(word) < COMPOUND or not _may_be_translated(word):
        return (word,)
    return tuple(_HEAD.sub(r"\1 ", word).split())


@lru_cache(maxsize=4_000)
def _english_of(word: str) -> tuple[str, ...]:
    whole = _ENGLISH.get(word)
    if whole is not None or not _may_be_translated(word):
        return whole or ()
    begun = (word[:end] + "*" for end in range(len(word), 1, -1))
    return next((_ENGLISH[each] for each in begun if each in _ENGLISH), ())
