"""What a name alone can prove: LISTED, POSSIBLE or no match."""

from __future__ import annotations

import pytest

from bot.sanctions.effect import Effect
from bot.sanctions.listing import Directive, Listing
from bot.sanctions.party import BirthDate, Identifier, Schema
from bot.screening.query import Hit, Query, Screening, Verdict
from bot.screening.screen import Index
from bot.screening.weights import COMMON_FROM
from tests.builders import a_listing, a_person

MANY = int(COMMON_FROM)
ROSNEFT = a_listing(
    aka=("ROSNEFT", "ROSNEFT OIL COMPANY", "OIL COMPANY ROSNEFT", "OJSC ROSNEFT OIL COMPANY"),
    identifiers=(
        Identifier("registration", "1027700043502", "Russia", "Registration ID"),
        Identifier("tax_id", "7706107510", "Russia", "Tax ID No."),
    ),
    directives=(Directive("EO13662", "2"), Directive("EO13662", "4")),
)
GAZPROMBANK = a_listing(
    "GAZPROMBANK JOINT STOCK COMPANY",
    entity_id="ofac-17016",
    aka=("GAZPROMBANK OAO",),
    identifiers=(Identifier("bic", "GAZPRUMM", label="SWIFT/BIC"),),
)
GAZPROM = a_listing("PUBLIC JOINT STOCK COMPANY GAZPROM", entity_id="ofac-17250", aka=("GAZPROM", "OAO GAZPROM"))
LUKOIL = a_listing("LUKOIL OAO", entity_id="ofac-17248", aka=("NEFTYANAYA KOMPANIYA LUKOIL OOO",))
CENTRAL_BANK = a_listing(
    "CENTRAL BANK OF THE RUSSIAN FEDERATION", entity_id="ofac-31695", aka=("BANK OF RUSSIA", "CENTRAL BANK OF RUSSIA")
)
SBERBANK = a_listing("PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", entity_id="ofac-17018", aka=("PJSC SBERBANK",))
DERIPASKA = a_person(birth_dates=(BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02"),), nationalities=("Russia",))
IVANOVS = [
    a_person("IVANOV, Ivan Petrovich", entity_id="ofac-1"),
    a_person("IVANOV, Ivan Sergeevich", entity_id="ofac-2"),
]
QADHAFI = a_person("QADHAFI, Muammar", entity_id="ofac-12606")
ALI = a_person("'ALI, Muhammad", entity_id="ofac-22113")
STAR = a_listing("STAR", entity_id="ofac-44022", schema=Schema.VESSEL)
LADY = a_listing(
    "LADY R", entity_id="ofac-35811", schema=Schema.VESSEL, identifiers=(Identifier("imo", "9161003", label="IMO"),)
)
WEAK = a_person("CARO QUINTERO, Rafael", entity_id="ofac-4673", weak=("RQ", "EL NARCO DE NARCOS"))

PARTIES: list[Listing] = [
    ROSNEFT, GAZPROMBANK, GAZPROM, LUKOIL, CENTRAL_BANK, SBERBANK, DERIPASKA, *IVANOVS, QADHAFI, ALI, STAR, LADY, WEAK,
]  # fmt: skip

WORDS = [f"{one}{other}OLIT" for one in "BDFGKLMNPR" for other in "AEIOU"]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(PARTIES, version="a test")


def screen(index: Index, name: str, **beside: object) -> Screening:
    return index.screen(Query(name, **beside))  # type: ignore[arg-type]


def top(index: Index, name: str, **beside: object) -> Hit:
    return screen(index, name, **beside).hits[0]


def says(hit: Hit) -> str:
    return " ".join(reason.says for reason in hit.reasons)


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Rosneft", "ofac-17022"),
        ("Rosneft Oil Company", "ofac-17022"),
        ("ПАО Роснефть", "ofac-17022"),
        ("Газпромбанк", "ofac-17016"),
        ("Lukoil", "ofac-17248"),
        ("Bank of Russia", "ofac-31695"),
        ("Gazprom", "ofac-17250"),
        ("Oleg Deripaska", "ofac-24283"),
        ("DERIPASKA Oleg Vladimirovich", "ofac-24283"),
        ("Олег Дерипаска", "ofac-24283"),
        ("ОЛЕГ ВЛАДИМИРОВИЧ ДЕРИПАСКА", "ofac-24283"),
        ("Оleg Dеripaska", "ofac-24283"),  # with a Cyrillic О and е
        ("Oleg\u200b Deri\u202epaska", "ofac-24283"),
    ],
)
def test_an_equal_full_strong_name_is_listed(index: Index, name: str, entity: str) -> None:
    screening = screen(index, name)
    assert screening.verdict is Verdict.LISTED
    assert screening.hits[0].entity_id == entity


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Deripaska", "ofac-24283"),
        ("O. Deripaska", "ofac-24283"),
        ("Muammar Kadafi", "ofac-12606"),
        ("Oleg Deripasko", "ofac-24283"),
        ("Ivan Ivanov", "ofac-1"),
        ("PJSC Sberbank of Rusia", "ofac-17018"),
        ("Rosnefft", "ofac-17022"),
    ],
)
def test_a_likely_name_is_possible_and_no_more(index: Index, name: str, entity: str) -> None:
    screening = screen(index, name)
    assert screening.verdict is Verdict.POSSIBLE
    assert entity in [hit.entity_id for hit in screening.matches]


@pytest.mark.parametrize(
    "name", ["Olga Deripaska", "Igor Deripaska", "Marks and Spencer", "AT&T", "Option Trading LLC", "Gazpromneft Aero"]
)
def test_another_name_is_no_match(index: Index, name: str) -> None:
    assert screen(index, name).verdict is Verdict.NO_MATCH


def test_gazprom_is_not_gazprombank(index: Index) -> None:
    assert [hit.entity_id for hit in screen(index, "Gazprom").matches] == ["ofac-17250"]


def test_a_firm_is_found_by_its_short_name_and_by_its_long_one() -> None:
    long, short = "STATE ATOMIC ENERGY CORPORATION ROSATOM", "ROSATOM"
    assert screen(Index.build([a_listing(long)]), "Rosatom").verdict is Verdict.POSSIBLE
    assert screen(Index.build([a_listing(short)]), long).verdict is Verdict.POSSIBLE


def test_bank_of_russia_is_the_central_bank_before_sberbank(index: Index) -> None:
    screening = screen(index, "Bank of Russia")
    assert screening.hits[0].matched.text == "BANK OF RUSSIA"
    assert all(hit.score < screening.hits[0].score for hit in screening.hits[1:])


@pytest.mark.parametrize("word", ["bank", "Ali", "Star", "LLC", "Ivan"])
def test_a_common_word_alone_asks_back_and_is_never_listed(index: Index, word: str) -> None:
    screening = screen(index, word)
    assert screening.verdict is not Verdict.LISTED
    assert word in screening.ask_back


@pytest.mark.parametrize(("parties", "asks_back"), [(MANY - 1, False), (MANY, True)])
def test_a_word_that_forty_parties_bear_and_nobody_is_called_by_asks_back(parties: int, asks_back: bool) -> None:
    bearers = [a_listing(f"ZARUBEZH {letters} LLC", entity_id=f"ofac-{n}") for n, letters in enumerate(WORDS[:parties])]
    assert bool(screen(Index.build(bearers), "Zarubezh").ask_back) is asks_back


def test_a_name_that_many_firms_hold_is_listed_where_one_is_called_just_so() -> None:
    subsidiaries = [a_listing(f"GAZPROM PART{n} LLC", entity_id=f"ofac-{n}") for n in range(60)]
    assert screen(Index.build([GAZPROM, *subsidiaries]), "Gazprom").verdict is Verdict.LISTED


def test_a_short_weak_alias_alone_never_matches(index: Index) -> None:
    assert not screen(index, "RQ").matches


def test_a_weak_alias_is_never_listed_and_says_that_it_is_weak(index: Index) -> None:
    hit = top(index, "El Narco de Narcos")
    assert hit.is_match
    assert not hit.certain
    assert "A weak alias, by the publisher's own mark." in says(hit)


def test_another_legal_form_is_a_slip_or_another_firm_so_a_person_decides() -> None:
    index = Index.build([a_listing("DEUTSCHE BANK AG")])
    assert screen(index, "Deutsche Bank").verdict is Verdict.LISTED
    assert screen(index, "Deutsche Bank Aktiengesellschaft").verdict is Verdict.LISTED
    assert screen(index, "Deutsche Bank GmbH").verdict is Verdict.POSSIBLE
    assert "Another legal form." in says(top(index, "Deutsche Bank GmbH"))


def test_a_cyrillic_name_is_equal_to_any_of_its_latin_spellings() -> None:
    index = Index.build([a_person("MILLER, Alexey Borisovich", entity_id="ofac-24083")])
    assert screen(index, "Алексей Миллер").verdict is Verdict.LISTED
    assert screen(index, "Алексей Борисович Миллер").verdict is Verdict.LISTED
    assert screen(index, "Aleksei Miller").verdict is Verdict.POSSIBLE


def test_a_given_name_in_another_language_is_no_equal_name() -> None:
    index = Index.build([a_person("SMITH, John", entity_id="ofac-1")])
    assert screen(index, "Иван Смит").verdict is not Verdict.LISTED


def test_junior_is_another_man_until_more_is_known() -> None:
    index = Index.build([a_person("IVANOV JR., Sergey", entity_id="ofac-34598")])
    assert screen(index, "Sergey Ivanov").verdict is Verdict.POSSIBLE
    assert screen(index, "Sergey Ivanov Jr").verdict is Verdict.LISTED


def test_a_letter_in_a_ships_name_counts() -> None:
    assert not top(Index.build([a_listing("S PUMA", schema=Schema.VESSEL)]), "Puma").certain


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("IMO 9161003", "ofac-35811"),
        ("9161003", "ofac-35811"),
        ("imo9161003", "ofac-35811"),
        ("Lady R (IMO 9161003)", "ofac-35811"),
        ("7706107510", "ofac-17022"),
        ("ИНН 7706107510", "ofac-17022"),
        ("ОГРН 1027700043502", "ofac-17022"),
        ("GAZPRUMM", "ofac-17016"),
        ("GAZPRUMMXXX", "ofac-17016"),
        ("SWIFT: gazprumm", "ofac-17016"),
    ],
)
def test_an_identifier_typed_as_the_name_is_listed(index: Index, typed: str, entity: str) -> None:
    screening = screen(index, typed)
    assert screening.verdict is Verdict.LISTED
    assert screening.hits[0].entity_id == entity
    assert "Same identifier" in says(screening.hits[0])


@pytest.mark.parametrize("name", ["ASF-INNOVATIONS LLC", "SWIFT AIRLINES", "INN COMPANY", "ETHOS 2000"])
def test_a_name_that_looks_like_a_labelled_number_stays_whole(name: str) -> None:
    index = Index.build([a_listing(name), a_listing("ASF-DEVELOPMENT LLC", entity_id="ofac-2")])
    assert screen(index, name).hits[0].matched.text == name


def test_an_equal_identifier_beside_another_name_is_listed(index: Index) -> None:
    screening = screen(index, "Some Other Ship", identifiers={"imo": "IMO 9161003"})
    assert screening.verdict is Verdict.LISTED
    assert screening.hits[0].entity_id == "ofac-35811"


def test_an_imo_number_with_a_wrong_check_digit_is_said_to_be_wrong(index: Index) -> None:
    screening = screen(index, "IMO 9161004")
    assert screening.verdict is Verdict.NO_MATCH
    assert "not a valid IMO number" in screening.ask_back


def test_another_imo_number_speaks_against_a_ship_of_the_same_name(index: Index) -> None:
    hit = top(index, "Lady R", identifiers={"imo": "9074729"})
    assert not hit.certain
    assert "The IMO differs: asked 9074729, listed 9161003." in says(hit)


def test_a_birth_date_raises_or_lowers_and_says_so(index: Index) -> None:
    plain = top(index, "Oleg Deripaska")
    same = top(index, "Oleg Deripaska", birth_date="1968-01-02")
    near = top(index, "Oleg Deripaska", birth_date="1969")
    other = top(index, "Oleg Deripaska", birth_date="1988-05-05")
    assert same.score >= plain.score > near.score > other.score
    assert same.certain
    assert not near.certain
    assert "Birth year differs by 1" in says(near)
    assert "Birth year differs by 20" in says(other)
    assert other.is_match


def test_more_input_never_drops_a_hit(index: Index) -> None:
    for beside in (
        {"birth_date": "1901"},
        {"country": "Peru"},
        {"schema": Schema.VESSEL},
        {"identifiers": {"inn": "500100732259"}},
    ):
        assert "ofac-24283" in [hit.entity_id for hit in screen(index, "Oleg Deripaska", **beside).hits]


def test_the_wrong_type_is_not_listed_and_says_why(index: Index) -> None:
    hit = top(index, "Rosneft", schema=Schema.VESSEL)
    assert not hit.certain
    assert "The question is about a vessel, the list has an organization." in says(hit)


def test_country_is_compared_by_name_or_code(index: Index) -> None:
    assert "Same country." in says(top(index, "Oleg Deripaska", country="ru"))
    assert "Country differs: asked Peru, listed Russia." in says(top(index, "Oleg Deripaska", country="Peru"))


def test_reasons_are_sentences_that_name_the_words(index: Index) -> None:
    assert says(top(index, "Rosneft")) == "Same name."
    deripaska = says(top(index, "Oleg Deripaska"))
    assert "The list adds “Vladimirovich”." in deripaska
    assert "“Kadafi” is a form of “Qadhafi”" in says(top(index, "Muammar Kadafi"))


def test_one_party_on_two_lists_is_one_hit_with_the_strongest_effect() -> None:
    cons = a_listing("SBERBANK", entity_id="ofac-17018", directives=(Directive("EO13662", "1"),))
    sdn = a_listing("SBERBANK", entity_id="ofac-17018", list="us_ofac_sdn", programs=("RUSSIA-EO14024",))
    index = Index.build([cons, sdn])
    (hit,) = screen(index, "Sberbank").hits
    assert index.entities == 1
    assert hit.lists == ("us_ofac_sdn", "us_ofac_cons")
    assert hit.effect is Effect.BLOCKING
    assert hit.programs == ("RUSSIA-EO14024", "UKRAINE-EO13662")
    (only,) = screen(index, "Sberbank", lists=frozenset({"us_ofac_cons"})).hits
    assert only.lists == ("us_ofac_cons",)
    assert only.effect is Effect.SECTORAL
    assert not screen(index, "Sberbank", lists=frozenset({"un_sc"})).hits


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u202e", "!!!", "\x00\x07"])
def test_nothing_in_gives_nothing_out(index: Index, nothing: str) -> None:
    screening = screen(index, nothing)
    assert screening.verdict is Verdict.NOT_CHECKED
    assert screening.hits == ()


def test_an_empty_index_answers(index: Index) -> None:
    assert screen(Index.build([]), "Rosneft").verdict is Verdict.NO_MATCH
    assert (index.entities, index.size) == (14, 27)
    assert index.version == "a test"


TRON, BITCOIN = "TX5GV4DyfxNB3rPkzZJhmqZ1efVmL4rEqG", "18Ke1QWE9nQfXuhJijHggZuPJ5ZYxapoBK"
BECH32 = "bc1qe95l438kzjcvnsm3kn8n5augf9gpctdlhsq7f7hpnkyvlr7rc7cqupapf7"
ETHER = "0x7Db418b5D567A4e0E8c59Ad71BE1FcE48f3E6107"
CASH = "qpusmp64rajses77x95g9ah825mtyyv74smwwkxhx3"


@pytest.fixture(scope="module")
def wallets() -> Index:
    held = tuple(Identifier("wallet", value, label="XBT") for value in (TRON, BITCOIN, BECH32, ETHER, CASH))
    return Index.build([a_person("CHEN, Xiaobing", entity_id="ofac-1", identifiers=held)])


@pytest.mark.parametrize("typed", [TRON, BITCOIN, BECH32, BECH32.upper(), ETHER, ETHER.lower(), CASH, CASH.upper()])
def test_a_wallet_is_equal_as_its_scheme_compares(wallets: Index, typed: str) -> None:
    assert screen(wallets, typed).verdict is Verdict.LISTED
    assert screen(wallets, "somebody", identifiers={"wallet": typed}).verdict is Verdict.LISTED


@pytest.mark.parametrize("typed", [TRON.lower(), BITCOIN.upper(), BITCOIN.swapcase()])
def test_a_base58_address_in_other_capitals_is_not_the_listed_one(wallets: Index, typed: str) -> None:
    for screening in (screen(wallets, typed), screen(wallets, "somebody", identifiers={"wallet": typed})):
        assert screening.verdict is Verdict.POSSIBLE
        assert "differs in capital letters alone" in says(screening.hits[0])


@pytest.mark.parametrize(("asked", "listed"), [("SABRRUMM", "SABRRUMMXXX"), ("SABRRUMMXXX", "SABRRUMM")])
def test_a_bic_of_eight_equals_its_eleven_with_xxx(asked: str, listed: str) -> None:
    index = Index.build([a_listing("SBERBANK", identifiers=(Identifier("bic", listed),))])
    assert screen(index, "some bank", identifiers={"bic": asked}).verdict is Verdict.LISTED


@pytest.mark.parametrize(
    ("asked", "listed"), [("SABRRUMMEA1", "SABRRUMM"), ("SABRRUMM", "SABRRUMMEA1"), ("SABRRUMMNA1", "SABRRUMMEA1")]
)
def test_another_branch_of_a_bank_is_possible_and_says_so(asked: str, listed: str) -> None:
    index = Index.build([a_listing("SBERBANK", identifiers=(Identifier("bic", listed),))])
    for screening in (screen(index, "some bank", identifiers={"bic": asked}), screen(index, f"SWIFT: {asked}")):
        assert screening.verdict is Verdict.POSSIBLE
        assert "another branch of the same bank" in says(screening.hits[0])


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("Oleg Deripaska", {"birth_date": "1988-05-05"}),
        ("Oleg Vladimirovich Deripaska", {"birth_date": "1901", "country": "Peru"}),
        ("Олег Дерипаска", {"birth_date": "1988-05-05", "country": "Peru"}),
        ("Oleg Deripasko", {"birth_date": "1988-05-05"}),
        ("Deripaska", {"birth_date": "1968-02-01"}),
        ("O. Deripaska", {"birth_date": "1969", "country": "Peru"}),
    ],
)
def test_a_birth_date_that_differs_makes_no_match_of_nobody(index: Index, name: str, beside: dict[str, str]) -> None:
    screening = screen(index, name, **beside)
    assert screening.verdict is Verdict.POSSIBLE
    assert {"birth_date"} & {reason.kind for reason in screening.hits[0].reasons}


@pytest.mark.parametrize("placeholder", ["0000-00-00", "1900-01-01", "1899-12-30", "9999-12-31"])
def test_a_placeholder_is_no_birth_date(index: Index, placeholder: str) -> None:
    assert screen(index, "Oleg Deripaska", birth_date=placeholder).hits == screen(index, "Oleg Deripaska").hits


@pytest.mark.parametrize(
    "asked", ["Роснефть Rosneft", "Rosneft Роснефть", "ROSNEFT, РОСНЕФТЬ", "Rosneft 俄罗斯石油公司", "ООО Rosneft"]
)
def test_a_name_that_is_said_again_in_another_script_is_found(asked: str) -> None:
    assert Index.build([ROSNEFT, GAZPROM]).screen(Query(asked)).verdict is Verdict.LISTED


@pytest.mark.parametrize("asked", ["华为技术有限公司", "조선광업개발", "俄罗斯联邦储蓄银行"])
def test_nobody_is_said_to_be_unlisted_by_a_name_in_a_script_that_lists_do_not_print(asked: str) -> None:
    screening = Index.build([ROSNEFT, GAZPROM]).screen(Query(asked))
    assert screening.verdict is Verdict.NOT_CHECKED
    assert "in Latin letters" in screening.ask_back
