"""Lists, options and programs as people name them."""

from __future__ import annotations

import pytest

from bot.questions.ask import Vocabulary
from bot.questions.spotting.items import spotted
from bot.questions.spotting.named import list_keys, only_lists, tags_of_order
from bot.questions.spotting.sheet import Sort
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

OFAC = ("us_ofac_sdn", "us_ofac_cons")


def named(text: str, sort: Sort) -> tuple[str, ...]:
    items = spotted(text, NOON.date(), VOCABULARY).items
    return tuple(dict.fromkeys(each for item in items if item.sort is sort for each in item.value))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("is Rosneft on the SDN list", ("us_ofac_sdn",)),
        ("under EU or UK sanctions", ("eu_fsf", "gb_uksl")),
        ("designated by the UN", ("un_sc",)),
        ("in the non-SDN list", ("us_ofac_cons",)),
        ("sanctioned by the US", OFAC),
        ("под санкциями ЕС", ("eu_fsf",)),
        ("under us sanctions", OFAC),
        ("can you check this for us", ()),
        ("the payment to us blocked", ()),
        ("they were rude to us, listed or not", ()),
    ],
)
def test_lists_are_named_by_name_place_or_publisher_and_never_by_who_asks(text: str, keys: tuple[str, ...]) -> None:
    assert named(text, Sort.LISTS) == keys


def test_words_that_name_nothing_but_lists() -> None:
    assert only_lists("the EU") == ("eu_fsf",)
    assert only_lists("the EU and Rosneft") == ()
    assert list_keys("SDN-Liste") == ("us_ofac_sdn",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("what is EO 14024", ("RUSSIA-EO14024",)),
        ("russia eo14024", ("RUSSIA-EO14024",)),
        ("the Iran program", ("IRAN",)),
        ("sanctions on Iran", ("IRAN",)),
        ("is Iran still under US sanctions?", ("IRAN",)),
        ("what are the Iran sanctions?", ("IRAN",)),
        ("sanctions on Iran Air", ()),
        ("sanctions on Magnit", ()),  # a retailer; the tag is of no country
        ("is Iran Air sanctioned", ()),
        ("global magnitsky", ("GLOMAG",)),
        ("is UHRPA a program?", ("UHRPA",)),  # tags of letters alone that are no word: nobody's name
        ("who is on uhrpa", ("UHRPA",)),
        ("listed under TCO", ("TCO",)),
        ("what is tco?", ("TCO",)),
        ("the tco of our fleet", ()),  # small letters: may be anything
        ("what is MAGNIT?", ("MAGNIT",)),
        ("what is Magnit?", ()),
        ("what is a car", ()),
    ],
)
def test_programs_are_named_by_tag_order_nickname_and_country(text: str, tags: tuple[str, ...]) -> None:
    assert named(text, Sort.PROGRAMS) == tags


def test_an_order_without_a_tag_stays_itself() -> None:
    assert tags_of_order("14024", VOCABULARY) == ("RUSSIA-EO14024",)
    assert tags_of_order("13224", VOCABULARY) == ("SDGT",)
    assert tags_of_order("19999", VOCABULARY) == ("EO19999",)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("what's in option B", ("B",)),
        ("options A and C", ("A", "C")),
        ("opt b v2", ("B",)),
        ("вариант Б", ("B",)),
        ("would B free Rosneft?", ("B",)),
        ("option Z", ("Z",)),
        ("an optional extra", ()),
    ],
)
def test_options_are_named_by_their_keys(text: str, keys: tuple[str, ...]) -> None:
    assert named(text, Sort.OPTIONS) == keys


@pytest.mark.parametrize(
    ("text", "programs"),
    [
        ("is Al-Qaida sanctioned", ()),  # a party
        ("al qaida and Hamas", ()),
        ("who is under the Al-Qaida regime", ("Al-Qaida",)),
        ("listed under al-qaida", ("Al-Qaida",)),
        ("what is the Taliban program", ("Taliban",)),
        ("is the Taliban listed", ()),
    ],
)
def test_a_program_that_is_called_as_a_party_is_one_where_that_is_said(text: str, programs: tuple[str, ...]) -> None:
    known = Vocabulary(programs=("Al-Qaida", "Taliban", "SDGT"))
    items = spotted(text, NOON.date(), known).items
    assert tuple(each for item in items if item.sort is Sort.PROGRAMS for each in item.value) == programs
