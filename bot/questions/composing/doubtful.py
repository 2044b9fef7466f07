"""What is no name though it looks like one: a place, and, beside a name that is sure, what only its capital or its
strangeness makes look like one. It is not screened; what is no place is said to be unread. And what a line names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.questions.ask import Subject
from bot.questions.composing.contents import TOLD, runs
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.composing.things import asks_or_tells, is_in_or_towards, is_place, things_in
from bot.questions.data import patterns
from bot.questions.spotting.beside import is_abbreviation
from bot.questions.spotting.lexicon import KINDS, TYPES, folded, is_english, is_everyday, is_given, lexicon, sets
from bot.questions.spotting.sheet import Item, PartySpan, Row, Sort, Surety
from bot.sanctions.party import Schema

_REFERENCE = patterns("items")["reference"]
_VERB = patterns("names")["verbs"]
_BEFORE_ONE = sets.BEFORE_NAMES.union(TYPES)
_DENIAL = 5  # words from whom it denies back to "not"


def without_doubtful(every: Sequence[Seen]) -> list[Seen]:
    """The stretches of a message, each without the spans that are no names. Where no name is sure, no more than places
    beside a name are left out: then the only word there is may be the name."""
    said = [(span, seen) for seen in every for span in seen.spans]
    named = any(span.is_no_place for span, _ in said)
    sure = any(each[0].sure and not (named and is_in_or_towards(*each)) for each in said)
    kept, paper = [], any(map(_is_of_a_paper, every))
    for seen in every:
        if not seen.spans or (seen.is_of_a_place(seen.spans[0]) and "setname" in seen.features):
            kept.append(seen)
            continue
        taken_back = _taken_back(seen)
        others = [s for s in seen.spans if s not in taken_back and not _is_of_a_mail(s, seen)]
        if len(said) > 1:
            taken_back += [s for s in others if asks_or_tells(s, seen)]
            others = [s for s in others if s not in taken_back]
        led = [s for s in others if (named or _is_beside_a_thing(s, seen)) and is_in_or_towards(s, seen)]
        places = [s for s in others if is_place(s, seen, sure=sure)]
        rest, things = [s for s in others if s not in [*led, *places]], things_in(seen)
        none = (_names_nobody, _is_an_office, _begins, _is_a_thing_of_every_day, *[_is_doubtful] * sure)
        doubtful = [s for s in rest if s in things or any(is_none(s, seen) for is_none in none)]
        if paper and seen.stretch.frame in (Frame.ITEM, Frame.PROSE) and not _is_of_a_paper(seen):  # screen the joiners
            doubtful += [s for s in rest if s.surety is Surety.NOBODY and s not in doubtful]
        if len(said) > len(seen.spans) and seen.row.text.endswith(":"):  # our tool threw this:
            doubtful += [s for s in rest if s.surety is Surety.NOBODY and s.last == len(seen.row.items) - 1]
        spans = tuple(span for span in rest if span not in doubtful)
        may_be = [s for s in led if not s.place or s.sure]  # Kazan is a vessel, too
        comma = {s.first for s in places if seen.row.items[s.first].after_comma}  # Acme Ltd, Enel
        whence = {at + 1 for at, i in seen.items if i.word == "of"}  # X of London: perhaps another X
        may_be += [s for s in places if s.first in whence or (not s.place and (s.borne or s.first in comma))]
        unread = tuple(span.subject.name for span in (*taken_back, *may_be, *doubtful))
        kept.append(replace(seen, spans=spans, doubtful=unread) if len(spans) < len(seen.spans) else seen)
    return kept


def _is_beside_a_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether a measure is named, or a dealing asked about and nobody is called as its place: "sell fuel in Leeds"."""
    return Sort.MEASURES in seen.by_sort or ("permission" in seen.parts and not (span.sure or span.borne))


def _is_of_a_paper(seen: Seen) -> bool:
    return seen.stretch.frame is Frame.LABELLED or "\t" in seen.row.text


def _taken_back(seen: Seen) -> list[PartySpan]:
    """Whom a correction takes back: "Sechin, sorry, Rotenberg I meant", "I mean Rotenberg not Sechin"."""
    if "not" not in seen.row.words and "meant" not in seen.row.plays:
        return []
    acts = seen.parts & sets.ON_WATCHES  # for whom an act is not asked is screened
    kept = [span for span in seen.spans if acts or not _is_denied(span, seen)]
    if meant := next((act for act in seen.acts if act.part == "meant"), None):
        kept = [span for span in kept if span.first >= meant.last] or kept[-1:]
    places = {span.first for span in kept}
    return [span for span in seen.spans if span.first not in places] if kept else []


def _is_denied(span: PartySpan, seen: Seen) -> bool:
    """Whether "not" stands before it: not where something is said of it ("it's not Lukoil any more")."""
    before = [seen.row.item(span.first - back).word for back in range(1, _DENIAL)]
    if seen.row.item(span.last).word == "but":  # not asking about X but about Y
        return "not" in before and "only" not in before
    return before[0] == "not" and before[1] not in sets.BE and not before[1].endswith(("'s", "’s"))


def _is_of_a_mail(span: PartySpan, seen: Seen) -> bool:
    """Whether it is who signs, the last word behind "regards," or "thanks", or who is spoken to: "hi Maria, is X
    sanctioned?"."""
    row, at, several = seen.row, span.first, len(seen.spans) > 1
    if span.last - at > 1 or at == 0:
        return False
    comma, capital = row.items[at].after_comma, row.items[at].capital
    if span.last == len(row.items):  # ... before 4pm thanks Priya
        signs = at > 1 and row.items[at - 1].word in sets.CLOSES and (comma or (capital and several))
        return signs and not span.sure
    greeted = row.item(span.last).after_comma and not comma and "smalltalk" in row.parts[at - 1]
    return several and greeted and is_given(row.items[at].word)


def _is_a_quoted_word(span: PartySpan) -> bool:
    said = span.subject.name
    return span.surety is Surety.QUOTED and said.islower() and said.isalpha() and lexicon().knows(said)


def _is_doubtful(span: PartySpan, seen: Seen) -> bool:
    row, at, frame, alone = seen.row, span.first, seen.stretch.frame, span.last - span.first == 1
    if _is_a_quoted_word(span):  # only 'probably' blocked
        return not all(map(_is_a_quoted_word, seen.spans))
    if span.sure or span.subject.birth_date:
        return False
    source = row.before(at).strip() == ":" and "sources" in row.parts[at - 1]  # source: World-Check
    says = row.item(span.last).word in sets.SAYS and len(seen.spans) > 1  # what did Bessent say about Rosneft
    if source or says or not alone:
        return source or says
    labels = row.before(span.last).strip() == ":" and span is not seen.spans[-1]  # Benef: Rosneft Trading SA
    if labels or _is_of_a_thing(span, seen):
        return True
    if frame is not Frame.PROSE or _is_asked_for(span, seen) or span in seen.enumerated:
        return frame is Frame.ITEM and seen.is_question and is_abbreviation(span)  # "LC ok?", below a form
    if span.surety is Surety.NOBODY or span.place:
        return True
    if any(other.sure for other in seen.spans):
        asks = span.last < len(row.items) and row.parts[span.last] & sets.ASKS_APART  # Rostec status, GL 8
        # Charterers now propose the Golden Bridge
        leads = at == 0 and row.follows(span.last).small and not (asks or span.borne)
        sent = row.item(span.last).word in sets.TO and "deal" in seen.parts  # we send Paracetamol to X
        # X, a Basra outfit; beside a Bentley
        return leads or sent or row.item(at - 1).word in sets.BARE_ARTICLES or is_abbreviation(span)
    return not (seen.is_question or len(row.items) == 1 or seen.parts & (sets.WANTING - {"links"}))


def _is_a_thing_of_every_day(span: PartySpan, seen: Seen) -> bool:
    """Whether it is one English word in small letters for which nothing asks as for a party, though one is called so:
    "I can't open the scan", "a taco stand"; or goods: "cargo: argon"."""
    row, at, item = seen.row, span.first, seen.row.items[span.first]
    if span.last - at > 1 or not item.small or item.sort is not Sort.WORD or span.subject.identifiers:
        return False
    first = at
    while row.items[first].after_comma and first in seen.ending:
        first = seen.ending[first].first
    if first and row.before(first).strip() == ":" and "nolabel" in row.parts[first - 1]:
        return True
    free = (o.word in sets.SPLITTERS or "smalltalk" in row.parts[place] for place, o in seen.items)  # hi, taco?
    alone = all(free) or (seen.is_all_small and "," in row.text) or seen.stretch.frame is Frame.LABELLED
    return not alone and is_english(item.word) and item.word not in sets.SURELY_TWO and not _is_wanted(span, seen)


def _is_wanted(span: PartySpan, seen: Seen) -> bool:
    """Whether an everyday word is asked about, or stands where a party does: "is scan listed", "check taco", "from
    carbon"; not "taco stand" nor "scan of"."""
    row, before, behind = seen.row, seen.row.item(span.first - 1), seen.row.item(span.last)
    asks = "listed" in seen.parts or Sort.LISTS in seen.by_sort
    told = frozenset[str]().union(*row.parts[span.last : span.last + 1])
    if behind.word in sets.MOVES or told & {"somebody", "listed", "screen"} or (asks and before.word in sets.BE):
        return True
    plain = lexicon().parts(behind.word) == {"ordinary"} and behind.word not in KINDS
    thing = behind.small and not behind.apart and (plain or behind.word == "of")
    if thing or before.word in sets.ARTICLES or before.word in sets.OF_THINGS:
        return False
    joined = before.word in sets.SPLITTERS
    if other := seen.ending.get(span.first - joined):
        return not _is_a_thing_of_every_day(other, seen)
    told = row.parts[span.first - 1] if span.first else frozenset()
    wanted = told & {"also", "somebody", *sets.WANTING} or before.word in _BEFORE_ONE
    asked = seen.parts & (sets.WANTING | sets.ASKS_OF_A_PARTY) - {"screen"} or Sort.OPTIONS in seen.by_sort
    return bool(
        wanted or (asked and len(seen.spans) == 1) or (seen.is_question and span.first == 1)
    )  # can carbon be paid?


def _is_an_office(span: PartySpan, seen: Seen) -> bool:
    """Whether known words with capitals say behind a comma, or before an actor of policy, what somebody is: "X, Chief
    Executive", "Foreign Minister Lavrov's statement"."""
    items = seen.row.items[span.first : span.last]
    office = any("office" in parts for parts in seen.row.parts[span.first : span.last])
    led = items[0].after_comma or seen.row.item(span.first - 1).word in sets.SPLITTERS
    person = f"{items[-1].word}s" in KINDS and KINDS[f"{items[-1].word}s"].schema is Schema.PERSON
    led_by = person and not seen.row.item(span.last).apart
    leads = led_by and any(act.part == "actor" and act.first == span.last for act in seen.row.acts)
    told = leads or (office and led)
    return told and span.surety is Surety.CAPITALS and all(lexicon().knows(item.word) for item in items)


def _begins(span: PartySpan, seen: Seen) -> bool:
    """Whether an everyday word of another language than English or a verb only begins a sentence about a name that the
    index knows: "Реклама на Спутнике", "Рассчитались с Внешэкономбанком"."""
    word, behind = seen.row.items[span.first].word, seen.row.follows(span.last)
    if span.first or span.last > 1 or span.borne or span.sure or not behind.small or behind.word in sets.SPLITTERS:
        return False
    known = any(other.is_no_place for other in seen.spans if other is not span)
    return known and ((is_everyday(word) and not is_english(word)) or _VERB.fullmatch(word) is not None)


def _is_of_a_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether an everyday word with a capital only says of what sort the everyday thing behind it is, or how much of it
    there is: "English law", "and Visa cards", "100kt Urals"."""
    row, at, behind = seen.row, span.first, seen.row.follows(span.last)
    if TOLD["amount"].fullmatch(row.item(at - 1).text):
        return True
    plain = behind.small and not behind.ends_names and lexicon().parts(behind.word) == {"ordinary"}
    return plain and at > 0 and is_everyday(row.items[at].word)


def _names_nobody(span: PartySpan, seen: Seen) -> bool:
    """Whether it is a number of a case that nobody asks for ("the payment in INC-20931"), a label of a sentence or of a
    name ("SYSTEM NOTE: ...", "Lessee: X"), or only letters where another is written as a name ("P&I with Gard")."""
    row, name = seen.row, span.subject.name
    if span.surety is Surety.QUOTED and len(seen.spans) > 1 and lexicon().knows(folded(name)):  # X (the "Seller")
        led = span.first - (row.item(span.first - 1).word in sets.ARTICLES)
        return row.before(led).strip() == "(" and row.before(span.last).startswith(")")
    whole = span.last - span.first == len(row.items)
    if span.surety is not Surety.CAPITALS or span.last - span.first > 2 or span.borne or whole:
        return False
    counted = span.last - span.first == 1 and row.item(span.last).word.isdigit()
    if counted and row.parts[span.first] & (sets.LABELS | {"somebody"}):
        return True  # Supplier 2 X
    label = span.last in seen.starting or "nolabel" in lexicon().parts(row.items[span.last - 1].word)
    number = _REFERENCE.fullmatch(name) or (label and row.before(span.last).strip() == ":")
    before = span.first - 1
    wanted = row.item(before).word in sets.BE or (before >= 0 and row.parts[before] & sets.WANTING)
    if number and not wanted:
        return True
    return len(seen.spans) > 1 and not (_is_asked_for(span, seen) or re.search(r"\w{2}", name))


def _is_asked_for(span: PartySpan, seen: Seen) -> bool:
    """Whether an act stands right before it ("check zentrix"), or it is joined to another name."""
    row, at = seen.row, span.first
    at -= at > 1 and row.items[at - 1].word in sets.ARTICLES
    before, after = row.item(at - 1).word, row.item(span.last)
    wanted = at > 0 and not row.parts[at - 1].isdisjoint({"also", *sets.WANTING})
    wanted = wanted or ("stop" in seen.first and "unasked" not in seen.features)  # lay off X and watch Y
    if before in sets.SPLITTERS or before in sets.BE or after.word in sets.SPLITTERS or wanted:
        return True
    # also their chairman X
    if (len(seen.spans) == 1 and "also" in row.parts[0]) or (after.after_comma and span.last in seen.starting):
        return True
    return at in seen.ending and (row.items[at].apart or seen.is_parted(at))  # tornado cash & chipmixer


def _is_new(row: Row, at: int) -> bool:
    """Whether "new" is of a name of known words: "and new regent"."""
    then = row.follows(at + 1)
    return "new" in row.parts[at] and then.small and lexicon().parts(then.word) <= sets.EVERYDAY


def words_beside(seen: Seen) -> list[str]:
    """Everyday words that "and" or a stroke joins to a name, of which nobody says that they are one: "watch
    justice and X", "X / ing"."""
    row, found = seen.row, list[str]()
    begin, close = seen.starting.keys(), set(seen.ending)
    listing = seen.is_bare or any("screen" in parts for parts in row.parts[:2])

    def parted(at: int) -> bool:
        written = row.items[at].capital and row.items[at - 1].capital
        return seen.is_parted(at) and (listing or written or not row.items[at].after_comma)

    # Emirates and X; not X, Panama
    lands = {at for at, i in seen.items if i.sort is Sort.COUNTRY and i.capital and not i.value.people} - close
    known = [at for at, item in seen.items if at in lands or lexicon().knows(item.word)]
    says = {at: lexicon().parts(row.items[at].word) | row.parts[at] for at in known}
    plain = [at for at in known if says[at] <= sets.EVERYDAY or _is_new(row, at)]
    for run in runs(plain, lambda one, other: other == one + 1 and not row.items[other].apart):
        at, end = run[0], run[-1] + 1
        led = (row.item(at - 1).word in sets.SPLITTERS and at - 1 in close) or (at in close and parted(at))
        leads = (row.item(end).word in sets.SPLITTERS and end + 1 in begin) or (end in begin and parted(end))
        if led or leads:
            found.append(row.said(at, end))
            close.add(end)
    return found


def labelled_whole(seen: Seen) -> PartySpan | None:
    """The name behind a label where it is read as none or as several: "Helmut Bauer", "Turkiye Is Bankasi". None where
    its words are read well, or say that there is no name ("not known")."""
    items = seen.row.items
    last = next((at for at, item in enumerate(items) if not item.capital), len(items))
    strange = [item for item in items[:last] if item.sort is not Sort.ASIDE and not lexicon().plays(item.word)]
    titled = last == len(items)  # "Société Générale", "Siemens"
    strangely = strange and (any(item.form for item in items[:last]) or 2 * len(strange) > last)
    single = len(seen.spans) > 1 and any(s.last - s.first < 2 for s in seen.spans)  # no "Petra Lindqvist & Anna Berg"
    written = bool(seen.spans) and is_written_as_a_name(seen)
    parted = single and written and seen.spans[-1].first < last  # no "X and Y"
    led = items[: seen.spans[0].first] if written and not seen.spans[1:] else ()
    # First Harbor Credit Union, Al Noor Grains; a listed name behind such words, "Green Tango", is screened by itself
    plain = led and not seen.has_listed and (all(i.generic for i in items[len(led) :]) or all(map(_is_of_title, led)))
    plain = plain and all(lexicon().knows(i.word) and i.word not in {*TYPES, *KINDS, *sets.TITLES} for i in led)
    whole = bool(plain) or (bool(strange) and (parted or not seen.spans) and (titled or strangely))
    subject = Subject(seen.row.said(0, last), role=seen.stretch.label)
    return PartySpan(0, last, subject, Surety.CAPITALS) if whole else None


def _is_of_title(item: Item) -> bool:
    """Whether a word says nothing of who bears the name behind it: "Al", "La Casa", and no "Client"."""
    return bool(lexicon().parts(item.word) <= sets.OF_A_TITLE)


def is_written_as_a_name(seen: Seen) -> bool:
    """Whether a few words in capitals stand by themselves and side by side."""
    items, text = seen.row.items, seen.row.text
    if not 2 <= len(items) <= 6 or "?" in text or text.isupper() or not items[0].word:
        return False
    together = all(item.word and not item.apart for item in items[1:]) and not seen.is_small_talk
    return together and all(i.text[:1].isupper() or i.text[:1].isdigit() or i.word in sets.INNER_SMALL for i in items)


def named_in_cell(seen: Seen, *, led: bool) -> str:
    """The name of a line among names, if any, or in its first cell or before its share: "Ever Given", "John Smith -
    25%". `led`: others stand before it, so that "EVER GIVEN" is no heading of them."""
    said, row = TOLD["cell"].split(seen.row.text)[0], seen.row
    cell = [item for item in row.items if item.start < len(said)]
    named = 0 < len(cell) < len(row.items) or [item.sort for item in cell[1:]] == [Sort.COUNTRY]  # Fly Dubai
    named = named and all(item.capital and (item.word or at) for at, item in enumerate(cell))
    named = named or (led and row.shouted and bool(seen.spans) and not seen.has_listed | ("screen" in seen.parts))
    return said if said[-1:] != ":" and (named or is_written_as_a_name(seen) or seen.may_be_a_name) else ""
