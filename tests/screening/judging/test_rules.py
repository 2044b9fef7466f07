"""What tells one party from another, and what a list must hold for that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import ascii_uppercase

import pytest

from benchmarks.sets import entries
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.screening.query import Hit, Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

DERIPASKA = "DERIPASKA, Oleg Vladimirovich"
SHIPS = [f"{name} A" for name in ("EVOLUTION", "TAURUS", "ALMA", "AURORA", "STAR", "LADY")]
MANY_SHIPS = [*SHIPS, *(f"{one}{other}STAR A" for one in ascii_uppercase for other in "AEIOU")]
ELEVATOR, GARDEN, BREAD = "ANNINSKII ELEVATOR OOO", "ANNINSKII SAD OOO", "ANNINSKII KHLEB OOO"


def people(*names: str) -> list[Listing]:
    return [a_person(name, entity_id=f"person-{at}") for at, name in enumerate(names)]


def firms(*names: str) -> list[Listing]:
    return [a_listing(name, entity_id=f"firm-{at}") for at, name in enumerate(names)]


def ships(*names: str) -> list[Listing]:
    return [a_listing(name, entity_id=f"ship-{at}", schema=Schema.VESSEL) for at, name in enumerate(names)]


def verdict(name: str, listings: Iterable[Listing]) -> Verdict:
    return Index.build(listings).screen(Query(name)).verdict


def matches(name: str, listings: Iterable[Listing]) -> list[str]:
    return [hit.matched.text for hit in Index.build(listings).screen(Query(name)).matches]


def top(name: str, listings: Iterable[Listing]) -> Hit:
    return Index.build(listings).screen(Query(name)).hits[0]


def says(hit: Hit) -> str:
    return " ".join(reason.says for reason in hit.reasons)


@pytest.mark.parametrize("name", ["A. A. Bichayev", "A A BICHAYEV", "Bichayev A. A.", "А. А. Бичаев"])
@pytest.mark.parametrize("named_alike", [[], SHIPS, MANY_SHIPS])
def test_initials_find_the_person_among_ships_of_the_same_letter(name: str, named_alike: list[str]) -> None:
    bichayev = "BICHAYEV, Artyom Aleksandrovich"
    assert matches(name, [*people(bichayev), *ships(*named_alike)]) == [bichayev]


@pytest.mark.parametrize(("name", "ship"), [("Taurus Alma", "TAURUS A"), ("Alma Evolution", "EVOLUTION A")])
def test_a_letter_in_the_name_of_a_ship_is_no_initial(name: str, ship: str) -> None:
    assert verdict(name, ships(ship)) is Verdict.NO_MATCH


def test_another_initial_is_another_person() -> None:
    assert verdict("B. A. Bichayev", people("BICHAYEV, Artyom Aleksandrovich")) is Verdict.NO_MATCH
    assert verdict("I. V. Deripaska", people(DERIPASKA)) is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Michael Ruiz", "VALDEZ RUIZ, Miguel Angel"),  # a form of one name, half of the surname
        ("Laura Alexander", "PAURA, Jorge Alejandro"),  # each word is merely like one
        ("Igor Deripaska", DERIPASKA),
        ("Kim Song Hun", "KIM, Jong Un"),
    ],
)
def test_words_that_are_merely_alike_make_no_person(name: str, listed: str) -> None:
    assert verdict(name, people(listed)) is Verdict.NO_MATCH


@pytest.mark.parametrize(
    "name", ["Miguel Ruiz", "Miguel Valdez Ruiz", "Miguel Angel Valdez Ruis", "Valdez Ruiz Miguel"]
)
def test_words_of_which_enough_are_equal_may_mean_the_person(name: str) -> None:
    assert verdict(name, people("VALDEZ RUIZ, Miguel Angel")) is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Commercial International Bank", "RASON INTERNATIONAL COMMERCIAL BANK"),  # the one telling word is missing
        ("KBC Bank", "KBK BANK"),  # in a short name each letter tells
        ("Nordea", "NORD"),
        ("Iberia", "SIBERIA"),
        ("Honda", "HODA"),
        ("T-Mobile", "SYRIATEL MOBILE TELECOM"),
    ],
)
@pytest.mark.parametrize("of", [firms, ships])
def test_a_firm_is_not_one_whose_name_merely_sounds_alike(
    name: str, listed: str, of: Callable[..., list[Listing]]
) -> None:
    assert verdict(name, of(listed)) is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("International Commercial Bank Rason", "RASON INTERNATIONAL COMMERCIAL BANK"),
        ("KBK Bank", "KBK BANK"),
        ("Nord Stream", "NORD STREAM"),
    ],
)
def test_a_firm_is_listed_by_its_own_words_in_any_order(name: str, listed: str) -> None:
    assert verdict(name, firms(listed)) is Verdict.LISTED


@pytest.mark.parametrize("name", ["Anninskii OOO", "OOO Anninskii", "Anninskii LLC", "ООО Anninskii"])
def test_a_rare_word_and_the_legal_form_may_mean_a_longer_name(name: str) -> None:
    assert verdict(name, firms(ELEVATOR)) is Verdict.POSSIBLE


def test_a_word_that_three_firms_have_means_none_of_them() -> None:
    assert matches("Anninskii OOO", firms(ELEVATOR, GARDEN)) == [ELEVATOR, GARDEN]
    assert verdict("Anninskii OOO", firms(ELEVATOR, GARDEN, BREAD)) is Verdict.NO_MATCH


@pytest.mark.parametrize("name", ["Anninskii AO", "Anninskii Trading OOO"])
def test_a_rare_word_without_the_same_legal_form_means_no_longer_name(name: str) -> None:
    assert verdict(name, firms(ELEVATOR)) is Verdict.NO_MATCH


def test_a_common_name_needs_its_title_to_be_listed() -> None:
    khan = people("KHAN, Haji Mohammad")
    hit = top("Mohammad Khan", khan)
    assert hit.is_match
    assert not hit.certain
    assert "The list adds “Haji”." in says(hit)
    assert verdict("Haji Mohammad Khan", khan) is Verdict.LISTED


@pytest.mark.parametrize("name", ["Ayman al-Zawahiri", "Dr. Ayman al-Zawahiri", "Ayman Zawahiri"])
def test_a_name_that_few_bear_is_listed_without_its_title(name: str) -> None:
    hit = top(name, people("AL ZAWAHIRI, Dr. Ayman"))
    assert hit.certain
    assert says(hit) == "Same name."


@pytest.mark.parametrize("name", ["Mr Oleg Deripaska", "Mr. Oleg Vladimirovich Deripaska", "Gospodin Oleg Deripaska"])
def test_a_title_in_the_question_takes_nothing_away(name: str) -> None:
    assert verdict(name, people(DERIPASKA)) is Verdict.LISTED


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Oleg Deripaska", DERIPASKA),
        ("Алексей Миллер", "MILLER, Alexey Borisovich"),  # a given name and a surname of two languages
        ("Igor Vladimirovich Novikov", "NOVIKOV, Igor Vladimirovich"),
    ],
)
def test_a_given_name_and_a_rare_surname_are_listed(name: str, listed: str) -> None:
    assert verdict(name, people(listed)) is Verdict.LISTED


@pytest.mark.parametrize(
    ("name", "listed"),
    [("Igor Novikov", "NOVIKOV, Igor Vladimirovich"), ("Игорь Новиков", "NOVIKOV, Igor Vladimirovich")],
)
def test_a_common_surname_is_not_rare_though_the_list_has_it_once(name: str, listed: str) -> None:
    assert verdict(name, people(listed)) is Verdict.POSSIBLE


def test_a_surname_is_rare_no_more_where_another_party_fits() -> None:
    assert verdict("Oleg Deripaska", people(DERIPASKA, "DERIPASKA, Oleg Petrovich")) is Verdict.POSSIBLE


@pytest.mark.parametrize("word", entries("words")[::5])
def test_a_common_word_alone_is_asked_back_though_a_ship_is_called_just_so(word: str) -> None:
    screening = Index.build(ships(word.upper())).screen(Query(word))
    assert screening.verdict is not Verdict.LISTED
    assert f"“{word}” alone is too common" in screening.ask_back
    assert not any(hit.certain for hit in screening.hits)


@pytest.mark.parametrize("ship", ["MT KONSTANTINOVSK", "KONSTANTINOVSK"])
def test_words_run_together_with_two_slips_are_no_match(ship: str) -> None:
    assert verdict("Konstantin Kesk", ships(ship)) is Verdict.NO_MATCH
    assert verdict("Konstantin Ovsk", ships(ship)) is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Nord Stream", "NORD STREAM 2 AG"),
        ("nord stream ag", "NORD STREAM 2 AG"),
        ("Aircraft Repair Plant", "558 AIRCRAFT REPAIR PLANT JSC"),
        ("Gebaa SAL", "GEBAA 2480 SAL"),
        ("Kumjin", "KUMJIN 3"),
    ],
)
def test_a_number_left_out_is_not_contrary(name: str, listed: str) -> None:
    assert verdict(name, firms(listed)) is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Nord Stream 3", "NORD STREAM 2 AG"),
        ("Nord Stream 1", "NORD STREAM 2 AG"),
        ("LONG XING 610, Panama flag", "LONG XING 601"),
        ("MV LONG XING 610", "LONG XING 601"),
        ("LONG XING 610", "LONG XING"),
    ],
)
def test_another_number_is_another_ship(name: str, listed: str) -> None:
    assert verdict(name, ships(listed)) is Verdict.NO_MATCH


def test_where_a_ship_has_just_the_name_asked_its_numbered_sisters_are_others() -> None:
    fleet = ships("KUM UN SAN", "KUM UN SAN 3", "KUM UN SAN 5")
    assert matches("Kum Un San", fleet) == ["KUM UN SAN"]
    assert "Other numbers in the name." in says(Index.build(fleet).screen(Query("Kum Un San")).hits[1])
    assert matches("Kum Un San", fleet[1:]) == ["KUM UN SAN 3", "KUM UN SAN 5"]


@pytest.mark.parametrize("name", ["Muhammad Abdallah Veronika", "Abd al-Rahman Mansour", "Muhammad Abdullah Tareck"])
def test_abdallah_agrees_as_one_name_and_not_as_two(name: str) -> None:
    assert verdict(name, people("'ABDALLAH, Muhammad", "'ABD AL-RAHMAN")) is Verdict.NO_MATCH


def test_names_that_are_merely_forms_and_slips_beside_a_name_more_are_others() -> None:
    assert verdict("Dmitry Sergeyevich Bilal", people("BILAN, Dima")) is Verdict.NO_MATCH
    assert verdict("Dmitry Sergeyevich Bilan", people("BILAN, Dima")) is Verdict.POSSIBLE


def airlines(*names: str) -> list[Listing]:
    return firms(
        *(f"{name} BELARUSIAN AIRLINES" for name in (*names, *(f"{one}AVA{one}UM" for one in ascii_uppercase)))
    )


def test_the_rare_word_of_a_firm_means_it_where_the_rest_describes() -> None:
    assert matches("Belavia", airlines("BELAVIA")) == ["BELAVIA BELARUSIAN AIRLINES"]
    assert verdict("Belavia", airlines("BELAVIA")) is Verdict.POSSIBLE
    assert verdict("Belarusian", airlines("BELAVIA")) in (Verdict.NO_MATCH, Verdict.NOT_CHECKED)


@pytest.mark.parametrize("asked", ["Kwangson", "Kwangson Bank", "Kwangson Banking"])
def test_the_rare_word_of_a_firm_means_it_behind_where_the_firm_is(asked: str) -> None:
    assert verdict(asked, firms("KOREA KWANGSON BANKING CORP")) is Verdict.POSSIBLE


@pytest.mark.parametrize("asked", ["Sechin I.I.", "I. I. Sechin", "Сечин И.И.", "Sechin, I.I."])
def test_the_initial_of_a_patronymic_that_the_list_leaves_out_is_no_other_name(asked: str) -> None:
    assert verdict(asked, people("SECHIN, Igor")) is Verdict.POSSIBLE
    assert verdict(asked, people("SECHIN, Sergei")) is Verdict.NO_MATCH


@pytest.mark.parametrize("region", ["EUROPE", "ASIA", "AFRICA", "OCEANIA"])
def test_a_part_of_the_world_describes_as_a_country_does(region: str) -> None:
    assert verdict("Garantex", firms(f"GARANTEX {region} OU", "QUILLANE TRADING")) is Verdict.POSSIBLE


@pytest.mark.parametrize(
    "name", ["ELFARO OU", "IZIBITS OU", "CRYPTOVENIENCE OU", "PALATINA SARLU", "AVIANDINA S.A.C.", "MULTREE SASU"]
)
def test_a_firm_of_one_word_and_its_legal_form_is_found_by_the_word(name: str) -> None:
    assert verdict(name.split()[0].title(), firms(name)) is Verdict.LISTED


@pytest.mark.parametrize("name", ["SINALOA CARTEL", "PRENSA LATINA", "HELICS GEMB", "ONSHOR VIND", "BELAVIA QUILLANE"])
def test_half_of_a_firm_of_two_words_may_mean_it(name: str) -> None:
    assert verdict(name.split()[0].title(), firms(name)) is Verdict.POSSIBLE


@pytest.mark.parametrize("name", ["SZ DJI TECHNOLOGY CO., LTD.", "DJI TECHNOLOGY CO., LTD."])
def test_the_letters_of_a_firm_that_no_other_party_has_mean_it(name: str) -> None:
    assert verdict("DJI", firms(name)) is Verdict.POSSIBLE
    assert verdict("DJI", firms("QUILLANE DJI VENTORA")) is Verdict.NO_MATCH
    assert verdict("DJI", ships("DJI TRADER")) is Verdict.NO_MATCH


def test_half_of_a_ship_of_two_words_is_another_ship() -> None:
    assert verdict("Helics", ships("HELICS GEMB")) is Verdict.NO_MATCH


def test_a_word_of_a_firm_that_no_other_party_has_may_mean_it_wherever_it_stands() -> None:
    assert verdict("Belavia", firms("BELAVIA QUILLANE VENTORA")) is Verdict.POSSIBLE
    assert verdict("Suex", firms("SUEX OTC, S.R.O.")) is Verdict.POSSIBLE
    assert verdict("Quillane", firms("BELAVIA QUILLANE VENTORA")) is Verdict.POSSIBLE
    assert verdict("Tayyiba", firms("LASHKAR E-TAYYIBA")) is Verdict.POSSIBLE
    assert verdict("Quillane", firms("BELAVIA QUILLANE VENTORA", "QUILLANE ORDELL")) is Verdict.POSSIBLE
    assert verdict("Oril", firms("BELAVIA ORIL VENTORA")) is Verdict.NO_MATCH  # letters may stand for anybody
    assert verdict("Belavia Inc.", airlines("BELAVIA")) is Verdict.NO_MATCH


@pytest.mark.parametrize("form", ["LIMITED", "LLC", "OAO", "GmbH"])
def test_the_rare_first_word_of_a_firm_of_a_register_may_mean_it(form: str) -> None:
    """Another firm may be called so, and a person must decide: nothing tells that none of them is meant."""
    trades = [f"{one}AVA{one}UM BUILDING MATERIALS" for one in ascii_uppercase]
    name = f"ACCENTURE BUILDING MATERIALS TRADING {form}"
    assert matches("Accenture", firms(name, *trades)) == [name]
    assert matches("Accenture", firms(name, "ACCENTURE QUILLANE BAKERY", "ACCENTURE VENTORA MINES")) == []


def test_a_firm_goes_by_the_word_that_is_all_its_names_have_in_common() -> None:
    others = [f"{one}AVA{one}UM BELARUSIAN AIRLINES" for one in ascii_uppercase]
    belavia = a_listing(
        "BELAVIA BELARUSIAN AIRLINES",
        aka=("OPEN JOINT STOCK COMPANY BELAVIA BELARUSIAN AIRLINES", "OAO AVIAKOMPANIYA BELAVIA"),
    )
    assert matches("Belavia", [belavia, *firms(*others)]) == ["BELAVIA BELARUSIAN AIRLINES"]


def test_a_firm_whose_name_says_where_it_is_goes_by_its_word() -> None:
    others = [f"{one}AVA{one}UM MAGADAN" for one in ascii_uppercase]
    assert matches("Fesco", firms("FESCO MAGADAN LLC", *others)) == ["FESCO MAGADAN LLC"]


@pytest.mark.parametrize("number", ["II", "IV", "VIII", "4"])
def test_a_number_more_is_another_ship_in_either_numerals(number: str) -> None:
    assert verdict(f"ASIA BRIDGE {number}", ships("ASIA BRIDGE", "QUILLANE")) is Verdict.NO_MATCH


def test_a_numeral_after_a_firm_is_a_title() -> None:
    assert verdict("Quillane Bridge II", firms("QUILLANE BRIDGE")) is Verdict.POSSIBLE


def test_a_numeral_after_a_person_is_a_title() -> None:
    assert verdict("Viktor Quillane III", people("QUILLANE, Viktor")) is not Verdict.NO_MATCH


@pytest.mark.parametrize("ship", ["KUM SONG VIII", "KUM SONG IV"])
def test_a_ship_with_a_numeral_is_no_person_of_a_name_merely_alike(ship: str) -> None:
    assert verdict(ship, people("KIM, Song")) is Verdict.NO_MATCH


@pytest.mark.parametrize(("asked", "listed"), [("Ji Hoo Youn", "YUN, Ho-Jin"), ("Chae Won Lee", "RI, Che-Son")])
def test_another_syllable_beside_another_romanisation_is_another_korean(asked: str, listed: str) -> None:
    assert verdict(asked, people(listed)) is Verdict.NO_MATCH
