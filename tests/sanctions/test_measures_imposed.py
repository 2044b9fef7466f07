"""What a listing of the UK means is in the measures that it names, one by one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.sanctions.effect import Effect, effect_in_words, effect_of, freezes
from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, Schema
from bot.sanctions.standing import Standing, signs_of, standing_of
from tests.lists.read import reading


def uk(*measures: str, list_key: str = "gb_uksl") -> Listing:
    return Listing(list_key, "gb-RUS1", Schema.VESSEL, (Name("PETREL 8"),), measures=measures)


@pytest.mark.parametrize(
    ("measures", "effect", "standing", "words"),
    [
        (("Asset freeze", "Travel Ban"), Effect.BLOCKING, Standing.BLOCKED, "assets frozen, travel ban"),
        (("Travel Ban",), Effect.OTHER, Standing.LISTED_NOT_FROZEN, "travel ban"),
        (("Prohibition of port entry", "De-flag"), Effect.OTHER, Standing.LISTED_NOT_FROZEN,
         "no port entry, struck off the register of ships"),
        (('Shipping sanctions: (see "Other information")',), Effect.OTHER, Standing.LISTED_NOT_FROZEN,
         "shipping sanctions"),
        (("Prohibition on correspondent banking and clearing",), Effect.SECTORAL, Standing.RESTRICTED,
         "no correspondent banking"),
        (("Something new",), Effect.OTHER, Standing.LISTED_NOT_FROZEN, "something new"),
        ((), Effect.BLOCKING, Standing.BLOCKED, "designated by the United Kingdom"),
    ],
)  # fmt: skip
def test_the_measures_decide(measures: tuple[str, ...], effect: Effect, standing: Standing, words: str) -> None:
    listing = uk(*measures)
    assert effect_of(listing) is effect
    assert standing_of([signs_of(listing)]) is standing
    assert effect_in_words(listing) == words


def test_a_freeze_elsewhere_is_the_stronger() -> None:
    frozen = Listing("eu_fsf", "eu-fsf-1", Schema.VESSEL, (Name("PETREL 8"),))
    assert standing_of([signs_of(uk("Prohibition of port entry")), signs_of(frozen)]) is Standing.BLOCKED
    assert freezes(frozen)


def test_most_ships_on_the_uk_list_are_not_frozen(lists_dir: Path) -> None:
    listings = reading("gb_uksl", lists_dir / "uk_sl/2026-08-22-rebuilt").listings
    ships = Counter(standing_of([signs_of(one)]) for one in listings if one.schema is Schema.VESSEL)
    assert ships == {Standing.LISTED_NOT_FROZEN: 651, Standing.BLOCKED: 15}
    persons = Counter(standing_of([signs_of(one)]) for one in listings if one.schema is Schema.PERSON)
    assert persons == {Standing.BLOCKED: 4028, Standing.LISTED_NOT_FROZEN: 8}
