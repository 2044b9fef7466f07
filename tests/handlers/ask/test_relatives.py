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


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("is her ex husband Kirill Shamalov listed", "Kirill Nikolaevich Shamalov"),
        ("is his former husband Anatoly Serdyukov listed", "Anatoly Eduardovich Serdyukov"),
        ("first wife Asma al-Assad sanctioned?", "Asma Al-Assad"),
        ("second wife Alina Kabaeva sanctioned?", "Alina Maratovna Kabaeva"),
        ("nephew Igor Rotenberg ok?", "Igor Arkadyevich Rotenberg"),
        ("daughter Maria Vorontsova listed", "Maria Vladimirovna Vorontsova"),
        ("his late brother Arkady Rotenberg", "Arkady Romanovich Rotenberg"),
        ("eldest son Andrey Patrushev sanctioned?", "Andrey Patrushev"),
        ("her former husband Sechin listed?", "Igor Ivanovich Sechin"),
        ("бывший муж Кирилл Шамалов под санкциями?", "Kirill Nikolaevich Shamalov"),
        ("primera esposa Asma al-Assad sancionada?", "Asma Al-Assad"),
    ],
)
def test_who_is_named_right_behind_the_word_for_a_relative_is_screened(desk: Desk, asked: str, called: str) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert called in said.text
    assert "No relative was checked" not in said.text


@pytest.mark.parametrize("asked", ["wife of Gennady Timchenko listed?", "сын Игоря Сечина под санкциями?"])
def test_whose_relative_is_asked_about_is_not_screened_in_his_stead(desk: Desk, asked: str) -> None:
    said = answer_all(desk.understand(asked), desk)
    assert "No relative was checked: ask by name." in said.text
    assert not said.screenings
