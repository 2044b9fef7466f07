"""The starter facts: taken from real lists, said to be so, and with the effect of the list they were taken from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from bot.lists.reading import Reading
from bot.lists.starter import starter_listings
from bot.sanctions.effect import Effect, effect_of
from bot.sanctions.listing import Listing
from tests.conftest import ROOT


@pytest.fixture
def facts() -> dict[str, Listing]:
    return {listing.entity_id: listing for listing in starter_listings()}


def test_each_says_which_list_it_was_taken_from_and_when(facts: dict[str, Listing]) -> None:
    assert {(one.list, one.taken_from, one.taken_on) for one in facts.values()} == {
        ("starter", "us_ofac_sdn", "2023-12-28"),
        ("starter", "us_ofac_cons", "2025-12"),
        ("starter", "un_sc", "2026-02-27"),
    }
    assert len(facts) == len(starter_listings()) > 40


@pytest.mark.parametrize(
    ("entity_id", "effect"),
    [
        ("ofac-24283", Effect.BLOCKING),  # Deripaska
        ("ofac-17018", Effect.BLOCKING),  # Sberbank
        ("ofac-17022", Effect.SECTORAL),  # Rosneft
        ("ofac-31695", Effect.DIRECTIVE),  # Bank of Russia
        ("unsc-QDe.004", Effect.BLOCKING),  # Al-Qaida
    ],
)
def test_a_fact_has_the_effect_of_its_list(facts: dict[str, Listing], entity_id: str, effect: Effect) -> None:
    assert effect_of(facts[entity_id]) is effect


def test_every_party_that_the_relief_options_name_is_there(facts: dict[str, Listing]) -> None:
    options = yaml.safe_load((ROOT / "bot/data/relief/options.yml").read_text(encoding="utf-8"))
    named = {entity for group in options["groups"].values() for entity in group["entities"]}
    assert named <= facts.keys()


def test_every_fact_stands_so_in_the_real_list(facts: dict[str, Listing], edition: Callable[[str], Reading]) -> None:
    places = {"us_ofac_sdn": "ofac_sdn/2023-12-28", "us_ofac_cons": "ofac_cons/2025-12", "un_sc": "un/2026-02-27"}
    real = {(key, one.entity_id): one for key, place in places.items() for one in edition(place).listings}
    for fact in facts.values():
        listing = real[fact.taken_from, fact.entity_id]
        assert fact.schema is listing.schema
        assert set(fact.names) <= set(listing.names)
        assert (fact.name, fact.programs, fact.url) == (listing.name, listing.programs, listing.url)
        assert set(fact.directives) == set(listing.directives)
        assert fact.birth_dates == listing.birth_dates
        assert fact.relations == listing.relations
        assert {i.value for i in fact.identifiers} <= {i.value for i in listing.identifiers}
