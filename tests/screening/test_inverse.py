"""An edition's changes against a portfolio: the same customers as screening the whole portfolio finds."""

from __future__ import annotations

from bot.sanctions.listing import Listing
from bot.screening.inverse import Portfolio
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

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
