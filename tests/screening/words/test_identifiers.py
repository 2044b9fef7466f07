"""Numbers and codes in what is typed: found, made comparable, checked."""

from __future__ import annotations

import pytest

from bot.screening.words.identifiers import Wanted, comparable, difference, family, in_text, is_account, kindred


@pytest.mark.parametrize(
    ("typed", "found", "name"),
    [
        ("Rosneft INN 7706107510", Wanted("inn", "7706107510"), "Rosneft"),
        ("Роснефть, ИНН 7706107510", Wanted("inn", "7706107510"), "Роснефть,"),
        ("VTB Bank OGRN: 1027739609391", Wanted("ogrn", "1027739609391"), "VTB Bank"),
        ("Grand Karavella IMO no. 9253325", Wanted("imo", "9253325"), "Grand Karavella"),
        ("passport № 530121222 Deripaska", Wanted("passport", "530121222"), "Deripaska"),
        ("D.N.I. 45.625.646", Wanted("national_id", "45.625.646"), ""),
        ("dni 45625646 Leire Echeberria", Wanted("national_id", "45625646"), "Leire Echeberria"),
        ("D-U-N-S Number 557757412", Wanted("other", "557757412"), ""),
        ("cédula no. 70118888", Wanted("national_id", "70118888"), ""),
        ("Fourth Ocean, Trade License No. HRA102600", Wanted("other", "HRA102600"), "Fourth Ocean,"),
        ("R.F.C. DIB-771110-HQ1", Wanted("other", "DIB-771110-HQ1"), ""),
    ],
)
def test_a_number_behind_its_label_is_of_that_type_and_no_part_of_the_name(
    typed: str, found: Wanted, name: str
) -> None:
    assert in_text(typed) == ((found,), name)


@pytest.mark.parametrize("typed", ["Company 1234 Ltd", "Le 12345", "Serial 55501 Shipping", "Visa 4 Ltd", "Tin Can 77"])
def test_a_word_that_only_sometimes_labels_a_number_is_of_the_name_where_it_does_not(typed: str) -> None:
    assert in_text(typed)[1] == typed


@pytest.mark.parametrize("typed", ["GB29 NWBK 6016 1331 9268 19", "IBAN: DE89370400440532013000", "iban ir12 3"])
def test_an_iban_is_told_by_its_check_digits_or_its_label(typed: str) -> None:
    assert is_account(typed) is (len(typed) > 15)


def test_no_other_code_is_an_iban() -> None:
    assert not any(
        map(is_account, ["CHE-444.239.548 A", "DE89370400440532013001", "AIMM67125HCHRRG06", "Rosneft Oil Company 1"])
    )


@pytest.mark.parametrize("typed", ["7706107510", "SABRRUMM", "VTBRRUMMXXX"])
def test_a_bare_code_is_looked_up_and_may_be_the_name_as_well(typed: str) -> None:
    assert in_text(typed) == ((Wanted("", typed),), typed)


@pytest.mark.parametrize("typed", ["CHE-444.239.548", "CH-660.0.257.011-8", "900.123.456-7", "UID CHE-309.842.573"])
def test_a_code_with_full_stops_as_registers_print_it_is_looked_up_whole(typed: str) -> None:
    assert Wanted("", typed.split()[-1]) in in_text(typed)[0]


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("www.ytkmachine.com", "ytkmachine.com"),
        ("http://fkutaman.ru/contacts", "fkutaman.ru"),
        ("office@fkutaman.ru", "fkutaman.ru"),
        ("Yason, https://WWW.YTKMACHINE.COM", "ytkmachine.com"),
    ],
)
def test_a_site_and_that_of_a_mailbox_are_looked_up(typed: str, site: str) -> None:
    assert site in [kindred(each.type, each.value) for each in in_text(typed)[0] if each.type == "website"]


def test_a_mailbox_is_looked_up_whole_too_and_an_address_on_the_net_is_nobodys_own() -> None:
    wanted, _ = in_text("casp_avia@hotmail.com")
    assert kindred("email", "Casp_Avia@hotmail.com.") == "casp_avia@hotmail.com"
    assert {each.type: kindred(each.type, each.value) for each in wanted}["email"] == "casp_avia@hotmail.com"
    assert comparable("website", "www.ytkmachine.com") == comparable("email", "casp_avia@hotmail.com") == ""
    assert "others may use" in difference("website", "ytkmachine.com", "www.ytkmachine.com")


@pytest.mark.parametrize("number", ["1142781", "3001731", "6258171"])
def test_the_number_of_a_shipping_company_is_a_sound_imo_number(number: str) -> None:
    assert not Wanted("imo", number).fault
    assert Wanted("imo", f"{number[:-1]}{(int(number[-1]) + 3) % 10}").fault
    assert family("imo_company") == "imo"


@pytest.mark.parametrize("typed", ["12.05.2026", "v1.2.3", "B.V. 12", "R.O.S.N.E.F.T.", "100.000.000"])
def test_a_day_a_version_and_an_amount_with_full_stops_are_no_codes(typed: str) -> None:
    assert not in_text(typed)[0]


def test_letters_behind_swift_may_be_a_name() -> None:
    assert in_text("SWIFT SABRRUMM") == ((Wanted("bic", "SABRRUMM"),), "SWIFT SABRRUMM")


def test_a_label_within_a_word_is_none() -> None:
    assert in_text("Kimo 9253325")[0] == (Wanted("", "9253325"),)


def test_the_number_of_a_tax_office_is_of_no_ship() -> None:
    assert in_text("EORI DE1234567 MOKU GOLDMINES AG") == (
        (Wanted("", "DE1234567"),),
        "EORI DE1234567 MOKU GOLDMINES AG",
    )
    assert in_text("MV9405930")[0] == (Wanted("imo", "9405930"),)


@pytest.mark.parametrize("name", ["Oleg Deripaska", "Bank Rossiya", "Novatek"])
def test_a_name_has_no_number(name: str) -> None:
    assert in_text(name) == ((), name)


@pytest.mark.parametrize(
    ("type_", "sound", "wrong"),
    [
        ("inn", "7706107510", "7706107511"),
        ("ogrn", "1027739609391", "1027739609392"),
        ("imo", "9253325", "9253326"),
        ("lei", "253400JT3MQWNDKMJE44", "253400JT3MQWNDKMJE45"),
    ],
)
def test_a_number_that_its_check_digit_refutes_is_said(type_: str, sound: str, wrong: str) -> None:
    assert Wanted(type_, sound).fault == ""
    assert Wanted(type_, wrong).fault.startswith(f"{wrong} is not a valid ")


def test_what_has_no_check_digit_is_not_doubted() -> None:
    assert Wanted("passport", "530121222").fault == Wanted("", "7706107511").fault == ""


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("bic", "SABRRUMM", "sabr ru mm xxx"),
        ("swift", "SABRRUMM", "SWIFT: SABRRUMM"),
        ("imo", "IMO 9253325", "9253325"),
        ("inn", "7706107510", "77-0610-7510"),
        ("wallet", "0x8576ACC5C05D6CE88F4E49BF65BDF0C62F91353C", "0x8576acc5c05d6ce88f4e49bf65bdf0c62f91353c"),
    ],
)
def test_spellings_of_one_value_compare_equal(type_: str, one: str, other: str) -> None:
    assert comparable(type_, one) == comparable(type_, other) != ""


def test_capitals_tell_addresses_of_bitcoin_apart_and_that_is_said() -> None:
    listed, asked = "1AjZPMsnmpdK2Rv9KQNfMurTXinscVro9V", "1ajzpmsnmpdk2rv9kqnfmurtxinscvro9v"
    assert comparable("wallet", listed) != comparable("wallet", asked)
    assert kindred("wallet", listed) == kindred("wallet", asked) != ""
    assert "capital letters alone" in difference("wallet", asked, listed)


def test_another_branch_is_of_the_same_bank_and_that_is_said() -> None:
    assert comparable("bic", "SABRRUMMSP1") != comparable("bic", "SABRRUMM")
    assert kindred("bic", "SABRRUMMSP1") == kindred("bic", "SABRRUMM") == "SABRRUMM"
    assert "another branch of the same bank" in difference("bic", "SABRRUMMSP1", "SABRRUMM")
    assert kindred("inn", "7706107510") == ""


def test_a_number_without_its_check_digit_is_nearly_the_one_with_it() -> None:
    assert kindred("other", "900.069.501-0") == kindred("other", "900069501") == "900069501"
    assert kindred("other", "900069501-0") != kindred("other", "900069502")
    assert "900069501-0" in difference("other", "900069501", "900069501-0")


def test_numbers_of_registers_are_compared_with_one_another_and_with_no_ships() -> None:
    assert len({family(each) for each in ("inn", "ogrn", "passport", "tax_id", "registration", "other")}) == 1
    assert family("imo") == family("vessel") != family("inn")
