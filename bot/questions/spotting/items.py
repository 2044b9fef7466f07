"""A text as a row of items, words and spans, and the acts that its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from bot.questions.ask import Vocabulary
from bot.questions.data import NEVER, patterns, table
from bot.questions.spotting import named
from bot.questions.spotting.days import OF_DAYS, spot
from bot.questions.spotting.keys import with_keys
from bot.questions.spotting.lexicon import KINDS, WORD, folded, is_abbreviated, is_adverb, is_form, lexicon, sets
from bot.questions.spotting.sheet import Act, Item, Row, Sheet, Sort, beginnings
from bot.sanctions.relief.license import numbers_by_themselves

_PATTERNS = patterns("items")
_SENTENCE = 9  # words of a quotation from which on it is rather a sentence than a name
_FILLER = frozenset(["filler"])
_OF_ZONES = beginnings(["UTC", "GMT", *table("items")["areas"]])
LICENSE_NUMBER, _BREAK, _POSSESSIVE = (_PATTERNS[name] for name in ("license_number", "break", "possessive"))


def spotted(text: str, today: date, vocabulary: Vocabulary) -> Row:
    """Everything in a text that says something by itself, the surest sort first, and the words between."""
    sheet = Sheet(text)
    if '"' in text or "'" in text:
        sheet.mark_all(Sort.QUOTED, _PATTERNS["quoted"], lambda m: _quoted(m["in"] or m["one"]))
    if sheet.has_digits:
        sheet.mark(Sort.ASIDE, [(m.start("n"), m.end("n"), m["n"]) for m in LICENSE_NUMBER.finditer(sheet.text)])
        sheet.mark_all(Sort.LICENSE, _numbered(vocabulary.licenses), _license)
    named.mark_facts(sheet)
    named.mark_measures(sheet, vocabulary)
    named.mark_options(sheet, vocabulary)
    named.mark_programs(sheet, vocabulary)
    sheet.mark_all(Sort.ZONE, _PATTERNS["zone"], lambda m: m.group(), _OF_ZONES)
    if sheet.has_digits or sheet.may_hold(OF_DAYS):
        sheet.mark(Sort.DATE, [(d.start, d.end, d) for d in spot(sheet.text, today)])
    named.mark_lists(sheet)
    named.mark_countries(sheet)
    named.mark_others(sheet)
    items = list(_items(sheet))
    if is_shouted(text, [item.word for item in items]):
        items = [item._replace(text=item.text.lower()) if item.word else item for item in items]
    return row_of(text, with_keys(text, items, vocabulary))


def is_shouted(text: str, words: Sequence[str]) -> bool:
    """Whether a text without small letters is a sentence, told by its words of grammar and those that ask: its capitals
    say nothing, and it is read as in small letters. Not a name, whatever its words are, up to a legal form."""
    if not text.isupper():
        return False
    apart = (sets.JOINERS, sets.SPLITTERS, KINDS)
    said = [word for word in words if len(word) > 1 and not any(word in each for each in apart)]
    names = (sets.NAME_ENDS, sets.GIVEN_NAMES)
    parts = {word: lexicon().parts(word) for word in said if not any(word in each for each in names)}
    asks = [word for word in parts if word in sets.FUNCTION_WORDS | sets.BE or parts[word] & sets.OF_SENTENCES]
    formed = any(map(is_form, words[-1:]))  # "CAN WE PAY X LTD" and no "JOINT STOCK COMPANY X WITH PLANT"
    plain = [word for word in parts if word in asks or parts[word] & ({"filler", "deal"} if formed else {"filler"})]
    return bool(asks) and len(plain) > max(1 + formed, len(words) // 5)


@lru_cache(maxsize=4)
def _numbered(licenses: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of the numbers that name one of the licenses by themselves."""
    numbers = "|".join(numbers_by_themselves(licenses)) or NEVER
    return re.compile(rf"(?<![\w.-])(?:{numbers})(?![\w-])", re.IGNORECASE)


def _license(match: re.Match[str]) -> str:
    """A license by its number alone; "" between capital words, of whose name it is a part: "Tango 8L Limited"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_of_a_name = re.search(r"\w\W+[^\W\d_a-z][^\W\d_]+ $", before) or re.match(r" [^\W\d_a-z][^\W\d_]", after)
    return "" if is_of_a_name else match.group()


def _quoted(said: str) -> str | None:
    """What a quotation names; None for one that is a sentence or fields in a row: "payment to X rejected by
    correspondent", "Remitter X, benef Y"."""
    every = WORD.findall(said)
    fields = [[folded(word) for word in WORD.findall(field)] for field in said.split(",")]
    if len(fields) > 1 and all(field and "label" in lexicon().longest(field, 0)[1] for field in fields):
        return None
    own = [word for word in [*map(folded, every[:1]), *every[1:]] if len(word) > 1 and word in sets.FUNCTION_WORDS]
    told = " " in said and len(own) > (len(every) < _SENTENCE)  # a long one is told by one word of grammar
    return None if (told and len(own) < len(every) + (len(every) > 2)) or not re.search(r"\w", said) else said


def _items(sheet: Sheet) -> Iterator[Item]:
    plain = Sort.WORD
    words = ((m.start(), m.end(), plain, None) for m in WORD.finditer(sheet.text))
    done, said_before, owned = 0, "", not {"'", "’"}.isdisjoint(sheet.whole)
    for start, end, sort, value in sorted([*words, *sheet.spans]):  # none begins where another does
        said, between = sheet.whole[start:end], sheet.whole[done:start]
        owner = _POSSESSIVE.search(said) if owned and sort is plain else None
        base = folded(said[: owner.start()]) if owner else ""
        if owner and (not lexicon().knows(folded(said)) or base in sets.NAME_ENDS or "actor" in lexicon().parts(base)):
            end, said = start + owner.start(), said[: owner.start()]
        if between.startswith("."):
            short = said_before in sets.STOPPED or "." in said_before or len(said_before) < 3
            between = between[short or is_abbreviated(sheet.whole[:done], sheet.whole[start:]) :]
        plural = between.startswith(("' ", "’ ")) and said[:1].isupper()  # Workers' Party
        broken = between != " " and (_BREAK.search(between) or (_POSSESSIVE.match(between) and not plural))
        comma = bool(broken) and not _BREAK.search(between.replace(",", " "))
        said_before = folded(said)
        yield Item(said, said_before if sort is plain else "", sort, value, start, end, bool(broken), comma)
        done = end


def row_of(text: str, items: Sequence[Item]) -> Row:
    """A row with its acts: the longest phrase at each place, and no phrase over a break or a span."""
    words, known = [item.word or "\ue000" for item in items], lexicon()
    acts: list[Act] = []
    of_each = [frozenset[str]()] * len(items)
    at = end = 0
    while at < len(items):
        if at >= end:
            end = next((i for i in range(at + 1, len(items)) if items[i].apart or not items[i].word), len(items))
        size, parts = known.longest(words, at, end) if items[at].word else (0, frozenset())
        if not size and items[at].small and is_adverb(items[at].word):  # how many are presently listed
            size, parts = 1, _FILLER
        cell = 0 < size < len(items) and "|" in text[items[size - 1].end : items[size].start]
        if at == 0 and cell:  # it is its head and no act: "Notify | Gerda Hollmann"
            parts &= sets.LABELS
        acts += [Act(part, at, at + size) for part in sorted(parts)]
        of_each[at : at + size] = [parts] * size
        at += max(size, 1)
    for at in (at for at, word in enumerate(words) if word in known.openers):
        begun = known.begun(words[at], text, items[at].end)
        acts += [Act(part, at, at + 1) for part in begun]
        of_each[at] = of_each[at].union(begun)
    return Row(text, tuple(items), tuple(acts), tuple(of_each))
