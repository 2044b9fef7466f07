"""Escapes, and letters that were read in another encoding than they were written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.fields.escapes import unescaped
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_person


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Joaquin%20Guzman%20Loera", "Joaquin Guzman Loera"),
        ("Joaquin%2520Guzman", "Joaquin Guzman"),
        ("Joaquin=20Guzman", "Joaquin Guzman"),
        ("Joaqu=C3=ADn", "Joaquín"),
        ("Dan\\u0020Gertler", "Dan Gertler"),
        ("Dan\\x20Gertler", "Dan Gertler"),
        ("Dan_x0020_Gertler", "Dan Gertler"),
        ("Dan&amp;nbsp;Gertler", "Dan\xa0Gertler"),
        ("&#79;&#108;&#101;&#103;", "Oleg"),
        ("RodrÃ\xadguez GÃ³mez", "Rodríguez Gómez"),
        ("MuÃƒÂ±oz", "Muñoz"),
        ("Nikola JokiÄ‡", "Nikola Jokić"),
        ("ÐŸÑƒÑ‚Ð¸Ð½ Ð’Ð»Ð°Ð´Ð¸Ð¼Ð¸Ñ€", "Путин Владимир"),
        ("РџСѓС‚РёРЅ Р’Р»Р°РґРёРјРёСЂ", "Путин Владимир"),
        ("Ïóòèí Âëàäèìèð", "Путин Владимир"),
        ("ðÕÔÉÎ ÷ÌÁÄÉÍÉÒ", "Путин Владимир"),
    ],
)
def test_what_a_machine_made_of_a_name_is_undone(typed: str, meant: str) -> None:
    assert unescaped(typed) == meant


@pytest.mark.parametrize(
    "name",
    [
        *("Müller Straße", "Éléonore Çelik", "CAFÉ– X", "Đào Văn", "Île-de-France «Été»", "Øyvind Åse", "Žižek"),
        *("Yоlаndа Еѕthеlа SОТО GIL", "Неrmаn Оѕkаrоvісh GRЕF", "ВІ Тимофій Володимирович"),  # look-alike letters
        *("Путин «Россия»", "100% Natural", "A=BC", "AT&T", "Öz Ää", "محمد", "金正恩", "FirstName=DEAN"),
    ],
)
def test_a_name_as_it_is_stays_as_it_is(name: str) -> None:
    assert unescaped(name) == name


@given(st.text(max_size=60))
def test_nothing_breaks_it(text: str) -> None:
    assert isinstance(unescaped(text), str)


def test_such_a_name_is_found() -> None:
    index = Index.build([a_person("PUTIN, Vladimir Vladimirovich"), a_person("GERTLER, Dan", entity_id="ofac-2")])
    for name in ("ÐŸÑƒÑ‚Ð¸Ð½ Ð’Ð»Ð°Ð´Ð¸Ð¼Ð¸Ñ€", "Ïóòèí Âëàäèìèð", "Dan=20Gertler"):
        assert index.screen(Query(name)).verdict is not Verdict.NO_MATCH, name
