"""A listed name asked as it is published, or nearly so, is never NO MATCH."""

from __future__ import annotations

import pytest

from benchmarks.published import measure
from bot.sanctions.listing import Listing
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing

NAMES = (
    "TEMP.HERMIT", "IR.SHALAMCHE", "ADEL ABDUH FAREA'A", "P-561", "B R C S.A.", "T.E.G. LIMITED", "VIC DEL INC.",
    "W&G ARQUITECTOS, S.A. DE C.V.", "LIMITED LIABILITY COMPANY BALTINFOKOM", 'IMO 9198082 ("GLOBAL STAR")',
    "Abdur Rehman Muhammad Yamin",
    "Тетяна Вiкторiвна ПЕРЕВЕРЗЕВА", "บริษัท แอโร่ โกลเบิล จำกัด", "GAZPROMBANK LTD",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([a_listing(name, entity_id=name) for name in NAMES])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("TEMP.HERMIT", "TEMP.HERMIT"),
        ("temp hermit", "TEMP.HERMIT"),
        ("Ir.Shalamche", "IR.SHALAMCHE"),
        ("ADEL ABDUH FAREAA", "ADEL ABDUH FAREA'A"),
        ("P561", "P-561"),
        ("B R C S A", "B R C S.A."),
        ("T E G LIMITED", "T.E.G. LIMITED"),
        ("WG ARQUITECTOS SA DE CV", "W&G ARQUITECTOS, S.A. DE C.V."),
        ("LIABILITY COMPANY LIMITED BALTINFOKOM", "LIMITED LIABILITY COMPANY BALTINFOKOM"),
        ("imo 9198082 global star", 'IMO 9198082 ("GLOBAL STAR")'),
        ("Yamin Muhammad Rehman Abdur", "Abdur Rehman Muhammad Yamin"),
        ("vic del inc", "VIC DEL INC."),
        ("ТЕТЯНА ВIКТОРIВНА ПЕРЕВЕРЗЕВА", "Тетяна Вiкторiвна ПЕРЕВЕРЗЕВА"),
        ("บร ษ ท แอโร โกลเบ ล จำก ด", "บริษัท แอโร่ โกลเบิล จำกัด"),
        ("Ltd. Gazprombank", "GAZPROMBANK LTD"),
    ],
)
def test_however_its_words_are_ordered_and_its_signs_set_it_is_found(index: Index, asked: str, meant: str) -> None:
    assert meant in {hit.entity_id for hit in index.screen(Query(asked)).matches}


@pytest.mark.parametrize("name", NAMES)
def test_the_strong_name_of_a_party_word_for_word_is_listed(index: Index, name: str) -> None:
    assert index.screen(Query(name)).verdict is Verdict.LISTED


@pytest.mark.parametrize("asked", ["TEMP.HERMITS", "HERMIT.TEMPLE", "P-651", "T.G.E. LIMITED", "temphermit.com"])
def test_other_letters_are_not_as_published(index: Index, asked: str) -> None:
    assert not any(hit.certain for hit in index.screen(Query(asked)).hits)


def test_a_name_longer_than_is_read_is_found_too() -> None:
    name = "Institution budgétaire de l'État fédéral pour la science et la recherche " * 4 + "Magarach"
    index = Index.build([a_listing(name, entity_id="long"), a_listing("TEMP.HERMIT")])
    turned = " ".join(reversed(name.replace("é", "e").upper().split()))
    assert [hit.entity_id for hit in index.screen(Query(turned)).matches] == ["long"]


def test_it_says_why(index: Index) -> None:
    hit = index.screen(Query("LIABILITY COMPANY LIMITED BALTINFOKOM")).hits[0]
    assert hit.reasons[0].says == "As the list has it, but for the order of the words, spaces or signs."


def test_of_real_names_none_is_no_match(real_listings: list[Listing], real_index: Index) -> None:
    counted, missed = measure(tuple(real_listings), real_index, every=101)
    assert sum(counts for what, counts in counted.items() if what.endswith(" found")) > 900
    assert not [each for each in missed if "] nobody: " in each]
