"""Names in a row of items, and who vouches for them."""

from __future__ import annotations

import pytest

from bot.questions.spotting.items import spotted
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.parties import parties_in
from bot.questions.spotting.sheet import Surety
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def names(text: str, listed: ListedNames) -> list[tuple[str, Surety]]:
    found = parties_in(spotted(text, NOON.date(), VOCABULARY), listed)
    return [(span.subject.name, span.surety) for span in found if not span.owner]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is Rosneft sanctioned", [("Rosneft", Surety.LISTED)]),
        ("is Acme Shipping sanctioned", [("Acme Shipping", Surety.CAPITALS)]),
        ("is acme sanctioned", [("acme", Surety.NOBODY)]),
        ('is "acme" sanctioned', [("acme", Surety.QUOTED)]),
        ("run sechin thru", [("sechin", Surety.CAPITALS)]),
        ("is A and B Shipping sanctioned", [("A and B Shipping", Surety.CAPITALS)]),
        ("check TIMCHENKO, GENNADY NIKOLAYEVICH please", [("TIMCHENKO, GENNADY NIKOLAYEVICH", Surety.CAPITALS)]),
        ("are the Rotenberg brothers Arkady and Boris listed", None),
        ("what can the loopholes in it be", []),
    ],
)
def test_a_name_is_what_somebody_vouches_for(
    text: str, found: list[tuple[str, Surety]] | None, listed: ListedNames
) -> None:
    seen = names(text, listed)
    if found is None:
        assert [name for name, _ in seen] == ["Arkady Rotenberg", "Boris Rotenberg"]
    else:
        assert [name for name, _ in seen] == [name for name, _ in found]
        assert all(got >= least for (_, got), (_, least) in zip(seen, found, strict=True))


def test_what_is_said_beside_a_name_is_told_of_it(listed: ListedNames) -> None:
    row = spotted("Ivan Ivanov (born 1956), a Russian citizen", NOON.date(), VOCABULARY)
    (span,) = parties_in(row, listed)
    assert (span.subject.name, span.subject.birth_date) == ("Ivan Ivanov", "1956")


def test_a_name_with_an_ending_is_looked_for_in_the_nominative(listed: ListedNames) -> None:
    (span,) = parties_in(spotted("проверь Алишера Усманова", NOON.date(), VOCABULARY), listed)
    assert (span.subject.name, span.subject.sought) == ("Алишера Усманова", "Алишер Усманов")


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("the Kovalchuks", "Kovalchuk"),
        ("are the rotenbergs sanctioned?", "rotenberg"),
        ("die Rotenbergs", "Rotenberg"),
        ("watch the Maduros", "Maduro"),
        ("братья Ковальчуки", "Ковальчук"),
        ("семья Патрушевых", "Патрушев"),
        ("the Marlins", ""),
        ("the Smithers", ""),
        ("is Altis listed", ""),
    ],
)
def test_a_family_is_looked_for_by_its_surname(text: str, surname: str, listed: ListedNames) -> None:
    (family,) = parties_in(spotted(text, NOON.date(), VOCABULARY), listed)
    assert family.subject.spelt == surname
