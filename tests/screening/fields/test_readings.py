"""Names as payment files, forms and invoices write them: what is read in a field, and what stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sanctions.party import Address, Schema
from bot.screening.fields.readings import MOST_READINGS, readings_of
from bot.screening.index.places import Places
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

MAHAN = a_listing(
    "MAHAN AIR", entity_id="ofac-12927", list="us_ofac_sdn", addresses=(Address(city="Kerman", country="Iran"),)
)
ROSNEFT = a_listing(aka=("ROSNEFT",))
ARTAVIL = a_listing("ARTAVIL", entity_id="ofac-15036", list="us_ofac_sdn", schema=Schema.VESSEL)
STAR = a_listing("STAR", entity_id="ofac-44022", list="us_ofac_sdn", schema=Schema.VESSEL)
SPARTA = a_listing("SPARTA IV", entity_id="ofac-36009", list="us_ofac_sdn", schema=Schema.VESSEL)
DERIPASKA = a_person()
BANK = a_listing("EXPORT DEVELOPMENT BANK OF IRAN", entity_id="ofac-11153", list="us_ofac_sdn")


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([MAHAN, ROSNEFT, ARTAVIL, STAR, SPARTA, DERIPASKA, BANK])


def screen(index: Index, name: str) -> Screening:
    return index.screen(Query(name))


def found(index: Index, name: str) -> list[str]:
    return [hit.matched.text for hit in screen(index, name).matches]


@pytest.mark.parametrize(
    "written",
    [
        "Foo Trading LLC d/b/a {}",
        "Foo Trading LLC v/n/a {}",
        "Foo Trading LLC aka {}",
        "Foo Trading LLC trading as {}",
        "FOO TRADING LLC FORMERLY KNOWN AS {}",
        "Foo Trading LLC on the instructions of {}",
        "Foo Trading LLC c/o {}",
        "Foo Trading LLC c/- {}",
        "Foo Trading LLC (formerly {})",
        "{} (in liquidation)",
        "{} [Foo Trading LLC]",
        "Foo Trading LLC «{}»",
        "{} <Foo>",
        "{}, Dubai, UAE",
        "{} Dubai Branch",
        "{} - Moscow Branch",
        "{}, 12 Main Street, Moscow",
        "{} (Russia)",
        "{} | Lyon",
        "{}, PO Box 7, Kragujevac",
        "{} Kerman Iran",
        "Attn: {}",
        "Messrs {}",
        "M/s {}",
        "Ordering customer {}",
        "ULTIMATE BENEFICIAL OWNER {}",
        "Zahlungspflichtiger: {}",
        "/NAME/ {}",
        "{} / Foo Trading LLC",
        "Foo Trading LLC; {}",
        "Foo Trading LLC and/or {}",
        "Foo Trading LLC on behalf of {}",
        "1. Foo Trading LLC 2. {}",
        "Foo Trading LLC\n{}",
        "Foo Trading LLC\t{}",
        "{}\tFoo Trading LLC",
        "Foo Trading LLC\x0b{}",
        "Foo Trading LLC\u2028{}",
        "Foo Trading LLC // {}",
        "{} // Foo Trading LLC",
        "BNF/ {}",
        "/BNF/ {}",
        "/ORDP/ {}",
        "//BENEFICIARY//{}",
        "BNF/{}",
        "Foo S.A. + {}",
        "Foo Trading LLC (c/o) {}",
        "Foo Trading LLC • {}",
        "{} · Lyon",
        "Foo Trading LLC ** {}",
        "Foo Trading LLC >> {}",
        "Foo Trading LLC 【{}】",
        "1/{}",
        "1/ {}",
        "{}//Lyon//France",
        "1/{}//2/12 Main Street//3/FR/Lyon",
        "Foo Trading LLC z.H. {}",
        "Foo Trading LLC i.A. {}",
        "{} (hereinafter the “Seller”)",
        '{} (the "Carrier")',
        "Sayın {}",
        "Firma {}",
    ],
)
def test_a_listed_name_is_found_in_a_field(index: Index, written: str) -> None:
    for name in ("MAHAN AIR", "Mahan Air", "Rosneft"):
        screening = screen(index, written.format(name))
        assert screening.verdict is Verdict.LISTED, name
        assert len(screening.matches) == 1


def test_a_name_among_words_that_nobody_knows_is_possible_and_no_more(index: Index) -> None:
    assert screen(index, "Mahan Air Repräsentanz Kragujevac").verdict is Verdict.POSSIBLE
    assert screen(index, "Zahlungsempfänger Mahan Air").verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    "written",
    [
        "M/V {}",
        "M.V. {}",
        "LPG/C {}",
        "MV {}",
        "tanker {}",
        "bulk carrier {}",
        "{} (vessel)",
        "MT {}, Panama flag",
        'MV "{}"',
        "{} V.30W",
        "{} V. 12 E",
        "{} voy. 7",
        "{} Voyage no. 30E",
        "shipped on board {}",
        "general cargo vessel {}",
        "VSL {}",
        "VSSL: {}",
        "TNKR {}",
        "VSL: {} VOY: 76",
        "Buque: {} Viaje: 33",
        "MSV {}",
        "Seeschiff {}",
        "Motortanker {}",
        "{}, Liberian flag",
        "{}, Liberian flagged",
    ],
)
def test_a_ship_is_found_behind_its_kind(index: Index, written: str) -> None:
    assert found(index, written.format("ARTAVIL")) == ["ARTAVIL"]
    assert found(index, written.format("Sparta IV")) == ["SPARTA IV"]


def test_a_ship_that_is_called_like_a_place_is_found_behind_its_kind() -> None:
    index = Index.build([a_listing("SUDAK", entity_id="ofac-45103", list="us_ofac_sdn", schema=Schema.VESSEL)])
    for written in ("general cargo vessel SUDAK", "shipped on board SUDAK", "SUDAK V.30W"):
        assert found(index, written) == ["SUDAK"], written


@pytest.mark.parametrize("written", ["Egr. {}", "BENEF. {}", "Spett.le {}", "Dott.ssa {}", "Dest. {}"])
def test_a_name_behind_a_word_cut_off_with_a_full_stop_is_found(index: Index, written: str) -> None:
    for name in ("MAHAN AIR", "Oleg Deripaska"):
        assert screen(index, written.format(name)).matches, name


@pytest.mark.parametrize("written", ["Foo Trading LLC v. {}", "{} vs. Foo Trading LLC"])
def test_each_of_two_parties_to_a_suit_is_found(index: Index, written: str) -> None:
    assert found(index, written.format("Oleg Deripaska")) == ["DERIPASKA, Oleg Vladimirovich"]


@pytest.mark.parametrize("town", ["Санкт-Петербург", "Sankt-Peterburg", "Москва"])
def test_a_town_as_it_is_written_there_names_no_firm_of_that_town(town: str) -> None:
    firms = "AO 'INSTITUTE GIPROSTROYMOST-SANKT-PETERBURG'", "INSTITUTE MOSKVA"
    index = Index.build([a_listing(firm, entity_id=f"ofac-{at}") for at, firm in enumerate(firms)])
    assert not found(index, f"Foo Trading LLC, 25 Main Street, {town}")
    assert not found(index, f"Foo Trading LLC · {town} · Россия")


def test_words_of_two_names_of_a_field_turned_round_are_no_third_one() -> None:
    index = Index.build([a_listing("ULTIMATE TRADING LLC", entity_id="ofac-24716", list="us_ofac_sdn")])
    assert not found(index, "Montaubrac General Trading FZCO (ultimate owner Rzepinski Invest AG)")
    assert found(index, "Montaubrac FZCO on account Ultimate Trading Rzepinski Invest")


@pytest.mark.parametrize(
    "written", ["{}, Dubai, UAE", "Attn: {}", "{} (Russia)", "DERIPASKA, Oleg, Moscow, Russia", "{} - Kenya"]
)
def test_a_person_is_found_beside_an_address(index: Index, written: str) -> None:
    assert screen(index, written.format("Oleg Deripaska")).verdict is not Verdict.NO_MATCH


def test_a_field_of_two_parties_is_answered_for_each_and_says_which(index: Index) -> None:
    screening = screen(index, "Mahan Air / Rosneft; Brightmoor Trading LLC")
    says = {hit.matched.text: " ".join(r.says for r in hit.reasons) for hit in screening.matches}
    assert set(says) == {"MAHAN AIR", "ROSNEFT"}
    assert "Read in the question: “Mahan Air”" in says["MAHAN AIR"]
    assert "Read in the question: “Rosneft”" in says["ROSNEFT"]


@pytest.mark.parametrize(
    "name",
    [
        "Brightmoor Trading LLC d/b/a Calderon Holdings",
        "Brightmoor Air, Tehran, Iran",
        "M/V TESSALY STAR",
        "Export Development Bank of Kenya",
        "Brightmoor / Star Holdings",
        "Harriet Quillfeather, Moscow",
        "SPARTA V",
        "Rosa Moscow",
        "Attn: the manager",
    ],
)
def test_what_is_not_listed_stays_silent_however_it_is_written(index: Index, name: str) -> None:
    assert found(index, name) == []


@pytest.mark.parametrize("joiner", ["and", "und", "et", "y", "e", "ve", "oder", "ou", "og"])
@pytest.mark.parametrize("order", [0, 1])
def test_each_of_two_names_beside_an_and_is_found(index: Index, joiner: str, order: int) -> None:
    for name in ("Oleg Vladimirovich Deripaska", "MAHAN AIR"):
        pair = [name, "Birkenrode Spedition KG"]
        screening = screen(index, f" {joiner} ".join(pair[::-1] if order else pair))
        assert screening.verdict is not Verdict.NO_MATCH
        assert any(reason.kind == "read" and name in reason.says for reason in screening.hits[0].reasons)


@pytest.mark.parametrize(
    "name", ["Denise Davis", "Daniel Mendoza", "Laura Santiago", "Maria Malta", "Diana Chile", "Star Dubai"]
)
def test_a_given_name_before_a_word_that_is_a_place_too_is_a_person_and_no_firm_or_ship(name: str) -> None:
    first = name.split()[0].upper()
    firm = a_listing(f"{first} COMPANY", entity_id="ofac-1", list="us_ofac_sdn")
    ship = a_listing(first, entity_id="ofac-2", list="us_ofac_sdn", schema=Schema.VESSEL)
    index = Index.build([firm, ship])
    assert found(index, name) == []
    assert found(index, f"{first} Company, {name.split()[1]}") != []
    assert first in found(index, f"vessel {first}")


def test_a_name_with_an_and_of_its_own_stays_whole() -> None:
    firm = a_listing("MINISTRY OF DEFENSE AND SUPPORT FOR ARMED FORCES LOGISTICS", entity_id="ofac-11156")
    index = Index.build([firm, a_listing("MINISTRY OF DEFENSE", entity_id="ofac-1")])
    screening = screen(index, "Ministry of Defense and Support for Armed Forces Logistics")
    assert screening.verdict is Verdict.LISTED
    assert screening.hits[0].entity_id == "ofac-11156"
    assert screen(index, "Ministry of Defense and Rural Roads").verdict is not Verdict.LISTED


SEPARATORS = st.sampled_from(
    [*"\t\n\r\x0b\x0c\x1d\x85\u2028\u2029;|", " / ", " // ", " \\ ", " | ", " || ", " + ", "; "]
)


@settings(deadline=None, max_examples=60)
@given(SEPARATORS, st.sampled_from(["Foo Trading LLC", "Harriet Quillfeather", "D.E.S. Quillane S.A."]), st.booleans())
def test_a_strong_name_beside_another_party_is_never_no_match(
    index: Index, separator: str, other: str, first: bool
) -> None:
    name = "EXPORT DEVELOPMENT BANK OF IRAN"
    text = f"{name}{separator}{other}" if first else f"{other}{separator}{name}"
    assert name in found(index, text)


def test_a_common_word_in_a_field_is_never_listed(index: Index) -> None:
    assert screen(index, "vessel Star").verdict is not Verdict.LISTED
    assert screen(index, "Brightmoor Trading LLC (Star)").verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    "name", ["Oleg Deripaska", "DERIPASKA, Oleg", "Rosneft Oil Company", "Deutsche Bank AG", "AT&T"]
)
def test_a_plain_name_has_no_other_readings(name: str) -> None:
    assert readings_of(name, Places()) == []


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    readings = readings_of(text, Places())
    assert len(readings) <= MOST_READINGS
    assert all(reading.text.strip() for reading in readings)


@pytest.mark.parametrize(
    "written", ["rosneft.com", "www.rosneft.ru", "info@rosneft.com", "https://rosneft.co.uk/en/about"]
)
def test_an_address_on_the_net_is_possible_and_no_more(index: Index, written: str) -> None:
    screening = screen(index, written)
    assert screening.verdict is Verdict.POSSIBLE
    assert [hit.entity_id for hit in screening.matches] == ["ofac-17022"]


@pytest.mark.parametrize("written", ["somebody@gmail.com", "example.com", "www.com"])
def test_a_host_that_many_share_is_nobody(index: Index, written: str) -> None:
    assert screen(index, written).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize("written", ["{} Bey", "{}, OBE", "{}-san", "{} Ph.D.", "{} (Ret.)", "{}, Esq.", "{} Effendi"])
def test_an_honorific_may_follow_a_name(index: Index, written: str) -> None:
    assert screen(index, written.format("Oleg Vladimirovich Deripaska")).verdict is Verdict.LISTED


@pytest.mark.parametrize("written", ["{} & Co", "{} & Co.", "{} & Cie", "{} and Company"])
def test_and_company_changes_no_name(index: Index, written: str) -> None:
    assert screen(index, written.format("Mahan Air")).verdict is not Verdict.NO_MATCH


def test_a_name_longer_than_its_field_is_found_by_its_beginning() -> None:
    long = "FEDERAL STATE BUDGETARY INSTITUTION OF SCIENCE FEDERAL RESEARCH CENTER KAZAN SCIENTIFIC CENTER"
    index = Index.build([a_listing(long)])
    hit = screen(index, long[:35]).hits[0]
    assert hit.is_match
    assert not hit.certain
    assert "a field of fixed width may have cut it" in " ".join(reason.says for reason in hit.reasons)
    assert screen(index, long[:20]).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize("name", ["김정은", "김 정은", "리병철", "Kim Jong Un-ssi"])
def test_korean_letters_are_read_syllable_by_syllable(name: str) -> None:
    index = Index.build(
        [a_person("KIM, Jong Un", entity_id="ofac-20157"), a_person("RI, Pyong Chol", entity_id="ofac-23215")]
    )
    assert len(screen(index, name).matches) == 1
    assert screen(index, "김정수").verdict is Verdict.NO_MATCH


def test_a_kunya_before_a_name_is_a_name_more_and_no_other_person() -> None:
    index = Index.build([a_person("SOLEIMANI, Qasem", entity_id="ofac-15101")])
    assert screen(index, "Abu Hassan Qasem Soleimani").verdict is Verdict.POSSIBLE


@pytest.mark.parametrize("street", ["20 rue Victor Hugo", "7 via Victor Hugo", "1204 calle Victor Hugo"])
def test_a_street_called_after_somebody_names_nobody(street: str) -> None:
    field = f"Bellweather Consulting, {street}, Caracas"
    assert not any("Victor" in reading.text.split()[0] for reading in readings_of(field, {"caracas"}))


def test_a_small_word_behind_a_number_of_something_else_parts_names() -> None:
    names = [reading.text for reading in readings_of("Invoice 20 via Mahan Air", {"caracas"})]
    assert "Mahan Air" in names


@pytest.mark.parametrize(
    "name",
    [
        "Oleg Vladimirovich Deripaska 02.01.1968",
        "DERIPASKA OLEG VLADIMIROVICH DOB 1968-01-02",
        "Oleg Vladimirovich Deripaska b. 1968",
        "Oleg Vladimirovich Deripaska CNIC 35202-1234567-1",
        "Oleg Vladimirovich Deripaska ID no. 4510 123456",
        "Oleg Vladimirovich Deripaska +7 495 123 4567",
        "Oleg%20Vladimirovich%20Deripaska",
        "Oleg&nbsp;Vladimirovich &#68;eripaska",
        r"Oleg\u0020Vladimirovich\u0020Deripaska",
    ],
)
def test_dates_and_numbers_behind_a_name_and_escapes_hide_nobody(index: Index, name: str) -> None:
    assert screen(index, name).verdict is Verdict.LISTED


@pytest.mark.parametrize("name", ["SPARTA 405123", "SPARTA VI", "STAR 12345"])
def test_a_number_that_may_be_of_a_ship_is_not_left_out(index: Index, name: str) -> None:
    assert screen(index, name).verdict is not Verdict.LISTED


def test_a_country_that_a_ministry_is_not_of_is_heard(index: Index) -> None:
    ministry = a_listing("MINISTRY OF DEFENCE", entity_id="ofac-7", addresses=(Address(country="Zimbabwe"),))
    ministries = Index.build([ministry, MAHAN])
    for written in ("{} (UK)", "{}, United Kingdom", "{} - Kenya", "{}, España"):
        assert screen(ministries, written.format("Ministry of Defence")).verdict is not Verdict.LISTED, written
    for written in ("{}", "{} (Zimbabwe)", "{}, Harare, Zimbabwe"):
        assert screen(ministries, written.format("Ministry of Defence")).verdict is Verdict.LISTED, written
    assert screen(ministries, "Mahan Air (UK)").verdict is Verdict.LISTED


@pytest.mark.parametrize("titles", ["Excmo. Sr. D.", "Ilmo. Sr.", "Egr. Dott.", "Exmo. Sr. Dr."])
def test_a_person_behind_titles_cut_off_is_not_hidden_by_an_office_after_a_comma(titles: str) -> None:
    minister = a_person("MENDOZA JOVER, Juan Jose", entity_id="ofac-26002")
    index = Index.build([minister, a_listing("MINISTRY OF DEFENSE", entity_id="ofac-1")])
    assert "MENDOZA JOVER, Juan Jose" in found(index, f"{titles} Juan Mendoza Jover, Ministro de Defensa")


@pytest.mark.parametrize(
    "title",
    [
        "Army General (ret.) {}",
        "Col. Gen. (retd) {}",
        "Hojjat ol-Eslam Dr {}",
        "S.E.M. {}, ancien Premier Ministre",
        "H.R.H. {}",
    ],
)
def test_a_person_is_found_behind_titles(index: Index, title: str) -> None:
    assert found(index, title.format("Oleg V. Deripaska")) == [DERIPASKA.name]


@pytest.mark.parametrize("written", ["MAHANAIR KERMAN", "MAHANAIR IRAN"])
def test_a_name_run_together_is_found_before_a_place(index: Index, written: str) -> None:
    assert found(index, written) == ["MAHAN AIR"]
