"""What a menu offers while a party is typed."""

from __future__ import annotations

from bot.sanctions.register import Register
from bot.sanctions.typeahead import Typeahead
from tests.builders import a_listing, a_person

FOUND = Typeahead.of(
    Register.of(
        [
            a_listing("GAZPROMBANK JOINT STOCK COMPANY", entity_id="ofac-1"),
            a_listing("GAZPROM NEFT", entity_id="ofac-2", aka=["SIBNEFT"]),
            a_person("DERIPASKA, Oleg Vladimirovich", entity_id="ofac-3"),
        ]
    )
)


def ids(typed: str) -> list[str]:
    return [one for one, _ in FOUND.find(typed)]


def test_the_beginning_of_any_word_of_any_name_is_enough():
    assert ids("gazp") == ["ofac-1", "ofac-2"]
    assert ids("sibn") == ["ofac-2"]
    assert ids("oleg der") == ["ofac-3"]
    assert ids("der ol") == ["ofac-3"]


def test_every_word_typed_has_to_begin_one():
    assert ids("gazp ol") == []
    assert ids("azprom") == []
    assert ids("") == []


def test_an_id_is_found_as_it_is():
    assert ids("ofac-3") == ["ofac-3"]


def test_a_name_is_offered_as_a_person_reads_it():
    assert FOUND.find("deripaska") == [("ofac-3", "Oleg Vladimirovich Deripaska")]
