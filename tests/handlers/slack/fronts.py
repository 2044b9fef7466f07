"""A front that remembers what it was asked, and answers as it is told to."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from pathlib import Path

from slack_sdk import WebClient

import store.telling.watches
from bot.answers.document import Act, Action, Answer, Card, Tone, bold, text
from bot.blocks.home import HomePage, Watched
from bot.questions.ask import Ask, Kind, Reading, Subject
from bot.sanctions.listing import Party
from bot.sanctions.relief.lifecycle import Editors
from bot.sanctions.standing import Standing
from bot.slack_people import Acquaintance
from handlers.attached import Attachment
from handlers.desk import Asker, Desk
from handlers.options.editing import Editing
from handlers.slack.front import Dossier
from tests.blocks.samples import SOURCES
from tests.builders import a_listing
from tests.conftest import NOON
from tests.databases import a_database


class RememberingFront:
    """`asked` holds every question answered. `delay` is how many seconds an answer takes; `broken` is raised."""

    def __init__(self, folder: Path) -> None:
        self.sessions = a_database(folder)
        self.asked: list[tuple[Ask, Asker]] = []
        self.before: list[Ask | None] = []
        self.editors = Editors()
        self.delay = 0.0
        self.broken: Exception | None = None
        self.listing = a_listing(url="https://sanctionssearch.ofac.treas.gov/Details.aspx?id=17022")
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return NOON

    @property
    def editing(self) -> Editing:
        return Editing(Desk(self.sessions, self.now))

    def is_shared(self, channel: str, client: WebClient) -> bool:
        return False

    def is_own(self, channel: str, user: str, client: WebClient) -> bool:
        return Acquaintance().is_own(channel, user, client) if channel.startswith("D") else False

    def identify(self, asker: Asker, client: WebClient) -> Asker:
        return asker

    def understand(self, words: str, before: Ask | None = None, asker: Asker | None = None) -> Reading:
        with self._lock:
            self.before.append(before)
        if words == "help":
            return Reading((Ask(Kind.HELP, words),))
        return Reading((Ask(Kind.SCREENING, words, subjects=(Subject(words),)),))

    def answer(self, reading: Reading, asker: Asker) -> Answer:
        question = reading.first
        time.sleep(self.delay)
        with self._lock:
            self.asked.append((question, asker))
        if self.broken:
            raise self.broken
        if question.text == "watch Rosneft":
            stop = Action(Act.UNWATCH, "Stop watching", "entity:ofac-17022")
            return Answer("watch", (Card(text("Watching Rosneft."), actions=(stop,)),))
        if question.kind is Kind.HELP:
            return Answer("help", (Card(text("Ask me.")),), actions=(Action(Act.ASK, "Example", "Rosneft"),))
        card = Card(
            headline=text(bold(f"LISTED, probably blocked: {question.text}")),
            lines=(text("OFAC non-SDN list, UKRAINE-EO13662: sectoral directives 2 and 4."),),
            more=(text(f"Licenses that name it, asked as {question.text}: GL 124B."),),
            instead=(text("One license names it."),),
            tone=Tone.LIMITED,
            actions=(
                Action(Act.DETAILS, "Details", "ofac-17022", f"Details for {question.text}"),
                Action(Act.WATCH, "Watch", "entity:ofac-17022", f"Watch {question.text}"),
            ),
        )
        return Answer("screening", (card,), actions=(Action(Act.SHARE, "Share in channel", question.text),))

    def watch(self, what: str, asker: Asker) -> Answer:
        with self.sessions.begin() as session:
            new = store.telling.watches.watch(session, asker.team, asker.place, what, asker.user, NOON)
        said = "Watching" if new else "Already watching"
        stop = Action(Act.UNWATCH, "Stop watching", what)
        return Answer("watch", (Card(text(f"{said} {what}."), actions=(stop,)),))

    def unwatch(self, what: str, asker: Asker) -> Answer:
        with self.sessions.begin() as session:
            store.telling.watches.unwatch(session, asker.team, asker.place, what)
        return Answer("unwatch", (Card(text(f"No longer watching {what}.")),))

    def dossier(self, entity_id: str) -> Dossier | None:
        if self.broken:
            raise self.broken
        if entity_id != self.listing.entity_id:
            return None
        return Dossier(Party(entity_id, (self.listing,)), Standing.RESTRICTED, SOURCES, {})

    def attachment(self, what: str, asker: Asker) -> Attachment:
        if self.broken:
            raise self.broken
        return Attachment(f"{what.replace(':', '-')}.csv", b"entity id,name\n", f"The file {what}.")

    def home(self, asker: Asker) -> HomePage:
        return HomePage(SOURCES, [Watched(what, what) for what in self.watched(asker.place)], ["Rosneft"])

    def watched(self, place: str) -> list[str]:
        with self.sessions() as session:
            return [one.what for one in store.telling.watches.watches_of(session, "T0LOCAL", place)]
