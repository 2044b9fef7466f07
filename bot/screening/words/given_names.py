"""Given names that are forms of one another: transliterations, diminutives, and the same name across languages."""

from __future__ import annotations

import re

from bot.screening.words.data import data_lines
from bot.screening.words.phonetic import romanised

_GROUPS = data_lines("given_names.txt")
_GROUP_OF: dict[str, int] = {name: number for number, group in enumerate(_GROUPS, 1) for name in group.split()}


_BY_ROMAN = {romanised(name): group for name, group in _GROUP_OF.items()}  # kostyantin, as kostyantyn

_FATHERS = {stem: group for name, group in _GROUP_OF.items() if len(stem := name.rstrip("aeiouy")) >= 3}
_FATHERS |= dict.fromkeys(("yak", "yakovl", "iakovl", "jakovl"), _GROUP_OF["yakov"])  # Yakovich, Yakovlevich
_PATRONYMIC = re.compile(r"^([a-z]{3,}?)[aeiouy]*(?:v(i[ct]c?h|ych|ic)|vna|chna)$")


def group_of(name: str, roman: str = "") -> int:
    """The number of the name's group of forms; 0 where it is not known. Two groups are two names: Oleg and Olga.

    `roman` is the name romanised, where it is known. A patronymic belongs with the other forms of the father's name:
    Nikolaevna and Mykolaivna.
    """
    group = _GROUP_OF.get(name, 0) or _BY_ROMAN.get(roman or romanised(name), 0)
    if not group and len(name) >= 6 and (found := _PATRONYMIC.match(name)):
        father = _FATHERS.get(found.group(1), 0)
        group = father and len(_GROUPS) + 2 * father + bool(found.group(2))
    return group


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name or patronymic, and no surname that is grouped with its spellings."""
    return group_of(word) not in (0, _GROUP_OF["qadhafi"])
