"""A described set in words: what was read of it, and what of it no list says."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.ask import Ask, Filter, Kind, Period
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import Identifier, Schema
from handlers.ask.sets.describing import as_json, caveats, description, wallets_of

SDN_AND_UN = ("us_ofac_sdn", "un_sc")


def described(wanted: Filter, count: int = 2, programs: tuple[str, ...] = (), lists: tuple[str, ...] = ()) -> str:
    return description(wanted, Ask(Kind.PARTIES, programs=programs, lists=lists), count)


@pytest.mark.parametrize(
    ("wanted", "one", "several"),
    [
        (Filter(), "party", "parties"),
        (Filter(schema=Schema.VESSEL), "vessel", "vessels"),
        (Filter(schema=Schema.AIRPLANE), "aircraft", "aircraft"),
        (Filter(schema=Schema.COMPANY), "party", "parties"),
    ],
)
def test_one_is_called_otherwise_than_several(wanted: Filter, one: str, several: str) -> None:
    assert (described(wanted, 1), described(wanted, 0), described(wanted, 2)) == (one, several, several)


def test_everything_that_was_read_is_said() -> None:
    wanted = Filter(schema=Schema.VESSEL, flag=(("Panama",),), linked_to="Islamic Republic of Iran Shipping Lines")
    assert described(wanted, programs=("IRAN", "NPWMD")) == (
        "vessels under IRAN or NPWMD linked to “Islamic Republic of Iran Shipping Lines” with Panama in the entry"
    )
    assert described(Filter(craft=("crude", "tanker"), schema=Schema.VESSEL)) == "vessels of type “crude tanker”"
    assert described(Filter(craft=("ETH",), schema=Schema.CRYPTO_WALLET)) == "parties with wallets in ETH"
    assert described(Filter(words=("bank", "banco"))) == "parties with “bank” or “banco” in a name"


def test_on_both_lists_is_not_on_either() -> None:
    either, both = (described(Filter(together=together), lists=SDN_AND_UN) for together in (False, True))
    assert " or " in either
    assert both == either.replace(" or ", " and ")


@pytest.mark.parametrize(
    ("period", "says"),
    [
        (Period(date(2014, 1, 1), date(2014, 12, 31), "in 2014"), "designated in 2014"),
        (Period(date(2022, 2, 24)), "designated from 2022-02-24 to now"),
        (Period(until=date(2022, 2, 24)), "designated from the beginning to 2022-02-24"),
    ],
)
def test_the_days_are_said_as_they_were_asked_else_as_they_were_read(period: Period, says: str) -> None:
    assert described(Filter(designated=period)) == f"parties {says}"


def test_what_no_list_says_of_banks_and_of_groups_is_said() -> None:
    (of_banks,) = caveats(Filter(words=("bank",), called="banks"))
    assert of_banks.startswith("No list says who counts among banks")
    (of_a_group,) = caveats(Filter(group="Rotenberg"))
    assert "No list says who belongs to a group" in of_a_group
    assert [*caveats(Filter(schema=Schema.VESSEL))] == []


def test_as_json_has_what_was_asked_alone() -> None:
    wanted = Filter(schema=Schema.VESSEL, designated=Period(date(2014, 1, 1)))
    assert as_json(Ask(Kind.PARTIES), wanted) == {
        "schema": Schema.VESSEL,
        "designated": {"since": "2014-01-01", "until": None},
    }


def held_in(*coins: str) -> list[str]:
    wallets = tuple(Identifier("wallet", f"address {n}", label=coin) for n, coin in enumerate(coins))
    listing = Listing("us_ofac_sdn", "ofac-1", Schema.PERSON, (), identifiers=wallets)
    return list(wallets_of([Party("ofac-1", (listing,))], Filter(schema=Schema.CRYPTO_WALLET)))


def test_addresses_are_told_by_their_currency_the_most_first_and_then_by_its_letters() -> None:
    assert held_in("XMR", "ETH", "XBT", "XBT", "ARB", "DASH", "ZEC") == [
        "Parties are counted; they have 7 addresses: XBT 2, ARB 1, DASH 1, ETH 1, XMR 1 and ZEC 1."
    ]
    assert held_in("ETH") == ["Parties are counted; they have 1 address: ETH 1."]
    assert held_in() == ["Parties are counted; they have 0 addresses."]
