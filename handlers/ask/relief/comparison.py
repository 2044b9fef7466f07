"""Options side by side: whom only one reaches, whom more than one, and the measures. The counts add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from bot.answers.document import Act, Action, Card, Table, Text, Tone, bold, text
from bot.sanctions.relief.comparing import Comparison, compare, in_order
from bot.sanctions.relief.impact import Impact, Outcome
from bot.sanctions.relief.option import ReliefOption
from handlers.ask import words
from handlers.ask.option_lines import standing, standings
from handlers.ask.relief.words import (
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
MOST = 8  # options side by side: more columns than these nobody reads
ROWS = (
    "Title",
    "Version",
    "Would come off",
    "Partly relieved",
    "Only under this one",
    "Linked, still bound",
    "Listed by others too",
    "Measures changed",
)
OUTCOMES = {Outcome.FREED: "would come off", Outcome.PARTLY_RELIEVED: "would be partly relieved"}


def comparison_cards(keys: Sequence[str], snapshot: Snapshot) -> list[Card]:
    """One card for all options named, with one table; what two alone have in common and what not is told in lines."""
    keys = tuple(sorted(dict.fromkeys(keys)))
    unknown = [unknown_option(key, snapshot) for key in keys if snapshot.option(key) is None]
    found = [option for key in keys if (option := snapshot.option(key))]
    if unknown or len(found) < 2:
        ask = Card(headline=text(bold("Which two options? For example: compare A and B.")), tone=Tone.WARNING)
        return unknown or [ask]
    card = comparison_card(found[:MOST], snapshot)
    if len(found) > MOST:
        left = words.listed([option.key for option in found[MOST:]])
        says = f"Not compared here: {left}. Name at most {MOST} at a time."
        return [card, Card(headline=text(bold(says)), options=tuple(option.key for option in found[MOST:]))]
    return [card]


def comparison_card(options: Sequence[ReliefOption], snapshot: Snapshot) -> Card:
    impacts = {one.key: snapshot.impacts[one.key] for one in options}
    pairs = [(one, other, compare(impacts[one.key], impacts[other.key])) for one, other in combinations(options, 2)]
    keys = words.listed([one.key for one in options])
    same = len({standing(one) for one in options}) == 1
    stand = f" {'Both' if len(options) == 2 else 'All'}: {standing(options[0])}." if same else ""
    lines = [] if same else [text(standings(options))]
    overlaps = [(one, other, found) for one, other, found in pairs if found.both]
    pictures = (Action(Act.FILE, "Picture", f"overlap:{one.key},{other.key}", f"Picture of options {one.key} and "
                       f"{other.key}") for one, other, found in pairs[:1] if found.cells)  # fmt: skip
    return Card(
        headline=text(bold(f"Options {keys} compared.{stand} {sums(options, impacts, pairs)}")),
        table=side_by_side(options, impacts, snapshot),
        lines=tuple(lines),
        more=(
            *(line for one, other, found in overlaps for line in shared_lines(one, other, found, snapshot)),
            *(only_line(one, impacts, snapshot) for one in options),
            *jurisdiction_lines(options),
        ),
        instead=(text("Who is only in one of them, and what both reach: More."),),
        tone=Tone.DRAFT,
        actions=(*(ask_option(one) for one in options[:4]), *(pictures if len(options) == 2 else ())),
        options=tuple(one.key for one in options),
    )


def sums(
    options: Sequence[ReliefOption],
    impacts: Mapping[str, Impact],
    pairs: Sequence[tuple[ReliefOption, ReliefOption, Comparison]],
) -> str:
    """`Together they reach 243 parties: 44 only under A, 195 only under B, 4 under both.`"""
    whole = {one for impact in impacts.values() for one in impact.covered}
    only = [f"{len(only_in(one.key, impacts)):,} only under {one.key}" for one in options]
    shared = {party for _, _, found in pairs for party in found.both}
    said = f"{len(shared):,} under {'both' if len(options) == 2 else 'more than one'}"
    return f"Together they reach {parties(len(whole))}: {', '.join(only)}, {said}."


def only_in(key: str, impacts: Mapping[str, Impact]) -> list[str]:
    """The parties that one option reaches and none of the others."""
    others = {one for other, impact in impacts.items() if other != key for one in impact.covered}
    return list(in_order(impacts[key].covered - others))


def side_by_side(options: Sequence[ReliefOption], impacts: Mapping[str, Impact], snapshot: Snapshot) -> Table:
    """A column for each option. Where the lists that it reaches are not loaded its figures are not known."""
    titles = measure_titles(snapshot)
    columns = []
    for one in options:
        impact, known = impacts[one.key], not unreckoned(one, snapshot)
        off, partly, only = len(impact.freed), len(impact.partly_relieved), len(only_in(one.key, impacts))
        bound = {party for linked in impact.linked_left_blocked.values() for party in linked}
        figures = [f"{off:,}", f"{partly:,}", f"{only:,}", f"{len(bound):,}", f"{len(impact.still_listed_elsewhere):,}"]
        changed = words.listed([titles.get(m, m) for m in impact.measures]) or "none"
        columns.append(
            [one_line(one.title), str(one.version), *(figures if known else ["not known"] * len(figures)), changed]
        )
    rows = tuple((label, *cells) for label, *cells in zip(ROWS, *columns, strict=True))
    return Table("Options side by side", ("", *(f"Option {one.key}" for one in options)), rows)


def shared_lines(one: ReliefOption, other: ReliefOption, found: Comparison, snapshot: Snapshot) -> list[Text]:
    """Those in both by what each would do to them."""
    kinds = typed(types_of(found.both, snapshot))
    lines = [text(bold(f"Both {one.key} and {other.key}: "), f"{parties(len(found.both))}{kinds}.")]
    for (under_one, under_other), ids in found.cells.items():
        if Outcome.UNAFFECTED in (under_one, under_other):
            continue
        if under_one is under_other:
            does = f"{OUTCOMES[under_one]} under either"
        else:
            does = f"{OUTCOMES[under_one]} under {one.key}, {OUTCOMES[under_other]} under {other.key}"
        lines.append(text(f"• {len(ids):,} {does}: {names(ids, snapshot, NAMES)}"))
    return lines


def only_line(one: ReliefOption, impacts: Mapping[str, Impact], snapshot: Snapshot) -> Text:
    ids = only_in(one.key, impacts)
    kinds = typed(types_of(ids, snapshot))
    return text(bold(f"Only {one.key}: "), f"{parties(len(ids))}{kinds}: {names(ids, snapshot, NAMES)}")


def jurisdiction_lines(options: Sequence[ReliefOption]) -> list[Text]:
    if len({one.jurisdiction for one in options}) == 1:
        return []
    said = ", ".join(f"{one.key} {one.jurisdiction}" for one in options)
    return [text(f"Jurisdictions differ: {said}.")]
