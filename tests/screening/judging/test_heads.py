"""The head of a body's long name, which is what people call it, leads to it: State Duma, Budker Institute."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing

DUMA = "STATE DUMA OF THE FEDERAL ASSEMBLY OF THE RUSSIAN FEDERATION"
OTHERS = (
    "BUDKER INSTITUTE OF NUCLEAR PHYSICS OF SIBERIAN BRANCH RUSSIAN ACADEMY OF SCIENCES",
    "L.D. LANDAU INSTITUTE FOR THEORETICAL PHYSICS OF RUSSIAN ACADEMY OF SCIENCES",
    "SURAQIYA FOR MEDIA AND BROADCASTING",
    "AL-MOHAIMEN FOR TRANSPORTING & CONTRACTING",
    "MAIN COMPUTATION CENTER OF THE GENERAL STAFF OF THE ARMED FORCES OF THE RUSSIAN FEDERATION",
)


def asked_among(text: str, *names: str, schema: Schema = Schema.LEGAL_ENTITY) -> tuple[Verdict, list[str]]:
    """The verdict on a name among listed ones, and which of them match."""
    listings = [a_listing(name, entity_id=f"body-{at}", schema=schema) for at, name in enumerate(names)]
    found = Index.build(listings).screen(Query(text))
    return found.verdict, [hit.matched.text for hit in found.matches]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("State Duma", DUMA),
        ("the State Duma", DUMA),
        ("Duma", DUMA),
        ("Budker Institute", OTHERS[0]),
        ("Landau Institute", OTHERS[1]),
        ("Suraqiya", OTHERS[2]),
        ("Al-Mohaimen", OTHERS[3]),
        ("Main Computation Center", OTHERS[4]),
    ],
)
def test_the_head_of_a_long_name_may_mean_the_body(asked: str, name: str) -> None:
    assert asked_among(asked, DUMA, *OTHERS) == (Verdict.POSSIBLE, [name])


@pytest.mark.parametrize(
    "asked",
    [
        "State",
        "Federal Assembly",
        "Institute",
        "Main Center",
        "Duma Trading",
        "Duma Bank",
        "State Duma Holding",
        "City Council",
    ],
)
def test_what_is_no_head_or_holds_no_rare_word_does_not(asked: str) -> None:
    verdict, matches = asked_among(asked, DUMA, *OTHERS)
    assert verdict in (Verdict.NO_MATCH, Verdict.NOT_CHECKED)
    assert matches == []


def test_a_word_that_many_parties_have_means_none_by_its_head() -> None:
    tail = "OF THE FEDERAL ASSEMBLY OF THE RUSSIAN FEDERATION"
    several = [f"STATE QUILLANE {tail} IN {city}" for city in ("TAMBOV", "SARATOV", "KURSK", "PERM", "OREL")]
    assert asked_among("State Quillane", *several[:1])[0] is Verdict.POSSIBLE
    assert asked_among("State Quillane", *several) == (Verdict.NO_MATCH, [])


def test_a_head_of_words_that_many_have_means_the_body_that_has_them_together() -> None:
    council = "THE FEDERATION COUNCIL OF THE FEDERAL ASSEMBLY OF THE RUSSIAN FEDERATION"
    others = [f"{city} FEDERATION OF TRADE" for city in ("TAMBOV", "SARATOV", "KURSK", "PERM", "OREL")]
    several = [council, *others, *(name.replace("FEDERATION", "COUNCIL") for name in others)]
    assert asked_among("Federation Council", *several) == (Verdict.POSSIBLE, [council])
    assert asked_among("Совет Федерации", *several) == (Verdict.POSSIBLE, [council])


def test_the_head_of_a_ships_name_is_another_ship() -> None:
    ship = "QUILLANE OF THE NORTHERN SEAS"
    assert asked_among("Quillane", ship, schema=Schema.VESSEL) == (Verdict.NO_MATCH, [])


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Al Manar", "AL MANAR TV"),
        ("al-Zawraa", "AL-ZAWRAA TV"),
        ("Vagner", "CHVK VAGNER"),
        ("Вагнер", "CHVK VAGNER"),
        ("Redut", "PMC REDUT"),
        ("Hafiz Darya", "HAFIZ DARYA SHIPPING COMPANY"),
        ("Fars", "FARS NEWS AGENCY"),
        ("Parthia", "PARTHIA CARGO LLC"),
        ("Техмаш", "NPK TEKHMASH OAO"),
    ],
)
def test_the_best_known_part_of_a_name_may_mean_the_body(asked: str, name: str) -> None:
    assert asked_among(asked, name, *OTHERS, schema=Schema.ORGANIZATION) == (Verdict.POSSIBLE, [name])


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Al Bayan", "BAYAN GOSTAR MEDIA INSTITUTE"),
        ("Vagner Trading", "CHVK VAGNER"),
        ("Hafiz Darwish", "HAFIZ DARYA SHIPPING COMPANY"),
        ("Lady Darya", "HAFIZ DARYA SHIPPING COMPANY"),
        ("DJI", "DJI QUILLANE VENTORA"),
    ],
)
def test_another_name_with_one_of_its_words_does_not(asked: str, name: str) -> None:
    assert asked_among(asked, name, *OTHERS, schema=Schema.ORGANIZATION) == (Verdict.NO_MATCH, [])
