"""A party that several publishers list: it is no less listed for that, and a word no commoner."""

from __future__ import annotations

from dataclasses import replace

from bot.sanctions.party import BirthDate
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

FIRMS = 30  # with one word in their names: on one list not too many for it, counted on two lists it would be

EU_MELNICHENKO = a_person(
    "Andrey Igorevich MELNICHENKO", list="eu_fsf", entity_id="eu-fsf-136001",
    birth_dates=(BirthDate("1972-03-08", "1972-03-08", "1972-03-08"),),
)  # fmt: skip
US_MELNICHENKO = a_person(
    "MELNICHENKO, Andrey Igorevitch", entity_id="ofac-38238",
    birth_dates=(BirthDate("08 Mar 1972", "1972-03-08", "1972-03-08"),),
)  # fmt: skip


def screen(index: Index, name: str) -> Screening:
    return index.screen(Query(name))


def test_who_is_listed_by_several_publishers_is_no_less_listed() -> None:
    found = screen(Index.build([US_MELNICHENKO, EU_MELNICHENKO]), "Andrey Melnichenko")
    assert found.verdict is Verdict.LISTED
    assert {hit.entity_id for hit in found.hits if hit.certain} == {"ofac-38238", "eu-fsf-136001"}


def test_two_of_a_name_on_the_lists_of_one_publisher_leave_it_to_a_person() -> None:
    other = replace(US_MELNICHENKO, list="us_ofac_cons", entity_id="ofac-41105")
    assert screen(Index.build([US_MELNICHENKO, other]), "Andrey Melnichenko").verdict is Verdict.POSSIBLE


def test_namesakes_of_two_publishers_who_were_born_on_other_days_leave_it_to_a_person() -> None:
    other = replace(EU_MELNICHENKO, birth_dates=(BirthDate("1950-01-31", "1950-01-31", "1950-01-31"),))
    assert screen(Index.build([US_MELNICHENKO, other]), "Andrey Melnichenko").verdict is Verdict.POSSIBLE


def test_without_birth_dates_only_the_same_whole_name_is_one_person() -> None:
    same, other = (
        replace(EU_MELNICHENKO, names=a_person(name).names, birth_dates=())
        for name in ("Andrey Igorevitch MELNICHENKO", "Andrey Petrovich MELNICHENKO")
    )
    assert screen(Index.build([US_MELNICHENKO, same]), "Andrey Melnichenko").verdict is Verdict.LISTED
    assert screen(Index.build([US_MELNICHENKO, other]), "Andrey Melnichenko").verdict is Verdict.POSSIBLE


def test_a_word_is_no_commoner_for_being_on_two_lists() -> None:
    us = [a_listing(f"ZENTROMASH WORKS {chr(65 + n % 26) * 3}{n}", entity_id=f"ofac-{n}") for n in range(FIRMS)]
    eu = [replace(one, list="eu_fsf", entity_id=f"eu-fsf-{n}") for n, one in enumerate(us)]
    assert [screen(Index.build(listed), "Zentromash").ask_back for listed in (us, us + eu)] == ["", ""]
