"""Names in formats that part them by rule."""

from __future__ import annotations

import pytest

from bot.screening.fields.formats import of_formats
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person


@pytest.fixture(scope="module")
def index() -> Index:
    names = "GERTLER, Dan", "KHAZEIN, Mahmoud", "NURIEV, Marat", "GUZMAN LOERA, Joaquin", "LI, Yi", "PHUANGPHET, Suwit"
    people = [a_person(name, entity_id=f"ofac-{at}") for at, name in enumerate(names)]
    return Index.build([*people, a_listing("ROSNEFT", entity_id="ofac-17")])


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("LastName=Gertler;FirstName=Dan", "GERTLER, Dan"),
        ("FirstName=Dan&LastName=Gertler", "GERTLER, Dan"),
        ("last_name=Gertler first_name=Dan", "GERTLER, Dan"),
        ('{"firstName": "Dan", "lastName": "Gertler", "dob": "1973-12-23"}', "GERTLER, Dan"),
        ("{'family': 'Guzman Loera', 'given': 'Joaquin'}", "GUZMAN LOERA, Joaquin"),
        ("Nachname: Gertler Vorname: Dan", "GERTLER, Dan"),
        ("Apellidos: Guzman Loera Nombres: Joaquin", "GUZMAN LOERA, Joaquin"),
        ("<LastName>Gertler</LastName><FirstName>Dan</FirstName>", "GERTLER, Dan"),
        ("Фамилия: Gertler, имя: Dan", "GERTLER, Dan"),
        ("P<RUSKHAZEIN<<MAHMOUD<<<<<<<<<<<<<<<<<<<<<<", "KHAZEIN, Mahmoud"),
        ("P<D<<NURIEV<<MARAT<<<<<<<<<<<<<<<<<<<<", "NURIEV, Marat"),
        ("GUZMAN<LOERA<<JOAQUIN", "GUZMAN LOERA, Joaquin"),
        ("NURIEV/MARATMR", "NURIEV, Marat"),
        ("NURIEV/MARAT MR", "NURIEV, Marat"),
        ("/DE89370400440532013000 SUWIT PHUANGPHET 12 MAIN ST BERLIN", "PHUANGPHET, Suwit"),
        ("Yi Li (born 1961)", "LI, Yi"),
    ],
)
def test_the_name_is_put_together(index: Index, text: str, listed: str) -> None:
    screening = index.screen(Query(text))
    assert [hit.matched.text for hit in screening.matches] == [listed]
    assert screening.verdict is Verdict.LISTED


@pytest.mark.parametrize(
    "text",
    [
        "LastName=Keller;FirstName=Dan",
        '{"firstName": "Marat", "lastName": "Keller"}',
        "P<RUSKELLER<<MAHMOUD<<<<<<<<<<<<",
        "KELLER/MARATMR",
    ],
)
def test_half_a_name_is_nobodys(index: Index, text: str) -> None:
    assert index.screen(Query(text)).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize("text", ["LastName=Keller;FirstName=Eva;Employer=Rosneft", "KELLER/ROSNEFT", "ROSNEFT/KELLER"])
def test_another_party_beside_it_is_not_lost(index: Index, text: str) -> None:
    assert [hit.matched.text for hit in index.screen(Query(text)).matches] == ["ROSNEFT"]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("LastName=Gertler;FirstName=Dan", ["Dan Gertler"]),
        ("P<RUSKHAZEIN<<MAHMOUD<<<<", ["MAHMOUD KHAZEIN"]),
        ("NURIEV/MARATMR", ["MARAT NURIEV", "MARATMR NURIEV"]),
        ("Dan Gertler", []),
    ],
)
def test_a_format_gives_the_given_name_before_the_surname(field: str, names: list[str]) -> None:
    assert [reading.text for reading in of_formats(field)[0]] == names
