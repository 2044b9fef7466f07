"""Names that a publisher writes in one field are each a name. All fields here are of the UN list or of OFAC's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.words.several import several_in


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Mohammad Islami; Mohamed Islami; Mohammed Islami", ("Mohammad Islami", "Mohamed Islami", "Mohammed Islami")),
        ("حسن غول (Hassan Ghul; Hassan Gul; Hasan Gul)", ("حسن غول", "Hassan Ghul", "Hassan Gul", "Hasan Gul")),
        (
            "COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)",
            ("COMPAGNIE AERIENNE DES GRANDS LACS (CAGL)", "GREAT LAKES BUSINESS COMPANY (GLBC)"),
        ),
        ("Mohammed Sabet; Mohammad Sabet b) M. Javad Sabet", ("Mohammed Sabet", "Mohammad Sabet", "M. Javad Sabet")),
        (
            "Hay’at Tahrir al-Sham (HTS) (هيئة تحرير الشام (original script); Hayat Tahrir al-Sham)",
            ("Hay’at Tahrir al-Sham (HTS)", "هيئة تحرير الشام", "Hayat Tahrir al-Sham"),
        ),
        (
            "NEW PEOPLE'S ARMY / COMMUNIST PARTY OF THE PHILIPPINES",
            ("NEW PEOPLE'S ARMY", "COMMUNIST PARTY OF THE PHILIPPINES"),
        ),
        ("BANK SEPAH AND BANK SEPAH INTERNATIONAL", ("BANK SEPAH", "BANK SEPAH INTERNATIONAL")),  # UN, IRe.007
    ],
)  # fmt: skip
def test_each_name_of_a_field_is_read(field: str, names: tuple[str, ...]) -> None:
    assert several_in(field) == names


@pytest.mark.parametrize(
    "field",
    [
        "Rosneft Oil Company",
        "COMPANIA A/S",
        "BANK MELLI IRAN (BMI)",
        "AL-ZAWAHIRI, Ayman",
        "DRAWING AND DESIGN COMPANY",
        "",
    ],
)
def test_a_field_of_one_name_holds_no_several(field: str) -> None:
    assert several_in(field) == ()


@given(st.text(alphabet="ab ;/()b)", max_size=60))
def test_what_is_read_stands_in_the_field_and_is_shorter(field: str) -> None:
    for name in several_in(field):
        assert name
        assert len(name) < len(field)
