"""What a part of a field that is read as a name may be taken for."""

from __future__ import annotations

import pytest

from bot.screening.judging.read import is_of_another_country
from bot.screening.words.naming import naming_of

KOREA = ["Democratic People's Republic of Korea"]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Ministry of Defence (UK)", "Ministry of Defence"),
        ("Ministry of Defence of Ukraine", "Ministry of Defence"),
        ("Foreign Trade Bank, Vietnam", "Foreign Trade Bank"),
    ],
)
def test_ordinary_words_beside_a_country_are_of_nobody_in_another(field: str, name: str) -> None:
    assert is_of_another_country(field, naming_of(name), KOREA)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Ministry of Defence (North Korea)", "Ministry of Defence"),
        ("Ministry of Defence", "Ministry of Defence"),
        ("Mahan Air (UK)", "Mahan Air"),  # a name that tells is one party's wherever it has a branch
        ("Trade Ltd (UK)", "Trade Ltd"),
    ],
)
def test_without_another_country_or_with_a_telling_name_it_may_be(field: str, name: str) -> None:
    assert not is_of_another_country(field, naming_of(name), KOREA)
