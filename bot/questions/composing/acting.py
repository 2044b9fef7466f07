"""Whether a watch is asked for: an act is done only where nothing before it and behind it says otherwise. And whether
a word that may ask is a label, or tells whose somebody is.

What stands before the act must be a courtesy, a request, a wish or what it is about; other words ("never", "what if I
say", "my colleague set") tell of it. In doubt nothing is done: an alert lost is worse than one too many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bot.questions.data import patterns
from bot.questions.spotting.lexicon import KINDS, TYPES, is_given, lexicon, sets
from bot.questions.spotting.sheet import Act, PartySpan, Row, Sort

_SAID = patterns("acting")
ENDS = re.compile(r"[,;:.!?()\u2013\u2014\n]| -+ |\t")
_WATCHED = {Sort.PROGRAMS, Sort.LISTS, Sort.OPTIONS}  # beside parties
_LONGEST = 14  # words before an act, of which more are no request
_MOST = 200  # acts of a stretch, of which more ask for nothing


def is_asked_for(act: Act, row: Row, named: set[int]) -> bool:
    """Whether an act on watches is to be done. `named`: the places of names."""
    if len(row.acts) > _MOST:
        return False
    # behind a mark, or behind "if so"
    begins = (n for n in range(act.first, 0, -1) if ENDS.search(row.before(n)) or "provided" in row.parts[n - 1])
    start, end = next(begins, 0), _end(row, act.last)
    lead, said = _words(row, start, act.first, named), _words(row, act.first, end, named)
    if lead.count(" ") >= _LONGEST or not _SAID["asked"].match(f"{lead} | {said}".lstrip()):
        return False
    if _SAID["of_another"].fullmatch(said):
        return False
    if act.part == "stop" and not _SAID["stops"].fullmatch(_words(row, act.last, end, named)):
        return False
    led = _words(row, 0, start, named)
    told = _is_headed_otherwise(row, start, named) or _SAID["told_before"].search(led)
    return not (told or _is_told_behind(act, row, named, lead))


def leads_to_an_order(row: Row, at: int, named: set[int]) -> bool:
    """Whether nothing but a courtesy, a request, a wish or whom it is about stands before a verb, and nobody else is
    asked for it."""
    lead = _words(row, 0, at, named)
    asks = row.text.rstrip().endswith("?") and not _SAID["requested"].match(lead)
    told = not named.issuperset(range(at)) and _is_headed_otherwise(row, at, named)  # but X: reject
    return not (asks or told) and bool(_SAID["ordered"].fullmatch(f"{lead} ".lstrip()))


def _is_headed_otherwise(row: Row, start: int, named: set[int]) -> bool:
    """Whether what a mark parts from an act says that it is somebody else's, or no order: "Kate: watch X", "Anna, can
    you watch it?", "example: watch X"."""
    if ":" in row.before(start):
        says = any(at in named or is_given(row.items[at].word) for at in range(start))
        last = next((at for at in range(start - 1, 0, -1) if ENDS.search(row.before(at))), 0)
        return says or not _SAID["headed"].fullmatch(_words(row, last, start, named))
    called = start == 1 and is_given(row.items[0].word) and "," in row.before(1)
    return called or _SAID["of_others"].match(row.text) is not None


def fits(how: str, row: Row, first: int = 0, last: int | None = None, named: Iterable[int] = ()) -> bool:
    """Whether the words from a place up to another, or the end, are as a pattern of `data/acting.toml` has them: they
    only take back what was said ("taken_back": "oh wait, don't"), leave the next name as it is ("left_alone": "but
    not"), or say only why or for whom something is to be done ("mentioned")."""
    return _SAID[how].search(_words(row, first, len(row.items) if last is None else last, named)) is not None


def asks_now(act: Act, row: Row, named: set[int]) -> str:
    """What is asked with "let me know if X is listed", "tell me when X was listed", now: "if", "when" or nothing."""
    if act.part != "watch" or len(row.acts) > _MOST:
        return ""
    said = _words(row, act.first, len(row.items), named)
    return next((now for now in ("if", "when") if _SAID[f"told_{now}"].fullmatch(said)), "")


def is_excepted(row: Row, behind: int, first: int) -> bool:
    """Whether the words behind an act except what follows from all or several: "every option but", "options, only
    keep"; not "nothing but", which means it alone."""
    return fits("excepts", row, behind, first) and not fits("but_it", row, behind, first)


def is_all_but(row: Row, named: set[int]) -> bool:
    """Whether all is spoken of and somebody or something is named, and more is said than that its alerts are meant:
    "all my watches save X", "everything that is not X"."""
    first = next((at for at, item in enumerate(row.items) if lexicon().parts(item.word) & sets.OF_ALL), len(row.items))
    said = _words(row, first + 1, len(row.items), named)
    excepts = not (sets.EXCEPTING | sets.DENYING).isdisjoint(said.split())  # "but" is a courtesy, too
    return "_" in said and (excepts or not _SAID["of_all"].fullmatch(said))


def is_on_condition(kind: str, acts: Sequence[Act], row: Row, named: set[int]) -> bool:
    """Whether an act on watches, of a kind, is to be done only if something is so now: "unwatch X unless it is still
    listed". `acts`: the words for it. What is waited for ("watch X, if it comes off tell me") is none, but of one that
    is to end."""
    return fits(f"{kind}_if", row, max(act.last for act in acts), named=named)


def _is_told_behind(act: Act, row: Row, named: set[int], lead: str) -> bool:
    """Whether what follows the act says that it is none: "alert: payment held", "watch X?", "unwatch X is what he
    wants", "notify me if you do not understand: is X listed"."""
    nobody = row.item(act.last + (row.item(act.last).word in sets.OF_WATCHED)).word in sets.NOBODY
    if nobody and not any(item.word in sets.EXCEPTING for item in row.items[act.last :]):
        return True  # watch none of them
    said = _words(row, act.first, act.last, named)
    first = min((at for at in named if at >= act.last), default=act.last)
    last = next((at for at in range(first, len(row.items)) if at not in named), len(row.items))
    mark, rest = row.before(act.last).strip(), _words(row, last, len(row.items), named)
    if _SAID["had"].match(f"{lead}|{said}{mark}|{rest}") or fits("taken_back", row, last, named=named):
        return True
    if _SAID["conditional"].search(f"{said} {_words(row, act.last, first, named)}"):
        if _waits_for_another(row, act.last, first, last):
            return True
        return not sets.OTHERS.isdisjoint(item.word for item in row.items[act.last : min(act.last + 2, first)])
    others = (item.word for item in row.items[act.last : first] if item.word not in sets.ARTICLES)
    roles = all("label" in lexicon().parts(word) for word in others)
    if act.last < len(row.items) and first < len(row.items) and roles and _SAID["to_them"].fullmatch(said):
        return True  # notify X of the freeze, notify the consignee X
    if row.item(act.last).sort is Sort.LISTS and _SAID["to_them"].fullmatch(said):
        return True  # notify OFAC of X
    if row.item(act.last).word in sets.DEMONSTRATIVE and _is_no_party(row, act.last + 1):
        return True  # watch this space
    # the program SDGT and X
    out = next((i for i in range(act.last, first) if row.parts[i] & sets.PICKED or _is_watched_whole(row, i)), first)
    led = [item.word for item in row.items[act.last : out] if item.word and act.part == "watch"]
    if any(word in sets.NEVER_BEFORE_WATCHED or not lexicon().parts(word) & sets.BEFORE_WATCHED for word in led):
        return True  # but behind "the tanker", "changes to"
    of = row.item(last).word
    thing = of and of not in sets.OF_A_LISTING and not lexicon().parts(of) & sets.BEFORE_WATCHED
    if thing and row.before(last).startswith(("'s ", "’s ")):
        return True  # follow X's advice
    whole = lead in ("", "_") and last == len(row.items) and row.text.rstrip().endswith("?")
    asked = whole and (first < last or lead == "_")
    that_one = row.item(last).word in sets.DEMONSTRATIVE and "somebody" in lexicon().parts(row.item(last + 1).word)
    behind = _words(row, last + 2 * that_one, _end(row, last), named)
    return asked or _SAID["tells_behind"].fullmatch(f"{act.part} {behind}") is not None


def _is_watched_whole(row: Row, at: int) -> bool:
    """Whether a list, a program or an option stands there or next, or what excepts some of all."""
    return row.items[at].word in sets.EXCEPTING or not _WATCHED.isdisjoint((row.items[at].sort, row.item(at + 1).sort))


def _waits_for_another(row: Row, behind: int, first: int, last: int) -> bool:
    """Whether what is waited for is no change of a listing: "notify us if the payment from X arrives", "once the
    vessel X has berthed"."""
    if any("deal" in row.parts[at] for at in range(behind, first)):
        return first < last
    then = [at for at in range(last, _end(row, last)) if row.items[at].word]
    listed = any(row.parts[at] & sets.CHANGES_A_LISTING or row.items[at].word in sets.OF_A_LISTING for at in then)
    has_done = len(then) == 2 and row.items[then[0]].word in sets.HAVING  # has berthed
    return first < last and has_done and row.parts[then[1]] <= sets.OF_GOODS_MOVED and not listed


def _is_no_party(row: Row, at: int) -> bool:
    """Whether a word that is pointed at is a thing, and nobody who could be watched."""
    item = row.item(at)
    strange = lexicon().parts(item.word) <= {"ordinary"} and not item.word.endswith("ly")
    return bool(item.word) and not item.apart and (strange or item.word in sets.ROOMS)


def _end(row: Row, at: int) -> int:
    return next((n for n in range(at, len(row.items)) if ENDS.search(row.before(n))), len(row.items))


def _words(row: Row, first: int, last: int, named: Iterable[int]) -> str:
    """Words `first` to `last` (exclusive), each name and each span as one "_"."""
    said = ["_" if at in named or not row.items[at].word else row.items[at].word for at in range(first, last)]
    kept = [word for at, word in enumerate(said) if word != "_" or at == 0 or said[at - 1] != "_"]
    return " ".join(kept).replace("’", "'")


def is_of_office(act: Act, row: Row, span: PartySpan, ties: Callable[[int], bool]) -> bool:
    """Whether it is asked of who holds an office of a party: "the CEO of X", "X's CEO", "директор Роснефти". `ties`:
    whether an item between may tie the two."""
    if act.part != "office":
        return False
    if act.last <= span.first:
        between, leads = range(act.last, span.first), row.items[act.last - 1].word in sets.OF_GRAMMAR
        return all(map(ties, between)) and (leads or len(between) > 0 or bool(span.subject.spelt))  # anyone at
    whose = row.before(span.last).startswith(("'s", "’s", "' "))
    return span.last == act.first and (whose or (not row.items[act.first].apart and " " not in span.subject.name))


def is_only_told(act: Act, row: Row) -> bool:
    """Whether somebody is to do what is done to lists, too ("asked us to change the account"), or it is only said of a
    thing or a role ("amended contract", "change of shareholder"), or of where somebody went: nobody asks for it."""
    said, then = row.items[act.first : act.last], row.item(act.last + 1)
    of = row.follows(act.last).word == "of"
    ahead = row.follows(act.last + of).word
    parts, to = lexicon().parts(ahead), ahead in ("to", "from")
    place = then.capital and then.sort in (Sort.WORD, Sort.COUNTRY)
    place = place and to and said[0].word.startswith("move")  # moved to Tirana
    moved = (then.word if to else ahead)[:1].isdigit()  # standup moved to 10:15, moved 40k to Alfa
    if moved or place or ahead in sets.OF_SOMEBODY:  # our supplier changed its bank
        return True
    asks = row.text.endswith("?") or row.items[0].word in sets.QUESTIONS or "what" in row.parts[0]
    new = said[0].word in sets.NEW
    thing = bool(parts - {"ordinary"}) or ahead.endswith("s")  # changed hands; not otherwise
    told = new or (of and parts & sets.LABELS) or (not asks and said[0].word.endswith("ed") and thing)
    plain = told and parts - {"filler"} and parts <= sets.OF_A_THING and ahead not in sets.LIGHT
    type_of = ahead in KINDS and (asks or not new or ahead not in TYPES or ahead.endswith("s"))  # new vessel: X
    if len(said) == 1 and not type_of and ("somebody" in parts or plain):
        return True  # "our new supplier", "нового клієнта": nothing new is asked for
    if len(said) == 1 and new and any("screen" in each for each in row.parts[act.last :]):
        return True  # news and a sanctions check
    return act.first > 1 and row.items[act.first - 1].word == "to" and not said[-1].word.endswith("s")


def is_label(act: Act, row: Row) -> bool:
    """Whether a word is all that stands before the colon of an item: "- new: X", "also new: X". Not "changes: X"."""
    last, led = row.items[act.last - 1].word, row.parts[: act.first]
    alone = act.last < 3 and all("also" in parts for parts in led) and act.last - act.first == 1
    one = last in sets.NEW or not last.endswith("s")
    return alone and one and row.before(act.last).startswith(":") and "?" not in row.text


def tells_link(act: Act, row: Row, spans: Sequence[PartySpan]) -> bool:
    """Whether a sentence tells whose somebody is, and asks nothing: "X is owned by Y"."""
    ahead = min((span.first for span in spans if span.first >= act.last), default=0)
    between = {item.word for item in row.items[act.last - 1 : ahead]}
    asks = "?" in row.text or row.items[0].word in sets.QUESTIONS or any(i.word in sets.SUPPOSING for i in row.items)
    # is the guy who runs Chechnya, X, on a list
    of_whom = {item.word for item in row.items[1:][max(0, act.first - 2) : act.first]} & {"who", "that"}
    if of_whom and ahead > act.last and row.item(act.last + 1).after_comma and row.follows(act.last).capital:
        return True
    asked = {item.word for item in row.items[:ahead]} & sets.QUESTIONS  # our vendor is a part of X, any restrictions?
    told = row.item(0).word in sets.ARTICLES | sets.OURS and asked and asked <= sets.BE
    if told and "?" in row.text and any(s.first == ahead and row.item(s.last).after_comma for s in spans):
        return True
    told = any(span.last <= act.first for span in spans) and ahead - act.last < 3
    return told and not asks and not sets.LINKING.isdisjoint(between)
