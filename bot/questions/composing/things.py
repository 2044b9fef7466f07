"""What is written as a name and names nobody: a place, an address behind a name, a part of a firm, a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.data import patterns
from bot.questions.spotting.lexicon import is_given, is_of_a_person, lexicon, sets
from bot.questions.spotting.places import is_town
from bot.questions.spotting.sheet import PartySpan, Row, Surety
from bot.sanctions.briefing.terms import glossary

_WHENCE, _TOWARDS = sets.WHERE | sets.HENCE, sets.TOWARDS - {"for"}
_WHITHER = _WHENCE | sets.TOWARDS
_LONGEST = 3  # words of a place
_FIRST = attrgetter("first")
_NAMES = patterns("names")
_INTRODUCED = 40  # letters before a name that introduce it
_NEAR = 3  # items up to a word for a street in which its name stands


def things_in(seen: Seen) -> list[PartySpan]:
    """The names of a stretch that are none."""
    address = _address_from(seen)
    return [span for span in seen.spans if _is_of_an_address(span, seen, address) or _is_a_thing(span, seen)]


def _address_from(seen: Seen) -> int:
    """The item from where an address goes to the end of a stretch: behind a name and a comma, with a word for a street
    or a box in the post ("Igor Sechin, Sofiyskaya nab. 26/1, Moscow"); behind the last item where there is none."""
    row, end = seen.row, len(seen.row.items)
    near = range(end if "box" in row.words or row.words & sets.STREETS else 0)
    for at in (at for at in near if _is_street(row, at)):
        first = next((i for i in range(at, 0, -1) if row.items[i].apart and "," in row.before(i)), 0)
        named = any(span.last <= first and (span.sure or span.borne) for span in seen.spans)
        if named and at - first <= _NEAR and not any(s.first <= at < s.last and s.sure for s in seen.spans):
            return first
    return end


def _is_street(row: Row, at: int) -> bool:
    word, before = row.items[at].word, row.item(at - 1).word
    saint = word == "st" and (row.items[at].apart or before in sets.SPLITTERS)  # X and St. Albans Pumps
    return not saint and (word in sets.STREETS or (word == "box" and before.replace(".", "") == "po"))


def _is_of_an_address(span: PartySpan, seen: Seen, start: int) -> bool:
    """Whether it stands in the address that begins at an item, up to a word that asks."""
    between = seen.row.parts[start : span.first]
    sure = span.formed or (span.sure and not span.place)  # X, Road Star, Y
    return start <= span.first and not sure and not any(parts & sets.ACTS_ON_A_PARTY for parts in between)


def _is_a_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether known words name a document or a part of a firm, or stand behind one: "Loan Agreement 2019", "Letter of
    Credit", "Risk Committee"; not where a list knows them so."""
    said = span.subject.name.casefold()
    surety = Surety.QUOTED if seen.spans[1:] else Surety.CAPITALS
    if " " in said and said in _terms() and span.surety is surety and not span.borne:
        return True  # respond "NO MATCH" for X; why NOT CHECKED
    if span.surety is not Surety.CAPITALS or span.formed:
        return False
    said, _, tail = span.subject.name.partition("-")
    if said.isalpha() and tail in sets.PLACED:  # a Cyprus-registered firm
        return True
    led = seen.row.item(span.first - 1).word == "of" and seen.row.item(span.first - 2).word in sets.PARTS_AND_PAPERS
    return led or says_what([item.word for item in seen.row.items[span.first : span.last]])


@cache
def _terms() -> frozenset[str]:
    return frozenset(word for term in glossary().values() for word in term.words)


def says_what(words: Sequence[str]) -> bool:
    """Whether known words name a document or a part of a firm."""
    words = [word for word in words if not word.isdigit()]
    inner = sets.OFFICES_OF_A_FIRM | sets.UNITS | sets.JOINERS
    if not words or not all(word in inner or lexicon().knows(word) for word in words):
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in sets.DOCUMENTS or (head in sets.UNITS and inner.issuperset(words))


def asks_or_tells(span: PartySpan, seen: Seen) -> bool:
    """Whether it is who asks, as people introduce themselves ("my name is Tom Baker", "this is Jane from compliance",
    "Tom Baker here"), or who tells of others: "Dow Jones hit on X", "per Bloomberg", "Reuters: X"."""
    row, behind = seen.row, seen.row.item(span.last)
    if span.sure and span.subject.name.casefold() not in sets.AGENCIES:
        return False
    start = row.items[span.first].start
    said = row.text[max(0, start - _INTRODUCED) : start].casefold().replace("’", "'")
    here = behind.word == "here" and span.first in (0, *(act.last for act in row.acts if act.part == "smalltalk"))
    # "thx Jana", above what is asked
    thanked = span.first == 1 == len(row.items) - 1 and row.parts[0] <= sets.OF_CHAT and "smalltalk" in row.plays
    if (thanked and not span.borne) or _NAMES["introduces"].search(said) or (here and row.item(span.last + 1).apart):
        return True
    person = is_given(row.items[span.first].word)
    whence = behind.small and behind.text.split(" ")[0] in sets.HENCE  # from compliance; "from treasury" is a list's
    staff = person and whence and (not behind.word or row.item(span.last + 1).small)
    if said.endswith("this is ") and (staff or (person and behind.after_comma)):
        return True
    says = row.item(span.last + 2 * staff).word in sets.SAYS
    tells = _NAMES["per"].search(said) or says or row.before(span.last).strip() == ":"
    agency = sets.AGENCIES.issuperset(span.subject.name.casefold().split())
    first = span is seen.spans[0] is not seen.spans[-1]
    return (staff and says) or (agency and bool(tells)) or (first and flags_somebody(row, span.last))


def flags_somebody(row: Row, at: int) -> bool:
    """Whether a source flags somebody there: "Dow Jones hit on X", "World-Check flagged X"."""
    if at >= len(row.items) or row.items[at].word not in sets.FLAGS:
        return False
    word = row.items[at].word
    return word.startswith("flag") or row.before(at + 1).strip() == ":" or row.item(at + 1).word in sets.ABOUT_HITS


def is_in_or_towards(span: PartySpan, seen: Seen) -> bool:
    """Whether what is a place's name, and perhaps a listed party's, too, stands where a place does: "account in Kazan",
    "to tashkent", "from Tartus to Baltiysk"; or "ex Primorsk to Sikka", whatever these are."""
    row, at = seen.row, span.first
    if at == 0 or row.items[at].apart or span.subject.identifiers:
        return False
    before, joined = row.item(at - 1).word, row.item(span.last).word in sets.SPLITTERS
    near = [other for other in (seen.starting.get(span.last + 1), seen.ending.get(at - 1)) if other]
    if any(_is_route(one, two, seen) for one, two in pairwise(sorted([span, *near], key=_FIRST))):
        return True
    if not span.place and (before not in sets.INSIDE or span.borne or not is_town(span.subject.name)):
        return False
    hence = at - 1 in seen.ending and before in sets.HENCE  # Zenit from Kazan
    within = before in (sets.INSIDE if span.surety is Surety.LISTED else _WHITHER) or hence
    with_one = joined and any(other.first > at and other.is_no_place for other in near)
    return within and not with_one  # our shares in Kazan and Rosneft


def _is_route(one: PartySpan, two: PartySpan, seen: Seen) -> bool:
    whence = seen.row.item(one.first - 1).word
    goes = seen.row.item(one.last).word in _TOWARDS
    return goes and (whence == "ex" or (one.place and two.place and whence in _WHENCE))


def is_place(span: PartySpan, seen: Seen, *, sure: bool) -> bool:
    """Whether words say where: behind "at", right behind a name and "from" or a comma, in brackets; or "our London
    branch"."""
    row, at = seen.row, span.first
    at -= at > 1 and row.items[at - 1].word in sets.ARTICLES and not row.items[at].apart  # Koshelev of the State Duma
    last = row.items[span.last - 1]
    office = last.small and last.word in sets.OFFICES  # in Warsaw office
    if at == 0 or span.sure or span.last - at > _LONGEST or (last.generic and not office) or span.subject.birth_date:
        return False
    before = row.items[at - 1].word
    if row.items[at].apart:
        return _is_behind_a_firm(span, seen) or ((sure or span.place) and _in_brackets(span, seen))
    if "links" in row.parts[at - 1] and row.item(at - 2).word in ("who", "that"):  # who runs Chechnya, X
        return span.place and sure and row.item(span.last).after_comma
    if before in sets.OURS:
        return row.item(span.last).word in sets.OFFICES
    whose = seen.ending.get(at - 1)  # no goods: urea from Uralchem
    placed = before in sets.WHERE or (before in sets.HENCE and span.surety > Surety.NOBODY)
    if placed and whose and whose.surety > Surety.NOBODY:
        return True
    joined = {item.word for item in row.items[at : span.last]} & sets.JOINERS  # Novorossiysk for Alexandria
    if "for" in joined and before in _WHITHER:
        return sure
    born = "parcel" in row.parts[at - 1] | row.parts[at - 2]  # how many people born in Grozny
    moves = row.item(at - 2).word in sets.MOVES  # loading at Primorsk
    led = before in sets.WHERE and (sure or born or moves or min(seen.ending) <= at)
    led = led and "stop" not in row.parts[at - 1]  # lay off X
    led = led and not (span.subject.spelt and span.is_no_place)  # Реклама на Спутнике
    return led and (bool(joined) or office or span.last - at == 1)


def _is_behind_a_firm(span: PartySpan, seen: Seen) -> bool:
    """Whether a comma or a dash parts it from a firm or a person, at the end: "Acme Shipping Ltd, Hamburg", "It's
    Promsvyazbank, Moscow.", "Gerhard Wisser - Lohne", "is Mahan Air, Leeds sanctioned?"."""
    row, mark, behind = seen.row, seen.row.before(span.first).strip(), seen.row.item(span.last)
    firm = seen.ending.get(span.first) if "," in mark or mark in sets.DASHES else None
    asks = not behind.word or row.parts[span.last] & sets.ASKING
    if not firm or not (asks or behind.apart):
        return False
    labelled = seen.stretch.frame is Frame.LABELLED  # Lanta Bank, Moscow
    sure = firm.sure or (row.items[firm.last - 1].ends_names and not is_given(row.items[span.first].word))
    last = [firm, span] == [*seen.spans][-2:] and (span.place or len(seen.spans) == 2)  # not X, Acme Ltd, Enel
    if (span.place and (labelled or sure)) or (_is_in_a_town(span, seen) and not firm.place):
        return True
    town = labelled and span.last - span.first == 1  # one that nobody knows, behind a sure name
    if firm.formed:
        return last and (town or not span.borne)  # not Acme Ltd, Sechin
    person = any(map(is_of_a_person, firm.subject.name.casefold().split()))  # Ann Lee, Zorblax
    return last and town and (sure or not person) and not span.borne


def _is_in_a_town(span: PartySpan, seen: Seen) -> bool:
    """Whether all behind the first name says where its bearer is, one of it a town: "Kestrel Marine, Leeds, Yorkshire".
    What listed parties are called, too, is a town only behind a name of two words: "Viktor Orlov, Perm"."""
    first, *rest = seen.spans
    whole = first.last - first.first > 1
    where = all(seen.row.items[s.first].apart and not (s.sure or (s.borne and not (s.place and whole))) for s in rest)
    return where and span in rest and any(is_town(s.subject.name) for s in rest)


def _in_brackets(span: PartySpan, seen: Seen) -> bool:
    row, opened = seen.row, seen.row.text.rfind("(", 0, seen.row.items[span.first].start)
    return opened > 0 and row.text.find(")", opened) >= row.items[span.last - 1].end
