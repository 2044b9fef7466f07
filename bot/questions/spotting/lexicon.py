"""What words do in a question, by language: data files read once, and looked up word by word.

Beside them small sets of words that tell where one name ends (`data/names.toml`) and of parts in asking
(`data/parts.toml`); the kinds of party (`data/kinds.toml`).

A key ("listed", "watch") is an act or a part that a word plays; `filler` are words that play none, but that no name is
known by. An entry is a word or phrase; "санкци*" stands for any ending, "…" for other words. A word may
play several parts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.questions.data import Sets, table, text_of, words
from bot.sanctions.briefing.terms import glossary
from bot.sanctions.party import Schema
from bot.screening.words.given_names import is_given_name
from bot.screening.words.legal_forms import FORMS

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "it", "pl", "tr", "ar", "fa", "ko", "zh")
WORD = re.compile(r"[^\W_]+(?:(?!-t-(?:ils?|elles?|on)\b)['’.&-]+[^\W_]+)*(?:(?<=[^\W\d_])\+(?!\w))?")
TERM = "term:"
Words = tuple[str, ...]
_SHORTEST = 4  # letters of a word that has an ending
_GENITIVE = 5  # letters of the shortest name that may end in a German one
_DECLINED = re.compile(r"[а-яёіїєґ가-힣]", re.IGNORECASE)

_ENDINGS = [(ending, [*others.replace("-", "").split("/")]) for ending, others in table("names")["endings"].items()]
_ORDINARY = frozenset(["ordinary"])


class Lexicon:
    """All languages at once: a desk writes several in one message."""

    def __init__(self, entries: Iterable[tuple[Words, str]], begun: Iterable[tuple[str, str]]) -> None:
        self._phrases: dict[str, dict[Words, set[str]]] = {}
        self._stems: dict[str, dict[Words, set[str]]] = {}
        for entry, part in entries:
            place = self._stems if entry[0].endswith("*") else self._phrases
            place.setdefault(entry[0].rstrip("*"), {}).setdefault(entry, set()).add(part)
        self._shortest = min(map(len, self._stems))
        self.openers: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for phrase, part in begun:
            word, _, rest = phrase.partition(" ")
            ahead = re.compile(re.escape(f" {rest}").replace(r"\ …\ ", r".{0,50}?\b"), re.IGNORECASE)
            self.openers.setdefault(word, []).append((ahead, part))

    def longest(self, words: Sequence[str], place: int, end: int | None = None) -> tuple[int, frozenset[str]]:
        """The longest phrase that begins at a word and ends before `end`: how many words it takes, and all parts it
        plays; (0, none)."""
        size, parts = 0, frozenset[str]()
        end = len(words) if end is None else end
        for phrase, own in self._beginning(words[place], words[place + 1] if place + 1 < end else ""):
            if (long := len(phrase)) < size:
                break
            if place + long <= end and (long < 3 or all(map(_is, phrase[2:], words[place + 2 : end]))):
                size, parts = long, parts | own if parts else own
        return size, parts

    @lru_cache(maxsize=20_000)  # noqa: B019 one lexicon lives as long as the process
    def _beginning(self, word: str, after: str) -> tuple[tuple[Words, frozenset[str]], ...]:
        """The phrases that may begin with a word and the one behind it, the longest first."""
        stems = (word[:size] for size in range(self._shortest, len(word) + 1))
        found = [self._phrases.get(word, {}), *(self._stems[stem] for stem in stems if stem in self._stems)]
        every = [(phrase, frozenset(own)) for phrases in found for phrase, own in phrases.items()]
        going_on = (each for each in every if all(map(_is, each[0][1:2], (after,))))
        return tuple(sorted(going_on, key=lambda each: -len(each[0])))

    def begun(self, word: str, text: str, at: int) -> list[str]:
        """The parts of the phrases that begin with one of the openers and end somewhere from a place on: "take … off …
        list"."""
        return [part for end, part in self.openers[word] if end.match(text[at:])]

    @lru_cache(maxsize=20_000)  # noqa: B019 one lexicon lives as long as the process
    def parts(self, word: str) -> frozenset[str]:
        """What a word by itself does; nothing where it is not known."""
        return self.longest((word,), 0)[1] or (_ORDINARY if is_everyday(word) else frozenset())

    def plays(self, word: str) -> bool:
        """Whether a word does something in a question, and is not merely an everyday one."""
        return bool(self.parts(word) - _ORDINARY)

    @lru_cache(maxsize=20_000)  # noqa: B019 one lexicon lives as long as the process
    def is_rare(self, word: str) -> bool:
        """Whether an everyday word does nothing in a question, and is no very common one."""
        return self.parts(word) == _ORDINARY and not is_common(word)

    def knows(self, word: str) -> bool:
        return bool(self.parts(word))


def _is(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


def folded(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("’", "'")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All phrases; those of the glossary as "term:KEY"."""
    said = [(phrase, part) for language in LANGUAGES for part, own in read(language).items() for phrase in own]
    said += [(phrase, f"{TERM}{key}") for key, term in glossary().items() for phrase in term.words]
    return Lexicon([(entry_of(s), part) for s, part in said if "…" not in s], [each for each in said if "…" in each[0]])


def entry_of(phrase: str) -> Words:
    """A phrase in words as texts have them, "*" kept at the end of a stem."""
    return tuple(word + "*" * (f"{word}*" in folded(phrase)) for word in WORD.findall(folded(phrase)))


def read(language: str) -> dict[str, list[str]]:
    """One language's phrases by part."""
    every = tomllib.loads(text_of(f"{language}.toml", "bot.questions.lexicons"))
    return {part: [p.strip() for p in said.split("|") if p.strip()] for part, said in every.items()}


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """A word as typed, and what it may be in the nominative: Дерипаску, Дерипаска; of a German genitive: Deripaskas."""
    if len(word) < _SHORTEST or not _DECLINED.search(word):
        genitive = len(word) > _GENITIVE and word.endswith("s") and word[0].isupper() and word[-2:].islower()
        return (word, word[:-1]) if genitive and not is_known(word.casefold()) else (word,)
    low, found = word.casefold(), [word]
    shortest = 3 + (word.islower() and is_known(word))  # летим
    for ending, others in _ENDINGS:
        if low.endswith(ending) and (size := len(low) - len(ending)) >= shortest:
            found += [word[:size] + (other.upper() if word.isupper() else other) for other in others]
    return tuple(dict.fromkeys(found))


sets = Sets("names", "parts")
sets.FIRMS_WITH_AND = frozenset(table("names")["firms_with_and"])
_FORMS = frozenset(said for form in sets.LEGAL_FORMS if len(form) > 1 for said in (form, form.replace(".", "")))


def is_form(word: str) -> bool:
    """Whether a folded word is a legal form, with its full stops or without: s.a, c.v, ltd. Not a letter alone."""
    return word in _FORMS or ("." in word and word.replace(".", "") in _FORMS)


LETTERS = 5  # of a part of a legal form, and parts of one
OF_FORMS = frozenset(part for form in FORMS if len(form) > 1 for part in form)


def may_be_of_a_form(word: str) -> bool:
    """Whether a word may be a part of a legal form in several: z o.o, s.a."""
    parts = word.split(".")
    return not word.isascii() or "".join(parts) in OF_FORMS or OF_FORMS.issuperset(parts)


class KindOfParty(NamedTuple):
    """`schema`: the type that lists give such a party, where they do. `words`: words that stand in for what no list
    says, looked for in names; none where nothing does. `craft`: a word of the type that lists give a ship.
    `nearest`: the programs that stand in for what no list says."""

    called: str
    schema: Schema | None = None
    words: tuple[str, ...] = ()
    craft: str = ""
    nearest: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """The narrowest first, and wallets before whose they are."""
        narrow = self.words or self.craft or self.nearest
        return not (self.schema or self.nearest), self.schema is not Schema.CRYPTO_WALLET, not narrow


def _kind(row: Mapping[str, str]) -> KindOfParty:
    schema = Schema(row["schema"]) if "schema" in row else None
    words_of, nearest = (tuple(row.get(key, "").split()) for key in ("words", "nearest"))
    return KindOfParty(row["called"], schema, words_of, row.get("craft", ""), nearest)


KINDS = {word: _kind(row) for row in table("kinds")["kind"] for word in words(row["typed"])}
TYPES = {word: Schema(schema) for schema, said in table("names")["types"].items() for word in said.split()}
CRAFT_TYPES = words(table("kinds")["craft_types"])
sets.DESCRIBING = frozenset(KINDS) | CRAFT_TYPES | sets.GRAMMAR | sets.LIGHT | sets.HOLDING


def is_abbreviated(before: str, after: str) -> bool:
    """Whether a full stop only shortens a word of a firm's name: what follows are such words up to a legal form."""
    last, ahead = before[-5:].rsplit(" ", 1)[-1], after.split(",")[0].split()[:4]
    ends = next((at for at, word in enumerate(ahead) if is_form(word.rstrip(".").casefold())), len(ahead))
    short = all(word[0].isupper() and len(word) < 6 for word in (last or "a", *ahead[: ends + 1]))
    # Cia. Limitada
    return ends < len(ahead) and len(last) < 5 and (short or (ends == 0 and is_form(last.casefold())))


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    return word in sets.GIVEN_NAMES or is_given_name(word)


def is_of_a_person(word: str) -> bool:
    """Whether a word is a given name or a patronymic."""
    return is_given(word) or is_patronymic(word)


def is_patronymic(word: str) -> bool:
    return _PATRONYMIC.search(word) is not None


def is_known(word: str) -> bool:
    """A word that is known, or a contraction: can't, you're."""
    known = lexicon().knows(word) or word in KINDS or word in TYPES
    return known or word.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m"))


_COUNTED = ("en", "ru", "uk", "de", "fr", "es")  # languages whose everyday words are counted
COMMON = 1e-4  # of all words, the share from where on one is ordinary though somebody is called so
_ALONE = 20  # times as often as in any other language is a word used that is of one language
_OF_A_ROOT = 1e-6  # the share of a word from where on what English makes of it is no name: colourless, printouts
_DERIVED = re.compile(r"(\w{5,}?)(ably|ly|less|ness|ers?|outs?)")
_ADVERB = re.compile(r"(\w{4,}?)(?:ly|ment|mente)")
_PATRONYMIC = re.compile(r"[oeiоеєі](?:v[iy]ch|vna|вич|вна|вни)\w{0,3}")


@lru_cache(maxsize=1)
def _shares() -> tuple[Mapping[str, float], ...]:
    """Of each language the words used once in a million and more, with their share (wordfreq, docs/decisions)."""
    from wordfreq import get_frequency_dict  # costs 0.2 s: only once something is read

    return tuple(get_frequency_dict(language, "small") for language in _COUNTED)


@lru_cache(maxsize=20_000)
def is_everyday(word: str) -> bool:
    """Whether a folded word is used every day in one of the languages and is no mere given name."""
    share = max(shares.get(word, 0.0) for shares in _shares())
    if not share and "-" in word:  # cut-off, full-scale; not al-bank
        parts = word.split("-")
        return all(len(part) > 1 and part not in sets.NAME_ENDS | sets.JOINERS and is_everyday(part) for part in parts)
    if not share and (made := _DERIVED.fullmatch(word)) and word not in sets.GIVEN_NAMES:
        return _shares()[0].get(made[1] + ("able" if made[2] == "ably" else ""), 0.0) >= _OF_A_ROOT
    if share >= COMMON or not share:
        return share > 0
    return word not in sets.GIVEN_NAMES and not is_given_name(word) and not _PATRONYMIC.search(word)


def is_foreign(word: str) -> bool:
    """Whether a folded word is used every day in another language than English, where hardly: Anwalt, аванс."""
    english, *others = (shares.get(word, 0.0) for shares in _shares())
    return is_everyday(word) and max(others) > _ALONE * english


def is_english(word: str) -> bool:
    """Whether a folded word is used every day in English, or is one of the lexicon."""
    return word in _shares()[0] or lexicon().plays(word)


@lru_cache(maxsize=20_000)
def is_adverb(word: str) -> bool:
    """Whether a folded word is made as an adverb is, out of one of every day: presently, actuellement."""
    made = _ADVERB.fullmatch(word)
    return made is not None and any(made[1] in shares for shares in _shares())


def is_common(word: str, least: float = COMMON) -> bool:
    return max(shares.get(word, 0.0) for shares in _shares()) >= least


def common_english() -> list[str]:
    return [word for word, share in _shares()[0].items() if share >= COMMON]


@lru_cache(maxsize=20_000)
def _language_of(word: str, least: float) -> str:
    """The one language that a word of at least this share is of: "ist", "the"; "" for "in" and "was"."""
    shares = sorted(((own.get(word, 0.0), language) for own, language in zip(_shares(), _COUNTED, strict=True)))
    (second, _), (share, language) = shares[-2:]
    return language if share >= max(least, _ALONE * second) else ""


def language_of(words: Iterable[str], least: float = COMMON) -> str:
    """The language that more of the folded words are of than of any other; "" where there is none. Only words of at
    least this share count."""
    told = [language for word in words if (language := _language_of(word, least))]
    votes = sorted(((told.count(language), language) for language in set(told)), reverse=True)
    return votes[0][1] if votes and (len(votes) == 1 or votes[0][0] > votes[1][0]) else ""


@lru_cache(maxsize=20_000)
def is_german(word: str) -> bool:
    """Whether a word is used in German, or made of two that are: Hamburg, Preisdeckel, Urals-Rohöl."""
    german = _shares()[_COUNTED.index("de")]
    cuts = ((word[:at], word[at:].removeprefix("-")) for at in range(3, len(word) - 4))
    cuts = ((begin, end) for begin, end in cuts if len(begin) > 3 or lexicon().plays(end))
    made = any(end in german and {begin, begin.removesuffix("s")} & german.keys() for begin, end in cuts)
    return made or word in german or "-" in word
