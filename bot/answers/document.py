"""What an answer is: a small document, verdict first. Values only; blocks and console draw it.

An Answer is a few *cards*. A card has a headline (the verdict, by itself enough), lines (evidence), fine print
(source and date) and what can be done with it. Text is made of *runs*, plain words that carry no markup: names
from lists are data, so whoever draws a run escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.screening.query import Screening


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `url` makes it a link; `user` (Slack's id) has Slack show that person's name in its place."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""
    user: str = ""


Text = tuple[Run, ...]


def text(*parts: str | Run | Text) -> Text:
    """Join strings, runs and texts into one Text: `text("Checked: ", bold("3 lists"), ".")`."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs.extend(part)
    return tuple(run for run in runs if run.text)


def bold(words: str) -> Run:
    return Run(words, bold=True)


def link(words: str, url: str) -> Run:
    return Run(words, url=url)


def person(who: str) -> Run:
    """Whoever made something: somebody in Slack by their id, the command line as it is called."""
    return Run(who, user=who if re.fullmatch(r"[UW][A-Z0-9]{2,30}", who) else "")


def plain(words: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in words)


class Tone(StrEnum):
    """What a card's mark (a word and a symbol, never colour alone) says at a glance."""

    LISTED = "listed"  # blocked
    LIMITED = "limited"  # listed: restricted, or another measure
    POSSIBLE = "possible"
    NO_MATCH = "no_match"
    NOT_LOADED = "not_loaded"
    DRAFT = "draft"  # relief options and statements: not law
    NEUTRAL = "neutral"
    WARNING = "warning"


class Act(StrEnum):
    """What a button does. The value that goes with it is at most 2,000 characters and opaque to Slack."""

    DETAILS = "details"  # value: entity id
    MORE = "more"  # value: what asks again: the whole answer in a window
    SHARE = "share"  # value: the question, asked again in the channel
    WATCH = "watch"  # value: "entity:ofac-17022", "option:B", "program:RUSSIA-EO14024"
    UNWATCH = "unwatch"  # value: as for watch
    ASK = "ask"  # value: a question to ask
    OPEN = "open"  # value: an address
    EDIT = "edit"  # value: the key of an option
    MOVE = "move"  # value: "submit B", a step in an option's life
    POST = "post"  # value: the key of an option, to be announced in a channel
    ACCEPT_EDITION = "accept-edition"  # value: "us_ofac_sdn 2024-01-05-1a2b3c4d", list and edition
    REJECT_EDITION = "reject-edition"  # value: as for accept
    CANCEL = "cancel"  # value: a run, and who began it
    SCREEN_FILE = "screen-file"  # value: anything; opens the window that takes a file of names
    FILE = "file"  # value: "names:B", "picture:B", "overlap:A,B": made when pressed and sent as a file


@dataclass(frozen=True, slots=True)
class Action:
    act: Act
    label: str
    value: str
    says: str = ""  # for a screen reader, when the label alone is ambiguous: "Details for ROSNEFT"
    confirm: str = ""  # asked back before it is done
    style: str = ""  # "primary": what the message is for; "danger": what ends something


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under a head, all of one length. The first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[Text, ...]:
        """The rows as sentences, for wherever no table can be drawn."""
        return tuple(
            text(f"{row[0].rstrip('.')}: ", "; ".join(cell for cell in row[1:] if cell), ".") for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One part of an answer. `fields` are what identifies a party, label and value, to be read at a glance; `more` are
    lines that a message keeps behind a button, and says `instead` in their place. `options` are the keys of the relief
    options that it tells of, with however few words: who may know of them reads it, and the audit keeps them."""

    headline: Text
    fields: tuple[tuple[str, str], ...] = ()
    table: Table | None = None
    lines: tuple[Text, ...] = ()
    more: tuple[Text, ...] = ()
    instead: tuple[Text, ...] = ()
    fine: tuple[Text, ...] = ()
    tone: Tone = Tone.NEUTRAL
    actions: tuple[Action, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def in_short(self) -> Card:
        return replace(self, lines=(*self.lines, *self.instead), more=(), instead=())

    @property
    def opened(self) -> Card:
        return replace(self, lines=(*self.lines, *self.more), more=(), instead=())

    @property
    def body(self) -> tuple[Text, ...]:
        """What stands under the headline, as lines: where fields and tables cannot be drawn."""
        facts = "; ".join(f"{label} {value}" for label, value in self.fields)
        return (
            *((text(f"{facts}."),) if facts else ()),
            *(self.table.lines if self.table else ()),
            *self.lines,
            *self.more,
        )


@dataclass(frozen=True, slots=True)
class EditionNote:
    """A list that the answer rests on. `age_days` counts from publication; `stale` is by the settings. `broken`:
    not all of it is in the database, so that no match follows from nothing."""

    list: str
    title: str
    edition: str
    published: str
    age_days: int
    stale: bool
    missing: tuple[str, ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `screenings` has one per subject, in the order asked; `illustrative` is true when any
    option in it is. `fine` is said once, after all cards: which lists of which dates, which are not loaded."""

    kind: str
    cards: tuple[Card, ...]
    subjects: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    period: Mapping[str, str | None] | None = None
    as_of: str | None = None
    screenings: tuple[Screening, ...] = ()
    editions: tuple[EditionNote, ...] = ()
    illustrative: bool = False
    fine: tuple[Text, ...] = ()
    actions: tuple[Action, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)  # for --json: what a kind has beside
    version: str = ""  # the editions that it rests on (`store.lists.editions.index_version`)
    read: str = ""  # the words of the question that this answers
    unread: tuple[str, ...] = ()  # spans of the question that nothing read
    asks: tuple[Answer, ...] = ()  # of a message that asks several things: an answer to each, in order
    again: str = ""  # what asks this anew: what a message leaves out is had by it

    @property
    def shows(self) -> tuple[str, ...]:
        """The options of which the answer says anything, each once."""
        return tuple(dict.fromkeys(key for card in self.cards for key in card.options))

    @property
    def summary(self) -> str:
        """Verdict and name in one line, for a notification: the headlines."""
        return " ".join(plain(card.headline) for card in self.cards)

    @property
    def text(self) -> str:
        """The whole answer in plain words."""
        blocks: list[str] = []
        for card in self.cards:
            blocks.append("\n".join(plain(line) for line in (card.headline, *card.body, *card.fine)))
        if self.fine:
            blocks.append("\n".join(plain(line) for line in self.fine))
        return "\n\n".join(blocks)
