"""A score in sentences that a lawyer can read."""

from __future__ import annotations

import pytest

from bot.screening.query import Query
from bot.screening.screen import Index
from tests.builders import a_listing, a_person


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(
        [
            a_person("DERIPASKA, Oleg Vladimirovich"),
            a_person("ROTENBERG, Boris Romanovich"),
            a_listing("ROSNEFT TRADING S.A.", entity_id="ofac-27945", aka=("ROSNEFT",), weak=("RTSA",)),
            a_listing("PUBLIC JOINT STOCK COMPANY SOVCOMBANK", entity_id="ofac-1", aka=("SOVCOMBANK",)),
            a_listing("BANK SEPAH INTERNATIONAL PLC", entity_id="ofac-2"),
        ]
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Oleg Vladimirovich Deripaska", ["Same name."]),
        ("Дерипаска Олег Владимирович", ["Same name, once written in Latin letters."]),
        ("Oleg Deripaska", ["Same surname and given name.", "The list adds “Vladimirovich”."]),
        ("Deripasca Oleg", ["Same “Oleg”; “Deripasca” sounds like “Deripaska”.", "The list adds “Vladimirovich”."]),
        ("Boris Rotenbergh", ["Same “Boris”; “Rotenbergh” sounds like “Rotenberg”.", "The list adds “Romanovich”."]),
        (
            "O. V. Deripaska",
            ["Same surname “Deripaska”; “O” fits as an initial of “Oleg”; “V” fits as an initial of “Vladimirovich”."],
        ),
        (
            "DERIPASKA Oleg Vladimirovi",
            ["Same surname and given name; “Vladimirovi” is the beginning of “Vladimirovich”."],
        ),
        ("Rosneft Trading Ltd", ["Same “Rosneft” and “Trading”.", "Another legal form."]),
        ("Rosneft Trading SA", ["Same name."]),
        ("RTSA", ["Same name.", "A weak alias, by the publisher's own mark."]),
        ("Sovkombank", ["“Sovkombank” sounds like “Sovcombank”."]),
        ("Sov com bank", ["Same letters but for spaces or one letter."]),
        ("Bank Sepah", ["Same “Bank” and “Sepah”.", "The list adds “International”."]),
    ],
)
def test_why_a_name_is_a_hit_is_said_word_by_word(index: Index, name: str, says: list[str]) -> None:
    reasons = index.screen(Query(name)).hits[0].reasons
    assert [reason.says for reason in reasons if reason.kind in ("name", "weak")] == says
