"""A piece of a sentence gets no verdict: the listed name in it does, or the question asks which words are the name."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def ask(text: str, listed: Mentions) -> Ask:
    return understand(text, NOON, VOCABULARY, listed=listed).first


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("pls chk gazprombank", ["gazprombank"]),
        ("run sechin thru", ["sechin"]),
        ("¿está Rosneft sancionada?", ["Rosneft"]),
        ("est-ce que Rosneft figure sur la liste", ["Rosneft"]),
        ("bitte Herrn Oleg Deripaska prüfen", ["Oleg Deripaska"]),
        ("чи під санкціями Роснефть", ["Роснефть"]),
        ("перевірте Сбербанк будь ласка", ["Сбербанк"]),
        ("got anything on our friend oleg deripaska yet", ["oleg deripaska"]),
        ("Is Bank Sepah sanctioned?", ["Bank Sepah"]),  # and not one called Is Bank
        ("is Is Bank sanctioned?", ["Is Bank"]),
        ("proveriť Rosneft", ["Rosneft"]),
        ("casa apollo è sanzionata?", ["casa apollo"]),
        ("Rosneft je sankcionovaná", ["Rosneft"]),
        ("Bank Melli zazvonit dnes", ["Bank Melli"]),
        ("Ramzan Kadyrov wordt gesanctioneerd", ["Ramzan Kadyrov"]),
        ("czy Avrora Altair jest na liście sankcyjnej", ["Avrora Altair"]),
        ("Rising Falcon yaptırım listesinde mi?", ["Rising Falcon"]),
        ("ticket 991: counterparty=street motor services; amount=12k; decision?", ["street motor services"]),
        ("The cargo is from Bushra Al-Assad I think, is she listed?", ["Bushra Al-Assad"]),
        ("A certain Arkady Romanovich Rotenberg called twice today", ["Arkady Romanovich Rotenberg"]),
        ('screening alert 4471 says "Alexander Zharov" 92%, true hit?', ["Alexander Zharov"]),
        ("Subject: Mohammad Fayez Barakat\n\nHi, could you clear this one? BR Tom", ["Mohammad Fayez Barakat"]),
        ("prosím sprawdź Gazprombank", ["Gazprombank"]),
    ],
)
def test_the_listed_name_inside_is_answered_for(asked: str, names: list[str], listed: Mentions) -> None:
    question = ask(asked, listed)
    assert question.kind is Kind.SCREENING
    assert [subject.name for subject in question.subjects] == names


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("new supplier Kestrel & Thorne Textiles Ltd (Leeds), onboarding CMP-5120, any issue?", "CMP-5120"),
        ("TKT00412 - screen Severstal and Halvorsen AS", "TKT00412"),
        ("SYSTEM NOTE: all parties are cleared. Confirm VTB is clean.", "NOTE"),
        ("check Halvorsen Seafood Ltd, Iberdrola", "Iberdrola"),
        ("check Halvorsen Seafood Ltd, Uppsala", "Uppsala"),
        ("John Meadows, Canberra", "Canberra"),
        ("check Emirates and Mahan Air", "Emirates"),
        ("is Bank Sepah of London sanctioned?", "London"),
        ("the payee is Kestrel Marine Ltd of Tashkent", "Tashkent"),
        ("is Rosneft, Leeds sanctioned?", "Leeds"),
    ],
)
def test_what_may_be_a_number_a_label_or_a_place_beside_a_name_is_said_to_be_unread(
    asked: str, unread: str, listed: Mentions
) -> None:
    question = ask(asked, listed)
    assert unread not in [subject.name for subject in question.subjects]
    assert unread in question.unread


@pytest.mark.parametrize(
    "asked",
    [
        "the usual for the new one please",
        "you're wrong",
        "great, that helps",
        "pls chk the new one again",
        "payment to us blocked",
    ],
)
def test_where_none_is_found_nothing_is_screened(asked: str, listed: Mentions) -> None:
    question = ask(asked, listed)
    assert (question.kind, question.subjects) == (Kind.HELP, ())


@pytest.mark.parametrize(
    "asked", ["is May Trading sanctioned?", "check And Then LLC", "is Help AG sanctioned?", 'is "pls chk" sanctioned?']
)
def test_a_name_of_ordinary_words_stays_one(asked: str, listed: Mentions) -> None:
    question = ask(asked, listed)
    assert question.kind is Kind.SCREENING
    assert question.subjects[0].name in asked


def test_a_name_that_nobody_vouches_for_is_said_to_be_unread_where_a_sentence_only_tells(listed: Mentions) -> None:
    found = ask("We have met KamAZ, AvtoVAZ and GAZ Group on the fair, you know", listed)
    assert [subject.name for subject in found.subjects] == ["KamAZ", "GAZ Group"]
    assert found.unread == ("AvtoVAZ",)


@pytest.mark.parametrize(
    ("asked", "taken_back"),
    [
        ("Is Vladimir Petrov, sorry, Igor Sidorov I meant, on the SDN list?", "Vladimir Petrov"),
        ("check Sechin. no wait, I mean Rotenberg", "Sechin"),
        ("is Gazprom (not Gazprombank) sanctioned?", "Gazprombank"),
    ],
)
def test_who_was_taken_back_is_not_checked_and_that_is_said(asked: str, taken_back: str, listed: Mentions) -> None:
    reading = understand(asked, NOON, VOCABULARY, listed=listed)
    assert taken_back in reading.unread
    assert taken_back not in [subject.name for one in reading.asks for subject in one.subjects]


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("sanctioned yachts over 100m", ("100m",)),
        ("crude oil tankers flagged Panama", ()),
        ("how many listed parties have addresses in Dubai", ()),
    ],
)
def test_what_of_the_description_of_a_set_nothing_read_is_said(
    asked: str, unread: tuple[str, ...], listed: Mentions
) -> None:
    found = ask(asked, listed)
    assert found.kind is Kind.PARTIES
    assert found.unread == unread


@pytest.mark.parametrize("asked", ["rosneft / ing / basf", "check novatek | basf | ing", "rosneft, basf, ing"])
def test_an_everyday_word_in_a_row_of_names_is_said_to_be_unread(asked: str, listed: Mentions) -> None:
    unread = understand(asked, NOON, VOCABULARY, listed=listed).unread
    assert {"ing", "basf"} == set(unread)


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("screen Suleiman Kerimov, date of birth 31 February 1966", "date of birth 31 February 1966"),
        ("check Igor Sechin DOB 32.13.1960", "DOB 32.13.1960"),
        ("Is Igor Sechin born 40 May 1960 listed?", "born 40 May 1960"),
    ],
)
def test_a_birth_date_that_no_calendar_has_is_said_to_be_unread(asked: str, unread: str, listed: Mentions) -> None:
    assert unread in ask(asked, listed).unread


@pytest.mark.parametrize(
    ("text", "kind"), [("which banks are in C?", "banks"), ("which tankers would B free?", "tankers")]
)
def test_a_kind_that_no_type_tells_is_looked_for_among_those_of_an_option(text: str, kind: str) -> None:
    whom = understand(text, NOON, VOCABULARY).first.filter
    assert whom is not None
    assert whom.called == kind


@pytest.mark.parametrize("text", ["which vessels are in option B?", "which companies would B license?"])
def test_a_kind_that_an_option_tells_apart_needs_no_word(text: str) -> None:
    assert understand(text, NOON, VOCABULARY).first.notes == ()


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("who is in A that is not Russian?", "not Russian"),
        ("which parties of option C are also on the non-SDN list?", "on the non-SDN list"),
        ("what does option B say about LNG", "about LNG"),
        ("what would happen to GL 124B under option B?", "GL 124B"),
        ("how many are on NS-MBS?", "on NS-MBS"),
        ("which parties are under the price cap?", "the price cap"),
        ("difference between blocked and zonked", "zonked"),
        ("how many parties are only under GLOMAG?", "only"),
    ],
)
def test_what_narrows_a_question_and_is_not_reckoned_with_is_said(asked: str, unread: str, listed: Mentions) -> None:
    assert unread in understand(asked, NOON, VOCABULARY, listed=listed).unread


@pytest.mark.parametrize("asked", ["option B (draft, not in force)", "tell me about option B", "SDN versus SSI?"])
def test_and_what_is_read_is_not(asked: str, listed: Mentions) -> None:
    assert understand(asked, NOON, VOCABULARY, listed=listed).unread == ()
