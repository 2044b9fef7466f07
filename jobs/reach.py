"""How an edition changed what a relief option would do, and what of the option has come about by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answers.document import Act, Action, Card, Text, Tone, bold, text
from bot.answers.phrases import count, listed, some_names, stop
from bot.answers.tracked import NOT_ITS_DOING, became
from bot.sanctions.display import readable
from bot.sanctions.listing import Listing
from bot.sanctions.register import Register
from bot.sanctions.relief.impact import Impact, Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.tracker import ComeAbout, come_about
from store.lists.landed import Landed

NAMES = 10


@dataclass(frozen=True, slots=True)
class Reach:
    """What an option would do before and after an edition: entity ids by (outcome before, outcome after). Those of
    whom it came about by the edition, who came off or lost a program, stand in `came` alone."""

    option: ReliefOption
    moved: Mapping[tuple[Outcome, Outcome], tuple[str, ...]]
    names: Mapping[str, str]
    came: ComeAbout

    @property
    def is_news(self) -> bool:
        return bool(self.moved or self.came.delisted or self.came.lifted)


def before_it(landed: Landed, listings: Sequence[Listing]) -> list[Listing]:
    """All listings as they were before an edition that is among them now."""
    here, began, ended = landed.edition.list, landed.after or {}, landed.before or {}
    kept = [one for one in listings if one.list != here or one.entity_id not in began]
    return [*kept, *ended.values()]


def reaches(
    options: Sequence[ReliefOption],
    landed: Landed,
    listings: Sequence[Listing],
    beside: Sequence[ReliefOption] = (),
) -> dict[str, Reach]:
    """Of each option, by its key, what the edition changed; those that nothing changed for are left out. `listings`
    are all that are in force now; `beside`: the other options, so that who is in none is told. Raises BadInput as
    `evaluate` does."""
    if not options:
        return {}
    old, new = Register.of(before_it(landed, listings)), Register.of(listings)
    numbers = {change.was: change.entity_id for change in landed.changes if change.was}
    former = {became: was for was, became in numbers.items()}
    before = {one.key: evaluate(one.following(former), old) for one in (*options, *beside)}
    covered = frozenset().union(*(impact.covered for impact in before.values()))
    found = {one.key: _reach(one, before[one.key], covered, numbers, old, new) for one in options}
    return {key: reach for key, reach in found.items() if reach.is_news}


def _reach(
    option: ReliefOption,
    was: Impact,
    covered: frozenset[str],
    numbers: Mapping[str, str],
    old: Register,
    new: Register,
) -> Reach:
    """`numbers`: the parties that the edition gave a new number (old id -> new id). That alone is no other reach."""
    former = {became: before for before, became in numbers.items()}
    now = evaluate(option.following(numbers), new)
    came = come_about(was, old, new, moved=numbers, licensed={}, covered=covered)
    apart = {*came.delisted, *came.lifted}
    moved: dict[tuple[Outcome, Outcome], list[str]] = {}
    for entity in sorted({numbers.get(one, one) for one in was.covered} | now.covered):
        before = former.get(entity, entity)
        outcomes = (outcome_for(was, before), outcome_for(now, entity))
        if outcomes[0] is not outcomes[1] and not (before in apart and outcomes[1] is Outcome.UNAFFECTED):
            moved.setdefault(outcomes, []).append(entity)
    told_of = [*came.delisted, *came.lifted, *came.off_elsewhere, *(one for ids in moved.values() for one in ids)]
    names = {}
    for entity in told_of:
        one = (new.by_id.get(entity) or old.by_id[former.get(entity, entity)])[0]
        names[entity] = readable(one.name, one.schema)
    return Reach(option, {outcomes: tuple(ids) for outcomes, ids in moved.items()}, names, came)


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
    lead, reaching = f"Option {option.key} ({standing})", f"now {listed(said)}"
    by_it = _came_about(reach.came)
    headline = f"{lead}: {by_it}{f'; it {reaching}' if said else ''}." if by_it else f"{lead} {reaching}."
    fine = [text(NOT_ITS_DOING)] if by_it else []
    if not option.in_force:
        fine.append(text("The option is not in force: the listings stand as published."))
    since = f"what of option {option.key} has come about?"
    return Card(
        headline=text(bold(headline)),
        lines=(
            *_came_lines(reach),
            *(
                _line(words, reach, reach.moved[outcomes])
                for outcomes, words in SAYS.items()
                if outcomes in reach.moved
            ),
        ),
        fine=tuple(fine),
        tone=Tone.NEUTRAL if option.in_force else Tone.DRAFT,
        actions=(
            Action(Act.ASK, f"Show option {option.key}", f"option {option.key}"),
            Action(Act.ASK, "Come about since", since, f"What of option {option.key} has come about since it was made"),
            Action(Act.UNWATCH, "Stop watching", f"option:{option.key}", f"Stop watching option {option.key}"),
        ),
        options=(option.key,),
    )


def _came_about(came: ComeAbout) -> str:
    """What of the option came about by this one edition; nothing where nobody came off or lost a program."""
    return f"by this edition, {became(replace(came, amended=()))}" if came.delisted or came.lifted else ""


def _came_lines(reach: Reach) -> list[Text]:
    came = reach.came
    said = [("Came off", came.delisted), ("A program was lifted from", came.lifted)]
    if came.delisted or came.lifted:
        said.append(("Came off by this edition and is in no option here", came.off_elsewhere))
    return [_line(words, reach, ids) for words, ids in said if ids]


def _line(words: str, reach: Reach, ids: Sequence[str]) -> Text:
    names = [reach.names[entity] for entity in ids]
    return text(bold(f"{words} ({len(names):,}): "), stop(some_names(names, NAMES)))
