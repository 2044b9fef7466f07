"""Questions that lean on the one before: "and Lukoil?", "and on the UN list?", "is it in option B?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions import prose
from bot.questions.named import only_lists
from bot.questions.question import Kind, Question
from bot.questions.reading import Reading
from bot.questions.subjects import subjects_in

_MORE = re.compile(
    r"(?:ok(?:ay)?,? |so |now )?(?:and(?: what about| how about| also| for| then)?|what about|how about|"
    r"what of|also|for|same for|"
    r"or|ditto|а|и|а что (?:насч[её]т|с|со|про)|а как насч[её]т) (?P<rest>.+?)(?: (?:too|as well|then|also|now))?",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"(?:but |and )?(?:why|why not|why so|how come|under what|since when|почему|more|details|tell me more|"
    r"on what basis)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:it|he|she|they|them|him|her|this|that|those|these|these two|both|both of them|он|она|они|оно|его|"
    r"её|ее|их|него|неё|них)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:and |so )?(?:(?:how (?:does|do) (?:it|that|this|they) )?compare[ds]?(?: (?:it|that|this|them))?"
    r"(?: (?:with|to|and|against))?|(?:compared|in comparison) (?:with|to)|vs\.?|versus|против|сравни(?:ть|те)?"
    r"(?: (?:с|со))?) (?P<rest>.+)",
    re.IGNORECASE,
)
_ONE = r"it|this one|that one|(?:this|that) (?:option|program(?:me)?|measure|one)|(?:this|that)(?=[\s?.!]*$)"
_MANY = r"they|them|both(?: of them)?|these"
# "is it legal to ..." points at nothing
_POINTS_AT_ONE, _POINTS_AT_MANY = (
    re.compile(
        rf"(?<![\w'\"])(?:{words})(?![\w'\"-])(?! (?:true|correct|right|legal|ok|okay|allowed|lawful|permitted|safe|"
        rf"possible|illegal|prohibited|forbidden)\b)"
    )
    for words in (_ONE, f"{_ONE}|{_MANY}")
)
_DOES_IT_FREE = re.compile(
    r"(?<=would |could |might )it(?= (?:also |really |actually )?(?:free|lift|cover|help|delist|affect|include|release|"
    r"unblock|suspend|license|do|mean|let|ease|remove)\b)|(?<=does )it(?= (?:also )?(?:free|lift|cover|help|delist|"
    r"include|release|unblock|suspend|ease|remove)\b)|(?<=will )it(?= (?:also )?(?:free|lift|delist|release)\b)"
)
_ABOUT_A_PARTY = (Kind.SCREENING, Kind.COVERAGE, Kind.HISTORY, Kind.LINKS, Kind.WATCH, Kind.UNWATCH)


def spelt_out(asked: str, before: Question) -> str:
    """`asked` with "it" written out where it points back at an option, a program or a measure: "would it free X?"."""
    if _AGAINST.fullmatch(asked.strip(" ?!.")):
        return asked
    options = [f"option {key}" for key in before.options]
    named = options or list(before.programs) or list(before.measures)
    if not named:
        return asked
    words = " and ".join(named)
    if before.subjects:
        return _DOES_IT_FREE.sub(words, asked, count=1) if options else asked
    points_back = _POINTS_AT_MANY if len(named) > 1 else _POINTS_AT_ONE
    return points_back.sub(words, asked, count=1)


def follow(reading: Reading, before: Question) -> Question | None:
    """The question that the text asks after `before`; None when it stands by itself."""
    if _WHY.fullmatch(reading.text):
        return replace(before, kind=Kind.HISTORY) if "when" in reading.text.lower() and before.subjects else before
    if before.options and (against := _AGAINST.fullmatch(reading.text)):
        others = reading.only_key(against["rest"]) or reading.options_in(against["rest"])
        if others:
            return Question(Kind.COMPARISON, options=tuple(dict.fromkeys((*before.options, *others))))
    match = _MORE.fullmatch(reading.text)
    rest = match["rest"] if match else reading.text
    if not match and not reading.is_only_marks(rest):
        return None
    if lists := only_lists(reading.sheet.restore(rest)):
        return replace(before, lists=lists)
    return _of_marks(reading, rest, before) or _of_parties(reading, rest, before)


def cut_short(reading: Reading, before: Question) -> Question | None:
    """ "Is Lukoil?", after "Is Rosneft sanctioned?": the same asked of another, where the words ask nothing else."""
    match = re.fullmatch(r"(?:and |or )?(?:is|are|was|were|does|do|has|have) (?P<rest>.+)", reading.text, re.IGNORECASE)
    return _of_parties(reading, match["rest"], before) if match and before.subjects else None


def _of_marks(reading: Reading, rest: str, before: Question) -> Question | None:
    """Another list, day, option, program or measure, and nothing else."""
    if not reading.is_only_marks(rest):
        return None
    new = reading.with_marks(Question(before.kind), reading.peel(rest))
    if new.options:
        kind = Kind.COVERAGE if before.subjects else before.kind
        kind = kind if kind in (Kind.COVERAGE, Kind.WATCH, Kind.UNWATCH) else Kind.OPTION
        return replace(before, kind=kind, options=new.options, lists=(), period=None, as_of=None)
    if new.programs:
        keep = before.kind in (Kind.CHANGES, Kind.WATCH, Kind.UNWATCH)
        return replace(before, programs=new.programs) if keep else replace(new, kind=Kind.PROGRAM)
    if new.measures:
        return replace(new, kind=Kind.MEASURE)
    if new.period:
        if before.kind in (Kind.CHANGES, Kind.DIGEST):
            return replace(before, period=new.period, lists=new.lists or before.lists)
        if before.subjects:
            dated = replace(before, kind=Kind.SCREENING, period=new.period, lists=new.lists or before.lists, as_of=None)
            return reading.dated(dated)
        return None
    return replace(before, lists=new.lists) if new.lists else None


def _of_parties(reading: Reading, rest: str, before: Question) -> Question | None:
    """Another party: the same question about it."""
    if only := reading.only_key(rest):
        return replace(before, kind=Kind.COVERAGE if before.subjects else Kind.OPTION, options=only)
    peeled = reading.peel(rest)
    if not prose.could_be_a_name(reading.sheet.restore(peeled.core)):
        return None
    subjects = subjects_in(peeled.core, reading.sheet)
    if not subjects:
        return None
    if before.kind in (Kind.OPTION, Kind.COMPARISON):  # in a thread about option B a party is asked about under it
        before = replace(before, kind=Kind.COVERAGE)
    kind = before.kind if before.kind in _ABOUT_A_PARTY or before.kind is Kind.CHANGES else Kind.SCREENING
    if kind is not before.kind:
        before = Question(kind)
    return replace(before, kind=kind, subjects=subjects, lists=peeled.lists or before.lists)


def refer_back(question: Question, before: Question, asked: str) -> Question:
    """With "it" and "they" read as the parties of the question before."""
    if before.subjects and any(is_pronoun(subject.name, asked) for subject in question.subjects):
        named = [s for s in question.subjects if not is_pronoun(s.name, asked)]
        return replace(question, subjects=(*before.subjects, *named))
    return question


def is_pronoun(name: str, asked: str) -> bool:
    """Whether a subject only points back. A quoted word is a name."""
    return bool(_PRONOUN.fullmatch(name)) and f'"{name}"' not in asked and f"'{name}'" not in asked
