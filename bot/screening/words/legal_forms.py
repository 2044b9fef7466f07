"""Legal forms of companies, in the Latin spellings that folding leaves ("ООО" is read as "ooo").

Each form belongs to a kind. Forms of one kind are the same for screening (PAO, PJSC, "public joint stock company");
forms of different kinds tell companies apart (AG and GmbH). OPEN forms (company, corporation) fit every kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.screening.words.abbreviations import abbreviates
from bot.screening.words.data import data_lines
from bot.screening.words.normalise import MISREAD

STOCK, LIMITED, PARTNERSHIP, NONPROFIT, STATE, OPEN = "stock", "limited", "partnership", "nonprofit", "state", "open"
KINDS = ("", STOCK, LIMITED, PARTNERSHIP, NONPROFIT, STATE, OPEN)  # "" is no form


LEAST_FIRST = 5  # letters of a first word that is abbreviated, and of the one behind it, less one
_CO_AS_C = ("jsc", "llc")  # written with the whole of Co, too: PJSCo, LLCo


def _read() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for line in data_lines("legal_forms.txt"):
        kind, _, phrases = line.partition(": ")
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            table[words] = kind
            table.setdefault(words[::-1], kind)  # "Sberbank company stock joint", its words turned round
            if words[-1].endswith(_CO_AS_C):
                table.setdefault((*words[:-1], words[-1] + "o"), kind)
    return table


FORMS = _read()
_LONGEST = max(map(len, FORMS))
_JSC = frozenset(form[-1] for form in FORMS if form[-1].endswith(_CO_AS_C))
FORM_WORDS = frozenset(word for form in FORMS for word in form)
_STARTS = frozenset(form[0] for form in FORMS)


def no_forms(words: list[str]) -> bool:
    """Whether there can be no legal form in the words, told at once."""
    return _STARTS.isdisjoint(words)


def forms_in(words: list[str]) -> list[tuple[int, int, str]]:
    """Where legal forms stand in the words: (start, end, kind), the longest first at each place."""
    found = []
    at = 0
    while at < len(words):
        size = 0
        if words[at] in _STARTS:
            size = next(
                (n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(words[at : at + n]) in FORMS), 0
            )
        if size:
            found.append((at, at + size, FORMS[tuple(words[at : at + size])]))
        at += size or 1
    return found


_LONG_WORDS = (
    "company", "corporation", "limited", "liability", "partnership", "incorporated", "aktiengesellschaft",
    "obshchestvo", "joint", "stock", "public", "private", "closed", "aktsionernoe", "kompaniya", "gesellschaft",
    "enterprise", "federal", "unitary",
)  # fmt: skip
_ABBREVIATED = {  # by their first letter
    **{"c": ("company", "corporation"), "i": ("incorporated",), "j": ("joint",), "l": ("limited", "liability")},
    **{"p": ("public", "private"), "s": ("stock",), "e": ("enterprise",), "u": ("unitary",), "f": ("federal",)},
}
_FIRSTS: dict[str, list[tuple[str, tuple[str, ...]]]] = {}  # long first words of forms, by the second
for _form in sorted(FORMS, key=len, reverse=True):
    if len(_form) > 1 and len(_form[0]) > LEAST_FIRST and len(_form[1]) > LEAST_FIRST and _form[1] not in _LONG_WORDS:
        _FIRSTS.setdefault(_form[1], []).append((_form[0], _form[1:]))
_BARE = {re.sub("[aeiou]", "", word): word for word in _LONG_WORDS}


def mended(words: list[str], is_listed: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The words with misspelt or vowelless words of legal forms put right, and spaced letters ("J. S. C.") joined.

    A word is changed only if it then is part of a legal form: "stork" alone stays. One that is abbreviated (JT STK CO,
    COMP) must be at the end, and none that a list has by itself.
    """
    words = _written_out(_joined(words))
    tried = [_mend(word) for word in words]
    if tried == words:
        return words
    for start, end, _ in forms_in(words):  # limitée, of a form of several words as it stands
        if end - start > 1:
            tried[start:end] = words[start:end]
    covered: set[int] = set()
    for start, end, _ in forms_in(tried):
        if (
            end - start == 1
            and _expanded(words[start])
            and (not 0 < start == len(words) - 1 or is_listed(words[start]))
        ):
            continue
        if end - start > 1 or len(tried[start]) >= 7 or len(tried[start]) <= 3:
            covered.update(range(start, end))
    return [tried[at] if at in covered else word for at, word in enumerate(words)]


def _written_out(words: list[str]) -> list[str]:
    """The words with the first of a legal form written out where the rest of it follows: SOC. ANONIMA, AKC. DRUSTVO."""
    for at in range(len(words) - 1):
        if words[at + 1] not in _FIRSTS or (words[at], words[at + 1]) in FORMS:
            continue
        for first, rest in _FIRSTS[words[at + 1]]:
            if (
                tuple(words[at + 1 : at + 1 + len(rest)]) == rest
                and len(words[at]) > 2
                and abbreviates(words[at], first)
            ):
                return [*words[:at], first, *words[at + 1 :]]
    return words


def may_be_mended(word: str) -> bool:
    """Whether a word is put right where it then is part of a legal form."""
    return _mend(word) != word


@lru_cache(maxsize=20_000)
def _mend(word: str) -> str:
    if len(word) <= 3 and not word.isalpha() and not word.isdigit():  # C0 for Co, 5A for SA
        read = word.translate(MISREAD)
        return read if (read,) in FORMS else word
    if word in _BARE:
        return _BARE[word]
    if word in _LONG_WORDS:
        return word
    if len(word) < 4:
        return _expanded(word) or word
    likely = _begun_alike(len(word), word[0], word[1])
    near = extractOne(word, likely, scorer=OSA.distance, score_cutoff=1) if likely else None
    return near[0] if near else _expanded(word) or word


@lru_cache(maxsize=4_000)
def _begun_alike(size: int, first: str, second: str) -> tuple[str, ...]:
    """The long words that a word of this size and these first letters may be, but for one slip."""
    return tuple(
        whole
        for whole in _LONG_WORDS
        if abs(len(whole) - size) <= 1
        and (whole[0] == first or whole[1] == second or whole[1] == first or whole[0] == second)
    )


def _expanded(word: str) -> str:
    """The word of a legal form that a word abbreviates; "" where there is none."""
    likely = _ABBREVIATED.get(word[0], ())
    return next((whole for whole in likely if abbreviates(word, whole)), "") if likely else ""


def _joined(words: list[str]) -> list[str]:
    if "co" in words:  # P.J.S.Co. comes as pjs co
        at = words.index("co")
        if at and words[at - 1] + "c" in _JSC:
            words = [*words[: at - 1], words[at - 1] + "co", *words[at + 1 :]]
    if not any(len(word) == 1 for word in words):
        return words
    for size in (4, 3, 2):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            apart = all(len(word) == 1 for word in run[:-1]) and (len(run[-1]) == 1 or run[-1] == "co")
            if apart and ("".join(run),) in FORMS:
                return _joined([*words[:at], "".join(run), *words[at + size :]])
    return words
