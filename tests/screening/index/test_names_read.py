"""What a name is read as: its words, and the part that each plays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.screening.words.given_names import group_of
from bot.screening.words.legal_forms import LIMITED, OPEN, STOCK
from bot.screening.words.naming import Part, naming_of, parts_of
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import Role


def nothing_is_listed(word: str) -> bool:
    return False


def everything_is_listed(word: str) -> bool:
    return True


def roles(name: str, *, person: bool | None = None) -> dict[str, Role]:
    return {part.text: part.role for part in parts_of(name, person=person)}


def form(name: str) -> Part:
    (only,) = [part for part in parts_of(name) if part.role is Role.FORM]
    return only


def typed(name: str, is_listed: Callable[[str], bool] = nothing_is_listed) -> list[str]:
    """The words of a question, where lists have none of them, or all."""
    return [part.text for part in parts_of(name, is_listed=is_listed)]


@pytest.mark.parametrize(
    ("name", "initials"), [("E. Chen", ["e"]), ("Y TAKAGI", ["y"]), ("A. A. Bichayev", ["a", "a"])]
)
@pytest.mark.parametrize("person", [None, True])
def test_a_letter_at_the_start_is_an_initial(name: str, initials: list[str], person: bool | None) -> None:
    parts = parts_of(name, person=person)
    assert [part.text for part in parts if part.role is Role.INITIAL] == initials
    assert parts[-1].role is Role.NAME


@pytest.mark.parametrize(("name", "letter"), [("Ortega y Gasset", "y"), ("Maria e Silva", "e"), ("Ahmed A. Khan", "a")])
def test_a_letter_between_names_is_a_particle_where_it_can_be_one(name: str, letter: str) -> None:
    assert roles(name)[letter] is (Role.INITIAL if letter == "a" else Role.PARTICLE)


@pytest.mark.parametrize("name", ["Stephen LO", "Xiaoming Du", "Nguyen Van"])
@pytest.mark.parametrize("person", [None, True])
def test_a_particle_at_the_end_is_a_surname(name: str, person: bool | None) -> None:
    last = parts_of(name, person=person)[-1]
    assert last.role is Role.NAME
    assert last.family is bool(person)


@pytest.mark.parametrize("name", ["Van Morrison", "Ludwig van Beethoven", "Ben Affleck"])
def test_a_particle_before_a_name_stays_one(name: str) -> None:
    assert Role.PARTICLE in roles(name).values()


@pytest.mark.parametrize("name", ["Impergoza S.A. DE C.V.", "C.V. DE S.A. IMPERGOZA", "Trading LO"])
def test_a_particle_in_the_name_of_a_firm_is_no_surname(name: str) -> None:
    assert all(part.role is not Role.NAME or part.text == "impergoza" for part in parts_of(name, person=False))


def test_son_of_makes_the_name_before_it_the_fathers() -> None:
    assert roles("Rustam-ogly") == {"rustam": Role.PATRONYMIC, "ogly": Role.PARTICLE}
    assert roles("ALIEV, Mamed Rustam-ogly", person=True)["rustam"] is Role.PATRONYMIC
    assert roles("Leyla Rustam kyzy Alieva")["rustam"] is Role.PATRONYMIC
    assert roles("Leyla Rustam kyzy Alieva")["leyla"] is Role.NAME


def test_a_patronymic_stands_after_two_names_or_one_that_may_be_two() -> None:
    assert roles("Oleg Vladimirovich Deripaska")["vladimirovich"] is Role.PATRONYMIC
    assert roles("ЮРПАЛОВАЛЕКСАНДР Александрович")["aleksandrovich"] is Role.PATRONYMIC
    assert roles("Roman Abramovich")["abramovich"] is Role.NAME


@pytest.mark.parametrize(
    ("name", "read", "kind"),
    [
        ("Sberbank OAO", "oao", STOCK),
        ("Sberbank joint stock company", "jointstockcompany", STOCK),
        ("Sberbank company stock joint", "companystockjoint", STOCK),
        ("ПАО Сбербанк", "pao", STOCK),
        ("GRUPO IMPERGOZA, S.A. DE C.V.", "sadecv", STOCK),
        ("C.V. DE S.A. IMPERGOZA, GRUPO", "cvdesa", STOCK),
        ("Belletech company limited", "companylimited", LIMITED),
        ("Belletech limited company", "limitedcompany", LIMITED),
        ("Belletech Corp.", "corp", OPEN),
    ],
)
def test_a_legal_form_is_read_in_either_order(name: str, read: str, kind: str) -> None:
    assert form(name)[:3] == (read, Role.FORM, kind)


def test_a_firm_and_its_name_turned_round_are_the_same_words() -> None:
    asked, listed = naming_of("C.V. DE S.A. IMPERGOZA, GRUPO"), naming_of("GRUPO IMPERGOZA, S.A. DE C.V.")
    assert asked.equals(listed)
    assert asked.forms == listed.forms == {STOCK}


def test_a_misspelt_legal_form_is_put_right_in_a_question_alone() -> None:
    assert typed("Rosneft Oil Compnay")[-1] == "company"
    assert typed("Sberbank joint stokc company")[-1] == "jointstockcompany"
    assert typed("Sberbank J S C")[-1] == "jsc"
    assert [part.text for part in parts_of("Rosneft Oil Compnay")][-1] == "compnay"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("B1N", ["bin"]),
        ("IBRAH1M", ["ibrahim"]),
        ("A1i", ["ali"]),  # beside a vowel it is an l
        ("R0SNEFT", ["rosneft"]),
        ("nsrllh", ["nsr", "lah"]),
        ("Nasrallah", ["nasr", "lah"]),
        ("Abdulrahman", ["abd", "rahman"]),
        ("Abd al-Rahman", ["abd", "al", "rahman"]),
        ("Соловьев", ["solovyev"]),
        ("Соловьёв", ["solovyev"]),
        ("Пьер", ["pyer"]),
        ("Игорь", ["igor"]),  # no e follows
        ("2000", ["2000"]),
        ("K2", ["k2"]),  # more than half must be letters
    ],
)
def test_a_word_is_read_as_it_is_meant(written: str, words: list[str]) -> None:
    assert words_of(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Abudlhamid", ["abd", "hamid"]),
        ("Abdulhamid", ["abd", "hamid"]),
        ("Abdull Hamid", ["abd", "hamid"]),
        ("Abdulh Hamid", ["abd", "hamid"]),
        ("bdlh", ["abd", "lah"]),  # its vowels left out
    ],
)
def test_a_misspelt_servant_is_put_right(written: str, words: list[str]) -> None:
    assert typed(written) == words


def test_a_word_that_a_list_has_stays_as_it_is() -> None:
    assert typed("Abudlhamid", everything_is_listed) == ["abudlhamid"]


@pytest.mark.parametrize("name", ["Abelardo", "Abubakar", "Abramov"])
def test_a_name_that_merely_begins_alike_stays_whole(name: str) -> None:
    assert typed(name) == [name.lower()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kostyantin", "konstantin"),
        ("yakovich", "yakovlevich"),
        ("iakovlevich", "yakovlevich"),
        ("nikolaevna", "mykolaivna"),
        ("sergeevich", "serhiyovych"),
        ("sasha", "oleksandr"),
    ],
)
def test_forms_of_one_name_are_of_one_group(one: str, other: str) -> None:
    assert group_of(one) == group_of(other) > 0


@pytest.mark.parametrize(("one", "other"), [("oleg", "olga"), ("yakovlevich", "yakovlevna"), ("yakov", "yakovlevich")])
def test_other_names_are_of_other_groups(one: str, other: str) -> None:
    assert 0 < group_of(one) != group_of(other) > 0
