"""Which names stand in a script that says nothing of the Latin ones that lists print."""

from __future__ import annotations

import pytest

from bot.screening.words.scripts import is_in_own_script, is_latin


@pytest.mark.parametrize(
    "name",
    ["华为技术有限公司", "조선광업개발", "고려항공", "대동신용은행", "פוטין ולדימיר", "華信船務(香港)有限公司 Ltd"],
)
def test_chinese_long_korean_and_hebrew_names_are_in_a_script_of_their_own(name: str) -> None:
    assert is_in_own_script(name)


@pytest.mark.parametrize(
    "name", ["김정은", "남궁정은", "Роснефть", "حماس", "Rosneft", "Société Générale", "Huawei Technologies 华为", ""]
)
def test_what_can_be_written_in_latin_letters_is_not(name: str) -> None:
    assert not is_in_own_script(name)


def test_accents_leave_a_name_latin_and_another_alphabet_does_not() -> None:
    assert is_latin("Société Générale")
    assert not is_latin("Роснефть")
