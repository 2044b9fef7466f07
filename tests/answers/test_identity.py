"""What tells a listed party from its namesake: the best facts first, in words of the trade. Facts of real lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.identity import LONG, MOST, entry, fields, identified, telling
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name, NameKind, Schema
from tests.builders import a_listing, a_person

MOSCOW = Address("26/1 Sofiyskaya Embankment", "Moscow 115035", "Russia")
INN = Identifier("tax_id", "7706107510", "Russia", "Tax ID No.")
OGRN = Identifier("registration", "1027700043502", "Russia", "Registration Number")
BORN = BirthDate("07 Sep 1960", "1960-09-07", "1960-09-07")


def party(*listings: Listing) -> Party:
    return Party(listings[0].entity_id, tuple(listings))


def test_a_company_is_told_by_its_number_and_its_city_without_the_postcode() -> None:
    rosneft = party(a_listing(identifiers=(OGRN, INN), addresses=(MOSCOW,)))
    assert telling(rosneft) == (("INN", "7706107510"), ("", "Moscow"))
    assert identified(rosneft).endswith(" (INN 7706107510, Moscow)")


def test_a_person_is_told_by_birth_and_nationality_or_else_the_place() -> None:
    sechin = a_person("SECHIN, Igor Ivanovich", birth_dates=(BORN,), nationalities=("Russian Federation",))
    assert telling(party(sechin)) == (("born", "7 Sep 1960"), ("", "Russia"))
    assert telling(party(replace(sechin, nationalities=(), addresses=(MOSCOW,)))) == (
        ("born", "7 Sep 1960"),
        ("", "Moscow"),
    )
    assert telling(party(replace(sechin, birth_dates=(), nationalities=(), citizenships=("Russia",)))) == (
        ("", "Russia"),
    )


def test_a_ship_is_told_by_its_imo_number_and_flag_and_else_by_what_it_is() -> None:
    ship = a_listing(
        "BALTIC LEADER",
        schema=Schema.VESSEL,
        identifiers=(Identifier("mmsi", "273213920"), Identifier("imo", "IMO 9220639")),
        craft=Craft(flag="Russian Federation", type="Roll-on Roll-off"),
    )
    assert telling(party(ship)) == (("IMO", "9220639"), ("flag", "Russia"))
    assert telling(party(replace(ship, craft=None)))[1] == ("", "vessel")


def test_with_nothing_known_the_kind_is_said() -> None:
    assert identified(party(a_person("DERIPASKA, Oleg Vladimirovich"))) == "Oleg Vladimirovich Deripaska (person)"


@pytest.mark.parametrize(
    ("number", "called"),
    [
        (INN, "INN"),
        (replace(INN, value="77 0610 7510"), "INN"),
        (replace(INN, value="770610751012"), "INN"),
        (replace(INN, value="77061075"), "Tax id"),
        (replace(INN, country="Cyprus"), "Tax id"),
        (OGRN, "OGRN"),
        (replace(OGRN, value="304500116000157"), "OGRN"),
        (replace(OGRN, value="HE 123456"), "Registration"),
        (Identifier("wallet", "149w62rY42aZBox8fGcmqNsXUzSStKeq8C", label="XBT"), "Wallet (XBT)"),
        (Identifier("wallet", "149w62rY42aZBox8fGcmqNsXUzSStKeq8C"), "Wallet"),
        (Identifier("bic", "VTBRRUMM"), "BIC"),
    ],
)
def test_a_number_has_the_name_that_the_trade_has_for_it(number: Identifier, called: str) -> None:
    assert telling(party(a_listing(identifiers=(number,))))[0][0] == called


def test_a_number_of_a_sort_that_tells_nothing_is_not_said() -> None:
    assert telling(party(a_listing(identifiers=(Identifier("phone", "8 800 500"),)))) == ()


def test_what_was_said_in_the_headline_is_not_said_again() -> None:
    sechin = a_person(
        "SECHIN, Igor Ivanovich",
        birth_dates=(BORN, BirthDate("1960-09-08", "1960-09-08", "1960-09-08")),
        birth_places=("Leningrad",),
        nationalities=("Russian Federation", "Cyprus"),
        titles=("Chairman",),
        addresses=(MOSCOW,),
    )
    assert fields(party(sechin)) == (
        ("Born", "8 Sep 1960; Leningrad"),
        ("Nationality", "Cyprus"),
        ("Post", "Chairman"),
        ("Place", "Moscow"),
    )


def test_of_many_values_the_first_two_and_how_many_more_and_six_fields_at_most() -> None:
    rich = a_listing(
        "ROSNEFT",
        titles=("One", "Two", "Three", "Four"),
        identifiers=(INN, OGRN, Identifier("lei", "253400JT3MQWNDKMJE44"), Identifier("bic", "VTBRRUMM")),
        addresses=(MOSCOW,),
        nationalities=("Russia",),
        craft=Craft(flag="Cuba", type="Tanker", owner="Somebody"),
    )
    found = dict(fields(party(rich)))
    assert found["Post"] == "One; Two and 2 more"
    assert len(found) == MOST
    assert "INN" not in found  # in the headline
    assert {"BIC", "LEI"} <= set(found)
    assert "OGRN" not in found  # three numbers, the most telling


def test_names_of_before_and_strong_aliases_are_said_and_weak_ones_and_the_headline_are_not() -> None:
    one = a_listing("ROSNEFT", aka=("TNK-BP HOLDING", "RN"), weak=("NEFT",))
    one = replace(one, names=(*one.names, Name("YUGANSKNEFTEGAZ", NameKind.FORMERLY), Name("Rosneft", NameKind.ALSO)))
    found = dict(fields(party(one)))
    assert found["Formerly"].casefold() == "yuganskneftegaz"
    assert found["Also"].casefold() == "rn; tnk-bp holding"  # the shortest first


def test_a_long_value_is_cut() -> None:
    assert len(dict(fields(party(a_person(titles=("x" * 200,)))))["Post"]) == LONG


def test_the_page_of_the_first_listing_that_has_one() -> None:
    listings = (a_listing(), a_listing(url="https://a.example"), a_listing(url="https://b.example"))
    assert (entry(listings), entry(listings[:1])) == ("https://a.example", "")
