"""The window in which a message becomes a statement of the briefing, and what the thread is told of it.

What the message says is data: it stands in an input or in rich text, neither of which reads markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.blocks import inputs, kit
from bot.blocks.kit import Block
from bot.blocks.render import Message

View = dict[str, Any]
CALLBACK = "add_statement"
SAYS, PUBLISHER, DATE, TOPICS, CONFIDENCE = "says", "publisher", "date", "topics", "confidence"
LONGEST = 2_000  # characters of a statement
CONFIDENCES = {
    "reported": "Reported: somebody named says so",
    "official": "Official: a publisher of law says so",
    "unknown": "Not known: it says that nobody knows",
}
READ_BY = "Whoever may ask the bot can read what is saved here, also outside this channel. It is never called true."
CUT = f"The message is longer than {LONGEST:,} characters; its beginning stands here."


@dataclass(frozen=True, slots=True)
class Prefilled:
    """What stands in the window when it opens. `version` is that of a statement made of this message before, or 0."""

    says: str
    publisher: str
    date: str
    topics: Sequence[str]
    confidence: str
    link: str
    version: int = 0


def loading() -> View:
    """Opened at once, while the trigger still lives; `form` takes its place."""
    return _view([kit.rich(kit.section(kit.run("Reading the message…")))])


def around(blocks: list[Block]) -> View:
    """The same window around an error."""
    return _view(blocks)


def form(given: Prefilled, metadata: str) -> View:
    """The inputs, filled in. `metadata` comes back with them."""
    notes = [kit.context(kit.mrkdwn_link("Source: the message", given.link), kit.words(READ_BY))]
    if kit.size(given.says) > LONGEST:
        notes.append(kit.context(kit.words(CUT)))
    if given.version:
        words = f"This message is in the briefing already, version {given.version}. Saving makes the next version."
        notes.append(kit.context(kit.words(words)))
    fields = [
        inputs.typed(SAYS, "What is said", _beginning(given.says), lines=True, most=LONGEST),
        inputs.typed(PUBLISHER, "Who says so", given.publisher, most=200, hint="An outlet, an authority, a person."),
        inputs.day(DATE, "Said on", given.date),
        inputs.typed(TOPICS, "Topics, with commas between", ", ".join(given.topics), most=300),
        inputs.choice(CONFIDENCE, "How sure it is", CONFIDENCES, given.confidence),
    ]
    return {**_view([*notes, *fields]), "submit": kit.words("Save", kit.VIEW_TITLE), "private_metadata": metadata}


def added(says: str, confidence: str, user: str, about: str) -> Message:
    """What the thread is told. `user` is Slack's id; `about` says source, date and topics."""
    head = f"Added to the briefing as {confidence}, by "
    person = {"type": "user", "user_id": user}
    blocks = [
        kit.rich(
            kit.section(kit.run(head, bold=True), person),
            {"type": "rich_text_quote", "elements": [kit.run(kit.cut(says, LONGEST))]},
        ),
        kit.context(kit.words(about)),
    ]
    return Message(kit.cut(f"{head}<@{user}>: {kit.escape(says)}", kit.NOTICE_TEXT), blocks)


def _beginning(words: str) -> str:
    """At most LONGEST, with nothing put in the place of the rest: it is to be saved."""
    while kit.size(words) > LONGEST:
        words = words[: LONGEST - (kit.size(words) - len(words))]
    return words


def _view(blocks: list[Block]) -> View:
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": kit.words("Add to briefing", kit.VIEW_TITLE),
        "close": kit.words("Cancel", kit.VIEW_TITLE),
        "blocks": blocks,
    }
