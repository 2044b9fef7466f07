"""What became of the facts of an entry, and which of many alike are one edit of the publisher's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.lists.soundness.signs import MASS, Fate, Sign, mass_edits, signs
from bot.sanctions.listing import Listing
from tests.lists.soundness.test_step import entry

BEFORE = [entry(number) for number in range(1, 201)]
BY_ID = {one.entity_id: one for one in BEFORE}


def told(after: list[Listing]) -> list[Sign]:
    return list(signs(zip(BEFORE, after, strict=True)))


def with_programs(many: int, programs: tuple[str, ...]) -> list[Listing]:
    return [replace(one, programs=programs) if at < many else one for at, one in enumerate(BEFORE)]


@pytest.mark.parametrize(
    ("programs", "fate", "is_loss"),
    [((), Fate.VANISHED, True), (("OTHER",), Fate.LOST, True), (("SDGT", "IRAN", "CUBA"), Fate.GAINED, False)],
)
def test_the_fate_of_a_fact_is_the_worst_that_is_true(programs: tuple[str, ...], fate: Fate, is_loss: bool) -> None:
    [sign] = signs([(entry(5), replace(entry(5), programs=programs))])
    assert (sign.kind.key, sign.fate, sign.is_loss) == ("programs", fate, is_loss)


def test_a_value_that_is_written_a_little_otherwise_is_alike() -> None:
    before = entry(1)
    spelt = replace(before, addresses=(replace(before.addresses[0], city="Teheran"),))
    assert [(sign.kind.key, sign.fate) for sign in signs([(before, spelt)])] == [("addresses", Fate.ALIKE)]


def test_an_entry_that_is_as_it_was_gives_no_sign() -> None:
    assert told(list(BEFORE)) == []


@pytest.mark.parametrize(("many", "left"), [(MASS - 1, MASS - 1), (MASS, 0)])
def test_few_that_get_the_same_tag_are_no_edit_of_many(many: int, left: int) -> None:
    after = [replace(one, programs=(*one.programs, "NEW-TAG")) if at < many else one for at, one in enumerate(BEFORE)]
    assert len(mass_edits(told(after), BY_ID)[0]) == left


def test_a_tag_put_in_the_place_of_others_that_some_bear_still_is_no_rename() -> None:
    found = told(with_programs(60, ("SDGT",)))
    assert found
    assert len(mass_edits(found, BY_ID)[0]) == len(found)


def test_a_tag_that_goes_wherever_it_was_is_a_rename() -> None:
    before = [replace(one, programs=("IRAN" if at < 20 else "CUBA",)) for at, one in enumerate(BEFORE)]
    after = [replace(one, programs=("IRAN-NEW" if at < 20 else "CUBA",)) for at, one in enumerate(BEFORE)]
    found = list(signs(zip(before, after, strict=True)))
    left, edits = mass_edits(found, {one.entity_id: one for one in before})
    assert (len(found), left, [edit.title for edit in edits]) == (
        20,
        [],
        ['the same edit of programs, "IRAN" to "IRAN-NEW"'],
    )


@pytest.mark.parametrize(
    ("becomes", "left"),
    [
        (("Asset freeze", "Travel Ban", "Trust Services Sanctions"), 0),
        (("Travel Ban",), 20),
        (("Asset freeze",), 20),
        ((), 20),
    ],
)
def test_a_measure_comes_to_many_at_once_and_goes_from_none_of_them(becomes: tuple[str, ...], left: int) -> None:
    """Without "Asset freeze" a party of the UK's list would be told to be not frozen."""
    before = [replace(one, measures=("Asset freeze", "Travel Ban")) for one in BEFORE]
    after = [replace(one, measures=becomes) if at < 20 else one for at, one in enumerate(before)]
    found = [*signs(zip(before, after, strict=True))]
    assert len(mass_edits(found, {one.entity_id: one for one in before})[0]) == left


def test_programs_that_are_emptied_in_many_are_never_an_honest_edit() -> None:
    found = told(with_programs(40, ()))
    assert len(mass_edits(found, BY_ID)[0]) == len(found) == 40
