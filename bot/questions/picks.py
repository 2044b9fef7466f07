"""Which of the parties that were spoken of before a follow-up means, or of the candidates that an answer showed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.questions.ask import Ask, Kind, Pick, Subject, changed
from bot.questions.composing.ask import unique
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import sets
from bot.questions.spotting.sheet import Sort
from bot.screening.words.legal_forms import FORM_WORDS

_HOW_MANY = {"two": 2, "three": 3, "four": 4}


def widened(seen: Seen, before: Ask) -> Ask:
    """The ask before, about as many of the parties that were spoken of as "both" or "the three" mean."""
    if before.subjects[1:]:  # a pick that fitted none of them
        before = changed(before, pick=None)
    found = None if seen.spans or seen.values(Sort.LISTS)[1:] else seen.several
    spoken = spoken_of(before)[-_HOW_MANY[found.lastgroup or ""] :] if found else ()
    return changed(before, subjects=spoken, pick=None) if len(spoken) > len(before.subjects) else before


def is_led(seen: Seen) -> bool:
    """Whether it begins with what leans on the ask before: "and", "what about", "for"."""
    row = seen.row
    return bool(row.items) and ("follow" in row.parts[0] or row.items[0].word in sets.ABOUT | sets.WITHIN)


def picked(before: Ask, seen: Seen, own: Ask | None) -> Ask | None:
    """The ask before, about those that are picked of its parties, or of the candidates that the answer to its one party
    showed; None where nobody is. `own`: what is asked by itself. An act whose party is picked behind it goes on."""
    pick, alone, out = seen.pick, len(before.subjects) == 1, seen.left_out or _denied(seen, before)
    left = without(before.subjects, out)
    acts = own is not None and own.kind in sets.ON_WATCHES
    others = seen.parties and (not acts or len(out) < len(seen.parties) or (pick and pick.rest))
    if others and own and own.kind in sets.LEANING and not acts and 0 < len(left) < len(before.subjects):
        only_they = len(out) == len(seen.parties)  # all but X under A?
        notes = (*before.notes, *told_left_out(before.subjects, left, out))
        return changed(before, subjects=left, read=seen.row.text, pick=None, notes=notes) if only_they else None
    every = pick and pick.but and not pick.places and not (alone or acts)
    if not pick or others or (every and (own or pick.many not in (0, len(before.subjects)))):
        return None
    among = _among(before, seen, pick)
    of_one = alone and among == before.subjects
    # under B? and the third?
    kept = (of_one and before.kind in sets.ON_WATCHES) or (before.kind is Kind.COVERAGE and is_led(seen))
    now = changed(before, kind=before.kind if kept else Kind.SCREENING, read=seen.row.text)
    if of_one:
        if pick.rest and before.pick and not (before.pick.but or before.pick.rest):
            pick = Pick(before.pick.places, but=True, many=pick.many)
        return changed(now, pick=pick)
    if pick.rest:
        return changed(now, subjects=among[-pick.many :] if pick.many else among, pick=None)
    chosen = pick.of(among)
    return changed(now, subjects=chosen or among, pick=None if chosen else pick)


def _denied(seen: Seen, before: Ask) -> tuple[Subject, ...]:
    """Who alone is named, behind "not", and no act: not interpal."""
    led = seen.is_bare and seen.row.item(0).word in sets.DENYING and not seen.row.item(1).apart
    names = seen.parties if led and before.kind not in sets.ON_WATCHES else []
    return (names[0].subject,) if len(names) == 1 == names[0].first else ()


def _among(before: Ask, seen: Seen, pick: Pick) -> tuple[Subject, ...]:
    """The parties of which some are picked. "And the first?" is of those that one was picked from."""
    words, among = {item.word for item in seen.row.items}, before.subjects
    if pick.rest:
        others = tuple(subject for subject in spoken_of(before) if subject not in among) or among[1:]
        of_its_name = len(among) == 1 and (len(others) < max(pick.many, 1) or not sets.OF_A_NAME.isdisjoint(words))
        return among if of_its_name else others
    told = before.kind in sets.ON_WATCHES and before.subjects[0].name not in before.read
    of_several = is_led(seen) or not sets.OF_A_PAIR.isdisjoint(words) or told
    return spoken_of(before) if len(among) == 1 and of_several else among


def are_both(seen: Seen, before: Ask) -> bool:
    """Whether "both" are the one party and the one option of the ask before."""
    return seen.pick == Pick(but=True, many=2) and not seen.spans and len(before.subjects) == len(before.options) == 1


def of_some_shown(question: Ask, seen: Seen, before: Ask) -> Ask | None:
    """An act on those, or some of them, whom the answer before showed of a set, a program or an option: nobody is
    named by that, and the whole is more than was asked for."""
    if question.kind not in sets.ON_WATCHES or question.subjects or before.subjects or seen.spans or seen.by_sort:
        return None
    several = seen.pick or any(item.word in sets.OF_SEVERAL for item in seen.row.items)
    of_one = (seen.pick and seen.pick.places) or len(before.programs + before.options) == 1
    if not (before.kind is Kind.PARTIES and seen.points_back) and not (several and of_one):
        return None
    note = f"Nothing was changed: say “{question.kind} …” with the name of each that is meant."
    return changed(question, provided=True, everything=False, notes=(*question.notes, note))


def spoken_of(before: Ask) -> tuple[Subject, ...]:
    """The parties of the asks before, each once, in order, as they were told last."""
    return tuple({subject.sought: subject for subject in (*before.earlier, *before.subjects)}.values())


def not_spoken_of(subjects: Iterable[Subject], before: Ask) -> tuple[Subject, ...]:
    """Those of whom no ask before was, by these names."""
    spoken = {subject.sought.casefold() for subject in spoken_of(before)}
    return tuple(subject for subject in subjects if subject.sought.casefold() not in spoken)


def without(subjects: tuple[Subject, ...], out: Iterable[Subject]) -> tuple[Subject, ...]:
    """Those that are not left out: by the name that they were called before, or by some of its words ("without Zalando"
    of Zalando SE)."""
    kept = subjects
    for name in (subject.sought.casefold() for subject in out):
        exact = tuple(subject for subject in kept if subject.sought.casefold() != name)
        words = {*name.split()}
        kept = exact if exact != kept else tuple(s for s in kept if not words <= {*s.sought.casefold().split()})
    return kept


def told_left_out(subjects: Iterable[Subject], kept: Sequence[Subject], out: Iterable[Subject]) -> tuple[str, ...]:
    """Said of who is left out by some words of a name, of which the others are no legal form: it may be another party
    than was meant, "all except Sberbank" of Sberbank Leasing."""
    names = [{*subject.sought.casefold().split()} for subject in out]
    own = [(s.sought, {*s.sought.casefold().split()}) for s in subjects if s not in kept]
    doubtful = [said for said, words in own if not any(words - name <= FORM_WORDS for name in names)]
    return (f"Left out by a part of the name: {', '.join(doubtful)}.",) if doubtful else ()


def asks_more(seen: Seen) -> bool:
    """Whether more is said than who is picked: "the second one: since when?", not "which one is the other?"."""
    said = {act.part for act in seen.acts if act.first not in seen.picking[1]}
    return bool(seen.by_sort or said - sets.IDLE - sets.SAID_OF_A_PICK)


def with_those_before(seen: Seen, subjects: Sequence[Subject], before: Sequence[Subject]) -> tuple[Subject, ...]:
    """The parties that are named, and those before that "and" or "or" joins to one: "it and X", "X or them", "X and the
    last one"."""
    named, (pick, places) = sorted(seen.named), seen.picking
    if not (named and seen.parties):
        return tuple(subjects)
    if pick and not seen.left_out and (chosen := pick.of(before)):
        if _are_joined(seen, named, places):
            return unique([*subjects, *chosen])
        return unique([*chosen, *subjects]) if _are_joined(seen, places, named) else tuple(subjects)
    if _points(seen, named[0] - 1, -1):
        return unique([*before, *subjects])
    return unique([*subjects, *before]) if _points(seen, named[-1] + 1, 1) else tuple(subjects)


def _are_joined(seen: Seen, one: Sequence[int], other: Sequence[int]) -> bool:
    return one[-1] + 2 == other[0] and seen.row.item(one[-1] + 1).word in sets.SPLITTERS


def _points(seen: Seen, at: int, step: int) -> bool:
    """Whether behind a joining word, from a place on, those before are pointed at."""
    joined, row = False, seen.row
    while 0 <= at < len(row.items) and (row.items[at].word in sets.BEFORE_THEM or row.parts[at] & {"also", "both"}):
        joined, at = joined or row.items[at].word in sets.SPLITTERS, at + step
    return joined and 0 <= at < len(row.items) and "it" in row.parts[at]


def is_of_those_linked(question: Ask, seen: Seen, before: Ask) -> bool:
    """Whether those that are linked to the one party before are meant: "which of them would C free?", "watch them"."""
    several = not sets.OF_SEVERAL.isdisjoint(item.word for item in seen.row.items)
    of_links = before.kind is Kind.LINKS and len(before.subjects) == 1 and not question.subjects
    return of_links and several and bool(question.options or question.kind in sets.ON_WATCHES)


def wonders_aloud(seen: Seen) -> bool:
    """Whether what sounds like thanks asks if something is in order, says what is to be done or concludes that all is:
    "so equity is fine?", "perfect, I'll release the payment", "ok no risk then"."""
    words = {item.word for item in seen.row.items}
    ours = not words.isdisjoint(sets.OURSELVES)
    denied = not words.isdisjoint({*sets.DENYING, "nothing"}) and "takes_back" not in seen.marks  # never mind
    settled = denied or ours or not seen.parts.isdisjoint({"okay", "it"})
    concludes = denied or not words.isdisjoint(sets.CONCLUDING)
    if settled and concludes and len(words) > 2 and words.isdisjoint(sets.CLOSES | {"you"}):
        return True
    asks = seen.row.text.rstrip().endswith("?") and len(seen.row.items) > 1 and "you" not in words
    told = "deal" in seen.parts and ("okay" in seen.parts or ours)
    return told or (asks and (ours or not seen.parts.isdisjoint({"okay", "it"})))
