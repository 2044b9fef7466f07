"""Given names that are forms of one another: transliterations, diminutives, and the same name across languages; and the
surnames and given names that Spanish cuts short."""

from __future__ import annotations

import re

from bot.screening.words.data import data_lines
from bot.screening.words.phonetic import romanised
from bot.screening.words.weak_words import COMMON_PEOPLE

_GROUPS = data_lines("given_names.txt")
_GROUP_OF: dict[str, int] = {name: number for number, group in enumerate(_GROUPS, 1) for name in group.split()}


_BY_ROMAN = {romanised(name): group for name, group in _GROUP_OF.items()}  # kostyantin, as kostyantyn

_FATHERS = {stem: group for name, group in _GROUP_OF.items() if len(stem := name.rstrip("aeiouy")) >= 3}
_FATHERS |= dict.fromkeys(("yak", "yakovl", "iakovl", "jakovl"), _GROUP_OF["yakov"])  # Yakovich, Yakovlevich
_LAST_LETTERS = ("h", "ic", "na")  # of each of these:
_PATRONYMIC = re.compile(r"^([a-z]{3,}?)[aeiouy]*(?:v(i[ct]c?h|ych|ic)|vna|chna)$")


def group_of(name: str, roman: str = "") -> int:
    """The number of the name's group of forms; 0 where it is not known. Two groups are two names: Oleg and Olga.

    `roman` is the name romanised, where it is known. A patronymic belongs with the other forms of the father's name:
    Nikolaevna and Mykolaivna.
    """
    group = _GROUP_OF.get(name, 0) or _BY_ROMAN.get(roman or romanised(name), 0)
    if not group and len(name) >= 6 and name.endswith(_LAST_LETTERS) and (found := _PATRONYMIC.match(name)):
        father = _FATHERS.get(found.group(1), 0)
        group = father and len(_GROUPS) + 2 * father + bool(found.group(2))
    return group


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name or patronymic, and no surname that is grouped with its spellings."""
    return group_of(word) not in (0, _GROUP_OF["qadhafi"])


LEAST_LESS = 2  # letters of FDEZ that its whole has more
_SONS = sorted(name for name in COMMON_PEOPLE if name.endswith("ez"))
_SHORT_GIVEN = {
    "ma": "maria",
    "fco": "francisco",
    "gpe": "guadalupe",
    "anto": "antonio",
    "jse": "jose",
    "alej": "alejandro",
}
_SON = re.compile("(?=....)[^aeiou]{1,5}u?ez|[^aeiou]{3,6}")
_LAST_Z = re.compile(r"[zZ](?!\w)")
_CONTRACTED = re.compile(r"(?<!\w)([^\W\d_]{2,7})\.?(?!\w)")


def in_spanish(text: str) -> str:
    """A name with what Spanish cuts short written out: FDEZ. is Fernandez, RGUEZ Rodriguez, MA Maria. A surname on -ez
    keeps its first letter, its last, and some between in order; a given name is cut only beside one."""
    if not _LAST_Z.search(text):  # most names
        return text
    made = _CONTRACTED.sub(lambda found: _son(found[1].casefold()) or found[0], text)
    if made == text:
        return text
    return _CONTRACTED.sub(lambda found: _SHORT_GIVEN.get(found[1].casefold(), found[0]), made)


def _son(short: str) -> str:
    if not short.endswith("z") or not _SON.fullmatch(short):
        return ""
    likely = (name for name in _SONS if name[0] == short[0] and len(name) - len(short) >= LEAST_LESS)
    return next((name for name in likely if _in_order(short, name)), "")


def _in_order(letters: str, whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in letters)
