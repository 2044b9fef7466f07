"""An edition's changes against a portfolio: the same customers as screening the whole portfolio finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sanctions.listing import Listing
from bot.screening.inverse import Portfolio
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person
from tests.lists.read import reading

CUSTOMERS = [
    ("1", "Mahan Air, Tehran, Iran"), ("2", "MAHAN AIR"), ("3", "Brightmoor Trading LLC"), ("4", "Oleg Deripaska"),
    ("5", "DERIPASKA O. V."), ("6", "Igor Deripaska"), ("7", "Tessaly Ltd d/b/a Mahan Air"), ("8", "MAHAN AIR"),
    ("9", " "),
    ("10", "Mahan Air Co."), ("11", "Харриет Куиллфезер"), ("12", "Олег Дерипаска"), ("13", "Sparta Shipping 4"),
]  # fmt: skip
CHANGED: list[Listing] = [
    a_listing("MAHAN AIR", entity_id="ofac-12927", list="us_ofac_sdn", aka=("MAHAN AIR CO.",)),
    a_person(),
]


def test_those_are_touched_whom_screening_the_whole_portfolio_finds() -> None:
    touched = dict(Portfolio.of(CUSTOMERS).touched_by(CHANGED))
    index = Index.build(CHANGED)
    whole = {member: index.screen(Query(name)) for member, name in CUSTOMERS if name.strip()}
    found = {member: each for member, each in whole.items() if each.verdict in (Verdict.LISTED, Verdict.POSSIBLE)}
    assert touched == found
    assert set(touched) == {"1", "2", "4", "5", "7", "8", "10", "12"}


def test_every_customer_of_a_name_is_told() -> None:
    portfolio = Portfolio.of([(str(at), "MAHAN AIR") for at in range(300)])
    assert len(portfolio) == 300
    assert len(list(portfolio.touched_by(CHANGED))) == 300


def test_no_change_touches_nobody() -> None:
    assert list(Portfolio.of(CUSTOMERS).touched_by([])) == []
    assert list(Portfolio.of([]).touched_by(CHANGED)) == []


def written(name: str, rng: random.Random) -> Iterator[str]:
    """A listed name as customers are written: whole, with words left out, in another order, with initials, in fields,
    misspelt, written together."""
    words = name.replace(",", "").split()
    at = rng.randrange(len(words))
    yield name
    yield " ".join(words[::-1])
    yield " ".join([*words[:at], *words[at + 1 :]])
    yield words[at]
    yield " ".join([words[0], *(word[0] for word in words[1:])])
    yield f"Brightmoor Trading LLC d/b/a {name}"
    yield f"{' '.join(words)}, 12 Main Street, Dubai, UAE"
    yield f"{name} / Tessaly Holdings"
    if len(words) > 1:
        yield " ".join([words[0] + words[1], *words[2:]])
    if len(words[at]) > 6:
        yield " ".join([*words[:at], words[at][:3] + words[at][4:], *words[at + 1 :]])
        yield " ".join([*words[:at], words[at][:4], words[at][4:], *words[at + 1 :]])


@pytest.mark.parametrize("seed", [1, 2])
def test_of_customers_written_in_many_ways_none_is_missed_that_screening_finds(lists_dir: Path, seed: int) -> None:
    rng = random.Random(seed)
    listings = reading("us_ofac_sdn", lists_dir / "ofac_sdn/2023-12-28").listings
    changed = rng.sample(listings, 40)
    names = {one for each in changed for name in each.strong_names for one in written(name.text, rng) if one.strip()}
    names |= {each.name for each in rng.sample(listings, 400)}
    whole = Index.build(changed)
    found = {name for name in names if whole.screen(Query(name)).verdict in (Verdict.LISTED, Verdict.POSSIBLE)}
    touched = {member for member, _ in Portfolio.of((name, name) for name in names).touched_by(changed)}
    assert touched <= found
    assert len(found) > 300
    assert len(found - touched) <= 0.002 * len(found), found - touched


def test_what_a_word_written_apart_means_is_found() -> None:
    sberbank = a_listing("SBERBANK INSURANCE BROKER LIMITED LIABILITY COMPANY", entity_id="ofac-34516")
    customers = [("1", "SBER BANK"), ("2", "Sberbank"), ("3", "Insurance Broker LLC"), ("4", "SBERBANK INSURANCE")]
    index = Index.build([sberbank])
    whole = {at for at, name in customers if index.screen(Query(name)).verdict in (Verdict.LISTED, Verdict.POSSIBLE)}
    assert {at for at, _ in Portfolio.of(customers).touched_by([sberbank])} == whole >= {"1", "4"}


@pytest.mark.parametrize("name", ["IbrahIm Hasan AL-TIKRIITI", "Feliciano Semiborio, IbrahIm Hasan AL-TIKRIITI"])
def test_a_capital_inside_a_word_hides_no_name(name: str) -> None:
    listed = a_person("AL-TIKRITI, Yasir Sabawi Ibrahim Hasan")
    assert Index.build([listed]).screen(Query(name)).verdict is Verdict.POSSIBLE
    nearer = [
        (str(at), f"Sabawi Ibrahim Hasan Yasir Brightmoor {chr(at)}{chr(at)}") for at in range(ord("a"), ord("z"))
    ]
    assert "1" in dict(Portfolio.of([("1", name), *nearer]).touched_by([listed]))
