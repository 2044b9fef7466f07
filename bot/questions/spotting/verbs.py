"""What leads to a name and is none of it: a verb ("Insuring the Fortuna", "Importing copper from Norilsk Nickel"), and
what a word says of whom it is ("Iran-flagged Sabiti")."""

from __future__ import annotations

from functools import lru_cache

from bot.questions.data import patterns
from bot.questions.spotting.items import row_of
from bot.questions.spotting.lexicon import is_english, is_everyday, is_given, lexicon, sets
from bot.questions.spotting.names import ListedNames, names_in
from bot.questions.spotting.sheet import Item, Row, Sort
from bot.sanctions.countries import is_country

_GERUND, _VERB = (patterns("names")[said] for said in ("gerund", "foreign_verbs"))
_DEALING = "paying"  # what a verb is read as that the lexicon has as a dealing in another form
_SAYS_NOTHING = "very"
_AHEAD = 8  # words of the name behind a verb
_GOODS = 4  # words up to where they go or come from
_TRADE = 4  # how many words behind such a word its name may begin


def with_verbs(row: Row, listed: ListedNames) -> Row:
    """The row, each verb that only leads to a name read as a dealing. One that no English verb is known for is told
    only before a listed name, and in small letters, so that it is said to be unread."""
    told = (at for at, parts in enumerate(row.parts[:-1]) if parts <= {"ordinary"})
    found = {at: verb for at in told if (verb := _read_as(row, at, listed))}
    for at in (at for at, item in enumerate(row.items) if "-" in item.word and _describes(row, at)):
        for i in _place_before(row, at, listed):
            found[i] = row.items[i].read_as(row.items[i].text.lower(), _SAYS_NOTHING)
    if not found:
        return row
    return row_of(row.text, [found.get(at, item) for at, item in enumerate(row.items)])


def _describes(row: Row, at: int) -> bool:
    """Whether it only says of whom the name behind it is, or where: "Iran-flagged Sabiti", "state-owned VTB"."""
    tail = row.items[at].text.rpartition("-")[2]
    done = tail.islower() and (tail in sets.PARTICIPLES | sets.PLACED or (tail.endswith("ed") and is_everyday(tail)))
    done = done and not row.parts[at] - {"ordinary"}  # US-listed
    behind = next((i for i in range(at + 1, at + _TRADE) if not row.follows(i).small), at + 1)  # ... oil trader X
    return done and (row.follows(behind).capital or row.follows(behind).sort is Sort.QUOTED)


def _place_before(row: Row, at: int, listed: ListedNames) -> range:
    """From where up to such a word one place is named: "Hong Kong-based", "St Petersburg-based"."""
    place = row.items[at].text.rpartition("-")[0]
    first = at - 1
    whole = f"{row.items[first].text} {place}"
    two = at > 0 and row.items[first].capital and not row.items[at].apart
    return range(at - (two and (listed.is_place(whole) or is_country(whole))), at + 1)


def _read_as(row: Row, at: int, listed: ListedNames) -> Item | None:
    """What the verb there is read as; None where none stands there or it may be of a name."""
    item, leads = row.items[at], at == 0 or (row.items[at].apart and not row.items[at].after_comma)
    lemma = lemma_of(item.word) if leads or item.small else ""
    made = lemma or (leads and (_VERB.fullmatch(item.word) or _GERUND.fullmatch(item.word)))
    if not made or item.form or is_given(item.word):
        return None
    dealt_with = bool(lemma) and item.capital and _leads_to_a_thing(row, at + 1)
    if not (dealt_with or _leads_to_a_name(row, at, listed)) or listed.is_place(item.text):
        return None
    small = item.read_as(item.text.lower())
    return (small if item.text.isupper() else item).read_as(word=_DEALING) if lemma else small


def _leads_to_a_thing(row: Row, at: int) -> bool:
    """Whether what follows is no name: a thing with its number or article, or where it goes: "the ...", "2 containers",
    "copper from"."""
    item = row.follows(at)
    counted = item.word.isdigit() or item.word in sets.NUMBERS
    dealing = item.small and row.parts[at : at + 1] and "deal" in row.parts[at]  # Refinancing loan 2026
    if item.word in sets.LEADING_TO or (counted and row.follows(at + 1).word) or dealing:
        return True
    goods = next((i for i in range(at, at + _GOODS) if not _may_be_goods(row.follows(i))), at)
    return goods > at and row.follows(goods).word in sets.WAYS


def _may_be_goods(item: Item) -> bool:
    return item.small and item.word not in sets.NO_GOODS and lexicon().parts(item.word) <= sets.PLAIN


def _leads_to_a_name(row: Row, at: int, listed: ListedNames) -> bool:
    """Whether a listed name stands right behind it or an article, and none begins with it."""
    ahead = row.items[at : at + _AHEAD]
    first = 1 + (row.follows(at + 1).word in sets.ARTICLES)
    found = names_in(ahead, listed, [True] * len(ahead))
    strong = [mention for mention in found if mention.start == first and mention.strong]
    name, lemma = row.follows(at + first), lemma_of(row.items[at].word)
    plain = is_english(name.word) and first == 1 and "deal" not in lexicon().parts(lemma)  # Riding Star
    begins = any(mention.end - first > plain for mention in strong)
    strange = bool(lemma) and name.capital and not is_english(name.word) and not row.follows(at + first + 1).capital
    begins = begins or (strange and any(mention.start == first for mention in found))  # Sponsoring Zenit
    begins = begins or row.follows(at + first).word in sets.SURELY_TWO
    return begins and not row.items[at].generic and not any(mention.start == 0 and mention.end > 1 for mention in found)


@lru_cache(maxsize=20_000)
def lemma_of(word: str) -> str:
    """The English verb of which a folded word is the gerund, one before it left out: "insure", "finance" of
    "refinancing"; "" where it is none: "sterling"."""
    if not (found := _GERUND.fullmatch(word)):
        return ""
    for stem in (found["stem"], found["base"]):
        shorter = [stem[:-1]] * (stem[-1:] == stem[-2:-1])
        for lemma in (stem, f"{stem}e", *shorter):
            if len(lemma) > 2 and is_english(lemma):
                return lemma
    return ""
