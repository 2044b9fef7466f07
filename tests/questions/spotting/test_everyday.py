"""Everyday words vouch for no name; names made of them are read where something else says so."""

from __future__ import annotations

import pytest

from bot.questions.spotting.lexicon import is_common, is_everyday
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.handlers.ask.conftest import desk
from tests.questions.conftest import listed
from tests.questions.words import VOCABULARY

__all__ = ["desk", "listed"]


def screened(words: str, listed: Mentions) -> list[str]:
    asks = understand(words, NOON, VOCABULARY, None, listed).asks
    return [subject.name for ask in asks for subject in ask.subjects]


@pytest.mark.parametrize(
    "word", ["drill", "loopholes", "троллей", "бухгалтер", "кава", "flugzeug", "virement", "factura"]
)
def test_a_word_that_is_used_every_day_is_known_in_each_language(word: str) -> None:
    assert is_everyday(word)


@pytest.mark.parametrize("word", ["zentrix", "rosneft", "ivan", "дмитрий", "алексеевич", "grigoryevich", "викторовна"])
def test_given_names_patronymics_and_unknown_words_are_not(word: str) -> None:
    assert not is_everyday(word)


def test_what_everybody_says_is_common() -> None:
    assert is_common("son")
    assert not is_common("horizon")


@pytest.mark.parametrize(
    "words",
    [
        "brb, fire drill",
        "morning all, the coffee machine is dead again",
        "Mittagessen um zwölf, wer kommt mit?",
        "pause café, je reviens",
        "обед в час, кто идёт?",
        "кава закінчилась, хто сходить?",
        "salgo a comer, vuelvo luego",
        "lunch orders please, pizza or noodles",
        "Colleagues, the printer on floor three eats paper",
    ],
)
def test_small_talk_is_not_screened_in_any_language(words: str, listed: Mentions) -> None:
    assert screened(words, listed) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("is bright horizon sanctioned?", ["bright horizon"]),
        ("is our supplier harbour lights on any list?", ["harbour lights"]),
        ("is Nobody's Business B.V. on any list at all", ["Nobody's Business B.V."]),
        ("outside counsel will be stone lowe & partners llp. any hits?", ["stone lowe & partners llp"]),
        ("kyc today: Watch This Space Ltd", ["Watch This Space Ltd"]),
        ("could you look up OFAC Coffee Roasters LLC?", ["OFAC Coffee Roasters LLC"]),
        ("maria del pilar ortega, any hits?", ["maria del pilar ortega"]),
    ],
)
def test_everyday_words_are_a_name_where_a_form_or_an_act_says_so(
    words: str, names: list[str], listed: Mentions
) -> None:
    assert screened(words, listed) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("can we load on the golden bridge tomorrow?", "golden bridge"),
        ("we met people of lucky star", "lucky star"),
        ("lucky star", "lucky star"),
        ("проверьте ВТБ", "ВТБ"),
        ("слободской дмитрий алексеевич под санкциями?", "слободской дмитрий алексеевич"),
        ("is bout still listed?", "bout"),
        ("huawei???", "huawei"),
        ('is "as:no" sanctioned', "as:no"),
    ],
)
def test_a_listed_name_of_everyday_words_is_never_left_out(words: str, name: str, listed: Mentions) -> None:
    assert name in screened(words, listed)


@pytest.mark.parametrize("words", ["asdfgh?", "lkjsdf;; 7 7 7 mmm", "asdf jkl qwerty", "фывапр"])
def test_what_a_hand_strikes_on_a_keyboard_is_no_name(words: str, listed: Mentions) -> None:
    assert screened(words, listed) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("can u screen Igor Zorblax 4 me", ["Igor Zorblax"]),
        ("Steht die Zorblax Air auf der UN-Liste?", ["Zorblax Air"]),
        ("Zorblax est-il sanctionné par les États-Unis ?", ["Zorblax"]),
        ("does the Canadian list have Zorblax?", ["Zorblax"]),
        ("Our client's UBO is a certain Mehdi Zorblax-Lowe. Anything against him?", ["Mehdi Zorblax-Lowe"]),
        ("Wie viele Flugzeuge stehen auf der SDN-Liste?", []),
        ("Don't check anything yet, I'm still waiting for the customer's papers.", []),
    ],
)
def test_lists_kinds_and_short_forms_of_other_languages_are_no_names(
    words: str, names: list[str], listed: Mentions
) -> None:
    assert screened(words, listed) == names
