"""Alerts, digest, changes, history and options over all five lists, with real editions of the EU's and the UK's: of
each also one before it, in which a party was not listed yet and another one was listed still."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.answers.document import plain
from bot.lists.files import EditionFiles
from bot.sanctions.relief.impact import Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from handlers.ask import answer_all
from handlers.desk import Desk
from jobs.digest import digest
from jobs.loading import load
from store.database import writing
from store.telling import outbox, watches
from store.telling.subscriptions import subscribe
from tests.conftest import NOON
from tests.databases import a_database

Store = sessionmaker[Session]


class Five:
    """A store with all five lists, each loaded after what watches were there; and what it answers."""

    def __init__(self, store: Store, eu: str, uk: str) -> None:
        self.store, self.eu, self.uk = store, eu, uk
        self.desk = Desk(store, lambda: NOON)

    def ask(self, asked: str) -> str:
        return answer_all(self.desk.understand(asked), self.desk).text

    def told(self, place: str) -> list[str]:
        with self.store() as session:
            return [plain(one.message.answer.cards[0].headline) for one in outbox.of_place(session, "T1", place)]


def without(text: bytes, entry: bytes, has: bytes) -> tuple[bytes, str]:
    """A published file without the first entry in which something stands, and that entry."""
    found = next(one for one in re.findall(entry, text, re.DOTALL) if has in one)
    return text.replace(found, b"", 1), found.decode()


@pytest.fixture(scope="module")
def five(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Five:
    store = a_database(tmp_path_factory.mktemp("five"))
    for key, folder in (
        ("us_ofac_sdn", "ofac_sdn/2023-12-28"),
        ("us_ofac_cons", "ofac_cons/2025-12"),
        ("un_sc", "un/2026-02-27"),
    ):
        assert load(store, key, lists_dir / folder, None, NOON).status == "applied"
    eu = gzip.decompress((lists_dir / "eu_fsf/2024-05-13/xmlFullSanctionsList_1_1.xml.gz").read_bytes())
    (of_uk,) = (lists_dir / "uk_sl/2026-08-22-rebuilt").glob("*.xml*")
    uk = gzip.decompress(of_uk.read_bytes()) if of_uk.suffix == ".gz" else of_uk.read_bytes()
    eu_before, eu_entry = without(eu, rb"<sanctionEntity .*?</sanctionEntity>", b"MELNICHENKO")
    uk_before, uk_entry = without(uk, rb"<Designation>.*?</Designation>", b"MELNICHENKO")
    eu_id = "eu-fsf-" + re.search(r'logicalId="(\d+)"', eu_entry)[1]  # type: ignore[index]
    uk_id = "gb-" + re.search(r"<UniqueID>(.*?)</UniqueID>", uk_entry)[1]  # type: ignore[index]
    found = Five(store, eu_id, uk_id)
    for key, role, before, day in (
        ("eu_fsf", "xml", eu_before, "2024-05-10"),
        ("gb_uksl", "xml", uk_before, "2026-08-20"),
    ):
        assert load(store, key, EditionFiles({role: before}), day, NOON).status == "applied"
    with writing(store) as session:
        watches.watch(session, "T1", "D1", f"entity:{eu_id}", "U1", NOON)
        watches.watch(session, "T1", "D2", "list:gb_uksl", "U2", NOON)
        subscribe(session, "T1", "C1", "U1", NOON - timedelta(days=3))
    assert load(store, "eu_fsf", EditionFiles({"xml": eu}), "2024-05-13", NOON).added == 1
    assert load(store, "gb_uksl", EditionFiles({"xml": uk}), "2026-08-22", NOON).added == 1
    return found


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
