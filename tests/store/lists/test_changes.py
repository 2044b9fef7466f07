from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.changes.comparison import ChangeKind, FieldChange
from store.lists.changes import changes_between
from tests.builders import a_listing, a_person
from tests.store.builders import a_change, load

DERIPASKA = a_person()
SECHIN = a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16635", programs=("RUSSIA-EO14024",))
RUSAL = a_listing("UNITED COMPANY RUSAL", entity_id="ofac-2", list="us_ofac_sdn", programs=("UKRAINE-EO13662",))
RUSAL_AGAIN = a_listing("UNITED COMPANY RUSAL", entity_id="ofac-3", list="us_ofac_sdn", programs=("RUSSIA-EO14024",))
ROSNEFT = a_listing()


@pytest.fixture
def loaded(session_factory: sessionmaker[Session]) -> sessionmaker[Session]:
    tag_added = FieldChange("programs", after=("RUSSIA-EO14024",))
    load(session_factory, "2022-02-22", [DERIPASKA, RUSAL])
    load(session_factory, "2022-02-22", [], list="us_ofac_cons")
    load(session_factory, "2022-02-24", [DERIPASKA, RUSAL, SECHIN], a_change(ChangeKind.DESIGNATED, SECHIN))
    load(
        session_factory,
        "2023-12-28",
        [SECHIN, RUSAL_AGAIN],
        a_change(ChangeKind.DELISTED, DERIPASKA),
        a_change(ChangeKind.REKEYED, RUSAL_AGAIN, was="ofac-2", fields=(tag_added,)),
    )
    load(session_factory, "2024-01", [ROSNEFT], a_change(ChangeKind.DESIGNATED, ROSNEFT), list="us_ofac_cons")
    return session_factory


def names(factory: sessionmaker[Session], **asked: object) -> list[str]:
    with factory() as session:
        found = changes_between(session, **asked)  # type: ignore[arg-type]
    return [recorded.change.name.split(",")[0] for recorded in found]


def test_changes_come_newest_first_with_the_edition_that_brought_them(loaded: sessionmaker[Session]):
    with loaded() as session:
        found = changes_between(session)
    assert [(recorded.at, recorded.edition, recorded.change.kind.value) for recorded in found] == [
        ("2024-01", "2024-01", "designated"),
        ("2023-12-28", "2023-12-28", "delisted"),
        ("2023-12-28", "2023-12-28", "re-keyed"),
        ("2022-02-24", "2022-02-24", "designated"),
    ]
    assert found[2].change == a_change(
        ChangeKind.REKEYED, RUSAL_AGAIN, was="ofac-2", fields=(FieldChange("programs", after=("RUSSIA-EO14024",)),)
    )


def test_both_ends_of_a_period_are_in_it(loaded: sessionmaker[Session]):
    assert names(loaded, since=date(2022, 2, 24), until=date(2022, 2, 24)) == ["SECHIN"]
    assert names(loaded, since=date(2022, 2, 25), until=date(2023, 12, 27)) == []
    assert names(loaded, until=date(2023, 12, 28)) == ["DERIPASKA", "UNITED COMPANY RUSAL", "SECHIN"]
    assert names(loaded, since=date(2024, 1, 1)) == [ROSNEFT.name]
    assert names(loaded, since=date(2024, 1, 2)) == []


def test_changes_can_be_of_some_lists_only(loaded: sessionmaker[Session]):
    assert names(loaded, lists=("us_ofac_cons",)) == [ROSNEFT.name]
    assert names(loaded, lists=("un_sc",)) == []


def test_a_change_is_of_a_program_that_the_entry_is_or_was_under(loaded: sessionmaker[Session]):
    assert names(loaded, programs=("UKRAINE-EO13661",)) == ["DERIPASKA"]
    assert names(loaded, programs=("RUSSIA-EO14024",)) == ["UNITED COMPANY RUSAL", "SECHIN"]
    assert names(loaded, programs=("UKRAINE-EO13662",)) == [ROSNEFT.name, "DERIPASKA", "UNITED COMPANY RUSAL"]
    assert names(loaded, programs=("SDGT",)) == []


def test_a_party_under_a_new_id_is_found_by_either(loaded: sessionmaker[Session]):
    assert names(loaded, entity_id="ofac-2") == names(loaded, entity_id="ofac-3") == ["UNITED COMPANY RUSAL"]


def test_a_limit_keeps_the_newest(loaded: sessionmaker[Session]):
    assert names(loaded, limit=2) == [ROSNEFT.name, "DERIPASKA"]
