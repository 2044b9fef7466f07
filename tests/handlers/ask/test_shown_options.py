"""Every card says, in a field, of which relief options it tells: for the audit, and for who may not know of them.

The words are the judge: whatever option they name stands in the field, in every answer that is given here.
What somebody asked, quoted back, and the examples of the help tell of none. Of the questions that name no option one in
four is asked, the same ones every time.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.document import Answer, Card, plain
from bot.questions.ask import Kind
from bot.sanctions.relief.option import ReliefOption
from handlers.desk import Asker
from handlers.slack.front import DeskFront
from store.telling.outbox import of_place
from tests.handlers.slack.test_confidential import AN_HOUR, ASKED, SECRET, a_front

DESK_MEMBER = Asker("T0LOCAL", "U0JAMES", "C0DESK", known=True)
LINES = (Path(__file__).parents[2] / "questions/asked.txt").read_text(encoding="utf-8").splitlines()
FIRST = [line for line in LINES if " => " in line and not line.startswith(" ")]
WRITTEN = (
    line.partition(" => ")[0].replace("\\n", "\n") for at, line in enumerate(FIRST) if "option" in line or at % 4 == 0
)
QUESTIONS = tuple(dict.fromkeys((*ASKED, *WRITTEN)))


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    return a_front(tmp_path_factory.mktemp("shown"), SECRET, recheck_seconds=AN_HOUR)


def named_in(card: Card, options: tuple[ReliefOption, ...]) -> set[str]:
    """The options that the words of a card name, by key or by title."""
    said = "\n".join(plain(line) for line in (card.headline, *card.body, *card.fine))
    said = re.sub("“[^”]*”", "", said)
    return {one.key for one in options if one.title in said or _names(one.key, said)}


def _names(key: str, said: str) -> bool:
    return bool(re.search(rf"\b[Oo]ptions?\b[^.;\n]*?(?<![\w-]){re.escape(key)}(?![\w-])", said))


def forgotten(answer: Answer, options: tuple[ReliefOption, ...]) -> list[str]:
    """What is wrong: options that a card names and its field does not; those that stand only in the fine print."""
    fine = Card(headline=(), fine=answer.fine)
    wrong = [
        f"{sorted(missing)} in {plain(card.headline)!r}"
        for card in answer.cards
        if (missing := named_in(card, options) - set(card.options))
    ]
    return wrong + [f"{key} in the fine print" for key in sorted(named_in(fine, options) - set(answer.shows))]


def test_no_answer_forgets_an_option_that_its_words_name(front: DeskFront) -> None:
    options = front._desk.snapshot().options
    seen: Counter[str] = Counter()
    wrong = []
    for question in QUESTIONS:
        answer = front.answer(front.understand(question, None, DESK_MEMBER), DESK_MEMBER)
        if answer.kind == Kind.HELP and not answer.shows:  # what can be asked names options, and says nothing of them
            continue
        seen.update(answer.shows)
        wrong += [f"{question}: {one}" for one in forgotten(answer, options)]
    assert wrong == [], "\n".join(wrong)
    assert min(seen[one.key] for one in options) > 3
    assert SECRET.key in seen


def test_that_a_watch_of_an_option_is_ended_or_goes_on_names_it_also_where_there_is_no_button(front: DeskFront) -> None:
    asker = replace(DESK_MEMBER, place="C0LEGAL")
    answers = [front.watch("option:Q", asker), front.unwatch("option:Q", asker), front.unwatch("option:Q", asker)]
    answers.append(front.watch("option:Q", asker))
    with front.sessions() as session:
        told = [one.message.answer for one in of_place(session, "T0LOCAL", "C0LEGAL")]
    assert [plain(one.cards[0].headline) for one in told] == [
        "U0JAMES stopped watching option Q in this channel.",
        "U0JAMES took it back: option Q is watched in this channel.",
    ]
    assert {one.shows for one in (*answers, *told)} == {("Q",)}
