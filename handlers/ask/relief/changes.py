"""What changed in option B: between two versions of it; and what it reaches now that it did not on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import store.lists.editions
import store.lists.listings
import store.options
from bot.answers.document import Act, Action, Card, Text, Tone, bold, person, text
from bot.answers.phrases import some_names
from bot.sanctions.display import readable
from bot.sanctions.listing import Listing
from bot.sanctions.register import Register, lists_of, stands_on
from bot.sanctions.relief.comparing import Pair, compare
from bot.sanctions.relief.impact import Outcome, evaluate
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.versions import version_changes
from handlers.ask import words
from handlers.ask.option_lines import standing
from handlers.ask.relief.card import card_of, option_card
from handlers.ask.relief.words import (
    ask_option,
    lead,
    measure_titles,
    one_line,
    parties,
    party_names,
    unknown_option,
    unreckoned,
)
from handlers.desk import Desk
from store.options import OptionVersion
from store.snapshot.snapshot import Snapshot

NAMES = 10
A_WEEK = timedelta(days=7)
MOVED: dict[Pair, str] = {
    (Outcome.UNAFFECTED, Outcome.FREED): "would now come off",
    (Outcome.UNAFFECTED, Outcome.PARTLY_RELIEVED): "would now be partly relieved",
    (Outcome.PARTLY_RELIEVED, Outcome.FREED): "would now come off, not only be partly relieved",
    (Outcome.FREED, Outcome.PARTLY_RELIEVED): "would now be only partly relieved, no longer come off",
    (Outcome.FREED, Outcome.UNAFFECTED): "no longer reached (would have come off)",
    (Outcome.PARTLY_RELIEVED, Outcome.UNAFFECTED): "no longer reached (would have been partly relieved)",
}


def history_of(option: ReliefOption, desk: Desk) -> list[OptionVersion]:
    """Every version that whoever sees this one may see, the newest first. Who may not know of a confidential version
    may not read it in the history of one that is open."""
    with desk.sessions() as session:
        found = store.options.versions(session, option.key)
    return [one for one in found if option.confidential or not one.option.confidential]


# ---- one version -----------------------------------------------------------


def version_card(key: str, number: int, desk: Desk, snapshot: Snapshot) -> Card:
    """A version as it was made, evaluated on today's lists."""
    current = snapshot.option(key)
    if current is None:
        return unknown_option(key, snapshot)
    history = history_of(current, desk)
    made = next((one for one in history if one.option.version == number), None)
    if made is None:
        return no_version(current, number, history)
    if number == current.version:
        return option_card(key, snapshot)
    impact = evaluate(made.option, snapshot.register)
    return superseded(made, current, card_of(made.option, impact, snapshot))


def superseded(made: OptionVersion, current: ReliefOption, card: Card) -> Card:
    """An old version stands as the option stands now, whatever it was in its time, and offers nothing of today's."""
    title = words.stop(one_line(made.option.title))
    says = f"{lead(current)}. Version {made.option.version}, superseded: {title}"
    note = (
        f"Made on {words.day(made.at.date())}, {standing(made.option)} then; version {current.version} has taken its "
        "place. Its reach is that on the lists loaded now."
    )
    return replace(card, headline=text(bold(says)), lines=(text(note), *card.lines), actions=(ask_option(current),))


def no_version(option: ReliefOption, number: int, history: Sequence[OptionVersion]) -> Card:
    known = words.listed([str(one.option.version) for one in reversed(history)])
    return Card(
        headline=text(bold(f"{lead(option)} has no version {number}.")),
        lines=(text(f"Its versions: {known}."),),
        tone=Tone.WARNING,
    )


# ---- between two versions --------------------------------------------------


def versions_card(key: str, numbers: Sequence[int], since: date | None, desk: Desk, snapshot: Snapshot) -> Card:
    """What differs, term by term. Without numbers the last edit is told, or all edits since a day together."""
    current = snapshot.option(key)
    if current is None:
        return unknown_option(key, snapshot)
    history = history_of(current, desk)
    by_number = {one.option.version: one for one in history}
    for number in numbers:
        if number not in by_number:
            return no_version(current, number, history)
    before, after = _two(numbers, since, history)
    if before is None or before.option == after.option:
        return unchanged(current, after, since)
    return differing(before, after, current, snapshot)


def _two(
    numbers: Sequence[int], since: date | None, history: Sequence[OptionVersion]
) -> tuple[OptionVersion | None, OptionVersion]:
    """The two versions to compare, the older first."""
    newest = history[0]
    if numbers:
        chosen = [one for one in history if one.option.version in numbers]
        return (chosen[-1], chosen[0] if len(chosen) > 1 else newest)
    if since is not None:
        return next((one for one in history if one.at.date() < since), history[-1]), newest
    return (history[1] if len(history) > 1 else None), newest


def unchanged(option: ReliefOption, newest: OptionVersion, since: date | None) -> Card:
    made = f"Version {newest.option.version} was made on {words.day(newest.at.date())} by "
    if since is not None and newest.at.date() < since:
        says = f"its text has not changed since {words.day(since)}"
    else:
        says = f"there is one version of it here, version {newest.option.version}; nothing to compare"
    return Card(
        headline=text(bold(f"{lead(option)}: {says}.")),
        lines=(text(made, person(newest.who), words.stop(f": {newest.why or 'no reason stated'}")),),
        tone=Tone.DRAFT,
        actions=(ask_reach(option),),
    )


def differing(before: OptionVersion, after: OptionVersion, current: ReliefOption, snapshot: Snapshot) -> Card:
    names = party_names((before.option, after.option), snapshot)
    said = version_changes(before.option, after.option, names, measure_titles(snapshot))
    old, new = before.option.version, after.option.version
    made = f"Version {new}: {words.day(after.at.date())}, by "
    lines = [text(made, person(after.who), f". Why: {words.stop(after.why or 'not stated')}")]
    lines += [text(f"• {one}") for one in said] or [text("Nothing in its words differs.")]
    lines += reach_of_versions(before.option, after.option, snapshot)
    return Card(
        headline=text(bold(f"{lead(current)}: what differs between version {old} and version {new}.")),
        lines=tuple(lines),
        tone=Tone.DRAFT,
        actions=(Action(Act.ASK, f"Version {old}", f"show option {current.key} version {old}"), ask_reach(current)),
    )


def reach_of_versions(before: ReliefOption, after: ReliefOption, snapshot: Snapshot) -> list[Text]:
    """What the edit does to the reach, both versions on the lists of today."""
    if unreckoned(after, snapshot):
        return []
    was, now = evaluate(before, snapshot.register), evaluate(after, snapshot.register)
    counts = f"{len(was.freed):,} would come off and {len(was.partly_relieved):,} be partly relieved under version "
    counts += f"{before.version}; {len(now.freed):,} and {len(now.partly_relieved):,} under version {after.version}"
    moved = compare(was, now).moved
    return [
        text(bold("Reach, both on the lists loaded here: "), f"{counts}."),
        *(moved_line(pair, ids, snapshot.register, snapshot.register) for pair, ids in moved.items()),
    ]


def moved_line(pair: Pair, ids: Sequence[str], then: Register, now: Register) -> Text:
    named = sorted((name_in(one, now, then) for one in ids), key=str.casefold)
    return text(f"• {len(ids):,} {MOVED[pair]}: {words.stop(some_names(named, NAMES))}")


def name_in(entity_id: str, *registers: Register) -> str:
    found = next((one for register in registers for one in register.listings_of(entity_id)), None)
    return readable(found.name, found.schema) if found else entity_id


def ask_reach(option: ReliefOption) -> Action:
    asked = f"what does option {option.key} reach now that it did not last week?"
    return Action(Act.ASK, "Reach since last week", asked)


# ---- the lists of then and of now ------------------------------------------


def then_card(key: str, since: date | None, desk: Desk, snapshot: Snapshot) -> Card:
    """The option as it is now, on the lists of a day and on those of now: what a change of lists did to its reach."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    if unknown := unreckoned(option, snapshot):
        return Card(headline=text(bold(f"{lead(option)}. {unknown}")), tone=Tone.DRAFT)
    day = since or desk.now().date() - A_WEEK
    own = sorted(lists_of(option.jurisdiction) & set(snapshot.register.by_list))
    with desk.sessions() as session:
        then = {one: store.lists.editions.edition_on(session, one, day) for one in own}
        changed = [one for one in own if then[one] and then[one] != snapshot.edition(one)]
        old = [x for one in changed for x in store.lists.listings.listings_on(session, one, day)]
    unknown_lists = [one for one in own if then[one] is None]
    if len(unknown_lists) == len(own):
        return not_known(option, day, unknown_lists, snapshot)
    gaps = gap_lines(day, unknown_lists, snapshot)
    if not changed:
        return same_lists(option, day, own, gaps, snapshot)
    rested = [
        f"{words.short_title(one)} of {words.day(e.published)} then, of {words.day(current.published)} now"
        for one in changed
        if (e := then[one]) and (current := snapshot.edition(one))
    ]
    return moved_card(option, day, rested, gaps, _as_of_then(old, changed, snapshot), snapshot)


def _as_of_then(old: list[Listing], changed: Sequence[str], snapshot: Snapshot) -> Register:
    kept = [one for one in snapshot.register.listings if stands_on(one) not in changed]
    return Register.of([*kept, *old])


def not_known(option: ReliefOption, day: date, lists: Sequence[str], snapshot: Snapshot) -> Card:
    titles = words.listed([words.full_title(one) for one in lists])
    says = f"what it reached on {words.day(day)} is not known: no edition that old of the {titles} is kept here"
    oldest = [f"{words.short_title(e.list)} {words.day(e.published)}" for e in snapshot.editions if e.list in lists]
    return Card(
        headline=text(bold(f"{lead(option)}: {says}.")),
        lines=(text(f"Loaded now: {', '.join(oldest)}."),),
        tone=Tone.NOT_LOADED,
    )


def gap_lines(day: date, lists: Sequence[str], snapshot: Snapshot) -> list[Text]:
    """Of a list without an edition so old, the present one is used for both days: what it changed does not show."""
    return [
        text(
            f"No edition of the {words.full_title(one)} as old as {words.day(day)} is kept here: that of "
            f"{words.day(e.published)} is used for both days, so what it changed does not show."
        )
        for one in lists
        if (e := snapshot.edition(one))
    ]


def same_lists(option: ReliefOption, day: date, own: Sequence[str], gaps: Sequence[Text], snapshot: Snapshot) -> Card:
    rested = [f"{words.short_title(one)} of {words.day(e.published)}" for one in own if (e := snapshot.edition(one))]
    says = f"reaches the same parties as on {words.day(day)}: no later edition of its lists is loaded"
    impact = snapshot.impacts[option.key]
    counts = f"{len(impact.freed):,} would come off, {len(impact.partly_relieved):,} would be partly relieved"
    lines = (text(f"Then as now: {words.listed(rested)}."), text(f"{parties(len(impact.covered))}: {counts}."), *gaps)
    return Card(headline=text(bold(f"{lead(option)} {says}.")), lines=lines, tone=Tone.DRAFT)


def moved_card(
    option: ReliefOption,
    day: date,
    rested: Sequence[str],
    gaps: Sequence[Text],
    old: Register,
    snapshot: Snapshot,
) -> Card:
    was, now = evaluate(option, old), snapshot.impacts[option.key]
    found = compare(was, now)
    gained = sum(len(ids) for pair, ids in found.moved.items() if pair[0] is Outcome.UNAFFECTED)
    lost = sum(len(ids) for pair, ids in found.moved.items() if pair[1] is Outcome.UNAFFECTED)
    other = sum(map(len, found.moved.values())) - gained - lost
    if found.moved:
        said = [(gained, f"reaches {words.count(gained, 'more party', 'more parties')}")]
        said += [(lost, f"reaches {parties(lost)} no longer"), (other, f"does otherwise for {parties(other)}")]
        does = words.listed([phrase for number, phrase in said if number])
        says = f"{does}, compared with {words.day(day)}, because lists changed"
    else:
        says = f"reaches the same parties as on {words.day(day)}, though lists changed"
    return Card(
        headline=text(bold(f"{lead(option)} {says}.")),
        lines=(
            text(f"Reached then: {parties(len(was.covered))}; now: {parties(len(now.covered))}."),
            *(moved_line(pair, ids, old, snapshot.register) for pair, ids in found.moved.items()),
            text(f"{words.listed(rested)}. The terms are those of version {option.version} on both days."),
            *gaps,
        ),
        tone=Tone.DRAFT,
    )
