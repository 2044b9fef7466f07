"""A text as a row of items, words and spans, and the acts that its words are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.questions.ask import Vocabulary
from bot.questions.data import NEVER, patterns, table
from bot.questions.spotting import named
from bot.questions.spotting.days import OF_DAYS, PHRASE, dated
from bot.questions.spotting.lexicon import KINDS, WORD, folded, is_abbreviated, is_adverb, is_given, lexicon, sets
from bot.questions.spotting.sheet import Act, Item, Row, Sheet, Sort, beginnings, item_of
from bot.sanctions.relief.license import GL_NUMBER, UK_NUMBER, numbers_by_themselves

_PATTERNS = patterns("items", gl=GL_NUMBER)
_SENTENCE = 9  # words of a quotation from which on it is rather a sentence than a name
_SHORT = 3  # letters of a word that may be of a name, as SIA and SE are
_FILLER, _WHO = frozenset(["filler"]), frozenset(["who"])
_OF_ZONES = beginnings(["UTC", "GMT", *table("items")["areas"]])
_OF_INITIALS = beginnings(["start", "begin", "букв"])
LICENSE_NUMBER, _BREAK, _POSSESSIVE = (_PATTERNS[name] for name in ("license_number", "break", "possessive"))
_ASKED = {Sort.LISTS, Sort.PROGRAMS, Sort.OPTIONS, Sort.DATE}
_NAMING = {Sort.NUMBER, Sort.QUOTED, Sort.BORN}


def spotted(text: str, today: date, vocabulary: Vocabulary) -> Row:
    """Everything in a text that says something by itself, the surest sort first, and the words between."""
    sheet = Sheet(text)
    sheet.mark_all(Sort.INITIAL, _PATTERNS["initial"], lambda m: next(filter(None, m.groups())), _OF_INITIALS)
    if '"' in text or "'" in text:
        told = (m.span(part) for m in _PATTERNS["command"].finditer(text) for part in ("act", "end"))
        sheet.mark(Sort.ASIDE, [(*place, text[slice(*place)]) for place in told])
        sheet.mark_all(Sort.QUOTED, _PATTERNS["quoted"], lambda m: _quoted(m["in"] or m["one"]))
    if sheet.has_digits:
        sheet.mark(Sort.ASIDE, [(m.start("n"), m.end("n"), m["n"]) for m in LICENSE_NUMBER.finditer(sheet.text)])
        sheet.mark_all(Sort.LICENSE, _numbered(vocabulary.licenses), lambda m: m.group())
    named.mark_facts(sheet)
    named.mark_measures(sheet, vocabulary)
    named.mark_options(sheet, vocabulary)
    named.mark_programs(sheet, vocabulary)
    sheet.mark_all(Sort.ZONE, _PATTERNS["zone"], lambda m: m.group(), _OF_ZONES)
    if sheet.has_digits or sheet.may_hold(OF_DAYS):
        sheet.mark_all(Sort.DATE, PHRASE, lambda m: dated(m, today))
    named.mark_lists(sheet)
    items = list(_items(sheet))
    if is_shouted(text, [item.word for item in items]):
        return row_of(text, with_keys(text, in_small_letters(items, range(len(items))), vocabulary))
    row = row_of(text, with_keys(text, items, vocabulary))
    large = set() if text.islower() else {*_emphasised(row)}
    return replace(row, items=tuple(in_small_letters(row.items, large))) if large else row


def in_small_letters(items: Sequence[Item], which: Container[int]) -> list[Item]:
    """The items, the words and days at some places as if they were written in small letters."""
    return [
        i.read_as(i.text.lower()) if at in which and (i.word or i.sort is Sort.DATE) else i
        for at, i in enumerate(items)
    ]


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
    formed = any(len(word) > 1 and word in sets.LEGAL_FORMS for word in words[-1:])  # CAN WE PAY X LTD
    plain = [word for word in parts if word in asks or parts[word] & ({"filler", "deal"} if formed else {"filler"})]
    return bool(asks) and len(plain) > max(1 + formed, len(words) // 5)


def _emphasised(row: Row) -> Iterator[int]:
    """Words that ask and are written large: in capitals where no capitals follow ("is X STILL listed"), and those
    before and behind the name in a question written as a title ("Does Rostec Still Appear On Any List?")."""
    items, size = row.items, len(row.items)
    for at in (at for at in range(1, size) if items[at].text.isupper()):
        before, ahead = items[at - 1], row.item(at + 1)
        named = bool(before.word) and before.capital and not (before.text.isupper() or lexicon().knows(before.word))
        named = named or (before.form and row.parts[at] - sets.STILL) or items[at].word == "not"
        if named and (ahead.small or ahead.apart or not ahead.word) and _says(row, at):
            yield at
    if row.text.isupper() or not (row.plays & sets.EMPHATIC or any(item.sort is Sort.LISTS for item in items)):
        return
    first = next((at for at in range(size) if not _asks(row, at)), size)
    last = next((at for at in range(size - 1, first - 1, -1) if items[at].small or not _asks(row, at)), size)
    if last == size:
        return
    leading, closing = range(first), range(last + 1, size)
    joins = [at for at in range(first, last) if items[at].word in sets.SPLITTERS]
    light = (not items[at].word or items[at].word in sets.LIGHT for at in leading if not items[at].capital)
    titled = items[0].capital and all(light)
    asked = any(items[at].word in sets.QUESTIONS or row.parts[at] & sets.ON_A_PARTY for at in leading)
    about = [*leading, *closing] if titled else closing
    says = any(items[at].sort is Sort.LISTS or row.parts[at] & sets.OF_SENTENCES for at in about)
    courteous = any(row.parts[at] & sets.CLOSING for at in closing)
    plain = not titled and all(lexicon().knows(item.word) for item in items[first : last + 1])  # Any Lab Test Now
    if not (plain and courteous) and (courteous or (asked and says)):
        led = titled and len(about) > 1 and not lexicon().knows(items[first].word)
        yield from [*leading, *joins, *closing] if led else closing


def _says(row: Row, at: int) -> bool:
    """Whether a word in capitals is a known one and ends no name; a short one, of grammar or "OK"."""
    item = row.items[at]
    if _ends_a_name(item) or is_given(item.word):
        return False
    short = item.word in sets.OF_GRAMMAR or row.parts[at] - sets.STILL
    return bool(short) or (len(item.text) > _SHORT and lexicon().knows(item.word))


def _asks(row: Row, at: int) -> bool:
    """Whether a word is none of a name for itself: of grammar, or one that does something in a question."""
    item = row.items[at]
    if not item.word:
        return item.sort in _ASKED
    says = item.word in sets.OF_GRAMMAR or is_adverb(item.word) or row.parts[at] - sets.OF_NAMES
    return bool(says) and not (_ends_a_name(item) or (len(item.word) == 1 and item.capital))


def _ends_a_name(item: Item) -> bool:
    return item.ends_names or item.form or item.generic


@lru_cache(maxsize=4)
def _numbered(licenses: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of the numbers that name one of the licenses by themselves."""
    numbers = "|".join(numbers_by_themselves(licenses)) or NEVER
    of_a_name = r"(?-i: [^\W\d_a-z][^\W\d_])"  # Tango 8L Limited
    apart = r"(?<![\w.-])(?<!field )(?<!tag )"  # field 57A of a payment
    return re.compile(rf"{apart}(?:{numbers})(?![\w-]|{of_a_name})|{UK_NUMBER}", re.IGNORECASE)


def _quoted(said: str) -> str | None:
    """What a quotation names; None for one that is a sentence or fields in a row: "payment to X rejected by
    correspondent", "Remitter X, benef Y"."""
    every = WORD.findall(said)
    fields = [[folded(word) for word in WORD.findall(field)] for field in said.split(",")]
    if len(fields) > 1 and all(field and "label" in lexicon().longest(field, 0)[1] for field in fields):
        return None
    own = [word for word in [*map(folded, every[:1]), *every[1:]] if len(word) > 1 and word in sets.FUNCTION_WORDS]
    # a long one is told by one word of grammar
    return None if not every or (" " in said and len(own) > (len(every) < _SENTENCE)) else said


def _items(sheet: Sheet) -> Iterator[Item]:
    plain = Sort.WORD
    words = ((m.start(), m.end(), plain, None) for m in WORD.finditer(sheet.text))
    done, said_before, made, owned = 0, "", False, not {"'", "’"}.isdisjoint(sheet.whole)
    for start, end, sort, value in sorted([*words, *sheet.spans]):  # none begins where another does
        said, between = sheet.whole[start:end], sheet.whole[done:start]
        if said == "s" and between in ("'", "’"):
            continue  # Iran's
        owner = _POSSESSIVE.search(said) if owned and sort is plain else None
        base = folded(said[: owner.start()]) if owner else ""
        whose = base and ("-" in base or base in sets.GENERIC or "actor" in lexicon().parts(base))
        if owner and (whose or not lexicon().knows(folded(said))):  # what's
            end, said = start + owner.start(), said[: owner.start()]
        if between.startswith("."):
            short = said_before in sets.STOPPED or "." in said_before or len(said_before) < 3
            between = between[short or is_abbreviated(sheet.whole[:done], sheet.whole[start:]) :]
        plural = owned and between.startswith(("' ", "’ ")) and said[:1].isupper()  # Workers' Party
        broken = between not in ("", " ") and (
            made or _BREAK.search(between) or (_POSSESSIVE.match(between) and not plural)
        )
        comma = bool(broken) and not (made or _BREAK.search(between.replace(",", " ")))
        made = False
        if sort is plain and "-" in said and (name := named.made_of(said)):
            start += said.index(name)
            end, said, made = start + len(name), name, not said.endswith(name)
        said_before = folded(said)
        yield item_of(said, said_before if sort is plain else "", sort, value, start, end, bool(broken), comma)
        done = end


def row_of(text: str, items: Sequence[Item]) -> Row:
    """A row with its acts: the longest phrase at each place, and no phrase over a break or a span."""
    words, known = [item.word or "\ue000" for item in items], lexicon()
    acts: list[Act] = []
    of_each = [frozenset[str]()] * len(items)
    at = end = 0
    while at < len(items):
        item = items[at]
        if at >= end:
            end = next((i for i in range(at + 1, len(items)) if items[i].apart or not items[i].word), len(items))
        size, parts = known.longest(words, at, end) if item.word else (0, frozenset())
        if not size and item.small and is_adverb(item.word):  # how many are presently listed
            size, parts = 1, _FILLER
        # it is the head of a cell and no act: "Notify | Gerda Hollmann"
        if at == 0 < size < len(items) and "|" in text[items[size - 1].end : items[size].start]:
            parts &= sets.LABELS
        one = parts & sets.ON_WATCHES and "one" in words[at + 1 : at + 2]  # draft a memo, start one on X
        kim = parts == _WHO and item.capital and is_given(item.word)
        if kim or (one and not any(a.part in sets.ON_WATCHES for a in acts)):
            parts = frozenset()
        if parts:
            acts += [Act(part, at, at + size) for part in sorted(parts)]
            of_each[at : at + size] = [parts] * size
        at += max(size, 1)
    for at in (at for at, word in enumerate(words) if word in known.openers):
        begun = known.begun(words[at], text, items[at].end)
        acts += [Act(part, at, at + 1) for part in begun]
        of_each[at] = of_each[at].union(begun)
    return Row(text, tuple(items), tuple(acts), tuple(of_each), frozenset().union(*of_each), frozenset(words))


def with_keys(text: str, items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """Bare keys of options as such: "A vs B", "and C?", "would it be in B". A letter in small only where others are
    compared with it; beside what may be a name only where relief is spoken of, and never as its initial."""
    letters = ((at, named.option_key(item.text)) for at, item in enumerate(items) if len(item.word) == 1)
    keys = {at: key for at, key in letters if key in vocabulary.options}
    if not keys:
        return items
    row, found, taken = Row(text, tuple(items)), list(items), set[int]()
    parts = [lexicon().parts(item.word) for item in items]
    # not "a delisting and a license"
    compared = len({*keys.values()}) > 1 and any("compare" in each for each in parts)
    beside_names = not compared and any(_may_be_a_name(row, at) for at in range(len(items)) if at not in keys)
    asking = [at for at, each in enumerate(parts) if each & sets.ASKS_OF_OPTIONS]
    for at, key in keys.items():
        item, before, behind = items[at], row.item(at - 1).word, row.follows(at + 1)
        asked = before in sets.UNDER and (behind.apart or behind.word in sets.SPLITTERS)  # out under a or not
        asked = asked or (item.word != "a" and before in sets.ASKING_VERBS)  # does b take her off
        several = (compared or len(items) <= 3) and (len(keys) > 1 or item.word != "a")
        told = row.before(at).strip() == ":" and behind.apart and _may_be_a_name(row, at - 1)  # X: A
        joined = (at - 2 in taken and before in sets.SPLITTERS) or (at - 1 in taken and item.after_comma)
        joined = joined or (before in sets.AMONG and row.item(at - 2).word in sets.QUESTIONS)  # which of A, B and C
        led = joined or told or before in sets.WITHIN or before in sets.SUPPOSING
        spoken = led or not beside_names or any(other != at for other in asking)
        beside = _is_of_others(row, at, keys) or _is_of_the_word_before(row, at, taken, beside_names=beside_names)
        joins = item.text in sets.JOINING_LETTERS and _leads_on(row, at)
        if spoken and (told or not beside) and not joins and (item.text.isupper() or asked or several):
            found[at] = item_of(item.text, "", Sort.OPTIONS, (key,), *item[4:8])
            taken.add(at)
    return found


def _leads_on(row: Row, at: int) -> bool:
    """Whether what a small letter begins goes on behind it, so that it is a word: "а по варианту C", "в B"."""
    then = row.follows(at + 1)
    return bool(then.text) and not then.apart and then.word not in sets.SPLITTERS


def _is_of_others(row: Row, at: int, keys: Container[int]) -> bool:
    """Whether it is of a capital word beside it that is not the first, or of a form (A/S)."""
    then = row.item(at + 1).word
    compares = then in sets.SPLITTERS or "compare" in lexicon().parts(then)  # A v C
    behind = [item.word for item in row.items[at + 1 : at + 3]]
    compares = compares or (bool(behind) and "meant" in lexicon().longest(behind, 0)[1])  # B I meant
    beside = ((other, row.follows(other)) for other in (at - 1, at + 1))
    named = any(other > 0 and item.capital and len(item.text) > 1 for other, item in beside)
    return named or (len(then) == 1 and at + 1 not in keys and not compares)


def _may_be_a_name(row: Row, at: int) -> bool:
    item = row.items[at]
    strange = not lexicon().knows(item.word) or (at > 0 and item.capital and not lexicon().plays(item.word))
    return item.sort in _NAMING or (bool(item.word) and strange)


def _is_of_the_word_before(row: Row, at: int, taken: set[int], *, beside_names: bool) -> bool:
    """Whether it is an initial ("senin v b", "Kerimov A") or says which of several things that word means ("Annex B",
    "series A"). `taken`: the places of keys before it."""
    before = row.item(at - 1)
    if not before.word or at - 1 in taken:
        return False
    if len(before.word) == 1:  # A v B; "в Б", but an initial behind another
        # сенин в б
        return (at > 1 and row.items[at].small and _may_be_a_name(row, at - 2)) or before.text.isupper()
    return not lexicon().parts(before.word) - {"ordinary", "deal"} and (beside_names or before.capital)
