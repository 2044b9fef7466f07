"""The files of an edition beside each other: companions that lost rows at their end, or here and there."""

from __future__ import annotations

import pytest

from bot.lists.publishers import known_list
from bot.lists.soundness.check import of_a_first, of_a_step
from bot.lists.soundness.finding import against
from bot.sanctions.listing import Listing
from tests.builders import a_person

NUMBERS = range(1000, 2000)
AFTER: list[Listing] = [a_person(f"PERSON, Number {number}", entity_id=f"ofac-{number}") for number in NUMBERS]
MARK = b"\x1a\r\n"


def rows(numbers: range | list[int]) -> bytes:
    return b"".join(b'%d,1,"aka","SOMEBODY",-0- \r\n' % number for number in numbers)


PRIMARY, ADDRESSES = rows(NUMBERS) + MARK, rows(NUMBERS) + MARK
ALIASES = rows([number for number in NUMBERS if number % 2]) + MARK


def found(alt: bytes = ALIASES, add: bytes = ADDRESSES, kept_add: bytes = ADDRESSES) -> str:
    files = {"primary": PRIMARY, "alt": alt, "add": add}
    kept = {"primary": PRIMARY, "alt": ALIASES.removesuffix(MARK), "add": kept_add}
    roles = known_list("us_ofac_sdn").roles
    return "; ".join(one.sentence for one in against(of_a_step(AFTER, AFTER, 700, files, kept, roles)))


def test_whole_companions_have_nothing_against_them() -> None:
    assert found() == ""


@pytest.mark.parametrize("lost", [40, 400])
def test_an_alias_file_cut_at_a_line_end_is_found_though_the_one_before_bore_no_mark(lost: int) -> None:
    cut = rows([number for number in NUMBERS if number % 2][: 500 - lost])
    assert "the last entries without aliases in a file that is cut" in found(alt=cut)
    first = of_a_first("us_ofac_sdn", "2023-12-28", AFTER, {"primary": PRIMARY, "alt": cut}, {})
    assert "the last entries without aliases in a file that is cut" in [one.guard for one in first]


def test_a_file_that_lost_its_mark_alone_is_whole() -> None:
    assert found(alt=ALIASES.removesuffix(MARK), add=ADDRESSES.removesuffix(MARK)) == ""


def test_last_entries_without_aliases_are_no_cut_where_the_mark_is_there() -> None:
    assert found(alt=rows([number for number in NUMBERS if number % 2][:400]) + MARK) == ""


def test_entries_without_a_row_are_found_where_each_had_one() -> None:
    fewer = rows([number for number in NUMBERS if number % 50]) + MARK
    assert "entries without a row in add.csv: 20 of 1,000 entries (2.0%), at most 2" in found(add=fewer)
    assert found(add=rows([number for number in NUMBERS if number % 500]) + MARK) == ""
    assert found(add=fewer, kept_add=fewer) == ""
