"""People who are named by a family, and whose branch a text says it is."""

from __future__ import annotations

import pytest

from bot.screening.fields.beside import Token
from bot.screening.fields.families import may_be_of_a_family, of_families, of_founder
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.normalise import words_of
from tests.builders import a_listing, a_person

NAMES = (
    "SERDYUKOVA, Natalya Anatolevna", "VORONTSOVA, Maria Vladimirovna", "POLYAKOVA, Alla Viktorovna",
    "ALEKSINA, Ina Vladimirovna", "SUBRAMANIAM, Sharda", "RODRIGUEZ GOMEZ, Delcy Eloina", "KANDIHO, Abel",
    "OROZCO RODRIGUEZ, Sergio Armando", "ZULETA DE MERCHAN, Carmen Auxiliadora", "KIM, Min Jun",
    "BIBIKOVA, Yelena Vasilyevna",
)  # fmt: skip
FIRMS = "CJSC BELBIZNESLIZING", "VELA-MARINE LTD.", "SIBERIAN BRANCH OF THE RUSSIAN ACADEMY OF SCIENCES"


@pytest.fixture(scope="module")
def index() -> Index:
    people = [a_person(name, entity_id=f"ofac-{at}") for at, name in enumerate(NAMES)]
    return Index.build([*people, *(a_listing(name, entity_id=f"ofac-1{at}") for at, name in enumerate(FIRMS))])


def found(index: Index, name: str) -> list[str]:
    return [hit.matched.text for hit in index.screen(Query(name)).matches]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Natalya Serdyukova-Schmidt", "SERDYUKOVA, Natalya Anatolevna"),
        ("Natalya Schmidt-Serdyukova", "SERDYUKOVA, Natalya Anatolevna"),
        ("SCHMIDT-SERDYUKOVA, Natalya", "SERDYUKOVA, Natalya Anatolevna"),
        ("Maria Vorontsova-Schmidt", "VORONTSOVA, Maria Vladimirovna"),
        ("Sharda Rossi-Subramaniam", "SUBRAMANIAM, Sharda"),
        ("Alla Schmidt (née Polyakova)", "POLYAKOVA, Alla Viktorovna"),
        ("Alla Schmidt (Polyakova)", "POLYAKOVA, Alla Viktorovna"),
        ("Alla Schmidt, geb. Polyakova", "POLYAKOVA, Alla Viktorovna"),
        ("ALLA SCHMIDT NEE POLYAKOVA", "POLYAKOVA, Alla Viktorovna"),
        ("Schmidt Alla née Polyakova", "POLYAKOVA, Alla Viktorovna"),
        ("Ina Nowak z domu Aleksina", "ALEKSINA, Ina Vladimirovna"),
        ("Sharda Rossi nata Subramaniam", "SUBRAMANIAM, Sharda"),
        ("Yelena Vasilyevna Keller born Bibikova", "BIBIKOVA, Yelena Vasilyevna"),
        ("Delcy Eloina Rodriguez de Fernandez", "RODRIGUEZ GOMEZ, Delcy Eloina"),
        ("Delcy Eloina Rodriguez vda. de Fernandez", "RODRIGUEZ GOMEZ, Delcy Eloina"),
        ("Mr and Mrs Sergio & Jane Orozco Rodriguez", "OROZCO RODRIGUEZ, Sergio Armando"),
        ("Jane and Sharda Subramaniam", "SUBRAMANIAM, Sharda"),
        ("Herr und Frau Abel und Eva Kandiho", "KANDIHO, Abel"),
        ("Mr & Mrs Abel Kandiho", "KANDIHO, Abel"),
        ("ABC Trustees Ltd as trustee of the Abel Kandiho Settlement", "KANDIHO, Abel"),
        ("The Trustees of the Abel Kandiho Family Trust", "KANDIHO, Abel"),
        ("Abel Kandiho Discretionary Settlement", "KANDIHO, Abel"),
        ("EXECUTORS OF THE LATE ABEL KANDIHO", "KANDIHO, Abel"),
        ("Branch of CJSC BELBIZNESLIZING in Tbilisi", "CJSC BELBIZNESLIZING"),
        ("BRANCH OF VELA-MARINE LTD. IN TBILISI", "VELA-MARINE LTD."),
        ("Representative office of VELA-MARINE LTD. in Baku", "VELA-MARINE LTD."),
        ("Filiale von Vela-Marine Ltd. in Wien", "VELA-MARINE LTD."),
    ],
)
def test_the_person_or_the_firm_is_found(index: Index, name: str, listed: str) -> None:
    assert found(index, name) == [listed]


@pytest.mark.parametrize(
    "name",
    [
        "Natalya Ivanova-Schmidt",
        "Maria Schmidt-Natalya",
        "Boris Serdyukova-Schmidt",
        "Eva Schmidt née Keller",
        "Alla Schmidt née Keller",
        "Carmen Auxiliadora Zuleta de Molina",
        "Mr and Mrs Sergio & Jane Keller",
        "Kim Min-Hyeok",
        "Kim Seong-jun",
        "Branch of Vela Trading in Tbilisi",
        "The Abel Family Trust",
        "Kandiho & Sons Trading",
    ],
)
def test_nobody_else_is(index: Index, name: str) -> None:
    assert found(index, name) == []


def test_what_a_family_names_is_never_listed(index: Index) -> None:
    for name in ("Sharda Rossi-Subramaniam", "Sharda Rossi nata Subramaniam", "Abel Kandiho Family Trust"):
        assert index.screen(Query(name)).verdict is Verdict.POSSIBLE


def test_a_body_that_is_called_a_branch_stays_whole(index: Index) -> None:
    assert index.screen(Query("Siberian Branch of the Russian Academy of Sciences")).verdict is Verdict.LISTED


def tokens_of(text: str) -> list[Token]:
    return [Token(word, " ".join(words_of(word))) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Natalya Serdyukova-Schmidt", {"Natalya Schmidt": "schmidt", "Natalya Serdyukova": "serdyukova"}),
        ("Alla Schmidt (Polyakova)", {"Alla Polyakova": "polyakova"}),
        ("Delcy Eloina Rodriguez de Fernandez", {"Delcy Eloina Rodriguez": "rodriguez"}),
        ("Sergio and Jane Orozco", {"Sergio Orozco": "orozco", "Jane Orozco": "orozco"}),
        ("Abel Kandiho", {}),
    ],
)
def test_each_reading_is_a_guess_of_a_person_with_the_surname_that_must_be_theirs(
    text: str, persons: dict[str, str]
) -> None:
    found = list(of_families(tokens_of(text)))
    assert {reading.text: reading.family for reading in found} == persons
    assert all(reading.guess and reading.person for reading in found)


def test_a_trust_is_called_after_its_founder() -> None:
    assert [reading.text for reading in of_founder(tokens_of("The Abel Kandiho Trust"))] == ["Abel Kandiho"]
    assert list(of_founder(tokens_of("Abel Kandiho"))) == []


@pytest.mark.parametrize(("text", "may"), [("Maria Vorontsova-Schmidt", True), ("Abel Kandiho", False)])
def test_whether_there_may_be_a_family_is_told_at_once(text: str, may: bool) -> None:
    assert may_be_of_a_family(text, words_of(text)) is may
