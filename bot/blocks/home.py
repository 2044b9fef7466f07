"""App Home: what this is, questions to press, how fresh the lists are, what is watched, what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.answers.document import Act, Action, EditionNote
from bot.blocks import kit
from bot.blocks.kit import Block, Element
from bot.blocks.render import Numbers, buttons

View = dict[str, Any]
SHOWN = 10  # of watches and of recent questions

QUESTIONS = (
    ("Is Rosneft sanctioned?", "is Rosneft sanctioned?"),
    ("What is in option B?", "what's in relief option B?"),
    ("Who is drafting the list?", "who is drafting the list?"),
    ("What changed?", "what changed since last week?"),
    ("How fresh are the lists?", "sources"),
)
DRAFT = Action(Act.EDIT, "Draft a relief option", "new", "Draft a new relief option")
WHAT = (
    "Ask who is sanctioned and under what, what a drafted relief option would change, and what has changed on the "
    "lists. Every answer says which lists, of which date, it rests on."
)
HOW = "Write to me here under Messages, mention me in a channel, or type /sanctions followed by a name."
NOT_ADVICE = "A name that matches is not proof of who somebody is. Licenses and the 50 Percent Rule are not evaluated."


@dataclass(frozen=True, slots=True)
class Watched:
    """`value` is what the button sends back ("entity:ofac-17022"); `label` is what a person calls it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class HomePage:
    editions: Sequence[EditionNote] = ()
    watches: Sequence[Watched] = ()
    recent: Sequence[str] = ()  # questions of this person, newest first
    drafts: bool = False  # whether this person may draft options


def home(page: HomePage) -> View:
    """One person's App Home: at most 100 blocks."""
    numbers = Numbers()
    asks = tuple(Action(Act.ASK, label, question) for label, question in QUESTIONS)
    blocks: list[Block] = [
        kit.header("Sanctions questions, answered from the published lists"),
        kit.rich(kit.section(kit.run(WHAT), kit.run_break(), kit.run(HOW))),
        *buttons(asks, numbers, kit.MESSAGE_SIZE),
        *(buttons((DRAFT,), numbers, kit.MESSAGE_SIZE) if page.drafts else ()),
        kit.divider(),
        kit.header("How fresh the lists are"),
        *_freshness(page.editions),
        kit.header("What you watch"),
        *_watches(page.watches, numbers),
        kit.header("What you asked lately"),
        *_recent(page.recent, numbers),
        kit.divider(),
        kit.context(kit.words(NOT_ADVICE)),
    ]
    return {"type": "home", "blocks": blocks}


def _freshness(editions: Sequence[EditionNote]) -> list[Block]:
    if not editions:
        return [kit.rich(kit.section(kit.run("No list is loaded yet, so no name can be checked.", bold=True)))]
    return [kit.rich(kit.bullets(*(_edition(note) for note in editions)))]


def _edition(note: EditionNote) -> Element:
    age = "today" if note.age_days <= 0 else f"{note.age_days:,} day{'' if note.age_days == 1 else 's'} old"
    runs = [kit.run(note.title, bold=True), kit.run(f": published {note.published}, {age}")]
    if note.stale:
        runs.append(kit.run(" · ⚠️ out of date", bold=True))
    if note.missing:
        runs.append(kit.run(f" · without {', '.join(note.missing)}"))
    return kit.section(*runs)


def _watches(watches: Sequence[Watched], numbers: Numbers) -> list[Block]:
    if not watches:
        said = "Nothing yet. Press Watch under an answer, or write: watch Rosneft."
        return [kit.rich(kit.section(kit.run(said)))]
    items = [kit.section(kit.run(kit.cut(watched.label, 200))) for watched in watches[:SHOWN]]
    if len(watches) > SHOWN:
        items.append(kit.section(kit.run(f"… and {len(watches) - SHOWN} more: write watches to see all", italic=True)))
    stops = tuple(Action(Act.UNWATCH, f"Stop watching {kit.cut(one.label, 55)}", one.value) for one in watches[:SHOWN])
    return [kit.rich(kit.bullets(*items)), *buttons(stops, numbers, kit.MESSAGE_SIZE)]


def _recent(recent: Sequence[str], numbers: Numbers) -> list[Block]:
    if not recent:
        return [kit.rich(kit.section(kit.run("Nothing yet.")))]
    again = tuple(
        Action(Act.ASK, kit.cut(question, 60), question, says=f"Ask again: {question}") for question in recent[:SHOWN]
    )
    return buttons(again, numbers, kit.MESSAGE_SIZE)
