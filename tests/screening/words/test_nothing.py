"""Names that say nothing of whom is meant, told from names that merely look so."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.data import data_lines
from bot.screening.words.nothing import says_nothing
from tests.builders import a_listing, a_person


@pytest.mark.parametrize(
    "name",
    [
        "LLC", "ООО", "ООО «»", "GmbH & Co. KG", "Public Joint Stock Company", "Limited Liability Company", "Ltd.",
        "N/A", "n/a", "unknown", "(none)", "TBD", "-", "...", "0", "123", "Неизвестно", "не указано", "немає",
        "keine Angabe", "Non renseigné", "sin datos", "***",
    ],
)  # fmt: skip
def test_a_stopgap_or_a_legal_form_alone_says_nothing(name: str) -> None:
    assert says_nothing(name)
    screening = Index.build([a_person()]).screen(Query(name))
    assert (screening.verdict, screening.hits) == (Verdict.NOT_CHECKED, ())
    assert screening.ask_back.count(".") >= 1


@pytest.mark.parametrize(
    "name",
    [
        "7-Eleven",
        "3M",
        "Li",
        "中国石油",
        "TotalEnergies",
        "Na Li",
        "Nil Ltd",
        "Test Rite Ltd",
        "General Trading LLC",
        "Divers SA",
    ],
)
def test_a_name_that_merely_looks_so_is_screened(name: str) -> None:
    assert not says_nothing(name)


def test_a_listed_party_that_is_called_so_is_found() -> None:
    assert Index.build([a_person("Unknown")]).screen(Query("unknown")).verdict is not Verdict.NOT_CHECKED


def test_every_stopgap_is_told_however_it_is_written() -> None:
    """What is told at once by the first word must not hide one of them."""
    index = Index.build([a_person("Sergei Ivanov"), a_listing("Notus Trading LLC")])
    ways = ("{}", "({})", "- {} -", "{}.", "« {} »")
    for line in data_lines("no_names.txt"):
        for text in (line, line.upper(), line.title()):
            for schema in (None, Schema.PERSON, Schema.COMPANY):
                for way in ways:
                    screening = index.screen(Query(way.format(text), schema=schema))
                    assert screening.verdict is Verdict.NOT_CHECKED, (way.format(text), schema)
