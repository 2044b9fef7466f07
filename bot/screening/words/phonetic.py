"""How a word sounds, roughly and across scripts: a key of its consonants.

The key brings together what transliterations of one name differ in: Qadhafi, Gaddafi and Kadafi; Sergey, Sergei and
Serhii; Mikhail and Mihail; Yevgeny and Evgenii. It is coarse, so it finds candidates and lends weight to a likeness
of spelling; it never makes one by itself (Olga and Oleg share a key).

Each function takes one word, or many, a line each: a list of a million words is read in a few passes.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

MANY = 100  # letters of words that arrays tell faster which are doubled
_SOUNDS = {
    **dict.fromkeys(("shch", "tsch", "sch", "tch", "ch", "sh"), "S"),
    "tsh": "tS",
    **dict.fromkeys(("dzh", "dj", "zh", "dg"), "J"),
    **dict.fromkeys(("ts", "tz", "tc", "cz", "c"), "s"),
    **{"ph": "f", "th": "t", "dh": "d", "gh": "k", "ck": "k", "kh": "h"},
}
_TOGETHER = re.compile(
    "shch|tsch|tsh|sch|tch|ch|sh|dzh|dj|zh|dg(?=[eiy])|ts|tz|tc(?=[eiy])|cz|ph|th|dh|gh|ck|kh|c(?=[eiy])"
)
_ALIKE = str.maketrans("wgqcz", "vkkks")  # of one letter each: that is some five times faster
_LAST_F, _LAST_H = re.compile("f$", re.MULTILINE), re.compile("(?<=[^\\n])h$", re.MULTILINE)
_FIRST_VOWEL, _LEAD = re.compile("^[aeiouy]", re.MULTILINE), re.compile("^A+", re.MULTILINE)
_GLIDE = re.compile(r"(?<=[aeiou])j(?![aeiou])")
_VOWELS = str.maketrans("J", "j", "aeiouy")
_LONG_VOWELS = str.maketrans("", "", "wv")
_WRITTEN_VOWELS = str.maketrans("", "", "aeiou")
_VOWEL_SET = frozenset("aeiouy")
_MAY_BE_TOGETHER = frozenset("hczg")  # one of them, ts or dj is in each of the above


def key(word: str) -> str:
    """The consonants as they sound; a vowel only at the start, as A."""
    word = _once(_joined(word))
    if "f" in word:
        word = _LAST_F.sub("v", word)
    if "h" in word:
        word = _LAST_H.sub("", word)
    word = _alike(word)
    if "j" in word:
        word = _GLIDE.sub("", word)
    return _FIRST_VOWEL.sub("A", word).translate(_VOWELS)


@lru_cache(maxsize=50_000)
def weak_key(word: str) -> str:
    """The weak key of one word, remembered."""
    return weak_keys(word)


def weak_keys(word: str) -> str:
    """The key without what Arabic writes as a long vowel (w, in Persian v), and without the leading vowel.

    Letters that Arabs, Persians and Pashtuns read differently are one: th and s, dh and z. kh is not h.
    """
    plain = word.translate(_LONG_VOWELS).replace("kh", "X").replace("th", "s").replace("dh", "z").replace("dz", "d")
    return _LEAD.sub("", key(plain)).replace("X", "x")


def persian_key(word: str) -> str:
    """The weak key of a word in Arabic letters as a Persian reads it: the letter "dz" is a z."""
    return weak_key(word.replace("dz", "z"))


def sounded(word: str) -> str:
    """The word as it sounds, vowels and all."""
    return _alike(_once(_joined(word))).replace("y", "i").replace("j", "J")


def skeleton(word: str) -> str:
    """The written consonants: what is left when vowels are dropped."""
    return word.translate(_WRITTEN_VOWELS)


def _joined(word: str) -> str:
    """The word with one sign for each sound that is written with several letters."""
    if _MAY_BE_TOGETHER.isdisjoint(word) and "ts" not in word and "dj" not in word:
        return word
    return _TOGETHER.sub(lambda found: _SOUNDS[found.group()], word)


def _alike(word: str) -> str:
    """The word with one letter for those that sound alike."""
    return word.replace("x", "ks").translate(_ALIKE)


def _once(word: str) -> str:
    """The word with doubled letters written once."""
    if len(word) < MANY or not word.isascii():
        return _DOUBLED.sub(_first_letter, word)
    letters = np.frombuffer(word.encode(), dtype=np.uint8)
    new = np.ones(len(letters), dtype=np.bool_)
    new[1:] = (letters[1:] != letters[:-1]) | (letters[1:] == ord("\n"))
    return letters[new].tobytes().decode()


def _first_letter(found: re.Match[str]) -> str:
    return found.group(1)


def is_vowelless(word: str) -> bool:
    return len(word) >= 2 and not (_VOWEL_SET - {"y"}) & set(word)


_ROMAN: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (needs, re.compile(pattern), to)
    for needs, pattern, to in (
        ("x", r"x", "ks"),
        ("sch", r"sch", "S"),
        ("shch", r"shch", "S"),
        ("kh", r"kh", "h"),
        ("zh", r"zh", "j"),
        ("tz", r"tz", "ts"),
    )
)
_ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), to)
    for pattern, to in (
        (r"([aeou])(?:[iyj]+)(?=$|[^aeiouy])", r"\1i"),
        (r"(?:i[yi]|y[yi]|[iyj])(?=$)", "i"),
        (r"(?:[yij])(?=[aeou])", ""),
    )
)
_IOTAS = frozenset("iyj")
_DOUBLED = re.compile(r"(.)\1+")


def romanised(word: str) -> str:
    """A spelling under which the usual romanisations of one Cyrillic word agree (Sergei, Sergey; Yuri, Iurii)."""
    for needs, pattern, to in _ROMAN:
        if needs in word:
            word = pattern.sub(to, word)
    if _IOTAS.isdisjoint(word):
        return _once(word)
    for pattern, to in _ENDINGS:
        word = pattern.sub(to, word)
    return _once(word.replace("y", "i").replace("j", "i"))
