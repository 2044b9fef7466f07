"""Two options side by side: whom only one reaches, whom both, and the measures. The counts add up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.sanctions.relief.comparing import Comparison, compare
from bot.sanctions.relief.impact import Impact, Outcome
from bot.sanctions.relief.option import ReliefOption
from handlers.ask import words
from handlers.ask.option_lines import standing, standings
from handlers.ask.relief.words import (
    KINDS,
    ask_option,
    measure_titles,
    names,
    one_line,
    parties,
    typed,
    types_of,
    unknown_option,
    unreckoned,
)
from store.snapshot.snapshot import Snapshot

NAMES = 5
MOST = 3  # options compared at once, two by two
OUTCOMES = {Outcome.FREED: "would come off", Outcome.PARTLY_RELIEVED: "would be partly relieved"}


def comparison_cards(keys: Sequence[str], snapshot: Snapshot) -> list[Card]:
    """A card for each pair of the options named."""
    keys = tuple(dict.fromkeys(keys))
    unknown = [unknown_option(key, snapshot) for key in keys if snapshot.option(key) is None]
    found = [option for key in keys if (option := snapshot.option(key))]
    if unknown or len(found) < 2:
        ask = Card(headline=text(bold("Which two options? For example: compare A and B.")), tone=Tone.WARNING)
        return unknown or [ask]
    cards = [comparison_card(one, other, snapshot) for one, other in combinations(found[:MOST], 2)]
    if len(found) > MOST:
        left = words.listed([option.key for option in found[MOST:]])
        cards.append(Card(headline=text(bold(f"Not compared here: {left}. Name two or three at a time."))))
    return cards


def comparison_card(one: ReliefOption, other: ReliefOption, snapshot: Snapshot) -> Card:
    first, second = snapshot.impacts[one.key], snapshot.impacts[other.key]
    found = compare(first, second)
    lines = [text(standings((one, other)))]
    lines += [described(option, impact, snapshot) for option, impact in ((one, first), (other, second))]
    lines += group_lines(one, other, found, snapshot)
    lines.append(type_line(one, other, found, snapshot))
    lines += measure_lines(one, other, found, snapshot)
    if one.jurisdiction != other.jurisdiction:
        lines.append(text(f"Jurisdictions differ: {one.key} {one.jurisdiction}, {other.key} {other.jurisdiction}."))
    picture = Action(
        Act.FILE, "Picture", f"overlap:{one.key},{other.key}", f"Picture of options {one.key} and {other.key}"
    )
    same = standing(one) == standing(other)
    stand = f" Both: {standing(one)}." if same else ""
    return Card(
        headline=text(bold(f"Options {one.key} and {other.key} compared.{stand} {sums(one, other, found)}")),
        lines=tuple(lines[1:] if same else lines),
        tone=Tone.DRAFT,
        actions=(ask_option(one), ask_option(other), *((picture,) if found.cells else ())),
    )


def sums(one: ReliefOption, other: ReliefOption, found: Comparison) -> str:
    """`Together they reach 243 parties: 44 only under A, 195 only under B, 4 under both.`"""
    a, b, both = len(found.only_first), len(found.only_second), len(found.both)
    return (
        f"Together they reach {parties(a + b + both)}: {a:,} only under {one.key}, {b:,} only under {other.key}, "
        f"{both:,} under both."
    )


def described(option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Text:
    """`Option A, Individuals first (version 1): reaches 48 parties, of which 10 would come off and 38 ...`"""
    title = f"Option {option.key}, {one_line(option.title)} (version {option.version}): "
    if unknown := unreckoned(option, snapshot):
        return text(bold(title), unknown)
    freed, partly = len(impact.freed), len(impact.partly_relieved)
    return text(
        bold(title),
        f"reaches {parties(freed + partly)}: {freed:,} would come off, {partly:,} would be partly relieved.",
    )


def group_lines(one: ReliefOption, other: ReliefOption, found: Comparison, snapshot: Snapshot) -> list[Text]:
    """Only in one, only in the other; and those in both by what each would do to them."""
    lines = []
    for label, ids in ((f"Only {one.key}: ", found.only_first), (f"Only {other.key}: ", found.only_second)):
        kinds = typed(types_of(ids, snapshot))
        lines.append(text(bold(label), f"{parties(len(ids))}{kinds}: {names(ids, snapshot, NAMES)}"))
    lines.append(text(bold("Both: "), f"{parties(len(found.both))}{typed(types_of(found.both, snapshot))}."))
    for (under_one, under_other), ids in found.cells.items():
        if Outcome.UNAFFECTED in (under_one, under_other):
            continue
        if under_one is under_other:
            does = f"{OUTCOMES[under_one]} under either"
        else:
            does = f"{OUTCOMES[under_one]} under {one.key}, {OUTCOMES[under_other]} under {other.key}"
        lines.append(text(f"• {len(ids):,} {does}: {names(ids, snapshot, NAMES)}"))
    return lines


def type_line(one: ReliefOption, other: ReliefOption, found: Comparison, snapshot: Snapshot) -> Text:
    """`By type (only A, only B, both): persons 24, 1, 0; vessels 0, 177, 4.`"""
    cells = [types_of(ids, snapshot) for ids in (found.only_first, found.only_second, found.both)]
    said = [
        f"{KINDS[schema][1]} {', '.join(f'{cell.get(schema, 0):,}' for cell in cells)}"
        for schema in KINDS
        if any(cell.get(schema) for cell in cells)
    ]
    return text(f"By type (only {one.key}, only {other.key}, both): {'; '.join(said) or 'nobody'}.")


def measure_lines(one: ReliefOption, other: ReliefOption, found: Comparison, snapshot: Snapshot) -> list[Text]:
    titles = measure_titles(snapshot)
    lines = []
    shared = [m for m in found.measures_first if m in found.measures_second]
    for label, ids in (
        (f"Measures changed only by {one.key}: ", [m for m in found.measures_first if m not in shared]),
        (f"Measures changed only by {other.key}: ", [m for m in found.measures_second if m not in shared]),
        ("Measures changed by both: ", shared),
    ):
        if ids:
            lines.append(text(label, words.stop(words.listed([titles.get(one_id, one_id) for one_id in ids]))))
    return lines or [text("Neither changes a measure.")]
