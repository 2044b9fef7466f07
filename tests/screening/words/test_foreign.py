"""Names out of Cyrillic as the press of other languages writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.data import data_lines
from bot.screening.words.foreign import as_listed, in_english, with_article
from bot.screening.words.weak_words import COMMON_PEOPLE
from tests.builders import a_listing, a_person

VOLODIN = "VOLODIN, Vyacheslav Victorovich"
SHOIGU = "SHOIGU, Sergei Kuzhugetovich"
PATRUSHEV = "PATRUSHEV, Nikolai Platonovich"


@pytest.mark.parametrize(
    ("spelt", "english"),
    [
        ("Wjatscheslaw Wolodin", "vyacheslav volodin"),
        ("Jewgeni Prigoschin", "yevgeni prigozhin"),
        ("Siergiej Szojgu", "sergey shoygu"),
        ("Vjatsjeslav Volodin", "vyacheslav volodin"),
        ("Nikolaj Patroesjev", "nikolay patrushev"),
        ("Szergej Lavrov", "sergey lavrov"),
        ("Sergejs Lavrovs", "sergey lavrov"),
        ("İgor Seçin", "i̇gor sechin"),
        ("Evgueni Prigojine", "evgeni prigozhin"),
        ("M. Tchemezov", "chemezov"),
        ("Aleksandr Jakubowski", "aleksandr yakubovski"),
        ("Oleksii Hordieiev", "oleksy gordeyeev"),
        ("Arkadii Hostiev", "arkady gostev"),
        ("Serhii Horniakov", "sergy gornyakov"),
        ("Bank St. Petersburg", "bank saint petersburg"),
        ("Банк Санкт-Петербург", "bank saint peterburg"),
        ("Московский кредитный банк", "moscow loan bank"),
        ("Дальневосточный банк", "far-eastern bank"),
        ("Далекосхідний банк", "far-eastern bank"),
        ("Первый канал", "first channel"),
        ("Banque de Développement des Exportations d'Iran", "bank development export iran"),
        ("Russischer Fonds für Direktinvestitionen", "russian fund direct investment"),
        ("Fondo Ruso de Inversión Directa", "fund russian investment direct"),
        ("Belarussisches Automobilwerk OAO BelAZ", "belarusian automobile plant oao belaz"),
        ("المصرف التجاري السوري", "bank commercial syria"),
        ("بانک توسعه صادرات ایران", "bank development export iran"),
    ],
)
def test_a_name_is_read_as_english_spells_it(spelt: str, english: str) -> None:
    assert english in in_english(spelt)


@pytest.mark.parametrize(
    "name", ["Sergey Lavrov", "IRAN SHIPPING LINES", "Bank of Cyprus", "John Smith", "Hannah Holm", ""]
)
def test_a_name_without_the_marks_of_another_language_is_left_alone(name: str) -> None:
    assert not [*in_english(name)]


@pytest.mark.parametrize(
    ("spelt", "english", "surname"),
    [
        ("Mohamed Abdallah Saleh Essoughayer", "mohamed abdallah saleh al-sughayer", "sughayer"),
        ("Ahmed Khalaf Chebib Eddoulaimi", "ahmed khalaf shebib al-dulaimi", "dulaimi"),
        ("Louna Echchibl", "luna al-shibl", "shibl"),
        ("Asef Eddeker", "asef al-deker", "deker"),
        ("Nabil Ali Ahmed Elhadha", "nabil ali ahmed al-hadha", "hadha"),
    ],
)
def test_an_article_is_read_as_it_sounds(spelt: str, english: str, surname: str) -> None:
    assert [*with_article(spelt, lambda word: False)] == [(english, surname)]


def test_but_in_no_word_that_a_list_has() -> None:
    assert [*with_article("Mohammed Essaadi", {"essaadi"}.__contains__)] == []
    assert [*with_article("Ella Franco", lambda word: False)] == []


@pytest.mark.parametrize("other", ["Ali Elhamdi", "Ahmed Elkamel"])
def test_a_given_name_is_no_surname_with_an_article(other: str) -> None:
    index = Index.build([a_person("AL-ALI, Hamid"), a_person("AHMAD, Rima Kamel Nazem", entity_id="ofac-2")])
    assert not index.screen(Query(other)).matches


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_and_never_as_itself(text: str) -> None:
    assert text not in in_english(text)


@pytest.mark.parametrize(
    "spelt", ["Wjatscheslaw Wolodin", "Wiaczesław Wołodin", "Vjacseszlav Vologyin", "Vjatjeslav Volodin"]
)
def test_a_listed_person_is_a_possible_match_and_the_answer_says_how_it_was_read(spelt: str) -> None:
    index = Index.build([a_person(VOLODIN), a_person(SHOIGU, entity_id="ofac-26759")])
    found = index.screen(Query(spelt))
    assert found.verdict is Verdict.POSSIBLE
    assert [hit.name for hit in found.matches] == [VOLODIN]
    assert found.matches[0].reasons[0].says.startswith("Read as: “V")


@pytest.mark.parametrize(
    ("spelt", "listed"),
    [
        ("Patrouchev", "PATRUSHEV, Nikolai Platonovich"),
        ("Patrusheff", "PATRUSHEV, Nikolai Platonovich"),
        ("Loukachenko", "LUKASHENKO, Aleksandr Grigorevich"),
        ("Choïgou", SHOIGU),
        ("Poutine", "PUTIN, Vladimir Vladimirovich"),
        ("Michoustine", "MISHUSTIN, Mikhail Vladimirovich"),
        ("Guerassimov", "GERASIMOV, Valery"),
        ("Valentina Matwijenko", "MATVIENKO, Valentina"),
        ("Chamenei", "KHAMENEI, Mojtaba"),
        ("Jamenei", "KHAMENEI, Mojtaba"),
        ("Ayatollah Khamenei", "KHAMENEI, Mojtaba"),
        ("El ayatolá Jamenei", "KHAMENEI, Mojtaba"),
        ("Iakounine", "YAKUNIN, Vladimir Ivanovich"),
        ("Dschannati", "JANNATI, Ahmad"),
    ],
)
def test_a_surname_in_french_german_or_spanish_needs_no_mark(spelt: str, listed: str) -> None:
    found = Index.build([a_person(listed)]).screen(Query(spelt))
    assert found.verdict is Verdict.POSSIBLE
    assert [hit.name for hit in found.matches] == [listed]


def test_but_that_a_list_has_the_word_that_comes_of_it_and_not_the_one_typed() -> None:
    listed = {"khalil", "khamenei", "jalil", "yun", "putin"}.__contains__
    assert [*as_listed("Jalil Poutine", listed)] == ["jalil putin"]
    assert [*as_listed("Jaramillo Bouchard", listed)] == []
    assert [*as_listed("Ji Hoo Youn", listed)] == []


def test_a_weak_alias_does_not_stand_before_a_name_in_another_spelling() -> None:
    alias = a_person("MUHAMMAD, Kayiira", weak=("Kaida",), entity_id="ofac-2")
    index = Index.build([a_listing("AL QA'IDA", schema=Schema.ORGANIZATION), alias])
    for spelt in ("Al Kaida", "Al-Kaïda", "al kaida"):
        found = index.screen(Query(spelt))
        assert found.verdict is Verdict.POSSIBLE
        assert found.matches[0].name == "AL QA'IDA"


def test_a_field_with_more_than_the_name_is_read_so_too() -> None:
    index = Index.build([a_person(PATRUSHEV)])
    found = index.screen(Query("Begünstigter: Nikolai Patruschew, Moskau"))
    assert found.verdict is Verdict.POSSIBLE


def test_a_name_that_is_found_as_typed_is_not_respelt() -> None:
    index = Index.build([a_person("SCHMIDT, Mark"), a_person("SHMIDT, Mark", entity_id="ofac-2")])
    assert index.screen(Query("Mark Schmidt")).matches[0].name == "SCHMIDT, Mark"


def test_a_party_that_several_readings_find_is_told_once() -> None:
    index = Index.build([a_person("SHASHIN, Aleksandr"), a_person("LAVROV, Sergei", entity_id="ofac-2")])
    for spelt in ("Alexander Schaschin", "Aleksandr Szaszyn", "Sergejs Lavrovs"):
        found = index.screen(Query(spelt))
        ids = [hit.entity_id for hit in found.hits]
        assert found.verdict is Verdict.POSSIBLE
        assert len(ids) == len(set(ids))


WORLD = {
    "MAHAN AIR": Schema.ORGANIZATION,
    "KIM, Jong Un": Schema.PERSON,
    "RI, Pyong Chol": Schema.PERSON,
    "GUZMAN LOERA, Joaquin": Schema.PERSON,
    "LAM, Carrie": Schema.PERSON,
    "TORNADO CASH": Schema.ORGANIZATION,
    "AL QA'IDA": Schema.ORGANIZATION,
    "TRILIANCE PETROCHEMICAL CO. LTD.": Schema.COMPANY,
    "GRACEFUL": Schema.VESSEL,
    "PUTIN, Vladimir Vladimirovich": Schema.PERSON,
    "GERASIMOV, Valery": Schema.PERSON,
    "SECHIN, Igor Ivanovich": Schema.PERSON,
    "ISLAMIC REVOLUTIONARY GUARD CORPS": Schema.ORGANIZATION,
    "HAQQANI NETWORK": Schema.ORGANIZATION,
    "ISLAMIC STATE OF IRAQ AND THE LEVANT": Schema.ORGANIZATION,
    "FEDERAL SECURITY SERVICE": Schema.ORGANIZATION,
    "CENTRAL BANK OF IRAN": Schema.ORGANIZATION,
    "STATE CORPORATION ROSTEC": Schema.ORGANIZATION,
    "ISIL": Schema.ORGANIZATION,
}


@pytest.fixture(scope="module")
def world() -> Index:
    return Index.build([a_listing(name, entity_id=f"ofac-{at}", schema=WORLD[name]) for at, name in enumerate(WORLD)])


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Махан Эйр", "MAHAN AIR"),
        ("Махан Ейр", "MAHAN AIR"),
        ("Ким Чен Ын", "KIM, Jong Un"),
        ("Ли Пён Чхоль", "RI, Pyong Chol"),
        ("Хоакин Гусман Лоэра", "GUZMAN LOERA, Joaquin"),
        ("Керрі Лам", "LAM, Carrie"),
        ("Торнадо Кэш", "TORNADO CASH"),
        ("Аль-Каида", "AL QA'IDA"),
        ("Трилианс Петрокемикал Ко Лтд", "TRILIANCE PETROCHEMICAL CO. LTD."),
        ("Грейсфул", "GRACEFUL"),
        ("Ростех", "STATE CORPORATION ROSTEC"),
        ("Ростехом", "STATE CORPORATION ROSTEC"),
        ("Корпорация Ростех", "STATE CORPORATION ROSTEC"),
        ("فلاديمير بوتين", "PUTIN, Vladimir Vladimirovich"),
        ("إيغور سيتشين", "SECHIN, Igor Ivanovich"),
        ("خواكين غوزمان لويرا", "GUZMAN LOERA, Joaquin"),
        ("Ίγκορ Σέτσιν", "SECHIN, Igor Ivanovich"),
        ("Κιμ Γιονγκ Ουν", "KIM, Jong Un"),
    ],
)
def test_a_name_that_another_alphabet_writes_by_sound_is_asked_back(world: Index, typed: str, listed: str) -> None:
    found = world.screen(Query(typed))
    assert found.verdict is Verdict.POSSIBLE
    assert [hit.name for hit in found.matches] == [listed]


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Corps des gardiens de la révolution islamique", "ISLAMIC REVOLUTIONARY GUARD CORPS"),
        ("Корпус стражей исламской революции", "ISLAMIC REVOLUTIONARY GUARD CORPS"),
        ("Réseau Haqqani", "HAQQANI NETWORK"),
        ("Haqqani-Netzwerk", "HAQQANI NETWORK"),
        ("Etat islamique en Irak et au Levant", "ISLAMIC STATE OF IRAQ AND THE LEVANT"),
        ("Servicio Federal de Seguridad", "FEDERAL SECURITY SERVICE"),
        ("Федеральна служба безпеки", "FEDERAL SECURITY SERVICE"),
        ("Banque Centrale d'Iran", "CENTRAL BANK OF IRAN"),
        ("Центральный банк Ирана", "CENTRAL BANK OF IRAN"),
        ("Zentralbank des Iran", "CENTRAL BANK OF IRAN"),
        ("ИГИЛ", "ISIL"),
        ("EIIL", "ISIL"),
    ],
)
def test_a_body_in_another_language_is_asked_back(world: Index, typed: str, listed: str) -> None:
    found = world.screen(Query(typed))
    assert found.verdict is Verdict.POSSIBLE
    assert [hit.name for hit in found.matches] == [listed]


def test_no_name_of_many_people_is_a_word_of_bodies() -> None:
    bodies = {english for line in data_lines("translated_words.txt") for english in line.partition(" | ")[0].split()}
    read = {name: {word for text in in_english(name) for word in text.split()} for name in COMMON_PEOPLE}
    assert [name for name, words in read.items() if words & bodies] == []


@pytest.mark.parametrize(
    "typed", ["Banque Centrale de Tunisie", "Банк Мосты", "Réseau ferré de France", "Иван Петров", "محمد صلاح"]
)
def test_others_in_those_languages_are_nobody(world: Index, typed: str) -> None:
    assert world.screen(Query(typed)).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Московский кредитный банк", "CREDIT BANK OF MOSCOW"),
        ("Уральский банк реконструкции и развития", "URAL BANK FOR RECONSTRUCTION AND DEVELOPMENT"),
        ("Дальневосточный банк", "FAR EASTERN BANK"),
        ("Первый канал", "JOINT STOCK COMPANY CHANNEL ONE"),
    ],
)
def test_an_adjective_before_what_bodies_are_called_is_of_the_body_and_nobodys_surname(asked: str, listed: str) -> None:
    men = [a_person(f"{name}, Alexander", entity_id=name) for name in ("MOSKOVSKY", "URALSKIY", "PERVYI")]
    index = Index.build([*men, a_listing(listed, entity_id="body", schema=Schema.ORGANIZATION)])
    screening = index.screen(Query(asked))
    assert screening.verdict is Verdict.POSSIBLE
    assert [hit.name for hit in screening.matches] == [listed]
    assert index.screen(Query("Московский")).matches
