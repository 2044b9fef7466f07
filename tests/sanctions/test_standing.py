"""How a party stands over all its listings: one word of seven, on the real lists and rule by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

import pytest

from bot.sanctions.files.programs import programs_ended
from bot.sanctions.listing import Directive, Edition, Listing
from bot.sanctions.standing import AsOf, Standing, later_sdn_of, signs_of, standing_of
from tests.builders import a_listing, a_person

TODAY = date(2026, 11, 28)


def an_edition(list: str, published: str) -> Edition:
    return Edition(list, published, published, "2026-11-28T12:00:00+00:00", 1)


EDITIONS = (an_edition("us_ofac_sdn", "2023-12-28"), an_edition("us_ofac_cons", "2025-12"))
NOW = AsOf.of(EDITIONS, programs_ended(), TODAY)


def standing(*listings: Listing, as_of: AsOf = NOW) -> Standing:
    return standing_of(map(signs_of, listings), as_of)


@pytest.fixture(scope="module")
def parties(sdn: tuple[Listing, ...], cons: tuple[Listing, ...]) -> dict[str, list[Listing]]:
    found: defaultdict[str, list[Listing]] = defaultdict(list)
    for one in (*sdn, *cons):
        found[one.entity_id].append(one)
    return found


def test_680_parties_of_the_sdn_edition_of_2023_stand_under_ended_programs_alone(
    parties: dict[str, list[Listing]],
) -> None:
    counted = Counter(standing(*listings) for listings in parties.values())
    assert counted[Standing.WAS_LISTED] == 680
    before = AsOf.of(EDITIONS, programs_ended(), date(2024, 3, 3))
    assert all(standing(*listings, as_of=before) is not Standing.WAS_LISTED for listings in parties.values())


def test_rosneft_is_probably_blocked_and_gazprom_is_restricted(parties: dict[str, list[Listing]]) -> None:
    by_name = {one.name: standing(*listings) for listings in parties.values() for one in listings}
    assert by_name["OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY"] is Standing.PROBABLY_BLOCKED
    assert by_name["GAZPROMBANK JOINT STOCK COMPANY"] is Standing.PROBABLY_BLOCKED
    assert by_name["PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA"] is Standing.BLOCKED
    assert by_name["CENTRAL BANK OF THE RUSSIAN FEDERATION"] is Standing.ALL_DEALINGS_PROHIBITED
    restricted = [name for name, word in by_name.items() if word is Standing.RESTRICTED]
    assert any("GAZPROM" in name for name in restricted)
    assert any("TRANSNEFT" in name for name in restricted)


def test_three_parties_are_under_directive_4(parties: dict[str, list[Listing]]) -> None:
    under = [ls[0].name for ls in parties.values() if standing(*ls) is Standing.ALL_DEALINGS_PROHIBITED]
    assert sorted(under) == [
        "CENTRAL BANK OF THE RUSSIAN FEDERATION",
        "MINISTRY OF FINANCE OF THE RUSSIAN FEDERATION",
        "NATIONAL WEALTH FUND OF THE RUSSIAN FEDERATION",
    ]


def test_with_another_program_beside_the_ended_one_that_one_rules() -> None:
    assert standing(a_person(programs=("SYRIA",))) is Standing.WAS_LISTED
    assert standing(a_person(programs=("SYRIA", "SDGT"))) is Standing.BLOCKED


def test_the_iranian_financial_sanctions_regulations_by_themselves_block_nobody() -> None:
    assert standing(a_person(programs=("SYRIA", "IFSR"))) is Standing.WAS_LISTED


def test_an_edition_newer_than_the_end_of_a_program_is_believed() -> None:
    newer = AsOf.of((an_edition("us_ofac_sdn", "2026-01-15"),), programs_ended(), TODAY)
    assert standing(a_person(programs=("SYRIA",)), as_of=newer) is Standing.BLOCKED


def test_an_ended_program_of_ofac_ends_no_listing_of_another_publisher() -> None:
    assert standing(a_person(list="un_sc", programs=("LIBERIA",))) is Standing.BLOCKED


def test_a_later_sdn_listing_is_inferred_only_where_the_non_sdn_edition_is_the_newer() -> None:
    row = a_listing(list="us_ofac_cons", programs=("RUSSIA-EO14024",))
    assert later_sdn_of([signs_of(row)], NOW) == "RUSSIA-EO14024"
    older = AsOf({"us_ofac_sdn": "2026-01-15", "us_ofac_cons": "2025-12"})
    assert standing(row, as_of=older) is Standing.OTHER
    assert standing(row, a_listing(list="us_ofac_sdn", programs=("SDGT",))) is Standing.BLOCKED


def test_a_later_sdn_listing_is_inferred_from_whichever_listing_tells_it() -> None:
    """Two entries of one party on the non-SDN list: the first may tell nothing; the UN list never does."""
    told = signs_of(a_listing(list="us_ofac_cons", programs=("RUSSIA-EO14024",)))
    plain = replace(told, later_sdn="")
    assert later_sdn_of([plain, told], NOW) == "RUSSIA-EO14024"
    assert later_sdn_of([plain], NOW) == ""
    assert later_sdn_of([replace(told, list="un_sc")], NOW) == ""


def test_directive_4_is_stronger_than_other_directives_and_weaker_than_a_block() -> None:
    directives = (Directive("EO14024", "1a"), Directive("EO14024", "4"))
    row = a_listing(list="us_ofac_cons", programs=("RUSSIA-EO14024",), directives=directives)
    assert standing(row) is Standing.ALL_DEALINGS_PROHIBITED
    assert standing(row, a_listing(list="us_ofac_sdn", programs=("RUSSIA-EO14024",))) is Standing.BLOCKED
