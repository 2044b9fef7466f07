"""What is in option B? Its terms, whom it would reach and what would still bind them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.sanctions.party import Schema
from bot.sanctions.relief.impact import Impact
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import Reached, Tally, by_bond, by_program, by_type, reached_by, tally
from bot.sanctions.relief.remains import Bond
from bot.sanctions.relief.wording import terms_in_words
from handlers.ask import words
from handlers.ask.relief.words import (
    ask_names,
    elsewhere_lists,
    file_of,
    freed_and_partly,
    measure_titles,
    parties,
    party_names,
    picture_of,
    sentences,
    titled,
    typed,
    unknown_option,
    unreckoned,
)
from store.snapshot.snapshot import Snapshot

PROGRAMS = 6
TERMS = 5  # of an option, in short
BONDS = {
    Bond.BLOCKED: "{} blocked",
    Bond.UNKNOWN: "{} of which the files cannot tell whether they stay blocked",
    Bond.SECTORAL: "{} under sectoral directives",
    Bond.LISTED: "{} under other restrictions",
}

IN_SHORT = BONDS | {Bond.UNKNOWN: "{} perhaps blocked"}


def option_card(key: str, snapshot: Snapshot) -> Card:
    found = snapshot.option(key)
    if found is None:
        return unknown_option(key, snapshot)
    return card_of(found, snapshot.impacts[key], snapshot)


def card_of(option: ReliefOption, impact: Impact, snapshot: Snapshot) -> Card:
    lines = [text(option.summary)] if option.summary else []
    lines += [text(f"{n}. {sentence}") for n, sentence in enumerate(sentences(option, snapshot), 1)]
    lines += reach_lines(option, impact, snapshot)
    lines.append(text(bold("In return: "), words.stop(option.in_return.get("says", "not stated"))))
    lines.append(text(source_line(option)))
    watch = Action(Act.WATCH, "Watch", f"option:{option.key}", f"Watch option {option.key}")
    offers = (ask_names(option), file_of(option), picture_of(option)) if impact.covered else ()
    return Card(
        headline=text(bold(titled(option))),
        more=tuple(lines),
        instead=in_short(option, impact, snapshot),
        tone=Tone.DRAFT,
        actions=(*offers, watch),
        options=(option.key,) if option.key else (),
    )


def in_short(option: ReliefOption, impact: Impact, snapshot: Snapshot) -> tuple[Text, ...]:
    """What a message says of an option: its terms, three counts, and what stays bound."""
    said = terms_in_words(option, party_names((option,), snapshot), measure_titles(snapshot), brief=True)
    more = [text(f"And {words.count(len(said) - TERMS, 'more term')}.")] if len(said) > TERMS else []
    terms = [text(f"{n}. {sentence}") for n, sentence in enumerate(said[:TERMS], 1)]
    if unknown := unreckoned(option, snapshot):
        return (*terms, *more, text(bold(unknown)))
    return (*terms, *more, *counts_in_short(reached_by(impact, snapshot.register), impact.jurisdiction, snapshot))


def counts_in_short(reached: tuple[Reached, ...], jurisdiction: str, snapshot: Snapshot) -> list[Text]:
    """`187 come off; 12 are partly relieved; 113 linked to them stay bound; none on the UN list.` and what remains."""
    whole = tally(reached)
    others = [words.short_title(key) for key in elsewhere_lists(jurisdiction, snapshot)]
    also = f"; {whole.elsewhere or 'none'} on the {words.listed(others)} list{'s'[: len(others) > 1]}" if others else ""
    counts = (
        f"{whole.freed:,} would come off; {whole.partly:,} partly relieved; {whole.linked_left:,} linked stay "
        f"bound{also}."
    )
    if not whole.partly:
        return [text(bold(counts))]
    numbers = {bond: sum(one.left.bond is bond and bool(one.left.remaining) for one in reached) for bond in Bond}
    bonds = ", ".join(IN_SHORT[bond].format(f"{number:,}") for bond, number in numbers.items() if number)
    return [text(bold(counts)), text(f"Of the {whole.partly:,}: {bonds}.")]


def reach_lines(option: ReliefOption, impact: Impact, snapshot: Snapshot) -> list[Text]:
    """Whom it would reach on the current lists, and what would still bind them."""
    if unknown := unreckoned(option, snapshot):
        return [text(bold(unknown)), *measure_lines(impact, snapshot)]
    reached = reached_by(impact, snapshot.register)
    whole, kinds = tally(reached), by_type(reached)
    lines = [
        text(
            f"On the lists loaded here: {parties(whole.freed)} would come off{_of(kinds, 'freed')}; "
            f"{parties(whole.partly)} would be partly relieved{_of(kinds, 'partly')}."
        ),
        *program_lines(reached),
        *bond_lines(reached, whole),
        text(elsewhere_words(whole, impact.jurisdiction, snapshot)),
    ]
    if reached:
        left = f"{parties(whole.linked_left)}" if whole.linked_left else "nobody"
        lines.append(text(f"Linked to them, not covered and so still bound: {left}."))
    if impact.absent:
        absent = words.some(impact.absent, 5)
        lines.append(text(f"Named by the option but on none of its lists as loaded: {absent}."))
    return lines + measure_lines(impact, snapshot)


def _of(kinds: Mapping[Schema, Tally], what: str) -> str:
    return typed({schema: getattr(count, what) for schema, count in kinds.items()})


def program_lines(reached: tuple[Reached, ...]) -> list[Text]:
    """By program; said where there is more than one, with what the counts mean."""
    programs = by_program(reached)
    if len(programs) < 2:
        return []
    said = [f"{tag or 'no program'}: {freed_and_partly(count)}" for tag, count in programs.items()]
    more = [f"{len(said) - PROGRAMS} more programs"] if len(said) > PROGRAMS else []
    listed = "; ".join([*said[:PROGRAMS], *more])
    return [text(f"By program (who is under two counts under each): {listed}.")]


def bond_lines(reached: tuple[Reached, ...], whole: Tally) -> list[Text]:
    """What remains on those who stay listed."""
    if not whole.partly:
        return []
    bonds = []
    for bond, programs in by_bond(reached).items():
        number = sum(one.left.bond is bond and bool(one.left.remaining) for one in reached)
        tags = words.some([f"{tag} {n:,}" for tag, n in programs.items()], 4)
        bonds.append(f"{BONDS[bond].format(f'{number:,}')} ({tags})")
    licensed = sum(bool(one.left.authorised) for one in reached)
    dealt = f" Dealings with {licensed:,} of them would be permitted." if licensed else ""
    return [text(f"What remains on the {whole.partly:,} who stay listed: {'; '.join(bonds)}.{dealt}")]


def elsewhere_words(whole: Tally, jurisdiction: str, snapshot: Snapshot) -> str:
    """How many of them other publishers list too; an absent list is no answer."""
    others = [words.short_title(key) for key in elsewhere_lists(jurisdiction, snapshot)]
    if whole.elsewhere:
        said = f"Still listed by others after it ({words.listed(others)}): {parties(whole.elsewhere)}."
    elif others:
        said = f"None of them was found on the {words.listed(others)} list{'' if len(others) == 1 else 's'}."
    else:
        said = "No list of another publisher is loaded."
    return f"{said} {words.missing_lists(snapshot)}".rstrip()


def measure_lines(impact: Impact, snapshot: Snapshot) -> list[Text]:
    titles = measure_titles(snapshot)
    named = words.listed([titles.get(one, one) for one in impact.measures])
    return [text(f"Measures changed: {words.stop(named)}")] if named else []


def source_line(option: ReliefOption) -> str:
    by = ", ".join(option.drafted_by) or "not stated"
    sources = words.listed(list(option.sources)) or "none"
    note = f" {option.note}" if option.note else ""
    since = f" Effective from {words.day(option.effective_from)}." if option.effective_from else ""
    return f"Version {option.version}.{since} Drafted by: {by}. Sources: {words.stop(sources)}{note}"
