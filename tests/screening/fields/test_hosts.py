"""Names in addresses on the net and in names of files."""

from __future__ import annotations

import pytest

from bot.screening.fields.hosts import names_on_the_net
from bot.screening.query import Query
from bot.screening.screen import Index
from tests.builders import a_listing, a_person


@pytest.fixture(scope="module")
def index() -> Index:
    names = "CHEPIGA, Anatoliy", "ZABI, Vahap", "KOVACH, Dmitriy", "GERTLER, Dan"
    people = [a_person(name, entity_id=f"ofac-{at}") for at, name in enumerate(names)]
    return Index.build([*people, a_listing("WORLD HUMAN CARE", entity_id="ofac-9")])


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("anatoliy.chepiga@gmail.com", "CHEPIGA, Anatoliy"),
        ("chepiga_anatoliy@mail.ru", "CHEPIGA, Anatoliy"),
        ("mailto:anatoliychepiga@gmail.com", "CHEPIGA, Anatoliy"),
        ("passport_scan_vahap_zabi_2021.pdf", "ZABI, Vahap"),
        ("C:\\Users\\me\\CV-Vahap-Zabi.docx", "ZABI, Vahap"),
        ("https://www.linkedin.com/in/dmitriy-kovach-8b3a21", "KOVACH, Dmitriy"),
        ("facebook.com/dan.gertler", "GERTLER, Dan"),
        ("world_human_care_statutes.pdf", "WORLD HUMAN CARE"),
    ],
)
def test_who_is_in_it_is_asked_back_about(index: Index, text: str, listed: str) -> None:
    assert [hit.matched.text for hit in index.screen(Query(text)).matches] == [listed]


@pytest.mark.parametrize(
    "text",
    ["info@gmail.com", "dan@gmail.com", "scan_2021.pdf", "anna.kovach@gmail.com", "https://example.org/care/world"],
)
def test_nobody_else_is(index: Index, text: str) -> None:
    assert not index.screen(Query(text)).matches


def test_a_long_name_of_a_file_is_left_alone() -> None:
    assert not list(names_on_the_net("the_very_long_report_of_many_words_about_us_all.pdf"))
