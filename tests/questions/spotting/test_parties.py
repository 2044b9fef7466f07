"""Names in a row of items, and who vouches for them."""

from __future__ import annotations

import pytest

from bot.questions.spotting.cells import Cells
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


@pytest.mark.parametrize("filler", ["ok", "please", "thanks", "is", "the", "again", "hello"])
def test_filler_without_end_is_gone_through_once(
    filler: str, listed: ListedNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, only_leads = list[int](), Cells._only_leads

    def counted(cells: Cells, at: int) -> bool:
        asked.append(at)
        return only_leads(cells, at)

    monkeypatch.setattr(Cells, "_only_leads", counted)
    for text in (f"check {f'{filler} ' * 600}", f"check ok, {f'{filler} ' * 600}Hamas"):
        asked.clear()
        names(text, listed)
        assert len(asked) < 4_000


@pytest.mark.parametrize(
    "text",
    [
        "screen please please please please please please please please please please Green Light",
        "check Green Light ok ok",
    ],
)
def test_a_name_is_found_behind_and_before_much_filler(text: str, listed: ListedNames) -> None:
    assert [name for name, _ in names(text, listed)] == ["Green Light"]
