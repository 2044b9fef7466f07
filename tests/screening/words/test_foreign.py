"""Names out of Cyrillic as the press of other languages writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.foreign import in_english
from tests.builders import a_person

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
    ],
)
def test_a_name_is_read_as_english_spells_it(spelt: str, english: str) -> None:
    assert english in in_english(spelt)


@pytest.mark.parametrize(
    "name", ["Sergey Lavrov", "IRAN SHIPPING LINES", "Bank of Cyprus", "John Smith", "خامنه‌ای", ""]
)
def test_a_name_without_the_marks_of_another_language_is_left_alone(name: str) -> None:
    assert not [*in_english(name)]


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
    assert found.matches[0].reasons[0].says.startswith("In the spelling of English: “V")


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
