"""A name on no list that holds a listed one: the listed one is told, so that nobody reads NO MATCH for it."""

from __future__ import annotations

import pytest

from bot.screening.query import Verdict
from handlers.ask import answer_all
from handlers.ask.inside import listed_inside
from handlers.desk import Desk
from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    ("name", "part", "listed"),
    [
        ("Rosneft Xyz", "Rosneft", "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY"),
        ("Rosneft Trading Xyz", "Rosneft Trading", "ROSNEFT TRADING S.A."),
        ("Gazprom Potato", "Gazprom", "GAZPROM"),
        ("Gazprom-Tochter", "Gazprom", "GAZPROM"),
        ("Sabiti Music Hall", "Sabiti", "SABITI"),
        ("Deripaska Holding", "Deripaska", "DERIPASKA, Oleg Vladimirovich"),
        ("Melnichenko Shipping Ltd", "Melnichenko", "MELNICHENKO, Andrey Igorevich"),
    ],
)
def test_the_longest_listed_name_inside_is_found(desk: Desk, name: str, part: str, listed: str) -> None:
    found = listed_inside(name, desk.snapshot())
    assert found is not None
    assert found[0] == part
    assert listed in found[1].name


@pytest.mark.parametrize(
    "name", ["Victory Trading GmbH", "Acme Widgets Inc", "Siemens Energy", "Peter Ivanov Bakery", "Rosneft", ""]
)
def test_everyday_words_and_common_surnames_inside_a_name_are_nobody(desk: Desk, name: str) -> None:
    assert listed_inside(name, desk.snapshot()) is None


def test_it_is_said_in_the_first_line_of_no_match(ask: Ask) -> None:
    first = ask("is Rosneft Xyz sanctioned?").text.splitlines()[0]
    assert first.startswith("NO MATCH for “Rosneft Xyz” in 3 lists (")
    told = "But “Rosneft” in it is a listed name: Rosneft Oil Company (INN 7706107510, Moscow), probably blocked"
    assert f"{told} (non-SDN)." in first


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Rostec Urgent", "State Corporation Rostec"),
        ("Hat Rostec Sanktionen?", "State Corporation Rostec"),
        ("Is Rostec Trustworthy And Novikombank Fine?", "State Corporation Rostec"),
        ("Termin Medwedtschuk morgen", "Viktor Medvedchuk"),
    ],
)
def test_a_name_that_found_nobody_is_looked_for_without_the_known_words_at_its_ends(
    ask: Ask, asked: str, listed: str
) -> None:
    first, second, *_ = ask(asked).text.splitlines()
    assert first.startswith("POSSIBLE MATCH for “")
    assert listed in second


@pytest.mark.parametrize("asked", ["هل عبد القادر لاغوب على القائمة؟", "هل عبد القادر لاغوب مدرج في قائمة العقوبات"])
def test_a_listed_name_in_a_sentence_without_capitals_is_what_is_screened(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith("LISTED, blocked: Abdelkader Laagoub")


@pytest.mark.parametrize(
    "asked",
    [
        "هل يخضع بشار الأسد للعقوبات",
        "هل الرئيس بشار الأسد خاضع للعقوبات",
        "آیا سردار قاسم سلیمانی تحریم است",
        "هل الجنرال قاسم سليماني خاضع للعقوبات",
        "هل رجل اسمه قاسم سليماني خاضع للعقوبات",
        "الرئيس بشار الأسد",
        "اللواء بشار الأسد",
    ],
)
def test_a_title_or_a_verb_before_a_name_without_capitals_hides_nobody(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith("POSSIBLE MATCH")


def test_what_is_left_of_a_sentence_without_capitals_is_never_said_to_match_nobody(ask: Ask) -> None:
    assert ask("هل فلان بن فلان الفلاني خاضع للعقوبات").text.startswith("NOT CHECKED")


def test_a_longer_name_without_capitals_is_not_said_to_be_listed(ask: Ask) -> None:
    assert ask("محمد عبد القادر لاغوب حسن").text.startswith("POSSIBLE MATCH")


@pytest.mark.parametrize(
    ("asked", "typed", "listed"),
    [
        ("هل فلاديمير بوتين خاضع للعقوبات؟", "فلاديمير بوتين", "Vladimir Vladimirovich Putin"),
        ("هل إيغور سيتشين خاضع للعقوبات؟", "إيغور سيتشين", "Igor Ivanovich Sechin"),
        ("а что с Ким Чен Ыном?", "Ким Чен Ыном", "Jong Un Kim"),
        ("Махан Эйр под санкциями?", "Махан Эйр", "Mahan Air"),
    ],
)
def test_a_name_that_another_alphabet_writes_by_sound_is_told_with_how_it_was_read(
    ask: Ask, asked: str, typed: str, listed: str
) -> None:
    first, *rest = ask(asked).text.splitlines()
    assert first.startswith(f"POSSIBLE MATCH for “{typed}”")
    assert listed in rest[0]
    assert "read as: “" in rest[0]


def test_words_about_a_name_that_lead_to_the_same_party_are_not_said_to_be_it(ask: Ask) -> None:
    assert ask("ok to pay Belavia for the crew tickets?").text.startswith("POSSIBLE MATCH for “Belavia”")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Юрист Тимченко", "Gennady Nikolayevich Timchenko"),
        ("Яхта Усманова", "Alisher Burhanovich Usmanov"),  # the type is not his
        ("Юрист Мордашова", "Alexey Aleksandrovich Mordashov"),  # and not a woman alone
        ("Юрист Мордашова", "Marina Aleksandrovna Mordashova"),
        ("Tschemesows Anwalt hat angerufen", "Sergei Chemezov"),
        ("Запчасти для Ижевского механического завода", "Izhevsk"),
    ],
)
def test_a_name_with_an_ending_of_a_case_is_looked_for_without_it(ask: Ask, asked: str, listed: str) -> None:
    assert listed in ask(asked).text


@pytest.mark.parametrize(
    "asked", ["the Kovalchuks", "the Assads", "are the Kims sanctioned?", "kovalchuks", "the Castros"]
)
def test_a_family_by_a_common_surname_is_not_cleared(ask: Ask, asked: str) -> None:
    assert not ask(asked).text.startswith("NO MATCH")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("MT GOLBON OFF SKAW", ["Golbon"]),
        ("M/V ZARDIS NEEDS BUNKERS", ["Zardis"]),
        ("M/V LADY R IN MERSIN ROADS", ["Lady R"]),
        ("NOON REPORT BALTIC LEADER", ["Baltic Leader"]),
        ("YACHT GRACEFUL SEEN IN TURKEY", ["Graceful"]),
        ("DORE DISCHARGED", ["Dore"]),
        ("SBERBANK LETTER RECEIVED", ["Sberbank"]),
        ("SWIFT FROM SOVCOMBANK 12 NOV", ["Sovcombank"]),
        ("LOAN AGREEMENT ALFA BANK 2026/14", ["Alfa-Bank"]),
        ("REMI: SALARY MARCH ORD PARTY PROMSVYAZBANK MOSCOW", ["Promsvyazbank"]),
        ("HAMAS FUNDS SEIZED", ["Hamas"]),
        ("Baltic Leader Arrested In The Channel", ["Baltic Leader"]),
        ("Sovcombank Raises Rates", ["Sovcombank"]),
        ("Kamaz Has Sent A Quote", ["Kamaz"]),
        ("Is Kamaz Owned By Rostec And Is Rostec Blocked?", ["Kamaz", "Rostec"]),
        ("Kamaz Versus Severstal", ["Kamaz", "Severstal"]),
        ("CARGO EX MV PARISAN", ["Parisan"]),
        ("TRANSSHIPPED VIA MV TAIBOLA", ["Taibola"]),
        ("SELLER KRYPTONIT BUYER MEIER AG", ["Kryptonit"]),
        ("Severgroup AND Gref", ["Severgroup", "Gref"]),
        ("Vekselberg AND Mordashov", ["Vekselberg", "Mordashov"]),
        ("MT STARLA AND MT HEDY", ["Starla", "Hedy"]),
    ],
)
def test_names_in_a_sentence_that_is_written_in_capitals_may_be_meant(
    desk: Desk, asked: str, listed: list[str]
) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert {screening.verdict for screening in said.screenings} <= {Verdict.POSSIBLE, Verdict.LISTED}
    for name in listed:
        assert name in said.text


@pytest.mark.parametrize(
    "asked",
    [
        "Bright Future Foods Limited",
        "PACIFIC NORTHERN STAR",
        "Zentrix Holdings Of Rostov",
        "RENT FOR JUNE",
        "OCEAN CARRIER HOLDINGS",
        "Marks And Spencer",
    ],
)
def test_a_name_in_capitals_that_nobody_bears_is_nobody(desk: Desk, asked: str) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert [screening.verdict for screening in said.screenings] in ([], [Verdict.NO_MATCH])


@pytest.mark.parametrize("word", ["платіж", "платёж", "paiement", "größe", "año", "pagaré"])
def test_a_word_of_any_alphabet_is_read_without_an_error(desk: Desk, word: str) -> None:
    assert "Sberbank" in answer_all(desk.understand(f"{word} Сбербанк"), desk).text


@pytest.mark.parametrize(
    "asked", ["is Sechin born 1975 listed", "Gref (1999)", "is Vekselberg, born 1970, sanctioned?"]
)
def test_a_name_that_only_the_birth_year_speaks_against_is_told_with_it(ask: Ask, asked: str) -> None:
    said = ask(asked).text
    assert said.startswith("POSSIBLE MATCH for ")
    assert "Birth year differs" in said


def test_words_of_which_each_is_a_party_by_itself_are_each_told(ask: Ask) -> None:
    said = ask("garantex chatex suex").text
    assert said.startswith("POSSIBLE MATCH for “garantex chatex suex”: 3 listed parties could be meant")


@pytest.mark.parametrize("asked", ["roman abramovich", "zentrix chatex", "garantex bakery of lyon"])
def test_words_of_which_one_is_nobodys_are_no_several_parties(desk: Desk, asked: str) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert not any(len(screening.matches) > 1 for screening in said.screenings)
