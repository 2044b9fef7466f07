"""What the words of a name rule out is nothing that screening would find."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.sanctions.listing import Listing
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person
from tests.lists.read import reading
from tests.screening.test_inverse import written

ALI = a_person("'ALI, Isma'il", entity_id="ofac-1")
MAHAN = a_listing("MAHAN AIR", entity_id="ofac-12927")
SBERBANK = a_listing("SBERBANK INSURANCE BROKER LIMITED LIABILITY COMPANY", entity_id="ofac-34516")


def left_open(name: str, changed: list[Listing]) -> set[str]:
    """The parties that the words of a customer's name leave open."""
    asked, index = Index.build([a_listing(name, entity_id="customer")]), Index.build(changed)
    (naming,) = asked.namings([0])
    near = index.near()
    near.learn([naming])
    return {index.party_of(number)[0] for number in near.left_open(naming, range(index.size))}


@pytest.mark.parametrize("name", ["Ali Rezaei", "Sergey Ivanov", "Ali Tessaly Quillfeather", "Brightmoor Trading LLC"])
def test_a_name_with_a_word_of_another_is_ruled_out(name: str) -> None:
    assert left_open(name, [ALI, MAHAN, SBERBANK]) == set()


@pytest.mark.parametrize(
    ("name", "listing"),
    [
        ("Ali", ALI), ("Ali I.", ALI), ("Ismail Ali", ALI), ("ALI, Ismaeel", ALI), ("Mahan Air Compnay", MAHAN),
        ("MAHANAIR", MAHAN), ("Mahan", MAHAN), ("SBER BANK", SBERBANK), ("Sberbnk Insurance", SBERBANK),
        ("SBERBANK INSURANCE BROKER LIMITED LI", SBERBANK), ("Mahan Air Tehran", MAHAN),
    ],
)  # fmt: skip
def test_a_name_that_may_be_the_partys_is_left_open(name: str, listing: Listing) -> None:
    assert left_open(name, [listing]) == {listing.entity_id}


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_what_screening_finds_is_left_open_or_led_to_by_letters(lists_dir: Path, seed: int) -> None:
    rng = random.Random(seed)
    changed = rng.sample(reading("us_ofac_sdn", lists_dir / "ofac_sdn/2023-12-28").listings, 60)
    names = {one for each in changed for name in each.strong_names for one in written(name.text, rng) if one.strip()}
    names = {name for name in names if "/" not in name and "12 Main" not in name}  # of fields each name is looked at
    index = Index.build(changed)
    customers = Index.build([a_listing(name, entity_id=name) for name in sorted(names)])
    near, numbers = index.near(), range(index.size)
    lettered = {at for n in numbers for at in customers.may_be_asked_by(index.name(n), index.party_of(n)[1])[1]}
    namings = dict(zip(range(customers.size), customers.namings(range(customers.size)), strict=True))
    near.learn(namings.values())
    found = 0
    for number, naming in namings.items():
        if number in lettered:
            continue
        screening = index.screen(Query(customers.name(number)))
        if screening.verdict not in (Verdict.LISTED, Verdict.POSSIBLE):
            continue
        found += 1
        open_to = {index.party_of(at)[0] for at in near.left_open(naming, numbers)}
        assert {hit.entity_id for hit in screening.matches} <= open_to, customers.name(number)
    assert found > 50
