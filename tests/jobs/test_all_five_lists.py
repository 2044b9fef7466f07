"""Alerts, digest, changes, history and options over all five lists, with real editions of the EU's and the UK's: of
each also one before it, in which a party was not listed yet and another one was listed still."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers.document import plain
from bot.sanctions.relief.impact import Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from handlers.ask import answer_all
from handlers.desk import Desk, DeskSettings
from jobs.digest import digest
from store.lists.changes import changes_between
from store.telling import outbox
from tests.conftest import NOON
from tests.jobs.landing import five_lists
from tests.once import opened


class Five:
    """The store of the five lists, what it answers, and who was added last by the EU and the UK."""

    def __init__(self, folder: Path) -> None:
        self.store = opened(folder)
        self.desk = Desk(self.store, lambda: NOON, DeskSettings(index_dir=folder))
        with self.store() as session:
            (of_eu,) = changes_between(session, date(2024, 5, 13), lists=["eu_fsf"])
            (of_uk,) = changes_between(session, date(2026, 8, 22), lists=["gb_uksl"])
        self.eu, self.uk = of_eu.change.entity_id, of_uk.change.entity_id

    def ask(self, asked: str) -> str:
        return answer_all(self.desk.understand(asked), self.desk).text

    def told(self, place: str) -> list[str]:
        with self.store() as session:
            return [plain(one.message.answer.cards[0].headline) for one in outbox.of_place(session, "T1", place)]


@pytest.fixture(scope="module")
def five(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Five:
    return Five(five_lists(lists_dir, tmp_path_factory))


def test_who_watches_a_party_of_the_eu_or_the_list_of_the_uk_is_told(five: Five) -> None:
    (of_eu,), (of_uk,) = five.told("D1"), five.told("D2")
    assert "MELNICHENKO" in of_eu.upper()
    assert "EU" in of_eu
    assert "UK" in of_uk


def test_the_digest_tells_of_the_new_ones_on_each_list(five: Five) -> None:
    digest(five.store, NOON + timedelta(days=1))
    with five.store() as session:
        (told,) = outbox.of_place(session, "T1", "C1", "digest")
    said = told.message.answer.text
    assert "EU" in said
    assert "UK" in said
    assert "elnichenko" in said.casefold()


def test_changes_of_either_list_are_answered(five: Five) -> None:
    assert "elnichenko" in five.ask("what changed on the EU list since 1 May 2024?").casefold()
    assert "elnichenko" in five.ask("what changed on the UK list since 1 August 2026?").casefold()


def test_since_when_is_told_by_each_list_from_its_own_editions(five: Five) -> None:
    said = five.ask("since when is Andrey Igorevich Melnichenko on the EU list?")
    assert "9 Mar 2022" in said  # by the list itself, which gives the day of listing


def test_an_option_of_the_eu_or_the_uk_reaches_its_own_list_alone(five: Five) -> None:
    register = five.desk.snapshot().register
    for jurisdiction, entity in (("EU", five.eu), ("UK", five.uk)):
        option = ReliefOption(
            key="X",
            title="X",
            status="draft",
            jurisdiction=jurisdiction,
            terms=(Term("delist", (Selector(entity=entity),)),),
        )
        impact = evaluate(option, register)
        assert outcome_for(impact, entity) is Outcome.FREED
        assert impact.freed == (entity,)
        assert "us_ofac_sdn" in impact.still_listed_elsewhere[entity]
