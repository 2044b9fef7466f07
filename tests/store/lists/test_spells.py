"""Since when a party is on a list and until when: between which of the editions held."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.changes.comparison import ChangeKind
from store.lists.editions import index_version
from store.lists.spells import listings_gone, spells_of
from tests.builders import a_person
from tests.store.builders import a_change, load

PERSON = a_person()
OTHER = a_person("OTHER, Somebody", entity_id="ofac-2")


def test_who_is_in_the_oldest_edition_came_nobody_knows_when(session_factory: sessionmaker[Session]) -> None:
    load(session_factory, "2022-02-24", [PERSON])
    with session_factory() as session:
        (spell,) = spells_of(session, {PERSON.entity_id}, index_version(session))
    assert (spell.before, spell.gone) == (None, None)
    assert spell.first.published == "2022-02-24"


def test_who_came_and_went_and_came_again_has_two_spells_with_their_brackets(
    session_factory: sessionmaker[Session],
) -> None:
    load(session_factory, "2022-02-24", [OTHER])
    load(session_factory, "2022-02-25", [OTHER, PERSON], a_change(ChangeKind.DESIGNATED, PERSON))
    load(session_factory, "2022-02-26", [OTHER], a_change(ChangeKind.DELISTED, PERSON))
    load(session_factory, "2022-02-27", [OTHER, PERSON], a_change(ChangeKind.DESIGNATED, PERSON))
    with session_factory() as session:
        first, second = spells_of(session, {PERSON.entity_id}, index_version(session))
    assert first.before is not None
    assert first.gone is not None
    assert (first.before.published, first.first.published) == ("2022-02-24", "2022-02-25")
    assert first.gone.published == "2022-02-26"
    assert (second.first.published, second.gone) == ("2022-02-27", None)


def test_an_amended_entry_is_one_spell(session_factory: sessionmaker[Session]) -> None:
    load(session_factory, "2022-02-24", [PERSON])
    load(session_factory, "2022-02-25", [replace(PERSON, remarks="more")], a_change(ChangeKind.AMENDED, PERSON))
    with session_factory() as session:
        (spell,) = spells_of(session, {PERSON.entity_id}, index_version(session))
    assert spell.first.published == "2022-02-24"
    assert spell.listing.remarks == "more"


def test_who_is_on_no_list_any_more_is_gone(session_factory: sessionmaker[Session]) -> None:
    load(session_factory, "2022-02-24", [OTHER, PERSON])
    load(session_factory, "2022-02-25", [OTHER], a_change(ChangeKind.DELISTED, PERSON))
    with session_factory() as session:
        assert [one.entity_id for one in listings_gone(session)] == [PERSON.entity_id]
