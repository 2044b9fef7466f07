"""Reading one text: from the surest sign of what it asks to the weakest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.questions import prose
from bot.questions.commands import begins_like_a_command, mend_sanctioned, repair
from bot.questions.countries import is_country
from bot.questions.dates import Dated, as_moment, spot
from bot.questions.kinds import patterns, who
from bot.questions.named import key_pattern, mark_lists, mark_options, mark_programs, option_key
from bot.questions.named_measures import mark_measures
from bot.questions.nearest import nearest_to
from bot.questions.polite import without_courtesy
from bot.questions.question import Kind, Question, Subject, Vocabulary
from bot.questions.row import Row
from bot.questions.sheet import Sheet, Sort
from bot.questions.subjects import mark_facts, subjects_in, without_stop

# what can be watched, changed or relieved beside parties
_OF_ANYTHING = (Kind.WATCH, Kind.UNWATCH, Kind.LINKS, Kind.CHANGES, Kind.COVERAGE)
# what is told as of now, so that "now" and "today" say nothing
_AS_IT_STANDS = (Kind.MEASURE, Kind.PROGRAM, Kind.OPTION, Kind.OPTIONS, Kind.COVERAGE, Kind.COMPARISON, Kind.BRIEF)
_ONLY_MARKS = re.compile(
    rf"(?:{'|'.join(s.pattern for s in Sort if s not in (Sort.QUOTED, Sort.BORN, Sort.NUMBER))}|[\s,]|"
    rf"(?:and|or|the|under|in|on|for|with|by)\b)+"
)
_TAIL = " \t\n?!,;:"
_QUOTED = re.compile(r'"(?P<in>[^"\n]+)"|(?<![\w\'])\'(?P<one>[^\'\n]{2,}?)\'(?![\w\'])')
_STARTS_A_QUESTION = re.compile(r"(?:what|who|which|was|were|is|are|did|has|have|any|changes|show)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Peeled:
    """Marked text without the list and time phrases at its ends, and those."""

    core: str
    lists: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()
    bare_date: bool = False  # one of the dates may as well be part of a name


class Reading:
    """One text being read: its sheet, and the steps from the surest sign to the weakest."""

    def __init__(self, asked: str, today: date, vocabulary: Vocabulary) -> None:
        self.asked = asked
        self.today = today
        self.vocabulary = vocabulary
        self.sheet = Sheet(self._plain(asked))
        self.sheet.mark_all(Sort.QUOTED, _QUOTED, lambda m: m["in"] or m["one"])
        self._unquote()
        self.plain = self.sheet.restore(self.sheet.text)
        mark_facts(self.sheet)
        mark_measures(self.sheet, vocabulary)
        mark_options(self.sheet, vocabulary)
        mark_programs(self.sheet, vocabulary)
        self.sheet.mark(Sort.DATE, [(d.start, d.end, d) for d in spot(self.sheet.text, today)])
        mark_lists(self.sheet)
        self.text = self.sheet.text.strip(_TAIL)

    def _unquote(self) -> None:
        """A quotation stands for what is in it, without its quotes."""
        for char, mark in list(self.sheet.marks.items()):
            self.sheet.marks[char] = replace(mark, words=mark.value)

    @staticmethod
    def _plain(text: str) -> str:
        return without_courtesy(mend_sanctioned(text))

    def question(self) -> Question:
        """What the text asks by itself."""
        if not re.search(r"\w", self.asked):
            return Question(Kind.HELP)
        steps = (self._quotation, self._name_like_a_command, self._by_row, self._by_key, self._mended, self._by_marks)
        for step in (*steps, self._by_bare_topic, self._by_name, self._by_topic):
            if question := step():
                return question
        return self._not_understood()

    def _quotation(self) -> Question | None:
        """A quotation by itself is a name, whatever it says."""
        whole = len(self.text) == 1 and self.sheet.values(Sort.QUOTED, self.text)
        return Question(Kind.SCREENING, subjects=subjects_in(self.text, self.sheet)) if whole else None

    def _name_like_a_command(self) -> Question | None:
        named = "?" not in self.asked and begins_like_a_command(self.sheet.restore(self.text))
        return self.screening(self.text) if named else None

    def _by_row(self) -> Question | None:
        peeled = self.peel(self.text)
        found = self._first_row(peeled)
        return found or (self._first_row(Peeled(self.text)) if peeled.core != self.text else None)

    def _first_row(self, peeled: Peeled) -> Question | None:
        for row, pattern in patterns():
            if row.needs is Sort.LISTS and not peeled.lists:
                continue
            if row.needs is Sort.DATE and (not peeled.dates or peeled.bare_date):
                continue
            if (match := pattern.fullmatch(peeled.core)) and (question := self._fill(row, match, peeled)):
                return question
        return None

    def _fill(self, row: Row, match: re.Match[str], peeled: Peeled) -> Question | None:
        """The question that a row with its match makes; None where the parties it needs turn out to be none."""
        marked = who(match)
        if marked and row.kind is Kind.SCREENING and peeled.bare_date and marked.endswith(peeled.core[-1]):
            return None  # "check 17 November": the date is the name
        inner = self.peel(marked)
        if inner.core and not inner.bare_date:
            rest = peeled.core.replace(marked, " ")
            marked, peeled = inner.core, Peeled(rest, inner.lists + peeled.lists, inner.dates + peeled.dates)
        question = self.with_marks(Question(row.kind, permission=row.permission), peeled)
        if marked and row.kind in _OF_ANYTHING:
            only = self.only_key(marked)
            if only or self.is_only_marks(marked):
                kind = Kind.OPTION if row.kind is Kind.COVERAGE else row.kind
                return replace(question, kind=kind, options=question.options or only)
        if marked and row.kind is Kind.SCREENING and self.is_only_marks(marked) and (known := self._of_known(question)):
            return known
        if not marked:
            several = row.kind is Kind.OPTION and len(question.options) > 1
            return replace(question, kind=Kind.COMPARISON) if several else question
        subjects = subjects_in(marked, self.sheet, row.plural)
        if row.permission and subjects and all(is_country(subject.name) for subject in subjects):
            return replace(question, kind=Kind.BRIEF)  # no party to look up: what may be sold to a country is policy
        if not subjects or not (self.sheet.values(Sort.QUOTED, marked) or _sensible(subjects)):
            return None
        return self.dated(replace(question, subjects=subjects))

    def is_only_marks(self, marked: str) -> bool:
        """Whether the stretch names no party but only known things: "watch option B"."""
        return bool(_ONLY_MARKS.fullmatch(marked))

    def only_key(self, marked: str) -> tuple[str, ...]:
        key = option_key(marked.strip())
        return (key,) if key in self.vocabulary.options else ()

    def options_in(self, marked: str) -> tuple[str, ...]:
        return _flat(self.sheet.values(Sort.OPTIONS, marked))

    def with_marks(self, question: Question, peeled: Peeled) -> Question:
        """With the lists, options, programs, measures and times that the text names."""
        sheet = self.sheet
        dates = peeled.dates or tuple(d for d in sheet.values(Sort.DATE, peeled.core) if d.framed)
        lists = [key for keys in (peeled.lists, *sheet.values(Sort.LISTS, peeled.core)) for key in keys]
        question = replace(
            question,
            lists=tuple(dict.fromkeys(lists)),
            options=_flat(sheet.values(Sort.OPTIONS)),
            programs=_flat(sheet.values(Sort.PROGRAMS)),
            measures=_flat(sheet.values(Sort.MEASURES)),
        )
        if dates and not (question.kind in _AS_IT_STANDS and dates[0].period.since == self.today):
            question = replace(question, period=dates[0].period)
        return self.dated(question)

    def dated(self, question: Question) -> Question:
        """Screening on a day is history; on today it is screening."""
        period = question.period
        if question.kind not in (Kind.SCREENING, Kind.HISTORY) or period is None:
            return question
        if period.since is not None and period.since >= self.today:
            return replace(question, kind=Kind.SCREENING, period=None)
        return replace(question, kind=Kind.HISTORY, as_of=as_moment(period, self.today))

    def peel(self, marked: str) -> Peeled:
        """Take list and time phrases off both ends."""
        ends = f"(?:{Sort.LISTS.pattern}|{Sort.DATE.pattern})"
        core, taken = marked, ""
        if (start := re.match(rf"(?:{ends}[\s,:]*)+", core)) and (
            "," in start.group() or _STARTS_A_QUESTION.match(core[start.end() :])
        ):
            taken, core = start.group(), core[start.end() :]
        if end := re.search(rf"(?:[\s,(]*(?:\b(?:and|or|then|an|a|the) )?{ends}\)?)+$", core):
            taken, core = taken + end.group(), core[: end.start()]
        dates = tuple(self.sheet.values(Sort.DATE, taken))
        lists = _flat(self.sheet.values(Sort.LISTS, taken))
        return Peeled(without_stop(core.strip(_TAIL)), lists, dates, any(not d.framed for d in dates))

    def _by_key(self) -> Question | None:
        """Keys of options without the word: "compare A and B", "A vs B", "B"."""
        key = key_pattern(self.vocabulary)
        than = r"(?:better|broader|wider|larger|bigger|stronger|worse|narrower)"
        joint = rf" ?(?:,|/|&|\b{than} than|\b(?:and|vs\.?|versus|v\.?|with|to|or|и|с)\b) ?(?:and )?"
        asked = re.fullmatch(
            rf"(?:(?:what(?:'s| is| are) (?:the )?|the )?(?:differences?|diff|comparison|compare|contrast|"
            rf"сравни(?:ть|те)?)"
            rf"(?: (?:between|of|между))? |how (?:do|does|are) |put |is |чем отлича\w+ |"
            rf"(?:which|what)(?: one)? is {than},? )?"
            rf"(?P<keys>{key}(?:{joint}{key})*)"
            rf"(?: (?:differ(?:ent)?|compare[ds]?|(?:be )?side by side|next to each other))?",
            self.text,
            re.IGNORECASE,
        )
        keys = tuple(option_key(k) for k in re.findall(rf"(?<!\w){key}", asked["keys"], re.IGNORECASE)) if asked else ()
        if not keys or not set(keys) <= set(self.vocabulary.options):
            return None
        return Question(Kind.COMPARISON if len(keys) > 1 else Kind.OPTION, options=keys)

    def _mended(self) -> Question | None:
        """A mistyped command word, read again."""
        mended = repair(self.text)
        if mended == self.text:
            return None
        before, self.text = self.text, mended
        if mended.startswith(("option ", "compare ")):
            again = Reading(self.sheet.restore(mended), self.today, self.vocabulary)
            question = again._by_row() or again._by_key()
        else:
            question = self._by_row()
        self.text = before
        return question

    def _by_marks(self) -> Question | None:
        """No known way of asking, but something known is named in a sentence."""
        if prose.could_be_a_name(self.plain) and not self.is_only_marks(self.text) and "?" not in self.asked:
            return None
        question = self.with_marks(Question(Kind.OPTION), Peeled(self.text))
        name = prose.name_in(self.sheet.text)
        if question.options and len(name) > 2:
            return replace(question, kind=Kind.COVERAGE, subjects=subjects_in(name, self.sheet))
        return self._of_known(question)

    @staticmethod
    def _of_known(question: Question) -> Question | None:
        """The question about what is named that is no party; None where nothing is."""
        if question.options:
            return replace(question, kind=Kind.COMPARISON if len(question.options) > 1 else Kind.OPTION)
        if question.measures:
            return replace(question, kind=Kind.MEASURE)
        return replace(question, kind=Kind.PROGRAM) if question.programs else None

    def _by_bare_topic(self) -> Question | None:
        """A topic of the briefing by itself: "50 percent rule"."""
        return Question(Kind.BRIEF) if prose.is_bare_topic(self.plain, self.vocabulary.topics) else None

    def _by_name(self) -> Question | None:
        """Text that could be a name is one to screen."""
        return self.screening(self.text) if prose.could_be_a_name(self.plain) else None

    def screening(self, marked: str) -> Question | None:
        subjects = subjects_in(marked, self.sheet)
        return Question(Kind.SCREENING, subjects=subjects) if subjects else None

    def _by_topic(self) -> Question | None:
        if prose.is_question(self.plain) and prose.is_policy(self.plain, self.vocabulary.topics):
            return self.with_marks(Question(Kind.BRIEF), Peeled(self.text))
        return None

    def _not_understood(self) -> Question:
        name = prose.name_in(self.plain)
        nearest = f"is {name} sanctioned?" if name else nearest_to(self.plain)
        return Question(Kind.HELP, nearest=nearest, understood=False)


def _flat(values: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for found in values for value in found))


def _sensible(subjects: tuple[Subject, ...]) -> bool:
    """Not a fragment of another question ("is there anything", "the list", "why is Rosneft")."""
    return not any(_NOT_A_PARTY.fullmatch(s.name) or prose.opens_a_question(s.name) for s in subjects)


_NOT_A_PARTY = re.compile(
    r"you|we|i|us|me|(?:there|anything|anyone|anybody|something|someone|everyone|everything|nothing|who|"
    r"what|when)(?: .*)?|any|all|up|new|"
    r"(?:the |your |these |a )?(?:lists?|changes|options?|sanctions?|relief|sanctions relief|drafting|"
    r"price cap|proposal|plan|paper|data|bot|list of .*)",
    re.IGNORECASE,
)
