"""Acts on watches that the rest of a message speaks against, or may: they are left to who asks; and what of an act
cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from operator import attrgetter

from bot.questions.ask import Ask, Kind, Subject, changed
from bot.questions.composing.acting import fits, is_all_but, is_excepted, is_on_condition
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns, table
from bot.questions.spotting.lexicon import KINDS, WORD, lexicon, sets
from bot.questions.spotting.sheet import Act, PartySpan, Sort, Surety, covered

NOTES = table("acting")["notes"]
_REQUESTS = {"can", "could", "will", "would", "may", "any"}  # watch X, would you
_SAID = patterns("acting")
AWAY = _SAID["away"]


def withheld(asks: Sequence[Ask], every: Sequence[Seen]) -> list[Ask]:
    """The asks of a message in those stretches; an act that a later one takes back, or that an earlier one says to be
    somebody else's or an example, is not done, and one on all that is watched only where all else is a courtesy, a
    question or an act of its own."""
    if not any(ask.kind in sets.ON_WATCHES for ask in asks):
        return [*asks]
    acts = [at for at, seen in enumerate(every) if seen.parts & sets.CHANGING_WATCHES] or [0, len(every)]
    others = any(_SAID["of_others"].match(seen.row.text) for seen in every[: acts[-1] + 1])  # what follows is a remark
    back = others or any(map(_takes_back, every[acts[0] + 1 :]))
    kinds = sets.ON_WATCHES if back else () if all(map(_goes_on, every)) else {Kind.UNWATCH}
    return [_left(ask) if ask.kind in kinds and (back or ask.everything) else ask for ask in asks]


def _left(ask: Ask) -> Ask:
    return changed(ask, provided=True, subjects=() if ask.everything else ask.subjects)


def _takes_back(seen: Seen) -> bool:
    """Whether it only denies: "actually no, wait"; what asks for the act that undoes one is read: "never mind"."""
    denies = seen.denies and "takes_back" not in seen.marks
    return fits("taken_back", seen.row) or (denies and not seen.spans and not seen.parts - sets.IDLE - sets.CHAT)


def _goes_on(seen: Seen) -> bool:
    """Whether it speaks against no act on everything."""
    said = " ".join(WORD.findall(seen.row.text.casefold()))
    own = covered(act for act in seen.acts if act.part in sets.ON_WATCHES)  # no longer watch
    words = {item.word for at, item in enumerate(seen.row.items) if at not in own}
    if words & sets.AGAINST or seen.parts & {"without", "only"}:
        return False
    acts = seen.parts & sets.ACTS_OF_WATCHES
    wonders = acts and seen.row.text.rstrip().endswith("?") and not _SAID["requested"].search(said)
    return not wonders and bool(acts or seen.is_question or _SAID["courteous"].fullmatch(said))


def _is_a_set(span: PartySpan, seen: Seen) -> bool:
    """Whether no more than a trade of a country's is named, and neither a body nor anybody on a list: "all Iranian
    shipping"."""
    row = seen.row
    of = row.item(span.first - (row.items[span.first].sort is not Sort.COUNTRY))
    last = row.items[span.last - 1]
    country = of.sort is Sort.COUNTRY and of.value.people
    return bool(country and span.surety < Surety.LISTED and last.small and last.word not in sets.BODIES)


def _of_a_watch(question: Ask, seen: Seen, *, of_sets: bool) -> Iterator[str]:
    """What of a watch cannot be done: of a set that is described, of one change alone, for a while. `of_sets`: a set is
    named as a party would be."""
    named = question.subjects or question.options or question.programs or question.lists
    if not named and (of_sets or seen.kinds or seen.values(Sort.COUNTRY)):
        yield NOTES["described"]
    waits = sets.ONE_CHANGE & seen.parts and _SAID["waits_for"].search(seen.row.text)
    if waits or (question.subjects and question.lists):
        yield NOTES["every_change"]
    if question.period or {"a_while", "schedule"} & seen.marks or _SAID["later"].search(seen.row.text):
        yield NOTES["no_end"]


def as_watched(question: Ask, seen: Seen) -> Ask:
    """The order with what of it cannot be done, said; what ends a watch and means a part of it is left to who asks."""
    programs = question.programs
    ends = (act for act in seen.acts if act.part in ("removed", "stop") and question.kind is Kind.UNWATCH)  # drop X
    acts = [act for act in seen.acts if act.part == question.kind] or sorted(ends, key=attrgetter("first"))[:1]
    out, beside, excepting = _only_named(question, seen)
    begins, spans = question.kind is Kind.WATCH, (*seen.parties, *seen.plain)
    sets_of = [span.subject for span in spans if begins and _is_a_set(span, seen)]
    subjects = tuple(each for each in question.subjects if each not in (*beside, *sets_of))
    question = changed(question, subjects=subjects, options=tuple(key for key in question.options if key not in out))
    if question.subjects:  # those that are named beside it, and not as what it is under
        others = (item for at, item in seen.items if seen.row.item(at - 1).word not in sets.WITHIN)
        programs = tuple(tag for item in others if item.sort is Sort.PROGRAMS for tag in item.value)
    part = _is_of_a_part(question, seen)
    if (bare := not (question.subjects or question.options)) and _excepts_sets(question, seen):
        question, programs, excepting = changed(question, lists=()), (), True
    away = AWAY.search(seen.row.text) is not None
    notes = [NOTES["name_each"]] * excepting + [NOTES["say_there"]] * away
    whole = (programs or question.lists or question.options) and not question.subjects
    notes += [NOTES["whole" if whole else "with_itself"]] * part
    if begins:
        notes += _of_a_watch(changed(question, programs=programs), seen, of_sets=bool(sets_of))
    told = "unwatch" in seen.parts or _SAID["alerts"].search(seen.row.text)  # of watches; not "everything that I added"
    vague = question.everything and ("added" in seen.parts or not told)
    but = question.kind is Kind.UNWATCH and not part and is_all_but(seen.row, seen.named)
    if but:
        question, programs = changed(question, subjects=(), options=()), ()
    notes += [NOTES["beside"].format(name=beside[0].name, verb=question.kind)] if beside and not but else []
    if question.kind is Kind.UNWATCH:
        late, one = bool(_SAID["later"].search(seen.row.text)), _is_of_one_change(seen)
        notes += [NOTES["no_end"]] * late + [NOTES["every_change"]] * one
        vague = vague or part or late or one or but
    alone = part and not whole and not _means_itself(acts, seen)
    vague = vague or alone or away or (excepting and bare and not (programs or question.lists))
    if acts and is_on_condition(question.kind, acts, seen.row, seen.named):
        vague, beside = True, (*question.subjects, *beside)
    provided, size, said = question.provided or vague, len(seen.row.items), (*question.notes, *notes)
    asked = _asked_behind({act.last for act in acts}, seen)
    unread = (*question.unread, *([seen.row.said(asked, size)] if asked < size and not beside else []))
    return changed(question, programs=programs, beside=beside, provided=provided, unread=unread, notes=said)


def _asked_behind(acts: Set[int], seen: Seen) -> int:
    """Where a question begins behind the comma after an act that ends at one of these places; the end where none does:
    it is no part of the act, "watch X, what changed this month?", "watch X, is Y listed?"."""
    behind = min(acts, default=len(seen.row.items))
    words = sets.QUESTIONS - _REQUESTS
    asks = (at for at, item in enumerate(seen.row.items) if item.after_comma and item.word in words)
    return next((at for at in asks if at > behind), len(seen.row.items))


def _is_of_one_change(seen: Seen) -> bool:
    """Whether what is told of a party is one sort of change only: "delistings of X"."""
    told = (act for act in seen.acts if act.part in sets.ONE_CHANGE and sets.HENCE & {seen.row.item(act.last).word})
    return any(act.last + 1 in seen.starting for act in told)


def _excepts_sets(question: Ask, seen: Seen) -> bool:
    """Whether programs or lists are named as what is left out of all of them: "every program but EO 14024"."""
    first = next((at for at, item in seen.items if item.sort in (Sort.PROGRAMS, Sort.LISTS)), 0)
    ends = [act.last for act in seen.acts if act.part == question.kind and act.last <= first]
    return is_excepted(seen.row, max(ends, default=0), first)


def _only_named(question: Ask, seen: Seen) -> tuple[set[str], tuple[Subject, ...], bool]:
    """The options and the parties beside those that an act is asked for: "unwatch X though Y is still listed"; and
    whether some are left out of all, or of several that are not named."""
    acts = {act.last for act in seen.acts if act.part == question.kind}
    found, told, but, kept, excepting = list[Subject | str](), False, False, bool(question.programs), False
    kept = kept or any("it" in parts for at in acts for parts in seen.row.parts[at : at + 1])  # watch it because ...
    options = [(at, at + 1, key) for at, i in seen.items if i.sort is Sort.OPTIONS for key in i.value]
    asked = _asked_behind(acts, seen)
    things = sorted([*((s.first, s.last, s.subject) for s in seen.spans), *options], key=lambda each: each[:2])
    for first, _, thing in things:
        ends = [*acts, *(last for _, last, _ in things)]
        behind = max((end for end in ends if end <= first), default=first)
        instead = but and fits("instead", seen.row, behind, first)  # not X but Y
        named = any(fits(how, seen.row, behind, first) for how in ("left_alone", "mentioned"))
        told = not instead and (named or (told and behind not in acts))
        led = behind if behind < first or behind in ends else 0  # except for B, watch all
        but = not instead and ((but and behind not in acts) or is_excepted(seen.row, led, first))
        excepting = excepting or (but and not kept)
        elsewhere = first >= asked or _is_of_another(acts, question.kind, seen, first)
        found += [thing] if (told and kept) or but or thing in seen.left_out or elsewhere else []
        kept = kept or not told
    parties = tuple(each for each in found if isinstance(each, Subject))
    return {each for each in found if isinstance(each, str)}, parties, excepting


def _is_of_another(own: Set[int], kind: Kind, seen: Seen, first: int) -> bool:
    """Whether what stands at a place is named behind another act than those that end at `own`: one that begins or ends
    a watch, and has no part in them ("unwatch the alerts on X")."""
    parts = {"unwatch"} if kind is Kind.WATCH else {"watch", "added"}
    own = own | {act.last for act in seen.acts if kind is Kind.UNWATCH and act.part in ("stop", "removed")}
    others = {a.last for a in seen.row.acts if a.part in parts and a.last <= first} - own
    other, led = max(others, default=0), max((at for at in own if at <= first), default=0)
    return other > led and (not led or not seen.named.isdisjoint(range(led, other)))


def _is_of_a_part(question: Ask, seen: Seen) -> bool:
    """Whether some of what a party has, or of who is in a list or a program, is meant."""
    named = question.programs or question.lists or question.options
    if named and not question.subjects:
        return bool(seen.kinds or seen.values(Sort.COUNTRY))
    behind = [(seen.row.item(act.last), seen.row.item(act.last + 1)) for act in seen.acts if act.part == question.kind]
    if any(its.word in sets.POSSESSING and has.word not in sets.OF_A_LISTING and not has.apart for its, has in behind):
        return True  # its branches
    before = ((seen.row.item(span.first - 1).word, seen.row.item(span.first - 2).word) for span in seen.parties)
    of_one = any(of in sets.HENCE and has in KINDS for of, has in before)  # the yacht of Usmanov
    return bool(question.subjects) and bool(sets.OF_IT & seen.features or of_one)


def _means_itself(acts: Sequence[Act], seen: Seen) -> bool:
    """Whether the party itself stands right behind an act, whatever of it is named besides: "watch X and its
    subsidiaries", not "watch X's yacht", "watch the yacht of X"."""
    row, others = seen.row, [at for at, item in seen.items if item.word not in sets.POSSESSING]
    objects = [(span.first, span.last) for span in seen.parties]
    objects += [(at, at + 1) for at in others if "it" in row.parts[at]]
    for first, last in objects:
        behind = max((act.last for act in acts if act.last <= first), default=first + 1)
        between = [(row.parts[at], row.items[at].word) for at in range(behind, first)]
        led = (parts & sets.BEFORE_WATCHED and not (parts & sets.OF_ALL or of in sets.HENCE) for parts, of in between)
        owns = row.before(last).startswith(("'s", "’s")) or lexicon().parts(row.item(last).word) & sets.HAD
        if behind <= first and all(led) and not owns:
            return True
    return False
