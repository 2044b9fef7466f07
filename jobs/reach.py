"""How an edition changed what a relief option would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.answers.phrases import count, listed, some_names, stop
from bot.sanctions.display import readable
from bot.sanctions.listing import Listing
from bot.sanctions.register import Register
from bot.sanctions.relief.impact import Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption
from store.lists.landed import Landed

NAMES = 10


@dataclass(frozen=True, slots=True)
class Reach:
    """What an option would do before and after an edition: entity ids by (outcome before, outcome after)."""

    option: ReliefOption
    moved: Mapping[tuple[Outcome, Outcome], tuple[str, ...]]
    names: Mapping[str, str]


def before_it(landed: Landed, listings: Sequence[Listing]) -> list[Listing]:
    """All listings as they were before an edition that is among them now."""
    here, began, ended = landed.edition.list, landed.after or {}, landed.before or {}
    kept = [one for one in listings if one.list != here or one.entity_id not in began]
    return [*kept, *ended.values()]


def reaches(options: Sequence[ReliefOption], landed: Landed, listings: Sequence[Listing]) -> dict[str, Reach]:
    """Of each option, by its key, whom it would reach otherwise since the edition; those that nothing changed for
    are left out. `listings` are all that are in force now. Raises BadInput as `evaluate` does."""
    if not options:
        return {}
    old, new = Register.of(before_it(landed, listings)), Register.of(listings)
    numbers = {change.was: change.entity_id for change in landed.changes if change.was}
    found = {option.key: _reach(option, numbers, old, new) for option in options}
    return {key: reach for key, reach in found.items() if reach.moved}


def _reach(option: ReliefOption, numbers: Mapping[str, str], old: Register, new: Register) -> Reach:
    """`numbers`: the parties that the edition gave a new number (old id -> new id). That alone is no other reach."""
    former = {became: was for was, became in numbers.items()}
    was, now = evaluate(option.following(former), old), evaluate(option.following(numbers), new)
    moved: dict[tuple[Outcome, Outcome], list[str]] = {}
    names = {}
    for entity in sorted({numbers.get(one, one) for one in was.covered} | now.covered):
        outcomes = (outcome_for(was, former.get(entity, entity)), outcome_for(now, entity))
        if outcomes[0] is not outcomes[1]:
            moved.setdefault(outcomes, []).append(entity)
            one = (new.by_id.get(entity) or old.by_id[former.get(entity, entity)])[0]
            names[entity] = readable(one.name, one.schema)
    return Reach(option, {outcomes: tuple(ids) for outcomes, ids in moved.items()}, names)


SAYS = {
    (Outcome.UNAFFECTED, Outcome.FREED): "Would now be freed",
    (Outcome.UNAFFECTED, Outcome.PARTLY_RELIEVED): "Would now be partly relieved",
    (Outcome.PARTLY_RELIEVED, Outcome.FREED): "Would now be freed, not only partly relieved",
    (Outcome.FREED, Outcome.PARTLY_RELIEVED): "Would now be only partly relieved, no longer freed",
    (Outcome.FREED, Outcome.UNAFFECTED): "No longer reached (was: freed)",
    (Outcome.PARTLY_RELIEVED, Outcome.UNAFFECTED): "No longer reached (was: partly relieved)",
}


def option_card(reach: Reach) -> Card:
    """The parties that an option newly reaches, or reaches no longer. A draft is never said to have effect."""
    option = reach.option
    gained = sum(len(ids) for (was, _), ids in reach.moved.items() if was is Outcome.UNAFFECTED)
    lost = sum(len(ids) for (_, now), ids in reach.moved.items() if now is Outcome.UNAFFECTED)
    other = sum(map(len, reach.moved.values())) - gained - lost
    said = [
        words
        for number, words in (
            (gained, f"reaches {count(gained, 'more party', 'more parties')}"),
            (lost, f"reaches {count(lost, 'party', 'parties')} no longer"),
            (other, f"does otherwise for {count(other, 'party', 'parties')}"),
        )
        if number
    ]
    standing = " ".join(filter(None, ("illustrative" if option.illustrative else "", option.status.replace("_", " "))))
    return Card(
        headline=text(bold(f"Option {option.key} ({standing}) now {listed(said)}.")),
        lines=tuple(_line(words, reach, outcomes) for outcomes, words in SAYS.items() if outcomes in reach.moved),
        fine=() if option.in_force else (text("The option is not in force: the listings stand as published."),),
        tone=Tone.NEUTRAL if option.in_force else Tone.DRAFT,
        actions=(
            Action(Act.ASK, f"Show option {option.key}", f"option {option.key}"),
            Action(Act.UNWATCH, "Stop watching", f"option:{option.key}", f"Stop watching option {option.key}"),
        ),
    )


def _line(words: str, reach: Reach, outcomes: tuple[Outcome, Outcome]) -> Text:
    names = [reach.names[entity] for entity in reach.moved[outcomes]]
    return text(bold(f"{words} ({len(names):,}): "), stop(some_names(names, NAMES)))
