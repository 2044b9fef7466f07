"""Measures that are not listings: what they prohibit, their levels by jurisdiction and day, their place in options."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.document import Act, Action, Answer, Card, Text, bold, text
from bot.answers.sources import cited, confidence
from bot.questions.ask import Ask
from bot.sanctions.briefing.measure import Level, Measure, Parameters
from bot.sanctions.relief.option import ReliefOption
from handlers.ask import words
from handlers.ask.option_lines import standing
from handlers.ask.screening import PERMISSION
from store.snapshot.snapshot import Snapshot

CALLED = {"US": "the US", "EU": "the EU", "UK": "the UK", "CA": "Canada", "AU": "Australia", "JP": "Japan"}
SHORT = {"CA": "Canada", "AU": "Australia", "JP": "Japan"}
PER = ("currency", "unit")
NAMED = {
    "level_premium": "above crude, such as diesel",
    "level_discount": "below crude, such as fuel oil",
}
DOES = {"suspend": "suspend", "amend": "amend", "delist": "end", "license": "license"}


def measures_answer(question: Ask, snapshot: Snapshot) -> Answer | None:
    """The measures that a question names, a card each; None where it names none that is known."""
    found = [m for m in snapshot.content.measures if m.id in question.measures]
    if not found:
        return None
    lead = told_apart(found)
    return Answer(
        kind=question.kind,
        cards=(*lead, *(measure_card(m, snapshot, question, bool(lead), n == 0) for n, m in enumerate(found))),
        fine=(text(PERMISSION),) if question.permission else (),
        actions=(Action(Act.SHARE, "Share in channel", question.text),),
    )


def told_apart(found: list[Measure]) -> list[Card]:
    """Directives of one number are told apart by the order that they are under."""
    numbers = {number for m in found for number in re.findall(r"directive (\w+)", m.title.lower())}
    if len(found) < 2 or len(numbers) != 1:
        return []
    orders = words.listed([m.legal_basis for m in found])
    return [Card(headline=text(bold(f"Several directives bear the number {numbers.pop().upper()}: under {orders}.")))]


def measure_card(
    found: Measure, snapshot: Snapshot, question: Ask, with_order: bool = False, first: bool = True
) -> Card:
    """The figure first, where the measure has one; of several that were meant, a line each."""
    where, on = question.places, asked_when(question)
    figure = first_level(found, where, on, snapshot)
    relief, sure = option_lines(found, snapshot), sure_lines(found, where, on, snapshot) if figure else []
    whole = (*([text(since_words(found).strip())] if figure else []), *whole_lines(found, where, on, snapshot))
    cited_already = {level.source for level in found.history}
    says, own = text(found.says), text() if sure and found.source in cited_already else source_words(found, snapshot)
    if len(question.measures) > 1:
        lines = relief if first else []
        lines = lines if figure else [text(f"{confidence(found.confidence)}: {first_sentence(found.says)}"), *lines]
        more, fine = [says, *whole, own, *([] if first else [*sure, *relief])], sure if first else []
    elif figure:
        told = [] if where or on else [says]
        lines, more, fine = [*told, *relief], [*([] if told else [says]), *whole, own], sure
    else:
        lines, more, fine = [says, *relief], list(whole), [own]
    return Card(
        headline=measure_headline(found, figure, with_order, alone=len(question.measures) == 1),
        lines=tuple(lines),
        more=tuple(line for line in more if line),
        fine=tuple(fine),
        options=tuple(o.key for o in snapshot.options if any(t.measure == found.id for t in o.terms)),
    )


def whole_lines(found: Measure, where: tuple[str, ...], on: str, snapshot: Snapshot) -> list[Text]:
    """Its levels, whose law it is, and what else is to be known of it."""
    lines = level_lines(found, where, on, snapshot) if found.history else []
    if found.parameters and not found.history:
        lines.append(text(bold("Level: "), f"{parameters(found.parameters)}."))
    return [*lines, *basis_lines(found, where), *([text(found.note)] if found.note else [])]


def first_sentence(says: str) -> str:
    return re.split(r"(?<=[a-z]\.) (?=[A-Z])", says, maxsplit=1)[0]


def measure_headline(found: Measure, figure: str, with_order: bool, alone: bool = True) -> Text:
    """`UK 47.60 USD a barrel (on 30 Sep 2025). Price cap on seaborne Russian crude oil.`"""
    title = f"{found.title}, under {found.legal_basis}" if with_order else found.title
    if figure:
        return text(bold(f"{figure}. "), f"{title}.")
    return text(bold(f"{title}."), since_words(found) if alone else "")


def since_words(found: Measure) -> str:
    return f" In effect since {words.day(found.in_effect_since)}." if found.in_effect_since else ""


def source_words(found: Measure, snapshot: Snapshot) -> Text:
    return text(f"{confidence(found.confidence)}. Source: ", cited(snapshot.content.sources.get(found.source)))


def sure_lines(found: Measure, where: tuple[str, ...], on: str, snapshot: Snapshot) -> list[Text]:
    """How sure the figures are: of one place with its source, of several each with its word."""
    levels = [level for key in where or found.jurisdictions if (level := found.level(key, on))]
    if len(levels) == 1:
        cites = cited(snapshot.content.sources.get(levels[0].source))
        return [text(f"{confidence(levels[0].confidence)}: ", cites, ".")]
    by: dict[str, list[str]] = {}
    for level in levels:
        by.setdefault(confidence(level.confidence), []).append(SHORT.get(level.jurisdiction, level.jurisdiction))
    return [text("; ".join(f"{sure}: {words.listed(keys)}" for sure, keys in by.items()), ".")] if by else []


def of_one_source(found: Measure) -> bool:
    """Whether one source, as sure, stands for the measure and all its levels: then it is said once."""
    return {(level.source, level.confidence) for level in found.history} == {(found.source, found.confidence)}


def basis_lines(found: Measure, where: tuple[str, ...]) -> list[Text]:
    """Who imposes it, and each one's own legal basis; of a place that is asked for, its alone."""
    by = [SHORT.get(key, key) for key in found.imposed_by]
    if not found.bases:
        said = [f"Imposed by: {words.listed(by)}."] if by else []
        said += [f"Legal basis: {found.legal_basis}."] if found.legal_basis else []
        return [text(" ".join(said))] if said else []
    wanted = [key for key in found.imposed_by if not where or key in where]
    own = "; ".join(f"{SHORT.get(key, key)}: {found.basis_of(key) or 'not seen'}" for key in wanted)
    return [text(f"Imposed by: {words.listed(by)}, each by law of its own. {own}.")] if own else []


def asked_when(question: Ask) -> str:
    """The day (ISO) for which a level is asked, or "" for now."""
    day = question.as_of or (question.period.until or question.period.since if question.period else None)
    return day.isoformat() if day else ""


def first_level(found: Measure, where: tuple[str, ...], on: str, snapshot: Snapshot) -> str:
    """The level that is asked for, with the day up to which that is known; without a place asked for, that of each. ""
    where the measure has no figures."""
    if not any(amounts(level.parameters) for level in found.history):
        return ""
    said: dict[str, list[str]] = {}
    for key in where or found.jurisdictions:
        level = found.level(key, on)
        said.setdefault(amounts(level.parameters) if level else without(found, key), []).append(SHORT.get(key, key))
    levels = "; ".join(f"{words.listed(keys)} {amount}" for amount, keys in said.items())
    if "tenor_days" in found.history[-1].parameters:
        issued = f"issued on {words.day(on)}" if on else "issued now"
        return f"{levels} for debt {issued}"
    when = f"on {words.day(on)}" if on else f"as of {words.day(newest_day(snapshot))}"
    return f"{levels} ({when})"


def without(found: Measure, key: str) -> str:
    return "none yet" if key in found.jurisdictions else "not known"


def level_lines(found: Measure, where: tuple[str, ...], on: str, snapshot: Snapshot) -> list[Text]:
    """The levels of each jurisdiction, what was asked for first; those with the same levels in one line."""
    unknown = [CALLED[key] for key in where if key not in found.jurisdictions]
    lines = [text(f"A level of {words.listed(unknown)}: not known to this briefing.")] if unknown else []
    together: dict[str, list[str]] = {}
    for key in sorted(found.jurisdictions, key=lambda key: key not in where):
        together.setdefault(levels_of(found, key, on, snapshot), []).append(key)
    return lines + [
        text(
            bold(f"{words.listed([SHORT.get(key, key) for key in keys])}: "),
            said,
            *([] if of_one_source(found) else level_sources(found, keys, on, snapshot)),
        )
        for said, keys in together.items()
    ]


def levels_of(found: Measure, key: str, on: str, snapshot: Snapshot) -> str:
    levels = [one for one in found.levels_of(key) if not on or one.date <= on]
    if not levels:
        return "no level on that day."
    if "tenor_days" in levels[-1].parameters:
        return (
            f"{words.listed([f'{parameters(x.parameters)} for debt issued from {words.day(x.date)}' for x in levels])}."
        )
    *before, now = levels
    said = ", ".join([f"{amounts(now.parameters)} since {words.day(now.date)}".strip(), *beside(now.parameters)])
    if before:
        earlier = words.listed([f"{parameters(b.parameters)} from {words.day(b.date)}" for b in before])
        return f"{said}; before that {earlier}."
    newest = words.day(newest_day(snapshot))
    return f"{said}." if on else f"{said}; unchanged as far as this briefing goes (its newest date is {newest})."


def level_sources(found: Measure, keys: list[str], on: str, snapshot: Snapshot) -> list[str | Text]:
    """Where the levels come from, and how sure that is."""
    levels = [level for key in keys if (level := found.level(key, on))]
    said: list[str | Text] = []
    for level in levels:
        said += [f" {confidence(level.confidence)}: "]
        said += [cited(snapshot.content.sources.get(level.source)), "."]
    return said


def newest_day(snapshot: Snapshot) -> str:
    """The newest date that the briefing speaks of: what came after it, it does not know."""
    content = snapshot.content
    levels: Iterable[Level] = (level for m in content.measures for level in m.history)
    days = [*(level.date for level in levels), *(source.date for source in content.sources.values())]
    return max((day for day in days if day), default="")


def parameters(given: Parameters) -> str:
    """`60 USD a barrel`; two levels with their names."""
    return ", ".join(filter(None, (amounts(given), *beside(given))))


def beside(given: Parameters) -> list[str]:
    """What stands beside the numbers: `frozen until about July 2027`."""
    return [f"{key.replace('_', ' ')} {value}" for key, value in given.items() if key not in (*_amounts(given), *PER)]


def amounts(given: Parameters) -> str:
    """The numbers that count: levels with their currency and unit, or a tenor; else all that is given."""
    per = f"{f' {given[PER[0]]}' if PER[0] in given else ''}{f' a {given[PER[1]]}' if PER[1] in given else ''}"
    said = [
        f"{given[key]} days"
        if key == "tenor_days"
        else f"{amount(given[key])}{per}{'' if key == 'level' else f' ({named(key)})'}"
        for key in _amounts(given)
    ]
    return words.listed(said)


def _amounts(given: Parameters) -> list[str]:
    return [key for key in given if key.startswith("level") or key == "tenor_days"]


def amount(value: str | int | float) -> str:
    """`47.60`: money has two places or none."""
    return f"{value:.2f}" if isinstance(value, float) and value != int(value) else str(value)


def named(key: str) -> str:
    return NAMED.get(key, key.replace("_", " "))


def option_lines(found: Measure, snapshot: Snapshot) -> list[Text]:
    """Its place in the options that whoever asks may know of."""
    return [
        text(
            f"Relief: option {o.key} would {DOES[t.action]} it{to_level(t.parameters)}{whose_alone(found, o)} "
            f"({standing(o)})."
        )
        for o in snapshot.options
        for t in o.terms
        if t.measure == found.id
    ]


def whose_alone(found: Measure, option: ReliefOption) -> str:
    """An option of one jurisdiction moves no other's measure."""
    return "" if set(found.imposed_by) <= {option.jurisdiction} else f" for the {option.jurisdiction} alone"


def to_level(given: Parameters) -> str:
    return f" to {parameters(given)}" if given else ""
