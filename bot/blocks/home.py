"""App Home, a person's desk: what waits for them, how fresh the lists are, options, what ends, what is watched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.answers.document import Act, Action, EditionNote
from bot.answers.phrases import day
from bot.blocks import kit
from bot.blocks.buttons import Numbers, buttons
from bot.blocks.kit import Block, Element

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
SCREEN_FILE = Action(Act.SCREEN_FILE, "Screen a file", "new", "Screen a file of names")
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
class Option:
    """A relief option: how it stands in words, and whether it waits for this person to review it."""

    key: str
    title: str
    standing: str
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """`when` in words ("every day at 09:00 (Europe/Berlin)"); `next_at` epoch seconds, shown in the reader's zone."""

    when: str
    next_at: int
    next_in_words: str


@dataclass(frozen=True, slots=True)
class HomePage:
    editions: Sequence[EditionNote] = ()
    watches: Sequence[Watched] = ()
    recent: Sequence[str] = ()  # questions of this person, newest first
    drafts: bool = False  # whether this person may draft options
    options: Sequence[Option] = ()
    endings: Sequence[str] = ()  # licenses that end soon, in sentences, the nearest first
    digest: Digest | None = None


def home(page: HomePage) -> View:
    """One person's desk: at most 100 blocks."""
    numbers = Numbers()
    asks = (*(Action(Act.ASK, label, question) for label, question in QUESTIONS), SCREEN_FILE)
    blocks: list[Block] = [
        kit.header("Sanctions questions, answered from the published lists"),
        kit.rich(kit.section(kit.run(WHAT), kit.run_break(), kit.run(HOW))),
        *buttons(asks, numbers, kit.MESSAGE_SIZE),
        *_for_review(page.options, numbers),
        kit.divider(),
        kit.header("How fresh the lists are"),
        *_freshness(page.editions),
        kit.header("Relief options"),
        *_options(page.options, numbers, page.drafts),
        *_endings(page.endings, numbers),
        kit.header("What you watch"),
        *_digest(page.digest, numbers),
        *_watches(page.watches, numbers),
        kit.header("What you asked lately"),
        *_recent(page.recent, numbers),
        kit.divider(),
        kit.context(kit.words(NOT_ADVICE)),
    ]
    return {"type": "home", "blocks": blocks}


def _for_review(options: Sequence[Option], numbers: Numbers) -> list[Block]:
    """What waits for this person stands before all else."""
    waiting = [one for one in options if one.waits]
    if not waiting:
        return []
    asks = tuple(
        replace(_ask(one), label=f"Review option {one.key}", style="primary" if at == 0 else "")
        for at, one in enumerate(waiting[:5])
    )
    many = "One option waits" if len(waiting) == 1 else f"{len(waiting)} options wait"
    head = kit.rich(kit.section(kit.run(f"{many} for your review.", bold=True)))
    return [kit.divider(), head, *buttons(asks, numbers, kit.MESSAGE_SIZE)]


def _ask(option: Option) -> Action:
    return Action(Act.ASK, f"Option {option.key}", f"what's in relief option {option.key}?")


def _options(options: Sequence[Option], numbers: Numbers, drafts: bool) -> list[Block]:
    new = buttons((DRAFT,), numbers, kit.MESSAGE_SIZE) if drafts else []
    if not options:
        return [kit.rich(kit.section(kit.run("None is stored here."))), *new]
    items = [
        kit.section(
            kit.run(f"Option {one.key}", bold=True), kit.run(f" ({one.standing}): {kit.cut(kit.tidy(one.title), 150)}")
        )
        for one in options[:SHOWN]
    ]
    asks = tuple(_ask(one) for one in options[:5])
    return [kit.rich(kit.bullets(*items)), *buttons((*asks, *((DRAFT,) if drafts else ())), numbers, kit.MESSAGE_SIZE)]


def _endings(endings: Sequence[str], numbers: Numbers) -> list[Block]:
    if not endings:
        return []
    items = [kit.section(kit.run(kit.cut(kit.tidy(line), 200))) for line in endings[:5]]
    more = Action(Act.ASK, "What ends when?", "which licenses end soon?")
    head = kit.header("Licenses that end soon")
    return [head, kit.rich(kit.bullets(*items)), *buttons((more,), numbers, kit.MESSAGE_SIZE)]


def _digest(digest: Digest | None, numbers: Numbers) -> list[Block]:
    if digest is None:
        return [kit.rich(kit.section(kit.run("No daily digest. Write: digest at 9")))]
    shown = f"<!date^{digest.next_at}^{{date_short_pretty}} at {{time}}|{kit.escape(digest.next_in_words)}>"
    said = f"*The digest*: {kit.escape(digest.when)}. The next comes {shown}, by your clock."
    stop = Action(Act.UNWATCH, "Stop", "digest:daily", "Stop the daily digest")
    return [_with_stop({"type": "mrkdwn", "text": said, "verbatim": True}, stop, numbers)]


def _with_stop(text: Element, stop: Action, numbers: Numbers) -> Block:
    (row,) = buttons((stop,), numbers, kit.MESSAGE_SIZE)
    return {"type": "section", "text": text, "accessory": row["elements"][0]}


def _freshness(editions: Sequence[EditionNote]) -> list[Block]:
    if not editions:
        return [kit.rich(kit.section(kit.run("No list is loaded yet, so no name can be checked.", bold=True)))]
    return [kit.rich(kit.bullets(*(_edition(note) for note in editions)))]


def _edition(note: EditionNote) -> Element:
    age = "today" if note.age_days <= 0 else f"{note.age_days:,} day{'' if note.age_days == 1 else 's'} old"
    runs = [kit.run(note.title, bold=True), kit.run(f": {day(note.published)}, {age}")]
    if note.stale:
        runs.append(kit.run(" · ⚠️ out of date", bold=True))
    if note.missing:
        runs.append(kit.run(f" · without {', '.join(note.missing)}"))
    return kit.section(*runs)


def _watches(watches: Sequence[Watched], numbers: Numbers) -> list[Block]:
    """A line for each, with what ends it beside it."""
    if not watches:
        said = "Nothing yet. Press Watch under an answer, or write: watch Rosneft."
        return [kit.rich(kit.section(kit.run(said)))]
    lines = [
        _with_stop(
            kit.words(kit.cut(one.label, 200)),
            Action(Act.UNWATCH, "Stop", one.value, f"Stop watching {kit.cut(one.label, 55)}"),
            numbers,
        )
        for one in watches[:SHOWN]
    ]
    if len(watches) > SHOWN:
        said = f"… and {len(watches) - SHOWN} more: write watches to see all"
        lines.append(kit.rich(kit.section(kit.run(said, italic=True))))
    return lines


def _recent(recent: Sequence[str], numbers: Numbers) -> list[Block]:
    if not recent:
        return [kit.rich(kit.section(kit.run("Nothing yet.")))]
    again = tuple(
        Action(Act.ASK, kit.cut(question, 60), question, says=f"Ask again: {question}") for question in recent[:SHOWN]
    )
    return buttons(again, numbers, kit.MESSAGE_SIZE)
