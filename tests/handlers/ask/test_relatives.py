"""A relative who is called by a given name is looked for with the surname of whose relative it is."""

from __future__ import annotations

import pytest

from bot.screening.query import Verdict
from handlers.ask import answer_all
from handlers.desk import Desk


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("Shoigu's daughter Ksenia", "Kseniya Sergeyevna Shoigu"),
        ("Timchenko's wife Elena", "Elena Petrovna Timchenko"),
        ("Lukashenko's son Viktor", "Viktar Aliaksandravich Lukashenka"),
        ("Mordashov's wife Marina", "Marina Aleksandrovna Mordashova"),
        ("Is Kerimov's wife Firuza listed?", "Firuza Nazimovna Kerimova"),
        ("Kerimov's daughter Amina", "Amina Suleymanovna Kerimova"),
        ("Suleiman Kerimov's daughter Gulnara", "Gulnara Suleymanovna Kerimova"),
    ],
)
def test_a_listed_relative_is_found(desk: Desk, asked: str, called: str) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert called in said.text
    assert "on no list" not in said.text
    assert Verdict.NO_MATCH not in {one.verdict for one in said.screenings}
