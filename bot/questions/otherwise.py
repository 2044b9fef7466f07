"""What else a name may be, where nobody is found by it as it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise, product
from typing import NamedTuple

from bot.questions.ask import Subject
from bot.questions.data import patterns, table
from bot.questions.spotting.lexicon import TYPES, folded, is_everyday, is_foreign, is_form, lexicon, sets, spellings
from bot.questions.spotting.places import PEOPLES, is_town
from bot.questions.spotting.verbs import lemma_of
from bot.sanctions.countries import country_key, is_country
from bot.screening.fields.beside import LEADS
from bot.screening.words.weak_words import COMMON_WORDS

_FORMAL, _CALLED = table("countries")["formal"], table("countries")["called"]
_NAMES = patterns("names")
_OF_A_COUNTRY = 5  # words of a country's name
_OF_A_SENTENCE, _MOST_WORDS = 4, 16  # words without capitals that are looked into
_MOST_FORMS = 24  # that a name is looked for in: two words of four or five endings each


def otherwise(subject: Subject) -> Iterator[Subject]:
    """The party by the name as lists may have it: without a country, or a town behind "of", at an end that was read as
    of it, and what led to it, which says whose it is ("Bank of Cyprus"); without a first word in small letters that
    asks or is everybody's, read as of a name up to a legal form ("check status zentrix ltd")."""
    words = subject.name.split()
    if any(one.islower() and two.isupper() for one, two in pairwise(subject.name)):  # SenseTime is Sensetime
        yield replace(subject, name=subject.name.title())
    if len(words) > 2:
        leads = is_country(words[0])
        if leads or (words[0].islower() and lexicon().plays(folded(words[0]))):
            yield replace(subject, name=" ".join(words[1:]), country=words[0] if leads else subject.country)
        if is_country(words[-1]) or (words[-2] in sets.JOINERS and is_town(words[-1])):  # Hezbollah of Beirut
            name = " ".join(words[: -2 if words[-2] in sets.JOINERS else -1])
            yield replace(subject, name=name, country=words[-1] if is_country(words[-1]) else subject.country)


def without_numbers(subject: Subject) -> Iterator[str]:
    """The name without what numbers or prices it ("3 Orion Star", "Party 1 Orion Star", "A-11 Orion Star", "Orion Star
    1,200"): without what leads it, without what is behind it, without both."""
    first, _, rest = subject.name.partition(" ")
    plain = rest if rest[:1].isdigit() and "label" in lexicon().parts(folded(first)) else subject.name
    led, before = _NAMES["numbered"].sub("", plain), _NAMES["counted"].sub("", plain)
    for part in dict.fromkeys((led, before, _NAMES["counted"].sub("", led))):
        if part != subject.name:
            yield part


class Body(NamedTuple):
    """A body of a state: what it is, and the country that it is of."""

    called: str
    country: str


def body_of(name: str) -> Body | None:
    """The body of a state that a name tells by everyday words: "Iranian oil ministry", "Russia's central bank", "post
    bank of Iran"; None for another."""
    words = name.split()
    for size in range(min(_OF_A_COUNTRY, len(words) - 1), 0, -1):
        before, behind = folded(" ".join(words[:size])), " ".join(words[-size:]).removeprefix("the ")
        country = PEOPLES.get(before) or (before.endswith("'s") and is_country(before[:-2]) and before[:-2])
        if country and not sets.BODIES.isdisjoint(map(folded, words[size:])):
            return Body(" ".join(words[size:]), country)
        cut = [folded(word) for word in words[:-size]]
        if is_country(behind) and cut[-1:] == ["of"] and not sets.BODIES.isdisjoint(cut):
            return Body(" ".join(words[: -size - 1]), behind)
    return None


def as_lists_call(body: Body) -> Iterator[Subject]:
    """A body of a state by the names that lists may have for it: without its country; with what the country is called
    in full, behind it or before; with the adjective; turned round ("ministry of oil")."""
    key = country_key(body.country)
    short = [name for name in PEOPLES.values() if country_key(name) == key] or [body.country]
    called, words = [body.called], body.called.split()
    if len(words) > 1 and folded(words[-1]) in sets.BODIES and "of" not in words:
        called.append(f"{words[-1]} of {' '.join(words[:-1])}")
    spoken = [f" {one.casefold()} " for one in called]
    called += [one.replace(f" {a} ", f" {b} ").strip() for one in spoken for a, b in _CALLED.items() if f" {a} " in one]
    adjectives = [form for form, name in PEOPLES.items() if country_key(name) == key and form.isascii()]
    for one in called:
        if " " in one:
            yield Subject(one, country=body.country)
        for form in adjectives[:1]:
            yield Subject(f"{form if one.islower() else form.title()} {one}", country=body.country)
    for one in called:
        for name in (*_FORMAL.get(key, ()), short[0]):
            yield Subject(f"{one} of {name}", within=name)
            yield Subject(f"{name} {one}", within=name)


def in_nominative(name: str) -> Iterator[str]:
    """The name without the endings that Russian, Ukrainian and German give one, the last word's first, some forms of a
    long one: "Аркадія Ротенберга" stands in the index as no such words, so that nothing told it before."""
    forms = [spellings(word) for word in name.split()]
    yield from islice((" ".join(words) for words in product(*forms)), 1, _MOST_FORMS)
    if name.islower() and name.isascii() and name.endswith("s") and not is_everyday(name[:-1]):  # kovalchuks
        yield name[:-1]


def joined_parts(subject: Subject) -> Iterator[str]:
    """What "and" or the like joins in the name, each by itself: it may be of two, "Los Choneros and El Chapo"."""
    words = subject.name.split()
    return (" ".join(part) for part in _joined(words) if len(part) < len(words))


def _joined(words: Sequence[str]) -> list[list[str]]:
    """The words about "and" or the like; all of them where there is none, or where it joins letters ("C and A")."""
    parts = groupby(words, key=lambda word: folded(word) in sets.SPLITTERS)
    found = [list(part) for joins, part in parts if not joins]
    return [list(words)] if found and all(len(part[0]) == 1 for part in found) else found


def without_known_words(subject: Subject) -> Iterator[str]:
    """Each part that "and" joins, or the whole, without the known words at its ends: they may be the sentence's,
    written large ("Rostec Still Sanctioned", "Hat Rostec", "Termin Medwedtschuk"). Not of what ends in a legal form."""
    words = subject.name.split()
    for part in _joined(words) if not is_form(folded(subject.name.rpartition(" ")[2])) else ():
        plain = [folded(word) for word in part]
        own = [at for at, word in enumerate(plain) if not (lexicon().knows(word) or lemma_of(word))]
        own = own or [*range(is_foreign(plain[0]), len(part))]  # Выручка Сухого
        own = own if sets.GENERIC.issuperset(plain) or not sets.GENERIC.issuperset(plain[at] for at in own) else []
        if own and own[-1] - own[0] + 1 < len(words):
            yield " ".join(part[own[0] : own[-1] + 1])


def names_in_capitals(subject: Subject, bearers: Callable[[str], int]) -> list[list[str]]:
    """What stands between the everyday words of a text in which all words are written large, where they are a
    sentence's: "MT GOLBON OFF SKAW", "Nasha Arrived Kharg"; none of a name, whose everyday words are those that names
    are made of, or that ends in a legal form. `bearers`: how many listed names hold a word."""
    words = [word.strip(".,:;!?()") for word in subject.name.split()]
    large = all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    says = [_is_of_a_sentence(folded(word), bearers) for word in words]
    begins = [at > 0 and folded(word) in TYPES for at, word in enumerate(words)]  # EX MV PARISAN
    last = folded(words[-1]) if words else ""
    two = len(words) == 2 and says[1] and (last.endswith("ed") or last in sets.LIGHT)
    roles = sum(folded(word) in LEADS for word in words) > 1  # PAYER X BENEFICIARY Y GMBH
    if not (large and any(says + begins) and (len(words) > 2 or two)) or (is_form(last) and not roles):
        return []
    runs: list[list[str]] = [[]]
    for word, said, begin in zip(words, says, begins, strict=True):
        runs += [[]] if said or begin else []
        runs[-1] += [] if said else [word]
    return [run for run in runs if run]


def _is_of_a_sentence(word: str, bearers: Callable[[str], int]) -> bool:
    """Whether an everyday word is none that names are made of, here or on the lists."""
    if word in sets.JOINERS or not any(map(str.isalpha, word)):
        return not (word in sets.JOINERS or word.isdigit())
    if word in LEADS and word not in TYPES:
        return True
    ours = word in COMMON_WORDS | sets.NAME_ENDS or bearers(word)
    return word in sets.LIGHT or (not ours and (lexicon().plays(word) or is_everyday(word)))


def with_words_about(subject: Subject) -> Iterator[str]:
    """The name with the words that stand about it, of which it may be a part: with all, with those before it alone and
    with those behind it alone. On one side they may be the sentence's ("ministry of state secuurity está ...")."""
    if not subject.within:
        return
    yield subject.within
    before, name, behind = subject.within.partition(subject.name)
    if before and name and behind:
        yield before + name
        yield name + behind


def is_of_a_place(subject: Subject) -> bool:
    """Whether what stands about the name only says where: "ISIS in Bangladesh", which may be another party's name."""
    behind = subject.within.removeprefix(subject.name).split()
    return subject.within.startswith(f"{subject.name} ") and folded(behind[0]) in sets.WITHIN


def parts_without_capitals(subject: Subject) -> Iterator[str]:
    """The runs of words in a sentence whose script has no capitals, the longest first: nothing told there where the
    name begins and ends (Arabic, "is X on the list"). Three are looked into where more was said, or behind a rank."""
    words, few = subject.name.split(), subject.name in subject.within or subject.name.split(" ")[0] in sets.RANKS
    if subject.name.lower() == subject.name.upper() and _OF_A_SENTENCE - few <= len(words) <= _MOST_WORDS:
        for size in range(len(words) - 1, 1, -1):
            yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
