"""How usual a word is in the languages that are read here: words of everyday use vouch for no name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.questions.data import table
from bot.screening.words.given_names import is_given_name

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es")
COMMON = 1e-4  # of all words, the share from where on one is ordinary though somebody is called so
_ALONE = 20  # times as often as in any other language is a word used that is of one language
_OF_A_ROOT = 1e-6  # the share of a word from where on what English makes of it is no name: colourless, printouts
_DERIVED = re.compile(r"(\w{5,}?)(ably|ly|less|ness|ers?|outs?)")
_PATRONYMIC = re.compile(r"[oeiоеєі](?:v[iy]ch|vna|вич|вна|вни)\w{0,3}")
_GIVEN = frozenset(table("names")["given_names"].split())


@lru_cache(maxsize=1)
def _shares() -> tuple[Mapping[str, float], ...]:
    """Of each language the words used once in a million and more, with their share (wordfreq, docs/decisions)."""
    from wordfreq import get_frequency_dict  # costs 0.2 s: only once something is read

    return tuple(get_frequency_dict(language, "small") for language in LANGUAGES)


@lru_cache(maxsize=20_000)
def is_everyday(word: str) -> bool:
    """Whether a folded word is used every day in one of the languages and is no mere given name."""
    share = max(shares.get(word, 0.0) for shares in _shares())
    if not share and (made := _DERIVED.fullmatch(word)) and word not in _GIVEN:
        root = made[1] + ("able" if made[2] == "ably" else "")
        return _shares()[0].get(root, 0.0) >= _OF_A_ROOT
    if share >= COMMON or not share:
        return share > 0
    return word not in _GIVEN and not is_given_name(word) and not _PATRONYMIC.search(word)


def is_common(word: str) -> bool:
    return max(shares.get(word, 0.0) for shares in _shares()) >= COMMON


def common_english() -> list[str]:
    return [word for word, share in _shares()[0].items() if share >= COMMON]


@lru_cache(maxsize=20_000)
def _language_of(word: str, least: float) -> str:
    """The one language that a word of at least this share is of: "ist", "the"; "" for "in" and "was"."""
    shares = sorted(((own.get(word, 0.0), language) for own, language in zip(_shares(), LANGUAGES, strict=True)))
    (second, _), (share, language) = shares[-2:]
    return language if share >= max(least, _ALONE * second) else ""


def language_of(words: Iterable[str], least: float = COMMON) -> str:
    """The language that more of the folded words are of than of any other; "" where there is none. Only words of at
    least this share count."""
    votes = Counter(filter(None, (_language_of(word, least) for word in words))).most_common(2)
    return votes[0][0] if votes and (len(votes) == 1 or votes[0][1] > votes[1][1]) else ""


@lru_cache(maxsize=20_000)
def is_of_german(word: str) -> bool:
    """Whether a word is used in German, or made of two that are: Hamburg, Preisdeckel, Urals-Rohöl."""
    german = _shares()[LANGUAGES.index("de")]
    cuts = ((word[:at], word[at:].removeprefix("-")) for at in range(4, len(word) - 4))
    made = any(end in german and {begin, begin.removesuffix("s")} & german.keys() for begin, end in cuts)
    return made or word in german or "-" in word
