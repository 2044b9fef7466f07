"""Which names and codes mean one country."""

from __future__ import annotations

import pytest
from babel import Locale

from bot.sanctions.countries import LANGUAGES, country_key, regions


@pytest.mark.parametrize(
    "same",
    [
        ("GH", "Ghana", "GHA", "Гана", "gh"),
        ("KP", "Korea, North", "Democratic People's Republic of Korea", "DPRK", "North Korea", "Северная Корея"),
        ("IR", "Iran (Islamic Republic of)", "Islamic Republic of Iran", "IRN", "Иран"),
        ("CD", "Congo, Democratic Republic of the", "DRC"),
        ("BS", "Bahamas, The", "the Bahamas"),
        ("BA", "Bosnia and Herzegovina", "Bosnia & Herzegovina"),
        ("CI", "Cote d'Ivoire", "Côte d’Ivoire", "Cote d Ivoire"),
        ("KN", "St. Kitts and Nevis", "Saint Kitts & Nevis"),
        ("MM", "Burma", "Myanmar"),
        ("CY", "Republic of Cyprus", "Chypre", "Zypern"),
        ("TR", "Turkey", "Türkiye", "Turkiye"),
    ],
)
def test_names_and_codes_of_one_country_agree(same: tuple[str, ...]) -> None:
    assert {country_key(name) for name in same} == {same[0].casefold()}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Korea, North", "Korea, South"), ("Guinea", "Guinea-Bissau"), ("Congo", "DRC"), ("Niger", "Nigeria"),
     ("Republic of China", "People's Republic of China"), ("Georgia", "Guyana"), ("Sudan", "South Sudan")],
)  # fmt: skip
def test_two_countries_are_two(one: str, other: str) -> None:
    assert country_key(one) != country_key(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_territory_is_known_by_its_name_in_every_language(language: str) -> None:
    english = Locale.parse("en").territories
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2 and code in english:
            assert len(country_key(name)) == 2, name


def test_what_is_no_country_stays_as_it_is() -> None:
    assert country_key("Region: Northern Mali") == "northern mali"


def test_parts_of_the_world_are_known_in_each_language_and_the_world_is_none() -> None:
    assert {"europe", "europa", "европа", "європа", "asia", "asien", "afrique"} <= regions()
    assert not {"world", "welt", "monde", "мир"} & regions()
