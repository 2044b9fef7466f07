"""The seam between what Slack says and what the bot knows: all that listeners may ask for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

from bot.answers.document import Answer, Card, EditionNote, Tone, bold, text
from bot.batch.against import Against
from bot.blocks.home import HomePage
from bot.errors import BadInput
from bot.questions.ask import Ask, Kind, Reading
from bot.sanctions.listing import Party
from bot.sanctions.relief.lifecycle import Editors
from bot.sanctions.standing import Standing
from bot.slack_people import Acquaintance
from handlers import ask
from handlers.ask import words
from handlers.ask.relief import dates
from handlers.ask.relief import files as relief_files
from handlers.ask.sets import answering as sets
from handlers.ask.watching import ending, watches
from handlers.attached import Attachment
from handlers.batch import Notes, against_lists
from handlers.desk import Asker, Desk
from handlers.home import home_page
from handlers.options.editing import Editing
from handlers.options.moves import with_editing
from handlers.permissions import identified

WATCHABLE = ("entity", "option", "program", "list", "license", "digest", "all")
_OVER = {
    ending.DIGEST: "Say “digest at 9” for a daily digest.",
    ending.EVERYTHING: "Say “watch ...” for each thing.",
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """A party and how it stands, with what a reader needs beside it: the editions, the titles of programs by tag."""

    party: Party
    standing: Standing
    editions: tuple[EditionNote, ...] = ()
    programs: Mapping[str, str] | None = None


class Front(Protocol):
    """What listeners are given. Every method may be called from many threads at once and may take seconds."""

    @property
    def sessions(self) -> sessionmaker[Session]: ...

    @property
    def editing(self) -> Editing: ...

    @property
    def editors(self) -> Editors: ...

    def now(self) -> datetime: ...

    def identify(self, asker: Asker, client: WebClient) -> Asker: ...

    def is_shared(self, channel: str, client: WebClient) -> bool: ...

    def is_own(self, channel: str, user: str, client: WebClient) -> bool: ...

    def understand(self, text: str, before: Ask | None = None, asker: Asker | None = None) -> Reading: ...

    def answer(self, reading: Reading, asker: Asker) -> Answer: ...

    def watch(self, what: str, asker: Asker) -> Answer: ...

    def unwatch(self, what: str, asker: Asker) -> Answer: ...

    def dossier(self, entity_id: str) -> Dossier | None: ...

    def attachment(self, what: str, asker: Asker) -> Attachment: ...

    def against_lists(self) -> AbstractContextManager[tuple[Against, Notes]]: ...

    def home(self, asker: Asker) -> HomePage: ...


class DeskFront:
    """The desk, as the listeners see it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._acquaintance = Acquaintance()
        # Answers are thought out two at a time: more would only take turns on Python's one interpreter, and the threads
        # that acknowledge would wait for all of them.
        self._thinking = threading.BoundedSemaphore(2)

    @property
    def editing(self) -> Editing:
        return Editing(self._desk)

    @property
    def sessions(self) -> sessionmaker[Session]:
        return self._desk.sessions

    @property
    def editors(self) -> Editors:
        """Who may edit options and the briefing."""
        return self._desk.settings.editors

    def now(self) -> datetime:
        return self._desk.now()

    def identify(self, asker: Asker, client: WebClient) -> Asker:
        """Who asks, with what Slack says of them and of the place."""
        guarded = any(option.confidential for option in self._desk.snapshot().options)
        return identified(asker, self._acquaintance, client, channel_matters=guarded)

    def is_shared(self, channel: str, client: WebClient) -> bool:
        """Whether a channel is shared with another organisation."""
        return self._acquaintance.is_shared(channel, client)

    def is_own(self, channel: str, user: str, client: WebClient) -> bool:
        """Whether this is the conversation of this person with the bot: then nobody else reads what stands there."""
        return channel.startswith("D") and self._acquaintance.is_own(channel, user, client)

    def understand(self, text: str, before: Ask | None = None, asker: Asker | None = None) -> Reading:
        desk = self._desk.seen_by(asker) if asker else self._desk
        with self._thinking:
            return desk.understand(text, before)

    def answer(self, reading: Reading, asker: Asker) -> Answer:
        with self._thinking:
            given = ask.answer_all(reading, self._desk, asker)
        return with_editing(given, asker, self.editing) if reading.first.kind is Kind.OPTION else given

    def watch(self, what: str, asker: Asker) -> Answer:
        """Watch "entity:ofac-17022" and the like, or take back that it was ended. BadInput where it is nothing that can
        be watched."""
        snapshot = self._desk.seen_by(asker).snapshot()
        called = watches.called(_watchable(what), snapshot)
        if not watches.is_there(what, snapshot):
            missing = Card(headline=text(bold(f"There is no {called} here.")), tone=Tone.WARNING)
            return Answer(kind=Kind.WATCH, cards=(missing,))
        if again := ending.taken_back(what, self._desk, snapshot, asker):
            return Answer(kind=Kind.WATCH, cards=(again,))
        if what in _OVER:
            over = f"That was more than a day ago. {_OVER[what]}"
            return Answer(kind=Kind.DIGEST, cards=(Card(headline=text(bold(over)), tone=Tone.WARNING),))
        return Answer(kind=Kind.WATCH, cards=(watches.begun(what, self._desk, snapshot, asker, _here(asker)),))

    def unwatch(self, what: str, asker: Asker) -> Answer:
        card = ending.ended(_watchable(what), self._desk, self._desk.snapshot(), asker, _here(asker))
        return Answer(kind=Kind.UNWATCH, cards=(card,))

    def against_lists(self) -> AbstractContextManager[tuple[Against, Notes]]:
        """What a file of names is screened against."""
        return against_lists(self._desk)

    def dossier(self, entity_id: str) -> Dossier | None:
        """The party as it is listed now, or None."""
        snapshot = self._desk.snapshot()
        party = snapshot.party(entity_id)
        if party is None:
            return None
        titles = {tag: program.title for tag, program in snapshot.content.programs.items()}
        return Dossier(party, snapshot.standing(party), words.edition_notes(self._desk, snapshot), titles)

    def attachment(self, what: str, asker: Asker) -> Attachment:
        """A table or a picture ("names:B", "picture:B", "overlap:A,B", "set:vessels flagged Panama"). BadInput where
        there is none for the asker."""
        desk = self._desk.seen_by(asker)
        made = dates.attachment if what.startswith("ends-") else relief_files.attachment
        made = sets.attachment if what.startswith("set:") else made
        return replace(made(what, desk), version=desk.snapshot().version)

    def home(self, asker: Asker) -> HomePage:
        return home_page(self._desk, asker, self.editors)


def _here(asker: Asker) -> str:
    return "for you" if asker.place == asker.user else "in this channel"


def _watchable(what: str) -> str:
    kind, _, key = what.partition(":")
    if kind not in WATCHABLE or not key:
        raise BadInput("This button is from an older version and cannot be used any more. Ask again for a new one.")
    return what
