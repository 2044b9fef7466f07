"""Steps in the life of an option (submit, approve, send back, put into effect, withdraw), and announcing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import store.drafts
import store.options
from bot.answers.document import Act, Action, Answer, Card
from bot.blocks.inputs import values_in
from bot.blocks.option_forms import MOVES, Memory, View, moving, posting
from bot.errors import BadInput, NotAllowed
from bot.questions.ask import Ask, Kind
from bot.sanctions.files.marked import check_words
from bot.sanctions.relief.confidential import Audience, may_see
from bot.sanctions.relief.lifecycle import Move, moved, moves
from bot.sanctions.relief.option import ReliefOption
from handlers import ask
from handlers.ask.help import DRAFT_ONE
from handlers.desk import Asker
from handlers.options.editing import Editing, preview_lines
from handlers.options.news import compose_news, queue_news
from handlers.options.reading import Wrong
from handlers.permissions import check_may_edit, may_edit
from store.database import writing

CONFIRM = {
    Move.WITHDRAW: "Withdraw option {}? Its versions stay readable. It can be drafted again later.",
    Move.ENACT: "Mark option {} as in effect? Do so only when it is law. The lists alone decide who is listed.",
}
STYLES = {Move.APPROVE: "primary", Move.WITHDRAW: "danger"}


@dataclass(frozen=True)
class Moving:
    """The steps, taken at the desk of `editing`."""

    editing: Editing

    def asked(self, asker: Asker, value: str) -> View:
        """The window that asks for the reason. `value` is what a button carries: "approve B"."""
        check_may_edit(asker, self.editing.desk.settings.editors)
        move, key = _step(value)
        option, snapshot = self._option(asker, key, move), self.editing.desk.seen_by(asker).snapshot()
        memory = Memory(key=key, base=option.version, place=asker.place, move=move.value)
        return moving(option, move, preview_lines(option, None, snapshot), memory)

    def _option(self, asker: Asker, key: str, move: Move) -> ReliefOption:
        """The option, if the step can be taken. Raises BadInput with the reason where it cannot."""
        history = self.editing.history(asker, key)
        moved(move, history, asker.user, self.editing.desk.now().date())
        return history[0].option

    def taken(self, asker: Asker, view: Mapping[str, Any]) -> View:
        """The step taken. Raises Wrong with the reason where it is not."""
        desk, memory = self.editing.desk, Memory.loads(view.get("private_metadata", ""))
        check_may_edit(asker, desk.settings.editors)
        why, now = values_in(view).get("why", "").strip(), desk.now()
        try:
            check_words(why, "Why")
            history = self.editing.history(asker, memory.key)
            option = moved(Move(memory.move), history, asker.user, now.date())
            told = compose_news(option, memory.base, asker.user, why, desk)
            with writing(desk.sessions) as session:
                made = store.options.save_on(session, option, memory.base, asker.user, why, now)
                queue_news(session, made.option, told, now)
        except (BadInput, NotAllowed) as error:
            raise Wrong({"why": str(error)}) from error
        desk.look_again()
        return self.editing.done(asker, made.option)


@dataclass(frozen=True)
class Announcing:
    """An option put into a channel, where each new version of it will be told."""

    editing: Editing

    def asked(self, asker: Asker, key: str) -> View:
        check_may_edit(asker, self.editing.desk.settings.editors)
        option = self.editing.history(asker, key)[0].option
        return posting(option, Memory(key=key, base=option.version, place=asker.place), asker.place)

    def answer_for(self, asker: Asker, view: Mapping[str, Any], channel: str, *, is_shared: bool) -> Answer:
        """The option as it is posted there. Raises Wrong, NotAllowed, BadInput."""
        desk, key = self.editing.desk, Memory.loads(view.get("private_metadata", "")).key
        check_may_edit(asker, desk.settings.editors)
        option = self.editing.history(asker, key)[0].option
        there = Audience(channel, asker.user, asker.known, asker.is_guest, asker.is_external, is_shared)
        if not may_see(option, there, desk.settings.confidants):
            raise Wrong(
                {"channel": f"Option {key} is confidential, and this channel is none of those it is answered in."}
            )
        reader = replace(asker, place=channel, channel_shared=is_shared)
        return ask.answer(Ask(Kind.OPTION, options=(key,)), desk, reader)

    def announced(self, asker: Asker, key: str, channel: str, ts: str) -> None:
        """From now on versions are told in the thread of that message."""
        desk = self.editing.desk
        with writing(desk.sessions) as session:
            store.drafts.announced(session, key, store.drafts.Thread(asker.team, channel, ts), desk.now())


def with_editing(answer: Answer, asker: Asker, editing: Editing) -> Answer:
    """The cards of options with what this person may do with them."""
    if not may_edit(asker, editing.desk.settings.editors) or asker.is_operator:
        return answer
    return replace(answer, cards=tuple(_with_buttons(card, asker, editing) for card in answer.cards))


def _with_buttons(card: Card, asker: Asker, editing: Editing) -> Card:
    watched = next((one.value for one in card.actions if one.act is Act.WATCH and one.value.startswith("option:")), "")
    key = watched.removeprefix("option:")
    if not key:
        return card
    with editing.desk.sessions() as session:
        history = store.options.versions(session, key)
    steps = [
        Action(
            Act.MOVE,
            MOVES[move],
            f"{move} {key}",
            f"{MOVES[move]}: option {key}",
            _confirm(move, key),
            STYLES.get(move, ""),
        )
        for move in moves(history, asker.user)
    ]
    edit = Action(Act.EDIT, "Edit", key, f"Edit option {key}")
    post = Action(Act.POST, "Post in channel", key, f"Post option {key} in a channel")
    return replace(card, actions=(*card.actions, edit, *steps, post))


def _confirm(move: Move, key: str) -> str:
    return CONFIRM[move].format(key) if move in CONFIRM else ""


def without_editing(answer: Answer) -> Answer:
    """As everybody in a channel sees it. Who may begin an option is told in its window."""
    apart = (Act.EDIT, Act.MOVE, Act.POST, Act.SHARE)
    cards = tuple(
        replace(card, actions=tuple(one for one in card.actions if one.act not in apart or one == DRAFT_ONE))
        for card in answer.cards
    )
    return replace(answer, cards=cards)


def _step(value: str) -> tuple[Move, str]:
    name, _, key = value.partition(" ")
    if name not in list(Move) or not key:
        raise BadInput("This button is from an older version and cannot be used any more. Ask again for a new one.")
    return Move(name), key
