"""How a word sounds, roughly and across scripts: a key of its consonants.

The key brings together what transliterations of one name differ in: Qadhafi, Gaddafi and Kadafi; Sergey, Sergei and
Serhii; Mikhail and Mihail; Yevgeny and Evgenii. It is coarse, so it finds candidates and lends weight to a likeness
of spelling; it never makes one by itself (Olga and Oleg share a key).
"""

from __future__ import annotations

import re

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"shch|sch|tsch|tch|ch|sh", "S"),
        (r"dzh|dj|zh|dg(?=[eiy])", "J"),
        (r"ts|tz|cz|c(?=[eiy])", "s"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"gh|ck", "k"),
        (r"kh", "h"),
        (r"(.)\1+", r"\1"),
        (r"x", "ks"),
        (r"(?:ff|f|v)$", "v"),
        (r"w", "v"),
        (r"[gqc]", "k"),
        (r"(?<=[aeiou])j(?![aeiou])", "i"),
        (r"j", "J"),
        (r"z", "s"),
        (r"(?<=.)h$", ""),
    )
)
_VOWELS = re.compile(r"[aeiouy]+")
_WRITTEN_VOWELS = re.compile(r"[aeiou]+")
_VOWEL_SET = frozenset("aeiouy")


def key(word: str) -> str:
    """The consonants as they sound; a vowel only at the start, as A."""
    for pattern, to in _RULES:
        word = pattern.sub(to, word)
    lead = "A" if word[:1] in _VOWEL_SET else ""
    return lead + _VOWELS.sub("", word).replace("J", "j")


def weak_key(word: str) -> str:
    """The key without what Arabic writes as a long vowel (w, in Persian v), and without the leading vowel."""
    return key(re.sub("[wv]", "", word)).lstrip("A")


def skeleton(word: str) -> str:
    """The written consonants: what is left when vowels are dropped."""
    return _WRITTEN_VOWELS.sub("", word)


def is_vowelless(word: str) -> bool:
    return len(word) >= 2 and not (_VOWEL_SET - {"y"}) & set(word)


_ROMAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"x", "ks"),
        (r"shch|sch", "S"),
        (r"kh", "h"),
        (r"zh", "j"),
        (r"tz", "ts"),
        (r"([aeou])(?:[iyj]+)(?=$|[^aeiouy])", r"\1i"),
        (r"(?:i[yi]|y[yi]|[iyj])(?=$)", "i"),
        (r"(?:[yij])(?=[aeou])", ""),
        (r"[yj]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def romanised(word: str) -> str:
    """A spelling under which the usual romanisations of one Cyrillic word agree (Sergei, Sergey; Yuri, Iurii)."""
    for pattern, to in _ROMAN:
        word = pattern.sub(to, word)
    return word
