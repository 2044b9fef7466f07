"""Which of several that an answer showed, or that were spoken of, a stretch means: "the second", "1 and 3", "the last
two", "all but the first", "both of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.questions.ask import Pick
from bot.questions.composing.acting import fits
from bot.questions.data import patterns, table, words
from bot.questions.spotting.lexicon import KINDS, folded, lexicon, sets
from bot.questions.spotting.sheet import NOWHERE, Act, PartySpan, Row, Sort

_PLACES, _COUNTS = (
    {word: int(number) for number, said in table("picks")[name].items() for word in words(folded(said))}
    for name in ("places", "counts")
)
_SIGNS = {word: sign for sign, said in table("picks")["signs"].items() for word in words(folded(said))}
_NUMBER = words(table("picks")["before_numbers"])
_COMMAS = {",", "&", "+", "/", ", #", "& #", "/#", ", №"}
_PICKS = patterns("picks")


def pick_in(row: Row) -> tuple[Pick | None, Sequence[int]]:
    """Which are meant, and the places of the words that say so; None where nothing is picked."""
    signs = [*_signs(row)]
    for found in _PICKS["picks"].finditer("".join(sign for sign, _ in signs)):
        of = signs[found.start() : found.end()]
        pick = _read(found.lastgroup or "", [(sign, row.items[at].word) for sign, at in of])
        places = [at for _, at in of]
        if pick and _is_meant(found, row, places):
            left = pick.places and not pick.but and _excepts(row, places[0])  # except for the first
            return replace(pick, but=True) if left else pick, places
    return None, ()


def _signs(row: Row) -> Iterator[tuple[str, int]]:
    """What each item says of a pick, with its place; "j" for a comma, too, and "." where it says nothing of one."""
    for at, item in enumerate(row.items):
        word = item.word
        if at and row.before(at).strip() in _COMMAS:
            yield "j", at
        numbered = at and row.items[at - 1].word in _NUMBER and (word in _COUNTS or _SIGNS.get(word) == "i")
        if numbered or (word.isdigit() and word in _PLACES):
            yield "f", at  # number two
        else:
            yield "n" if word in _COUNTS else "o" if word in _PLACES else _SIGNS.get(word, "."), at


def _read(how: str, said: Sequence[tuple[str, str]]) -> Pick | None:
    signs = "".join(sign for sign, _ in said)
    counts = [_COUNTS.get(word) or _PLACES.get(word, 1) for sign, word in said if sign in ("n", "f")]
    if how == "rest":
        return Pick(rest=True, many=max(counts, default=int("r" not in signs)))
    if how == "every":
        if any(word in sets.ANYTHING for _, word in said):  # watch everything
            return None
        return Pick(but=True, many=2 if "b" in signs else max(counts, default=0))
    places = tuple(_PLACES.get(word) or _COUNTS.get(word, 1) for sign, word in said if sign in ("o", "f"))
    if _PICKS["counted"].search(signs):
        first, many = next(_PLACES[word] for sign, word in said if sign == "o"), max(counts)
        if first not in (1, -1):
            return None
        places = tuple(range(1, many + 1)) if first == 1 else tuple(range(-many, 0))
    return Pick(tuple(dict.fromkeys(places)), but=how == "but", figured="f" in signs)


def _is_meant(found: re.Match[str], row: Row, places: Sequence[int]) -> bool:
    """Whether it stands by itself, and not of a thing ("the first payment", "terms 1 and 2") nor as a mere figure or
    "all" in a sentence about something else."""
    if _is_a_thing(row, places[-1] + 1):
        return False
    how, said = found.lastgroup, found[0].strip("dti")
    others = (at for at, item in enumerate(row.items) if at not in places and item.word)
    whole = all(row.parts[at] & sets.BESIDE_PICKS for at in others)
    if how == "every":
        told, that = row.item(places[0] - 1), row.item(places[0] - 2).word
        if told.word.endswith("'s") or (told.word in sets.BE and that in sets.DEMONSTRATIVE):
            return False  # that's all
        return whole or not set("tnfbi").isdisjoint(found[0])
    if how == "each" and set(said) <= {"f", "j"} and not row.items[places[0]].apart and _is_a_thing(row, places[0] - 1):
        return False
    vouched = any("pick" in row.parts[at] for at in places) or found[0][0] in "dt"
    return how not in ("each", "rest") or whole or vouched or len(said) > 1


def _is_a_thing(row: Row, at: int) -> bool:
    item = row.item(at) if at < len(row.items) and not (at and row.item(at).apart) else NOWHERE
    parts = lexicon().parts(item.word) - {"filler"} if item.word else sets.IDLE
    leads = item.word in sets.OF_GRAMMAR or item.word in sets.BE
    return item.sort is Sort.OPTIONS or item.word in KINDS or (parts <= sets.COUNTED_THINGS and not leads)


def left_out(row: Row, names: Sequence[PartySpan], asked: Sequence[Act]) -> list[PartySpan]:
    """Who is left out of all that are meant: the names behind "except" or "all but", those that an act on watches is
    not asked for ("watch X but not Y"), and those joined to them. `names` are in order; `asked`: such acts."""
    found: list[PartySpan] = []
    for before, span in pairwise([None, *names]):
        if span is None:
            continue
        behind = max((each.last for each in (before, *asked) if each and each.last <= span.first), default=0)
        between = row.items[before.last if before else 0 : span.first]  # no act stands there: not X, watch Y
        joined = before in found and all(item.word in sets.SPLITTERS for item in between)
        alone = asked and fits("left_alone", row, behind, span.first)
        if joined or alone or _excepts(row, span.first):
            found.append(span)
    return found


def _excepts(row: Row, at: int) -> bool:
    """Whether what stands before a place leaves out: "except for the"; of all, "but" and "not", too."""
    while at and "without" not in row.parts[at - 1] and _SIGNS.get(row.items[at - 1].word) == "d":
        at -= 1
    if at == 0 or "without" in row.parts[at - 1]:
        return at > 0
    word = row.items[at - 1].word
    may = _SIGNS.get(word) == "x" or word in sets.DENYING
    return may and any(_SIGNS.get(item.word) in {*"abtrqofn"} for item in row.items[: at - 1])
