"""Names with little left once legal forms, stock words and small words are off: that little must be equal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sanctions.listing import Listing
from bot.sanctions.party import Address
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing

# Names of firms on the lists of OFAC, the EU and the UK.
FIRMS = (
    "E. X. Co.", "MT-SYSTEMS LLC", "DES INTERNATIONAL", "YK-AND", "RG GENERAL TRADING FZE", "FIRST OIL JV CO LTD",
    "H Y J COMERCIALIZADORA INTERNACIONAL LTDA", "BEHINEH TRADING CO.", "SARMAYEH BANK",
    "Wood International Group SARLU",
    "CENTRAL BANK OF THE RUSSIAN FEDERATION", "AZAR INVESTMENT", "GRUPO W S.A.", "GENERAL PETROLEUM CORPORATION",
    "ISLAMIC GROUP", "KINGS ROMAN INTERNATIONAL COMPANY, LIMITED",
)  # fmt: skip


def firms(*names: str) -> list[Listing]:
    return [a_listing(name, entity_id=f"firm-{at}") for at, name in enumerate(names)]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(firms(*FIRMS))


@pytest.mark.parametrize(
    "name",
    [
        "x",
        "X Ltd",
        '=HYPERLINK("x")',
        "<b>x</b>",
        "Systems LLC",
        "International Inc.",
        "YK",
        "General Trading LLC",
        "First Oil Co",
        "Comercializadora Internacional Ltda",
        "B Trading Co.",
        "A & B Trading Co.",
        "S Bank",
        "Grupo Internacional SA",
        "Russian Central S.p.A.",
        "ZR Investment SA",
        "R K International",
    ],
)
def test_a_letter_or_a_stock_word_means_no_firm_that_has_more(index: Index, name: str) -> None:
    assert index.screen(Query(name)).matches == ()


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("E X Co", "E. X. Co."),
        ("E.X. Company", "E. X. Co."),
        ("MT Systems", "MT-SYSTEMS LLC"),
        ("RG General Trading", "RG GENERAL TRADING FZE"),
        ("Grupo W", "GRUPO W S.A."),
        ("General Petroleum", "GENERAL PETROLEUM CORPORATION"),
        ("Central Bank of Russian Federation", "CENTRAL BANK OF THE RUSSIAN FEDERATION"),
        ("The Islamic Group", "ISLAMIC GROUP"),
    ],
)
def test_the_same_letters_and_stock_words_are_the_firm(index: Index, name: str, listed: str) -> None:
    screening = index.screen(Query(name))
    assert screening.verdict is Verdict.LISTED
    assert screening.hits[0].matched.text == listed


def test_letters_in_order_may_stand_for_all_words_of_a_firm() -> None:
    index = Index.build(firms("GHADIR KHUZESTAN CONSTRUCTION INDUSTRY DEVELOPMENT"))
    assert index.screen(Query("G. K. C. I. Development")).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize("name", ["Prime4549 SA", "Prime 600 Trust S.A.", "Prime 12 Central SA"])
@pytest.mark.parametrize("city", ["SA", "S.A.", "Central", "OAO", "B"])
def test_the_end_of_a_firms_name_is_no_address_though_a_list_has_it_in_the_place_of_a_city(
    name: str, city: str
) -> None:
    listing = a_listing("COMPANY S.A.S.", aka=("PRIME",), addresses=(Address(city=city),))
    assert Index.build([listing]).screen(Query(name)).verdict is Verdict.NO_MATCH


def test_a_name_before_a_number_and_a_town_is_still_found() -> None:
    listing = a_listing("PRIME SECURITY", aka=("PRIME",), addresses=(Address(city="Kazan"),))
    assert Index.build([listing]).screen(Query("Prime 45 Lenin Street Kazan")).verdict is not Verdict.NO_MATCH


LETTERS = st.text(alphabet="ABCDEFGHKLMNPRTUVWXZ", min_size=1, max_size=2)
STOCK = st.sampled_from(["Trading", "Bank", "Systems", "International", "Shipping", "Holding", "Oil"])
FORM = st.sampled_from(["LLC", "S.A.", "Ltd", "GmbH", "Co.", ""])


@settings(deadline=None, max_examples=120)
@given(LETTERS, LETTERS, STOCK, FORM, FORM)
def test_two_short_names_are_listed_for_one_another_only_where_all_but_the_form_is_equal(
    one: str, other: str, stock: str, form: str, listed_form: str
) -> None:
    index = Index.build(firms(f"{one} {stock} {listed_form}".strip()))
    screening = index.screen(Query(f"{other} {stock} {form}".strip()))
    assert (screening.verdict is Verdict.LISTED) <= (one == other)
    assert index.screen(Query(f"{stock} {form}".strip())).verdict is not Verdict.LISTED
