"""What is supposed of relief: that options come together, that one comes without somebody; whether it is asked of the
parties linked to one, and whether what has come about of an option is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns
from bot.questions.spotting.parties import PartySpan

_SAID = patterns("wishes")
_OF_A_PARTY = (Kind.HISTORY, Kind.LINKS, Kind.SCREENING, Kind.COVERAGE, Kind.CHANGES)
_UNDER_OPTIONS = (Kind.OPTION, Kind.OPTIONS, Kind.CHANGES, Kind.COVERAGE, Kind.COMPARISON, Kind.BRIEF)


def supposed(question: Ask, seen: Seen) -> Ask:
    """The question with what it supposes: of options and programs that it names, or that a party comes off."""
    if _comes_off(question, seen):
        linked = bool({"owned", "links"} & seen.features())
        return replace(question, kind=Kind.COVERAGE, off=True, frees=False, linked=linked, moved=())
    if question.kind not in _UNDER_OPTIONS:
        return question
    if _asks_what_came(question, seen):
        return replace(question, kind=Kind.OPTION, option=replace(question.option, came=True, versioned=False))
    if not question.options and not (question.programs and question.kind is Kind.COVERAGE):
        return question
    left_out = _left_out(seen)
    return replace(
        question,
        without=left_out,
        together=len(question.options) > 1 and "together" in seen.parts and "compare" not in seen.parts,
        linked=question.kind is Kind.COVERAGE and "owned" in seen.features(),
    )


def _comes_off(question: Ask, seen: Seen) -> bool:
    """ "What if X is delisted?": a party is supposed off, and no option or program is what would do it."""
    if not question.subjects or question.options or question.programs or question.kind not in _OF_A_PARTY:
        return False
    features = seen.features()
    off = bool({"removed", "frees"} & features) or {"free", "listed"} <= features
    supposes = "suppose" in features or bool(_SAID["if"].match(seen.row.text))
    return off and supposes and not {"when", "permission"} & features


def _asks_what_came(question: Ask, seen: Seen) -> bool:
    """What of an option has come about, not what was edited in it, nor what it would do for somebody."""
    if question.subjects:
        return False
    if _SAID["in_none"].search(seen.row.text) and question.kind in (Kind.CHANGES, Kind.OPTIONS, Kind.OPTION):
        return True
    of_options = bool(question.options) or question.kind is Kind.OPTIONS
    return of_options and ("came" in seen.parts or bool(_SAID["came"].search(seen.row.text)))


def _left_out(seen: Seen) -> tuple[Subject, ...]:
    """The parties behind "without" or "except", and those joined to them: "without Deripaska and Usmanov"."""
    starts = {act.last for act in seen.row.acts if act.part == "without"}
    found: list[PartySpan] = []
    for span in sorted(seen.parties, key=lambda one: one.first):
        led = any(at <= span.first and _idle(seen.row.parts[at : span.first]) for at in starts)
        if led or (found and _joins(seen.row.parts[found[-1].last : span.first])):
            found.append(span)
    return tuple(span.subject for span in found)


def _idle(between: Sequence[frozenset[str]]) -> bool:
    """Whether nothing but "the", "all" and the like stands between."""
    return all(parts & {"filler", "every"} and "also" not in parts for parts in between)


def _joins(between: Sequence[frozenset[str]]) -> bool:
    """Whether two names stand side by side: a comma or "and" between them."""
    return len(between) <= 1 and all("also" in parts for parts in between)
