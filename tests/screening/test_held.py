"""A listed name beside other words of a field is asked back, never NO MATCH; and what makes it somebody else's."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

PEOPLE = {
    "ofac-1": ("FORUZANDEH, Ahmed",),
    "ofac-2": ("ZHANG, Lei",),
    "ofac-3": ("YUE, Richard",),
    "ofac-4": ("MISHUSTIN, Aleksey Mikhaylovich",),
    "ofac-5": ("RUNIGA, Jean-Marie Rugerero",),
    "ofac-6": ("KORNET, Igor Aleksandrovich", "KORNET, Igor"),
    "ofac-7": ("SHAHVARPOUR NAJAFABADI, Hassan", "SHAHVARPOUR, Hassan"),
    "ofac-8": ("MASJEDI, Iraj",),
    "ofac-9": ("IVANOV, Sergey Petrovich",),
    "ofac-10": ("HASSAN, Ali",),
    "ofac-11": ("MEHDI, Reza",),
    "ofac-12": ("YU, Jin",),
    **{
        f"other-{at}": (f"IVANOV, {given} Ilyich",)
        for at, given in enumerate(["Pavel", "Anton", "Lev", "Oleg", "Ilya", "Egor"])
    },
}
FIRMS = (
    "MARUN SEPEHR OFOGH COMPANY",
    "PREMIER GOLD REFINERY LLC",
    "PODOLSKKABEL",
    "HAVANATUR",
    "GORGE LIMITED",
    "LIMITED LIABILITY COMPANY TEKHARGOS",
)


@pytest.fixture(scope="module")
def index() -> Index:
    people = [a_person(first, entity_id=key, aka=tuple(more)) for key, (first, *more) in PEOPLE.items()]
    firms = [a_listing(each, entity_id=f"firm-{at}") for at, each in enumerate(FIRMS)]
    ship = a_listing("SINBAD", entity_id="ship-1", schema=Schema.VESSEL)
    return Index.build([*people, *firms, ship])


def names(found: Screening) -> list[str]:
    return [hit.matched.text for hit in found.hits if hit.is_match]


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Senator Ahmed Foruzandeh", "FORUZANDEH, Ahmed"),
        ("FNU Ahmed Foruzandeh", "FORUZANDEH, Ahmed"),
        ("Datuk Seri Ahmed Foruzandeh", "FORUZANDEH, Ahmed"),
        ("SALARY LEI ZHANG", "ZHANG, Lei"),
        ("CEO ZHANG LEI", "ZHANG, Lei"),
        ("Richard Peter Yue", "YUE, Richard"),
        ("YUE Richard Peter", "YUE, Richard"),
        ("Richard Yue Khan", "YUE, Richard"),
        ("Deputat Gosdumy Aleksey Mishustin", "MISHUSTIN, Aleksey Mikhaylovich"),
        ("TRF FROM JEAN-MARIE RUNIGA REF 00123 INV 44", "RUNIGA, Jean-Marie Rugerero"),
        ("Masjedi Iraj Masjedi", "MASJEDI, Iraj"),
        ("Senator Igor Kornet", "KORNET, Igor"),
        ("PAYMENT FOR INV 221 DD 12.01 MARUN SEPEHR OFOGH COMPANY", "MARUN SEPEHR OFOGH COMPANY"),
        ("A/C PREMIER GOLD REFINERY ESCROW USD", "PREMIER GOLD REFINERY LLC"),
        ("Podolskkabel Group", "PODOLSKKABEL"),
        ("Holding Havanatur", "HAVANATUR"),
        ("No 3 Gorge Limited", "GORGE LIMITED"),
        ("As of 1 May 2025 Gorge Limited", "GORGE LIMITED"),
        ("Q1 Podolskkabel", "PODOLSKKABEL"),
        ("II. Tekhargos", "LIMITED LIABILITY COMPANY TEKHARGOS"),
        ("INVOICE 5 TEKHARGOS LLC", "LIMITED LIABILITY COMPANY TEKHARGOS"),
        ("THE CARGO OF SINBAD WAS SOLD", "SINBAD"),
    ],
)
def test_a_listed_name_beside_words_that_no_list_has_is_asked_back_and_never_listed(
    index: Index, typed: str, listed: str
) -> None:
    found = index.screen(Query(typed))
    assert found.verdict is Verdict.POSSIBLE
    assert names(found) == [listed]


@pytest.mark.parametrize(
    "typed",
    [
        "Igor Verh Kornet",  # the list calls him Igor Aleksandrovich
        "Kornet Igor Verh",
        "Hassan Shahvarpour Elvira",  # his second surname is another
        "Ahmed Peter Paul Foruzandeh",  # torn apart by two names
        "Senator Sergey Ivanov",  # a surname of many, and a father's name left out
        "Ali Hassan Reza",  # each name is borne by many, and on the list for others, too
        "Sinbad Group",  # a ship
        "Jahng Yu Jin",  # of three syllables
        "Havanatur International GmbH",  # another firm of the family
        "Kestrel Tekhargos LLC",  # the same
        "The Friends of Sinbad Yachting",  # what is called after it
        "the purchase of Tekhargos International",  # another firm of the family
        "Sinbad 3",  # another ship
        "3 Gorge",  # a short word without its legal form
    ],
)
def test_another_word_in_the_place_of_one_that_the_list_has_is_somebody_else(index: Index, typed: str) -> None:
    assert index.screen(Query(typed)).verdict is Verdict.NO_MATCH


def test_the_part_that_was_read_is_told(index: Index) -> None:
    hit = index.screen(Query("Datuk Seri Ahmed Foruzandeh")).hits[0]
    assert "Read in the question: “Ahmed Foruzandeh”." in [reason.says for reason in hit.reasons]
