"""What is no name though it looks like one: a place, and, beside a name that is sure, what only its capital or its
strangeness makes look like a name. It is not screened; what is no place is said to be unread. And what is one behind
a label, and what is none in a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.questions.ask import Subject
from bot.questions.composing.acting import is_left_alone
from bot.questions.composing.around import is_abbreviation
from bot.questions.composing.places import (
    has_form,
    is_in_or_towards,
    is_no_place,
    is_place,
    is_sure,
)
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.data import patterns
from bot.questions.spotting.lexicon import is_a_small_word, is_everyday, is_given, lexicon, sets
from bot.questions.spotting.sheet import PartySpan, Sort, Surety, covered
from bot.screening.words.nothing import says_nothing

_UNSAID = {"ordinary", "actor"}  # what an everyday word or a person of politics does
_REFERENCE = patterns("items")["reference"]
_DENIAL = 4  # words from "not" to whom it denies


def without_doubtful(every: Sequence[Seen]) -> list[Seen]:
    """The stretches of a message, each without the spans that are no names. Where no name is sure, no more than places
    beside a name are left out: then the only word there is may be the name."""
    said = [(span, seen) for seen in every for span in seen.spans]
    named = any(is_no_place(*each) for each in said)
    sure = any(is_sure(*each) and not (named and is_in_or_towards(*each)) for each in said)
    kept = []
    for at, seen in enumerate(every):
        signed = at > 0 and every[at - 1].is_small_talk  # "Many thanks", and who thanks
        taken_back = _taken_back(seen)
        others = [s for s in seen.spans if s not in taken_back and not _signs(s, seen) and not _is_greeted(s, seen)]
        led = [s for s in others if (named or Sort.MEASURES in seen.by_sort) and is_in_or_towards(s, seen)]
        places = [s for s in others if is_place(s, seen, sure=sure)]
        rest = [s for s in others if s not in [*led, *places]]
        doubtful = [s for s in rest if _names_nobody(s, seen) or (sure and _is_doubtful(s, seen, signed=signed))]
        spans = tuple(span for span in rest if span not in doubtful)
        may_be = [s for s in led if not s.place or is_sure(s, seen)]  # Kazan is a vessel, too
        comma = {s.first for s in places if seen.row.items[s.first].after_comma}  # Acme Ltd, Enel
        may_be += [s for s in places if not s.place and (s.borne or s.first in comma)]
        unread = tuple(span.subject.name for span in (*taken_back, *may_be, *doubtful) if not signed)
        kept.append(replace(seen, spans=spans, doubtful=unread) if len(spans) < len(seen.spans) else seen)
    return kept


def _taken_back(seen: Seen) -> list[PartySpan]:
    """Whom a correction takes back: "Sechin, sorry, Rotenberg I meant", "I mean Rotenberg not Sechin"."""
    kept = [span for span in seen.spans if not (_is_denied(span, seen) or _is_left_alone(span, seen))]
    if meant := next((act for act in seen.acts if act.part == "meant"), None):
        kept = [span for span in kept if span.first >= meant.last] or kept[-1:]
    places = {span.first for span in kept}
    return [span for span in seen.spans if span.first not in places] if kept else []


def _is_left_alone(span: PartySpan, seen: Seen) -> bool:
    """Whether no watch on it is asked for, beside one that is: "watch X, but don't bother about Y"."""
    if sets.ON_WATCHES.isdisjoint(seen.parts):
        return False
    acts = [act for act in seen.acts if act.part in sets.ON_WATCHES and act.last <= span.first]
    ends = [*(act.last for act in acts), *(other.last for other in seen.spans if other.last <= span.first)]
    return bool(acts) and is_left_alone(seen.row, max(ends), span.first)


def _is_denied(span: PartySpan, seen: Seen) -> bool:
    """Whether "not" stands before it: not where something is said of it ("it's not Lukoil any more")."""
    before = [seen.row.item(span.first - back).word for back in (1, 2)]
    if seen.row.item(span.last).word == "but":  # not asking about X but about Y
        words = [item.word for item in seen.row.items[max(span.first - _DENIAL, 0) : span.first]]
        between = words[words.index("not") + 1 :] if "not" in words else ["only"]
        return all(lexicon().parts(word) and not lexicon().parts(word) & {"only", "listed"} for word in between)
    return before[0] == "not" and before[1] not in sets.BE and not before[1].endswith(("'s", "’s"))


def _is_small_word(span: PartySpan) -> bool:
    """Whether a known word in small letters is quoted, beside a name for what it says."""
    return span.surety is Surety.QUOTED and is_a_small_word(span.subject.name)


def _signs(span: PartySpan, seen: Seen) -> bool:
    """Whether it is who signs: the last words, behind "regards," or "thanks,"."""
    row, at = seen.row, span.first
    ends = span.last == len(row.items) and span.last - at == 1 and not is_sure(span, seen)
    told = row.items[at].after_comma or (row.items[at].capital and len(seen.spans) > 1)  # ... before 4pm thanks Priya
    return ends and told and at > 1 and row.items[at - 1].word in sets.CLOSES


def _is_greeted(span: PartySpan, seen: Seen) -> bool:
    """Whether it is who is spoken to: "hi Maria, is Rosneft sanctioned?"."""
    at, others = span.first, len(seen.spans) > 1
    alone = others and span.last - at == 1 and seen.row.item(span.last).after_comma and not seen.row.items[at].apart
    return alone and at > 0 and "smalltalk" in seen.row.parts[at - 1] and is_given(seen.row.items[at].word)


def _is_doubtful(span: PartySpan, seen: Seen, *, signed: bool) -> bool:
    if _is_small_word(span):  # only 'probably' blocked
        return any((other.borne or is_sure(other, seen)) and not _is_small_word(other) for other in seen.spans)
    if _is_everyday_thing(span, seen):
        return True
    if is_sure(span, seen) or span.subject.birth_date:
        return False
    row, alone = seen.row, span.last - span.first == 1
    if alone and _is_of_a_thing(span, seen):
        return True
    source = row.before(span.first).strip() == ":" and "sources" in row.parts[span.first - 1]  # source: World-Check
    says = row.item(span.last).word in sets.SAYS and len(seen.spans) > 1  # what did Bessent say about Rosneft
    labels = row.before(span.last).strip() == ":" and span is not seen.spans[-1]  # Benef: Rosneft Trading SA
    if source or says or (labels and alone) or not alone:
        return source or says or alone
    if seen.stretch.frame is Frame.ITEM and seen.is_question and is_abbreviation(span):  # "LC ok?", below a form
        return True
    if seen.stretch.frame is not Frame.PROSE or _is_asked_for(span, seen) or span in seen.enumerated:
        return False
    if span.surety is Surety.NOBODY or signed or span.place:
        return True
    if any(is_sure(other, seen) for other in seen.spans):
        fills = "filler" in lexicon().parts(seen.row.items[span.first].word)  # "No. Just screen X"
        return fills or _only_leads(span, seen) or is_abbreviation(span) or _says_of_what(span, seen)
    return not seen.is_question and len(seen.row.items) > 1 and not seen.parts & (sets.WANTING - {"links"})


def _is_everyday_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether an everyday word in small letters, by which somebody is called, is a thing beside a listed name that is
    written as one: "the snow was deep, is Deep Sea listed?", "monitoring alert: TEMPBANK"."""
    row, item = seen.row, seen.row.items[span.first]
    if span.last - span.first > 1 or not item.small or not is_everyday(item.word) or _is_asked_for(span, seen):
        return False
    written = any(other.surety is Surety.LISTED and row.items[other.first].capital for other in seen.spans)
    behind = row.item(span.last)
    thing = span.first == 0 and not behind.apart and "nolabel" in lexicon().parts(behind.word)
    return written and (thing or (row.item(span.first - 1).word in sets.ARTICLES and behind.word in sets.BE))


def _is_of_a_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether an everyday word with a capital only says of what sort the everyday thing behind it is, or how much of it
    there is: "English law", "and Visa cards", "100kt Urals". Not where it is asked for, or "and" joins it to a name."""
    row, at, behind = seen.row, span.first, seen.row.item(span.last)
    if re.fullmatch(r"\d[\d.,]*(?:[km]?t|mt|bbls?|cbm)", row.item(at - 1).text):
        return True
    plain = behind.small and not (behind.apart or behind.ends_names) and lexicon().parts(behind.word) == {"ordinary"}
    if not (plain and at and is_everyday(row.items[at].word)) or row.items[at].apart:
        return False
    ended = seen.ending.get(at - 1) if row.items[at - 1].word in sets.SPLITTERS else None
    asked = row.items[at - 1].word in sets.BE or row.parts[at - 1] & sets.WANTING
    return not (asked or (ended and is_no_place(ended, seen)))


def _names_nobody(span: PartySpan, seen: Seen) -> bool:
    """Whether it is a number of a case that nobody asks for ("the payment in INC-20931"), a label of a sentence or of a
    name ("SYSTEM NOTE: ...", "Lessee: X"), or only letters where another is written as a name ("P&I with Gard")."""
    short = span.surety is Surety.CAPITALS and span.last - span.first < 3 and not span.borne
    if not short or len(seen.row.items) == span.last - span.first:
        return False
    before = seen.row.item(span.first - 1).word in sets.BE or (
        span.first and seen.row.parts[span.first - 1] & sets.WANTING
    )
    if not before and _REFERENCE.fullmatch(span.subject.name):
        return True
    if not before and seen.row.before(span.last).strip() == ":":
        said = lexicon().parts(seen.row.items[span.last - 1].word)
        named = any(other.first == span.last for other in seen.spans) and not has_form(span, seen)
        if "nolabel" in said or named:
            return True
    return not _is_asked_for(span, seen) and len(seen.spans) > 1 and not re.search(r"\w{2}", span.subject.name)


def _only_leads(span: PartySpan, seen: Seen) -> bool:
    """Whether a word has a capital because a sentence begins with it: "Charterers now propose the Golden Bridge"."""
    items, after = seen.row.items, span.last
    leads = span.first == 0 or (items[span.first].apart and not items[span.first].after_comma)
    return leads and after < len(items) and not items[after].apart and items[after].text.islower()


def _says_of_what(span: PartySpan, seen: Seen) -> bool:
    """Whether it only says of where or of what sort a thing is ("X, a Basra outfit", "beside a Bentley"), from where
    somebody is ("un cliente de Sevilla"), or what is sent to one that is sure ("we send Paracetamol to X")."""
    row, at = seen.row, span.first
    before = row.item(at - 1).word
    whence = before in sets.WHENCE and at > 2 and "somebody" in row.parts[at - 2]
    dealt = (n for n in range(1, at) if "deal" in row.parts[n] and row.items[n - 1].word in sets.WHO_DEALS)
    sent = row.item(span.last).word in sets.TO and any(
        s.first == span.last + 1 and is_sure(s, seen) for s in seen.spans
    )
    of_one = whence and row.items[at - 3].word in sets.OF_THINGS | sets.OURS
    return before in sets.BARE_ARTICLES or of_one or (sent and any(dealt))


def _is_asked_for(span: PartySpan, seen: Seen) -> bool:
    """Whether an act stands right before it ("check zentrix"), or it is joined to another name."""
    row, at = seen.row, span.first
    at -= at > 1 and row.items[at - 1].word in sets.ARTICLES and not row.items[at].apart
    before, after = row.item(at - 1).word, row.item(span.last).word
    if (
        before in sets.SPLITTERS | sets.BE
        or after in sets.SPLITTERS
        or (at and row.parts[at - 1] & {"also", *sets.WANTING})
    ):
        return True
    if len(seen.spans) == 1 and "also" in row.parts[0]:  # also their chairman X
        return True
    if row.item(span.last).after_comma and after and any(other.first == span.last for other in seen.spans):
        return True
    return at in seen.ending and (row.items[at].apart or seen.is_parted(at))  # tornado cash & chipmixer


def words_beside(seen: Seen) -> list[str]:
    """Everyday words that "and" or a stroke joins to a name, of which nobody says that they are one: "watch
    justice and X", "X / ing"."""
    row, named, at, found = seen.row, covered(seen.spans), 0, list[str]()
    begin, close = {span.first for span in seen.spans}, {span.last for span in seen.spans}
    everyday = [bool(lexicon().parts(item.word)) and lexicon().parts(item.word) <= _UNSAID for item in row.items]

    def parted(at: int) -> bool:
        written = row.items[at].capital and row.items[at - 1].capital
        return seen.is_parted(at) and (seen.is_bare or written or not row.items[at].after_comma)

    plain = [everyday[n] and n not in named and parts <= _UNSAID for n, parts in enumerate(row.parts)]
    while at < len(plain):
        end = at
        while end < len(plain) and plain[end] and (end == at or not row.items[end].apart):
            end += 1
        if end > at:
            led = (row.item(at - 1).word in sets.SPLITTERS and at - 1 in close) or (at in close and parted(at))
            leads = (row.item(end).word in sets.SPLITTERS and end + 1 in begin) or (end in begin and parted(end))
            if led or leads:
                found.append(row.said(at, end))
                close.add(end)
        at = max(end, at + 1)
    return found


def labelled_whole(seen: Seen) -> PartySpan | None:
    """The name behind a label where it is read as none or as several: "Helmut Bauer", "Turkiye Is Bankasi". None where
    its words are read well, or say that there is no name ("not known")."""
    items = seen.row.items
    parted = len(seen.spans) > 1 and is_written_as_a_name(seen)
    if (seen.spans and not parted) or any(item.word in sets.SPLITTERS for item in items):
        return None
    ends = (at for at, item in enumerate(items) if not (item.word and item.capital) or (at and item.apart))
    last = next(ends, len(items))
    words = [item.word for item in items[:last]]
    strange = [word for word in words if not lexicon().plays(word)]
    name = seen.row.said(0, last)
    whole = last == len(items) and (last > 1 or bool(strange))
    titled = whole and not says_nothing(name)  # "Société Générale", "Bright Horizon", "Siemens"
    strangely = strange and (any(item.form for item in items[:last]) or 2 * len(strange) > len(words))
    return PartySpan(0, last, Subject(name), Surety.CAPITALS) if titled or strangely else None


def names_nobody(seen: Seen) -> bool:
    """Whether a line of a form that has no label is a title or says where ("FIXTURE RECAP", "Tverskaya 12"): nobody
    vouches for a name in it, but for its capitals, and it ends as none."""
    titled = seen.is_bare or not any(item.small for item in seen.row.items)
    if seen.stretch.frame is not Frame.ITEM or "\t" in seen.row.text or not seen.spans or not titled:
        return False
    return not any(span.surety >= Surety.LISTED or seen.row.items[span.last - 1].ends_names for span in seen.spans)


def is_written_as_a_name(seen: Seen) -> bool:
    """Whether a few words in capitals stand by themselves and side by side."""
    items, text = seen.row.items, seen.row.text
    together = all(item.word and not item.apart for item in items[1:]) and bool(seen.row.item(0).word)
    if not 2 <= len(items) <= 6 or not together or "?" in text or text.isupper() or seen.is_small_talk:
        return False
    return all(i.text[:1].isupper() or i.text[:1].isdigit() or i.word in sets.INNER_SMALL for i in items)
